import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { contentOf } from '../body/content.ts'
import { printStructured } from '../body/print-structured.ts'
import { readStructured } from '../body/read-structured.ts'
import { asBody } from './as-body.ts'
import type { DocumentBlock, DocumentInline, WordDocument } from './document.ts'
import { settlePhotos } from './settle-photos.ts'

const text = (words: string): DocumentInline[] => [{ text: words }]
const cell = (words: string, column: number, columns = 1) => ({ content: text(words), column, columns, rows: 1 })

function documentOf(blocks: DocumentBlock[], rest: Partial<WordDocument> = {}): WordDocument {
  return { blocks, notes: [], pictures: [], findings: [], ...rest }
}

test('a document becomes a draft: its title, lead and byline apart, headings of two levels, sub-items in their item, a note where it is called, tables even', () => {
  const made = asBody(
    documentOf(
      [
        { type: 'paragraph', content: text('UBND XÃ NÀ PHẶC') },
        { type: 'heading', level: 1, is_title: true, content: text('Nói ít, làm nhiều') },
        { type: 'paragraph', content: [{ text: 'Ở Nà Phặc, việc nhỏ làm trước, việc lớn làm sau.', strong: true }] },
        { type: 'heading', level: 2, content: text('Kết quả') },
        { type: 'heading', level: 4, content: text('Làm đường') },
        {
          type: 'paragraph',
          content: [{ text: 'Theo sổ' }, { note: 0 }, { text: ' của xã' }, { note: 1 }, { text: ' và' }, { note: 1 }, { text: '.' }],
        },
        {
          type: 'list',
          start: 4,
          items: [
            { depth: 0, ordered: true, content: text('Hiến đất') },
            { depth: 1, ordered: false, content: text('1.200 m2') },
            { depth: 0, ordered: true, content: text('Góp công') },
            { depth: 0, ordered: false, content: text('Khác') },
          ],
        },
        {
          type: 'table',
          columns: 3,
          head_rows: 0,
          rows: [
            [cell('Xã', 0), cell('Số hộ', 1, 2)],
            [cell('1', 1), cell('2', 2)],
          ],
        },
        { type: 'picture', picture: 0, alt: 'Đường', caption: 'Đường mới.', credit: 'Lò Thị B' },
        { type: 'paragraph', content: text('Bài, ảnh: Lò Thị B') },
      ],
      {
        notes: [
          { kind: 'footnote', content: text('Sổ tháng 10.') },
          { kind: 'endnote', content: text('Gọi ở nhiều chỗ.') },
        ],
      },
    ),
  )
  expect(made).toEqual({
    ok: true,
    value: {
      title: 'Nói ít, làm nhiều',
      lead: 'Ở Nà Phặc, việc nhỏ làm trước, việc lớn làm sau.',
      byline: 'Lò Thị B',
      body: [
        { type: 'paragraph', content: [{ text: 'UBND XÃ NÀ PHẶC' }] },
        { type: 'heading', text: 'Kết quả' },
        { type: 'heading', text: 'Làm đường', level: 3 },
        { type: 'paragraph', content: [{ text: 'Theo sổ' }, { footnote: 'Sổ tháng 10.' }, { text: ' của xã [2] và [2].' }] },
        { type: 'list', ordered: true, items: [[{ text: 'Hiến đất – 1.200 m2' }], [{ text: 'Góp công' }]] },
        { type: 'list', items: [[{ text: 'Khác' }]] },
        { type: 'table', head: [[{ text: 'Xã' }], [{ text: 'Số hộ' }], []], rows: [[[], [{ text: '1' }], [{ text: '2' }]]] },
        { type: 'photo', photo: 1, caption: 'Đường mới.' },
        { type: 'note', content: [{ text: '[2] Gọi ở nhiều chỗ.' }] },
      ],
      pictures: [],
      credits: [],
      findings: [
        { code: 'list-flattened', n: 1, samples: ['Hiến đất'] },
        { code: 'list-restarts', n: 1, samples: ['Hiến đất'] },
        { code: 'note-moved', n: 1, samples: ['Gọi ở nhiều chỗ.'] },
        { code: 'lead-by-look', n: 1, samples: ['Ở Nà Phặc, việc nhỏ làm trước, việc lớn làm sau.'] },
        { code: 'byline-by-look', n: 1, samples: ['Bài, ảnh: Lò Thị B'] },
        { code: 'table-head', n: 1, samples: ['Xã | Số hộ'] },
      ],
    },
  })
})

test('an empty document and one that is longer than an article are refused in words', () => {
  expect(asBody(documentOf([]))).toMatchObject({ ok: false, problems: [{ code: 'no-text' }] })
  const long = Array.from({ length: 2001 }, (): DocumentBlock => ({ type: 'paragraph', content: text('câu') }))
  const letters: DocumentBlock = { type: 'paragraph', content: text('chữ '.repeat(60_000)) }
  expect(asBody(documentOf([letters]))).toMatchObject({ ok: false, problems: [{ code: 'too-many-letters' }] })
  expect(asBody(documentOf(long))).toMatchObject({ ok: false, problems: [{ code: 'too-many-blocks', limit: 2000 }] })
})

test('what is wider or longer than the room allows is parted, and no word of it is lost', () => {
  const wide: DocumentBlock = { type: 'table', columns: 30, head_rows: 1, rows: [Array.from({ length: 30 }, (_, i) => cell(`c${i}`, i))] }
  const many: DocumentBlock = {
    type: 'list',
    start: 1,
    items: Array.from({ length: 501 }, (_, i) => ({ depth: 0, ordered: false, content: text(`m${i}`) })),
  }
  const long: DocumentBlock = { type: 'paragraph', content: text('chữ '.repeat(12_000)) }
  const made = asBody(documentOf([wide, many, long]))
  if (!made.ok) throw new Error(JSON.stringify(made))
  const words = made.value.body.flatMap(contentOf).flatMap(piece => ('text' in piece ? piece.text.split(/[\s|]+/) : []))
  expect(words.filter(word => word !== '')).toEqual([
    ...Array.from({ length: 30 }, (_, i) => `c${i}`),
    ...Array.from({ length: 501 }, (_, i) => `m${i}`),
    ...Array(12_000).fill('chữ'),
  ])
})

const piece: fc.Arbitrary<DocumentInline> = fc.oneof(
  fc.record(
    { text: fc.constantFrom('a', ' b ', '## c', '{F1 | 2}', '| d', 'đ'), strong: fc.constant(true as const) },
    { requiredKeys: ['text'] },
  ),
  fc.constant({ note: 0 }),
)
const content = fc.array(piece, { minLength: 1, maxLength: 4 })
const item = fc.record({ depth: fc.nat(2), ordered: fc.boolean(), content })
const block: fc.Arbitrary<DocumentBlock> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), level: fc.integer({ min: 1, max: 9 }), content }),
  fc.record({ type: fc.constantFrom('paragraph' as const, 'quotation' as const), content }),
  fc.record({ type: fc.constant('list' as const), start: fc.nat(3), items: fc.array(item, { minLength: 1, maxLength: 4 }) }),
  content.map(words => ({
    type: 'table' as const,
    columns: 2,
    head_rows: 1,
    rows: [[{ content: words, column: 1, columns: 1, rows: 1 }], []],
  })),
)

test('whatever a document says, its draft is a body of the room, and printed as text it reads the same', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), blocks => {
      const made = asBody(documentOf(blocks, { notes: [{ kind: 'footnote', content: text('chú thích') }] }))
      if (!made.ok) throw new Error(JSON.stringify(made))
      const written = { body: made.value.body, citations: [] }
      expect(readStructured(printStructured(written))).toEqual({ ok: true, value: written })
    }),
    tries(500),
  )
})

test('a photo of a document gets its number in the library; where there is none its words stay in the text, and it is told', () => {
  const place = (picture: number, credit: string) => ({ type: 'picture' as const, picture, alt: '', caption: 'Đường mới.', credit })
  const pictures = ['a', 'b'].map(path => ({ path, media_type: 'image/jpeg' as const, width: 1, height: 1, size: 1 }))
  const made = asBody(
    documentOf([place(0, 'Lò Thị B'), place(1, 'Lò Thị B'), { type: 'paragraph', content: text('Thân bài') }], { pictures }),
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const { body, findings } = settlePhotos(made.value, new Map([[1, 57]]))
  expect(body).toEqual([
    { type: 'paragraph', content: [{ text: '(Ảnh 1: Đường mới. Ảnh: Lò Thị B)', emphasis: true }] },
    { type: 'photo', photo: 57, caption: 'Đường mới.' },
    { type: 'paragraph', content: [{ text: 'Thân bài' }] },
  ])
  expect(findings).toEqual([{ code: 'picture-left', n: 1, samples: ['Đường mới. Ảnh: Lò Thị B'] }])
})
