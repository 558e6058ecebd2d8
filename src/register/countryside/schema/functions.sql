-- The territory in which a party unit works today: its own, or that of the nearest unit above which has one.
create or replace function works_in(of_unit integer) returns integer language sql stable as $$
  with recursive above (unit_id, depth) as (
    select of_unit, 0
    union all
    select p.parent_id, a.depth + 1
      from above a
      join placement p on p.unit_id = a.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and is_open(p.recorded)
     where a.depth < 30)
  select v.place_id
    from above a
    join unit_version v on v.unit_id = a.unit_id and v.place_id is not null and v.valid @> today_in_vietnam() and is_open(v.recorded)
   order by a.depth
   limit 1
$$;

-- The places where gifts to a party unit are given: its territory with all in it, and what was merged into that.
create or replace function places_of(of_unit integer) returns table (place_id integer) language sql stable as $$
  select c.counted_id from units_counted_for('territory', works_in(of_unit), today_in_vietnam(), recorded_now()) c
$$;

-- A contribution that an office keeps lies in its territory.
create or replace function contribution_is_in_place() returns trigger language plpgsql as $$
begin
  if not exists (select from places_of(new.kept_at) p where p.place_id = new.place_id) then
    raise exception 'contribution % is not in the territory of the unit that keeps it', new.contribution_id
      using errcode = 'check_violation', constraint = 'contribution_is_in_place';
  end if;
  return new;
end $$;
create trigger contribution_is_in_place before insert on contribution for each row when (new.kept_at is not null) execute function contribution_is_in_place();

-- A giver's name as two clerks would write it alike: without marks, and without what stands before it.
create or replace function giver_print(giver text) returns text language sql immutable as $$
  select regexp_replace(folded(giver), '^((ho|gia dinh|ong|ba|anh|chi|co|chu|bac) +)+', '')
$$;
