-- The living edition of every article in a language, without its text; the newest articles first, by their first
-- editions: a correction makes none new. Of one topic, of some time, or about one unit, instrument or keyword where
-- they are named; from behind an article on, where one is named. What an article is about its living Vietnamese
-- edition says. A minor change is none in `changed_at`.
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
   and (:topic::text is null or a.topic = :topic)
   and (:since::timestamptz is null or f.published_at >= :since::timestamptz)
   and (:until::timestamptz is null or f.published_at < :until::timestamptz)
   and (coalesce(:unit::text, :instrument::text, :keyword::text) is null
        or f.article_id in (
           select n.article_id
             from edition_subject s
             join edition n using (edition_id)
            where (s.unit_id = (select u.unit_id from unit u where u.key = :unit)
                   or s.instrument_id = :instrument::bigint
                   or s.keyword = :keyword)
              and n.lang = 'vi'
              and n.number = (select max(m.number) from edition m where m.article_id = n.article_id and m.lang = 'vi')))
   and (:before::timestamptz is null or (f.published_at, f.article_id) < (:before::timestamptz, :before_id::integer))
   and not exists (select from withdrawal w where w.article_id = f.article_id)
 order by f.published_at desc, f.article_id desc
 limit :limit
