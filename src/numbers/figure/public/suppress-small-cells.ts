import { dayBefore, dayOf, endOf, startOf } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Reads } from '../../../platform/database/index.ts'
import { listLine, listMoves } from '../../../register/organisation/index.ts'
import { answerFigure } from '../answer-figure.ts'
import { catalogue } from '../catalogue.ts'
import type { Answer, FigureParameters } from '../figure.ts'
import type { Course, PeopleCounted } from './people-counted.ts'
import { type PublicAnswer, type Told, toldAnswer, wholeAnswer } from './public-answer.ts'
import { branchesTold, type Cell, type LeastUnit, least_unit, stepsTold, sumOf } from './small-cells.ts'

const nothing: Told = { steps: new Set(), branches: new Map(), is_of_month_end: false }

/**
 * The one way from an answer of the register to what everybody may see of it (docs/decisions/0082). On ends of months,
 * by both clocks, it tells of units from ten people on; on any other day of those from fifty on, and of a smaller one
 * as of the month's end before.
 */
export async function suppressSmallCells(db: Reads, answer: Answer, now: Date): Promise<PublicAnswer> {
  const { people } = lookUp(catalogue, answer.figure)!
  if (people === 'none') return wholeAnswer(answer)
  const asked = await alike(db, answer, people, now)
  const month_end = monthEndOf(asked.parameters)
  if (isMonthEnd(asked.parameters)) return toldAnswer(asked, people, await whatIsTold(db, asked, people, least_unit.at_month_end))
  const told = await whatIsTold(db, asked, people, least_unit.on_any_day)
  if (told.steps.size > 0) return toldAnswer(asked, people, told)
  const earlier = await answerFigure(db, asked.figure, given(month_end), now)
  if (!earlier.ok) return { ...toldAnswer({ ...asked, parameters: month_end, rows: [] }, people, nothing), is_of_month_end: true }
  const told_then = await whatIsTold(db, earlier.value, people, least_unit.at_month_end)
  return toldAnswer(earlier.value, people, { ...told_then, is_of_month_end: true })
}

/** The answer to the question with those parameters that are fixed for a unit below the top. */
async function alike(db: Reads, answer: Answer, { fixed = [], course }: PeopleCounted, now: Date): Promise<Answer> {
  const { defaults } = lookUp(catalogue, answer.figure)!
  if (fixed.every(name => answer.parameters[name] === defaults[name])) return answer
  const above = await lineOf(db, answer.parameters, await course(db, answer.parameters))
  if (above.length < 2) return answer
  const again = await answerFigure(db, answer.figure, given({ ...answer.parameters, from: defaults.from }), now)
  return again.ok ? again.value : answer
}

/** Down the line from the top to the unit: what is told of each, and in the end of the unit's own branches. */
async function whatIsTold(db: Reads, answer: Answer, people: PeopleCounted, least: LeastUnit): Promise<Told> {
  const { parameters } = answer
  const course = await people.course(db, parameters)
  const branchesIn = (unit: string) => people.branches(db, { ...parameters, unit }, course!)
  const line = await lineOf(db, parameters, course)
  const own = course ? await branchesIn(parameters.unit) : new Map<string, Cell>()
  const whole = sumOf([...own.values()])
  // Of nobody all may be told, wherever the unit stands.
  if (Object.values(whole).every(n => n === 0)) return { ...nothing, steps: stepsTold(whole, people.steps, least) }
  if (!course || line.length === 0) return nothing
  const moved = await movedUnder(db, parameters, course)
  let steps: ReadonlySet<string> = new Set()
  for (const [i, { key }] of line.entries()) {
    const branches = key === parameters.unit ? own : await branchesIn(key)
    if (i === 0) steps = stepsTold(sumOf([...branches.values()]), people.steps, least)
    const told = moved(key) ? new Map() : branchesTold(branches, people.steps, steps, least)
    if (key === parameters.unit) return { steps, branches: told, is_of_month_end: false }
    const next = line[i + 1]!.key
    steps = new Set(people.steps.map(({ name }) => name).filter(name => told.get(name)?.has(next)))
  }
  return nothing
}

async function lineOf(db: Reads, { unit, recorded_as_of }: FigureParameters, course: Course | null) {
  if (!course) return []
  const line = await listLine(db, { hierarchy: course.hierarchy, unit, valid_as_of: course.day, recorded_as_of })
  // A unit that has ended is no branch of any: what it counted is its heir's.
  return line.every(({ day }) => day === course.day) ? line : []
}

/**
 * Whether below a unit something moved from one branch to another since the counts began, on either clock. What is told
 * of the branches afterwards, less what was told before, would give away what moved; so nothing is told of them.
 */
async function movedUnder(
  db: Reads,
  { recorded_as_of }: FigureParameters,
  { hierarchy, day, since }: Course,
): Promise<(unit: string) => boolean> {
  const moves = await listMoves(db, { hierarchy, valid_as_of: day, recorded_as_of, since, since_instant: startOf(since).toISOString() })
  const places = new Set(moves.flatMap(({ line_before, line_after }) => placesOf(line_before, line_after ?? line_before)))
  return unit => places.has(unit)
}

/** The lowest unit that holds both ends of a move; where none does, all on the two lines. */
function placesOf(before: readonly string[], after: readonly string[]): string[] {
  const shared = before.find(unit => after.includes(unit))
  return shared === undefined ? [...before, ...after] : [shared]
}

function isMonthEnd({ valid_as_of, recorded_as_of }: FigureParameters): boolean {
  return valid_as_of === lastMonthEnd(valid_as_of) && isEndOfMonthAt(recorded_as_of)
}

/** The ends of months that lie before both clocks, and all that is counted from the first of a month. */
function monthEndOf(parameters: FigureParameters): FigureParameters {
  const valid_as_of = lastMonthEnd(parameters.valid_as_of)
  const known = dayOf(new Date(parameters.recorded_as_of))
  const recorded_as_of = isEndOfMonthAt(parameters.recorded_as_of) ? endOf(known) : endOf(lastMonthEnd(dayBefore(known)))
  const to = parameters.to > valid_as_of ? valid_as_of : parameters.to
  return { ...parameters, valid_as_of, recorded_as_of, to, map_day: parameters.map === 'restated' ? parameters.map_day : valid_as_of }
}

function isEndOfMonthAt(instant: string): boolean {
  const day = dayOf(new Date(instant))
  return day === lastMonthEnd(day) && new Date(instant).getTime() === new Date(endOf(day)).getTime()
}

/** The day itself where it ends a month, else the last day of the month before. */
function lastMonthEnd(day: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  return next.endsWith('-01') ? day : dayBefore(`${day.slice(0, 7)}-01`)
}

function given(parameters: FigureParameters): Record<string, never> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null)) as Record<string, never>
}
