import type { Reads } from '../../../platform/database/index.ts'
import { listSuccessions, type SuccessionRow } from '../../../register/organisation/index.ts'
import { type FigureId, figure_ids_of_the_map } from '../catalogue.ts'
import { printValue } from '../print-value.ts'
import type { PublicAnswer } from './public-answer.ts'

/**
 * Why a figure comes to something else today than for its day. `merged`: of the units counted then, so many were joined
 * into new ones on these days, and the rules of those mergers decide what the new ones keep. `ended`: the unit itself
 * ended. `went-on`: what is counted went on happening; `by` is 1 where there is more of it today, -1 where less.
 */
export type Why =
  | { because: 'merged'; units: number; gone: number; days: string[]; rules: string[] }
  | { because: 'ended'; on: string | null }
  | { because: 'went-on'; by: 1 | -1 | 0 }

type Compared = { earlier: PublicAnswer; today: PublicAnswer }
const of_the_map: readonly string[] = [...figure_ids_of_the_map, 'F20'] satisfies FigureId[]

/** Why today's answer is not the one of the day; null where it reads the same. */
export async function findWhy(db: Reads, compared: Compared): Promise<Why | null> {
  const { earlier, today } = compared
  if (printValue(earlier.value) === printValue(today.value)) return null
  if (!of_the_map.includes(earlier.figure)) return wentOn(compared)
  const { valid_as_of, recorded_as_of } = today.parameters
  return whyOnTheMap(compared, await listSuccessions(db, { valid_as_of, recorded_as_of }))
}

/** The same, with the history of the map up to today. */
export function whyOnTheMap({ earlier, today }: Compared, successions: readonly SuccessionRow[]): Why {
  const since = successions.filter(edge => edge.effective_on > earlier.parameters.valid_as_of && !edge.predecessor_goes_on)
  if (today.value.kind === 'status' && today.value.status === 'ended')
    return { because: 'ended', on: since.find(edge => edge.predecessor === earlier.parameters.unit)?.effective_on ?? null }
  const counted = earlier.rows.filter(row => row.stands !== false && row.now !== false).map(row => row.key)
  const edges = since.filter(edge => counted.includes(edge.predecessor))
  if (edges.length === 0) return wentOn({ earlier, today })
  const gone = new Set(edges.map(edge => edge.predecessor)).size
  const days = [...new Set(edges.map(edge => edge.effective_on))].sort()
  return { because: 'merged', units: counted.length, gone, days, rules: [...new Set(edges.map(edge => edge.rule ?? 'none'))] }
}

function wentOn({ earlier, today }: Compared): Why {
  return { because: 'went-on', by: Math.sign(amountOf(today) - amountOf(earlier)) as 1 | -1 | 0 }
}

/** How much of it there is; 0 of what has no amount. */
function amountOf({ value }: PublicAnswer): number {
  switch (value.kind) {
    case 'count':
    case 'change':
      return value.count
    case 'rate':
      return value.numerator / value.denominator
    case 'quantity':
      return Number(value.quantity)
    default:
      return 0
  }
}
