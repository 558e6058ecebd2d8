import fc from 'fast-check'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import {
  bold,
  centred,
  field,
  inFont,
  inList,
  note,
  noteMark,
  numberings,
  paragraph,
  picture,
  run,
  styled,
  table,
  testDocument,
  textBox,
} from '../../../../test/harness/document.ts'
import { tries } from '../../../../test/harness/tries.ts'
import { namesSecret } from '../../../platform/office-file/index.ts'
import { printStructured } from '../body/print-structured.ts'
import { readStructured } from '../body/read-structured.ts'
import { asBody } from './as-body.ts'
import { document_limits } from './parts/open-document.ts'
import { type DocumentCode, readDocument } from './read-document.ts'
import { readInChild } from './read-in-child.ts'
import { document_problem_words } from './words.ts'

const good = testDocument({ body: paragraph('Thân bài') })

/** Why a file is refused; «read» where it is not. */
function refusalOf(bytes: Uint8Array, name = 'bai.docx'): string {
  const answer = readDocument({ name, bytes })
  return answer.ok ? 'read' : answer.problems.map(({ code }) => code).join()
}

test('what is no document of Word gets a sentence that says what it is and how to save it', () => {
  const compound = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex')
  const files: [Uint8Array, DocumentCode][] = [
    [new Uint8Array(0), 'empty-file'],
    [new Uint8Array(document_limits.file + 1), 'too-large'],
    [compound, 'old-document'],
    [Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'password-protected'],
    [Buffer.from('{\\rtf1 Chao}'), 'rich-text'],
    [Buffer.from('%PDF-1.7'), 'other-file'],
    [Buffer.from('<html><body>Chào</body></html>'), 'other-file'],
    [Buffer.from('Chào'), 'not-document'],
    [zipSync({ 'a.txt': Buffer.from('x') }), 'not-document'],
    [good.subarray(0, -30), 'damaged-file'],
  ]
  expect(files.map(([bytes]) => refusalOf(bytes))).toEqual(files.map(([, code]) => code))
  expect(document_problem_words['old-document'].vi).toContain('Lưu thành')
  expect(document_problem_words['password-protected'].vi).toContain('.docx')
})

test('a file that is two at once is none: a picture or a page with an archive behind it', async () => {
  for (const head of [
    Buffer.from('89504e470d0a1a0a', 'hex'),
    Buffer.from('GIF89a'),
    Buffer.from('<script>alert(1)</script>'),
    Buffer.from('%PDF-1.7\n'),
  ])
    expect(refusalOf(Buffer.concat([head, good]))).toMatch(/^(not-document|other-file)$/)
})

test('an archive is judged before it is unpacked, and what lies about its size is not unpacked further than it says', () => {
  const huge = Buffer.alloc(4 * 1024 * 1024, 'x')
  expect(refusalOf(testDocument({ body: paragraph('x'), parts: { 'word/x.xml': huge.toString() } }))).toBe('too-dense')
  const many = Object.fromEntries(Array.from({ length: document_limits.entries + 1 }, (_, i) => [`word/${i}.xml`, 'x']))
  expect(refusalOf(testDocument({ body: '', parts: many }))).toBe('too-many-entries')
  const lying = Buffer.from(testDocument({ body: paragraph('x'.repeat(100_000)) }))
  const listed = lying.lastIndexOf(Buffer.from('504b0102', 'hex'), lying.indexOf(Buffer.from('word/document.xml'), lying.length / 2))
  lying.writeUInt32LE(64, listed + 24)
  expect(refusalOf(lying)).toBe('damaged-file')
})

test('one bit that was hit on the way is damage, and no word is read as it is not', () => {
  const at = Buffer.from(good).indexOf('word/document.xml') + 40
  const hit = Uint8Array.from(good)
  hit[at]! ^= 1
  expect(refusalOf(hit)).toBe('damaged-file')
})

test('a part that is cut short, nested without end, or declares a type of document is refused', () => {
  const main = (xml: string) => testDocument({ body: '', parts: { 'word/document.xml': xml } })
  expect(refusalOf(main('<w:document><w:body><w:p><w:r><w:t>nửa'))).toBe('damaged-file')
  expect(refusalOf(main('<w:document><w:body></w:body>'))).toBe('damaged-file')
  expect(refusalOf(main(`<w:document>${'<w:sdt>'.repeat(50_000)}${'</w:sdt>'.repeat(50_000)}</w:document>`))).toMatch(/too-hard|too-dense/)
  expect(refusalOf(main('<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:body/></w:document>'))).toBe('has-dtd')
  expect(refusalOf(main('<w:workbook/>'))).toBe('not-document')
})

const files = unzipSync(
  testDocument({
    styles: '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/></w:style>',
    numbering: numberings('bullet', 'decimal'),
    footnotes: note('footnote', 1, 'Chú thích'),
    media: [['media/a.jpeg', Buffer.from('ffd8ffc0', 'hex')]],
    links: ['https://example.com'],
    body: [
      paragraph(`${run('Tựa')}${noteMark('footnote', 1)}${textBox(paragraph('hộp'))}`, styled('A')),
      paragraph('một', inList(1)),
      paragraph(`${field(' PAGE ', run('2'))}${picture('rIdM1')}<w:hyperlink r:id="rIdL1">${run('liên kết')}</w:hyperlink>`),
      table([
        ['a', { text: 'b', look: '<w:vMerge w:val="restart"/><w:gridSpan w:val="2"/>' }],
        ['c', { text: 'd', look: '<w:vMerge/>' }],
      ]),
    ].join(''),
  }),
)

test('whatever is written over the parts of a document, it is read or refused, and its draft is one that the room knows', () => {
  const said = fc.constantFrom(
    '-1',
    '',
    '1e9',
    'NaN',
    '99999999999999999999',
    '"/>',
    '<w:tc>',
    '</w:p>',
    '<w:p>',
    '\u0000',
    'javascript:x',
    '__proto__',
  )
  const hit = fc.record({ part: fc.nat(Object.keys(files).length - 1), at: fc.nat(20_000), length: fc.nat(40), said })
  fc.assert(
    fc.property(fc.array(hit, { minLength: 1, maxLength: 4 }), hits => {
      const read = readDocument({ name: 'bai.docx', bytes: withHits(hits) })
      const made = read.ok ? asBody(read.value) : null
      if (made?.ok) expect(readStructured(printStructured({ body: made.value.body, citations: [] }))).toMatchObject({ ok: true })
    }),
    tries(2000),
  )
})

type Hit = { part: number; at: number; length: number; said: string }

/** The document with some of its letters written over. */
function withHits(hits: readonly Hit[]): Uint8Array {
  const written = Object.entries(files).map(([path, bytes], i) => {
    const text = hits.reduce((text, { part, at, length, said }) => {
      const place = at % (text.length + 1)
      return part === i ? text.slice(0, place) + said + text.slice(place + length) : text
    }, Buffer.from(bytes).toString('latin1'))
    return [path, Buffer.from(text, 'latin1')] as const
  })
  return zipSync(Object.fromEntries(written))
}

test('a document with the marking MẬT is refused, in its head, its box, its header or its name, in old letters too; honey is not secret', () => {
  const stamped = (body: string) => refusalOf(testDocument({ body: `${body}${paragraph('Kính gửi')}` }))
  expect([
    stamped(paragraph(run('MẬT', bold), centred)),
    stamped(paragraph('Độ mật: Tối mật')),
    stamped(paragraph(textBox(paragraph('Mật')))),
    stamped(paragraph(`${run('TUYỆT ')}${run('MẬT', bold)}`)),
    stamped(paragraph(run('mËt', inFont('.VnTimeH')))),
    refusalOf(testDocument({ body: paragraph('Thân bài'), header: paragraph('MẬT') })),
    refusalOf(good, 'bao-cao (MẬT).docx'),
  ]).toEqual(Array(7).fill('secret'))
  expect([stamped(paragraph('Mật')), stamped(paragraph('Mật ong rừng Nà Phặc được mùa')), refusalOf(good, 'Mật ong Nà Phặc.docx')]).toEqual(
    Array(3).fill('read'),
  )
  expect(['Tối mật.docx', 'TOI_MAT_so 3.docx', 'cong van mật.docx', 'MẬT-01.docx'].filter(namesSecret)).toHaveLength(4)
  expect(['Bí mật nhà nước.docx', 'mat-troi.docx', 'Mật độ dân số.docx', 'đổi mật khẩu.docx', 'mặt trận.docx'].filter(namesSecret)).toEqual(
    [],
  )
})

test('a document that takes too long, or too much memory, is given up; the next one is read', async () => {
  expect(await readInChild({ name: 'a.docx', bytes: good }, { time: 1, heap: 256 })).toMatchObject({ problems: [{ code: 'too-hard' }] })
  const wide = testDocument({ body: Array.from({ length: 60_000 }, (_, i) => paragraph(`Câu ${i} ${(i * 7919) % 100_003}`)).join('') })
  expect(await readInChild({ name: 'a.docx', bytes: wide }, { time: 60_000, heap: 16 })).toMatchObject({
    problems: [{ code: 'too-hard' }],
  })
  const restless = Array.from({ length: 140_000 }, (_, i) => run('a', i % 2 ? bold : '')).join('')
  const noise = Array.from({ length: 80_000 }, (_, i) => ((i * 7919) % 999_983).toString(36)).join('')
  const cell = testDocument({
    body: table([
      [paragraph(restless), 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
      ['i', 'k'],
    ]),
    parts: { 'word/noise.xml': noise },
  })
  expect(await readInChild({ name: 'a.docx', bytes: cell })).toMatchObject({
    ok: false,
    problems: [{ code: expect.stringMatching(/too-hard|too-many-letters/) }],
  })
  expect(await readInChild({ name: 'a.docx', bytes: good })).toMatchObject({ ok: true })
})
