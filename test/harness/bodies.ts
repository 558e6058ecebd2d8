import fc from 'fast-check'
import type { Block, CitedBody, CitedInText, Inline } from '../../src/publishing/newsroom/index.ts'

/** Signs of structured text, letters with marks, blanks: what a text may trip over. */
export const nasty = fc.constantFrom(
  ...'\\*_{}[]()|#->!1.;=—@ \t'.split(''),
  '**',
  '[[',
  ']]',
  '## ',
  'é',
  'ữ',
  'Đ',
  'ă',
  '😀',
  '\u00a0',
  'số ',
)
const words = fc.array(nasty, { minLength: 1, maxLength: 8 }).map(pieces => pieces.join('').normalize('NFC'))
const citation: fc.Arbitrary<CitedInText> = fc.record({
  mark: fc.constantFrom('a', 'b', 'c'),
  figure: fc.constantFrom('F1', 'F16'),
  parameters: fc.dictionary(fc.constantFrom('unit', 'kind', 'valid_as_of'), words),
  printed: words,
})
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record(
    {
      text: words,
      strong: fc.constant(true as const),
      emphasis: fc.constant(true as const),
      href: fc.constantFrom('/so-lieu/F1', 'https://x.vn/(a)'),
    },
    { requiredKeys: ['text'] },
  ),
  fc.record({ cite: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ footnote: words }),
)
const content = fc.array(inline, { minLength: 1, maxLength: 4 })
const cell = fc.array(inline, { maxLength: 2 })
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), text: words, level: fc.constant(3 as const) }, { requiredKeys: ['type', 'text'] }),
  fc.record({ type: fc.constant('paragraph' as const), content }),
  fc.record({ type: fc.constant('note' as const), content }),
  fc.record({ type: fc.constant('quotation' as const), text: words, source: fc.oneof(fc.constant(''), words) }),
  fc.record(
    { type: fc.constant('list' as const), ordered: fc.constant(true as const), items: fc.array(content, { minLength: 1, maxLength: 3 }) },
    { requiredKeys: ['type', 'items'] },
  ),
  fc.record({ type: fc.constant('table' as const), head: fc.tuple(cell, cell), rows: fc.array(fc.tuple(cell, cell), { maxLength: 2 }) }),
  fc.record({
    type: fc.constant('chart' as const),
    items: fc.array(content, { minLength: 1, maxLength: 3 }),
    caption: fc.oneof(fc.constant(''), words),
  }),
  fc.record({
    type: fc.constant('document' as const),
    instrument: fc.integer({ min: 1, max: 999_999_999 }),
    caption: fc.oneof(fc.constant(''), words),
  }),
  fc.record({
    type: fc.constant('photo' as const),
    photo: fc.integer({ min: 1, max: 999_999_999 }),
    caption: fc.oneof(fc.constant(''), words),
  }),
  fc.record({ type: fc.constant('picture' as const), scene: fc.constant('garden'), alt: words, caption: words }),
)
/** Bodies of every kind of block, with their citations; not yet normal. */
export const cited_body: fc.Arbitrary<CitedBody> = fc
  .record({ body: fc.array(block, { minLength: 1, maxLength: 5 }), a: citation, b: citation, c: citation })
  .map(({ body, a, b, c }) => ({
    body,
    citations: [
      { ...a, mark: 'a' },
      { ...b, mark: 'b' },
      { ...c, mark: 'c' },
    ],
  }))
