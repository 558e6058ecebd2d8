-- Those who are due in a campaign in a unit and all below it and are not excepted, whose name holds the words; one's own obligation is another's to except.
select o.obligation_id, p.full_name, v.name as unit_name
  from unit u
 cross join lateral answering('party', u.unit_id, :day, now()) a
  join obligation o     on o.unit_id = a.unit_id and o.campaign_id = :campaign_id and o.person_id <> :asking
  join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
  join unit_version v   on v.unit_id = o.unit_id and v.valid @> last_day_alive(o.unit_id, :day, now()) and upper(v.recorded) = 'infinity'
 where u.key = :unit and folded(p.full_name) like '%' || folded(:name) || '%'
   and not exists (select from obligation_exception x where x.obligation_id = o.obligation_id and x.valid @> :day::date and upper(x.recorded) = 'infinity')
 order by regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu", p.full_name collate "vi-x-icu", o.obligation_id
 limit 30
