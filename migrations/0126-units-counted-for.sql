-- Members, former members and duties are counted for the living unit that answers for theirs: a merger moves no row, so theirs may be a unit that has ended.

-- For which units each living unit under a root counts, on a day: itself, and every unit that was merged into it by then, by the succession that carries most of it.
create function units_counted_for(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamptz)
returns table (unit_id integer, counted_id integer) language plpgsql stable parallel safe set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
begin
  return query
    with recursive counted (unit_id, counted_id) as (
      select m.unit_id, m.unit_id from members_of(in_hierarchy, root, valid_as_of, recorded_as_of) m
      union all
      select c.unit_id, s.predecessor_id
        from counted c
       cross join lateral (select e.succession_id, e.predecessor_id from succession e where e.successor_id = c.counted_id offset 0) s
       where s.succession_id = main_edge(s.predecessor_id, valid_as_of, recorded_as_of))
    select counted.unit_id, counted.counted_id from counted;
end $$;

-- The living unit that goes on alone for one that has ended: each step down the line has one predecessor and one successor, as where a cell begins anew under another
-- name. Null where units were joined or divided on the way: who heads the new one is for its level above to say.
create function continuation_of(of_unit integer, on_day date, known_at timestamptz) returns integer language sql stable set plan_cache_mode = 'force_generic_plan' as $$
  with recursive line (unit_id, place, is_alone) as (
    select of_unit, 0, true
    union all
    select s.successor_id, l.place + 1,
           l.is_alone
           and not exists (select from succession o where o.successor_id = s.successor_id and o.predecessor_id <> s.predecessor_id and o.recorded @> known_at)
           and not exists (select from succession o where o.predecessor_id = s.predecessor_id and o.successor_id <> s.successor_id and o.recorded @> known_at)
      from line l
      join succession s on s.succession_id = main_edge(l.unit_id, on_day, known_at))
  select case when place > 0 and is_alone
               and exists (select from unit_version v where v.unit_id = line.unit_id and v.valid @> on_day and v.recorded @> known_at) then unit_id end
    from line order by place desc limit 1
$$;

-- A role at a unit that has ended reaches what came out of those that stood below it, as before; where nothing did, as at a cell, it is one at the unit that goes on alone.
create or replace function reach_of(root integer, on_day date, known_at timestamptz)
returns table (unit_id integer) language plpgsql stable as $$
declare
  goes_on integer;
begin
  if last_day_alive(root, on_day, known_at) = on_day then
    return query select distinct a.unit_id from answering('party', root, on_day, known_at) a;
    return;
  end if;
  return query select r.unit_id from reach_of_ended(root, on_day, known_at) r;
  if found then return; end if;
  goes_on := continuation_of(root, on_day, known_at);
  if goes_on is not null then
    return query select distinct a.unit_id from answering('party', goes_on, on_day, known_at) a;
  end if;
end $$;
