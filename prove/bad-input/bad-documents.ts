import { unzipSync, zipSync } from 'fflate'
import { staff_paths } from '../../src/platform/web/href.ts'
import {
  bold,
  centred,
  field,
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
} from '../../test/harness/document.ts'
import { below, oneOf, type Random } from './random.ts'
import { as_file_form, fileForm, type Try } from './send.ts'

/** An article as an office sends it, with most of what a document may hold. */
export const good_document = testDocument({
  styles: '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/></w:style>',
  numbering: numberings('bullet', 'decimal'),
  footnotes: note('footnote', 1, 'Chú thích'),
  links: ['https://example.com'],
  body: [
    paragraph(run('Nói ít, làm nhiều', bold), centred),
    paragraph(`${run('Đề mục')}${noteMark('footnote', 1)}`, styled('A')),
    paragraph('Việc một', inList(1)),
    paragraph(`${field(' PAGE ', run('2'))}${picture('rIdM1')}<w:hyperlink r:id="rIdL1">${run('liên kết')}</w:hyperlink>`),
    table([
      ['a', { text: 'b', look: '<w:gridSpan w:val="2"/>' }],
      ['c', 'd'],
    ]),
  ].join(''),
})
const parts = unzipSync(good_document)

export function wordTry(says: string, bytes: Uint8Array, { name = 'bai.docx', must_refuse = false } = {}): Try {
  return { door: 'word', says, path: staff_paths.draft_import, headers: as_file_form, body: fileForm(name, bytes), must_refuse }
}

/** The document with letters of its parts written over, bits of its archive turned, or its end missing. */
export function badDocument(random: Random): Try {
  return oneOf(
    [
      () => wordTry('a part written over', overwritten(random)),
      () => wordTry('bits turned', turned(good_document, random)),
      () => wordTry('a document cut short', good_document.subarray(0, below(good_document.length, random)), { must_refuse: true }),
    ],
    random,
  )()
}

export function turned(bytes: Uint8Array, random: Random): Uint8Array {
  const hit = Uint8Array.from(bytes)
  for (let i = 0; i <= below(8, random); i++) hit[below(hit.length, random)]! ^= 1 << below(8, random)
  return hit
}

const said = [
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
  '&#0;',
  '<!DOCTYPE x>',
]

function overwritten(random: Random): Uint8Array {
  const chosen = oneOf(Object.keys(parts), random)
  let text = Buffer.from(parts[chosen]!).toString('latin1')
  for (let i = 0; i <= below(4, random); i++) {
    const at = below(text.length + 1, random)
    text = text.slice(0, at) + oneOf(said, random) + text.slice(at + below(40, random))
  }
  return zipSync({ ...parts, [chosen]: Buffer.from(text, 'latin1') })
}

const compound = Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex')
const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024, 'x')

/** What is known to be refused, each once: broken, locked, bombs, two things in one, secret, none at all. */
export function refusedDocuments(): Try[] {
  const must_refuse = true
  const main = (xml: string) => testDocument({ body: '', parts: { 'word/document.xml': xml } })
  const many = Object.fromEntries(Array.from({ length: 60_000 }, (_, i) => [`word/${i}.xml`, new Uint8Array(0)]))
  const bombs: [string, Uint8Array][] = [
    ['a bomb of 300 MB', zipSync({ ...parts, 'word/x.xml': megabytes(300) }, { level: 1 })],
    ['sixty thousand parts', zipSync({ ...parts, ...many }, { level: 0 })],
    ['a part that says it is shorter than it is', lying()],
    ['elements in elements', main(`<w:document>${'<w:sdt>'.repeat(50_000)}${'</w:sdt>'.repeat(50_000)}</w:document>`)],
    ['entities', main('<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:body>&a;</w:body></w:document>')],
  ]
  const others: [string, Uint8Array][] = [
    ['no file', new Uint8Array(0)],
    ['Word of before 2007', compound],
    ['a locked document', Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')])],
    ['a picture with a document behind it', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), good_document])],
    ['a page with a document behind it', Buffer.concat([Buffer.from('<script>alert(1)</script>'), good_document])],
    ['a secret document', testDocument({ body: paragraph(run('MẬT', bold), centred) + paragraph('Kính gửi') })],
  ]
  return [
    ...[...bombs, ...others].map(([says, bytes]) => wordTry(says, bytes, { must_refuse })),
    wordTry('a secret name', good_document, { name: 'bao cao (MẬT).docx', must_refuse }),
    { ...wordTry('500 MB', good_document, { must_refuse }), endless: 500 * 1024 * 1024 },
  ]
}

/** A part packed to its whole length, of which the list of contents says less. */
function lying(): Uint8Array {
  const bytes = Buffer.from(testDocument({ body: paragraph('x'.repeat(100_000)) }))
  const listed = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'), bytes.indexOf('word/document.xml', bytes.length / 2))
  bytes.writeUInt32LE(64, listed + 24)
  return bytes
}

/** Macros are left out, and the report says so: the document is read. */
export function documentWithMacros(): Try {
  return wordTry('macros', testDocument({ body: paragraph('Thân bài'), parts: { 'word/vbaProject.bin': 'x' } }), { name: 'bai.docm' })
}
