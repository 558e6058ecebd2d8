-- Every decision on the standing of a unit taken up to a day, as the register knew it, with its three dates and the
-- unit as it was then.
with decided (day) as materialized (
       select distinct d.decided_on
         from standing_decision d
        where d.decided_on <= :valid_as_of::date),
     member (day, unit_id) as materialized (
       select decided.day, m.unit_id
         from decided, members_of('territory', (select unit_id from unit where key = :unit), decided.day,
                                  :recorded_as_of) m)
select u.key as unit, v.name, v.unit_kind, pv.name as parent_name, pv.unit_kind as parent_kind,
       l.rank, d.standing_level, d.verdict, i.number as instrument, d.decided_on, d.effective_year, d.published_on,
       d.note,
       m.unit_id is not null as is_member
  from standing_decision d
  join standing_level l using (standing_level)
  join instrument i     using (instrument_id)
  join unit u           using (unit_id)
  join unit_version v   on v.unit_id = d.unit_id and v.valid @> d.decided_on
                       and v.recorded @> :recorded_as_of::timestamptz
  left join placement p on p.unit_id = d.unit_id and p.hierarchy = 'territory'
                       and p.valid @> d.decided_on and p.recorded @> :recorded_as_of::timestamptz
  left join unit_version pv on pv.unit_id = p.parent_id and pv.valid @> d.decided_on
                           and pv.recorded @> :recorded_as_of::timestamptz
  left join member m    on m.unit_id = d.unit_id and m.day = d.decided_on
 where d.decided_on <= :valid_as_of::date
   and d.recorded @> :recorded_as_of::timestamptz
 order by d.decided_on, u.key, l.rank, d.standing_decision_id
