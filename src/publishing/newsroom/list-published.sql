-- Articles for the news desk: by their section, their days, and words of their titles, with or without marks. In the
-- order of their first editions, from behind an article on where one is named.
select f.article_id, a.slug, a.topic, e.title, e.number, f.published_at, e.published_at as changed_at, e.follows,
       w.withdrawn_at
  from edition f
  join article a using (article_id)
  join lateral (select l.title, l.number, l.published_at, l.follows
                  from edition l
                 where l.article_id = f.article_id and l.lang = 'vi'
                 order by l.number desc
                 limit 1) e on true
  left join withdrawal w on w.article_id = f.article_id
 where f.lang = 'vi' and f.number = 1
   and (:topic::text is null or a.topic = :topic)
   and (:since::timestamptz is null or f.published_at >= :since::timestamptz)
   and (:until::timestamptz is null or f.published_at < :until::timestamptz)
   and (:kind::text is null
        or case :kind when 'withdrawn' then w.article_id is not null else w.article_id is null
                 and e.follows = :kind end)
   and (:words::text is null
        or f.article_id in (select t.article_id from edition t
                             where t.lang = 'vi' and folded(t.title) like '%' || folded(:words) || '%'))
   and (:before::timestamptz is null or (f.published_at, f.article_id) < (:before::timestamptz, :before_id::integer))
 order by f.published_at desc, f.article_id desc
 limit :limit
