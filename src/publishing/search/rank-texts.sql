-- The texts of a language that may answer, `most` of them and 100 more, ranked by BM25 (k1 = 1.2, b = 0.75).
-- `candidates` is what one of them holds: those that hold it in their titles are looked at wherever they stand, the
-- others in `blocks` alone, where there are any. `terms` are what counts, each with its rarity. How often a term stands
-- in a text follows from ts_rank with equal weights, which grows with each time: 1, 1 + 1/4, 1 + 1/4 + 1/9, … of 1.645.
-- A text that holds the whole question as it was typed comes first.
with asked as materialized (
  select term::tsquery as term, rarity from unnest(:terms::text[], :rarities::float4[]) as given (term, rarity)),
titled as materialized (
  select search_text_id, kind, number, day, syllables, words
    from search_text
   where lang = :lang and ts_filter(words, '{a}') @@ :candidates::tsquery
     and (:kind::text is null or kind = :kind)
     and (:since::date is null or day >= :since)
     and (:until::date is null or day <= :until)
     and (:labels::text[] is null or labels @> :labels)
     and (:among::text[] is null or labels && :among)
   limit 100),
candidates as materialized (
  select kind, number, day, syllables, words from titled
   union all
 (select kind, number, day, syllables, words
    from search_text
   where lang = :lang and words @@ :candidates::tsquery
     and search_text_id not in (select search_text_id from titled)
     and (:blocks::integer[] is null or block && :blocks)
     and (:kind::text is null or kind = :kind)
     and (:since::date is null or day >= :since)
     and (:until::date is null or day <= :until)
     and (:labels::text[] is null or labels @> :labels)
     and (:among::text[] is null or labels && :among)
   limit :most)),
measured as (
  select kind, number, day, 1.2 * (0.25 + 0.75 * syllables / :average::float4) as lengthened, words from candidates)
select c.kind, c.number, :phrase::text is not null and c.words @@ :phrase::tsquery as is_phrase,
       (select sum(a.rarity * (2.2 * h.times / (h.times + c.lengthened)
                               + case when ts_rank('{0,0,0,1}', c.words, a.term) > 0 then :title::float4 else 0 end))
          from asked a
         cross join lateral (select width_bucket(ts_rank('{1,1,1,1}', c.words, a.term)::float8, array[
                 0.0001, 0.68, 0.79, 0.845, 0.877, 0.898, 0.913, 0.924, 0.933, 0.940, 0.945, 0.9497]) as times) h
       ) as score
  from measured c
 order by 3 desc, 4 desc, c.day desc, c.number desc
