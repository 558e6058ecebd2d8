import { type Columns, headings } from '../../../platform/workbook/index.ts'

/**
 * What a list of units may say of each. Without a key the register gives one; without a parent it stands under the unit
 * of the list.
 */
export const list_columns = ['name', 'unit_kind', 'parent', 'from', 'code', 'key', 'place'] as const
export type ListColumn = (typeof list_columns)[number]
export type ListMapping = Columns<ListColumn>

/** The headings of a list of units: two columns at least, and the name among them. A title may name a unit. */
export const list_headings = headings<ListColumn>(
  [
    ['key', /^(khoa|key)\b/],
    ['parent', /^(don vi |to chuc )?(cap tren|truc thuoc|thuoc)\b|^parent\b/],
    ['unit_kind', /^(loai|loai hinh|cap|kind)\b/],
    ['from', /^(tu ngay|co tu ngay|ngay thanh lap|thanh lap|from)\b/],
    ['place', /^(dia ban|place)\b/],
    ['code', /^(ma|ma so|code)\b/],
    ['name', /^(ten|don vi|to chuc|chi bo|dang bo|name|unit)\b/],
  ],
  { isEnough: columns => 'name' in columns && Object.keys(columns).length >= 2, in_titles: 'name' },
)
