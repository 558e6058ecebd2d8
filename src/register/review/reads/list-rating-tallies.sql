-- How many were rated at which level, by branch directly under U, in the last round of a kind that each cell had in a
-- year; and how many more of the whole groups under U may have the highest level. The levels by their place: the fourth
-- holds what is below. Each round by its own scheme.
with last as materialized (
       select least(:valid_as_of::date, make_date(:year, 12, 31)) as tree_day, :valid_as_of::date as day,
              :recorded_as_of::timestamptz as known),
     asked as materialized (
       select r.review_round_id, r.rating_scheme_id, upper(r.period) as ends
         from review_round r
        where r.kind = :kind and extract(year from upper(r.period) - 1) = :year::int
          and r.recorded @> :recorded_as_of::timestamptz),
     level as materialized (
       select l.rating_level_id,
              row_number() over (partition by l.rating_scheme_id order by l.least_points desc) as place
         from rating_level l
        where l.recorded @> :recorded_as_of::timestamptz
          and l.rating_scheme_id in (select rating_scheme_id from asked)),
     under as materialized (
       select b.branch_id, b.unit_id
         from last
         join units_by_branch('party', (select unit_id from unit where key = :unit), last.tree_day, last.known) b
              on true),
     told as materialized (
       select n.branch_id, t.unit_id, t.group_id, t.rating_level_id, t.rated, t.due, a.review_round_id,
              a.rating_scheme_id,
              a.ends = max(a.ends) over (partition by t.unit_id) as is_last
         from last
        cross join asked a
         join review_tally t on t.review_round_id = a.review_round_id and t.valid_on <= last.day
                            and t.recorded_at <= last.known
         join under n on n.unit_id = t.unit_id),
     rated as materialized (
       select t.branch_id, t.review_round_id, t.group_id, sum(t.due) as due, sum(t.rated) as rated,
              coalesce(sum(t.rated) filter (where k.place = 1), 0) as level_1,
              coalesce(sum(t.rated) filter (where k.place = 2), 0) as level_2,
              coalesce(sum(t.rated) filter (where k.place = 3), 0) as level_3,
              coalesce(sum(t.rated) filter (where k.place > 3), 0) as level_4
         from told t
         left join level k on k.rating_level_id = t.rating_level_id
        where t.is_last
        group by 1, 2, 3),
     room as (
       select n.branch_id, sum(most_at_top(s.cap_share, s.cap_base, s.cap_rounding, g.at_top, g.at_good, g.rated)
                               - g.at_top)::bigint as headroom
         from (select review_round_id, group_id, sum(level_1)::bigint as at_top, sum(level_2)::bigint as at_good,
                      sum(rated)::bigint as rated
                 from rated group by 1, 2) g
         join asked a using (review_round_id)
         join rating_scheme s on s.rating_scheme_id = a.rating_scheme_id and s.cap_share is not null
         -- A group of which U is only a part has its room elsewhere.
         join under n on n.unit_id = g.group_id
        group by 1),
     folded as (
       select branch_id, sum(due)::bigint as due, sum(rated)::bigint as rated, sum(level_1)::bigint as level_1,
              sum(level_2)::bigint as level_2,
              sum(level_3)::bigint as level_3, sum(level_4)::bigint as level_4
         from rated group by 1)
select u.key, u.name, coalesce(f.due, 0) as due, coalesce(f.rated, 0) as rated, coalesce(f.level_1, 0) as level_1,
       coalesce(f.level_2, 0) as level_2,
       coalesce(f.level_3, 0) as level_3, coalesce(f.level_4, 0) as level_4, r.headroom
  from folded f
  full join room r using (branch_id)
 cross join last
 cross join lateral unit_named(branch_id, last.tree_day, last.known) u
 order by u.key
