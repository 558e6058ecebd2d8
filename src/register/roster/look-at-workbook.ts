import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { lookAtSheet, type Row, readWorkbook, type Sheet, type SheetLooked } from '../../platform/workbook/index.ts'
import type { RosterCode } from './problem-words.ts'
import { areGivenNames } from './table/amiss.ts'
import type { Mapping } from './table/columns.ts'
import { columnOf } from './table/columns.ts'
import { findHeader, proposed } from './table/find-header.ts'

/**
 * A sheet as the page of columns shows it, with what each column seems to say and the years of which its titles speak.
 */
export type SheetSeen = SheetLooked & { proposal: Mapping; years: number[] }

/**
 * What is in a workbook, before anybody has said what its columns mean. Hidden sheets are left out. Refusals: those of
 * reading, no-table.
 */
export function lookAtWorkbook(bytes: Uint8Array): Outcome<{ sheets: SheetSeen[]; repaired: number }, RosterCode> {
  const read = readWorkbook(bytes, columnOf)
  if (!read.ok) return read
  const sheets = read.value.sheets.map(seen)
  if (sheets.every(({ header }) => header === null)) return refused({ code: 'no-table', field: 'file' })
  return done({ sheets, repaired: read.value.repaired })
}

function seen(sheet: Sheet): SheetSeen {
  const header = sheet.is_hidden ? null : findHeader(sheet)
  const rows = header ? sheet.rows.slice(header.first) : []
  return {
    ...lookAtSheet(sheet, header),
    proposal: header ? withGivenNames(proposed(header.texts), header.texts, rows) : {},
    years: header ? yearsIn([sheet.name, ...header.titles]) : [],
  }
}

/** Given names that stand in a column without a heading, beside what was headed as whole names. */
function withGivenNames({ full_name, ...mapping }: Mapping, texts: string[], rows: Row[]): Mapping {
  if (full_name === undefined) return mapping
  const named = rows.filter(({ cells }) => cells[full_name] !== undefined)
  const is_apart = (texts[full_name + 1] ?? '') === '' && areGivenNames(named, full_name + 1)
  return is_apart ? { ...mapping, family_name: full_name, given_name: full_name + 1 } : { ...mapping, full_name }
}

/** Years that the titles speak of: «DANH SÁCH ĐẢNG VIÊN NĂM 2025», «tính đến 31/12/2025». */
function yearsIn(titles: string[]): number[] {
  const found = titles.flatMap(text =>
    [...text.matchAll(/(?:năm|nam|\/|-|\s)(?:\s*)((?:19|20)\d{2})(?!\d|\s*-\s*(?:19|20)\d{2})/gi)].map(([, year]) => Number(year)),
  )
  return [...new Set(found)]
}
