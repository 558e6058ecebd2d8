import type { Turn } from '../check.ts'
import type { Row } from './lexicon.ts'
import type { Chunk } from './sentence.ts'

/**
 * Whether a number says how much there is, how much came to it, what it was before a change or after it, or how it
 * compares.
 */
export type Change = 'level' | 'added' | 'from' | 'to' | 'difference'

export const change_rows: readonly Row[] = [
  ['change', 'added', 'thêm | có thêm | đã có thêm | công nhận thêm | được công nhận thêm | công nhận mới | được công nhận mới | bổ sung'],
  ['change', 'fall', 'giảm từ | giảm xuống từ'],
  ['change', 'rise', 'tăng từ | nâng từ | đi từ | nhích từ | lên từ | vươn từ'],
  ['change', 'to', 'xuống còn | xuống | giảm còn | chỉ còn lại | lên | lên đến | lên thành | nâng lên | tăng lên | nay còn'],
  ['change', 'difference', 'tăng | tăng thêm | giảm | giảm thêm | bớt | hụt | hơn | nhiều hơn | ít hơn | cao hơn | thấp hơn | vượt | thua | kém | gấp | gấp đôi | so với | bằng | ngang | xếp | đứng | dẫn đầu | nhất | nhiều nhất | ít nhất'],
] // biome-ignore format: a table reads by its columns

const RISE = /^(tăng|tăng thêm|thêm|có thêm|đã có thêm|nhiều hơn|hơn)$/i
const FALL = /^(giảm|giảm thêm|bớt|ít hơn)$/i

/** Which way a change went, as the word nearest before its number says; null where it says another thing. */
export function turnOf(before: readonly Chunk[]): Turn | null {
  const said = before.findLast(({ slot, text }) => slot === 'change' && !COMPARED.test(text))?.text ?? ''
  if (RISE.test(said)) return 'rise'
  return FALL.test(said) ? 'fall' : null
}

/** «So với năm 2019»: a change is told from there. */
export const COMPARED = /^so với$/i
