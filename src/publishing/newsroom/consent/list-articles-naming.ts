import { type Db, query } from '../../../platform/database/index.ts'
import type { Consent } from '../../../register/exemplar/index.ts'
import { tellConsented } from './tell-consented.ts'

/** An article that is public and names, tells of or shows somebody, in its living edition or an older one. */
export type NamingArticle = { article_id: number; slug: string; title: string }

const naming = query<{ token: string; shown: number | null }, NamingArticle>(
  `select a.article_id, a.slug,
          (select l.title from edition l where l.article_id = a.article_id order by l.lang = 'vi' desc, l.number desc limit 1) as title
     from article a
    where not exists (select from withdrawal w where w.article_id = a.article_id)
      and exists (select from edition e
                   where e.article_id = a.article_id
                     and (position(:token in concat_ws(' ', e.title, e.lead, e.picture::text, e.body::text, e.reasons::text, e.note)) > 0
                          or exists (select from printed_photo p
                                       join photo_version v on v.photo_id = p.photo_id and v.number = p.version
                                      where p.edition_id = e.edition_id and v.exemplar_id = :shown::bigint)))
    order by a.article_id desc
    limit 200`,
)

/** Where a consent is used, the newest article first: by its token in a text, or by a photo of whoever gave it. */
export async function listArticlesNaming(
  db: Db,
  { consent_id, exemplar_id, scope }: Pick<Consent, 'consent_id' | 'exemplar_id' | 'scope'>,
): Promise<NamingArticle[]> {
  return tellConsented(db, 'vi', await naming(db, { token: `{@${consent_id}}`, shown: scope === 'photo' ? exemplar_id : null }))
}
