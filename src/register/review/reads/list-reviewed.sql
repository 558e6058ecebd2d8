-- Everybody of a round in a unit and all below it, by cell and by name as Vietnamese are sorted, with what was last
-- said at each stage. Only within the scope of who asks.
with here as materialized (
       select n.unit_id from unit u cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) n
        where u.key = :unit),
     headed as materialized (
       select * from headed_results(:review_round_id::int, array(
              select person_id from review_subject
               where review_round_id = :review_round_id::int and unit_id = any (array(select unit_id from here)))))
select s.review_subject_id, s.person_id, s.unit_id, s.group_id, s.obligation_id, v.name as unit_name, p.full_name,
       t.state,
       o.rating_level_id as own_level, o.points as own_points, c.rating_level_id as proposed_level,
       c.points as proposed_points, c.votes, c.review_meeting_id,
       a.rating_level_id as appraised_level, a.points as appraised_points, d.rating_level_id as decided_level,
       d.points as decided_points,
       case when t.state = 'complained' then t.said end as complaint, h.unit_name as headed_unit,
       h.rating_level_id as headed_level, h.points as headed_points
  from review_subject s
  join lateral (select full_name from person_version where person_id = s.person_id and upper(recorded) = 'infinity'
                 limit 1) p on true
  join lateral (select name from unit_version
                 where unit_id = s.unit_id and valid @> last_day_alive(s.unit_id, :day, recorded_now())
                   and upper(recorded) = 'infinity' limit 1) v on true
  left join lateral (select state, said from review_step
                      where review_subject_id = s.review_subject_id and upper(recorded) = 'infinity'
                      order by review_step_id desc limit 1) t on true
  left join lateral (select rating_level_id, points from review_step
                      where review_subject_id = s.review_subject_id and state = 'self-reviewed'
                        and upper(recorded) = 'infinity' order by review_step_id desc limit 1) o on true
  left join lateral (select rating_level_id, points, votes, review_meeting_id from review_step
                      where review_subject_id = s.review_subject_id and state = 'proposed'
                        and upper(recorded) = 'infinity' order by review_step_id desc limit 1) c on true
  left join lateral (select rating_level_id, points from review_step
                      where review_subject_id = s.review_subject_id and state = 'appraised'
                        and upper(recorded) = 'infinity' order by review_step_id desc limit 1) a on true
  left join lateral (select rating_level_id, points from review_step
                      where review_subject_id = s.review_subject_id and state = 'decided'
                        and upper(recorded) = 'infinity' order by review_step_id desc limit 1) d on true
  left join headed h on h.person_id = s.person_id
 where s.review_round_id = :review_round_id and s.unit_id = any (array(select unit_id from here))
 order by v.name collate "vi-x-icu", regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu",
       p.full_name collate "vi-x-icu"
 limit :most
