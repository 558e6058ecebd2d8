-- commitment/: whoever moves with many others is taken cell by cell. Where a cell stands, and what has become of it, is then asked once for all of its people; and what they add to
-- a tally is one line more often.

create or replace function obligations_follow() returns trigger language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
declare
  persons bigint[];
begin
  with noted as (delete from membership_change returning person_ids),
       touched as (select distinct p as person_id from noted, unnest(person_ids) p)
  select array_agg(t.person_id order by m.unit_id, t.person_id) into persons
    from touched t
    left join lateral (select m.unit_id from membership m where m.person_id = t.person_id and upper(m.recorded) = 'infinity' order by lower(m.valid) desc limit 1) m on true;
  if persons is null then return null; end if;
  -- A campaign that is being called meanwhile comes before or after, not beside: issueCampaign holds this lock alone.
  perform pg_advisory_xact_lock_shared(hashtext('obligations'));
  -- All that may change are held from the start, in one order: two who move many do not wait for each other.
  perform from obligation where obligation_id in (select o.obligation_id from obligations_of(persons) o) order by obligation_id for no key update;
  for i in 1 .. cardinality(persons) by 500 loop
    perform let_obligations_follow(persons[i : i + 499]);
  end loop;
  return null;
end $$;

-- What is asked of one unit or one text, for each of thousands of rows, is planned once.
alter function heir_of(integer, date, timestamptz) set plan_cache_mode = 'force_generic_plan';
alter function main_edge(integer, date, timestamptz) set plan_cache_mode = 'force_generic_plan';
alter function due_for(integer, integer, date) set plan_cache_mode = 'force_generic_plan';
alter function due_granted(integer, integer, date, bigint[]) set plan_cache_mode = 'force_generic_plan';
alter function live_deeds_on(bigint, date) set plan_cache_mode = 'force_generic_plan';
