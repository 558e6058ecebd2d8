-- The articles that were first published next after one, the nearest first, in a language.
select f.article_id, a.slug, a.topic, e.title, e.lead, e.picture,
       photos_of_headline(e.edition_id, e.picture) as photos, f.published_at,
       (select max(l.published_at) from edition l
         where l.article_id = f.article_id and l.lang = f.lang and l.follows is distinct from 'minor') as changed_at
  from edition f
  join article a using (article_id)
  join lateral (select l.edition_id, l.title, l.lead, l.picture
                  from edition l
                 where l.article_id = f.article_id and l.lang = f.lang
                 order by l.number desc
                 limit 1) e on true
 where f.lang = :lang and f.number = 1
   and (f.published_at, f.article_id) > (:published_at::timestamptz, :article_id::integer)
   and not exists (select from withdrawal w where w.article_id = f.article_id)
 order by f.published_at, f.article_id
 limit :limit
