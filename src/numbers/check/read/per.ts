import type { Row } from './lexicon.ts'

/**
 * Whether a number is of all together, of each of them, or of every year anew: only what is counted by years can be
 * that. `base`: the hundred of which another number is told.
 */
export type Per = 'all' | 'each' | 'mean' | 'yearly' | 'base'

export const per_rows: readonly Row[] = [
  ['per', 'each', 'mỗi | từng | một người | mỗi một | cứ | mỗi lần | lần lượt mỗi'],
  ['per', 'yearly', 'hằng năm | hàng năm | mỗi năm | thường niên | năm nào cũng'],
  ['per', 'mean', 'bình quân | trung bình | bình quân mỗi | trung bình mỗi | tính bình quân'],
] // biome-ignore format: a table reads by its columns
