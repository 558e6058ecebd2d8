select p.person_id, p.full_name, v.name as unit_name, (upper(m.valid) - 1)::text as until, l.score, l.why
  from person_version p
  join lateral (select m.unit_id, m.valid from membership m
                 where m.person_id = p.person_id and upper(m.recorded) = 'infinity'
                 order by upper(m.valid) desc limit 1) m on upper(m.valid) <= today_in_vietnam()
  join unit_version v on v.unit_id = m.unit_id
                     and v.valid @> last_day_alive(m.unit_id, today_in_vietnam(), recorded_now())
                     and upper(v.recorded) = 'infinity'
  left join unit u    on u.key = :unit
 cross join lateral likeness(folded(:full_name), nullif(:birth_date, '')::date, null, null,
                             folded(p.full_name), p.birth_date, p.birth_year, null,
                             case when successor_of(m.unit_id, today_in_vietnam(), recorded_now()) = u.unit_id
                                  then 'last-here' else 'beside' end) l
 where folded(p.full_name) = folded(:full_name) and upper(p.recorded) = 'infinity'
 order by l.score desc, upper(m.valid) desc, p.person_id
 limit 5
