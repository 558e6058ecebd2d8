import type { Marking } from '../mark-xlsx.ts'

/** A fault in a cell, in words; rows count from 1 as Excel does, columns from 0. */
export type SaidFault = { row: number; column: number; say: string }

/** What is written into a workbook: each row's sentences in a column behind the table, its faulty cells coloured. */
export function markingOf(
  { sheet, header, heading }: { sheet: number; header: { texts: string[]; row: number }; heading: string },
  faults: readonly SaidFault[],
): Marking {
  return {
    sheet,
    column: header.texts.length,
    heading: { row: header.row, text: heading },
    marks: [...Map.groupBy(faults, ({ row }) => row)].map(([row, found]) => ({
      row,
      columns: [...new Set(found.map(({ column }) => column))],
      sentence: found.map(({ say }) => say).join(' '),
    })),
  }
}
