create or replace function birth_year_of(day date, year integer) returns integer language sql immutable parallel safe
  return coalesce(year, extract(year from day)::integer);

-- Whoever has left a cell is known by name to whoever keeps it, as they were known there last, whether or not a
-- campaign ever knew them: who comes back is found. Cards in the same way.

-- When who is asking, or another keeper of the same cells, last wrote down where somebody belongs there. What was known
-- of them until then is known; what another office has written since is its own.
-- A row that was closed counts to its closing: an import that took somebody back and was taken back itself wrote once
-- more what was known of them before.
create or replace function last_kept(of_person bigint) returns timestamptz language sql stable as $$
  select max(case when is_open(m.recorded) then lower(m.recorded) else upper(m.recorded) end)
    from membership m
   where m.person_id = of_person and m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)
$$;

-- What somebody is called, for whoever is told of what they did.
create or replace function name_of(of_person bigint) returns text language plpgsql stable as $$
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  name   text;
begin
  perform set_config('neu_guong.person_id', of_person::text, true);
  select v.full_name into name from person_version v where v.person_id = of_person and is_open(v.recorded);
  perform set_config('neu_guong.person_id', asking, true);
  return name;
end $$;

-- Who heads the unit somebody belongs to; where that is themselves, or whoever printed the paper, or nobody, the head
-- of the next unit above.
create or replace function head_over(of_person bigint, maker bigint) returns bigint language sql stable as $$
  with recursive up (unit_id, height) as (
    select m.unit_id, 0
      from membership m
     where m.person_id = of_person and m.valid @> today_in_vietnam() and is_open(m.recorded)
    union
    select p.parent_id, up.height + 1
      from up
      join placement p on p.unit_id = up.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and is_open(p.recorded)
     where up.height < 20)
  select t.person_id
    from up
    join post p   on p.unit_id = up.unit_id and p.is_head
    join tenure t on t.post_id = p.post_id and t.valid @> today_in_vietnam() and is_open(t.recorded)
   where t.person_id <> of_person and t.person_id is distinct from maker
   order by up.height, t.person_id
   limit 1
$$;
