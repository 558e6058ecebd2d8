import { type Phrases, phraseAt, phrases, type Token } from '../../../basis/quantity/index.ts'
import { wordKey } from '../../../basis/shared/vietnamese.ts'
import type { Lexicon } from './lexicon.ts'

/** A place as a text names it: the word of its kind, if it says one («huyện»), and its name as it is looked up. */
export type Place = { kind: string | null; name: string }

/** The names of places that are known, cut as a text is cut. */
export type PlaceNames = Phrases<string>

/** Words that stand before a name, and the kinds of unit they may mean. A hamlet is no unit of the register. */
export const place_kinds: Record<string, readonly string[]> = {
  xã: ['commune'], phường: ['ward'], 'thị trấn': ['township'], huyện: ['district'], 'huyện vùng cao': ['district'], 'huyện miền núi': ['district'], 'thị xã': ['city'], 'thành phố': ['city', 'central-city'], tp: ['city', 'central-city'], tỉnh: ['province'], quận: [], thôn: [],
  bản: [], xóm: [], làng: [], 'đặc khu': ['special-zone'], 'tổ dân phố': [], 'huyện ủy': ['district'], 'thành ủy': ['city', 'central-city'], 'thị ủy': ['city'], 'tỉnh ủy': ['province'], 'đảng bộ huyện': ['district'],
  'đảng bộ tỉnh': ['province'], 'đảng bộ thành phố': ['city', 'central-city'],
} // biome-ignore format: a table reads by its columns

const KINDS = phrases(Object.keys(place_kinds).map(kind => [kind, kind] as const))

/** Of names in the spelling of `nameKey`. */
export function placeNames(keys: Iterable<string>): PlaceNames {
  return phrases([...keys].map(key => [key, key] as const))
}

/** One spelling of a name, whoever writes it. */
export function nameKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().split(' ').map(wordKey).join(' ')
}

/**
 * «huyện Ba Bể», «Ba Bể», «huyện Hóc Môn»: a known name with or without its kind, or a kind with a name that nobody
 * knows.
 */
export function placeAt(tokens: Token[], at: number, names: PlaceNames, lexicon: Lexicon): { next: number; place: Place } | null {
  const kind = phraseAt(KINDS, tokens, at)
  if (!kind) return bareName(tokens, at, names)
  const from = kind.means === 'tp' && tokens[kind.next]!.key === '.' ? kind.next + 1 : kind.next
  if (tokens[from]!.parted) return null
  const known = phraseAt(names, tokens, from)
  if (known) return { next: known.next, place: { kind: kind.means, name: known.means } }
  const next = unknownEnd(tokens, from, lexicon)
  const key = (token: Token) => token.key
  return next > from ? { next, place: { kind: kind.means, name: tokens.slice(from, next).map(key).join(' ') } } : null
}

/** A name of one word without its kind is no name. */
function bareName(tokens: Token[], at: number, names: PlaceNames): { next: number; place: Place } | null {
  const known = tokens[at]!.capital ? phraseAt(names, tokens, at) : null
  return known && known.next > at + 1 ? { next: known.next, place: { kind: null, name: known.means } } : null
}

const longest_name = 5

/** Capitals, up to a word that any slot knows: «TỈNH CÓ 15 XÃ» names no place «Có». */
function unknownEnd(tokens: Token[], from: number, lexicon: Lexicon): number {
  let next = from
  while (next < from + longest_name && isNamePart(tokens[next]!) && !phraseAt(lexicon, tokens, next)) next++
  return next
}

function isNamePart({ kind, capital, parted }: Token): boolean {
  return kind === 'word' && capital && !parted
}
