-- The unit of a page and the branches directly below it that a round reviews, each with who headed it when the round
-- opened and its last level; the unit itself stands first.
with round as (select review_round_id, opens_on from review_round where review_round_id = :review_round_id::int),
     here as (select unit_id from unit where key = :unit),
     shown as materialized (
       select unit_id from here
       union
       select n.branch_id
         from units_by_branch('party', (select unit_id from here), :day, recorded_now()) n
         join review_tally t on t.review_round_id = :review_round_id::int and t.unit_id = n.unit_id),
     seat as materialized (
       select x.unit_id, x.post_id from post x where x.is_head and x.unit_id = any (array(select unit_id from shown))),
     head as materialized (
       select x.unit_id, t.person_id
         from tenure t
         join seat x on x.post_id = t.post_id
        where t.post_id = any (array(select post_id from seat)) and t.valid @> (select opens_on from round)
          and upper(t.recorded) = 'infinity')
select s.unit_id, v.name, h.person_id as head_id, p.full_name as head_name, r.rating_level_id, r.points,
       d.level as head_level
  from shown s
 cross join round o
  join unit_version v on v.unit_id = s.unit_id and v.valid @> last_day_alive(s.unit_id, :day, recorded_now())
                     and upper(v.recorded) = 'infinity'
  left join head h on h.unit_id = s.unit_id
  left join lateral (select full_name from person_version
                      where person_id = h.person_id and upper(recorded) = 'infinity' limit 1) p on true
  left join lateral (select rating_level_id, points from unit_rating
                      where review_round_id = o.review_round_id and unit_id = s.unit_id and upper(recorded) = 'infinity'
                      order by unit_rating_id desc limit 1) r on true
  left join lateral (select decided_level(b.review_subject_id) as level from review_subject b
                      where b.review_round_id = o.review_round_id and b.person_id = h.person_id) d on true
 order by s.unit_id <> (select unit_id from here), v.name collate "vi-x-icu"
