import { type FigureParameters, type Lineage, type PublicAnswer, traceLineage } from '../../numbers/figure/index.ts'
import { listFields } from '../../register/exemplar/index.ts'
import { listSuccessions } from '../../register/organisation/index.ts'
import type { Asking } from './blocks/block.ts'
import { historyOf } from './history.ts'
import type { Behind } from './pages/figure-page.tsx'

/** The two figures between which a merger stands: ever recognised, and standing. */
const across_mergers = ['F15', 'F16']
const first_period = '2015-01-01'

/**
 * Fetches what stands behind an answer: its course over the years, the lineage across mergers, and the names that its
 * rows refer to.
 */
export async function behindAnswer(asking: Asking, answer: PublicAnswer): Promise<Behind> {
  const [points, lineage, names] = await Promise.all([
    historyOf(asking, answer.figure, courseOf(answer.parameters)),
    across_mergers.includes(answer.figure) ? lineageOf(asking, answer) : null,
    namesBehind(asking, answer),
  ])
  const standing = lineage ? standingAmong(lineage) : 0
  return { answer, points, lineage, standing, names }
}

/** The same question without its own instants: each point of the course sets them anew. */
function courseOf({ recorded_as_of: _, year: __, map_day: ___, to, ...question }: FigureParameters): Partial<FigureParameters> {
  return to === question.valid_as_of ? question : { ...question, to }
}

function lineageOf({ db }: Asking, { figure, parameters }: PublicAnswer): Promise<Lineage[]> {
  return traceLineage(db, figure === 'F15' ? parameters : { ...parameters, from: first_period, to: parameters.valid_as_of })
}

/** The units in which it still stands: two that were joined into one are one. */
function standingAmong(lineage: readonly Lineage[]): number {
  return new Set(lineage.flatMap(one => one.heirs.filter(heir => heir.stands).map(heir => heir.key))).size
}

/** What rows name by key: the fields of exemplars, and predecessors. */
async function namesBehind({ db, view }: Asking, { parameters, rows }: PublicAnswer): Promise<Map<string, string>> {
  if (rows.some(row => row.field)) {
    const fields = await listFields(db, {})
    return new Map(fields.map(one => [one.field, view.lang === 'vi' ? one.name_vi : one.name_en]))
  }
  if (!rows.some(row => row.carried_from)) return new Map()
  const successions = await listSuccessions(db, { valid_as_of: parameters.map_day, recorded_as_of: parameters.recorded_as_of })
  return new Map(successions.map(edge => [edge.predecessor, edge.predecessor_name]))
}
