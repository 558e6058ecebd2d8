-- Distinct exemplars with a recognition decided in a period and not revoked by the day, as the register knew it. No names.
select 'exemplar-' || e.exemplar_id as key, e.kind, e.field, f.name_vi as field_name, count(*) as awards,
       min(r.decided_on) as first_decided_on, min(i.number) as instrument
  from exemplar e
  join recognition r on r.exemplar_id = e.exemplar_id and r.recorded @> :recorded_as_of::timestamptz
                    and r.decided_on between :from and :valid_as_of
                    and (r.revoked_on is null or r.revoked_on > :valid_as_of::date)
  join instrument i  using (instrument_id)
  join field f       using (field)
 where e.recorded @> :recorded_as_of::timestamptz
   and e.unit_id in (select m.unit_id from members_of('territory', (select unit_id from unit where key = :unit), :from, :recorded_as_of) m
                      union
                     select m.unit_id from members_of('territory', (select unit_id from unit where key = :unit), :valid_as_of, :recorded_as_of) m)
 group by e.exemplar_id, f.name_vi
 order by e.exemplar_id
