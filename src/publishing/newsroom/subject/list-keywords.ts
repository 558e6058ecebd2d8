import { type Db, query } from '../../../platform/database/index.ts'

/** A keyword as the newest article calls it, and how many articles that are public bear it. */
export type Keyword = { keyword: string; name: string; articles: number }

/**
 * The keywords of what is public, those that most articles bear first; or one of them. What an article is about its
 * living Vietnamese edition says.
 */
export const listKeywords = query<{ keyword: string | null; most: number }, Keyword>(`
  select s.keyword, (array_agg(s.name order by s.edition_id desc))[1] as name, count(*)::integer as articles
    from edition_subject s
    join edition e using (edition_id)
   where s.keyword is not null and (:keyword::text is null or s.keyword = :keyword)
     and e.lang = 'vi'
     and e.number = (select max(m.number) from edition m where m.article_id = e.article_id and m.lang = 'vi')
     and not exists (select from withdrawal w where w.article_id = e.article_id)
   group by s.keyword
   order by count(*) desc, s.keyword
   limit :most`)

/** One of them by what its address has of it; null where no public article bears it. */
export async function findKeyword(db: Db, keyword: string): Promise<Keyword | null> {
  const [found] = await listKeywords(db, { keyword, most: 1 })
  return found ?? null
}
