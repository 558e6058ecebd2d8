-- The new-countryside status of one unit on a day: its latest decision, or the step it had reached before any.
select u.key, v.name, v.unit_kind, v.valid @> :valid_as_of::date as alive, d.standing_level, d.verdict, d.decided_on,
       d.effective_year, d.published_on, d.instrument,
       s.step, lower(s.valid) as step_since
  from unit u
  join unit_version v on v.unit_id = u.unit_id and v.valid @> last_day_alive(u.unit_id, :valid_as_of, :recorded_as_of)
                     and v.recorded @> :recorded_as_of::timestamptz
  left join lateral (
       select sd.standing_level, sd.verdict, sd.decided_on, sd.effective_year, sd.published_on, i.number as instrument
         from standing_decision sd
         join instrument i using (instrument_id)
        where sd.unit_id = u.unit_id and sd.decided_on <= :valid_as_of::date
          and sd.recorded @> :recorded_as_of::timestamptz
        order by sd.decided_on desc, sd.standing_decision_id desc
        limit 1) d on true
  left join standing_step s on s.unit_id = u.unit_id and s.valid @> :valid_as_of::date
                           and s.recorded @> :recorded_as_of::timestamptz
 where u.key = :unit
