import { readClaim, shareNouns } from './claims.ts'
import type { Found } from './found.ts'
import { boundStarts } from './kinds/bounds.ts'
import { dateLineOf } from './kinds/date-line.ts'
import { dateStarts, readBareYear, readDate } from './kinds/dates.ts'
import { withVietnameseMarks } from './kinds/english.ts'
import { numberStarts } from './kinds/number-words.ts'
import { ordinalStarts, readOrdinal } from './kinds/ordinals.ts'
import { givePeriods } from './kinds/period.ts'
import { codePointCounter, fold, sourceOf, type Traced, untouched } from './kinds/traced.ts'
import { readVague, vagueStarts } from './kinds/vague.ts'
import { readName } from './names.ts'
import { nearestPlace, type Place, placesOf } from './place.ts'
import type { Detail, Quantity, TableCell } from './quantity.ts'
import { quotedTokens } from './quotations.ts'
import { giveHeads, type InTable } from './text/cells.ts'
import { documentStarts, readDocument } from './text/documents.ts'
import { type Page, pageOf } from './text/page.ts'
import type { Token } from './tokens.ts'

/** From the most specific to the least: the first that reads at a token has it. */
const RECOGNISERS: ((page: Page, at: number) => Found | null)[] = [
  readName,
  readDocument,
  readDate,
  readOrdinal,
  readVague,
  readClaim,
  readBareYear,
  readRest,
]

const STARTS = new Set([
  ...documentStarts,
  ...dateStarts,
  ...ordinalStarts,
  ...vagueStarts,
  ...boundStarts,
  'từ',
  'giữa',
  'nửa',
  '½',
  '¼',
  '¾',
  ...numberStarts,
])

/**
 * Every quantity of a Vietnamese text, sorted, without overlap: `[...text].slice(start, end).join('')` is its text.
 * Never throws.
 */
export function findQuantities(text: string): Quantity[] {
  const folded = fold(text)
  return quantitiesOf({ made: untouched(text), folded, date: dateLineOf(folded.text), input: text })
}

/** A text that was made from an input, as it is read, with its day. */
type Made = { made: Traced; folded: Traced; date: string | null; input: string }

/**
 * The same of a text that was made from an input (a saved page, old letters): `start` and `end` are those of the input.
 */
export function quantitiesOf({ made, folded, date, input }: Made): Quantity[] {
  const page = pageOf(withVietnameseMarks(folded.text), date)
  const hits = hitsOf(page)
  shareNouns(page.tokens, hits)
  const in_tables = giveHeads(page, hits)
  bySentence(page.tokens, hits, inSentence => givePeriods(page.tokens, inSentence))
  const quoted = quotedTokens(page)
  const places = groupPlaces(page)
  const cut = cutter(made, folded, input)
  return hits.map((hit, i) => ({
    ...quantityOf(page, hit, hits[i - 1], quoted, places.get(page.tokens[hit.from]!.clause) ?? [], cut),
    cell: cellOf(page.tokens, in_tables.get(hit), cut),
  }))
}

/**
 * Cuts what stands at start..end-1 of the folded text: from the text as read, and its place in the input in code
 * points.
 */
function cutter(made: Traced, folded: Traced, input: string) {
  const count = codePointCounter(input)
  return (start: number, end: number): Cut => {
    const within = sourceOf(folded, start, end)
    const source = sourceOf(made, within.start, within.end)
    return { text: made.text.slice(within.start, within.end), start: count(source.start), end: count(source.end), within }
  }
}

type Cut = Pick<Quantity, 'text' | 'start' | 'end' | 'within'>

function hitsOf(page: Page): Found[] {
  const hits: Found[] = []
  for (let at = 0; at < page.tokens.length - 1; ) {
    const hit = mayStart(page.tokens, at) ? recognise(page, at) : null
    if (hit) hits.push(hit)
    at = hit ? hit.next : at + 1
  }
  return hits
}

function mayStart(tokens: Token[], at: number): boolean {
  const { kind, key } = tokens[at]!
  return kind === 'number' || (kind !== 'opaque' && STARTS.has(key))
}

function recognise(page: Page, at: number): Found | null {
  for (const read of RECOGNISERS) {
    const hit = read(page, at)
    if (hit) return hit
  }
  return null
}

/** Digits that nobody else read. */
function readRest({ tokens }: Page, at: number): Found | null {
  if (tokens[at]!.kind !== 'number') return null
  const value = { least: Number(tokens[at]!.key), most: Number(tokens[at]!.key), unit: null }
  return { from: at, next: at + 1, kind: 'other', value, bound: null, share: null, counts: null, period: null, detail: { what: 'bare' } }
}

function bySentence(tokens: Token[], hits: Found[], work: (hits: Found[]) => void): void {
  for (let at = 0; at < hits.length; ) {
    const sentence = tokens[hits[at]!.from]!.sentence
    let next = at + 1
    while (next < hits.length && tokens[hits[next]!.from]!.sentence === sentence) next++
    work(hits.slice(at, next))
    at = next
  }
}

function groupPlaces(page: Page): Map<number, Place[]> {
  const groups = new Map<number, Place[]>()
  for (const place of placesOf(page)) {
    const clause = page.tokens[place.from]!.clause
    const same = groups.get(clause)
    if (same) same.push(place)
    else groups.set(clause, [place])
  }
  return groups
}

function cellOf(tokens: Token[], found: InTable | undefined, cut: (start: number, end: number) => Cut): TableCell | null {
  if (!found) return null
  const spanOf = ({ from, next }: { from: number; next: number }) => cut(tokens[from]!.start, tokens[next - 1]!.end).within
  return { within: spanOf(found.cell), words: found.words.map(spanOf), caption: found.caption && spanOf(found.caption) }
}

function quantityOf(
  page: Page,
  hit: Found,
  before: Found | undefined,
  quoted: Uint8Array,
  places: Place[],
  cut: (start: number, end: number) => Cut,
): Omit<Quantity, 'cell'> {
  const { tokens } = page
  const place = hit.kind === 'claim' ? nearestPlace(tokens, places, hit.from, hit.next) : null
  const sentence = page.sentences[tokens[hit.from]!.sentence]!
  const clause = page.clauses[tokens[hit.from]!.clause]!
  return {
    ...cut(tokens[hit.from]!.start, tokens[hit.next - 1]!.end),
    kind: quoted[hit.from] ? 'quotation' : hit.kind,
    value: hit.value,
    bound: hit.bound,
    share: hit.share,
    counts: hit.counts,
    place: place && page.text.slice(tokens[place.from]!.start, tokens[place.next - 1]!.end),
    period: hit.period,
    sentence: cut(sentence.start, sentence.end).within,
    clause: cut(clause.start, clause.end).within,
    detail: hit.kind === 'claim' ? withMerger(tokens, hit, before) : hit.detail,
  }
}

const MERGERS = new Set(['sáp', 'hợp', 'sắp', 'nhập'])
const REACH = 12

/** "sau sáp nhập còn 15 xã", "sau khi sắp xếp, toàn tỉnh có 96 xã": said between the number before and this one. */
function withMerger(tokens: Token[], hit: Found, before: Found | undefined): Detail | null {
  const first = Math.max(before?.next ?? 0, hit.from - REACH)
  let merger = false
  for (let at = hit.from - 1; at >= first && tokens[at]!.clause === tokens[hit.from]!.clause; at--) {
    const { key } = tokens[at]!
    if (MERGERS.has(key)) merger = true
    else if (merger && key === 'sau') return { ...hit.detail, after_merger: true }
    else if (merger && key === 'trước') return { ...hit.detail, before_merger: true }
  }
  return hit.detail
}
