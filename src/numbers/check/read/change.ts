import type { Row } from './lexicon.ts'

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
