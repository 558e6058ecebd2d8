import { foldText, type ParsedText, type Quantity } from '../../../basis/quantity/index.ts'
import type { Topic } from '../topics/topic.ts'
import { topicsFor } from '../topics/topics.ts'
import { type ClaimInContext, readClaim } from './claim.ts'
import { type Clauses, clausesOf } from './pieces.ts'
import type { PlaceNames } from './place-names.ts'
import { type Chunk, cutSentence } from './sentence.ts'

/** A claim read, with the topic that knows its state or act. */
export type ClaimRead = { topic: Topic; claim: ClaimInContext }

/** The topics that each quantity could be of; most of a text is of none. */
export function candidatesIn(parsed: ParsedText): Map<Quantity, Topic[]> {
  const candidates = new Map<Quantity, Topic[]>()
  let sentence = { start: -1, said: '', before: '' }
  for (const quantity of parsed.quantities) {
    const { start, end } = quantity.sentence
    if (start !== sentence.start)
      sentence = { start, said: lower(parsed.text.slice(start, end)), before: lower(parsed.text.slice(Math.max(0, start - BEFORE), start)) }
    const topics = topicsFor(quantity, sentence.said, sentence.before)
    if (topics.length > 0) candidates.set(quantity, topics)
  }
  return candidates
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
    const { chunks, clauses } = cut(quantity, topic)
    const claim = readClaim(chunks, clauses, quantity, day, topic.isStated)
    if (claim && topic.isStated([...claim.reach.own, ...claim.reach.hung])) return { topic, claim }
  }
  return null
}

type CutFor = (quantity: Quantity, topic: Topic) => { chunks: Chunk[]; clauses: Clauses }

/** Cuts the sentence of a quantity with the words of a topic; the sentence of the moment is cut once for each. */
function sentencesOf(parsed: ParsedText, names: PlaceNames): CutFor {
  const cuts = new Map<Topic, ReturnType<CutFor>>()
  let start = -1
  return ({ sentence }, topic) => {
    if (sentence.start !== start) cuts.clear()
    start = sentence.start
    const chunks = cuts.get(topic)?.chunks ?? cutSentence(parsed, sentence, topic.lexicon, names)
    const cut = cuts.get(topic) ?? { chunks, clauses: clausesOf(chunks) }
    cuts.set(topic, cut)
    return cut
  }
}
