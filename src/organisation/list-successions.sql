-- Every succession of territorial units in force up to a day, as the register knew it, in the order of time, with the rule its instrument
-- names for what is carried across it (the standing rule of that day where it names none).
select e.succession_event_id as event, e.kind, e.effective_on, i.number as instrument,
       pu.key as predecessor, pv.name as predecessor_name, pv.unit_kind as predecessor_kind, pv.population as predecessor_population,
       exists (select from unit_version v
                where v.unit_id = s.predecessor_id and v.valid @> e.effective_on and v.recorded @> :recorded_as_of::timestamptz) as predecessor_goes_on,
       su.key as successor,   sv.name as successor_name,   sv.unit_kind as successor_kind,
       exists (select from unit_version v
                where v.unit_id = s.successor_id and v.valid @> e.effective_on - 1 and v.recorded @> :recorded_as_of::timestamptz) as successor_existed,
       s.population_share, s.area_share, s.certainty,
       r.rule, r.least_share,
       exists (select from carry_statement c
                where c.carry_rule_id = r.carry_rule_id and c.successor_id = s.successor_id
                  and c.recorded @> :recorded_as_of::timestamptz) as stated
  from succession_event e
  join instrument i     using (instrument_id)
  join succession s     using (succession_event_id)
  join unit pu          on pu.unit_id = s.predecessor_id
  join unit su          on su.unit_id = s.successor_id
  left join unit_version pv on pv.unit_id = pu.unit_id and pv.valid @> e.effective_on - 1 and pv.recorded @> :recorded_as_of::timestamptz
  left join unit_version sv on sv.unit_id = su.unit_id and sv.valid @> e.effective_on and sv.recorded @> :recorded_as_of::timestamptz
  left join unit_kind k     on k.unit_kind = coalesce(pv.unit_kind, sv.unit_kind)
  left join lateral (
       select c.carry_rule_id, c.rule, c.least_share
         from carry_rule c
        where c.subject = 'countryside' and c.valid @> e.effective_on and c.recorded @> :recorded_as_of::timestamptz
          and (c.instrument_id = e.instrument_id or c.instrument_id is null)
        order by c.instrument_id nulls last
        limit 1) r on true
 where e.effective_on <= :valid_as_of::date
   and e.recorded @> :recorded_as_of::timestamptz
   and s.recorded @> :recorded_as_of::timestamptz
   and coalesce(k.hierarchy, 'territory') = 'territory'
 order by e.effective_on, e.succession_event_id, su.key, pu.key
