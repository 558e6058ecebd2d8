-- The units that a plan names and that are not to begin by it, each with the party unit at which it is judged. Null
-- where the register has none.
create or replace function units_of_merger(plan jsonb) returns table (key text, judged_at integer)
language sql stable as $$
  with edge (predecessor, successor) as (
         select e ->> 'predecessor', e ->> 'successor' from jsonb_array_elements(coalesce(plan -> 'edges', '[]')) e),
       move (unit, parent) as (
         select m ->> 'unit', m ->> 'parent' from jsonb_array_elements(coalesce(plan -> 'moved', '[]')) m),
       named (key) as (
         (select predecessor from edge
           union select successor from edge
           union select unit from move
           union select parent from move
           union select s ->> 'parent' from jsonb_array_elements(coalesce(plan -> 'successors', '[]')) s
                  where s ->> 'parent' is not null
           union select a from jsonb_array_elements_text(coalesce(plan -> 'abolished', '[]')) a
           union select g from jsonb_array_elements_text(coalesce(plan -> 'going_on', '[]')) g)
         except select s ->> 'key' from jsonb_array_elements(coalesce(plan -> 'successors', '[]')) s)
  select n.key, judged_at(u.unit_id)
    from named n
    left join unit u using (key)
$$;

-- Whether whoever asks may do an act to all of it. A plan that names no unit is nobody's.
create or replace function may_merge(of_act text, plan jsonb) returns boolean language sql stable as $$
  select count(*) > 0 and bool_and((n.judged_at in (select u.unit_id from units_where_may('merger', of_act) u))
                                   is true) from units_of_merger(plan) n
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
                         where p.merger_proposal_id = new.merger_proposal_id and p.proposed_by <> new.decided_by
                           and may_merge('confirm', p.plan));
  perform set_config('neu_guong.loading', before, true);
  if second is not true then
    raise exception 'merger % is not confirmed by a second person whose reach covers every unit', new.merger_proposal_id
      using errcode = 'check_violation', constraint = 'a_second_person_confirms';
  end if;
  return new;
end $$;
create trigger a_second_person_confirms before insert on merger_decision for each row when (new.outcome = 'confirmed')
  execute function a_second_person_confirms();
