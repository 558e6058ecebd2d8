import type { Quantity } from '../../../basis/quantity/index.ts'
import type { ClaimQuestion, Doubt } from '../check.ts'
import { change_rows } from '../read/change.ts'
import type { ClaimInContext } from '../read/claim.ts'
import { type Lexicon, lexiconOf, type Row } from '../read/lexicon.ts'
import { modality_rows } from '../read/modality.ts'
import { per_rows } from '../read/per.ts'
import type { Chunk } from '../read/sentence.ts'
import { aside_rows, silent_rows } from '../read/silent.ts'
import { type When, when_rows } from '../read/when.ts'
import { where_rows } from '../read/where.ts'

/** Something that the register counts: its words, and what a claim read with them asks. */
export type Topic = {
  lexicon: Lexicon
  /** A quick look: whether a sentence, in lower case, could speak of it at all; `before` is what stands before it. */
  isNamedIn: (sentence: string, before: () => string) => boolean
  /** Whether a number could count it. */
  counts: (quantity: Quantity) => boolean
  /** Whether words say the state or the act that the register knows of it. */
  isStated: (chunks: readonly Chunk[]) => boolean
  /** What a claim may mean, the likeliest first; a doubt where the register does not count so. */
  questions: (claim: ClaimInContext) => ClaimQuestion[] | Doubt
  /** Whether the hierarchy of the party is asked. */
  is_of_the_party?: true
  /** A commune beside a number of communes is not where they are counted. */
  counts_communes?: true
}

export function isDoubt(questions: ClaimQuestion[] | Doubt): questions is Doubt {
  return typeof questions === 'string'
}

const shared: readonly Row[] = [...where_rows, ...when_rows, ...change_rows, ...per_rows, ...modality_rows, ...silent_rows, ...aside_rows]

/** The words of a topic go before those that all topics share. */
export function topicLexicon(...rows: readonly (readonly Row[])[]): Lexicon {
  return lexiconOf(...rows, shared)
}

/**
 * How much a figure rose or fell between two times; `ask` gives what is asked of each. A doubt, where no time is said or
 * the word is not one of more or fewer.
 */
export function askChange({ when, compared, turn }: ClaimInContext, ask: (when: When) => ClaimQuestion | Doubt): ClaimQuestion[] | Doubt {
  if (!compared || !turn) return 'change'
  const [now, then] = [ask(when), ask(compared)]
  if (typeof now === 'string') return now
  if (typeof then === 'string') return then
  if (!('to' in when && 'to' in compared) || compared.to >= when.to) return 'when'
  return [{ ...now, since: { asked: then.asked, turn } }]
}

/** What phrases of a slot say among chunks. */
export function saidIn(chunks: readonly Chunk[], slot: Chunk['slot']): string[] {
  return chunks.filter(chunk => chunk.slot === slot).map(({ says }) => says)
}

export function isSaid(chunks: readonly Chunk[], slot: Chunk['slot'], ...says: string[]): boolean {
  return chunks.some(chunk => chunk.slot === slot && says.includes(chunk.says))
}
