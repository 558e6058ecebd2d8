-- All that the register knows of a unit's time: what it was called, where it stood, and what became of it or it came
-- from, each with its instrument; the newest first.
select 'named' as what, lower(v.valid) as since, upper(v.valid) as until, v.name, v.code, k.name_vi as kind_vi,
       k.name_en as kind_en, null::text as other, null::text as other_name, i.number as instrument, i.instrument_id
  from unit_version v
  join unit_kind k using (unit_kind)
  left join instrument i using (instrument_id)
 where v.unit_id = :unit_id::integer and is_open(v.recorded)
 union all
select 'under', lower(p.valid), upper(p.valid), null, null, null, null, u.key, v.name, i.number, i.instrument_id
  from placement p
  join unit u         on u.unit_id = p.parent_id
  join unit_version v on v.unit_id = p.parent_id and is_open(v.recorded) and v.valid @> lower(p.valid)
  left join instrument i on i.instrument_id = p.instrument_id
 where p.unit_id = :unit_id and is_open(p.recorded)
 union all
select case when s.predecessor_id = :unit_id then 'into' else 'from' end, e.effective_on, 'infinity', null, null, null,
       null, u.key, v.name, i.number, i.instrument_id
  from succession s
  join succession_event e using (succession_event_id)
  join unit u            on u.unit_id = case when s.predecessor_id = :unit_id then s.successor_id
                                             else s.predecessor_id end
  join unit_version v    on v.unit_id = u.unit_id and is_open(v.recorded)
                        and v.valid @> case when s.predecessor_id = :unit_id then e.effective_on
                                            else e.effective_on - 1 end
  left join instrument i on i.instrument_id = e.instrument_id
 where :unit_id in (s.predecessor_id, s.successor_id) and is_open(s.recorded) and is_open(e.recorded)
 order by since desc, what
