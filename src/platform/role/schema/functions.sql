-- The roles that somebody has of themselves on a day: by the head post of a party unit, or by grant. The head of a cell
-- or of a base organisation is its secretary; the head of a unit above is a leader.
create or replace function own_roles(of_person bigint, on_day date, known_at timestamptz)
returns table (role text, unit_id integer) language sql stable set plan_cache_mode = 'force_generic_plan' as $$
  -- The posts of one person first: of «recorded @> known_at» the planner takes it that hardly a row is left, and would
  -- begin with the versions of all units.
  with held as materialized (
    select t.post_id
      from tenure t
     where t.person_id = of_person and t.valid @> on_day and t.recorded @> known_at),
  headed as materialized (
    select p.unit_id, last_day_alive(p.unit_id, on_day, known_at) as day
      from held h
      join post p on p.post_id = h.post_id and p.is_head)
  select case when k.rank >= 3 then 'secretary' else 'leader' end, h.unit_id
    from headed h
    join unit_version v on v.unit_id = h.unit_id and v.valid @> h.day and v.recorded @> known_at
    join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
  union
  select g.role, g.unit_id
    from role_grant g
   where g.person_id = of_person and g.valid @> on_day and g.recorded @> known_at
$$;

-- With those that were lent, which hold while their giver has them.
create or replace function roles_held(of_person bigint, on_day date, known_at timestamptz)
returns table (role text, unit_id integer, giver_id bigint, acts text[])
language plpgsql stable set plan_cache_mode = 'force_generic_plan' as $$
#variable_conflict use_column
declare
  before text := coalesce(current_setting('neu_guong.finding_scope', true), '');
begin
  if stands_on_one_word(of_person) then return; end if;
  if of_person = current_person_id() then perform set_config('neu_guong.finding_scope', 'yes', true); end if;
  return query
    select o.role, o.unit_id, null::bigint, null::text[]
      from own_roles(of_person, on_day, known_at) o
    union all
    select d.role, d.unit_id, d.giver_id, d.acts
      from delegation d
     where d.receiver_id = of_person and d.valid @> on_day and d.recorded @> known_at
       and exists (select from own_roles(d.giver_id, on_day, known_at) o
                    where o.role = d.role and o.unit_id = d.unit_id);
  perform set_config('neu_guong.finding_scope', before, true);
end $$;

-- Where somebody may do an act, and by whose power: giver_id is null where it is their own. While it looks, no policy
-- of a scope is asked: what it reads are one's own tenures, grants and delegations, and those of one's givers.
create or replace function scope_of(of_person bigint, of_noun text, of_act text, on_day date, known_at timestamptz)
returns table (unit_id integer, giver_id bigint) language plpgsql stable as $$
#variable_conflict use_column
begin
  perform set_config('neu_guong.finding_scope', 'yes', true);
  return query
    select distinct r.unit_id, h.giver_id
      from roles_held(of_person, on_day, known_at) h
      join role_act a on a.role = h.role and a.noun = of_noun and a.act = of_act
                     and (h.giver_id is null or not a.in_person)
     cross join lateral reach_kept(h.unit_id, on_day, known_at) r
     where h.acts is null or of_noun || '.' || of_act = any (h.acts);
  perform set_config('neu_guong.finding_scope', '', true);
end $$;

-- The same for who is asking, today: what policies call. Without anybody asking, nowhere. It is found once in a
-- transaction for each noun and act, and kept
-- in a setting that ends with it: one question may meet the same policy in five tables.
create or replace function units_where_may(of_noun text, of_act text) returns table (unit_id integer)
language plpgsql stable as $$
#variable_conflict use_column
declare
  kept_in text := 'neu_guong.scope_' || replace(of_noun || '_' || of_act, '-', '_');
  whose   text := current_person_id() || ' ';
  kept    text := current_setting(kept_in, true);
begin
  if whose is null or current_setting('neu_guong.finding_scope', true) = 'yes' then return; end if;
  if kept is null or not starts_with(kept, whose) then
    select whose || coalesce(string_agg(distinct s.unit_id::text, ','), '') into kept
      from scope_of(current_person_id(), of_noun, of_act, today_in_vietnam(), recorded_now()) s;
    perform set_config(kept_in, kept, true);
  end if;
  return query select k::integer from string_to_table(nullif(substr(kept, length(whose) + 1), ''), ',') k;
end $$;

-- Whether a person belongs today to a unit where who is asking may do an act.
create or replace function may_to_person(of_person bigint, of_noun text, of_act text) returns boolean
language sql stable as $$
  select exists (
    select from membership m
     where m.person_id = of_person and m.valid @> today_in_vietnam() and is_open(m.recorded)
       and m.unit_id in (select u.unit_id from units_where_may(of_noun, of_act) u))
$$;

create or replace function may_read_ledger() returns boolean language sql stable as $$
  select exists (
    select from units_where_may('ledger', 'read') u
      join unit_version v on v.unit_id = u.unit_id and v.valid @> today_in_vietnam() and is_open(v.recorded)
     where not exists (select from placement p
                        where p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                          and is_open(p.recorded)))
$$;

-- Whoever can open somebody's account can use all that it may do. So a printed invitation needs an administrator whose
-- reach covers every unit where that person holds a role, or was lent one; and for
-- whoever holds one, or has opened their account before, the confirmation of a second person. Both are asked when it is
-- printed, when it is confirmed and when it is used.

-- Some questions are about rows that only their own person sees. They are asked in that person's name, and say no more
-- than a number or yes and no; whoever asked before asks on afterwards.

-- What somebody holds, will hold, or was lent, whether or not it is in force today.
create or replace function held_by(of_person bigint) returns table (role text, unit_id integer)
language plpgsql stable as $$
#variable_conflict use_column
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  before text := coalesce(current_setting('neu_guong.finding_scope', true), '');
  from_today constant daterange := daterange(today_in_vietnam(), null);
begin
  perform set_config('neu_guong.person_id', of_person::text, true), set_config('neu_guong.finding_scope', 'yes', true);
  return query
    select case when max(k.rank) >= 3 then 'secretary' else 'leader' end, p.unit_id
      from tenure t
      join post p         on p.post_id = t.post_id and p.is_head
      join unit_version v on v.unit_id = p.unit_id and is_open(v.recorded)
      join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
     where t.person_id = of_person and t.valid && from_today and is_open(t.recorded)
     group by p.unit_id
    union
    select g.role, g.unit_id from role_grant g
     where g.person_id = of_person and g.valid && from_today and is_open(g.recorded)
    union
    select d.role, d.unit_id from delegation d
     where d.receiver_id = of_person and d.valid && from_today and is_open(d.recorded);
  perform set_config('neu_guong.person_id', asking, true), set_config('neu_guong.finding_scope', before, true);
end $$;

-- Every unit where that is, and every unit that it reaches.
create or replace function reached_by(of_person bigint) returns table (unit_id integer) language sql stable as $$
  with held as materialized (select distinct h.unit_id from held_by(of_person) h)
  select h.unit_id from held h
  union
  select r.unit_id from held h cross join lateral reach_kept(h.unit_id, today_in_vietnam(), recorded_now()) r
$$;
