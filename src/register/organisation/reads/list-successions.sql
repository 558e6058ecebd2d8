-- Every succession of territorial units in force up to a day, as the register knew it, in the order of time, with the
-- rule its instrument names for what is carried across it (the standing rule of that day where it names none). In three
-- steps, so that planning stays short.
with edge as materialized (
  select e.succession_event_id, e.kind, e.effective_on, e.instrument_id, s.predecessor_id, s.successor_id,
         s.population_share, s.area_share, s.certainty
    from succession_event e
    join succession s using (succession_event_id)
   where e.effective_on <= :valid_as_of::date
     and e.recorded @> :recorded_as_of::timestamptz
     and s.recorded @> :recorded_as_of::timestamptz),
named as materialized (
  select g.succession_event_id, g.kind, g.effective_on, g.instrument_id, g.predecessor_id, g.successor_id,
         g.population_share, g.area_share, g.certainty,
         pu.key as predecessor, pv.name as predecessor_name, pv.unit_kind as predecessor_kind,
         pv.population as predecessor_population,
         su.key as successor, sv.name as successor_name, sv.unit_kind as successor_kind
    from edge g
    join unit pu on pu.unit_id = g.predecessor_id
    join unit su on su.unit_id = g.successor_id
    left join unit_version pv on pv.unit_id = g.predecessor_id and pv.valid @> g.effective_on - 1
                             and pv.recorded @> :recorded_as_of::timestamptz
    left join unit_version sv on sv.unit_id = g.successor_id and sv.valid @> g.effective_on
                             and sv.recorded @> :recorded_as_of::timestamptz)
select n.succession_event_id as event, n.kind, n.effective_on, i.number as instrument,
       n.predecessor, n.predecessor_name, n.predecessor_kind, n.predecessor_population,
       exists (select from unit_version v
                where v.unit_id = n.predecessor_id and v.valid @> n.effective_on
                  and v.recorded @> :recorded_as_of::timestamptz) as predecessor_goes_on,
       n.successor, n.successor_name, n.successor_kind,
       exists (select from unit_version v
                where v.unit_id = n.successor_id and v.valid @> n.effective_on - 1
                  and v.recorded @> :recorded_as_of::timestamptz) as successor_existed,
       n.population_share, n.area_share, n.certainty,
       r.rule, r.least_share,
       exists (select from carry_statement c
                where c.carry_rule_id = r.carry_rule_id and c.successor_id = n.successor_id
                  and c.recorded @> :recorded_as_of::timestamptz) as stated
  from named n
  join instrument i     using (instrument_id)
  left join unit_kind k on k.unit_kind = coalesce(n.predecessor_kind, n.successor_kind)
  left join lateral (
       select c.carry_rule_id, c.rule, c.least_share
         from carry_rule c
        where c.subject = 'countryside' and c.valid @> n.effective_on and c.recorded @> :recorded_as_of::timestamptz
          and (c.instrument_id = n.instrument_id or c.instrument_id is null)
        order by c.instrument_id nulls last
        limit 1) r on true
 where coalesce(k.hierarchy, 'territory') = 'territory'
 order by n.effective_on, n.succession_event_id, n.successor, n.predecessor
