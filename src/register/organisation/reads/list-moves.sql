-- Units that came under another parent, or ended, between two days; or of which the register learned so meanwhile. For
-- each, the line above it before and after: where it stood, and where it or the unit that it became stands on the last
-- day, from the parent upwards.
with recursive left_parent as materialized (
       select p.unit_id, p.parent_id
         from placement p
        where upper(p.valid) > :since::date and upper(p.valid) <= :valid_as_of::date and upper(p.valid) < 'infinity'
          and p.hierarchy = :hierarchy and p.recorded @> :recorded_as_of::timestamptz
       union
       select p.unit_id, p.parent_id
         from placement p
        where upper(p.recorded) > :since_instant::timestamptz and upper(p.recorded) <= :recorded_as_of::timestamptz
          and upper(p.recorded) < 'infinity'
          and p.hierarchy = :hierarchy and lower(p.valid) <= :valid_as_of::date
     ),
     placed as materialized (
       select l.unit_id, l.parent_id as before_id, n.parent_id as after_id
         from left_parent l
         left join lateral (
              select p.parent_id
                from placement p
               where p.unit_id = l.unit_id and p.hierarchy = :hierarchy
                 and (p.recorded @> :recorded_as_of::timestamptz) is true and (p.valid @> :valid_as_of::date) is true
              offset 0) n on true
        where l.parent_id is distinct from n.parent_id
     ),
     moved as materialized (
       select distinct l.before_id, coalesce(l.after_id, n.parent_id) as after_id
         from placed l
         left join lateral (  -- of what has ended: where its heirs stand
              select p.parent_id
                from succession s
                join succession_event e using (succession_event_id)
                join placement p on p.unit_id = s.successor_id and p.hierarchy = :hierarchy
                                and p.recorded @> :recorded_as_of::timestamptz and p.valid @> :valid_as_of::date
               where l.after_id is null and s.predecessor_id = l.unit_id and s.recorded @> :recorded_as_of::timestamptz
                 and e.effective_on <= :valid_as_of::date and e.recorded @> :recorded_as_of::timestamptz
              offset 0) n on true
     ),
     above (from_id, unit_id, depth) as (
       select m.before_id, m.before_id, 0 from moved m
       union
       select m.after_id, m.after_id, 0 from moved m where m.after_id is not null
       union
       select a.from_id, n.parent_id, a.depth + 1
         from above a
        cross join lateral (
              select p.parent_id
                from placement p
               where p.unit_id = a.unit_id and p.hierarchy = :hierarchy
                 and (p.recorded @> :recorded_as_of::timestamptz) is true
                 and (p.valid @> last_day_alive(a.unit_id, :valid_as_of, :recorded_as_of)) is true
              offset 0) n
        where a.depth < 30
     ),
     line as materialized (
       select a.from_id, array_agg(u.key order by a.depth) as keys
         from above a
         join unit u using (unit_id)
        group by a.from_id
     )
select b.keys as line_before, a.keys as line_after
  from moved m
  join line b      on b.from_id = m.before_id
  left join line a on a.from_id = m.after_id
