import { keyOf } from '../../../basis/shared/vietnamese.ts'
import type { Cell, Row } from '../../../platform/workbook/index.ts'
import { type Kind, readBirth, readKind } from './read-cells.ts'
import { type Table, unitNamed } from './table.ts'

/**
 * What a row between people says of those below it: their unit, their kind, that they have left; or nothing that we
 * read.
 */
export type Heading = { unit_id: number } | { kind: Kind } | 'unknown-unit' | 'departed' | 'other'

/** «II. Chi bộ thôn Nà Lẹng», «A | ĐẢNG VIÊN DỰ BỊ | | 12 đ/c»; null is no heading. Whoever has a birth is somebody. */
export function headingOf(row: Row, table: Table): Heading | null {
  const said = row.cells.filter(cell => cell !== undefined)
  const is_numbered = said.length > 1 && isGroupNumber(said[0]!) && !Object.values(table.asked.mapping).includes(row.cells.indexOf(said[0]))
  if (said.length === 0 || (said.length > 2 && !is_numbered) || isBorn(row, table)) return null
  const texts = said.map(({ text }) => text)
  const text = (is_numbered ? texts[1]! : texts.join(' ')).replace(/^\s*([IVXLC]+|\d+|[A-Z])\s*[.)/\s-]\s*|\s*\(\d+.*\)\s*$/g, '')
  return sayingOf(text, table) ?? (is_numbered ? 'other' : null)
}

function sayingOf(text: string, { named }: Table): Heading | null {
  const unit = unitNamed(text, named) ?? unitNamed(text.replace(/\s*[:–-]\s*\d+\s.*$/, ''), named)
  if (typeof unit === 'number') return { unit_id: unit }
  const key = keyOf(text)
  if (/^(chi bo|dang bo) /.test(key)) return 'unknown-unit'
  if (/^((danh sach|so|cac) )?(dang vien|d\/ ?c|dong chi)\b/.test(key) && isOfLeaving(text)) return 'departed'
  const kind = /^((danh sach|so|cac) )?dang vien (chinh thuc|du bi)\b/.test(key) ? readKind(text) : { code: '' }
  return 'value' in kind ? { kind: kind.value } : null
}

/** That somebody has died, was struck off, or belongs elsewhere by now. Who «chuyển đến» has come. */
export function isOfLeaving(text: string): boolean {
  return /\b(chuyen( sh| sinh hoat)?( dang)?( chinh thuc)? (di|ra)|da chuyen|tu tran|da mat|chet|khai tru|xoa ten|ra khoi dang|xin ra)\b(?! (den|ve))/.test(
    keyOf(text),
  )
}

/** «II», «B», «III.»: people are numbered in digits. */
function isGroupNumber({ text, number }: Cell): boolean {
  return number === undefined && /^([IVXLC]+|[A-H])[.)]?$/.test(text)
}

function isBorn(row: Row, table: Table): boolean {
  const { calendar, today } = table.asked
  const births = (['birth', 'birth_male', 'birth_female', 'year_of_birth'] as const).flatMap(column => table.cell(row, column) ?? [])
  return births.some(cell => 'value' in readBirth(cell, calendar, today))
}
