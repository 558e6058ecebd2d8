-- Of a unit that is yet to begin nobody holds anything: it is judged where it will stand, at the first unit above it
-- that stands today.
create or replace function standing_above(of_unit integer) returns integer language sql stable as $$
  with recursive up (unit_id, place) as (
    select of_unit, 0
    union all
    select l.parent_id, u.place + 1
      from up u
     cross join lateral (select p.parent_id from placement p
                          where p.unit_id = u.unit_id and p.hierarchy = 'party' and is_open(p.recorded) order by lower(p.valid) limit 1) l
     where not exists (select from unit_version v where v.unit_id = u.unit_id and lower(v.valid) <= today_in_vietnam() and is_open(v.recorded)))
  select up.unit_id from up order by place desc limit 1
$$;

-- The units that a plan names and that are not to begin by it, each with the party unit at which it is judged: a party
-- unit at itself, one of another hierarchy at the highest of the Party. Null where the register has none.
create or replace function units_of_merger(plan jsonb) returns table (key text, judged_at integer) language sql stable as $$
  with edge (predecessor, successor) as (
         select e ->> 'predecessor', e ->> 'successor' from jsonb_array_elements(coalesce(plan -> 'edges', '[]')) e),
       move (unit, parent) as (
         select m ->> 'unit', m ->> 'parent' from jsonb_array_elements(coalesce(plan -> 'moved', '[]')) m),
       named (key) as (
         (select predecessor from edge
           union select successor from edge
           union select unit from move
           union select parent from move
           union select s ->> 'parent' from jsonb_array_elements(coalesce(plan -> 'successors', '[]')) s where s ->> 'parent' is not null
           union select a from jsonb_array_elements_text(coalesce(plan -> 'abolished', '[]')) a
           union select g from jsonb_array_elements_text(coalesce(plan -> 'going_on', '[]')) g)
         except select s ->> 'key' from jsonb_array_elements(coalesce(plan -> 'successors', '[]')) s)
  select n.key, case when u.is_of_party then standing_above(u.unit_id) else t.unit_id end
    from named n
    left join lateral (select u.unit_id, bool_or(k.hierarchy = 'party') as is_of_party
                         from unit u join unit_version v using (unit_id) join unit_kind k using (unit_kind)
                        where u.key = n.key group by u.unit_id) u on true
    left join (select v.unit_id
                 from unit_version v join unit_kind k on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
                where v.valid @> today_in_vietnam() and is_open(v.recorded)
                  and not exists (select from placement p
                                   where p.unit_id = v.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and is_open(p.recorded))) t
           on u.unit_id is not null and not u.is_of_party
$$;

-- Whether whoever asks may do an act to all of it. A plan that names no unit is nobody's.
create or replace function may_merge(of_act text, plan jsonb) returns boolean language sql stable as $$
  select count(*) > 0 and bool_and((n.judged_at in (select u.unit_id from units_where_may('merger', of_act) u)) is true) from units_of_merger(plan) n
$$;

-- Only the owner confirms, for only the owner may write the map; and no owner does so but in the name of a second
-- person whose reach covers it all.
create or replace function a_second_person_confirms() returns trigger language plpgsql as $$
declare
  before text := coalesce(current_setting('neu_guong.loading', true), '');
  second boolean;
begin
  perform set_config('neu_guong.loading', 'yes', true);
  second := new.decided_by = current_person_id()
            and exists (select from merger_proposal p
                         where p.merger_proposal_id = new.merger_proposal_id and p.proposed_by <> new.decided_by and may_merge('confirm', p.plan));
  perform set_config('neu_guong.loading', before, true);
  if second is not true then
    raise exception 'merger % is not confirmed by a second person whose reach covers every unit', new.merger_proposal_id
      using errcode = 'check_violation', constraint = 'a_second_person_confirms';
  end if;
  return new;
end $$;
create trigger a_second_person_confirms before insert on merger_decision for each row when (new.outcome = 'confirmed') execute function a_second_person_confirms();
