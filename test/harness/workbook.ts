import { strToU8, zipSync } from 'fflate'
import { lookUp } from '../../src/basis/shared/look-up.ts'
import { columnName } from '../../src/platform/workbook/workbook.ts'

/**
 * A cell of a test's workbook: text, a number, or one with a style (1: a day, 2: eight digits, 3: an old font), a
 * formula, an error.
 */
export type TestCell = string | number | null | { v: string | number; s?: number; f?: string; t?: string }

export type TestWorkbook = {
  sheets: { name: string; rows: TestCell[][]; joined?: string[]; foot?: string; hidden?: boolean }[]
  calendar?: 1900 | 1904
  /** Parts besides, or instead. */
  parts?: Record<string, string>
}

/** Writes a workbook as Excel would, so that no fixture is a file nobody can read. */
export function testWorkbook({ sheets, calendar = 1900, parts = {} }: TestWorkbook): Uint8Array {
  const shared = new Map<string, number>()
  const written = sheets.map(sheet => sheetXml(sheet, shared))
  const all: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${head}<workbook ${space} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${
      calendar === 1904 ? ' date1904="1"' : ''
    }/><sheets>${sheets
      .map(
        ({ name, hidden }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, i): Relation => [`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`]),
      ['rIdStyles', 'styles', 'styles.xml'],
      ['rIdTexts', 'sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `${head}<sst ${space}>${[...shared.keys()].map(text => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(written.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, text]) => [path, strToU8(text)])))
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'

const styles = `${head}<styleSheet ${space}><numFmts count="1"><numFmt numFmtId="164" formatCode="00000000"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><sz val="12"/><name val=".VnTime"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0"/></cellStyleXfs>
<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0"/><xf numFmtId="14" fontId="0" fillId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0"/><xf numFmtId="0" fontId="1" fillId="0"><alignment wrapText="1"/></xf></cellXfs></styleSheet>`

function sheetXml({ rows, joined = [], foot }: TestWorkbook['sheets'][number], shared: Map<string, number>): string {
  const lines = rows.map((row, i) =>
    row.length === 0 ? '' : `<row r="${i + 1}">${row.map((cell, j) => cellXml(cell, `${columnName(j)}${i + 1}`, shared)).join('')}</row>`,
  )
  const merged =
    joined.length > 0 ? `<mergeCells count="${joined.length}">${joined.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : ''
  const footer = foot ? `<headerFooter><oddFooter>${escaped(foot)}</oddFooter></headerFooter>` : ''
  return `${head}<worksheet ${space}><sheetData>${lines.join('')}</sheetData>${merged}${footer}</worksheet>`
}

function cellXml(cell: TestCell, r: string, shared: Map<string, number>): string {
  if (cell === null) return ''
  const { v, s = 0, f, t } = typeof cell === 'object' ? cell : { v: cell, s: 0, f: undefined, t: undefined }
  const formula = f === undefined ? '' : `<f>${escaped(f)}</f>`
  const style = s === 0 ? '' : ` s="${s}"`
  if (t) return `<c r="${r}"${style} t="${t}">${formula}<v>${escaped(String(v))}</v></c>`
  if (typeof v === 'number') return `<c r="${r}"${style}>${formula}<v>${v}</v></c>`
  if (formula) return `<c r="${r}"${style} t="str">${formula}${v === '' ? '' : `<v>${escaped(v)}</v>`}</c>`
  if (!shared.has(v)) shared.set(v, shared.size)
  return `<c r="${r}"${style} t="s"><v>${shared.get(v)}</v></c>`
}

type Relation = [id: string, type: string, target: string]

function relations(list: Relation[]): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`
}

function contentTypes(sheets: number): string {
  const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts: [string, string][] = [
    ['/xl/workbook.xml', `${main}.sheet.main+xml`],
    ['/xl/styles.xml', `${main}.styles+xml`],
    ['/xl/sharedStrings.xml', `${main}.sharedStrings+xml`],
    ...Array.from({ length: sheets }, (_, i): [string, string] => [`/xl/worksheets/sheet${i + 1}.xml`, `${main}.worksheet+xml`]),
  ]
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`)
    .join('')}</Types>`
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, char => lookUp({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }, char)!)
}
