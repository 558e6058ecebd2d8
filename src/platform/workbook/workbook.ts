/**
 * A cell as a reader sees it. `number` where the workbook holds one (`is_date`: a serial day of its calendar, of which
 * the format `lacks` the day or the year); `is_old` where the font is older than Unicode, `runs` where some of it is;
 * `is_struck` where it is crossed out, `has_struck` where some of it was, which is left out; `fault` where there is
 * nothing to read. Columns and rows count from 0.
 */
export type Cell = {
  text: string
  number?: number
  is_date?: true
  lacks?: 'day' | 'year'
  is_old?: true
  runs?: { text: string; is_old: boolean }[]
  is_struck?: true
  has_struck?: true
  fault?: 'error-value' | 'no-value'
}

/**
 * A row of a sheet: `at` is its place there, and cells stand at their columns; `is_hidden` where a reader of the
 * workbook does not see it.
 */
export type Row = { at: number; cells: (Cell | undefined)[]; is_hidden?: true }

/** Cells that were joined: the first holds what all of them say. */
export type Joined = { from: [row: number, column: number]; to: [row: number, column: number] }

/** `covered`: in how many rows something stands under joined cells, where nobody sees it. */
export type Sheet = {
  name: string
  is_hidden: boolean
  rows: Row[]
  joined: Joined[]
  aside: string[]
  hidden_columns?: number[]
  covered?: number
}

/** What was in the file, whatever it was written with. */
export type Workbook = { sheets: Sheet[]; calendar: 1900 | 1904 }

/**
 * What a file may weigh and hold before anything of it is unpacked (guarantees.md, "Uploads"); and how long a text of a
 * cell may be: Excel keeps 32,767 letters, others more.
 */
export const limits = {
  file: 16 * 1024 * 1024,
  entries: 2_000,
  unpacked: 100 * 1024 * 1024,
  ratio: 100,
  rows: 60_000,
  columns: 200,
  letters: 65_535,
}

/** «AB» for 27. */
export function columnName(column: number): string {
  return (column >= 26 ? columnName(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
}

/** [6, 27] for «AB7». */
export function placeOf(name: string): [row: number, column: number] | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name)
  if (!found) return null
  const column = [...found[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return [Number(found[2]) - 1, column]
}

/**
 * One spelling for what is seen: NFC, no invisible characters, single blanks. The soft hyphen stays: in TCVN3 it is a
 * letter.
 */
export function cleaned(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[^\P{Cc}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}
