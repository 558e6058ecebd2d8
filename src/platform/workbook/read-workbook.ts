import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { isGraveStamp, isStamp, isStampAside } from '../office-file/index.ts'
import { repairSheet } from './old-letters.ts'
import { type HeadingOf, readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { limits, type Sheet, type Workbook } from './workbook.ts'
import type { WorkbookCode } from './workbook-code.ts'

/**
 * Reads whatever an office sends: a workbook of Excel, or a table of text. Old letters are brought into Unicode.
 * Refusals: empty-file, too-large, secret (a document marked MẬT is refused at every upload), and those of the reader.
 */
export function readWorkbook(bytes: Uint8Array, headingOf: HeadingOf): Outcome<Workbook & { repaired: number }, WorkbookCode> {
  if (bytes.length === 0) return refused({ code: 'empty-file', field: 'file' })
  if (bytes.length > limits.file) return refused({ code: 'too-large', field: 'file', limit: limits.file / 1024 / 1024 })
  const read = looksPacked(bytes) ? readXlsx(bytes) : readCsv(bytes, headingOf)
  if (!read.ok) return read
  const repaired = read.value.sheets.reduce((sum, sheet) => sum + repairSheet(sheet), 0)
  if (read.value.sheets.some(isSecret)) return refused({ code: 'secret', field: 'file' })
  return done({ ...read.value, repaired })
}

/** An archive, or the older container of Office; all else is tried as text. */
export function looksPacked(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return head === '504b0304' || head === '504b0506' || head === 'd0cf11e0'
}

const rows_of_titles = 20

/**
 * The stamp stands alone, in a title, a header or a text box. Further down only the two stamps that are no names count.
 */
function isSecret({ rows, aside, name }: Sheet): boolean {
  const titles = rows.slice(0, rows_of_titles).flatMap(row => row.cells.flatMap(cell => cell?.text ?? []))
  const rest = rows.slice(rows_of_titles).flatMap(row => row.cells.flatMap(cell => cell?.text ?? []))
  return [name, ...aside].some(isStampAside) || titles.some(isStamp) || rest.some(isGraveStamp)
}
