import { foldText, type ParsedText, phraseAt, type Quantity, type Span, type Token, tokensOf } from '../../../basis/quantity/index.ts'
import type { Lexicon, Slot } from './lexicon.ts'
import { type Place, type PlaceNames, placeAt } from './place-names.ts'

/**
 * A piece of a sentence that was read, or that was not. `number` is a claim, a rank, or the «một» of «15 xã và một thị
 * trấn», which has no quantity; `number-word` any other number; `text` is as printed. A chunk of slot `where` that names
 * a place has it in `place`.
 */
export type Chunk = {
  slot: Slot | 'number' | 'number-word' | 'date' | 'document' | 'mark' | 'unread'
  says: string
  text: string
  quantity: Quantity | null
  place: Place | null
}

/** A longer sentence is a table that lost its lines, or no sentence at all: it is not read. */
const longest_sentence = 1500

/**
 * Cuts a sentence into phrases: the longest that a lexicon knows, the places that it names, its quantities, its marks;
 * every word that is left is a chunk of its own.
 */
export function cutSentence(parsed: ParsedText, span: Span, lexicon: Lexicon, names: PlaceNames): Chunk[] {
  return cutWords(wordsOf(parsed, span), lexicon, names)
}

/** A sentence as it is cut, whatever the lexicon: its tokens, and where in it its quantities stand. */
export type Words = { said: string; tokens: Token[]; quantities: Placed[] }
type Placed = { quantity: Quantity; from: number; to: number }

const nothing: Words = { said: '', tokens: tokensOf(''), quantities: [] }

export function wordsOf(parsed: ParsedText, { start, end }: Span): Words {
  if (end - start > longest_sentence) return nothing
  const said = foldText(parsed.text.slice(start, end))
  const folds = said.length !== end - start
  const offset = (at: number) => (folds ? foldText(parsed.text.slice(start, at)).length : at - start)
  const quantities = quantitiesIn(parsed.quantities, start, end).map(quantity => ({
    quantity,
    from: offset(quantity.within.start),
    to: offset(quantity.within.end),
  }))
  return { said, tokens: tokensOf(said), quantities }
}

export function cutWords({ said, tokens, quantities }: Words, lexicon: Lexicon, names: PlaceNames): Chunk[] {
  const chunks: Chunk[] = []
  let next = 0
  for (let at = 0; tokens[at]!.kind !== 'end'; ) {
    while (quantities[next] && quantities[next]!.to <= tokens[at]!.start) next++
    const placed = quantities[next]
    const read =
      placed && placed.from <= tokens[at]!.start
        ? pastQuantity(tokens, at, placed)
        : readWords(tokens, at, lexicon, names, (chunks.at(-1)?.place ?? null) !== null)
    chunks.push({ ...blank, ...read.chunk, text: said.slice(tokens[at]!.start, tokens[read.next - 1]!.end) })
    at = read.next
  }
  return chunks
}

const blank = { says: '', quantity: null, place: null }

type Read = { next: number; chunk: Pick<Chunk, 'slot'> & Partial<Chunk> }

function pastQuantity(tokens: Token[], at: number, { quantity, to }: Placed): Read {
  let next = at + 1
  while (tokens[next]!.kind !== 'end' && tokens[next]!.start < to) next++
  return { next, chunk: { slot: slotOf(quantity), quantity } }
}

function slotOf({ kind, detail }: Quantity): Chunk['slot'] {
  if (kind === 'claim' || kind === 'ordinal') return 'number'
  if (kind === 'date' || kind === 'document') return kind
  return detail?.what === 'list-item' || detail?.what === 'footnote' ? 'mark' : 'number-word'
}

/** «tỉnh Bắc Kạn cũ» is the province before it ended. */
function readWords(tokens: Token[], at: number, lexicon: Lexicon, names: PlaceNames, is_behind_place: boolean): Read {
  const token = tokens[at]!
  if (token.kind === 'mark') return { next: at + 1, chunk: { slot: 'mark', says: token.key } }
  const known = phraseAt(lexicon, tokens, at)
  const named = placeAt(tokens, at, names, lexicon)
  if (named && named.next > (known?.next ?? at)) return { next: named.next, chunk: { slot: 'where', says: 'named', place: named.place } }
  if (token.key === 'cũ' && is_behind_place) return { next: at + 1, chunk: { slot: 'when', says: 'before-merger' } }
  if (known) return { next: known.next, chunk: known.means }
  return { next: at + 1, chunk: { slot: 'unread' } }
}

/** The quantities of a sentence; they stand in order. */
function quantitiesIn(quantities: readonly Quantity[], start: number, end: number): Quantity[] {
  let low = 0
  let high = quantities.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (quantities[middle]!.within.start < start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < quantities.length && quantities[last]!.within.start < end) last++
  return quantities.slice(low, last)
}
