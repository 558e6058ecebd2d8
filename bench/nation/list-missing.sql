-- Who is due in a commune and has handed in nothing, by name. The units come as an array: they are few, and the planner would think them a thousand;
-- and the names are looked up for those who are missing only.
with missing as materialized (
       select o.obligation_id, o.unit_id, o.person_id
         from obligation o
        where o.campaign_id = :campaign_id
          and o.unit_id = any (array(
                select b.unit_id
                  from campaign_terms t
                  join answering('party', (select unit_id from unit where key = :unit), least(:valid_as_of::date, t.closes_on), :recorded_as_of::timestamptz) b on true
                 where t.campaign_id = :campaign_id and upper(t.recorded) = 'infinity'))
          and (select count(*)
                 from commitment c
                 join commitment_step s on s.commitment_id = c.commitment_id and s.state = 'submitted' and s.happened_on <= :valid_as_of::date
                where c.obligation_id = o.obligation_id and upper(c.recorded) = 'infinity') = 0)
select m.obligation_id, m.unit_id, v.full_name
  from missing m
  join person_version v on v.person_id = m.person_id and upper(v.recorded) = 'infinity'
 order by m.unit_id, v.full_name
