import { headings } from '../../../platform/workbook/index.ts'

export const value_columns = ['indicator', 'place', 'month', 'quantity', 'measure', 'note'] as const
export type ValueColumn = (typeof value_columns)[number]

/** What a table of values must have a column for. */
export const needed_columns = ['indicator', 'place', 'month', 'quantity'] as const

/** The headings of a table of values: what, where, when and how much are among its columns. */
export const value_headings = headings<ValueColumn>(
  [
    ['measure', /^(don vi tinh|dvt|measure|unit of measure)\b/],
    ['note', /^(ghi chu|ly do|note|notes|reason)\b/],
    ['indicator', /^(chi so|chi tieu|indicator)\b/],
    ['place', /^(don vi|dia ban|noi|ma don vi|place|unit)\b/],
    ['month', /^(thang|ky|month|period)\b/],
    ['quantity', /^(gia tri|so lieu|so luong|value|quantity)\b/],
  ],
  { isEnough: columns => needed_columns.every(column => columns[column] !== undefined) },
)
