import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cited_body, nasty } from '../../../../test/harness/bodies.ts'
import { tries } from '../../../../test/harness/tries.ts'
import { body_shape } from './body.ts'
import { normalBody } from './normal-body.ts'
import { printStructured } from './print-structured.ts'
import { readStructured } from './read-structured.ts'

const article = `## Nói ít, làm nhiều

Năm vừa qua, {F1 year=2020 | 100%} cán bộ, đảng viên đã **lập bản cam kết**; xem [cách tính](/so-lieu/F1).

1. Viết ra
2. Làm theo, {F3 | 2 - 3} việc

> Đường là đường chung,
> đất là đất của mình.
> — Một trưởng thôn (nhân vật hư cấu)

! Số liệu tính đến {F16 level=advanced; valid_as_of=2021-02-19 | 02} xã.

| Năm | Xã |
| 2020 | {F16 | 15} |

[[garden | Giàn bí xanh | mùa thu hái]]`

test('an article written as text becomes blocks, its numbers citations in the order of the text', () => {
  const read = readStructured(article)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  expect(read.value.body.map(block => block.type)).toEqual(['heading', 'paragraph', 'list', 'quotation', 'note', 'table', 'picture'])
  expect(read.value.citations).toEqual([
    { mark: 's1', figure: 'F1', parameters: { year: '2020' }, printed: '100%' },
    { mark: 's2', figure: 'F3', parameters: {}, printed: '2 - 3' },
    { mark: 's3', figure: 'F16', parameters: { level: 'advanced', valid_as_of: '2021-02-19' }, printed: '02' },
    { mark: 's4', figure: 'F16', parameters: {}, printed: '15' },
  ])
  expect(read.value.body[1]).toEqual({
    type: 'paragraph',
    content: [
      { text: 'Năm vừa qua, ' },
      { cite: 's1' },
      { text: ' cán bộ, đảng viên đã ' },
      { text: 'lập bản cam kết', strong: true },
      { text: '; xem ' },
      { text: 'cách tính', href: '/so-lieu/F1' },
      { text: '.' },
    ],
  })
  expect(read.value.body[3]).toEqual({
    type: 'quotation',
    text: 'Đường là đường chung, đất là đất của mình.',
    source: 'Một trưởng thôn (nhân vật hư cấu)',
  })
})

test('a footnote is written in braces behind the word that calls it, with a person or a brace in it', () => {
  const typed = 'Theo sổ{^ Sổ của xã, {@12} giữ; xem \\{3\\}} năm ấy.'.replace('{@12}', '\\{@12\\}')
  const read = readStructured(typed)
  const content = [{ text: 'Theo sổ' }, { footnote: 'Sổ của xã, {@12} giữ; xem {3}' }, { text: ' năm ấy.' }]
  expect(read).toEqual({ ok: true, value: { body: [{ type: 'paragraph', content }], citations: [] } })
  expect(readStructured('Chữ{^ }.')).toMatchObject({ ok: false, problems: [{ code: 'unreadable-token' }] })
  expect(readStructured(`Chữ{^ ${'dài '.repeat(300)}}`)).toMatchObject({ ok: false, problems: [{ code: 'words-too-long', limit: 1000 }] })
})

test('a chart is written line by line, a label and a number in each, and an instrument by its number', () => {
  const typed = '~ Năm 2020: {F16 valid_as_of=2020-12-31 | 15}\n~ Năm 2021: {F16}\n~ — Số xã đạt chuẩn\n\n[[văn bản 12 | Chỉ thị 05]]'
  const read = readStructured(typed)
  expect(read.ok && read.value.body).toEqual([
    {
      type: 'chart',
      items: [
        [{ text: 'Năm 2020: ' }, { cite: 's1' }],
        [{ text: 'Năm 2021: ' }, { cite: 's2' }],
      ],
      caption: 'Số xã đạt chuẩn',
    },
    { type: 'document', instrument: 12, caption: 'Chỉ thị 05' },
  ])
  expect(read.ok && printStructured(read.value)).toBe(typed)
})

test('a caption, a speaker or a list that is too long is called so, with its first words or without', () => {
  const problem = (text: string) => {
    const read = readStructured(text)
    return read.ok ? null : read.problems.map(({ code, limit, values }) => [code, limit, values?.words])
  }
  expect(problem(`[[ảnh 1 | ${'dài '.repeat(200)}]]`)).toEqual([['words-too-long', 500, 'dài '.repeat(15)]])
  expect(problem(`> Lời\n> — ${'n'.repeat(301)}`)).toEqual([['words-too-long', 300, 'n'.repeat(60)]])
  expect(problem('- mục\n'.repeat(501))).toEqual([['too-many-parts', 500, undefined]])
  expect(problem('đoạn\n\n'.repeat(2001))).toEqual([['too-many-parts', 2000, undefined]])
  expect(problem('chữ \u202e ngược')).toEqual([['unfit-signs', undefined, undefined]])
})

test('what cannot be read is told with its line: a token, a mark without an end, a link that runs a program, an uneven table', () => {
  const problems = (text: string) => {
    const read = readStructured(text)
    return read.ok ? [] : read.problems.map(({ code, limit }) => [code, limit])
  }
  expect(problems('Đúng\n\n{F16 | 15 | 2} xã\n\n**Đậm')).toEqual([
    ['unreadable-token', 3],
    ['unclosed-mark', 5],
  ])
  expect(problems('{số 15}')).toEqual([['unreadable-token', 1]])
  expect(problems('[x](javascript:alert\\(1\\))')).toEqual([['unsafe-link', 1]])
  expect(problems('| a | b |\n| c |')).toEqual([['uneven-table', 1]])
  expect(problems('[[garden | x]]')).toEqual([['unreadable-picture', 1]])
  expect(problems(' \n\n')).toEqual([['empty-text', undefined]])
  expect(problems('đảo \u202echiều')).toEqual([['unfit-signs', undefined]])
})

test('a paragraph that looks like another block stays a paragraph', () => {
  for (const text of ['## không', '- không', '1. không', '> không', '! không', '| không', '[[không', '\\ không', '{F16}'])
    expect(readStructured(printStructured({ body: [{ type: 'paragraph', content: [{ text }] }], citations: [] }))).toEqual({
      ok: true,
      value: { body: [{ type: 'paragraph', content: [{ text }] }], citations: [] },
    })
})

test('whatever a body holds, printed and read back it is the same', () => {
  fc.assert(
    fc.property(cited_body, written => {
      const normal = normalBody(written)
      fc.pre(body_shape.safeParse(normal.body).success && normal.citations.every(({ printed }) => printed !== ''))
      expect(readStructured(printStructured(normal))).toEqual({ ok: true, value: normal })
    }),
    tries(2000),
  )
})

test('whatever is typed is read or refused, and what was read is read the same again', () => {
  const typed = fc
    .array(fc.oneof(nasty, fc.constantFrom('\n', '\n\n', '{F16 | ', '}', '> ', '| ', '- ')), { maxLength: 40 })
    .map(pieces => pieces.join(''))
  fc.assert(
    fc.property(typed, text => {
      const once = readStructured(text)
      if (once.ok) expect(readStructured(printStructured(once.value))).toEqual(once)
    }),
    tries(5000),
  )
})
