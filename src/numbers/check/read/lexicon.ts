import { type Phrases, phrases } from '../../../basis/quantity/index.ts'
import { wordKey } from '../../../basis/shared/vietnamese.ts'

/**
 * The slots of a claim. `aside` opens words that change nothing up to their comma («nhờ …»), `source` says who told it;
 * `silent` is the closed class that changes nothing.
 */
export type Slot = 'counted' | 'state' | 'where' | 'when' | 'modality' | 'change' | 'per' | 'aside' | 'source' | 'silent'

/** What a phrase says, and in which slot it stands. */
export type Filler = { slot: Slot; says: string }

/** A row of a lexicon: a slot, what its phrases say there, and the phrases, «|» between them. */
export type Row = readonly [slot: Slot, says: string, phrases: string]

export type Lexicon = Phrases<Filler>

/** One table of many; where two rows have the same phrase, the first has it. */
export function lexiconOf(...tables: readonly (readonly Row[])[]): Lexicon {
  return phrases(tables.flat().flatMap(([slot, says, said]) => said.split('|').map(phrase => [asCut(phrase), { slot, says }] as const)))
}

/** A phrase as the tokens of a text are: one spelling, commas apart. */
function asCut(phrase: string): string {
  return phrase.replace(/,/g, ' ,').trim().split(/\s+/).map(wordKey).join(' ')
}
