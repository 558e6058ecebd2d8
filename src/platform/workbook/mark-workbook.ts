import { done, type Outcome } from '../../basis/shared/outcome.ts'
import { markCsv } from './mark-csv.ts'
import { type Marking, markXlsx } from './mark-xlsx.ts'
import type { HeadingOf } from './read-csv.ts'
import { looksPacked } from './read-workbook.ts'
import type { WorkbookCode } from './workbook-code.ts'

/** The file that was sent, as it came, with its faults beside their rows. Refusals: those of a damaged archive. */
export function markWorkbook(bytes: Uint8Array, marking: Marking, headingOf: HeadingOf): Outcome<Uint8Array, WorkbookCode> {
  return looksPacked(bytes) ? markXlsx(bytes, marking) : done(markCsv(bytes, marking, headingOf))
}
