import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type ColumnsOf, findHeader, type Header, type Sheet } from '../../../platform/workbook/index.ts'

export const value_columns = ['indicator', 'place', 'month', 'quantity', 'measure', 'note'] as const
export type ValueColumn = (typeof value_columns)[number]

/** By which words a heading is known. The first that fits holds. */
const known: [ValueColumn, RegExp][] = [
  ['measure', /^(don vi tinh|dvt|measure|unit of measure)\b/],
  ['note', /^(ghi chu|ly do|note|notes|reason)\b/],
  ['indicator', /^(chi so|chi tieu|indicator)\b/],
  ['place', /^(don vi|dia ban|noi|ma don vi|place|unit)\b/],
  ['month', /^(thang|ky|month|period)\b/],
  ['quantity', /^(gia tri|so lieu|so luong|value|quantity)\b/],
]

/** What a heading says, or null. */
export function valueColumnOf(heading: string): ValueColumn | null {
  const key = keyOf(heading)
  return known.find(([, words]) => words.test(key))?.[0] ?? null
}

/** Which column says what; of two that say the same the first. */
export function proposedValueColumns(texts: readonly string[]): Partial<Record<ValueColumn, number>> & ColumnsOf {
  const columns: Partial<Record<ValueColumn, number>> & ColumnsOf = {}
  for (const [at, text] of texts.entries()) {
    const column = valueColumnOf(text)
    if (column !== null) columns[column] ??= at
  }
  return columns
}

/** The header of a table of values: what, where, when and how much are among its columns. */
export function headerOfValues(sheet: Sheet): Header | null {
  if (sheet.is_hidden) return null
  return findHeader(sheet, {
    proposed: proposedValueColumns,
    begins: ({ cells }) => cells.some(cell => cell && valueColumnOf(cell.text) !== null),
    isEnough: columns => (['indicator', 'place', 'month', 'quantity'] as const).every(column => columns[column] !== undefined),
  })
}
