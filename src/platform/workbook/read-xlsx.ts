import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { DamagedPart, textOf, walkXml } from '../office-file/index.ts'
import { type Archive, openArchive, readWhole } from './archive.ts'
import { cellOf, type Raw, type SharedText, sharedText } from './cell-of.ts'
import { findParts, textAt } from './parts.ts'
import { RichText } from './rich-text.ts'
import { type Format, readFormats } from './styles.ts'
import { cleaned, type Joined, limits, placeOf, type Row, type Sheet, type Workbook } from './workbook.ts'
import type { WorkbookCode } from './workbook-code.ts'

/** Reads a workbook of Excel. Refusals: those of the archive, damaged-file, too-many-rows, no-sheet. */
export function readXlsx(bytes: Uint8Array): Outcome<Workbook, WorkbookCode> {
  const opened = openArchive(bytes)
  if (!opened.ok) return opened
  return readWhole(opened.value, readParts)
}

function readParts(archive: Archive): Outcome<Workbook, WorkbookCode> {
  const parts = findParts(archive)
  if (!parts) return refused({ code: 'not-workbook', field: 'file' })
  if (parts.sheets.length === 0) return refused({ code: 'no-sheet', field: 'file' })
  const shared = readSharedTexts(parts.shared)
  const formats = readFormats(parts.styles)
  const drawn = textsOfDrawings(archive)
  const sheets: Sheet[] = []
  for (const { name, is_hidden, path } of parts.sheets) {
    if (path === null) throw new DamagedPart(`the sheet ${name} is not there`)
    const sheet = readSheet(textAt(archive, path), shared, formats)
    if (!sheet) return refused({ code: 'too-many-rows', field: 'file', limit: limits.rows })
    sheets.push({ name: cleaned(name), is_hidden, ...sheet, aside: [...sheet.aside, ...drawn] })
  }
  return done({ sheets, calendar: parts.calendar })
}

/** Texts that cells share, each cleaned once. */
function readSharedTexts(xml: string): SharedText[] {
  const texts: SharedText[] = []
  let rich = new RichText()
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'si') rich = new RichText()
      rich.open(name, attributes)
    },
    text: piece => rich.text(piece),
    close(name) {
      rich.close(name)
      if (name === 'si') texts.push(sharedText(rich.whole))
    },
  })
  return texts
}

type Reading = { rows: Row[]; joined: Joined[]; aside: string[]; hidden_columns: number[]; covered: number }

/** Null where there are more rows than are read. */
function readSheet(xml: string, shared: SharedText[], formats: Format[]): Reading | null {
  const rows: Row[] = []
  const joined: Joined[] = []
  const aside: string[] = []
  const hidden_columns: number[] = []
  let row: Row = { at: -1, cells: [] }
  let cell: Raw & { column: number; style: number } = { column: -1, style: 0, type: 'n', value: null, rich: null, has_formula: false }
  let inside = ''
  walkXml(xml, {
    open(name, attributes) {
      inside = name
      if (name === 'row') {
        const is_hidden = isSet(attributes.hidden) || Number(attributes.ht ?? 1) === 0
        row = { at: attributes.r ? Number(attributes.r) - 1 : row.at + 1, cells: [], ...(is_hidden && { is_hidden: true }) }
        cell.column = -1
      } else if (name === 'c') {
        const column = placeOf(attributes.r ?? '')?.[1] ?? cell.column + 1
        const { t: type = 'n', s: style = 0 } = attributes
        cell = { column, style: Number(style), type, value: null, rich: null, has_formula: false }
      } else if (name === 'col' && (isSet(attributes.hidden) || Number(attributes.width ?? 1) === 0))
        addColumns(hidden_columns, attributes.min, attributes.max)
      else if (name === 'f') cell.has_formula = true
      else if (name === 'v') cell.value ??= ''
      else if (name === 'is') cell.rich = new RichText()
      else if (name === 'mergeCell') addJoined(joined, attributes.ref ?? '')
      else cell.rich?.open(name, attributes)
    },
    text(piece) {
      if (inside === 'v') cell.value = (cell.value ?? '') + piece
      else if (/^(odd|even|first)(Header|Footer)$/.test(inside)) aside.push(cleaned(piece))
      else cell.rich?.text(piece)
    },
    close(name) {
      inside = ''
      cell.rich?.close(name)
      if (name === 'c' && cell.column < limits.columns) {
        const read = cellOf(cell, shared, formats[cell.style])
        if (read) row.cells[cell.column] = read
      } else if (name === 'row' && row.cells.length > 0) rows.push(row)
    },
  })
  if (rows.length > limits.rows) return null
  const covered = uncover(rows, joined)
  return { rows: rows.filter(({ cells }) => cells.some(cell => cell !== undefined)), joined, aside, hidden_columns, covered }
}

/**
 * Takes away what stands under joined cells, where only the first is seen. Gives in how many rows there was something.
 */
function uncover(rows: Row[], joined: Joined[]): number {
  const covered = new Set<Row>()
  for (const { from, to } of joined) {
    const over = rows.slice(firstFrom(rows, from[0]), firstFrom(rows, to[0] + 1))
    for (const row of over)
      for (let column = from[1]; column <= Math.min(to[1], row.cells.length - 1); column++) {
        if ((row.at === from[0] && column === from[1]) || row.cells[column] === undefined) continue
        row.cells[column] = undefined
        covered.add(row)
      }
  }
  return covered.size
}

/** The place of the first row from one on: rows stand in their order. */
function firstFrom(rows: Row[], at: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (rows[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

function isSet(value: string | undefined): boolean {
  return /^(1|true)$/.test(value ?? '')
}

function addColumns(columns: number[], min = '', max = ''): void {
  for (let column = Number(min); column >= 1 && column <= Math.min(Number(max), limits.columns); column++) columns.push(column - 1)
}

function addJoined(joined: Joined[], ref: string): void {
  const [from, to] = ref.split(':').map(placeOf)
  if (from && to) joined.push({ from, to })
}

/** A stamp is often drawn: what text boxes say stands beside the cells. Drawings of the older sort are no whole XML. */
function textsOfDrawings(archive: Archive): string[] {
  const texts: string[] = []
  for (const [path, { bytes }] of archive) {
    if (!/^xl\/drawings\/[^/]+\.(xml|vml)$/.test(path)) continue
    walkXml(textOf(bytes), { text: piece => void texts.push(cleaned(piece)) }, { is_whole: false })
  }
  return texts.filter(text => text !== '')
}
