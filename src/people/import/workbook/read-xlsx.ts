import { lookUp } from '../../../shared/look-up.ts'
import { done, type Outcome, refused } from '../../../shared/outcome.ts'
import { type Archive, openArchive, textOf } from './archive.ts'
import { type Format, readFormats } from './styles.ts'
import { type Cell, cleaned, type Joined, limits, placeOf, type Row, type Sheet, type Workbook } from './workbook.ts'
import { attribute, walkXml } from './xml.ts'

/** A sheet's name with the part it is in. */
export type SheetPart = { name: string; is_hidden: boolean; path: string }

/** Reads a workbook of Excel. Refusals: those of the archive, too-many-rows, no-sheet. */
export function readXlsx(bytes: Uint8Array): Outcome<Workbook> {
  const opened = openArchive(bytes)
  if (!opened.ok) return opened
  const archive = opened.value
  const { sheets: parts, calendar } = listSheets(archive)
  if (parts.length === 0) return refused({ code: 'no-sheet', field: 'file' })
  const shared = readSharedTexts(textOf(archive['xl/sharedStrings.xml']))
  const formats = readFormats(textOf(archive['xl/styles.xml']))
  const drawn = textsOfDrawings(archive)
  const sheets: Sheet[] = []
  for (const { name, is_hidden, path } of parts) {
    const sheet = readSheet(textOf(lookUp(archive, path)), shared, formats)
    if (!sheet) return refused({ code: 'too-many-rows', field: 'file', limit: limits.rows })
    sheets.push({ name: cleaned(name), is_hidden, ...sheet, aside: [...sheet.aside, ...drawn] })
  }
  return done({ sheets, calendar })
}

/** The sheets in their order, and the calendar in which days are counted. */
export function listSheets(archive: Archive): { sheets: SheetPart[]; calendar: 1900 | 1904 } {
  const targets = new Map<string, string>()
  walkXml(textOf(archive['xl/_rels/workbook.xml.rels']), {
    open: (name, { Id = '', Target = '' }) => void (name === 'Relationship' && targets.set(Id, Target)),
  })
  const sheets: SheetPart[] = []
  let calendar: 1900 | 1904 = 1900
  walkXml(textOf(archive['xl/workbook.xml']), {
    open(name, attributes) {
      if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) calendar = 1904
      if (name !== 'sheet') return
      const target = targets.get(attribute(attributes, 'id') ?? '') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      if (lookUp(archive, path)) sheets.push({ name: attributes.name ?? '', is_hidden: /hidden/i.test(attributes.state ?? ''), path })
    },
  })
  return { sheets, calendar }
}

/** Texts that cells share; how a word is pronounced (rPh) is none of them. */
function readSharedTexts(xml: string): string[] {
  const texts: string[] = []
  let text = ''
  let is_text = false
  let aside = 0
  walkXml(xml, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') aside++
      is_text = name === 't' && aside === 0
    },
    text(piece) {
      if (is_text) text += piece
    },
    close(name) {
      is_text = false
      if (name === 'rPh') aside--
      if (name === 'si') texts.push(text)
    },
  })
  return texts
}

type Reading = { rows: Row[]; joined: Joined[]; aside: string[]; hidden_columns: number[] }

/** Null where there are more rows than are read. */
function readSheet(xml: string, shared: string[], formats: Format[]): Reading | null {
  const rows: Row[] = []
  const joined: Joined[] = []
  const aside: string[] = []
  const hidden_columns: number[] = []
  let row: Row = { at: -1, cells: [] }
  let cell = { column: -1, type: 'n', style: 0, value: '', has_formula: false }
  let inside = ''
  walkXml(xml, {
    open(name, attributes) {
      inside = name
      if (name === 'row') {
        row = { at: attributes.r ? Number(attributes.r) - 1 : row.at + 1, cells: [], ...(isSet(attributes.hidden) && { is_hidden: true }) }
        cell.column = -1
      } else if (name === 'c') {
        const column = placeOf(attributes.r ?? '')?.[1] ?? cell.column + 1
        cell = { column, type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', has_formula: false }
      } else if (name === 'col' && isSet(attributes.hidden)) addColumns(hidden_columns, attributes.min, attributes.max)
      else if (name === 'f') cell.has_formula = true
      else if (name === 'mergeCell') addJoined(joined, attributes.ref ?? '')
    },
    text(piece) {
      if (inside === 'v' || inside === 't') cell.value += piece
      else if (/^(odd|even|first)(Header|Footer)$/.test(inside)) aside.push(cleaned(piece))
    },
    close(name) {
      inside = ''
      if (name === 'c' && cell.column < limits.columns) {
        const read = cellOf(cell, shared, formats[cell.style])
        if (read) row.cells[cell.column] = read
      } else if (name === 'row' && row.cells.length > 0) rows.push(row)
    },
  })
  return rows.length > limits.rows ? null : { rows, joined, aside, hidden_columns }
}

type Raw = { type: string; value: string; has_formula: boolean }

/** A formula says what it came to when it was last worked out; where nobody has, there is nothing to read. */
function cellOf({ type, value, has_formula }: Raw, shared: string[], format?: Format): Cell | undefined {
  if (type === 'e') return { text: value, fault: 'error-value' }
  if (value === '') return has_formula ? { text: '', fault: 'no-value' } : undefined
  const is_struck = format?.is_struck ? { is_struck: true as const } : {}
  const looks = { ...(format?.is_old ? { is_old: true as const } : {}), ...is_struck }
  if (type === 'n' || type === '') {
    const number = Number(value)
    if (!Number.isFinite(number)) return { text: cleaned(value) }
    const text = String(number).padStart(format?.zeros ?? 0, '0')
    return format?.is_date ? { text, number, is_date: true, ...is_struck } : { text, number, ...is_struck }
  }
  const text = cleaned(type === 's' ? (shared[Number(value)] ?? '') : type === 'b' ? (value === '1' ? 'x' : '') : value)
  return text === '' ? undefined : { text, ...looks }
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

/** A stamp is often drawn: what text boxes say stands beside the cells. */
function textsOfDrawings(archive: Archive): string[] {
  const texts: string[] = []
  for (const [path, part] of Object.entries(archive)) {
    if (!/^xl\/drawings\/[^/]+\.(xml|vml)$/.test(path)) continue
    walkXml(textOf(part), { text: piece => void texts.push(cleaned(piece)) })
  }
  return texts.filter(text => text !== '')
}
