import type { Row } from './lexicon.ts'

/** Whether a number is of all together, or of each of them. */
export type Per = 'all' | 'each' | 'mean'

export const per_rows: readonly Row[] = [
  ['per', 'each', 'mỗi | từng | một người | mỗi một | cứ | mỗi lần | lần lượt mỗi'],
  ['per', 'mean', 'bình quân | trung bình | bình quân mỗi | trung bình mỗi | tính bình quân'],
] // biome-ignore format: a table reads by its columns
