-- access/: the reach of a unit found with less planning: what was merged into the units at hand is looked up first, so that the rest is planned knowing how many there are, and not at all where there is none.
create or replace function reach_of(root integer, on_day date, known_at timestamptz)
returns table (unit_id integer) language plpgsql stable set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
  newest  integer[] := array(select m.unit_id from members_of('party', root, on_day, known_at) m);
  reached integer[] := newest;
  merged  integer[];
begin
  loop
    merged := array(select distinct s.predecessor_id from succession s where s.successor_id = any (newest));
    exit when cardinality(merged) = 0;
    newest := array(
      select m.predecessor_id
        from (select distinct on (s.predecessor_id) s.predecessor_id, s.successor_id
                from succession s
                join succession_event e on e.succession_event_id = s.succession_event_id and e.effective_on <= on_day and e.recorded @> known_at
               where s.recorded @> known_at and s.predecessor_id = any (merged)
               order by s.predecessor_id, coalesce(s.population_share, 0) desc, s.succession_id) m
       where m.successor_id = any (newest)
         and not exists (select from unit_version v where v.unit_id = m.predecessor_id and v.valid @> on_day and v.recorded @> known_at));
    reached := reached || newest;
  end loop;
  return query select distinct r.unit_id from unnest(reached) as r (unit_id);
end $$;
