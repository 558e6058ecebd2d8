import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Answer, FigureRow, FigureValue } from '../figure.ts'
import type { PeopleCounted } from './people-counted.ts'

declare const for_everybody: unique symbol
/** Only this file makes it: what has no such mark is the register's own, and no public output takes it. */
type ForEverybody = { readonly [for_everybody]: true }

/** A value for everybody; withheld: it would tell of too few people. */
export type PublicValue = (FigureValue | { kind: 'withheld' }) & ForEverybody
export type PublicRow = FigureRow & ForEverybody

/**
 * An answer as everybody may see it. `is_partial`: some rows, or numbers in them, are left out, and are in the value
 * all the same. `is_of_month_end`: the unit is too small to be told of on the day asked, and the parameters are those
 * of the end of a month before it. The digest is that of these rows.
 */
export type PublicAnswer = Omit<Answer, 'value' | 'rows'> & {
  value: PublicValue
  rows: PublicRow[]
  is_partial: boolean
  is_of_month_end: boolean
} & ForEverybody

/** What may be told of an answer about people: the steps of the unit itself, and the branches by step. */
export type Told = { steps: ReadonlySet<string>; branches: ReadonlyMap<string, ReadonlySet<string>>; is_of_month_end: boolean }

/** An answer that speaks of no people is for everybody as it is. */
export function wholeAnswer(answer: Answer): PublicAnswer {
  return marked({ ...answer, is_partial: false, is_of_month_end: false })
}

/** Takes out of an answer about people what is not told. */
export function toldAnswer(answer: Answer, people: PeopleCounted, { steps, branches, is_of_month_end }: Told): PublicAnswer {
  const { value, numerator, denominator } = answer
  const counted = steps.has(people.value)
    ? { value, numerator, denominator }
    : { value: { kind: 'withheld' } as const, numerator: null, denominator: null }
  const rows = people.rows
    ? people.rows(answer.rows, steps)
    : answer.rows.filter(row => branches.get(people.row)?.has(row.key)).map(row => toldRow(row, people, branches))
  const is_partial = people.rows
    ? rows.length === 0 && answer.rows.length > 0
    : rows.length < answer.rows.length || rows.some(row => Object.values(row).includes(null))
  return marked({ ...answer, ...counted, rows, digest: digestOf(rows), is_partial, is_of_month_end })
}

/** The answer of a run: its value was printed, and what was printed stays. */
export function printedAnswer(answer: PublicAnswer, { value, parameters }: Pick<Answer, 'value' | 'parameters'>): PublicAnswer {
  return marked({ ...answer, value, parameters })
}

function toldRow(row: FigureRow, { columns }: PeopleCounted, branches: Told['branches']): FigureRow {
  const cells = Object.entries(row).map(([column, value]) => {
    const step = lookUp(columns, column)
    return [column, step === undefined || branches.get(step)?.has(row.key) ? value : null]
  })
  return Object.fromEntries(cells) as FigureRow
}

function marked(
  answer: Omit<PublicAnswer, 'value' | 'rows' | typeof for_everybody> & { value: FigureValue | { kind: 'withheld' }; rows: FigureRow[] },
): PublicAnswer {
  return answer as PublicAnswer
}
