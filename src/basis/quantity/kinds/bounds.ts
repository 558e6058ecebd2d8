import { lookUp } from '../../shared/look-up.ts'
import { type Phrases, phraseAt, phrases } from '../phrases.ts'
import type { Bound, Value } from '../quantity.ts'
import type { Token } from '../tokens.ts'

const BEFORE: Record<Bound, string[]> = {
  over: ['trên', 'hơn', 'già', 'quá', 'vượt', 'vượt mốc', 'vượt trên', '>'],
  nearly: ['gần', 'ngót', 'ngót nghét', 'xấp xỉ gần', 'non', 'suýt soát'],
  about: [
    'khoảng',
    'chừng',
    'độ',
    'độ chừng',
    'khoảng chừng',
    'xấp xỉ',
    'ước',
    'ước khoảng',
    'ước đạt',
    'ước tính',
    'ước chừng',
    'trên dưới',
    'tầm',
    'cỡ',
    'vào khoảng',
    '~',
    '≈',
  ],
  'at-least': ['ít nhất', 'tối thiểu', 'không dưới', 'không ít hơn', 'không thấp hơn', 'tối thiểu là', 'ít nhất là', 'từ hơn', '≥'],
  'at-most': [
    'không quá',
    'tối đa',
    'nhiều nhất',
    'chậm nhất',
    'không vượt quá',
    'không hơn',
    'tối đa là',
    'tối đa không quá',
    'không lớn hơn',
    'không cao hơn',
    'không nhiều hơn',
    '≤',
  ],
  under: ['dưới', 'chưa đến', 'chưa tới', 'chưa đầy', 'không đến', 'không tới', 'chưa quá', 'không đầy', 'ít hơn', '<'],
}

const LEADING: Phrases<Bound> = phrases(
  Object.entries(BEFORE).flatMap(([bound, words]) => words.map(word => [word, bound as Bound] as const)),
)

const TRAILING = phrases<Bound>([
  ['trở lên', 'at-least'],
  ['trở xuống', 'at-most'],
])

/** "cao hơn 5%" says by how much, not a bound; "nhiệt độ 30" and "mức độ 4" are no "about". */
const NOT_BEHIND: Record<string, Set<string>> = {
  hơn: new Set('cao thấp nhiều ít lớn nhỏ sớm muộn nhanh chậm tốt ngắn'.split(' ')),
  độ: new Set('nhiệt mức tốc cường trình chế mật vĩ kinh góc tiến thái hạn'.split(' ')),
  quá: new Set(['thông', 'vượt']),
  vượt: new Set(['và', 'đạt']),
}

/** "già nửa", "non một nửa": of anything else these words say its age. */
const ONLY_BEFORE_HALF = new Set(['già', 'non'])

export const boundStarts = [...LEADING.keys()]

/** A bounding word before a number ("trên", "ít nhất"); of several the last one speaks ("ước khoảng hơn"). */
export function readBound(tokens: Token[], at: number, more = 2): { bound: Bound; next: number } | null {
  const first = tokens[at]!
  if (lookUp(NOT_BEHIND, first.key)?.has(tokens[at - 1]?.key ?? '')) return null
  if (ONLY_BEFORE_HALF.has(first.key) && tokens[at + 1]!.key !== 'nửa' && tokens[at + 2]?.key !== 'nửa') return null
  const read = phraseAt(LEADING, tokens, at)
  if (!read || tokens[read.next]!.parted) return null
  return (more > 0 ? readBound(tokens, read.next, more - 1) : null) ?? { bound: read.means, next: read.next }
}

/** "18 tuổi trở lên". */
export function readTrailingBound(tokens: Token[], at: number): { bound: Bound; next: number } | null {
  const read = tokens[at]!.parted ? null : phraseAt(TRAILING, tokens, at)
  return read && { bound: read.means, next: read.next }
}

/** Which end of a value its bound leaves open. */
export function bounded(least: number, most: number, unit: string | null, bound: Bound | null): Value {
  if (bound === 'over' || bound === 'at-least') return { least, most: null, unit }
  if (bound === 'nearly' || bound === 'under' || bound === 'at-most') return { least: null, most, unit }
  return { least, most, unit }
}
