import {
  figure_ids_of_the_map,
  type Lineage,
  type PublicAnswer,
  type SinceThen,
  traceCourses,
  traceLineage,
} from '../../numbers/figure/index.ts'
import { listFields } from '../../register/exemplar/index.ts'
import { listSuccessions, type SuccessionRow } from '../../register/organisation/index.ts'
import type { Asking } from './blocks/block.ts'
import type { HistoryPoint } from './charts/points.ts'
import { rowsOf, type StandingRow } from './charts/standing-rows.ts'
import { historyOf } from './history.ts'
import { type AmountMap, mapAmounts } from './maps/map-amounts.ts'
import { mapStandings, type StandingMap } from './maps/map-standings.ts'
import { type MergerDay, mergerDays } from './reads/merger-days.ts'

/** The two figures between which a merger stands: ever recognised, and standing. */
const across_mergers = ['F15', 'F16']
/** Those whose rows are the communes that hold a standard. */
const of_standing = ['F15', 'F16', 'F17', 'F18']
const of_the_map: readonly string[] = figure_ids_of_the_map
const first_period = '2015-01-01'

/** What is behind an answer, ready to be shown. */
export type Behind = {
  answer: PublicAnswer
  points: HistoryPoint[]
  lineage: Lineage[] | null
  /** The standing of those communes through time, a row each. */
  courses: StandingRow[]
  standing: number
  names: Map<string, string>
  /** The province on the day, where the figure is of the standards of its communes or of what was given in them. */
  map: StandingMap | AmountMap | null
  /** The days that changed the map, of a figure that they can change. */
  mergers: MergerDay[]
}

/** An answer with the same question of today. */
export type BehindFigure = Behind & { since: SinceThen | null }

/**
 * Fetches what stands behind an answer: its course over the years, the map of its day, the mergers and the lineage
 * across them, and the names that its rows refer to.
 */
export async function behindAnswer(asking: Asking, answer: PublicAnswer): Promise<Behind> {
  const { figure, parameters } = answer
  const successions = await successionsBehind(asking, answer)
  const [points, lineage, courses, map, names] = await Promise.all([
    courseOf(asking, answer),
    across_mergers.includes(figure) ? lineageOf(asking, answer) : null,
    across_mergers.includes(figure) ? traceCourses(asking.db, parameters).then(rowsOf) : [],
    mapOf(asking, answer),
    namesBehind(asking, answer, successions),
  ])
  const mergers = of_the_map.includes(figure) ? mergerDays(successions) : []
  return { answer, points, lineage, courses, standing: lineage ? standingAmong(lineage) : 0, names, map, mergers }
}

async function mapOf(asking: Asking, answer: PublicAnswer): Promise<StandingMap | AmountMap | null> {
  if (answer.figure === 'F13') return mapAmounts(asking, answer)
  return of_standing.includes(answer.figure) ? (await mapStandings(asking, answer.parameters.valid_as_of)).map : null
}

/** The same with today's answer, where another day was asked for. */
export async function behindFigure(asking: Asking, answer: PublicAnswer): Promise<BehindFigure> {
  const is_today = answer.parameters.valid_as_of === asking.day
  const [behind, since] = await Promise.all([behindAnswer(asking, answer), is_today ? null : asking.sinceThen(answer)])
  return { ...behind, since }
}

/** The course of a figure over the years: the same question without its own instants, for each point sets them anew. */
export function courseOf(asking: Asking, { figure, parameters }: PublicAnswer): Promise<HistoryPoint[]> {
  const { recorded_as_of: _, year: __, map_day: ___, to, ...question } = parameters
  return historyOf(asking, figure, to === question.valid_as_of ? question : { ...question, to })
}

function lineageOf({ db }: Asking, { figure, parameters }: PublicAnswer): Promise<Lineage[]> {
  return traceLineage(db, figure === 'F15' ? parameters : { ...parameters, from: first_period, to: parameters.valid_as_of })
}

/** The units in which it still stands: two that were joined into one are one. */
function standingAmong(lineage: readonly Lineage[]): number {
  return new Set(lineage.flatMap(one => one.heirs.filter(heir => heir.stands).map(heir => heir.key))).size
}

/** The history of the map up to today, or to a day to come that was asked for. */
async function successionsBehind({ db, day }: Asking, { figure, parameters, rows }: PublicAnswer): Promise<SuccessionRow[]> {
  if (!of_the_map.includes(figure) && !rows.some(row => row.carried_from)) return []
  const { map_day, recorded_as_of } = parameters
  return listSuccessions(db, { valid_as_of: map_day > day ? map_day : day, recorded_as_of })
}

/** What rows name by key: the fields of exemplars, and predecessors. */
async function namesBehind(
  { db, view }: Asking,
  { rows }: PublicAnswer,
  successions: readonly SuccessionRow[],
): Promise<Map<string, string>> {
  if (!rows.some(row => row.field)) return new Map(successions.map(edge => [edge.predecessor, edge.predecessor_name]))
  const fields = await listFields(db, {})
  return new Map(fields.map(one => [one.field, view.lang === 'vi' ? one.name_vi : one.name_en]))
}
