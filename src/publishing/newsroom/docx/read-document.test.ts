import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bold,
  centred,
  field,
  hidden,
  inFont,
  inList,
  italic,
  note,
  noteMark,
  numberings,
  paragraph,
  picture,
  run,
  styled,
  type TestDocument,
  table,
  testDocument,
  textBox,
} from '../../../../test/harness/document.ts'
import { telephonePhoto } from '../../../../test/harness/photos.ts'
import { tries } from '../../../../test/harness/tries.ts'
import { type DocumentBlock, type DocumentInline, plainText, type WordDocument } from './document.ts'
import { pictureIn, readDocument } from './read-document.ts'

function read(document: TestDocument): WordDocument {
  const answer = readDocument({ name: 'bai.docx', bytes: testDocument(document) })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return answer.value
}

/** Blocks as a reader would tell them: `h1`, `p`, `•`, `1.`, cells between bars, notes in brackets. */
function told({ blocks }: WordDocument): string[] {
  return blocks.flatMap(block => {
    if (block.type === 'heading') return [`h${block.level}${block.is_title ? ' title' : ''} ${say(block.content)}`]
    if (block.type === 'list')
      return block.items.map(({ depth, ordered, content }) => `${'  '.repeat(depth)}${ordered ? '1.' : '•'} ${say(content)}`)
    if (block.type === 'table') return block.rows.map(row => row.map(({ content }) => say(content)).join(' | '))
    if (block.type === 'picture') return [`picture ${block.picture} [${block.alt}] ${block.caption} (${block.credit})`]
    return [`${block.type === 'quotation' ? 'q' : 'p'} ${say(block.content)}`]
  })
}

function say(content: readonly DocumentInline[]): string {
  return content.map(inline => ('note' in inline ? `[${inline.note}]` : inline.text)).join('')
}

function found({ findings }: WordDocument): Record<string, number> {
  return Object.fromEntries(findings.map(({ code, n }) => [code, n]))
}

test('an article as offices write it: its title and headings by their look, its list by its dashes, its letterhead not taken for a table', () => {
  const document = read({
    body: [
      table([
        [
          `${paragraph(run('UBND XÃ NÀ PHẶC', bold), centred)}${paragraph('Số: 12/BC-UBND', centred)}`,
          `${paragraph(run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold), centred)}${paragraph(run('Độc lập - Tự do - Hạnh phúc', bold), centred)}`,
        ],
      ]),
      paragraph(run('Nói ít, làm nhiều ở Nà Phặc', bold), centred),
      paragraph(`${run('Năm qua, ')}${run('100%', bold)}${run(' đảng viên đã lập bản cam kết.')}`),
      paragraph(run('1. Kết quả bước đầu', bold)),
      paragraph('- Hiến 1.200 m2 đất làm đường;'),
      paragraph('- Góp 350 ngày công.'),
      paragraph(run('Bài, ảnh: Lò Thị B', bold), '<w:jc w:val="right"/>'),
    ].join(''),
  })
  expect(told(document)).toEqual([
    'p UBND XÃ NÀ PHẶC',
    'p Số: 12/BC-UBND',
    'p CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'p Độc lập - Tự do - Hạnh phúc',
    'h1 title Nói ít, làm nhiều ở Nà Phặc',
    'p Năm qua, 100% đảng viên đã lập bản cam kết.',
    'h2 1. Kết quả bước đầu',
    '• Hiến 1.200 m2 đất làm đường;',
    '• Góp 350 ngày công.',
    'p Bài, ảnh: Lò Thị B',
  ])
  expect(document.blocks[5]).toEqual({
    type: 'paragraph',
    content: [{ text: 'Năm qua, ' }, { text: '100%', strong: true }, { text: ' đảng viên đã lập bản cam kết.' }],
  })
  expect(found(document)).toEqual({ 'heading-by-look': 2, 'list-by-look': 2, 'layout-table': 1 })
})

const styles = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/></w:rPr></w:rPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Mục con"/><w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="caption"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="LB"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Loop1"><w:name w:val="Loop"/><w:basedOn w:val="Loop2"/></w:style>',
  '<w:style w:type="paragraph" w:styleId="Loop2"><w:name w:val="Loop"/><w:basedOn w:val="Loop1"/></w:style>',
].join('')

test('headings come from the outline, by whatever style; lists from the numbering, and a style that stands on itself ends', () => {
  const document = read({
    styles,
    numbering: numberings('bullet', 'decimal', 'none'),
    body: [
      paragraph('Tựa', styled('T')),
      paragraph('Phần một', styled('H1')),
      paragraph('Mục con', styled('Sub')),
      paragraph('Không phải đề mục', `${styled('H1')}<w:outlineLvl w:val="9"/>`),
      paragraph('ý một', styled('LB')),
      paragraph('ý con', inList(2, 1)),
      paragraph('ý hai', styled('LB')),
      paragraph('không gạch', `${styled('LB')}${inList(0)}`),
      paragraph('một', inList(2)),
      paragraph('xen', ''),
      paragraph('hai', inList(2)),
      paragraph('không số', inList(3)),
      paragraph('Lời xưa', styled('Q')),
      paragraph('vòng', styled('Loop1')),
    ].join(''),
  })
  expect(told(document)).toEqual([
    ...[
      'h1 title Tựa',
      'h1 Phần một',
      'h3 Mục con',
      'p Không phải đề mục',
      '• ý một',
      '  1. ý con',
      '• ý hai',
      'p không gạch',
      '1. một',
      'p xen',
    ],
    ...['1. hai', 'p không số', 'q Lời xưa', 'p vòng'],
  ])
  expect(document.blocks.flatMap(block => (block.type === 'list' ? block.start : []))).toEqual([1, 1, 2])
})

test('insertions are in, deletions out, what was moved stands once, and a paragraph whose end was deleted goes on in the next', () => {
  const by = 'w:id="1" w:author="B" w:date="2026-11-01T00:00:00Z"'
  const document = read({
    body: [
      paragraph(
        `${run('Góp ')}<w:del ${by}><w:r><w:delText>100</w:delText></w:r></w:del><w:ins ${by}>${run('120')}</w:ins>${run(' ngày công')}`,
      ),
      paragraph(`<w:moveFrom ${by}>${run('Câu dời đi.')}</w:moveFrom>`),
      paragraph(`<w:moveTo ${by}>${run('Câu dời đi.')}</w:moveTo>`),
      paragraph('Đầu câu, ', `<w:rPr><w:del ${by}/></w:rPr>`),
      paragraph('cuối câu.'),
      table(
        [
          ['giữ', 'lại'],
          ['bỏ', 'đi'],
        ],
        ['', `<w:del ${by}/>`],
      ),
    ].join(''),
  })
  expect(told(document)).toEqual(['p Góp 120 ngày công', 'p Câu dời đi.', 'p Đầu câu, cuối câu.', 'giữ | lại'])
  expect(found(document)).toEqual({ 'deleted-text': 2, 'deleted-row': 1, 'inserted-text': 1 })
})

test('what a field came to is text, its code is not; hidden text is out and told, whether a run or its style hides it', () => {
  const document = read({
    styles,
    links: ['https://example.com/so-lieu', 'javascript:alert(1)'],
    body: [
      paragraph(`<w:fldSimple w:instr=" MERGEFIELD So ">${run('1.250')}</w:fldSimple>${run(' hộ, ')}${field(' PAGE ', run('7'))}`),
      paragraph(field(' HYPERLINK "https://example.com/a" ', run('liên kết'))),
      paragraph(
        `<w:hyperlink r:id="rIdL1">${run('trang số liệu')}</w:hyperlink>${run(' và ')}<w:hyperlink r:id="rIdL2">${run('bẫy')}</w:hyperlink>`,
      ),
      paragraph(
        field(' IF ', '').replace(/<w:r><w:fldChar w:fldCharType="separate".*/, '') +
          field(' MERGEFIELD x ', run('12')) +
          field('', run('đạt')).replace(/^.*<\/w:instrText><\/w:r>/, ''),
      ),
      paragraph(
        `${run('Thấy')}${run(' ẩn một', hidden)}${run(' ẩn hai', '<w:rStyle w:val="Secret"/>')}${run(' rõ', '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')}`,
      ),
    ].join(''),
  })
  expect(told(document)).toEqual(['p 1.250 hộ, 7', 'p liên kết', 'p trang số liệu và bẫy', 'p đạt', 'p Thấy rõ'])
  expect(document.blocks.slice(1, 3)).toEqual([
    { type: 'paragraph', content: [{ text: 'liên kết', href: 'https://example.com/a' }] },
    { type: 'paragraph', content: [{ text: 'trang số liệu', href: 'https://example.com/so-lieu' }, { text: ' và bẫy' }] },
  ])
  expect(document.findings.map(({ code, samples }) => [code, samples])).toEqual([
    ['hidden-text', ['ẩn một', 'ẩn hai']],
    ['field-code', ['12']],
    ['unsafe-link', ['javascript:alert(1)']],
  ])
})

test('signs of a field that do not pair lose no words', () => {
  const open = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
  expect(told(read({ body: paragraph(`${open}${run('còn nguyên')}`) + paragraph('câu sau') }))).toEqual(['p còn nguyên', 'p câu sau'])
})

test('a box of text is read once, one in another too, and its heading is a heading', () => {
  const inner = paragraph(`${run('hộp trong')}`)
  const document = read({
    styles,
    body: paragraph(
      `${run('Trước')}${textBox(paragraph('Đề mục trong hộp', styled('H1')) + paragraph(`${run('hộp ngoài')}${textBox(inner)}`))}${run(' sau')}`,
    ),
  })
  expect(told(document)).toEqual(['p Trước sau', 'h1 Đề mục trong hộp', 'p hộp ngoài', 'p hộp trong'])
  expect(found(document)).toEqual({ 'text-box': 2 })
})

test('of several ways to draw one thing the first that we can read is read; controls and unknown tags are walked through', () => {
  const alternative = `<w:r><mc:AlternateContent><mc:Choice Requires="cx"><w:drawing/></mc:Choice><mc:Fallback>${run('thay thế')}</mc:Fallback></mc:AlternateContent></w:r>`
  const control = `<w:sdt><w:sdtPr/><w:sdtContent>${paragraph(`<w:sdt><w:sdtContent>${run('trong điều khiển')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`
  const document = read({
    body: `${paragraph(alternative)}${control}<w:future>${paragraph(`<w:unknown>${run('mai sau')}</w:unknown>`)}</w:future>`,
  })
  expect(told(document)).toEqual(['p thay thế', 'p trong điều khiển', 'p mai sau'])
})

test('a table keeps its size: joined cells stand once, a table in a cell becomes its words', () => {
  const document = read({
    body: table(
      [
        [
          { text: 'Xã', look: '<w:vMerge w:val="restart"/>' },
          { text: 'Số hộ', look: '<w:gridSpan w:val="2"/>' },
        ],
        [{ text: '', look: '<w:vMerge/>' }, '2024', '2025'],
        ['Nà Phặc', table([['1', '2']]) + paragraph(''), '1.250'],
      ],
      ['<w:tblHeader/>', '<w:tblHeader/>'],
    ),
  })
  expect(document.blocks).toEqual([
    {
      type: 'table',
      columns: 3,
      head_rows: 2,
      rows: [
        [cell('Xã', 0, 1, 2), cell('Số hộ', 1, 2)],
        [cell('2024', 1), cell('2025', 2)],
        [cell('Nà Phặc', 0), cell('1 2', 1), cell('1.250', 2)],
      ],
    },
  ])
  expect(found(document)).toEqual({ 'joined-cells': 1, 'nested-table': 1 })
})

function cell(text: string, column: number, columns = 1, rows = 1) {
  return { content: [{ text }], column, columns, rows }
}

test('notes stand in the order in which they are called; one called in deleted words is gone, one that nothing calls is kept', () => {
  const document = read({
    footnotes: `<w:footnote w:type="separator" w:id="-1">${paragraph('')}</w:footnote>${note('footnote', 1, 'Theo sổ của xã.')}${note('footnote', 2, 'Đã xóa.')}${note('footnote', 3, 'Không ai gọi.')}`,
    endnotes: note('endnote', 1, 'Cuối bài.'),
    body: paragraph(
      `${run('Một')}${noteMark('endnote', 1)}${run(' hai')}${noteMark('footnote', 1)}<w:del w:id="9">${noteMark('footnote', 2)}</w:del>`,
    ),
  })
  expect(told(document)).toEqual(['p Một[0] hai[1]'])
  expect(document.notes.map(({ kind, content }) => [kind, plainText(content)])).toEqual([
    ['endnote', 'Cuối bài.'],
    ['footnote', 'Theo sổ của xã.'],
    ['footnote', 'Không ai gọi.'],
  ])
})

test('fonts of TCVN3 and VNI come out as Unicode, capitals where their font draws them, a mark of VNI that was cut from its letter too', () => {
  const document = read({
    body: [
      paragraph(run('b¸o c¸o cña §¶ng ñy', inFont('.VnTimeH'))),
      paragraph(`${run('§¶ng viªn ®· hoµn thµnh ', inFont('.VnTime'))}${run('12', inFont('Arial'))}${run(' viÖc', inFont('.VnArial'))}`),
      paragraph(
        `${run('Ñaûng vieân ña', inFont('VNI-Times'))}${run('õ', `${inFont('VNI-Times')}${bold}`)}${run(' hoaøn thaønh', inFont('VNI-Times'))}`,
      ),
      paragraph(run('Giá 30£ – “déjà vu”', inFont('Arial'))),
    ].join(''),
  })
  expect(told(document)).toEqual([
    'p BÁO CÁO CỦA ĐẢNG ỦY',
    'p Đảng viên đã hoàn thành 12 việc',
    'p Đảng viên đã hoàn thành',
    'p Giá 30£ – “déjà vu”',
  ])
  expect(found(document)['old-letters']).toBeGreaterThan(3)
})

test('a text that was brought into Unicode, and kept its old font, is left as it is', () => {
  const document = read({ body: paragraph(run('Đảng viên đã hoàn thành cam kết, có bà con chứng nhận', inFont('.VnTime'))) })
  expect(told(document)).toEqual(['p Đảng viên đã hoàn thành cam kết, có bà con chứng nhận'])
  expect(found(document)).toEqual({})
})

test('letters come as NFC, wherever their marks were cut off; signs of fonts become those of Unicode, and what nobody knows a box', () => {
  const document = read({
    body: [
      paragraph(`${run('Ba\u0301o ca')}${run('\u0301o', bold)}${run(' xong\u200b \u202e1')}`),
      paragraph(
        '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> đạt </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 90 </w:t><w:sym w:font="Webdings" w:char="F0AA"/></w:r>',
      ),
    ].join(''),
  })
  expect(told(document)).toEqual(['p Báo cáo xong 1', 'p ✓ đạt ≥ 90 □'])
  expect(found(document)).toEqual({ 'unfit-signs': 1, 'unknown-symbol': 1 })
})

test('pictures are taken by their bytes and stand once; captions and who took them come from below; scanned pages are pictures', async () => {
  const photo = await telephonePhoto()
  const bomb = Buffer.from(await telephonePhoto())
  const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]))
  bomb.writeUInt16BE(30_000, frame + 5)
  bomb.writeUInt16BE(30_000, frame + 7)
  const media: [string, Uint8Array][] = [
    ['media/a.jpeg', photo],
    ['media/b.emf', Buffer.from('0100000058000000', 'hex')],
    ['media/c.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['media/d.png', bomb],
    ['media/e.jpg', Buffer.from('GIF89a<script>')],
  ]
  const bytes = testDocument({
    styles,
    media,
    body: [
      paragraph(picture('rIdM1', { alt: 'Bà con làm đường' })),
      paragraph(run('Bà con thôn Nà Lẹng làm đường. (Ảnh: Lò Thị B)', italic), centred),
      table([[paragraph(picture('rIdM1', { inside: '<a:srcRect l="10000"/>' }))], [paragraph('Chú thích có kiểu', styled('C'))]]),
      ...['rIdM2', 'rIdM3', 'rIdM4', 'rIdM5', 'rIdM9'].map(id => paragraph(picture(id))),
      paragraph('<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'),
    ].join(''),
  })
  const answer = readDocument({ name: 'bai.docx', bytes })
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  expect(told(answer.value)).toEqual([
    'picture 0 [Bà con làm đường] Bà con thôn Nà Lẹng làm đường. (Lò Thị B)',
    'picture 0 [] Chú thích có kiểu ()',
  ])
  expect(answer.value.pictures).toEqual([
    { path: 'word/media/a.jpeg', media_type: 'image/jpeg', width: 40, height: 30, size: photo.length },
  ])
  expect(pictureIn(bytes, answer.value.pictures[0]!)).toEqual(photo)
  expect(found(answer.value)).toEqual({
    'metafile-picture': 1,
    'unknown-picture': 2,
    'oversized-picture': 1,
    'missing-picture': 1,
    'embedded-object': 1,
    'caption-by-look': 1,
    'layout-table': 1,
    'cropped-picture': 1,
  })
})

test('headers, comments, embedded documents and macros are told, and none of them is read into the text', () => {
  const document = read({
    header: paragraph('Đảng ủy xã Nà Phặc'),
    comments: `<w:comment w:id="0">${paragraph('Xem lại số')}</w:comment>`,
    parts: { 'word/vbaProject.bin': 'x' },
    body: `${paragraph('Thân bài')}<w:altChunk r:id="rId9"/>`,
  })
  expect(told(document)).toEqual(['p Thân bài'])
  expect(document.findings.map(({ code, samples }) => [code, ...samples])).toEqual([
    ['comments'],
    ['header-or-footer', 'Đảng ủy xã Nà Phặc'],
    ['embedded-document'],
    ['macros'],
  ])
})

/** Documents with everything that words may stand in. */
const word = fc.constantFrom('đường', 'Nà', 'Lẹng', '1.250', 'hộ', 'việc', 'nói', 'Đảng', 'ủy', 'a&b', '<x>')
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map(list => ` ${list.join(' ')} `)
const run_of: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(words, fc.constantFrom('', bold, italic, inFont('Arial'))).map(([text, look]) => run(text, look)),
  words.map(text => `<w:ins w:id="1">${run(text)}</w:ins>`),
  words.map(text => `<w:fldSimple w:instr="DATE">${run(text)}</w:fldSimple>`),
  words.map(text => field(' DATE ', run(text))),
  words.map(text => `<w:smartTag>${run(text)}</w:smartTag>`),
  words.map(text => textBox(paragraph(text) + paragraph(run(text, bold)))),
  fc.constant('<w:r><w:br/></w:r>'),
)
const paragraph_of = fc
  .tuple(fc.array(run_of, { maxLength: 4 }), fc.constantFrom('', centred, inList(1), inList(2, 1), styled('H1'), styled('Q')))
  .map(([runs, look]) => paragraph(runs.join(''), look))
const cell_of = fc.tuple(
  fc.array(paragraph_of, { maxLength: 2 }),
  fc.constantFrom('', '<w:vMerge/>', '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'),
)
const table_of = fc
  .array(fc.array(cell_of, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map(rows => table(rows.map(row => row.map(([paragraphs, look]) => ({ text: paragraphs.join('') + paragraph(''), look })))))
const body_of = fc.array(fc.oneof({ weight: 4, arbitrary: paragraph_of }, table_of), { maxLength: 6 }).map(parts => parts.join(''))

test('whatever a document holds, each word in it comes out as often as it stands there', () => {
  fc.assert(
    fc.property(body_of, body => {
      const document = read({ styles, numbering: numberings('bullet', 'decimal'), body })
      expect(wordsIn(document.blocks)).toEqual(wordsWritten(body))
    }),
    tries(500),
  )
})

function wordsIn(blocks: DocumentBlock[]): string[] {
  return told({ blocks, notes: [], pictures: [], findings: [] })
    .flatMap(line => line.replace(/^(h\d|p|q|•|1\.)( title)? |^ +(•|1\.) /, '').split(/[\s|]+/))
    .filter(text => text !== '')
    .sort()
}

function wordsWritten(body: string): string[] {
  const once = body.replace(/<mc:Fallback>.*?<\/mc:Fallback>/g, '')
  return [...once.matchAll(/<w:t [^>]*>([^<]*)</g)]
    .flatMap(([, text]) => text!.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').split(/\s+/))
    .filter(text => text !== '')
    .sort()
}
