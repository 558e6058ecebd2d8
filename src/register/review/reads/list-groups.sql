-- The groups in which the cap counts, of the cells under a unit: each whole, with how many are due and how many are
-- rated at which level; `at_top` and `at_good` are the highest and the second.
select g.group_id, v.name, sum(t.due) as due, coalesce(sum(t.rated) filter (where k.place = 1), 0) as at_top,
       coalesce(sum(t.rated) filter (where k.place = 2), 0) as at_good, coalesce(sum(t.rated), 0) as rated,
       coalesce((select jsonb_object_agg(x.rating_level_id, x.n)
                   from (select y.rating_level_id, sum(y.rated) as n from review_tally y
                          where y.review_round_id = :review_round_id and y.group_id = g.group_id
                            and y.rating_level_id is not null
                          group by 1) x), '{}') as by_level
  from (select distinct t.group_id
          from units_by_branch('party', (select unit_id from unit where key = :unit), :day, recorded_now()) n
          join review_tally t on t.review_round_id = :review_round_id::int and t.unit_id = n.unit_id) g
  join review_round r on r.review_round_id = :review_round_id
  join review_tally t on t.review_round_id = r.review_round_id and t.group_id = g.group_id
  left join level_ranks(r.rating_scheme_id) k on k.rating_level_id = t.rating_level_id
  join unit_version v on v.unit_id = g.group_id and v.valid @> last_day_alive(g.group_id, :day, recorded_now())
                     and upper(v.recorded) = 'infinity'
 group by g.group_id, v.name
 order by v.name collate "vi-x-icu"
