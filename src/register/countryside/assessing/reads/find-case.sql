-- An assessment as whoever asks may see it: under which set, where it stands, how many criteria are said and met.
select c.standing_case_id, c.unit_id as place_id, pu.key as place, pv.name as place_name, pv.unit_kind as place_kind,
       c.kept_at, ku.key as unit, kv.name as unit_name, c.assessed_on, c.begun_by, c.criteria_set_id,
       cs.standing_level, cs.criteria, i.number,
       s.state, s.since, r.said, r.met, r.hands,
       (select day_in_vietnam(lower(x.recorded)) from standing_case_step x
         where x.standing_case_id = c.standing_case_id and x.state = 'appraised'
         order by x.standing_case_step_id desc limit 1) as appraised_on,
       w.met_on, w.seats, w.attended, w.in_favour, w.against
  from standing_case c
  join criteria_set cs    on cs.criteria_set_id = c.criteria_set_id
  join instrument i       on i.instrument_id = cs.instrument_id
  join unit pu            on pu.unit_id = c.unit_id
  join unit ku            on ku.unit_id = c.kept_at
  join lateral (
       select x.state, lower(x.recorded) as since from standing_case_step x
        where x.standing_case_id = c.standing_case_id
        order by x.standing_case_step_id desc limit 1) s on true
 cross join lateral (
       select count(*)::int as said, (count(*) filter (where x.is_met))::int as met,
              coalesce(array_agg(distinct x.said_by), '{}') as hands
         from criterion_result x
        where x.standing_case_id = c.standing_case_id and is_open(x.recorded)) r
  left join standing_vote w on w.standing_case_id = c.standing_case_id
  left join unit_version pv on pv.unit_id = c.unit_id and is_open(pv.recorded)
                           and pv.valid @> last_day_alive(c.unit_id, :day::date, recorded_now())
  left join unit_version kv on kv.unit_id = c.kept_at and is_open(kv.recorded)
                           and kv.valid @> last_day_alive(c.kept_at, :day::date, recorded_now())
 where (:standing_case_id::bigint is null or c.standing_case_id = :standing_case_id)
   and (:kept_at::integer is null or c.kept_at = :kept_at)
 order by c.standing_case_id desc
 limit 200
