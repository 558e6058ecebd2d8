import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { type TestWorkbook, testWorkbook } from '../../../test/harness/workbook.ts'
import { inWorker } from '../../register/roster/in-worker.ts'
import { lookAtWorkbook } from '../../register/roster/look-at-workbook.ts'
import { columnOf } from '../../register/roster/table/columns.ts'
import { markCsv, safeField } from './mark-csv.ts'
import { markXlsx } from './mark-xlsx.ts'
import { readWorkbook } from './read-workbook.ts'

const header = ['Họ và tên', 'Ngày sinh', 'Chi bộ']
const lan = ['Nông Thị Lan', '12/03/1988', 'Chi bộ thôn Nà Lẹng']
const roster = (more: Partial<TestWorkbook> = {}) => testWorkbook({ sheets: [{ name: 'DS', rows: [header, lan] }], ...more })
const codes = (bytes: Uint8Array) => {
  const read = readWorkbook(bytes, columnOf)
  return read.ok ? [] : read.problems.map(({ code }) => code)
}
const textsOf = (bytes: Uint8Array) => {
  const read = readWorkbook(bytes, columnOf)
  return read.ok ? read.value.sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(cell => cell?.text))) : read.problems
}

test('a workbook says what its cells show; a table of text does so in UTF-8, UTF-16 or windows-1258, with whatever stands between its fields', () => {
  expect(textsOf(roster())).toEqual([header, lan])
  const csv = 'Họ và tên;Ngày sinh;Chi bộ\r\n"Nông Thị Lan";12/03/1988;"Chi bộ ""thôn"" Nà Lẹng"\r\n'
  const said = [header, ['Nông Thị Lan', '12/03/1988', 'Chi bộ "thôn" Nà Lẹng']]
  expect(textsOf(Buffer.from(csv))).toEqual(said)
  expect(textsOf(Buffer.from(`\ufeff${csv}`, 'utf16le'))).toEqual(said)
  for (const [separator, end] of [
    ['|', '\n'],
    ['\t', '\r\n'],
    [',', '\r'],
  ] as const)
    expect(textsOf(Buffer.from([header, lan].map(fields => fields.join(separator)).join(end)))).toEqual([header, lan])
  expect(textsOf(Buffer.from('a,b\n1,"x\ny"\n'))).toEqual([
    ['a', 'b'],
    ['1', 'x y'],
  ])
})

test('a quotation that ends nowhere, or swallows lines, refuses the table by its row; one over two lines, or around a separator, is a text', () => {
  const table = (...notes: string[]) =>
    Buffer.from(['Họ và tên;Ngày sinh;Ghi chú', ...notes.map((note, i) => `Nông Văn Lan;197${i};${note}`)].join('\n'))
  const refused = (bytes: Uint8Array) => {
    const read = readWorkbook(bytes, columnOf)
    return read.ok ? 'read' : read.problems.map(({ code, limit }) => `${code} ${limit}`).join()
  }
  expect(refused(table('', '"Bí thư', '', ''))).toBe('open-quotation 3')
  expect(refused(table('', '"', '', '"', ''))).toBe('open-quotation 3')
  expect(refused(table('', '"tổ 3', '', 'tổ "4"', '5"'))).toBe('open-quotation 3')
  expect([table('"tổ 3;\ntổ 4"', ''), table('"a;b"', '"nói ""hai"" lời"'), table('3"', '')].map(refused)).toEqual(['read', 'read', 'read'])
})

test('what a web page or the XML of Excel 2003 holds is refused by what it is, under any name', () => {
  const old =
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
  for (const text of ['<html><table>', '<!DOCTYPE html><table>', ' <table><tr>', '<?xml version="1.0"?><html>', '\ufeff<HTML>'])
    expect([text, codes(Buffer.from(text))]).toEqual([text, ['web-page']])
  expect(codes(Buffer.from(old))).toEqual(['old-workbook'])
})

test('TCVN3 is known by its font, VNI by reading so; both come out as Unicode, and what was Unicode stays', () => {
  const old = (v: string) => ({ v, s: 3 })
  const tcvn3 = testWorkbook({
    sheets: [{ name: 'DS', rows: [header, [old('N«ng ThÞ Lan'), '1988', old('Chi bé th«n N\u00b5 LÑng')], ['Hà Văn Tó', '1990', 'x']] }],
  })
  expect(textsOf(tcvn3)).toEqual([header, ['Nông Thị Lan', '1988', 'Chi bộ thôn Nà Lẹng'], ['Hà Văn Tó', '1990', 'x']])
  const vni = testWorkbook({
    sheets: [
      {
        name: 'DS',
        rows: [
          ['Hoï vaø teân', 'Ngaøy sinh'],
          ['Noâng Thò Lan', '1988'],
          ['Trieäu Vaên Hoøa', '1961'],
        ],
      },
    ],
  })
  expect(textsOf(vni)).toEqual([
    ['Họ và tên', 'Ngày sinh'],
    ['Nông Thị Lan', '1988'],
    ['Triệu Văn Hòa', '1961'],
  ])
})

test('several sheets are offered with what is in each; a hidden one is not, and years in titles are noted', () => {
  const seen = lookAtWorkbook(
    testWorkbook({
      sheets: [
        { name: 'Bìa', rows: [['Kính gửi']] },
        { name: 'DS', rows: [['DANH SÁCH ĐẢNG VIÊN NĂM 2025'], header, lan] },
        { name: 'cũ', rows: [header, lan], hidden: true },
      ],
    }),
  )
  expect(seen.ok && seen.value.sheets.map(({ name, header, rows, years }) => [name, header?.texts ?? null, rows, years])).toEqual([
    ['Bìa', null, 0, []],
    ['DS', header, 1, [2025]],
    ['cũ', null, 0, []],
  ])
})

test('what is no workbook is refused by what it is', () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  expect(codes(new Uint8Array())).toEqual(['empty-file'])
  expect(codes(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]))).toEqual(['not-workbook'])
  expect(codes(zipSync({ 'word/document.xml': strToU8('<x/>') }))).toEqual(['not-workbook'])
  expect(codes(roster().subarray(0, 900))).toEqual(['damaged-file'])
  expect(codes(compound)).toEqual(['old-workbook'])
  expect(codes(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toEqual(['password-protected'])
  expect(codes(new Uint8Array(16 * 1024 * 1024 + 1))).toEqual(['too-large'])
})

test('an archive is judged before it is unpacked: how many parts, how much, how dense', () => {
  const parts = Object.fromEntries(Array.from({ length: 2_001 }, (_, i) => [`xl/x${i}.xml`, '<x/>']))
  expect(codes(roster({ parts }))).toEqual(['too-many-entries'])
  expect(codes(roster({ parts: { 'xl/x.xml': 'x'.repeat(101 * 1024 * 1024) } }))).toEqual(['too-much-unpacked'])
  expect(codes(roster({ parts: { 'xl/x.xml': 'x'.repeat(8 * 1024 * 1024) } }))).toEqual(['too-dense'])
})

test('macros, document types and data from elsewhere are refused; links in cells are not', () => {
  const relation = (type: string) =>
    `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="https://example.org/x" TargetMode="External"/></Relationships>`
  expect(codes(roster({ parts: { 'xl/vbaProject.bin': 'x' } }))).toEqual(['has-macros'])
  expect(codes(roster({ parts: { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><sst/>' } }))).toEqual([
    'has-dtd',
  ])
  const late = `<sst>${'<!-- -->'.repeat(1_000)}<!DOCTYPE x>`
  const wide = (text: string) => Buffer.from(text, 'utf16le')
  const swapped = (text: string) => wide(text).swap16()
  const hidden: Record<string, (string | Buffer)[]> = {
    'xl/sharedStrings.xml': [late, wide(late), wide(`\ufeff${late}`), swapped(late), swapped(`\ufeff${late}`)],
    'xl/drawings/drawing1.xml': [late],
    'customXml/item1.bin': [` ${late}`],
  }
  for (const [path, texts] of Object.entries(hidden))
    for (const text of texts) expect(codes(zipSync({ ...unzipSync(roster()), [path]: Buffer.from(text) }))).toEqual(['has-dtd'])
  // What a linked workbook said last stands in the cells.
  expect(codes(roster({ parts: { 'xl/externalLinks/_rels/x.xml.rels': relation('externalLinkPath') } }))).toEqual([])
  expect(codes(roster({ parts: { 'xl/drawings/_rels/x.xml.rels': relation('image') } }))).toEqual(['outside-relation'])
  expect(codes(roster({ parts: { 'xl/_rels/x.xml.rels': relation('attachedTemplate') } }))).toEqual(['outside-relation'])
  expect(codes(roster({ parts: { 'xl/worksheets/_rels/sheet1.xml.rels': relation('hyperlink') } }))).toEqual([])
})

test('a document with the stamp MẬT is refused, wherever it stands; somebody who is called Mật is not', () => {
  const titled = (title: string) => testWorkbook({ sheets: [{ name: 'DS', rows: [[title], header, lan] }] })
  expect(['MẬT', 'TỐI MẬT', 'Độ mật: Tối mật', 'TUYỆT MẬT'].map(title => codes(titled(title)))).toEqual(Array(4).fill(['secret']))
  expect(codes(testWorkbook({ sheets: [{ name: 'DS', rows: [header, lan], foot: 'MẬT' }] }))).toEqual(['secret'])
  expect(codes(roster({ parts: { 'xl/drawings/drawing1.xml': '<a:p xmlns:a="a"><a:t>TỐI MẬT</a:t></a:p>' } }))).toEqual(['secret'])
  expect(codes(testWorkbook({ sheets: [{ name: 'DS', rows: [header, ['Nông Văn Mật', '1988', 'x'], ['Mật', '1988', 'x']] }] }))).toEqual([])
})

test('a workbook that takes too long, or too much memory, is given up; the next one is read', async () => {
  const look = { task: 'look', bytes: roster() } as const
  expect(await inWorker(look, { time: 1, heap: 256 })).toMatchObject({ ok: false, problems: [{ code: 'too-hard' }] })
  const wide = testWorkbook({
    sheets: [{ name: 'DS', rows: [header, ...Array.from({ length: 40_000 }, (_, i) => [`Nông Thị ${i}`, i, `Chi bộ ${i}`])] }],
  })
  expect(await inWorker({ task: 'look', bytes: wide }, { time: 60_000, heap: 16 })).toMatchObject({
    ok: false,
    problems: [{ code: 'too-hard' }],
  })
  expect(await inWorker(look)).toMatchObject({ ok: true })
})

const marking = {
  sheet: 0,
  column: 3,
  heading: { row: 1, text: 'Chỗ cần sửa' },
  marks: [{ row: 2, columns: [1, 2], sentence: 'Ngày <này> không có.' }],
}

test('the same workbook comes back: faulty cells coloured in their own format, a sentence behind the row, all other parts byte for byte', () => {
  const bytes = testWorkbook({
    sheets: [{ name: 'DS', rows: [header, ['Nông Thị Lan', { v: 24909, s: 1 }, null, null]] }],
    parts: { 'xl/theme/theme1.xml': '<theme/>', 'docProps/app.xml': '<a/>' },
  })
  const marked = markXlsx(bytes, marking)
  if (!marked.ok) throw new Error('refused')
  expect(textsOf(marked.value)).toEqual([
    [...header, 'Chỗ cần sửa'],
    ['Nông Thị Lan', '24909', undefined, 'Ngày <này> không có.'],
  ])
  const [before, after] = [unzipSync(bytes), unzipSync(marked.value)].map(parts =>
    Object.entries(parts).map(([path, part]) => [path, Buffer.from(part).toString()] as const),
  )
  const touched = after!.filter(([, text], i) => text !== before![i]![1]).map(([path]) => path)
  expect([after!.map(([path]) => path), touched]).toEqual([before!.map(([path]) => path), ['xl/styles.xml', 'xl/worksheets/sheet1.xml']])
  const [styles, sheet] = touched.map(path => after!.find(([name]) => name === path)![1]) as [string, string]
  expect(sheet).toContain('<c s="4" r="B2">')
  expect(sheet).toContain('<c r="C2" s="5"/>')
  expect(styles).toContain('numFmtId="14" fontId="0" applyNumberFormat="1" fillId="2" applyFill="1"/>')
  expect(styles).toMatch(/<fills count="3">.*FFFFC7CE/s)
})

test('a table of text comes back with its sentences, and with nothing that a spreadsheet would take for a formula', () => {
  const csv = Buffer.from('Họ và tên;Ngày sinh;Chi bộ\nNông Thị Lan;30/02/1988;=HYPERLINK("http://x")\n')
  expect(Buffer.from(markCsv(csv, marking, columnOf)).toString()).toBe(
    `\ufeffHọ và tên;Ngày sinh;Chi bộ;Chỗ cần sửa\r\nNông Thị Lan;30/02/1988;"'=HYPERLINK(""http://x"")";Ngày <này> không có.\r\n`,
  )
  expect(['=1', '+1', '-1', '@x', '\tx'].map(safeField)).toEqual(["'=1", "'+1", "'-1", "'@x", "'\tx"])
})
