import { type Db, query } from '../../platform/database/index.ts'
import type { SearchLang } from './keep-text.ts'
import { quoted, type Syllable, syllablesOf } from './syllables.ts'

/** A syllable that is asked: in how many texts it stands, and in how many as it was typed, with its marks. */
export type AskedSyllable = Pick<Syllable, 'plain' | 'marked' | 'written'> & { texts: number; texts_as_marked: number }
/** What was asked, and among how many texts. */
export type SearchQuestion = { lang: SearchLang; syllables: AskedSyllable[]; texts: number; average: number; blocks: number }

/** Of a longer question its first words are looked for. */
export const most_asked = 24

const counted = query<{ lang: string; syllables: string[] }, { syllable: string; texts: number }>(
  'select syllable, texts from search_syllable where lang = :lang and syllable = any(:syllables::text[]) and texts > 0',
  { is_short: true },
)
const collection = query<{ lang: string }, { texts: number; syllables: number; last: number }>(
  `select texts, syllables,
          coalesce((select max(number) from search_text where kind = 'article' and lang = :lang), 0) as last
     from search_collection
    where lang = :lang`,
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
  return {
    lang,
    syllables,
    texts: all!.texts,
    average: Math.max(1, all!.syllables / Math.max(1, all!.texts)),
    blocks: 1 + Math.floor(all!.last / block_size),
  }
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
 * What a text must hold to be looked at, how many such texts are ranked, and in which blocks they are looked for: in the
 * newest ones where far more texts are to be expected; null: in all.
 */
export type Level = { candidates: string; most: number; blocks: number[] | null }

/** Of texts that hold all words fewer need to be ranked than of those that hold a part of them. */
const [most_with_all, most_with_some] = [300, 1000]

/**
 * The strictest first: all words with their marks; all words; two of the four rarest, or one of those that so few texts
 * hold that all of them can be ranked.
 */
export function levelsOf(question: SearchQuestion): Level[] {
  const known = [...new Map(question.syllables.filter(({ texts }) => texts > 0).map(one => [one.plain, one])).values()]
  const rarest = known.toSorted((a, b) => a.texts - b.texts)
  const exact = rarest
    .slice(0, 8)
    .map(one => (one.texts_as_marked > 0 ? [one.marked, one.texts_as_marked] : [one.plain, one.texts]) as Held)
  const plain = rarest.slice(0, 8).map(one => [one.plain, one.texts] as Held)
  const four = plain.slice(0, 4)
  const pairs = four.flatMap((one, i) => four.slice(i + 1).map(other => [one, other]))
  const rare = four.slice(0, Math.max(1, howManyWithin(rarest, most_with_some))).map(one => [one])
  const levels = [
    levelOf(question, [exact], most_with_all),
    levelOf(question, [plain], most_with_all),
    levelOf(question, [...rare, ...pairs], most_with_some),
  ]
  return [...new Map(levels.filter(({ candidates }) => candidates !== '()').map(one => [one.candidates, one])).values()]
}

/** Texts that hold all words of one of the ways. */
function levelOf(question: SearchQuestion, ways: readonly (readonly Held[])[], most: number): Level {
  const candidates = ways.map(all => `(${all.map(([word]) => quoted(word)).join(' & ')})`).join(' | ')
  const texts = ways.reduce((sum, all) => sum + expected(all, question), 0)
  return { candidates, most, blocks: blocksFor(question, most, texts) }
}

/** A word, and in how many texts it stands. */
type Held = readonly [word: string, texts: number]

/**
 * In how many texts words may stand together: between what chance would bring together, and all in which the rarest of
 * them stands.
 */
function expected(words: readonly Held[], { texts }: SearchQuestion): number {
  if (words.length === 0) return 0
  const by_chance = words.reduce((share, [, held]) => share * (held / texts), 1) * texts
  return Math.sqrt(by_chance * Math.min(...words.map(([, held]) => held)))
}

/** The blocks of the newest texts in which three times as many can be expected as are ranked, and that of documents. */
function blocksFor({ blocks }: SearchQuestion, most: number, expected_texts: number): number[] | null {
  const needed = Math.ceil((blocks * 3 * most) / expected_texts)
  if (expected_texts <= 10 * most || needed >= blocks) return null
  return [block_of_documents, ...Array.from({ length: needed }, (_, i) => blocks - 1 - i)]
}

/** As the tables have it: an article is in the block of its number. */
const block_size = 4096
const block_of_documents = -1

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
