-- Articles near one: those that print the most of the figures that its edition prints and bear the most of its
-- keywords, then those of its section, the newest first. They are looked for among the 300 newest.
with newest as materialized (
       select f.article_id, a.slug, a.topic, f.published_at, e.edition_id, e.title, e.lead, e.picture
         from edition f
         join article a using (article_id)
         join lateral (select l.edition_id, l.title, l.lead, l.picture
                         from edition l
                        where l.article_id = f.article_id and l.lang = f.lang
                        order by l.number desc
                        limit 1) e on true
        where f.lang = :lang and f.number = 1 and f.article_id <> :article_id
          and not exists (select from withdrawal w where w.article_id = f.article_id)
        order by f.published_at desc, f.article_id desc
        limit 300),
     printed as materialized (
       select distinct r.figure
         from citation c
         join figure_run r using (figure_run_id)
        where c.edition_id = :edition_id),
     keywords as materialized (
       select s.keyword
         from edition_subject s
        where s.edition_id = :edition_id and s.keyword is not null),
     near as (
       select n.article_id, n.slug, n.topic, n.published_at, n.edition_id, n.title, n.lead, n.picture,
              (select count(distinct r.figure)
                 from citation c
                 join figure_run r using (figure_run_id)
                 join printed p    using (figure)
                where c.edition_id = n.edition_id)
              + (select count(*)
                   from edition_subject s
                   join keywords k using (keyword)
                  where s.edition_id = n.edition_id) as shared
         from newest n)
select article_id, slug, topic, title, lead, picture, photos_of_headline(edition_id, picture) as photos, published_at,
       (select max(l.published_at) from edition l
         where l.article_id = near.article_id and l.lang = :lang and l.follows is distinct from 'minor') as changed_at
  from near
 where shared > 0 or topic = :topic
 order by shared desc, topic = :topic desc, published_at desc, article_id desc
 limit :limit
