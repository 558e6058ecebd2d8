import { keyOf } from '../../../basis/shared/vietnamese.ts'
import type { ColumnsOf } from '../../../platform/workbook/index.ts'

/**
 * What a list of units may say of each. Without a key the register gives one; without a parent it stands under the unit
 * of the list.
 */
export const list_columns = ['name', 'unit_kind', 'parent', 'from', 'code', 'key', 'place'] as const
export type ListColumn = (typeof list_columns)[number]
export type ListMapping = Partial<Record<ListColumn, number>>

/** By which words a heading is known. The first that fits holds. */
const known: [ListColumn, RegExp][] = [
  ['key', /^(khoa|key)\b/],
  ['parent', /^(don vi |to chuc )?(cap tren|truc thuoc|thuoc)\b|^parent\b/],
  ['unit_kind', /^(loai|loai hinh|cap|kind)\b/],
  ['from', /^(tu ngay|co tu ngay|ngay thanh lap|thanh lap|from)\b/],
  ['place', /^(dia ban|place)\b/],
  ['code', /^(ma|ma so|code)\b/],
  ['name', /^(ten|don vi|to chuc|chi bo|dang bo|name|unit)\b/],
]

/** What a heading says, or null. */
export function listColumnOf(heading: string): ListColumn | null {
  const key = keyOf(heading)
  return known.find(([, words]) => words.test(key))?.[0] ?? null
}

/** Which column says what, by the words of the header; of two that say the same the first. */
export function proposedColumns(texts: readonly string[]): ListMapping & ColumnsOf {
  const mapping: ListMapping & ColumnsOf = {}
  for (const [at, text] of texts.entries()) {
    const column = listColumnOf(text)
    if (column !== null) mapping[column] ??= at
  }
  return mapping
}
