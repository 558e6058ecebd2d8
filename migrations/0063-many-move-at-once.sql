-- commitment/: the same counts as before, also where tens of thousands of people move at once (a roster, a merger of many cells).
-- The planner takes the rows behind our walls for a handful, and goes through all of them for each of them: what is done for one person takes twice as long for twice as many.
-- So many are done by the hundred, or by five hundred where a look at a whole table is the greater part.

create or replace function tell_difference(
  subjects bigint[],
  but_exceptions bigint[] default '{}', and_exceptions bigint[] default '{}', but_moves bigint[] default '{}', and_moves bigint[] default '{}',
  but_steps bigint[] default '{}', but_extensions bigint[] default '{}')
returns void language plpgsql as $$
begin
  if subjects is null then return; end if;
  if cardinality(subjects) > 100 then
    for i in 1 .. cardinality(subjects) by 100 loop
      perform tell_difference(subjects[i : i + 99], but_exceptions, and_exceptions, but_moves, and_moves, but_steps, but_extensions);
    end loop;
    return;
  end if;
  perform from obligation where obligation_id = any (subjects) order by obligation_id for no key update;
  insert into commitment_tally (campaign_id, unit_id, deeds, valid_on, due, submitted, on_time, approved)
  select campaign_id, unit_id, deeds, valid_on, sum(sign * due), sum(sign * submitted), sum(sign * on_time), sum(sign * approved)
    from (select 1 as sign, now.* from counts_of(subjects) now
          union all
          select -1, before.* from counts_of(subjects, but_exceptions, and_exceptions, but_moves, and_moves, but_steps, but_extensions) before) both_counts
   group by 1, 2, 3, 4
  having sum(sign * due) <> 0 or sum(sign * submitted) <> 0 or sum(sign * on_time) <> 0 or sum(sign * approved) <> 0;
end $$;

create or replace function tell_deed_difference(
  subjects bigint[],
  but_exceptions bigint[] default '{}', and_exceptions bigint[] default '{}', but_moves bigint[] default '{}', and_moves bigint[] default '{}',
  but_steps bigint[] default '{}', but_deeds bigint[] default '{}', but_reports bigint[] default '{}')
returns void language plpgsql as $$
begin
  if subjects is null then return; end if;
  if cardinality(subjects) > 500 then
    for i in 1 .. cardinality(subjects) by 500 loop
      perform tell_deed_difference(subjects[i : i + 499], but_exceptions, and_exceptions, but_moves, and_moves, but_steps, but_deeds, but_reports);
    end loop;
    return;
  end if;
  perform from obligation where obligation_id = any (subjects) order by obligation_id for no key update;
  insert into deed_tally (campaign_id, unit_id, valid_on, commitments, registered, done, partly, not_done)
  select campaign_id, unit_id, valid_on, sum(sign * commitments), sum(sign * registered), sum(sign * done), sum(sign * partly), sum(sign * not_done)
    from (select 1 as sign, now.* from deed_counts_of(subjects) now
          union all
          select -1, before.* from deed_counts_of(subjects, but_exceptions, and_exceptions, but_moves, and_moves, but_steps, but_deeds, but_reports) before) both_counts
   group by 1, 2, 3
  having sum(sign * commitments) <> 0 or sum(sign * registered) <> 0 or sum(sign * done) <> 0 or sum(sign * partly) <> 0 or sum(sign * not_done) <> 0;
end $$;

-- Which cells should answer for them, as before; the first of each is looked up, not joined.
create or replace function cells_wanted(persons bigint[]) returns table (obligation_id bigint, moved_on date, unit_id integer) language sql stable as $$
  with cell as (
         select o.obligation_id, greatest(lower(s.valid), o.due_from) as moved_on, s.unit_id, 1 as place
           from obligations_of(persons) o
           join stays_of(persons) s on s.campaign_id = o.campaign_id and s.person_id = o.person_id and upper(s.valid) > o.due_from
         union all  -- the first one, where the person was away on the first day
         select o.obligation_id, o.due_from,
                coalesce((select m.unit_id from obligation_move m where m.obligation_id = o.obligation_id and m.moved_on = o.due_from and upper(m.recorded) = 'infinity' limit 1),
                         o.unit_id), 0
           from obligations_of(persons) o),
       one_a_day as (
         select distinct on (c.obligation_id, c.moved_on) c.obligation_id, c.moved_on, c.unit_id
           from cell c order by c.obligation_id, c.moved_on, c.place desc),
       seen as (
         select d.obligation_id, d.moved_on, d.unit_id, lag(d.unit_id) over (partition by d.obligation_id order by d.moved_on) as before from one_a_day d)
  select s.obligation_id, s.moved_on, s.unit_id from seen s where s.unit_id is distinct from s.before
$$;

-- Those persons' obligations become what their memberships say.
create function let_obligations_follow(persons bigint[]) returns void language plpgsql as $$
begin
  insert into obligation (campaign_id, person_id, unit_id, due_from)
  select distinct on (s.campaign_id, s.person_id) s.campaign_id, s.person_id, s.unit_id, lower(s.valid)
    from stays_of(persons) s
   order by s.campaign_id, s.person_id, lower(s.valid)
      on conflict do nothing;
  perform from obligation where obligation_id in (select o.obligation_id from obligations_of(persons) o) order by obligation_id for no key update;

  update obligation_exception x
     set recorded = tstzrange(lower(x.recorded), transaction_timestamp())
   where x.by_membership and upper(x.recorded) = 'infinity' and x.obligation_id in (select o.obligation_id from obligations_of(persons) o)
     and not exists (select from voids_wanted(persons) v where v.obligation_id = x.obligation_id and v.valid = x.valid);
  insert into obligation_exception (obligation_id, state, reason, valid, by_membership)
  select v.obligation_id, 'void', v.reason, v.valid, true
    from voids_wanted(persons) v
   where not exists (select from obligation_exception x where x.obligation_id = v.obligation_id and x.valid = v.valid and x.by_membership and upper(x.recorded) = 'infinity');

  update obligation_move m
     set recorded = tstzrange(lower(m.recorded), transaction_timestamp())
   where upper(m.recorded) = 'infinity' and m.obligation_id in (select o.obligation_id from obligations_of(persons) o)
     and not exists (select from cells_wanted(persons) c where c.obligation_id = m.obligation_id and c.moved_on = m.moved_on and c.unit_id = m.unit_id);
  insert into obligation_move (obligation_id, unit_id, moved_on)
  select c.obligation_id, c.unit_id, c.moved_on
    from (select w.*, count(*) over (partition by w.obligation_id) as cells from cells_wanted(persons) w) c
    join obligation o on o.obligation_id = c.obligation_id
   where (c.cells > 1 or c.unit_id <> o.unit_id or exists (select from obligation_move m where m.obligation_id = c.obligation_id))
     and c.unit_id is distinct from (  -- one look into the index each, where «not exists» would be joined with all moves there are
           select m.unit_id from obligation_move m where m.obligation_id = c.obligation_id and m.moved_on = c.moved_on and upper(m.recorded) = 'infinity' limit 1);
  update obligation o
     set unit_id = l.unit_id
    from (select distinct on (m.obligation_id) m.obligation_id, m.unit_id
            from obligation_move m
            join obligations_of(persons) using (obligation_id)
           where upper(m.recorded) = 'infinity'
           order by m.obligation_id, m.moved_on desc) l
   where l.obligation_id = o.obligation_id and l.unit_id <> o.unit_id;
end $$;

-- Planned for each five hundred: a plan for any number goes through all moves there are for each of them. Whoever moves with many others is taken cell by cell: where a cell stands, and what has
-- become of it, is then asked once for all of its people, and what they add to a tally is one line more often.
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
