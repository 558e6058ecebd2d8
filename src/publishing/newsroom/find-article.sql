-- An edition of an article in a language, the living one where no number is named; the living ones of every article
-- where none is named, newest first, from behind an article on. Each with the runs that it prints.
-- An article that is asked for and has no edition in that language is given in Vietnamese. What was withdrawn is not
-- there.
select e.article_id, a.slug, a.topic, e.edition_id, e.lang, e.number, e.title, e.lead, e.picture, e.body, e.byline,
       e.published_at, e.changed_at,
       e.reasons, e.follows, e.note, e.digest, e.newest,
       photos_of_edition(e.edition_id) as photos, subjects_of_edition(e.edition_id) as subjects,
       (select max(o.number) from edition o where o.article_id = e.article_id and o.lang = 'vi') as newest_vi,
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
  from (select o.article_id, o.slug, o.topic from article o where o.article_id = :article_id::integer
        union all
        (select o.article_id, o.slug, o.topic
           from edition f
           join article o using (article_id)
          where :article_id::integer is null and f.lang = :lang and f.number = 1
            and (:before::timestamptz is null
                 or (f.published_at, f.article_id) < (:before::timestamptz, :before_id::integer))
            and not exists (select from withdrawal w where w.article_id = f.article_id)
          order by f.published_at desc, f.article_id desc
          limit :limit)) a
  join lateral (
       select edition.article_id, edition.edition_id, edition.lang, edition.number, edition.title, edition.lead,
              edition.picture, edition.body,
              edition.byline, min(edition.published_at) over (partition by edition.lang) as published_at,
              edition.published_at as changed_at, edition.reasons, edition.follows, edition.note, edition.digest,
              max(edition.number) over (partition by edition.lang) as newest
         from edition
        where edition.article_id = a.article_id
          and (edition.lang = :lang or (edition.lang = 'vi' and :article_id::integer is not null))
        order by edition.lang = :lang desc, edition.number = coalesce(:number::integer, edition.number) desc,
              edition.number desc
        limit 1) e on :number::integer is null or e.number = :number::integer
 where not exists (select from withdrawal w where w.article_id = a.article_id)
 order by e.published_at desc, a.article_id desc
 limit :limit
