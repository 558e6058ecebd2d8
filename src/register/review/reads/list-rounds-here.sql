-- The rounds in which somebody of a unit and all below it is reviewed, the latest first, with how far each is there.
select r.review_round_id, r.kind, lower(r.period)::text as since, (upper(r.period) - 1)::text as until,
       r.opens_on::text as opens_on, r.due_on::text as due_on,
       r.rating_scheme_id, o.name as opened_at, f.due, f.self_reviewed, f.proposed, f.appraised, f.rated
  from (select t.review_round_id, sum(t.due) as due, sum(t.self_reviewed) as self_reviewed,
               sum(t.proposed) as proposed, sum(t.appraised) as appraised,
               sum(t.rated) as rated
          from units_by_branch('party', (select unit_id from unit where key = :unit), :day, recorded_now()) n
          join review_tally t using (unit_id)
         group by 1) f
  join review_round r using (review_round_id)
  join unit_version o on o.unit_id = r.unit_id and o.valid @> last_day_alive(r.unit_id, :day, recorded_now())
                     and upper(o.recorded) = 'infinity'
 order by upper(r.period) desc, r.review_round_id desc
