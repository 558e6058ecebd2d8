import { type Db, query } from '../../../platform/database/index.ts'
import { tellConsented } from '../consent/tell-consented.ts'

/** A text that shows a photo: an article that is public, or a draft on its way. */
export type PhotoUse = { title: string; draft_id: number | null; article_id: number | null; slug: string | null }

const uses = query<{ photo: string }, PhotoUse>(`
  select v.content ->> 'title' as title, d.draft_id, null::integer as article_id, null as slug
    from draft d
    join lateral (select state from draft_step where draft_id = d.draft_id order by number desc limit 1) s on s.state not in ('published', 'dropped')
    join lateral (select content from draft_version where draft_id = d.draft_id order by number desc limit 1) v on true
   where (v.content -> 'body') @> :photo::jsonb or (v.content -> 'picture') @> (:photo::jsonb -> 0)
  union all
  select e.title, null, a.article_id, a.slug
    from (select distinct e.article_id from printed_photo p join edition e using (edition_id) where p.photo_id = (:photo::jsonb -> 0 ->> 'photo')::integer) u
    join article a using (article_id)
    join lateral (select title from edition where article_id = a.article_id and lang = 'vi' order by number desc limit 1) e on true
   where not exists (select from withdrawal w where w.article_id = a.article_id)
   order by draft_id nulls last, article_id
   limit 100`)

/** Where a photo is used, as far as whoever asks sees it: drafts first. */
export async function listPhotoUses(db: Db, photo_id: number): Promise<PhotoUse[]> {
  return tellConsented(db, 'vi', await uses(db, { photo: JSON.stringify([{ photo: photo_id }]) }))
}
