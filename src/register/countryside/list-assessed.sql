-- The latest assessment of each commune that U has on a day, under the set of criteria of communes that was in force
-- on that day for a level. Assessments under another set are not among them.
with in_force as (
       select s.criteria_set_id, s.criteria, i.number
         from criteria_set s
         join instrument i using (instrument_id)
        where s.standing_level = :level and s.of_kind = 'commune' and s.valid @> :valid_as_of::date
          and s.recorded @> :recorded_as_of::timestamptz
        order by lower(s.valid) desc, s.criteria_set_id
        limit 1)
select distinct on (u.key) u.key as unit, v.name, pv.name as parent_name, f.number as instrument, f.criteria, a.met,
       a.assessed_on, a.note
  from in_force f
  join assessment a on a.criteria_set_id = f.criteria_set_id and a.assessed_on <= :valid_as_of::date
                   and a.recorded @> :recorded_as_of::timestamptz
  join members_of('territory', (select unit_id from unit where key = :unit), :valid_as_of, :recorded_as_of) m
       on m.unit_id = a.unit_id
  join unit u         on u.unit_id = a.unit_id
  join unit_version v on v.unit_id = a.unit_id and v.unit_kind = 'commune' and v.valid @> :valid_as_of::date
                     and v.recorded @> :recorded_as_of::timestamptz
  left join placement p on p.unit_id = a.unit_id and p.hierarchy = 'territory'
                       and p.valid @> :valid_as_of::date and p.recorded @> :recorded_as_of::timestamptz
  left join unit_version pv on pv.unit_id = p.parent_id and pv.valid @> :valid_as_of::date
                           and pv.recorded @> :recorded_as_of::timestamptz
 order by u.key, a.assessed_on desc, a.assessment_id desc
