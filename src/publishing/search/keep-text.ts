import { type Db, query, statement, type Tx } from '../../platform/database/index.ts'
import { method, most_syllables, type Syllable, syllablesOf, vectorOf } from './syllables.ts'

export type SearchLang = 'vi' | 'en'
export const found_kinds = ['article', 'document'] as const
export type FoundKind = (typeof found_kinds)[number]

/**
 * A text that readers may find. `number` is that of the article or the instrument; `day` an ISO day; `labels` what it
 * is filed under.
 */
export type PublicText = {
  kind: FoundKind
  number: number
  lang: SearchLang
  day: string
  labels: readonly string[]
  title: string
  body: string
}

type Row = Omit<PublicText, 'labels'> & { labels: readonly string[]; syllables: number; words: string; method: number }

const hold = statement<{ lang: string; texts: number; syllables: number }>(
  'update search_collection set texts = texts + :texts, syllables = syllables + :syllables where lang = :lang',
)
const insert = statement<Row>(
  `insert into search_text (kind, number, lang, day, labels, title, body, syllables, words, method)
   values (:kind, :number, :lang, :day, :labels, :title, :body, :syllables, :words::text::tsvector, :method)`,
)
const count = statement<{ lang: string; syllable: string[]; plain: string[]; written: string[] }>(
  `insert into search_syllable (lang, syllable, plain, written, texts)
   select :lang, s, p, w, 1 from unnest(:syllable::text[], :plain::text[], :written::text[]) as given (s, p, w)
       on conflict (lang, syllable) do update set texts = search_syllable.texts + 1`,
)
const take = statement<{ kind: string; number: number; lang: string | null }, { lang: SearchLang; syllables: number; held: string[] }>(
  `delete from search_text where kind = :kind and number = :number and (:lang::text is null or lang = :lang)
   returning lang, syllables, tsvector_to_array(words) as held`,
)
const discount = statement<{ lang: string; held: string[] }>(
  'update search_syllable set texts = texts - 1 where lang = :lang and syllable = any(:held::text[])',
)

/** Makes a text findable, in the place of what it was before. As the owner, in the change that publishes it. */
export async function keepText(tx: Tx, text: PublicText): Promise<void> {
  await dropText(tx, text)
  const title = syllablesOf(text.title)
  const body = syllablesOf(text.body)
  const syllables = Math.min(title.length + body.length, most_syllables)
  await hold(tx, { lang: text.lang, texts: 1, syllables })
  await insert(tx, { ...text, syllables, words: vectorOf(title, body), method })
  await count(tx, { lang: text.lang, ...distinct([...title, ...body].slice(0, most_syllables)) })
}

/** Takes a text out, in one of its languages or in all. */
export async function dropText(tx: Tx, { kind, number, lang = null }: { kind: FoundKind; number: number; lang?: SearchLang | null }) {
  for (const taken of await take(tx, { kind, number, lang })) {
    await hold(tx, { lang: taken.lang, texts: -1, syllables: -taken.syllables })
    await discount(tx, taken)
  }
}

/** Each syllable once, as it is counted, and as the text writes it. */
function distinct(syllables: readonly Syllable[]): { syllable: string[]; plain: string[]; written: string[] } {
  const found = new Map<string, { plain: string; written: string }>()
  for (const { plain, marked, written } of syllables) {
    if (!found.has(plain)) found.set(plain, { plain, written: plain })
    if (!found.has(marked)) found.set(marked, { plain, written: written.normalize('NFC').toLowerCase() })
  }
  const all = [...found].map(([syllable, one]) => ({ syllable, ...one }))
  return {
    syllable: all.map(({ syllable }) => syllable),
    plain: all.map(({ plain }) => plain),
    written: all.map(({ written }) => written),
  }
}

const kept = query<{ kind: string; method: number }, { number: number }>(
  'select distinct number from search_text where kind = :kind and method = :method order by number',
)

/** The numbers of the texts of a kind that can be found as this program cuts them. */
export async function listKept(db: Pick<Db, 'executeQuery'>, kind: FoundKind): Promise<Set<number>> {
  return new Set((await kept(db, { kind, method })).map(({ number }) => number))
}
