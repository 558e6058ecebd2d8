import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { testWorkbook } from '../../../test/harness/workbook.ts'
import { markXlsx } from './mark-xlsx.ts'
import { readWorkbook } from './read-workbook.ts'

const header = ['Họ và tên', 'Ngày sinh', 'Chi bộ']
const lan = ['Nông Thị Lan', '12/03/1988', 'Chi bộ thôn Nà Lẹng']
const good = testWorkbook({ sheets: [{ name: 'DS', rows: [header, lan] }] })
const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The workbook with some of its parts written otherwise, or (null) left out. */
function withParts(changed: Record<string, string | null>): Uint8Array {
  const kept = Object.entries(unzipSync(good)).filter(([path]) => !Object.hasOwn(changed, path))
  const written = Object.entries(changed).flatMap(([path, text]) => (text === null ? [] : [[path, strToU8(text)] as const]))
  return zipSync(Object.fromEntries([...kept, ...written]))
}

function textOfPart(path: string, bytes = good): string {
  return Buffer.from(unzipSync(bytes)[path]!).toString()
}

/** What the cells say, or why the workbook is refused. */
function textsOf(bytes: Uint8Array): unknown {
  const read = readWorkbook(bytes, () => null)
  return read.ok
    ? read.value.sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(cell => cell?.text)))
    : read.problems.map(({ code }) => code)
}

const sheetOf = (cells: string) => `<worksheet><sheetData><row r="1">${cells}</row></sheetData></worksheet>`

test('a part that was cut short, a sheet that is not there and a text that is not on the list are damage, and nothing is read as far as it goes', () => {
  const sheet = textOfPart('xl/worksheets/sheet1.xml')
  const cuts = [sheet.indexOf('<row r="2"'), sheet.indexOf('</row>'), sheet.length - 3].map(at => sheet.slice(0, at))
  for (const cut of cuts) expect(textsOf(withParts({ 'xl/worksheets/sheet1.xml': cut }))).toEqual(['damaged-file'])
  for (const path of ['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'])
    expect(textsOf(withParts({ [path]: textOfPart(path).slice(0, -5) }))).toEqual(['damaged-file'])
  expect(textsOf(withParts({ 'xl/worksheets/sheet1.xml': null }))).toEqual(['damaged-file'])
  expect(textsOf(withParts({ 'xl/sharedStrings.xml': null }))).toEqual(['damaged-file'])
  expect(textsOf(withParts({ 'xl/worksheets/sheet1.xml': sheetOf('<c t="s"><v>99</v></c>') }))).toEqual(['damaged-file'])
})

test('parts are found by relation, whichever way it says where they are', () => {
  const relations = textOfPart('xl/_rels/workbook.xml.rels')
  for (const target of [
    './worksheets/sheet1.xml',
    '../xl/worksheets/sheet1.xml',
    '/xl/worksheets/sheet1.xml',
    'Worksheets/Sheet1.XML',
    'worksheets\\sheet1.xml',
  ])
    expect([target, textsOf(withParts({ 'xl/_rels/workbook.xml.rels': relations.replace('worksheets/sheet1.xml', target) }))]).toEqual([
      target,
      [header, lan],
    ])
  const strict = relations.replaceAll(namespace, 'http://purl.oclc.org/ooxml/officeDocument/relationships')
  expect(textsOf(withParts({ 'xl/_rels/workbook.xml.rels': strict }))).toEqual([header, lan])
  const charts = textOfPart('xl/workbook.xml').replace('<sheets>', '<sheets><sheet name="Biểu đồ" sheetId="9" r:id="rId9"/>')
  const chart = relations.replace(
    '</Relationships>',
    `<Relationship Id="rId9" Type="${namespace}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
  )
  expect(textsOf(withParts({ 'xl/workbook.xml': charts, 'xl/_rels/workbook.xml.rels': chart }))).toEqual([header, lan])
  const module = charts.replace('r:id="rId9"', 'r:id=""')
  expect([textsOf(withParts({ 'xl/workbook.xml': module })), textsOf(withParts({ 'xl/workbook.xml': charts }))]).toEqual([
    [header, lan],
    ['damaged-file'],
  ])
})

test('parts are told apart by their letters as little as Excel does it', () => {
  const renamed = { 'xl/worksheets/sheet1.xml': null, 'XL/Worksheets/SHEET1.xml': textOfPart('xl/worksheets/sheet1.xml') }
  expect(textsOf(withParts(renamed))).toEqual([header, lan])
})

test('two parts of one name, in whatever letters, are damage; a password on an entry is told', () => {
  expect(textsOf(withParts({ 'xl/Worksheets/sheet1.xml': sheetOf('') }))).toEqual(['damaged-file'])
  const locked = Buffer.from(good)
  const listed = locked.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  locked.writeUInt16LE(locked.readUInt16LE(listed + 8) | 1, listed + 8)
  expect(textsOf(locked)).toEqual(['password-protected'])
})

test('a cell says what it shows: its own text before a value, what a formula came to, true and 1', () => {
  const cells = [
    '<c t="inlineStr"><is><t>a</t></is><v>b</v></c>',
    '<c t="str"><f>A1</f><v></v></c>',
    '<c t="str"><f>A1</f><v>c_x0020_d</v></c>',
    '<c t="b"><v>true</v></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="b"><v>0</v></c>',
    '<c t="inlineStr"><is><t>_x005F_x000D_</t></is></c>',
    '<c t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>e</t></r><r><rPr><strike/></rPr><t>f</t></r></is></c>',
  ]
  const bytes = withParts({ 'xl/worksheets/sheet1.xml': sheetOf(cells.join('')) })
  expect(textsOf(bytes)).toEqual([['a', undefined, 'c d', 'x', 'x', undefined, '_x000D_', 'e']])
})

test('a row or a column of no size is hidden like one that says so', () => {
  const xml = `<worksheet><cols><col min="2" max="2" width="0"/></cols><sheetData><row r="1" ht="0"><c t="inlineStr"><is><t>a</t></is></c></row></sheetData></worksheet>`
  const read = readWorkbook(withParts({ 'xl/worksheets/sheet1.xml': xml }), () => null)
  expect(read.ok && read.value.sheets[0]).toMatchObject({ rows: [{ is_hidden: true }], hidden_columns: [1] })
})

test('a text that thousands of cells share is read once; one longer than a cell holds is damage', () => {
  const sharing = (letters: number) => {
    const rows = Array.from({ length: 2_000 }, (_, i) => `<row r="${i + 1}"><c t="s"><v>0</v></c></row>`)
    return withParts({
      'xl/sharedStrings.xml': `<sst><si><t>${'a'.repeat(letters)}</t></si></sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
      'xl/noise.bin': Array.from({ length: 20_000 }, (_, i) => (i * 2_654_435_761).toString(36)).join(''),
    })
  }
  expect(textsOf(sharing(32_767))).toEqual(Array(2_000).fill(['a'.repeat(32_767)]))
  expect(textsOf(sharing(1_000_000))).toEqual(['damaged-file'])
})

test('half a character that is written by its number is none, and harms nothing', () => {
  const bytes = withParts({ 'xl/worksheets/sheet1.xml': sheetOf('<c t="inlineStr"><is><t>a_xD83D__xDE00_b_xD800_</t></is></c>') })
  expect(textsOf(bytes)).toEqual([['a😀b\ufffd']])
})

test('what is marked keeps its alignment and protection, and the sentence stands beside the table, however far out a format goes', () => {
  const styles = textOfPart('xl/styles.xml').replace('<alignment wrapText="1"/>', '<alignment wrapText="1"/><protection locked="0"/>')
  const far = textOfPart('xl/worksheets/sheet1.xml')
    .replace(/<\/row>(?!.*<\/row>)/s, '<c r="D2" s="3"/><c r="E2"><v>7</v></c><c r="AMK2" s="3"/></row>')
    .replace('r="B2"', 'r="B2" s="3"')
  const marking = { sheet: 0, column: 3, heading: { row: 1, text: 'Chỗ cần sửa' }, marks: [{ row: 2, columns: [1], sentence: 'Sai.' }] }
  const marked = markXlsx(withParts({ 'xl/styles.xml': styles, 'xl/worksheets/sheet1.xml': far }), marking)
  if (!marked.ok) throw new Error(JSON.stringify(marked.problems))
  const sheet = textOfPart('xl/worksheets/sheet1.xml', marked.value)
  expect(sheet.match(/<c r="D\d"[^>]*>.*?<\/c>/g)).toEqual([
    '<c r="D1" t="inlineStr"><is><t xml:space="preserve">Chỗ cần sửa</t></is></c>',
    '<c r="D2" t="inlineStr"><is><t xml:space="preserve">Sai.</t></is></c>',
  ])
  expect(sheet).toContain('<c r="E2"><v>7</v></c><c r="AMK2" s="3"/></row>')
  expect(textOfPart('xl/styles.xml', marked.value)).toContain(
    'fontId="1" fillId="2" applyFill="1"><alignment wrapText="1"/><protection locked="0"/></xf>',
  )
})
