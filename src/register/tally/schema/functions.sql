create or replace view tally with (security_invoker = true) as
  select campaign_id, unit_id, deeds, valid_on, recorded_at, due, submitted, on_time, approved,
         0 as commitments, 0 as registered, 0 as done, 0 as partly, 0 as not_done
    from commitment_tally
  union all
  select campaign_id, unit_id, 0::smallint, valid_on, recorded_at, 0, 0, 0, 0, commitments, registered, done, partly,
  not_done
    from deed_tally;

-- A tally may be appended, and that is all.
create or replace function tallies_are_appended() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'check_violation',
    constraint = 'tallies_are_appended';
end $$;
create trigger tallies_are_appended before update or delete on commitment_tally for each row
  execute function tallies_are_appended();
create trigger tallies_are_appended before update or delete on conclusion_tally for each row
  execute function tallies_are_appended();
create trigger tallies_are_appended before update or delete on leadership_tally for each row
  execute function tallies_are_appended();
create trigger tallies_are_appended before update or delete on deed_tally for each row
  execute function tallies_are_appended();

-- The tallies of a campaign under a root, by the branch directly under it and the number of deeds: on the tree of a
-- day, valid and recorded up to two clocks. By its summary where that holds for the question, else by the tree.
-- The walk looks up each unit by itself: before the first statistics of a new register, a join may compare every tally
-- with every unit.
create or replace function counted_under(of_campaign integer, root integer, day date, valid_as_of date,
  recorded_as_of timestamptz)
returns table (branch_id integer, deeds smallint, due bigint, submitted bigint, on_time bigint, approved bigint)
language plpgsql stable parallel safe rows 100 set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
  since timestamptz := summarised_up_to(of_campaign, root, counted_under.day, valid_as_of, recorded_as_of);
begin
  if since is null then
    return query
      select b.branch_id, t.deeds, sum(t.due), sum(t.submitted), sum(t.on_time), sum(t.approved)
        from units_by_branch('party', root, counted_under.day, recorded_as_of) b
       cross join lateral (
             select t.*
               from commitment_tally t
              where t.campaign_id = of_campaign and t.unit_id = b.unit_id and t.valid_on <= valid_as_of
                and t.recorded_at <= recorded_as_of
             offset 0) t
       group by b.branch_id, t.deeds;
  else
    return query
      select s.branch_id, s.deeds, s.due, s.submitted, s.on_time, s.approved
        from summed_under(of_campaign, root, since, valid_as_of, recorded_as_of) s;
  end if;
end $$;

create or replace function tally_obligations() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into commitment_tally (campaign_id, unit_id, valid_on, due)
  select campaign_id, unit_id, due_from, count(*) from added group by 1, 2, 3;
  return null;
end $$;
revoke all on function tally_obligations() from public;
create trigger tally_obligations after insert on obligation
  referencing new table as added for each statement execute function tally_obligations();

-- The instant up to which a campaign's summary holds every tally, where it may answer a question; else null, and the
-- tree is walked  (decision 0014).
create or replace function summarised_up_to(of_campaign integer, root integer, day date, valid_as_of date,
  recorded_as_of timestamptz)
returns timestamptz language sql stable parallel safe as $$
  select s.settled_at
    from tally_summary s
    join tally_summary_line l on l.campaign_id = s.campaign_id and l.unit_id = root and l.deeds = 0
                             and l.heir_id is null
   where s.campaign_id = of_campaign and s.settled_at <= recorded_as_of and s.last_valid_on <= valid_as_of
     and is_same_tree(s.day, s.settled_at, summarised_up_to.day)
$$;

-- The tallies of a campaign under a root by its summary: the lines of the branches and of the root, and what was
-- recorded since, which climbs from its own unit to the root.
create or replace function summed_under(of_campaign integer, root integer, since timestamptz, valid_as_of date,
  recorded_as_of timestamptz)
returns table (branch_id integer, deeds smallint, due bigint, submitted bigint, on_time bigint, approved bigint,
               commitments bigint, registered bigint, done bigint, partly bigint, not_done bigint)
language sql stable parallel safe rows 100 as $$
  with recursive climb (unit_id, under_id, deeds, due, submitted, on_time, approved, commitments, registered, done,
                        partly, not_done) as (
    select t.unit_id, null::integer, t.deeds, sum(t.due), sum(t.submitted), sum(t.on_time), sum(t.approved),
           sum(t.commitments), sum(t.registered), sum(t.done), sum(t.partly), sum(t.not_done)
      from tally t
     where t.campaign_id = of_campaign and t.recorded_at > since and t.recorded_at <= recorded_as_of
       and t.valid_on <= valid_as_of
     group by t.unit_id, t.deeds
    union all
    select coalesce(l.heir_id, l.parent_id), case when l.heir_id is null then c.unit_id else c.under_id end,
           c.deeds, c.due, c.submitted, c.on_time, c.approved, c.commitments, c.registered, c.done, c.partly, c.not_done
      from climb c
      join tally_summary_line l on l.campaign_id = of_campaign and l.unit_id = c.unit_id and l.deeds = 0
     where c.unit_id <> root
  ), part as (
    select coalesce(c.under_id, root) as branch_id, c.deeds, c.due, c.submitted, c.on_time, c.approved,
           c.commitments, c.registered, c.done, c.partly, c.not_done
      from climb c
     where c.unit_id = root
    union all
    select l.unit_id, l.deeds, l.due, l.submitted, l.on_time, l.approved, l.commitments, l.registered, l.done,
           l.partly, l.not_done
      from tally_summary_line l
     where l.campaign_id = of_campaign and l.parent_id = root
    union all  -- what is left of the root's line without its branches' is its own
    select root, l.deeds, l.due, l.submitted, l.on_time, l.approved, l.commitments, l.registered, l.done, l.partly,
           l.not_done
      from tally_summary_line l
     where l.campaign_id = of_campaign and l.unit_id = root
    union all
    select root, l.deeds, -l.due, -l.submitted, -l.on_time, -l.approved, -l.commitments, -l.registered, -l.done,
           -l.partly, -l.not_done
      from tally_summary_line l
     where l.campaign_id = of_campaign and l.parent_id = root
  )
  select p.branch_id, p.deeds, sum(p.due)::bigint, sum(p.submitted)::bigint, sum(p.on_time)::bigint,
         sum(p.approved)::bigint,
         sum(p.commitments)::bigint, sum(p.registered)::bigint, sum(p.done)::bigint, sum(p.partly)::bigint,
         sum(p.not_done)::bigint
    from part p
   group by p.branch_id, p.deeds
$$;

-- The same of what became of deeds.
create or replace function reported_under(of_campaign integer, root integer, day date, valid_as_of date,
  recorded_as_of timestamptz)
returns table (branch_id integer, commitments bigint, registered bigint, done bigint, partly bigint, not_done bigint)
language plpgsql stable parallel safe rows 100 set plan_cache_mode = 'force_custom_plan' as $$
#variable_conflict use_column
declare
  since timestamptz := summarised_up_to(of_campaign, root, reported_under.day, valid_as_of, recorded_as_of);
begin
  if since is null then
    return query
      select b.branch_id, sum(t.commitments), sum(t.registered), sum(t.done), sum(t.partly), sum(t.not_done)
        from units_by_branch('party', root, reported_under.day, recorded_as_of) b
       cross join lateral (
             select t.*
               from deed_tally t
              where t.campaign_id = of_campaign and t.unit_id = b.unit_id and t.valid_on <= valid_as_of
                and t.recorded_at <= recorded_as_of
             offset 0) t
       group by b.branch_id;
  else
    return query
      select s.branch_id, s.commitments, s.registered, s.done, s.partly, s.not_done
        from summed_under(of_campaign, root, since, valid_as_of, recorded_as_of) s
       where s.deeds = 0;
  end if;
end $$;

-- One empty line for each unit under a campaign's root on a day, and for each that has ended and for which one of them
-- answers.
create or replace function plant_summary_tree(of_campaign integer, on_day date, known_at timestamptz) returns void
language sql as $$
  with recursive tree (unit_id, parent_id) as (
         select c.unit_id, null::integer
           from campaign c
          where c.campaign_id = of_campaign
          union all
         select p.unit_id, p.parent_id
           from tree t
           join placement p on p.hierarchy = 'party' and p.parent_id = t.unit_id
          where p.valid @> on_day and p.recorded @> known_at),
       answering_for (unit_id, parent_id, heir_id) as (
         select tree.unit_id, tree.parent_id, null::integer from tree
          union all
         select s.predecessor_id, null::integer, a.unit_id
           from answering_for a
          cross join lateral (select e.succession_id, e.predecessor_id from succession e
                               where e.successor_id = a.unit_id offset 0) s
          cross join lateral main_succession(s.predecessor_id, on_day, known_at) m
          where m.succession_id = s.succession_id)
  insert into tally_summary_line (campaign_id, unit_id, parent_id, heir_id)
  select of_campaign, a.unit_id, a.parent_id, a.heir_id from answering_for a
$$;

-- Adds the tallies recorded after one instant and up to another to the lines of their units and of all above them;
-- gives the last day of which they tell.
create or replace function add_up_tallies(of_campaign integer, since timestamptz, up_to timestamptz) returns date
language sql as $$
  with recursive fresh as materialized (
         select t.unit_id, t.deeds, sum(t.due) as due, sum(t.submitted) as submitted, sum(t.on_time) as on_time,
                sum(t.approved) as approved,
                sum(t.commitments) as commitments, sum(t.registered) as registered, sum(t.done) as done,
                sum(t.partly) as partly, sum(t.not_done) as not_done,
                max(t.valid_on) as last_valid_on
           from tally t
          where t.campaign_id = of_campaign and t.recorded_at > since and t.recorded_at <= up_to
          group by t.unit_id, t.deeds),
       climb (unit_id, parent_id, is_counted, deeds, due, submitted, on_time, approved, commitments, registered, done,
              partly, not_done) as (
         select f.unit_id, coalesce(l.heir_id, l.parent_id), l.heir_id is null, f.deeds, f.due, f.submitted, f.on_time,
                f.approved,
                f.commitments, f.registered, f.done, f.partly, f.not_done
           from fresh f
           join tally_summary_line l on l.campaign_id = of_campaign and l.unit_id = f.unit_id and l.deeds = 0
          union all
         select l.unit_id, coalesce(l.heir_id, l.parent_id), l.heir_id is null, c.deeds, c.due, c.submitted, c.on_time,
                c.approved,
                c.commitments, c.registered, c.done, c.partly, c.not_done
           from climb c
           join tally_summary_line l on l.campaign_id = of_campaign and l.unit_id = c.parent_id and l.deeds = 0),
       added as (
         insert into tally_summary_line as line
                (campaign_id, unit_id, deeds, parent_id, due, submitted, on_time, approved, commitments, registered,
                 done, partly, not_done)
         select of_campaign, c.unit_id, c.deeds, min(c.parent_id), sum(c.due), sum(c.submitted), sum(c.on_time),
                sum(c.approved),
                sum(c.commitments), sum(c.registered), sum(c.done), sum(c.partly), sum(c.not_done)
           from climb c
          where c.is_counted
          group by c.unit_id, c.deeds
             on conflict (campaign_id, unit_id, deeds) do update
            set due = line.due + excluded.due, submitted = line.submitted + excluded.submitted,
                on_time = line.on_time + excluded.on_time, approved = line.approved + excluded.approved,
                commitments = line.commitments + excluded.commitments,
                registered = line.registered + excluded.registered,
                done = line.done + excluded.done, partly = line.partly + excluded.partly,
                not_done = line.not_done + excluded.not_done)
  select max(f.last_valid_on) from fresh f
$$;

-- Brings a campaign's summary up to an instant at which the register stood still  (decision 0010): adds what was
-- recorded since the last one or, where the party's tree has changed, begins anew. The tree
-- is that of the instant's day, or of the close of the campaign once it is over, as the figures ask. Gives «anew»,
-- «added» or «untouched»; null for a campaign that the register did not know then.
create or replace function bring_summary_up_to(of_campaign integer, up_to timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
declare
  of_day date := (select least(day_in_vietnam(up_to), t.closes_on) from campaign_terms t
                   where t.campaign_id = of_campaign and t.recorded @> up_to);
  last tally_summary;
  told_of date;
begin
  if up_to > greatest(clock_timestamp(), (select s.instant from resolved_timestamp s)) then
    raise exception 'a summary cannot hold what is still to be recorded' using errcode = 'check_violation',
      constraint = 'summary_of_what_is_known';
  end if;
  if of_day is null then return null; end if;
  -- Whoever else summarises the same campaign waits here.
  perform pg_advisory_xact_lock(hashtextextended('tally_summary', of_campaign));
  select s.* into last from tally_summary s where s.campaign_id = of_campaign;
  if found and is_same_tree(last.day, last.settled_at, of_day) then
    told_of := add_up_tallies(of_campaign, last.settled_at, up_to);
    if told_of is null then return 'untouched'; end if;
    update tally_summary set settled_at = up_to, last_valid_on = greatest(last_valid_on, told_of)
     where campaign_id = of_campaign;
    return 'added';
  end if;
  delete from tally_summary where campaign_id = of_campaign;
  insert into tally_summary (campaign_id, day, settled_at, last_valid_on)
  values (of_campaign, of_day, up_to, '-infinity');
  perform plant_summary_tree(of_campaign, of_day, up_to);
  told_of := add_up_tallies(of_campaign, '-infinity', up_to);
  if told_of is not null then
    update tally_summary set last_valid_on = told_of where campaign_id = of_campaign;
  end if;
  return 'anew';
end $$;
revoke all on function bring_summary_up_to(integer, timestamp with time zone) from public;
grant execute on function bring_summary_up_to(integer, timestamp with time zone) to neu_guong_app;
