-- Where a change of units is judged: what it founds at the unit above, what it names otherwise at the unit above that,
-- for a unit does not name itself; only the highest does. Units that it founds under one another are judged with the
-- first of them. A root of another hierarchy is judged at the highest of the Party.
create or replace function units_of_change(plan jsonb) returns table (key text, judged_at integer)
language sql stable as $$
  with founded (key, parent) as (select u ->> 'key', u ->> 'parent' from jsonb_array_elements(plan -> 'units') u),
       named (key, is_revised) as (
         select f.parent, false from founded f where not exists (select from founded o where o.key = f.parent)
         union
         select r ->> 'unit', true from jsonb_array_elements(plan -> 'revisions') r)
  select n.key,
         case when n.key is null then highest_of_party()
              when n.is_revised then judged_at(coalesce(
                (select p.parent_id from placement p
                  where p.unit_id = u.unit_id and is_open(p.recorded) and upper(p.valid) > today_in_vietnam()
                  order by lower(p.valid) limit 1),
                u.unit_id))
              else judged_at(u.unit_id) end
    from named n
    left join unit u using (key)
$$;

-- Whether whoever asks may do an act to all of it. A change that names nothing is nobody's.
create or replace function may_change_units(of_act text, plan jsonb) returns boolean language sql stable as $$
  select count(*) > 0 and bool_and((n.judged_at in (select u.unit_id from units_where_may('unit', of_act) u)) is true)
    from units_of_change(plan) n
$$;

-- How many units one person may found or name otherwise in one act of their own; more take a second person.
create or replace function most_units_alone() returns integer language sql immutable as $$ select 20 $$;

-- Only the owner writes the map; and no owner does so by a change but in the name of somebody whose charge covers all
-- of it: whoever laid it where it is small, otherwise a second person. Undoing takes the charge alone.
create or replace function unit_change_is_lawful() returns trigger language plpgsql as $$
declare
  before text := coalesce(current_setting('neu_guong.loading', true), '');
  lawful boolean;
begin
  perform set_config('neu_guong.loading', 'yes', true);
  select new.taken_by = current_person_id()
         and case when new.state = 'undone' then may_change_units('keep', c.plan)
                       and exists (select from unit_change_step s
                                    where s.unit_change_id = c.unit_change_id and s.state = 'carried-out')
                  when c.laid_by = new.taken_by then may_change_units('keep', c.plan)
                       and jsonb_array_length(c.plan -> 'units') + jsonb_array_length(c.plan -> 'revisions')
                  <= most_units_alone()
                  else may_change_units('confirm', c.plan) end
    into lawful
    from unit_change c
   where c.unit_change_id = new.unit_change_id;
  perform set_config('neu_guong.loading', before, true);
  if lawful is not true then
    raise exception 'unit change % is not %: whoever asks has no charge of it, or it takes a second person',
      new.unit_change_id, new.state
      using errcode = 'check_violation', constraint = 'unit_change_is_lawful';
  end if;
  return new;
end $$;
create trigger unit_change_is_lawful before insert on unit_change_step for each row
  when (new.state in ('carried-out', 'undone')) execute function unit_change_is_lawful();

-- Tables that name one of some units, besides the map itself: asked of the catalogue, so that no new table is
-- forgotten.
create or replace function tables_naming(units integer[]) returns setof text language plpgsql stable as $$
declare
  reference record;
  found_one boolean;
begin
  for reference in
    select c.conrelid::regclass::text as in_table, quote_ident(a.attname) as by_column
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'unit'::regclass
       and c.conrelid not in ('unit_version'::regclass, 'placement'::regclass, 'tally_summary_line'::regclass)
     order by 1, 2
  loop
    execute format('select exists (select from %s where %s = any ($1))', reference.in_table,
                   reference.by_column) into found_one using units;
    if found_one then return next reference.in_table; end if;
  end loop;
end $$;
