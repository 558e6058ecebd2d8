import { lookUp } from '../../basis/shared/look-up.ts'
import type { PublicAnswer, PublicRow } from '../../numbers/figure/index.ts'

/** An answer as open data, without what is withheld. */
export function jsonOf(answer: PublicAnswer, also: Record<string, unknown> = {}): string {
  return `${JSON.stringify({ ...also, ...answer }, null, 2)}\n`
}

/**
 * The rows as CSV (RFC 4180) with the mark of UTF-8; a cell that a spreadsheet would take for a formula is put behind
 * an apostrophe.
 */
export function csvOf({ rows }: Pick<PublicAnswer, 'rows'>): string {
  const columns = [...new Set(rows.flatMap(row => Object.keys(row)))]
  const lines = [columns, ...rows.map(row => columns.map(column => lookUp(row, column) ?? ''))]
  return `\uFEFF${lines.map(line => line.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(value: PublicRow[string]): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
