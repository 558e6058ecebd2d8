-- The articles whose living edition in a language prints a run, or any run of a figure, of a unit, or of the campaign
-- of a year; the newest first.
select f.article_id, a.slug, a.topic, e.title, e.lead, e.picture,
       photos_of_headline(e.edition_id, e.picture) as photos, f.published_at,
       (select max(l.published_at) from edition l
         where l.article_id = f.article_id and l.lang = f.lang and l.follows is distinct from 'minor') as changed_at
  from (select distinct p.article_id, p.edition_id
          from figure_run r
          join citation c using (figure_run_id)
          join edition p  using (edition_id)
         where (r.figure_run_id = :run_id::bigint or r.figure = :figure or r.parameters ->> 'unit' = :unit
             or (r.parameters ->> 'year')::integer = :year::integer and r.figure = any(:of_campaign::text[]))
           and p.lang = :lang) printing
  join edition f on f.article_id = printing.article_id and f.lang = :lang and f.number = 1
  join article a on a.article_id = printing.article_id
  join lateral (select l.edition_id, l.title, l.lead, l.picture
                  from edition l
                 where l.article_id = f.article_id and l.lang = f.lang
                 order by l.number desc
                 limit 1) e on e.edition_id = printing.edition_id
 where not exists (select from withdrawal w where w.article_id = f.article_id)
 order by f.published_at desc, f.article_id desc
 limit 20
