-- The living edition of an article in a language (of every article where none is named), newest first, each with the runs that it prints.
select e.article_id, a.slug, a.topic, e.edition_id, e.lang, e.number, e.title, e.lead, e.picture, e.body, e.byline, e.published_at,
       coalesce(
         (select json_agg(
                   json_build_object(
                     'mark', c.mark, 'printed', c.printed,
                     'run', json_build_object('figure_run_id', r.figure_run_id, 'figure', r.figure, 'version', r.version, 'parameters', r.parameters,
                                               'value', r.value, 'row_count', r.row_count, 'digest', r.digest))
                   order by c.citation_id)
            from citation c
            join figure_run r using (figure_run_id)
           where c.edition_id = e.edition_id), '[]') as citations
  from article a
  join lateral (
       select edition.article_id, edition.edition_id, edition.lang, edition.number, edition.title, edition.lead, edition.picture, edition.body,
              edition.byline, edition.published_at
         from edition
        where edition.article_id = a.article_id and edition.lang = :lang
        order by edition.number desc
        limit 1) e on true
 where :article_id::integer is null or a.article_id = :article_id::integer
 order by e.published_at desc, a.article_id desc
 limit :limit
