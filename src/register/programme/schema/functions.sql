-- The due date of a unit in a campaign: the campaign's own, or the latest that was granted to the unit, to one above
-- it, or to one that was merged into it.
create or replace function due_for(of_campaign integer, of_unit integer, on_day date) returns date
language sql stable set plan_cache_mode = 'force_generic_plan' as $$
  select greatest(t.due_on, max(x.due_on))
    from campaign_terms t
    left join campaign_extension x on x.campaign_id = t.campaign_id and is_open(x.recorded)
                                  and is_under(successor_of(of_unit, on_day, recorded_now()), 'party', x.unit_id,
                                               on_day, recorded_now())
   where t.campaign_id = of_campaign and is_open(t.recorded)
   group by t.due_on
$$;

-- `unit_id` of an obligation is the cell that answers now: policies ask it of each row. It says what the last move
-- says, and nothing else of the row changes.
create or replace function obligation_follows_its_moves() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'unit_id' = to_jsonb(old) - 'unit_id' and new.unit_id = (
       select m.unit_id from obligation_move m
        where m.obligation_id = new.obligation_id and is_open(m.recorded) order by m.moved_on desc limit 1) then
    return new;
  end if;
  raise exception 'an obligation moves with a row of obligation_move, and stays' using errcode = 'check_violation',
    constraint = 'history_is_kept';
end $$;
create trigger obligation_follows_its_moves before update or delete on obligation for each row
  execute function obligation_follows_its_moves();

-- One function counts. Each trigger tells the difference that its rows make: what the obligations come to with them,
-- less what they came to without.

-- The due date of a unit by the extensions that were granted by a day, some left out.
create or replace function due_granted(of_campaign integer, of_unit integer, on_day date, but_extensions bigint[])
returns date language sql stable set plan_cache_mode = 'force_generic_plan' as $$
  select greatest(t.due_on, max(x.due_on))
    from campaign_terms t
    left join campaign_extension x on x.campaign_id = t.campaign_id and is_open(x.recorded)
                                  and (lower(x.recorded) at time zone 'Asia/Ho_Chi_Minh')::date <= on_day
                                  and x.campaign_extension_id <> all (but_extensions)
                                  and is_under(successor_of(of_unit, on_day, recorded_now()), 'party', x.unit_id,
                                               on_day, recorded_now())
   where t.campaign_id = of_campaign and is_open(t.recorded)
   group by t.due_on
$$;

-- A leave is written in two statements and a transfer in three. So statements note whose memberships they touched, and
-- obligations follow at the end of the transaction, all at once, by what then stands. Archives and seeds bring their
-- own obligations and let this rest.
create or replace function note_membership_change() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into membership_change (person_ids) select array_agg(distinct person_id) from touched having count(*) > 0;
  return null;
end $$;
revoke all on function note_membership_change() from public;
create trigger membership_begins after insert on membership referencing new table as touched
  for each statement when (current_setting('neu_guong.loading', true) is distinct from 'yes')
  execute function note_membership_change();
create trigger membership_ends after update on membership referencing new table as touched
  for each statement when (current_setting('neu_guong.loading', true) is distinct from 'yes')
  execute function note_membership_change();

-- Who is known to come or go while a campaign runs, when it is called or its due date moves.
create or replace function note_members_of_campaign() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into membership_change (person_ids)
  select array_agg(distinct m.person_id)
    from added
    join campaign_terms t on t.campaign_id = added.campaign_id and is_open(t.recorded)
    join membership m on is_open(m.recorded) and m.valid && daterange(t.opens_on, t.closes_on, '[]')
                     and (lower(m.valid) > t.opens_on or upper(m.valid) <= t.closes_on)
  having count(*) > 0;
  return null;
end $$;
revoke all on function note_members_of_campaign() from public;
create trigger campaign_is_called after insert on campaign_terms referencing new table as added
  for each statement when (current_setting('neu_guong.loading', true) is distinct from 'yes')
  execute function note_members_of_campaign();
create trigger campaign_is_extended after insert on campaign_extension referencing new table as added
  for each statement when (current_setting('neu_guong.loading', true) is distinct from 'yes')
  execute function note_members_of_campaign();

-- The stretches in which persons are members within campaigns that still take commitments, from the opening of each.
create or replace function membership_periods(persons bigint[])
returns table (campaign_id integer, person_id bigint, unit_id integer, valid daterange)
language sql stable as $$
  with stay as materialized (
         select c.campaign_id, c.unit_id as root, m.person_id, m.unit_id,
                m.valid * daterange(t.opens_on, 'infinity') as valid
           from campaign c
           join campaign_terms t on t.campaign_id = c.campaign_id and is_open(t.recorded)
                                and t.closes_on >= today_in_vietnam()
           join membership m     on m.person_id = any (persons) and is_open(m.recorded)
                                and m.valid && daterange(t.opens_on, t.closes_on, '[]')),
       place as materialized (
         select distinct root, unit_id, lower(valid) as day from stay),
       within as materialized (
         select p.root, p.unit_id, p.day
           from place p
          where is_under(successor_of(p.unit_id, p.day, recorded_now()), 'party', p.root, p.day, recorded_now())
             or last_day_alive(p.root, p.day, recorded_now()) < p.day
            and p.unit_id in (select m.unit_id from members_of('party', p.root, p.day, recorded_now()) m))
  select s.campaign_id, s.person_id, s.unit_id, s.valid
    from stay s
    join within w on w.root = s.root and w.unit_id = s.unit_id and w.day = lower(s.valid)
$$;

-- Those persons' obligations in campaigns that still take commitments.
create or replace function obligations_of(persons bigint[])
returns table (obligation_id bigint, campaign_id integer, person_id bigint, unit_id integer, due_from date,
  joins_until date)
language sql stable as $$
  select o.obligation_id, o.campaign_id, o.person_id, o.unit_id, o.due_from, t.joins_until
    from obligation o
    join campaign_terms t on t.campaign_id = o.campaign_id and is_open(t.recorded) and t.closes_on >= today_in_vietnam()
   where o.person_id = any (persons)
$$;

-- Which cells should answer for people, from which days on: a stay makes its cell answer; who is away stays with the
-- last one.
-- The first of each is looked up, not joined.
create or replace function expected_cells(persons bigint[])
returns table (obligation_id bigint, moved_on date, unit_id integer) language sql stable as $$
  with cell as (
         select o.obligation_id, greatest(lower(s.valid), o.due_from) as moved_on, s.unit_id, 1 as place
           from obligations_of(persons) o
           join membership_periods(persons) s on s.campaign_id = o.campaign_id and s.person_id = o.person_id
                                             and upper(s.valid) > o.due_from
         union all  -- the first one, where the person was away on the first day
         select o.obligation_id, o.due_from,
                coalesce((select m.unit_id from obligation_move m
                           where m.obligation_id = o.obligation_id and m.moved_on = o.due_from and is_open(m.recorded)
                           limit 1),
                         o.unit_id), 0
           from obligations_of(persons) o),
       one_a_day as (
         select distinct on (c.obligation_id, c.moved_on) c.obligation_id, c.moved_on, c.unit_id
           from cell c order by c.obligation_id, c.moved_on, c.place desc),
       seen as (
         select d.obligation_id, d.moved_on, d.unit_id,
                lag(d.unit_id) over (partition by d.obligation_id order by d.moved_on) as before from one_a_day d)
  select s.obligation_id, s.moved_on, s.unit_id from seen s where s.unit_id is distinct from s.before
$$;

-- When they should be void: away from before the due date on, or come after the last day for joining; but not while an
-- office has excepted them.
create or replace function voids_wanted(persons bigint[])
returns table (obligation_id bigint, valid daterange, reason text) language sql stable as $$
  with stay as materialized (
         select s.campaign_id, s.person_id, range_agg(s.valid) as valid from membership_periods(persons) s
          group by 1, 2),
       kept as (
         select o.obligation_id, range_agg(k.valid) as valid
           from obligations_of(persons) o
           join stay s using (campaign_id, person_id)
          cross join lateral unnest(s.valid) as k (valid)
          where lower(k.valid) <= coalesce(o.joins_until, due_for(o.campaign_id, o.unit_id, lower(k.valid)))
          group by 1),
       away as (
         select o.obligation_id, o.campaign_id, o.unit_id, o.due_from, a.valid
           from obligations_of(persons) o
           left join kept k on k.obligation_id = o.obligation_id
          cross join lateral unnest(datemultirange(daterange(o.due_from, 'infinity')) - coalesce(k.valid, '{}'))
                as a (valid)),
       said as (
         select x.obligation_id, range_agg(x.valid) as valid
           from obligation_exception x
           join obligations_of(persons) o using (obligation_id)
          where not x.by_membership and is_open(x.recorded)
          group by 1)
  select a.obligation_id, v.valid,
         case when lower(a.valid) > a.due_from
                or not exists (select from stay s join obligation o using (campaign_id, person_id)
                                where o.obligation_id = a.obligation_id)
              then 'Không còn sinh hoạt ở đơn vị thuộc đợt' else 'Về đơn vị sau ngày chốt danh sách' end
    from away a
    left join said e on e.obligation_id = a.obligation_id
   cross join lateral unnest(datemultirange(a.valid) - coalesce(e.valid, '{}')) as v (valid)
   where lower(a.valid) = a.due_from or lower(a.valid) <= due_for(a.campaign_id, a.unit_id, lower(a.valid))
$$;

-- Planned for each five hundred: a plan for any number goes through all moves there are for each of them. Whoever moves
-- with many others is taken cell by cell: where a cell stands, and what has
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
    left join lateral (select m.unit_id from membership m where m.person_id = t.person_id and is_open(m.recorded)
                        order by lower(m.valid) desc limit 1) m on true;
  if persons is null then return null; end if;
  -- A campaign that is being called meanwhile comes before or after, not beside: issueCampaign holds this lock alone.
  perform pg_advisory_xact_lock_shared(hashtext('obligations'));
  -- All that may change are held from the start, in one order: two who move many do not wait for each other.
  perform from obligation where obligation_id in (select o.obligation_id from obligations_of(persons) o)
    order by obligation_id for no key update;
  for i in 1 .. cardinality(persons) by 500 loop
    perform let_obligations_follow(persons[i : i + 499]);
  end loop;
  return null;
end $$;
revoke all on function obligations_follow() from public;
create constraint trigger obligations_follow after insert on membership_change
  deferrable initially deferred for each row execute function obligations_follow();

-- Those persons' obligations become what their memberships say.
create or replace function let_obligations_follow(persons bigint[]) returns void language plpgsql as $$
begin
  insert into obligation (campaign_id, person_id, unit_id, due_from)
  select distinct on (s.campaign_id, s.person_id) s.campaign_id, s.person_id, s.unit_id, lower(s.valid)
    from membership_periods(persons) s
   order by s.campaign_id, s.person_id, lower(s.valid)
      on conflict do nothing;
  perform from obligation where obligation_id in (select o.obligation_id from obligations_of(persons) o)
    order by obligation_id for no key update;

  update obligation_exception x
     set recorded = tstzrange(lower(x.recorded), recorded_now())
   where x.by_membership and is_open(x.recorded)
     and x.obligation_id in (select o.obligation_id from obligations_of(persons) o)
     and not exists (select from voids_wanted(persons) v where v.obligation_id = x.obligation_id and v.valid = x.valid);
  insert into obligation_exception (obligation_id, state, reason, valid, by_membership)
  select v.obligation_id, 'void', v.reason, v.valid, true
    from voids_wanted(persons) v
   where not exists (select from obligation_exception x
                      where x.obligation_id = v.obligation_id and x.valid = v.valid and x.by_membership
                        and is_open(x.recorded));

  update obligation_move m
     set recorded = tstzrange(lower(m.recorded), recorded_now())
   where is_open(m.recorded) and m.obligation_id in (select o.obligation_id from obligations_of(persons) o)
     and not exists (select from expected_cells(persons) c
                      where c.obligation_id = m.obligation_id and c.moved_on = m.moved_on and c.unit_id = m.unit_id);
  insert into obligation_move (obligation_id, unit_id, moved_on)
  select c.obligation_id, c.unit_id, c.moved_on
    from (select w.*, count(*) over (partition by w.obligation_id) as cells from expected_cells(persons) w) c
    join obligation o on o.obligation_id = c.obligation_id
   where (c.cells > 1 or c.unit_id <> o.unit_id
          or exists (select from obligation_move m where m.obligation_id = c.obligation_id))
     -- one look into the index each, where «not exists» would be joined with all moves there are
     and c.unit_id is distinct from (
           select m.unit_id from obligation_move m
            where m.obligation_id = c.obligation_id and m.moved_on = c.moved_on and is_open(m.recorded) limit 1);
  update obligation o
     set unit_id = l.unit_id
    from (select distinct on (m.obligation_id) m.obligation_id, m.unit_id
            from obligation_move m
            join obligations_of(persons) using (obligation_id)
           where is_open(m.recorded)
           order by m.obligation_id, m.moved_on desc) l
   where l.obligation_id = o.obligation_id and l.unit_id <> o.unit_id;
end $$;

-- Whether somebody shares their mailbox with others, for whoever writes to them: their letters say for whom they are.
-- The others may be out of the writer's sight, so it runs as the owner and says yes or no.
create or replace function shares_mailbox(of_person bigint) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  loading constant text := coalesce(current_setting('neu_guong.loading', true), '');
  is_shared boolean;
begin
  perform set_config('neu_guong.loading', 'yes', true);
  is_shared := exists (select from contact c
                         join contact d on lower(d.email) = lower(c.email) and d.person_id <> c.person_id
                                       and is_open(d.recorded)
                        where c.person_id = of_person and is_open(c.recorded))
           and (of_person = current_person_id()
                or exists (select from obligation o
                            where o.person_id = of_person
                              and o.unit_id in (select u.unit_id from units_where_may('obligation', 'remind') u)));
  perform set_config('neu_guong.loading', loading, true);
  return is_shared;
end $$;
revoke all on function shares_mailbox(bigint) from public;
grant execute on function shares_mailbox(bigint) to neu_guong_app;

-- The version of the form that a campaign asked at an instant: by the terms that were recorded then, or else by the
-- first after it.
create or replace function form_asked_at(of_campaign integer, at timestamptz) returns integer language sql stable as $$
  select t.form_version
    from campaign_terms t
   where t.campaign_id = of_campaign
   order by greatest(lower(t.recorded) - at, interval '0'), lower(t.recorded) desc
   limit 1
$$;
