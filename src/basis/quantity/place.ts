import { phraseAt, phrases } from './phrases.ts'
import type { Page } from './text/page.ts'
import type { Token } from './tokens.ts'

export type Place = { from: number; next: number }

const KINDS = phrases<'named'>(
  ['xã', 'phường', 'thị trấn', 'huyện', 'thị xã', 'thành phố', 'tp', 'tỉnh', 'quận', 'thôn', 'bản', 'đặc khu'].map(
    kind => [kind, 'named'] as const,
  ),
)
const WHOLES = phrases<'whole'>(
  'toàn tỉnh|trong tỉnh|cả tỉnh|địa bàn tỉnh|toàn huyện|trong huyện|địa bàn huyện|toàn xã|địa bàn xã|toàn thành phố|địa bàn thành phố|toàn thị xã|toàn quốc|cả nước|trong cả nước|toàn vùng|toàn phường'
    .split('|')
    .map(whole => [whole, 'whole'] as const),
)

/** Every place that the text names: "huyện Ba Bể", "TP. Hồ Chí Minh", "toàn tỉnh". */
export function placesOf({ text, tokens }: Page): Place[] {
  const places: Place[] = []
  for (let at = 0; at < tokens.length; at++) {
    const place = tokens[at]!.kind === 'word' ? placeAt(tokens, at) : null
    if (!place || isAbbreviation(text, tokens[place.next - 1]!)) continue
    places.push(place)
    at = place.next - 1
  }
  return places
}

/** "xã NTM", "xã OCOP": a kind of commune, not a name. */
function isAbbreviation(text: string, { start, end }: Token): boolean {
  return /^\p{Lu}{3,5}$/u.test(text.slice(start, end)) && !/[\u00c0-\u1ef9]/.test(text.slice(start, end))
}

function placeAt(tokens: Token[], at: number): Place | null {
  const whole = phraseAt(WHOLES, tokens, at)
  if (whole && !tokens[whole.next]!.capital) return { from: at, next: whole.next }
  const kind = phraseAt(KINDS, tokens, at)
  if (!kind) return null
  const name = tokens[kind.next]!.key === '.' && tokens[at]!.key === 'tp' ? kind.next + 1 : kind.next
  const next = nameEnd(tokens, name)
  return next > name ? { from: at, next } : null
}

const LONGEST_NAME = 6

/** Capitalised words, with a hyphen or an apostrophe between: "Bà Rịa - Vũng Tàu", "Đắk R'Lấp". */
function nameEnd(tokens: Token[], at: number): number {
  let next = at
  while (next < at + LONGEST_NAME && isNamePart(tokens, next, at)) next++
  return tokens[next - 1]!.kind === 'word' ? next : next - 1
}

function isNamePart(tokens: Token[], at: number, first: number): boolean {
  const { kind, key, capital, parted } = tokens[at]!
  if (parted) return false
  if (kind === 'word') return capital
  return at > first && /^[-'’]$/.test(key) && tokens[at + 1]!.capital && tokens[at + 1]!.kind === 'word'
}

const COMMA = 4
const BEHIND = 2
const FARTHEST = 150

/**
 * The place nearest to tokens from..next-1 among those of their clause, in order; one behind them counts as a little
 * farther.
 */
export function nearestPlace(tokens: Token[], places: Place[], from: number, next: number): Place | null {
  const following = firstFrom(places, next)
  let preceding = following - 1
  while (preceding >= 0 && places[preceding]!.next > from) preceding--
  const [before, behind] = [places[preceding], places[following]]
  const [far, farther] = [before ? gap(tokens, before.next, from) : Infinity, behind ? gap(tokens, next, behind.from) + BEHIND : Infinity]
  if (Math.min(far, farther) === Infinity) return null
  return far <= farther ? before! : behind!
}

/** The first place that begins at token `at` or behind it. */
function firstFrom(places: Place[], at: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (places[middle]!.from < at) low = middle + 1
    else high = middle
  }
  return low
}

function gap(tokens: Token[], start: number, end: number): number {
  if (end - start > FARTHEST) return Infinity
  let distance = end - start
  for (let at = start; at < end; at++) if (tokens[at]!.key === ',') distance += COMMA
  return distance
}
