-- access/: the same scopes as before, found with less work. On the demo province an office of the whole province spent more on finding its scope than on its pages.

-- What was merged into the units at hand is asked of all of them at once, not of each; and so, of several heirs, for the one with the greatest share.
create or replace function reach_of(root integer, on_day date, known_at timestamptz)
returns table (unit_id integer) language plpgsql stable set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
  newest  integer[] := array(select m.unit_id from members_of('party', root, on_day, known_at) m);
  reached integer[] := newest;
begin
  while cardinality(newest) > 0 loop
    newest := array(
      select m.predecessor_id
        from (select distinct on (s.predecessor_id) s.predecessor_id, s.successor_id
                from succession s
                join succession_event e on e.succession_event_id = s.succession_event_id and e.effective_on <= on_day and e.recorded @> known_at
               where s.recorded @> known_at
                 and s.predecessor_id in (select p.predecessor_id from succession p where p.successor_id = any (newest))
               order by s.predecessor_id, coalesce(s.population_share, 0) desc, s.succession_id) m
       where m.successor_id = any (newest)
         and not exists (select from unit_version v where v.unit_id = m.predecessor_id and v.valid @> on_day and v.recorded @> known_at));
    reached := reached || newest;
  end loop;
  return query select distinct r.unit_id from unnest(reached) as r (unit_id);
end $$;

-- The same, found once in a transaction for each unit and kept in a setting that ends with it: whatever is asked there by somebody of that unit, the reach is one.
create function reach_kept(root integer, on_day date, known_at timestamptz)
returns table (unit_id integer) language plpgsql stable as $$
#variable_conflict use_column
declare
  kept_in text := 'neu_guong.reach_' || root;
  as_of   text := on_day || ' ' || extract(epoch from known_at) || ' ';
  kept    text := current_setting(kept_in, true);
begin
  if kept is null or not starts_with(kept, as_of) then
    select as_of || coalesce(string_agg(r.unit_id::text, ','), '') into kept from reach_of(root, on_day, known_at) r;
    perform set_config(kept_in, kept, true);
  end if;
  return query select k::integer from string_to_table(nullif(substr(kept, length(as_of) + 1), ''), ',') k;
end $$;

-- Who asks for their own roles is answered from their own rows: while it looks, no policy of a scope is asked. Planned once by each connection: planning through the policies
-- of three tables takes longer than the few rows.
alter function own_roles(bigint, date, timestamptz) set plan_cache_mode = 'force_generic_plan';
create or replace function roles_held(of_person bigint, on_day date, known_at timestamptz)
returns table (role text, unit_id integer, giver_id bigint, acts text[]) language plpgsql stable set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  before text := coalesce(current_setting('neu_guong.finding_scope', true), '');
begin
  if of_person = current_person_id() then perform set_config('neu_guong.finding_scope', 'yes', true); end if;
  return query
    select o.role, o.unit_id, null::bigint, null::text[]
      from own_roles(of_person, on_day, known_at) o
    union all
    select d.role, d.unit_id, d.giver_id, d.acts
      from delegation d
     where d.receiver_id = of_person and d.valid @> on_day and d.recorded @> known_at
       and exists (select from own_roles(d.giver_id, on_day, known_at) o where o.role = d.role and o.unit_id = d.unit_id);
  perform set_config('neu_guong.finding_scope', before, true);
end $$;

create or replace function scope_of(of_person bigint, of_noun text, of_act text, on_day date, known_at timestamptz)
returns table (unit_id integer, giver_id bigint) language plpgsql stable as $$
#variable_conflict use_column
begin
  perform set_config('neu_guong.finding_scope', 'yes', true);
  return query
    select distinct r.unit_id, h.giver_id
      from roles_held(of_person, on_day, known_at) h
      join role_act a on a.role = h.role and a.noun = of_noun and a.act = of_act
     cross join lateral reach_kept(h.unit_id, on_day, known_at) r
     where h.acts is null or of_noun || '.' || of_act = any (h.acts);
  perform set_config('neu_guong.finding_scope', '', true);
end $$;
