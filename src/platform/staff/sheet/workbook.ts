import { strToU8, zipSync } from 'fflate'

/** What a cell holds: text is never a formula, whatever it begins with; a day (ISO) is a day of the spreadsheet. */
export type SheetCell = string | number | null | { day: string }
export type Sheet = { name: string; headings: readonly string[]; rows: readonly (readonly SheetCell[])[] }
export type Workbook = { title: string; lead: string; sheets: readonly Sheet[] }

/**
 * A workbook of lists (Office Open XML, ECMA-376): on each sheet a title, one line under it, the headings, which stay
 * in view, and the rows; to be printed on A4 across, with the headings on each page. The same lists give the same
 * bytes.
 */
export function workbook({ title, lead, sheets }: Workbook): Uint8Array {
  const names = sheetNames(sheets)
  const parts: [path: string, xml: string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(names)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const), ['styles', 'styles.xml']]),
    ],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, i): [string, string] => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(title, lead, sheet)]),
  ]
  return zipSync(Object.fromEntries(parts.map(([path, xml]) => [path, strToU8(xml)])), { level: 6, mtime })
}

/** The first that the format of archives knows, so that nothing depends on when it was made. */
const mtime = '1980-01-01T12:00:00'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** The headings stand below the title and its line. */
const heading_row = 4

function contentTypes(sheets: number): string {
  const part = (path: string, kind: string) => `<Override PartName="/xl/${path}" ContentType="${types}.${kind}+xml"/>`
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}${Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}.xml`, 'worksheet')).join('')}</Types>`
}

function relations(targets: readonly (readonly [kind: string, target: string])[]): string {
  const one = ([kind, target]: readonly [string, string], i: number) =>
    `<Relationship Id="rId${i + 1}" Type="${office}/${kind}" Target="${target}"/>`
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets.map(one).join('')}</Relationships>`
}

/** Excel takes 31 letters, none of them one of \ / ? * [ ] :, and no name twice. */
function sheetNames(sheets: readonly Sheet[]): string[] {
  const names: string[] = []
  for (const { name } of sheets) {
    const plain =
      name
        .replace(/[\\/?*[\]:']/g, ' ')
        .slice(0, 28)
        .trim() || 'Bảng'
    names.push(names.includes(plain) ? `${plain} ${names.length + 1}` : plain)
  }
  return names
}

function workbookXml(names: readonly string[]): string {
  const sheet = (name: string, i: number) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`
  const repeated = (name: string, i: number) =>
    `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${escaped(name)}'!$${heading_row}:$${heading_row}</definedName>`
  return `${head}<workbook ${main} xmlns:r="${office}"><sheets>${names.map(sheet).join('')}</sheets><definedNames>${names.map(repeated).join('')}</definedNames></workbook>`
}

/** 0 plain, 1 title, 2 heading, 3 text that wraps, 4 a day, 5 a number. */
const styles = `${head}<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="3"><font><sz val="12"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="14"/><name val="Times New Roman"/><family val="1"/></font><font><b/><sz val="12"/><name val="Times New Roman"/><family val="1"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="1" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="3" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`

function sheetXml(title: string, lead: string, { headings, rows }: Sheet): string {
  const last = `${columnName(Math.max(headings.length, 1) - 1)}${heading_row + rows.length}`
  const lines = [
    row(1, [text('A1', 1, title)]),
    row(2, [text('A2', 0, lead)]),
    row(
      heading_row,
      headings.map((heading, i) => text(`${columnName(i)}${heading_row}`, 2, heading)),
    ),
    ...rows.map((cells, i) =>
      row(
        heading_row + 1 + i,
        cells.map((cell, j) => cellXml(`${columnName(j)}${heading_row + 1 + i}`, cell)),
      ),
    ),
  ]
  const pane = `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${heading_row}" topLeftCell="A${heading_row + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`
  return `${head}<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/>${pane}<cols>${widths(headings, rows)}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A${heading_row}:${last}"/><pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`
}

function row(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`
}

function cellXml(place: string, cell: SheetCell): string {
  if (cell === null) return `<c r="${place}" s="3"/>`
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${place}" s="5"><v>${cell}</v></c>` : `<c r="${place}" s="3"/>`
  if (typeof cell === 'string') return text(place, 3, cell)
  const serial = daySerial(cell.day)
  return serial === null ? text(place, 3, cell.day) : `<c r="${place}" s="4"><v>${serial}</v></c>`
}

/** Text in the cell itself: a spreadsheet never reads it as a formula. Excel takes 32,767 letters of a cell. */
function text(place: string, style: number, said: string): string {
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(said.slice(0, 32_767))}</t></is></c>`
}

/**
 * The number of a day in the calendar of 1900; null before March of that year, where the calendar of spreadsheets is
 * wrong.
 */
function daySerial(day: string): number | null {
  const serial = Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569
  return serial >= 61 ? serial : null
}

/** As wide as the longest of the first rows, within bounds that a printed page bears. */
function widths(headings: readonly string[], rows: Sheet['rows']): string {
  const lengthOf = (cell: SheetCell | undefined) => (cell == null ? 0 : typeof cell === 'object' ? 10 : String(cell).length)
  return headings
    .map((heading, i) => {
      const longest = rows.slice(0, 500).reduce((most, cells) => Math.max(most, lengthOf(cells[i])), heading.length)
      return `<col min="${i + 1}" max="${i + 1}" width="${Math.min(Math.max(longest * 1.1 + 2, 8), 60).toFixed(1)}" customWidth="1"/>`
    })
    .join('')
}

/** 0 is A, 26 is AA. */
function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}

/** XML takes neither control characters nor lone surrogates. */
function escaped(said: string): string {
  return (
    said
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replace(/_x([0-9A-Fa-f]{4})_/g, '_x005F_x$1_')
  )
}
