-- commitment/: tallies and their summaries are written by functions with their owner's rights, and by no statement of the application.  (docs/decisions/0087)
--
-- What such a function counts, it reads from the rows themselves. The summary's function takes no number that it adds: a wrong instant makes a figure slower or later, and a new one makes it right.

-- The one trigger that still wrote in the name of whoever wrote the obligation.
alter function tally_obligations() security definer;
alter function tally_obligations() set search_path = public, pg_temp;

revoke insert, update, delete on commitment_tally, deed_tally, leadership_tally, tally_summary, tally_summary_line from neu_guong_app;

-- One empty line for each unit under a campaign's root on a day, and for each that has ended and for which one of them answers.
create function plant_summary_tree(of_campaign integer, on_day date, known_at timestamptz) returns void language sql as $$
  with recursive tree (unit_id, parent_id) as (
         select c.unit_id, null::integer
           from campaign c
          where c.campaign_id = of_campaign
          union all
         select p.unit_id, p.parent_id
           from tree t
           join placement p on p.hierarchy = 'party' and p.parent_id = t.unit_id
          where p.valid @> on_day and p.recorded @> known_at),
       main as materialized (
         select distinct on (s.predecessor_id) s.predecessor_id, s.successor_id
           from succession s
           join succession_event e on e.succession_event_id = s.succession_event_id and e.effective_on <= on_day and e.recorded @> known_at
          where s.recorded @> known_at
            and not exists (select from unit_version v where v.unit_id = s.predecessor_id and v.valid @> on_day and v.recorded @> known_at)
          order by s.predecessor_id, coalesce(s.population_share, 0) desc, s.succession_id),
       answering_for (unit_id, parent_id, heir_id) as (
         select tree.unit_id, tree.parent_id, null::integer from tree
          union all
         select m.predecessor_id, null::integer, a.unit_id
           from answering_for a
           join main m on m.successor_id = a.unit_id)
  insert into tally_summary_line (campaign_id, unit_id, parent_id, heir_id)
  select of_campaign, a.unit_id, a.parent_id, a.heir_id from answering_for a
$$;

-- Adds the tallies recorded after one instant and up to another to the lines of their units and of all above them; gives the last day of which they tell.
create function add_up_tallies(of_campaign integer, since timestamptz, up_to timestamptz) returns date language sql as $$
  with recursive fresh as materialized (
         select t.unit_id, t.deeds, sum(t.due) as due, sum(t.submitted) as submitted, sum(t.on_time) as on_time, sum(t.approved) as approved,
                sum(t.commitments) as commitments, sum(t.registered) as registered, sum(t.done) as done, sum(t.partly) as partly, sum(t.not_done) as not_done,
                max(t.valid_on) as last_valid_on
           from tally t
          where t.campaign_id = of_campaign and t.recorded_at > since and t.recorded_at <= up_to
          group by t.unit_id, t.deeds),
       climb (unit_id, parent_id, is_counted, deeds, due, submitted, on_time, approved, commitments, registered, done, partly, not_done) as (
         select f.unit_id, coalesce(l.heir_id, l.parent_id), l.heir_id is null, f.deeds, f.due, f.submitted, f.on_time, f.approved,
                f.commitments, f.registered, f.done, f.partly, f.not_done
           from fresh f
           join tally_summary_line l on l.campaign_id = of_campaign and l.unit_id = f.unit_id and l.deeds = 0
          union all
         select l.unit_id, coalesce(l.heir_id, l.parent_id), l.heir_id is null, c.deeds, c.due, c.submitted, c.on_time, c.approved,
                c.commitments, c.registered, c.done, c.partly, c.not_done
           from climb c
           join tally_summary_line l on l.campaign_id = of_campaign and l.unit_id = c.parent_id and l.deeds = 0),
       added as (
         insert into tally_summary_line as line
                (campaign_id, unit_id, deeds, parent_id, due, submitted, on_time, approved, commitments, registered, done, partly, not_done)
         select of_campaign, c.unit_id, c.deeds, min(c.parent_id), sum(c.due), sum(c.submitted), sum(c.on_time), sum(c.approved),
                sum(c.commitments), sum(c.registered), sum(c.done), sum(c.partly), sum(c.not_done)
           from climb c
          where c.is_counted
          group by c.unit_id, c.deeds
             on conflict (campaign_id, unit_id, deeds) do update
            set due = line.due + excluded.due, submitted = line.submitted + excluded.submitted,
                on_time = line.on_time + excluded.on_time, approved = line.approved + excluded.approved,
                commitments = line.commitments + excluded.commitments, registered = line.registered + excluded.registered,
                done = line.done + excluded.done, partly = line.partly + excluded.partly, not_done = line.not_done + excluded.not_done)
  select max(f.last_valid_on) from fresh f
$$;

-- Brings a campaign's summary up to an instant at which the register stood still (docs/decisions/0010): adds what was recorded since the last one or, where the party's tree has changed, begins anew. The tree
-- is that of the instant's day, or of the close of the campaign once it is over, as the figures ask. Gives «anew», «added» or «untouched»; null for a campaign that the register did not know then.
create function bring_summary_up_to(of_campaign integer, up_to timestamptz) returns text
language plpgsql security definer set search_path = public, pg_temp set plan_cache_mode = 'force_custom_plan' as $$
declare
  of_day date := (select least(day_in_vietnam(up_to), t.closes_on) from campaign_terms t where t.campaign_id = of_campaign and t.recorded @> up_to);
  last tally_summary;
  told_of date;
begin
  if up_to > clock_timestamp() then
    raise exception 'a summary cannot hold what is still to be recorded' using errcode = 'check_violation', constraint = 'summary_of_what_is_known';
  end if;
  if of_day is null then return null; end if;
  -- Whoever else summarises the same campaign waits here.
  perform pg_advisory_xact_lock(hashtextextended('tally_summary', of_campaign));
  select s.* into last from tally_summary s where s.campaign_id = of_campaign;
  if found and is_same_tree(last.day, last.settled_at, of_day) then
    told_of := add_up_tallies(of_campaign, last.settled_at, up_to);
    if told_of is null then return 'untouched'; end if;
    update tally_summary set settled_at = up_to, last_valid_on = greatest(last_valid_on, told_of) where campaign_id = of_campaign;
    return 'added';
  end if;
  delete from tally_summary where campaign_id = of_campaign;
  insert into tally_summary (campaign_id, day, settled_at, last_valid_on) values (of_campaign, of_day, up_to, '-infinity');
  perform plant_summary_tree(of_campaign, of_day, up_to);
  told_of := add_up_tallies(of_campaign, '-infinity', up_to);
  if told_of is not null then
    update tally_summary set last_valid_on = told_of where campaign_id = of_campaign;
  end if;
  return 'anew';
end $$;

-- What has its owner's rights is nobody's to call by default. Triggers ask no leave of whoever writes.
do $$
declare
  of_function regprocedure;
begin
  for of_function in select oid from pg_proc where prosecdef and pronamespace = 'public'::regnamespace loop
    execute format('revoke all on function %s from public', of_function);
  end loop;
end $$;
grant execute on function bring_summary_up_to(integer, timestamptz) to neu_guong_app;
