-- Who is missing in a campaign in a unit and all below it: when each was last reminded, from when they may be reminded
-- again, and whether mail can reach them.
-- The tallies say in which units somebody is missing; only there are persons looked at. The units come as arrays, for
-- the planner would think them a thousand.
with lacking as materialized (
       select t.unit_id
         from commitment_tally t
        where t.campaign_id = :campaign_id
          and t.unit_id = any (array(
                select a.unit_id
                  from unit u
                 cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a
                 where u.key = :unit))
        group by t.unit_id
       having sum(t.due) > sum(t.submitted)),
     missing as materialized (
       select o.obligation_id, o.person_id
         from obligation o
        where o.campaign_id = :campaign_id
          and o.unit_id = any (array(select unit_id from lacking))
          -- What is_settled says, spelled out: as a function, it would find the scope of who asks anew for everybody.
          and not exists (select from obligation_exception x
                           where x.obligation_id = o.obligation_id and x.valid @> :day::date
                             and upper(x.recorded) = 'infinity')
          and not is_handed_in((select s.state
                                  from commitment c
                                  join commitment_step s on s.commitment_id = c.commitment_id
                                                        and upper(s.recorded) = 'infinity'
                                 where c.obligation_id = o.obligation_id and upper(c.recorded) = 'infinity'
                                 order by c.version desc, s.happened_on desc, s.commitment_step_id desc
                                 limit 1))),
     reminded as materialized (
       select r.obligation_id, max(day_in_vietnam(r.reminded_at)) as reminded_on
         from reminder r
        where r.obligation_id = any (array(select obligation_id from missing))
        group by r.obligation_id)
select m.obligation_id, m.person_id, r.reminded_on,
       r.reminded_on + (select days_between_reminders(:campaign_id, :day)) as again_on,
       (m.person_id in (select c.person_id from contact c where upper(c.recorded) = 'infinity' and c.takes_reminders))
       is true as has_address
  from missing m
  left join reminded r using (obligation_id)
 order by m.obligation_id
