-- Who is missing in a campaign in a unit and all below it: when each was last reminded, from when they may be reminded again, and whether mail can reach them.
-- The tallies say in which units somebody is missing; only there are persons looked at. The units come as arrays, for the planner would think them a thousand.
with lacking as materialized (
       select t.unit_id
         from commitment_tally t
        where t.campaign_id = :campaign_id
          and t.unit_id = any (array(
                select a.unit_id
                  from unit u
                 cross join lateral answering('party', u.unit_id, :day, now()) a
                 where u.key = :unit))
        group by t.unit_id
       having sum(t.due) > sum(t.submitted)),
     missing as materialized (
       select o.obligation_id, o.person_id
         from obligation o
        where o.campaign_id = :campaign_id
          and o.unit_id = any (array(select unit_id from lacking))
          and not is_settled(o.obligation_id, :day))
select m.obligation_id, m.person_id, r.reminded_on, r.reminded_on + days_between_reminders(:day) as again_on,
       exists (select from contact c where c.person_id = m.person_id and upper(c.recorded) = 'infinity') as has_address
  from missing m
  left join lateral (select max(day_in_vietnam(reminded_at)) as reminded_on from reminder where obligation_id = m.obligation_id) r on true
 order by m.obligation_id
