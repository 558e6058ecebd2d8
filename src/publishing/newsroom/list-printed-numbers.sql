-- What the living edition of each public article prints of the register, in Vietnamese, without its text; the newest
-- articles first, by their first editions.
select f.article_id, a.slug, e.title, f.published_at,
       coalesce(
         (select json_agg(
                   json_build_object(
                     'mark', c.mark, 'printed', c.printed,
                     'run', json_build_object('figure_run_id', r.figure_run_id, 'figure', r.figure,
                                              'version', r.version, 'parameters', r.parameters,
                                               'value', r.value, 'row_count', r.row_count, 'digest', r.digest))
                   order by c.citation_id)
            from citation c
            join figure_run r using (figure_run_id)
           where c.edition_id = e.edition_id), '[]') as citations
  from edition f
  join article a using (article_id)
  join lateral (select l.edition_id, l.title
                  from edition l
                 where l.article_id = f.article_id and l.lang = f.lang
                 order by l.number desc
                 limit 1) e on true
 where f.lang = 'vi' and f.number = 1
   and not exists (select from withdrawal w where w.article_id = f.article_id)
 order by f.published_at desc, f.article_id desc
 limit :limit
