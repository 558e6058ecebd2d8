-- Who is due in a commune and has handed in nothing, by name. The tallies say in which units somebody is missing; only there are persons looked at, and names only of those who are missing.
-- The units come as an array: they are few, and the planner would think them a thousand.
with lacking as materialized (
       select t.unit_id
         from commitment_tally t
        where t.campaign_id = :campaign_id and t.valid_on <= :valid_as_of::date and t.recorded_at <= :recorded_as_of::timestamptz
          and t.unit_id = any (array(
                select b.unit_id
                  from campaign_terms x
                  join answering('party', (select unit_id from unit where key = :unit), least(:valid_as_of::date, x.closes_on), :recorded_as_of::timestamptz) b on true
                 where x.campaign_id = :campaign_id and upper(x.recorded) = 'infinity'))
        group by t.unit_id
       having sum(t.due) > sum(t.submitted)),
     missing as materialized (
       select o.obligation_id, o.unit_id, o.person_id
         from obligation o
        where o.campaign_id = :campaign_id
          and o.unit_id = any (array(select unit_id from lacking))
          and (select count(*)
                 from commitment c
                 join commitment_step s on s.commitment_id = c.commitment_id and s.state = 'submitted' and s.happened_on <= :valid_as_of::date
                where c.obligation_id = o.obligation_id and upper(c.recorded) = 'infinity') = 0)
select m.obligation_id, m.unit_id, v.full_name
  from missing m
  join person_version v on v.person_id = m.person_id and upper(v.recorded) = 'infinity'
 order by m.unit_id, v.full_name
