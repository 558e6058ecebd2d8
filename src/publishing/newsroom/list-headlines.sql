-- The living edition of every article in a language, newest first, without its text.
select h.article_id, h.slug, h.topic, h.title, h.lead, h.picture, h.published_at
  from (select distinct on (e.article_id) e.article_id, a.slug, a.topic, e.title, e.lead, e.picture, e.published_at
          from edition e
          join article a using (article_id)
         where e.lang = :lang and not exists (select from withdrawal w where w.article_id = e.article_id)
         order by e.article_id, e.number desc) h
 order by h.published_at desc, h.article_id desc
 limit :limit
