-- Who is missing in a campaign in a unit and all below it: when each was last reminded, from when they may be reminded again, and whether mail can reach them.
with missing as materialized (
       select o.obligation_id, o.person_id
         from unit u
        cross join lateral answering('party', u.unit_id, :day, now()) a
         join obligation o on o.unit_id = a.unit_id and o.campaign_id = :campaign_id
        where u.key = :unit and not is_settled(o.obligation_id, :day))
select m.obligation_id, m.person_id, r.reminded_on, r.reminded_on + days_between_reminders(:day) as again_on,
       exists (select from contact c where c.person_id = m.person_id and upper(c.recorded) = 'infinity') as has_address
  from missing m
  left join lateral (select max(day_in_vietnam(reminded_at)) as reminded_on from reminder where obligation_id = m.obligation_id) r on true
 order by m.obligation_id
