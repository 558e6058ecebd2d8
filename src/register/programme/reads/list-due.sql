-- Those who are due in a campaign in a unit and all below it and are not excepted, whose name holds the words; one's
-- own obligation is another's to except.
-- Those first whose given name is what is looked for.
-- The units come as an array: they are few in most units, and the planner would think them a thousand.
with due as materialized (
       select o.obligation_id, o.person_id, o.unit_id
         from obligation o
        where o.campaign_id = :campaign_id and o.person_id <> :asking
          and o.unit_id = any (array(select a.unit_id from unit u
                                      cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a
                                      where u.key = :unit))
          and not exists (select from obligation_exception x
                           where x.obligation_id = o.obligation_id and x.valid @> :day::date
                             and upper(x.recorded) = 'infinity')),
     shown as materialized (
       select d.obligation_id, d.unit_id, p.full_name
         from due d
         join person_version p on p.person_id = d.person_id and upper(p.recorded) = 'infinity'
        where :name = '' or folded(p.full_name) like '%' || folded(:name) || '%'
        order by folded(p.full_name) like '% ' || folded(:name) desc,
              regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu", p.full_name collate "vi-x-icu",
              d.obligation_id
        limit :most)
select s.obligation_id, s.full_name, v.name as unit_name,
       (select w.name
          from placement q
          join unit_version w on w.unit_id = q.parent_id
                             and w.valid @> last_day_alive(q.unit_id, :day::date, recorded_now())
                             and upper(w.recorded) = 'infinity'
         where q.unit_id = s.unit_id and q.hierarchy = 'party'
           and q.valid @> last_day_alive(q.unit_id, :day::date, recorded_now())
           and upper(q.recorded) = 'infinity') as above_name
  from shown s
  join unit_version v on v.unit_id = s.unit_id and v.valid @> last_day_alive(s.unit_id, :day, recorded_now())
                     and upper(v.recorded) = 'infinity'
 order by folded(s.full_name) like '% ' || folded(:name) desc,
       regexp_replace(s.full_name, '^.* ', '') collate "vi-x-icu", s.full_name collate "vi-x-icu", s.obligation_id
