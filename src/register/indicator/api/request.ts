import { z } from 'zod'
import { month_pattern, type ValueLine } from '../indicator.ts'
import { most_values } from '../verbs/deliver-values.ts'

const value = z.strictObject({
  indicator: z.string().min(1).max(200).describe('Key or name of the indicator, as the register defines it'),
  place: z.string().min(1).max(200).describe('Key, code or name of the territorial unit, as it was called in that month'),
  month: z.string().regex(month_pattern).describe('A month that is over, e.g. "2026-11"'),
  quantity: z.number().min(0).max(1e15).describe('In the measure of the indicator. No data is no value, never 0'),
  measure: z.string().max(40).optional().describe('The measure that is meant; refused where the indicator has another'),
  note: z.string().max(500).optional().describe('Needed where the value is late, revises another or is far from the months before'),
})

/** What another system sends: the values of one delivery, which is recorded whole or not at all. */
export const delivery_request = z.strictObject({ values: z.array(value).min(1).max(most_values) })

export const delivery_answer = z.object({
  delivery: z.int().describe('Its number in the register'),
  added: z.int(),
  revised: z.int(),
  unchanged: z.int().describe('Values that the register held already'),
})

/** So many problems are said at once; a sender who has more has one of a kind. */
export const most_problems = 200

export const problems_answer = z.object({
  problems: z.array(
    z.object({
      code: z.string(),
      row: z.int().optional().describe('Which value, from 1'),
      vi: z.string(),
      en: z.string(),
    }),
  ),
  of: z.int().describe(`How many problems there are; the first ${most_problems} are said`),
})

export function linesOf({ values }: z.output<typeof delivery_request>): ValueLine[] {
  return values.map(({ quantity, measure = '', note = '', ...line }, i) => ({
    ...line,
    row: i + 1,
    quantity: decimalOf(quantity),
    measure,
    note: note.trim(),
  }))
}

/** Six decimals at most, never an exponent. */
function decimalOf(quantity: number): string {
  const decimal = quantity.toFixed(6)
  const shortest = String(Number(decimal))
  return shortest.includes('e') ? decimal : shortest
}
