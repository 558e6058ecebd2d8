import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import type { DraftText } from '../draft/draft.ts'
import { align } from './align.ts'
import { compareDrafts } from './compare-drafts.ts'
import { compareWords } from './compare-words.ts'
import { mergeBlocks } from './merge-blocks.ts'

const letters: fc.Arbitrary<string[]> = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })

test('two sequences are covered whole, and what is called alike is alike', () => {
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const stretches = align(a, b)
      expect(stretches.flatMap(({ a: [from, to] }) => a.slice(from, to))).toEqual(a)
      expect(stretches.flatMap(({ b: [from, to] }) => b.slice(from, to))).toEqual(b)
      for (const { is_same, a: x, b: y } of stretches) if (is_same) expect(a.slice(...x)).toEqual(b.slice(...y))
    }),
    tries(2000),
  )
})

test('what is called alike is as long as it can be, in long sequences too', () => {
  const longest = (a: string[], b: string[]): number => {
    let row = b.map(() => 0)
    for (const one of a) {
      const before = row
      row = []
      for (const [j, other] of b.entries()) row.push(one === other ? (before[j - 1] ?? 0) + 1 : Math.max(before[j]!, row[j - 1] ?? 0))
    }
    return row.at(-1) ?? 0
  }
  const shared = (a: string[], b: string[]) => align(a, b).reduce((n, { is_same, a: [from, to] }) => n + (is_same ? to - from : 0), 0)
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      expect(shared(a, b)).toBe(longest(a, b))
    }),
    tries(2000),
  )
  const many = Array.from({ length: 3000 }, (_, i) => `từ ${i}`)
  expect(shared(many, many.toSpliced(100, 900, 'khác').toSpliced(1500, 600))).toBe(1500)
  expect(align(many, many.toReversed())).toEqual([{ is_same: false, a: [0, 3000], b: [0, 3000] }])
})

test('words are compared with their marks, phrases as a whole, and each text is read off the comparison', () => {
  expect(compareWords('Từ bản cam kết của chi bộ.', 'Từ trang cam kết của chi bộ.')).toEqual([
    { kind: 'same', text: 'Từ ' },
    { kind: 'gone', text: 'bản' },
    { kind: 'new', text: 'trang' },
    { kind: 'same', text: ' cam kết của chi bộ.' },
  ])
  expect(compareWords('ba xã', 'bá xã').map(({ kind }) => kind)).toEqual(['gone', 'new', 'same'])
  const text = fc.array(fc.constantFrom('bản ', 'bàn', ' ', '15.000', ', ', 'xã', '\n'), { maxLength: 15 }).map(parts => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const runs = compareWords(before, after)
      const said = (left_out: string) => runs.flatMap(({ kind, text }) => (kind === left_out ? [] : [text])).join('')
      expect([said('new'), said('gone')]).toEqual([before, after])
    }),
    tries(2000),
  )
})

test('what one alone has changed is taken; what both have is kept apart, and nothing is lost', () => {
  const base = ['a', 'b', 'c', 'd', 'e']
  expect(mergeBlocks(base, ['a', 'B', 'c', 'd', 'e'], ['a', 'b', 'c', 'D', 'e', 'f'])).toEqual([
    { is_both: false, blocks: ['a', 'B', 'c', 'D', 'e', 'f'] },
  ])
  expect(mergeBlocks(base, ['a', 'x', 'c', 'd', 'e'], ['a', 'y', 'c', 'e'])).toEqual([
    { is_both: false, blocks: ['a'] },
    { is_both: true, base: ['b'], mine: ['x'], theirs: ['y'] },
    { is_both: false, blocks: ['c', 'e'] },
  ])
  expect(mergeBlocks(['a', 'b'], ['x', 'y'], ['z', 'b'])).toEqual([
    { is_both: true, base: ['a'], mine: ['x'], theirs: ['z'] },
    { is_both: false, blocks: ['y'] },
  ])
  expect(mergeBlocks(['a'], ['a', 'm'], ['a', 't'])).toEqual([
    { is_both: false, blocks: ['a'] },
    { is_both: true, base: [], mine: ['m'], theirs: ['t'] },
  ])
  fc.assert(
    fc.property(letters, letters, letters, (base, mine, theirs) => {
      const side = (whose: 'mine' | 'theirs', other: string[]) =>
        mergeBlocks(base, whose === 'mine' ? mine : other, whose === 'mine' ? other : theirs).flatMap(part =>
          part.is_both ? part[whose] : part.blocks,
        )
      expect(side('mine', base)).toEqual(mine)
      expect(side('theirs', base)).toEqual(theirs)
      expect(mergeBlocks(base, mine, mine)).toEqual(mine.length > 0 ? [{ is_both: false, blocks: mine }] : [])
      const both = mergeBlocks(base, mine, theirs)
      const kept = new Set(both.flatMap(part => (part.is_both ? [...part.mine, ...part.theirs] : part.blocks)))
      const own = (text: string[]) => text.filter(block => !base.includes(block))
      expect([...own(mine), ...own(theirs)].filter(block => !kept.has(block))).toEqual([])
    }),
    tries(2000),
  )
})

test('versions are compared by line, block and bound number', () => {
  const draft = (title: string, words: string, printed: string): DraftText => ({
    ...{ topic: 'programme', title, lead: 'Sa pô', byline: 'Liễu', picture: null, reasons: [], note: '' },
    body: [
      { type: 'heading', text: 'Mở đầu' },
      { type: 'paragraph', content: [{ text: words }, { cite: 's1' }] },
    ],
    citations: [{ mark: 's1', figure: 'F16', parameters: {}, printed }],
  })
  const compared = compareDrafts(draft('Một', 'Có ', '15'), draft('Hai', 'Có ', '16'))
  expect(compared.lines.map(({ field }) => field)).toEqual(['title'])
  expect(compared.numbers).toEqual([{ before: '{F16 | 15}', after: '{F16 | 16}' }])
  expect(compared.blocks.map(block => ('runs' in block ? 'changed' : block.unchanged))).toEqual([1, 'changed'])
})
