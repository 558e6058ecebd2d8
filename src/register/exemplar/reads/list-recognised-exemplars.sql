-- Distinct exemplars with a recognition decided in a period and not revoked by the day, as the register knew it. No
-- names.
-- An exemplar belongs to U if its territory stood under U on the day of the decision, or belongs to what U has become
-- on the day asked.
with recursive under (unit_id, during) as (
       select u.unit_id, daterange(null, null)
         from unit u
        where u.key = :unit
       union all
       select p.unit_id, p.valid * u.during
         from under u
         join placement p on p.hierarchy = 'territory' and p.parent_id = u.unit_id
                         and p.recorded @> :recorded_as_of::timestamptz and p.valid && u.during
     ),
     now_under as materialized (
       select m.unit_id from members_of('territory', (select unit_id from unit where key = :unit), :valid_as_of,
                                        :recorded_as_of) m
     )
select 'exemplar-' || e.exemplar_id as key, e.kind, e.field, f.name_vi as field_name, count(*) as awards,
       min(r.decided_on) as first_decided_on, min(i.number) as instrument
  from exemplar e
  join recognition r on r.exemplar_id = e.exemplar_id and r.recorded @> :recorded_as_of::timestamptz
                    and r.decided_on between :from::date and :valid_as_of::date
                    and (r.revoked_on is null or r.revoked_on > :valid_as_of::date)
  join instrument i  using (instrument_id)
  join field f       using (field)
 where e.recorded @> :recorded_as_of::timestamptz
   and (   exists (select from under u where u.unit_id = e.unit_id and u.during @> r.decided_on)
        or e.unit_id in (select n.unit_id from now_under n))
 group by e.exemplar_id, f.name_vi
 order by e.exemplar_id
