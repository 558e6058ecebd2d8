import { foldText, type ParsedText, type Quantity, type Span, type TableCell } from '../../../basis/quantity/index.ts'
import { once } from '../../../basis/shared/once.ts'
import type { Topic } from '../topics/topic.ts'
import { topicsFor } from '../topics/topics.ts'
import { type ClaimInContext, readClaim, type SentenceRead } from './claim.ts'
import { type Heading, headingAbove, sentenceBefore } from './heading.ts'
import type { Lexicon } from './lexicon.ts'
import { clausesOf } from './pieces.ts'
import type { PlaceNames } from './place-names.ts'
import { type Chunk, cutWords, type Words, wordsOf } from './sentence.ts'
import { type CutSpan, cellReader, placeOf, startOfTable, wordsOfCell } from './table.ts'

/** A claim read, with the topic that knows its state or act. */
export type ClaimRead = { topic: Topic; claim: ClaimInContext }

/** The topics that each quantity could be of; most of a text is of none. */
export function candidatesIn(parsed: ParsedText): Map<Quantity, Topic[]> {
  const candidates = new Map<Quantity, Topic[]>()
  let sentence = { start: -1, isNamed: (_: Topic) => false }
  const say = once(({ start, end }: Span) => lower(parsed.text.slice(start, end)), placeOf)
  for (const quantity of parsed.quantities) {
    const { cell } = quantity
    const { start, end } = quantity.sentence
    if (cell) sentence = { start: -1, isNamed: namedIn(wordsOfCell(cell, say), () => '') }
    else if (start !== sentence.start) {
      const before = () => lower(parsed.text.slice(Math.max(0, start - BEFORE), start))
      sentence = { start, isNamed: namedIn(lower(parsed.text.slice(start, end)), before) }
    }
    const topics = topicsFor(quantity, sentence.isNamed)
    if (topics.length > 0) candidates.set(quantity, topics)
  }
  return candidates
}

/** Whether words speak of a topic; each is looked for once, however many numbers stand there. */
function namedIn(said: string, before: () => string): (topic: Topic) => boolean {
  return once(topic => topic.isNamedIn(said, before))
}

/** So much before a sentence tells what «Toàn tỉnh có 15 xã» goes on with. */
const BEFORE = 400

function lower(text: string): string {
  return foldText(text).toLowerCase().replace(/\s+/g, ' ')
}

/** Reads each candidate by the first topic whose state or act is said with it; null where none is. */
export function readClaims(
  parsed: ParsedText,
  candidates: ReadonlyMap<Quantity, Topic[]>,
  names: PlaceNames,
  day: string,
): Map<Quantity, ClaimRead | null> {
  const cut = sentencesOf(parsed, names)
  return new Map([...candidates].map(([quantity, topics]) => [quantity, readByFirst(cut, quantity, topics, day)]))
}

function readByFirst(cut: CutFor, quantity: Quantity, topics: Topic[], day: string): ClaimRead | null {
  for (const topic of topics) {
    const claim = readClaim(cut(quantity, topic), quantity, day, topic.isStated)
    if (claim && topic.isStated([...claim.reach.own, ...claim.reach.hung])) return { topic, claim }
  }
  return null
}

type CutFor = (quantity: Quantity, topic: Topic) => SentenceRead

/**
 * Cuts the sentence of a quantity with the words of a topic; the sentence of the moment is cut once for each. So is all
 * that a table says of many numbers.
 */
function sentencesOf(parsed: ParsedText, names: PlaceNames): CutFor {
  const cuts = new Map<Topic, SentenceRead>()
  const cutAt = spanCutter(parsed, names)
  const inTable = tableReader(parsed, cutAt)
  let start = -1
  let words: Words | null = null
  let heading: Heading | null = null
  return (quantity, topic) => {
    const { sentence, cell } = quantity
    if (cell) return inTable(quantity, cell, topic)
    if (sentence.start !== start) {
      cuts.clear()
      start = sentence.start
      words = wordsOf(parsed, sentence)
      heading = headingAbove(parsed, start)
    }
    const before = () => chunksBefore(parsed, sentence.start, topic.lexicon, cutAt)
    const cut = cuts.get(topic) ?? readSentence(cutWords(words!, topic.lexicon, names), before, heading, topic, cutAt)
    cuts.set(topic, cut)
    return cut
  }
}

function spanCutter(parsed: ParsedText, names: PlaceNames): CutSpan {
  const wordsAt = once((span: Span) => wordsOf(parsed, span), placeOf)
  const cutBy = once((lexicon: Lexicon) => once((span: Span) => cutWords(wordsAt(span), lexicon, names), placeOf))
  return (span, lexicon) => cutBy(lexicon)(span)
}

function readSentence(
  all: Chunk[],
  before: () => readonly Chunk[] | null,
  heading: Heading | null,
  topic: Topic,
  cutAt: CutSpan,
): SentenceRead {
  const above = heading ? cutAt(heading.span, topic.lexicon).filter(({ slot }) => slot !== 'number') : []
  const is_of_list = heading?.is_of_list ?? false
  const chunks = withoutSpeaker(all)
  return { chunks, clauses: clausesOf(chunks), before, above: is_of_list ? above : above.filter(isOfPlan), is_of_list }
}

const SPEAKERS = /^(ông|bà|đồng chí|đ\/c|anh|chị|phóng viên|pv)$/i

/** «Ông Triệu Văn Bình: Đến nay, …»: who says it, in an interview. */
function withoutSpeaker(chunks: Chunk[]): Chunk[] {
  const first = chunks.findIndex(({ slot }) => slot !== 'mark')
  const colon = chunks.findIndex(({ slot, says }) => slot === 'mark' && says === ':')
  const names = chunks.slice(first + 1, colon)
  const is_speaker = SPEAKERS.test(chunks[first]?.text ?? '') && names.every(({ text }) => /^\p{Lu}/u.test(text))
  return is_speaker && colon > first ? chunks.slice(colon + 1) : chunks
}

function chunksBefore(parsed: ParsedText, start: number, lexicon: Lexicon, cutAt: CutSpan): readonly Chunk[] | null {
  const span = sentenceBefore(parsed, start)
  return span && cutAt(span, lexicon)
}

function tableReader(parsed: ParsedText, cutAt: CutSpan): (quantity: Quantity, cell: TableCell, topic: Topic) => SentenceRead {
  const readCell = cellReader(parsed, cutAt)
  const headingAt = once((start: number) => headingAbove(parsed, start))
  return (quantity, cell, { lexicon }) => {
    const heading = headingAt(startOfTable(cell))
    const above = heading ? cutAt(heading.span, lexicon).filter(isOfPlan) : []
    return { cell: readCell(quantity, cell, lexicon), above, is_of_list: false }
  }
}

/** The heading of a section says only that what follows is yet to be. */
function isOfPlan({ slot, says }: Chunk): boolean {
  return slot === 'modality' && (says === 'plan' || says === 'condition')
}
