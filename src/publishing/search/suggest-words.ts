import { type Db, query } from '../../platform/database/index.ts'
import type { SearchLang } from './keep-text.ts'
import { syllablesOf } from './syllables.ts'

const most = 8
const least_letters = 2

/** Words that begin so without their marks, each as most texts write it; what stands in the most texts comes first. */
const begun = query<{ lang: string; plain: string; most: number }, { written: string }>(`
  select m.written
    from (select plain, texts
            from search_syllable
           where lang = :lang and syllable = plain and texts > 0 and starts_with(plain, :plain)
           order by texts desc, plain
           limit :most) p
   cross join lateral (
         select s.written
           from search_syllable s
          where s.lang = :lang and s.plain = p.plain and s.texts > 0
          order by s.syllable = s.plain, s.texts desc, s.syllable
          limit 1) m
   order by p.texts desc, p.plain`)

/** A question whose last word is begun, with that word as public texts have it; none where it is not begun. */
export async function suggestWords(db: Pick<Db, 'executeQuery'>, lang: SearchLang, words: string): Promise<string[]> {
  const last = syllablesOf(words).at(-1)
  if (!last || last.end !== words.length || last.plain.length < least_letters) return []
  const known = await begun(db, { lang, plain: last.plain, most })
  return known.map(({ written }) => words.slice(0, last.start) + written).filter(suggested => suggested !== words)
}
