-- The living edition of every article in a language, without its text; the newest articles first: a correction makes
-- none new.
select h.article_id, h.slug, h.topic, h.title, h.lead, h.picture, photos_of_edition(h.edition_id) as photos, h.published_at, h.changed_at
  from (select distinct on (e.article_id) e.edition_id, e.article_id, a.slug, a.topic, e.title, e.lead, e.picture,
               min(e.published_at) over (partition by e.article_id) as published_at, e.published_at as changed_at
          from edition e
          join article a using (article_id)
         where e.lang = :lang and not exists (select from withdrawal w where w.article_id = e.article_id)
         order by e.article_id, e.number desc) h
 order by h.published_at desc, h.article_id desc
 limit :limit
