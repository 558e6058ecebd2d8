import type { PublicAnswer } from '../src/numbers/figure/index.ts'
import type { Group, Oracle } from './tree-oracle.ts'

/** A number that somebody was told: of whom, what, how many. */
export type Fact = { group: Group; column: string; n: number }

/** Every number that a public answer tells, of the value and of each row. */
export function factsOf(answer: PublicAnswer, oracle: Oracle): Fact[] {
  const { figure, rows, value, parameters } = answer
  const { unit } = parameters
  if (figure === 'F11') return exemplarFacts(answer, oracle.exemplarsUnder(unit))
  // Of a unit that has ended the figures say «none due», which tells nothing of its people: they are counted with its
  // heir.
  if (!oracle.isAlive(unit) && value.kind === 'none-due') return []
  const whole = oracle.under(unit)
  const told = (group: Group, columns: Record<string, unknown>) =>
    Object.entries(columns).flatMap(([column, n]) => (typeof n === 'number' ? [{ group, column, n }] : []))
  const of_rows = rows.flatMap(row => told(row.key === unit ? oracle.ownOf(unit) : oracle.under(row.key), columnsOf(figure, row)))
  if (value.kind === 'withheld')
    return [...of_rows, ...told(whole, { [numerators[figure]!]: answer.numerator, [denominators[figure]!]: answer.denominator })]
  if (value.kind === 'bounds')
    return [...of_rows, ...told(whole, { approved: value.counted, registered: Math.round(value.mean * value.counted) })]
  return [...of_rows, ...told(whole, { [numerators[figure]!]: answer.numerator, [denominators[figure]!]: answer.denominator })]
}

const numerators: Record<string, string> = { F1: 'approved', F2: 'on_time', F3: 'approved', F4: 'missing', F5: 'done', F6: 'planned' }
const denominators: Record<string, string> = { F1: 'due', F2: 'due', F3: 'approved', F4: 'due', F5: 'registered', F6: 'tenures' }

function columnsOf(
  figure: string,
  { key: _, name: __, deeds, commitments, ...columns }: PublicAnswer['rows'][number],
): Record<string, unknown> {
  if (figure === 'F3') return { [`deeds_${deeds}`]: commitments }
  return figure === 'F5' ? { approved: commitments, ...columns } : columns
}

function exemplarFacts({ numerator, rows }: PublicAnswer, group: Group): Fact[] {
  const counted = rows.map(({ kind, field, exemplars }) => ({
    group,
    column: field ? `${kind} ${field}` : String(kind),
    n: Number(exemplars),
  }))
  // A field that has no row has none where fields are told.
  const fields = ['economy', 'culture', 'health'].flatMap(field => ['collective', 'individual'].map(kind => `${kind} ${field}`))
  const none = rows.some(({ field }) => field)
    ? fields.filter(column => counted.every(fact => fact.column !== column)).map(column => ({ group, column, n: 0 }))
    : []
  return [...(numerator === null ? [] : [{ group, column: 'exemplars', n: numerator }]), ...counted, ...none]
}
