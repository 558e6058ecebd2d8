import { type Db, query } from '../../platform/database/index.ts'
import type { SearchLang } from './keep-text.ts'
import { quoted, type Syllable, syllablesOf } from './syllables.ts'

/** A syllable that is asked: in how many texts it stands, and in how many as it was typed, with its marks. */
export type AskedSyllable = Pick<Syllable, 'plain' | 'marked' | 'written'> & { texts: number; texts_as_marked: number }
/** What was asked, and among how many texts. */
export type SearchQuestion = { lang: SearchLang; syllables: AskedSyllable[]; texts: number; average: number }

/** Of a longer question its first words are looked for. */
export const most_asked = 24

const counted = query<{ lang: string; syllables: string[] }, { syllable: string; texts: number }>(
  'select syllable, texts from search_syllable where lang = :lang and syllable = any(:syllables::text[]) and texts > 0',
  { is_short: true },
)
const collection = query<{ lang: string }, { texts: number; syllables: number }>(
  'select texts, syllables from search_collection where lang = :lang',
  { is_short: true },
)

/** Reads a question; the same word twice is one. */
export async function readQuestion(db: Pick<Db, 'executeQuery'>, lang: SearchLang, words: string): Promise<SearchQuestion> {
  const asked = syllablesOf(words).slice(0, most_asked)
  const [known, [all]] = await Promise.all([
    counted(db, { lang, syllables: [...new Set(asked.flatMap(({ plain, marked }) => [plain, marked]))] }),
    collection(db, { lang }),
  ])
  const texts = new Map(known.map(one => [one.syllable, one.texts]))
  const syllables = asked.map(({ plain, marked, written }) => ({
    ...{ plain, marked, written, texts: texts.get(plain) ?? 0, texts_as_marked: texts.get(marked) ?? 0 },
  }))
  return { lang, syllables, texts: all!.texts, average: Math.max(1, all!.syllables / Math.max(1, all!.texts)) }
}

/**
 * What counts, each once, and how much: by how rare it is. Of a word that bears marks, as it was typed for the most
 * part, and without them for the rest; of one without marks nothing is asked of the marks of a text.
 */
export function termsOf({ syllables, texts }: SearchQuestion): { terms: string[]; rarities: number[] } {
  const rarity = (held: number) => Math.log(1 + (texts - held + 0.5) / (held + 0.5))
  const counted = new Map<string, number>()
  for (const { plain, marked, texts: held, texts_as_marked } of syllables.filter(one => one.texts > 0)) {
    const is_marked = marked !== plain && texts_as_marked > 0
    if (is_marked) counted.set(marked, worth_of_marks * rarity(texts_as_marked))
    counted.set(plain, Math.max(counted.get(plain) ?? 0, (is_marked ? 1 - worth_of_marks : 1) * rarity(held)))
  }
  return { terms: [...counted.keys()].map(quoted), rarities: [...counted.values()] }
}

const worth_of_marks = 0.8

/** The whole question as it was typed, where it is more than one word and each of them stands somewhere. */
export function phraseOf({ syllables }: SearchQuestion): string | null {
  if (syllables.length < 2 || syllables.some(({ texts_as_marked }) => texts_as_marked === 0)) return null
  return syllables.map(({ marked }) => quoted(marked)).join(' <-> ')
}

/**
 * What a text must hold to be looked at, the strictest first: all words with their marks; all words; two of the four
 * rarest, or one of those that so few texts hold that all of them can be ranked.
 */
export function candidatesOf({ syllables }: SearchQuestion, most: number): string[] {
  const known = [...new Map(syllables.filter(({ texts }) => texts > 0).map(one => [one.plain, one])).values()]
  const rarest = known.toSorted((a, b) => a.texts - b.texts)
  const exact = rarest.slice(0, 8).map(({ marked, plain, texts_as_marked }) => quoted(texts_as_marked > 0 ? marked : plain))
  const plain = rarest.slice(0, 8).map(one => quoted(one.plain))
  const four = plain.slice(0, 4)
  const pairs = four.flatMap((one, i) => four.slice(i + 1).map(other => `(${one} & ${other})`))
  const rare = four.slice(0, Math.max(1, howManyWithin(rarest, most)))
  return [...new Set([exact.join(' & '), plain.join(' & '), [...rare, ...pairs].join(' | ')])].filter(level => level !== '')
}

/** How many of the rarest words together stand in at most so many texts. */
function howManyWithin(rarest: readonly AskedSyllable[], most: number): number {
  let held = 0
  let within = 0
  for (const { texts } of rarest) {
    held += texts
    if (held > most) break
    within += 1
  }
  return within
}
