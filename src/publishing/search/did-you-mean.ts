import { type Db, query } from '../../platform/database/index.ts'
import type { SearchQuestion } from './question.ts'
import { oneSlipFrom } from './slips.ts'

const most_mended = 3

/** Of words without marks the one that stands in the most texts, as most of them write it. */
const most_known = query<{ lang: string; words: string[] }, { written: string }>(
  `select m.written
     from (select lang, plain from search_syllable
            where lang = :lang and syllable = any(:words::text[]) and syllable = plain and texts > 0
            order by texts desc, plain
            limit 1) p
     join search_syllable m using (lang, plain)
    where m.texts > 0
    order by m.syllable = m.plain, m.texts desc, m.syllable
    limit 1`,
)

/**
 * The question with each word that no public text knows in the place of one that is a slip away; null where all words
 * are known, or not all of it can be mended.
 */
export async function didYouMean(db: Pick<Db, 'executeQuery'>, { lang, syllables }: SearchQuestion): Promise<string | null> {
  const unknown = [...new Set(syllables.filter(({ texts }) => texts === 0).map(({ plain }) => plain))]
  if (unknown.length === 0 || unknown.length > most_mended) return null
  const mended = new Map<string, string>()
  for (const plain of unknown) {
    const [word] = await most_known(db, { lang, words: oneSlipFrom(plain) })
    if (!word) return null
    mended.set(plain, word.written)
  }
  return syllables.map(({ plain, written }) => mended.get(plain) ?? written).join(' ')
}
