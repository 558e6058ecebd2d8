-- The whole database as it is now, from the catalogue. Written by «npm run schema»; each room’s schema/ is what it comes from.

create extension btree_gist;

create extension pg_trgm;

create extension unaccent;

CREATE OR REPLACE FUNCTION public.a_concluded_plan_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if year_rated_on(new.person_id, new.year) is not null and exists (
       select from action_plan a
        where a.post_id = new.post_id and a.person_id = new.person_id and a.year = new.year and a.state = 'approved'
          and a.version < new.version) then
    raise exception 'the plan of person % for % is concluded', new.person_id, new.year
      using errcode = 'check_violation', constraint = 'a_concluded_plan_stays';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.a_meeting_is_quorate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not (select is_quorate(s.quorum, new.members, new.present)
            from review_round r join rating_scheme s using (rating_scheme_id)
           where r.review_round_id = new.review_round_id) then
    raise exception '% of % are no quorum', new.present, new.members using errcode = 'check_violation',
      constraint = 'a_meeting_is_quorate';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.a_plan_has_no_gap()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (select range_agg(a.valid) filter (where is_open(a.recorded))
             is distinct from datemultirange(daterange(min(lower(a.valid)), 'infinity'))
             and count(*) > 0
        from action_plan a
       where a.post_id = new.post_id and a.person_id = new.person_id and a.year = new.year) then
    raise exception 'the plan of person % for % does not stand on every day', new.person_id, new.year
      using errcode = 'check_violation', constraint = 'a_plan_has_no_gap';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.a_second_person_confirms()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.act_in_state(of_state text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case coalesce(of_state, 'draft') when 'draft'     then 'write'
                                          when 'submitted' then 'edit'
                                          when 'in-review' then 'check'
                                          when 'checked'   then 'approve'
                                          when 'approved'  then 'approve'
         end
$function$;

CREATE OR REPLACE FUNCTION public.act_of_page_move(of_move text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when of_move in ('approve', 'return', 'recall') then 'approve' else 'arrange' end
$function$;

CREATE OR REPLACE FUNCTION public.add_up_tallies(of_campaign integer, since timestamp with time zone, up_to timestamp with time zone)
 RETURNS date
 LANGUAGE sql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.administers_all()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from top_of_party() t join units_where_may('account', 'grant') u using (unit_id))
$function$;

CREATE OR REPLACE PROCEDURE public.announce(IN of_table regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger announce_change after insert or update or delete on %s for each statement execute function announce_change()', of_table);
end $procedure$;

CREATE OR REPLACE FUNCTION public.announce_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('neu_guong_changed', tg_table_name);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.append_deed_tally_delta(subjects bigint[], but_exceptions bigint[] DEFAULT '{}'::bigint[], and_exceptions bigint[] DEFAULT '{}'::bigint[], but_moves bigint[] DEFAULT '{}'::bigint[], and_moves bigint[] DEFAULT '{}'::bigint[], but_steps bigint[] DEFAULT '{}'::bigint[], but_deeds bigint[] DEFAULT '{}'::bigint[], but_reports bigint[] DEFAULT '{}'::bigint[], and_steps bigint[] DEFAULT '{}'::bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if subjects is null then return; end if;
  if cardinality(subjects) > 500 then
    for i in 1 .. cardinality(subjects) by 500 loop
      perform append_deed_tally_delta(subjects[i : i + 499], but_exceptions, and_exceptions, but_moves, and_moves,
                                      but_steps, but_deeds, but_reports, and_steps);
    end loop;
    return;
  end if;
  perform from obligation where obligation_id = any (subjects) order by obligation_id for no key update;
  insert into deed_tally (campaign_id, unit_id, valid_on, commitments, registered, done, partly, not_done)
  select campaign_id, unit_id, valid_on, sum(sign * commitments), sum(sign * registered), sum(sign * done),
         sum(sign * partly), sum(sign * not_done)
    from (select 1 as sign, now.* from deed_counts_of(subjects) now
          union all
          select -1, before.*
            from deed_counts_of(subjects, but_exceptions, and_exceptions, but_moves, and_moves, but_steps, but_deeds,
                                but_reports, and_steps) before) both_counts
   group by 1, 2, 3
  having sum(sign * commitments) <> 0 or sum(sign * registered) <> 0 or sum(sign * done) <> 0
      or sum(sign * partly) <> 0 or sum(sign * not_done) <> 0;
end $function$;

CREATE OR REPLACE FUNCTION public.append_tally_delta(subjects bigint[], but_exceptions bigint[] DEFAULT '{}'::bigint[], and_exceptions bigint[] DEFAULT '{}'::bigint[], but_moves bigint[] DEFAULT '{}'::bigint[], and_moves bigint[] DEFAULT '{}'::bigint[], but_steps bigint[] DEFAULT '{}'::bigint[], but_extensions bigint[] DEFAULT '{}'::bigint[], and_steps bigint[] DEFAULT '{}'::bigint[], and_texts bigint[] DEFAULT '{}'::bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if subjects is null then return; end if;
  if cardinality(subjects) > 100 then
    for i in 1 .. cardinality(subjects) by 100 loop
      perform append_tally_delta(subjects[i : i + 99], but_exceptions, and_exceptions, but_moves, and_moves, but_steps,
                                 but_extensions, and_steps, and_texts);
    end loop;
    return;
  end if;
  perform from obligation where obligation_id = any (subjects) order by obligation_id for no key update;
  insert into commitment_tally (campaign_id, unit_id, deeds, valid_on, due, submitted, on_time, approved)
  select campaign_id, unit_id, deeds, valid_on, sum(sign * due), sum(sign * submitted), sum(sign * on_time),
         sum(sign * approved)
    from (select 1 as sign, now.* from counts_of(subjects) now
          union all
          select -1, before.*
            from counts_of(subjects, but_exceptions, and_exceptions, but_moves, and_moves, but_steps, but_extensions,
                           and_steps, and_texts) before) both_counts
   group by 1, 2, 3, 4
  having sum(sign * due) <> 0 or sum(sign * submitted) <> 0 or sum(sign * on_time) <> 0 or sum(sign * approved) <> 0;
end $function$;

CREATE OR REPLACE FUNCTION public.approved_during(subjects bigint[], but_exceptions bigint[] DEFAULT '{}'::bigint[], and_exceptions bigint[] DEFAULT '{}'::bigint[], but_moves bigint[] DEFAULT '{}'::bigint[], and_moves bigint[] DEFAULT '{}'::bigint[], but_steps bigint[] DEFAULT '{}'::bigint[], and_steps bigint[] DEFAULT '{}'::bigint[])
 RETURNS TABLE(campaign_id integer, unit_id integer, commitment_id bigint, valid daterange)
 LANGUAGE sql
 STABLE
AS $function$
  with subject as materialized (
         select o.obligation_id, o.campaign_id, o.unit_id, daterange(o.due_from, 'infinity') as valid from obligation o
          where o.obligation_id = any (subjects)),
       move as materialized (
         select m.obligation_id, m.unit_id,
                daterange(m.moved_on, lead(m.moved_on, 1, 'infinity') over (partition by m.obligation_id
                                                                            order by m.moved_on)) as valid
           from obligation_move m
          where m.obligation_id = any (subjects)
            and (is_open(m.recorded) or m.obligation_move_id in (select unnest(and_moves)))
            and m.obligation_move_id not in (select unnest(but_moves))),
       cell as (
         select move.obligation_id, move.unit_id, move.valid from move
         union all
         select s.obligation_id, s.unit_id, s.valid from subject s
          where not exists (select from move m where m.obligation_id = s.obligation_id)),
       excepted as (
         select x.obligation_id, range_agg(x.valid) as valid
           from obligation_exception x
          where x.obligation_id = any (subjects)
            and (is_open(x.recorded) or x.obligation_exception_id in (select unnest(and_exceptions)))
            and x.obligation_exception_id not in (select unnest(but_exceptions))
          group by 1),
       step as (
         select c.obligation_id, s.commitment_id, s.state,
                daterange(s.happened_on,
                          lead(s.happened_on, 1, 'infinity') over (partition by s.commitment_id
                                                                   order by s.happened_on, s.commitment_step_id))
                as valid
           from commitment c
           join commitment_step s on s.commitment_id = c.commitment_id
          where c.obligation_id = any (subjects) and is_open(c.recorded)
            and (is_open(s.recorded) or s.commitment_step_id in (select unnest(and_steps)))
            and s.commitment_step_id not in (select unnest(but_steps)))
  select s.campaign_id, c.unit_id, p.commitment_id,
         unnest(datemultirange(p.valid * c.valid * s.valid) - coalesce(x.valid, '{}'))
    from subject s
    join cell c          on c.obligation_id = s.obligation_id
    join step p          on p.obligation_id = s.obligation_id and is_approved(p.state)
    left join excepted x on x.obligation_id = s.obligation_id
$function$;

CREATE OR REPLACE FUNCTION public.approved_text(of_obligation bigint)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  select c.commitment_id
    from commitment c
   where c.obligation_id = of_obligation and is_open(c.recorded)
     and exists (select from commitment_step s
                  where s.commitment_id = c.commitment_id and s.state = 'approved' and is_open(s.recorded))
   order by c.version desc
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.arrangement_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'check_violation',
    constraint = 'arrangement_is_kept';
end $function$;

CREATE OR REPLACE FUNCTION public.at_the_door(of_token text, at_instant timestamp with time zone, on_day date, again interval, idle interval)
 RETURNS TABLE(session_id bigint, person_id bigint, stage text, begun_at timestamp with time zone, seen_at timestamp with time zone, ended_at timestamp with time zone, name text, sign_in_name text, held jsonb)
 LANGUAGE plpgsql
AS $function$
#variable_conflict use_column
declare
  found_session session;
begin
  perform set_recorded_floor();
  perform set_config('neu_guong.presented', of_token, true);
  select s.* into found_session from session s where s.token_digest = of_token;
  if not found then return; end if;
  perform set_config('neu_guong.person_id', found_session.person_id::text, true);
  if found_session.ended_at is null and at_instant - found_session.seen_at > again
     and at_instant - found_session.seen_at < idle then
    -- A crash may forget that somebody was seen a moment ago: the answer does not wait for the disk.
    perform set_config('synchronous_commit', 'off', true);
    update session set seen_at = at_instant where session_id = found_session.session_id;
  end if;
  return query
    select found_session.session_id, found_session.person_id, found_session.stage, found_session.begun_at,
           found_session.seen_at, found_session.ended_at,
           v.full_name, a.sign_in_name,
           (select coalesce(jsonb_agg(h order by h.role, h.unit_id, h.giver_id nulls first), '[]')
              from roles_held(found_session.person_id, on_day, recorded_now()) h)
      from person_version v
      join account a on a.person_id = v.person_id and is_open(a.recorded)
     where v.person_id = found_session.person_id and is_open(v.recorded);
end $function$;

CREATE OR REPLACE FUNCTION public.award_lists_brought_to(to_state text)
 RETURNS TABLE(award_list_id bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select s.award_list_id from award_list_step s
   where s.state = to_state and s.taken_by = current_person_id() and lower(s.recorded) = recorded_now()
$function$;

CREATE OR REPLACE FUNCTION public.birth_year_of(day date, year integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN COALESCE(year, (EXTRACT(year FROM day))::integer);

CREATE OR REPLACE FUNCTION public.branches(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(branch_id integer, unit_id integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  with recursive under (branch_id, unit_id) as (
    select root, root
    union
    select case when u.unit_id = root then p.unit_id else u.branch_id end, p.unit_id
      from under u
      join placement p on p.hierarchy = in_hierarchy and p.parent_id = u.unit_id
     where p.valid @> valid_as_of and p.recorded @> recorded_as_of
  )
  select under.branch_id, under.unit_id from under
$function$;

CREATE OR REPLACE FUNCTION public.bring_summary_up_to(of_campaign integer, up_to timestamp with time zone)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.caps_hold()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  grp record;
  over boolean;
begin
  for grp in
    select distinct s.review_round_id, s.group_id
      from added a join review_subject s using (review_subject_id)
     where a.state = 'decided' order by 1, 2
  loop
    perform lock_review_group(grp.review_round_id, grp.group_id);
    select count(*) filter (where k.place = 1) > most_at_top(max(c.cap_share), max(c.cap_base), max(c.cap_rounding),
             count(*) filter (where k.place = 1), count(*) filter (where k.place = 2), count(*)) into over
      from review_subject s
      join review_round r on r.review_round_id = s.review_round_id
      join rating_scheme c on c.rating_scheme_id = r.rating_scheme_id
      join level_ranks(r.rating_scheme_id) k on k.rating_level_id = decided_level(s.review_subject_id)
     where s.review_round_id = grp.review_round_id and s.group_id = grp.group_id;
    if over then
      raise exception 'group % has more at the highest level than its cap allows',
        grp.group_id using errcode = 'check_violation', constraint = 'caps_hold';
    end if;
  end loop;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.cases_brought_to(to_state text)
 RETURNS TABLE(nomination_id bigint, exemplar_id bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select n.nomination_id, n.exemplar_id
    from award_lists_brought_to(to_state) b
    join award_list_case c on c.award_list_id = b.award_list_id
    join nomination n      on n.nomination_id = c.nomination_id
$function$;

CREATE OR REPLACE FUNCTION public.citation_is_printed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a citation is part of what was printed' using errcode = 'check_violation',
    constraint = 'citation_is_printed';
end $function$;

CREATE OR REPLACE FUNCTION public.clock_behind()
 RETURNS interval
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  newest timestamptz := greatest((select max(e.recorded) from ledger_entry e),
                                 (select s.instant from resolved_timestamp s));
begin
  return case when newest > clock_timestamp() then newest - clock_timestamp() end;
end $function$;

CREATE OR REPLACE FUNCTION public.closed(recorded tstzrange)
 RETURNS tstzrange
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN tstzrange(lower(recorded), recorded_now());

CREATE OR REPLACE FUNCTION public.coming_of(of_person bigint)
 RETURNS TABLE(has_come boolean, invited_at timestamp with time zone, until timestamp with time zone, is_withdrawn boolean)
 LANGUAGE plpgsql
 STABLE
AS $function$
#variable_conflict use_column
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
begin
  perform set_config('neu_guong.person_id', of_person::text, true);
  return query
    select is_opened(of_person), i.made_at, i.expires_at, i.withdrawn_at is not null
      from (select 1) one
      left join lateral (select made_at, expires_at, withdrawn_at from invitation where person_id = of_person
                          order by invitation_id desc limit 1) i on true;
  perform set_config('neu_guong.person_id', asking, true);
end $function$;

CREATE OR REPLACE FUNCTION public.comments_on(of_notice bigint)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select count(*)::int from notice_comment c where c.notice_id = of_notice
$function$;

CREATE OR REPLACE FUNCTION public.confirms_rule(of_rule text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from rule_decision d
      join rule_proposal p using (rule_proposal_id)
     where p.rule = of_rule and d.outcome = 'confirmed' and d.decided_at = recorded_now()
       and d.decided_by = current_person_id() and p.proposed_by <> current_person_id())
$function$;

CREATE OR REPLACE FUNCTION public.continuation_of(of_unit integer, on_day date, known_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  with recursive line (unit_id, place, is_alone) as (
    select of_unit, 0, true
    union all
    select s.successor_id, l.place + 1,
           l.is_alone
           and not exists (select from succession o
                            where o.successor_id = s.successor_id and o.predecessor_id <> l.unit_id
                              and o.recorded @> known_at)
           and not exists (select from succession o
                            where o.predecessor_id = l.unit_id and o.successor_id <> s.successor_id
                              and o.recorded @> known_at)
      from line l
     cross join lateral main_succession(l.unit_id, on_day, known_at) s)
  select case when place > 0 and is_alone
               and exists (select from unit_version v
                            where v.unit_id = line.unit_id and v.valid @> on_day and v.recorded @> known_at)
              then unit_id end
    from line order by place desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.contribution_is_in_place()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  outside integer;
begin
  select w.place_id into outside
    from (select distinct kept_at, place_id from written where kept_at is not null) w
   where not exists (select from places_of(w.kept_at) p where p.place_id = w.place_id)
   limit 1;
  if found then
    raise exception 'place % is not in the territory of the unit that keeps its contribution', outside
      using errcode = 'check_violation', constraint = 'contribution_is_in_place';
  end if;
  return null;
end $function$;

CREATE OR REPLACE PROCEDURE public.count_open_rows(IN of_table regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create statistics on (upper(recorded)) from %s', of_table);
end $procedure$;

CREATE OR REPLACE FUNCTION public.counted_under(of_campaign integer, root integer, day date, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(branch_id integer, deeds smallint, due bigint, submitted bigint, on_time bigint, approved bigint)
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 100
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.counts_of(subjects bigint[], but_exceptions bigint[] DEFAULT '{}'::bigint[], and_exceptions bigint[] DEFAULT '{}'::bigint[], but_moves bigint[] DEFAULT '{}'::bigint[], and_moves bigint[] DEFAULT '{}'::bigint[], but_steps bigint[] DEFAULT '{}'::bigint[], but_extensions bigint[] DEFAULT '{}'::bigint[], and_steps bigint[] DEFAULT '{}'::bigint[], and_texts bigint[] DEFAULT '{}'::bigint[])
 RETURNS TABLE(campaign_id integer, unit_id integer, deeds smallint, valid_on date, due integer, submitted integer, on_time integer, approved integer)
 LANGUAGE sql
 STABLE
AS $function$
  with subject as materialized (
         select o.obligation_id, o.campaign_id, o.unit_id, o.due_from, t.due_on
           from obligation o
           join campaign_terms t on t.campaign_id = o.campaign_id and is_open(t.recorded)
          where o.obligation_id = any (subjects)),
       move as materialized (
         select m.obligation_id, m.unit_id,
                daterange(m.moved_on, lead(m.moved_on, 1, 'infinity') over (partition by m.obligation_id
                                                                            order by m.moved_on)) as valid
           from obligation_move m
          where m.obligation_id = any (subjects)
            and (is_open(m.recorded) or m.obligation_move_id in (select unnest(and_moves)))
            and m.obligation_move_id not in (select unnest(but_moves))),
       exception as materialized (
         select x.obligation_id, x.valid
           from obligation_exception x
          where x.obligation_id = any (subjects)
            and (is_open(x.recorded) or x.obligation_exception_id in (select unnest(and_exceptions)))
            and x.obligation_exception_id not in (select unnest(but_exceptions))),
       step as materialized (
         select c.obligation_id, s.commitment_id, s.state, s.happened_on, s.commitment_step_id
           from commitment c
           join commitment_step s on s.commitment_id = c.commitment_id
          where c.obligation_id = any (subjects)
            and (is_open(c.recorded) or c.commitment_id in (select unnest(and_texts)))
            and (is_open(s.recorded) or s.commitment_step_id in (select unnest(and_steps)))
            and s.commitment_step_id not in (select unnest(but_steps))),
       turn (obligation_id, day) as (
         select obligation_id, due_from from subject
         union select obligation_id, lower(valid) from move
         union select obligation_id, unnest(array[lower(valid), upper(valid)]) from exception
         union select obligation_id, happened_on from step
         union select s.obligation_id, (lower(x.recorded) at time zone 'Asia/Ho_Chi_Minh')::date from subject s
                 join campaign_extension x using (campaign_id)),
       day as (
         select s.obligation_id, s.campaign_id, s.unit_id, s.due_on, t.day,
                lead(t.day) over (partition by t.obligation_id order by t.day) as next_day
           from (select distinct obligation_id, greatest(t.day, s.due_from) as day from turn t
                   join subject s using (obligation_id) where t.day < 'infinity') t
           join subject s using (obligation_id)),
       held as materialized (
         select d.obligation_id, d.campaign_id, coalesce(m.unit_id, d.unit_id) as unit_id, d.due_on, d.day, d.next_day
           from day d
           left join move m      on m.obligation_id = d.obligation_id and m.valid @> d.day
           left join exception x on x.obligation_id = d.obligation_id and x.valid @> d.day
          where x.obligation_id is null),
       text as materialized (
         select h.campaign_id, h.unit_id, h.due_on, h.day, h.next_day, s.commitment_id,
                (array_agg(s.state order by s.happened_on desc, s.commitment_step_id desc))[1] as state,
                max(s.happened_on) filter (where s.state = 'submitted') as handed_in
           from held h
           join step s on s.obligation_id = h.obligation_id and s.happened_on <= h.day
          group by 1, 2, 3, 4, 5, 6),
       point as (
         select campaign_id, unit_id, 0::smallint as deeds, day, next_day, 1 as due, 0 as submitted, 0 as on_time,
                0 as approved from held
         union all
         select campaign_id, unit_id, 0, day, next_day, 0, 1,
                case when handed_in <= due_on then 1
                     else (handed_in <= due_granted(campaign_id, unit_id, day, but_extensions))::int end, 0
           from text where is_handed_in(state)
         union all
         select campaign_id, unit_id, live_deeds_on(commitment_id, day), day, next_day, 0, 0, 0, 1 from text
          where is_approved(state))
  select p.campaign_id, p.unit_id, p.deeds, turn.day, sum(turn.sign * due)::int, sum(turn.sign * submitted)::int,
         sum(turn.sign * on_time)::int, sum(turn.sign * approved)::int
    from point p
   cross join lateral (values (p.day, 1), (p.next_day, -1)) as turn (day, sign)
   where turn.day is not null
   group by 1, 2, 3, 4
$function$;

CREATE OR REPLACE FUNCTION public.current_person_id()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('neu_guong.person_id'::text, true), ''::text))::bigint;

CREATE OR REPLACE FUNCTION public.day_in_vietnam(instant timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select (instant at time zone 'Asia/Ho_Chi_Minh')::date
$function$;

CREATE OR REPLACE FUNCTION public.days_between_reminders(of_campaign integer, on_day date)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select r.days
    from reminder_rule r
    left join campaign_terms t on t.campaign_id = of_campaign and is_open(t.recorded)
   where is_open(r.recorded) and lower(r.valid) <= on_day
     and (r.for_running or lower(r.valid) <= coalesce(t.opens_on, on_day))
   order by lower(r.valid) desc
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.days_owed_before(of_post bigint, of_person bigint, of_year integer)
 RETURNS datemultirange
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(range_agg(daterange(d.due_from, greatest(d.due_from, day_in_vietnam(upper(d.recorded))))), '{}')
    from plan_duty d
   where d.post_id = of_post and d.person_id = of_person and d.year = of_year and not is_open(d.recorded)
$function$;

CREATE OR REPLACE FUNCTION public.decided_level(of_subject bigint, but bigint DEFAULT 0)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select s.rating_level_id
    from review_step s
   where s.review_subject_id = of_subject and s.state = 'decided' and s.review_step_id <> but and is_open(s.recorded)
   order by s.review_step_id desc
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.decision_follows_its_vote()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from standing_case c join standing_vote v using (standing_case_id)
                  where c.standing_case_id = new.standing_case_id and c.unit_id = new.unit_id
                    and v.met_on <= new.decided_on) then
    raise exception 'decision on case % comes before its vote', new.standing_case_id
      using errcode = 'check_violation', constraint = 'decision_follows_its_vote';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.deed_counts_of(subjects bigint[], but_exceptions bigint[] DEFAULT '{}'::bigint[], and_exceptions bigint[] DEFAULT '{}'::bigint[], but_moves bigint[] DEFAULT '{}'::bigint[], and_moves bigint[] DEFAULT '{}'::bigint[], but_steps bigint[] DEFAULT '{}'::bigint[], but_deeds bigint[] DEFAULT '{}'::bigint[], but_reports bigint[] DEFAULT '{}'::bigint[], and_steps bigint[] DEFAULT '{}'::bigint[])
 RETURNS TABLE(campaign_id integer, unit_id integer, valid_on date, commitments integer, registered integer, done integer, partly integer, not_done integer)
 LANGUAGE sql
 STABLE
AS $function$
  with text as materialized (
         select * from approved_during(subjects, but_exceptions, and_exceptions, but_moves, and_moves, but_steps,
                                       and_steps)),
       deed_during as materialized (
         select d.commitment_id, r.state,
                daterange(r.day, lead(r.day, 1, 'infinity') over (partition by d.deed_id order by r.day, r.place))
                as valid
           from deed d
          cross join lateral (
                select null::text as state, d.registered_on as day, 0::bigint as place
                union all
                select s.state, greatest(s.happened_on, d.registered_on), s.deed_step_id
                  from deed_step s
                 where s.deed_id = d.deed_id and is_open(s.recorded)
                   and s.deed_step_id not in (select unnest(but_reports))) r
          where d.commitment_id in (select t.commitment_id from text t) and is_open(d.recorded)
            and d.deed_id not in (select unnest(but_deeds))),
       point as (
         select t.campaign_id, t.unit_id, t.valid, 1 as commitments, 0 as registered, 0 as done, 0 as partly,
                0 as not_done from text t
         union all
         select t.campaign_id, t.unit_id, t.valid * d.valid, 0, 1, coalesce((d.state = 'done')::int, 0),
                coalesce((d.state = 'partly')::int, 0),
                coalesce((d.state = 'not-done')::int, 0)
           from text t
           join deed_during d on d.commitment_id = t.commitment_id and d.valid && t.valid
          where d.state is distinct from 'replaced')
  select p.campaign_id, p.unit_id, turn.day, sum(turn.sign * p.commitments)::int, sum(turn.sign * p.registered)::int,
         sum(turn.sign * p.done)::int,
         sum(turn.sign * p.partly)::int, sum(turn.sign * p.not_done)::int
    from point p
   cross join lateral (values (lower(p.valid), 1), (upper(p.valid), -1)) as turn (day, sign)
   where turn.day < 'infinity'
   group by 1, 2, 3
$function$;

CREATE OR REPLACE FUNCTION public.deeds_are_within_bounds()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  subject bigint;
  live    integer;
  least   integer;
  most    integer;
begin
  if tg_table_name = 'deed_step' then
    select commitment_id into subject from deed where deed_id = new.deed_id;
  else
    subject := new.commitment_id;
  end if;
  if not exists (select from commitment_step
                  where commitment_id = subject and state = 'submitted' and is_open(recorded)) then
    return new;
  end if;
  select count(*) into live
    from deed d
   where d.commitment_id = subject and is_open(d.recorded)
     and not exists (select from deed_step s
                      where s.deed_id = d.deed_id and s.state = 'replaced' and is_open(s.recorded));
  select t.deeds_least, t.deeds_most into least, most
    from commitment c
    join obligation o     using (obligation_id)
    join campaign_terms t on t.campaign_id = o.campaign_id and is_open(t.recorded)
   where c.commitment_id = subject;
  if least is null or live not between least and most then
    raise exception 'commitment % has % live deeds, not % to %', subject, live, least, most
      using errcode = 'check_violation', constraint = 'deeds_within_bounds';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.draft_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'check_violation',
    constraint = 'draft_is_kept';
end $function$;

CREATE OR REPLACE FUNCTION public.due_for(of_campaign integer, of_unit integer, on_day date)
 RETURNS date
 LANGUAGE sql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  select greatest(t.due_on, max(x.due_on))
    from campaign_terms t
    left join campaign_extension x on x.campaign_id = t.campaign_id and is_open(x.recorded)
                                  and is_under(successor_of(of_unit, on_day, recorded_now()), 'party', x.unit_id,
                                               on_day, recorded_now())
   where t.campaign_id = of_campaign and is_open(t.recorded)
   group by t.due_on
$function$;

CREATE OR REPLACE FUNCTION public.due_granted(of_campaign integer, of_unit integer, on_day date, but_extensions bigint[])
 RETURNS date
 LANGUAGE sql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  select greatest(t.due_on, max(x.due_on))
    from campaign_terms t
    left join campaign_extension x on x.campaign_id = t.campaign_id and is_open(x.recorded)
                                  and (lower(x.recorded) at time zone 'Asia/Ho_Chi_Minh')::date <= on_day
                                  and x.campaign_extension_id <> all (but_extensions)
                                  and is_under(successor_of(of_unit, on_day, recorded_now()), 'party', x.unit_id,
                                               on_day, recorded_now())
   where t.campaign_id = of_campaign and is_open(t.recorded)
   group by t.due_on
$function$;

CREATE OR REPLACE FUNCTION public.duties_end_with_campaign()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from campaign_terms t
              where t.campaign_id = new.campaign_id and is_open(t.recorded)) then return null; end if;
  update plan_duty set recorded = tstzrange(lower(recorded), recorded_now())
   where campaign_id = new.campaign_id and is_open(recorded);
  insert into plan_duty (post_id, person_id, year, campaign_id, unit_id, led_unit_id, due_from)
  select w.post_id, w.person_id, w.year, w.campaign_id, w.unit_id, w.led_unit_id, w.due_from
    from campaign c
    join campaign other on other.year = c.year and other.campaign_id <> c.campaign_id
   cross join lateral duties_wanted(other.campaign_id, null) w
   where c.campaign_id = new.campaign_id
      on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.duties_follow_campaign()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into plan_duty (post_id, person_id, year, campaign_id, unit_id, led_unit_id, due_from)
  select w.post_id, w.person_id, w.year, w.campaign_id, w.unit_id, w.led_unit_id, w.due_from
    from duties_wanted(new.campaign_id, null) w
      on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.duties_follow_tenure()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update plan_duty d
     set recorded = tstzrange(lower(d.recorded), recorded_now())
   where d.person_id = new.person_id and d.post_id = new.post_id and is_open(d.recorded)
     and make_date(d.year, 12, 31) >= today_in_vietnam()
     and not exists (select from duties_wanted(null, new.person_id) w where w.post_id = d.post_id and w.year = d.year);
  insert into plan_duty (post_id, person_id, year, campaign_id, unit_id, led_unit_id, due_from)
  select w.post_id, w.person_id, w.year, w.campaign_id, w.unit_id, w.led_unit_id, w.due_from
    from duties_wanted(null, new.person_id) w
   where w.post_id = new.post_id
      on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.duties_wanted(of_campaign integer, of_person bigint)
 RETURNS TABLE(post_id bigint, person_id bigint, year integer, campaign_id integer, unit_id integer, led_unit_id integer, due_from date)
 LANGUAGE sql
 STABLE
AS $function$
  select distinct on (t.post_id, t.person_id, c.year) t.post_id, t.person_id, c.year, c.campaign_id, m.unit_id,
         case when k.hierarchy = 'party' then p.unit_id else coalesce(above.parent_id, m.unit_id) end, l.due_from
    from campaign c
    join campaign_terms e on e.campaign_id = c.campaign_id and is_open(e.recorded)
                         and make_date(c.year, 12, 31) >= today_in_vietnam()
    join tenure t         on is_open(t.recorded)
                         and t.valid && daterange(make_date(c.year, 1, 1), make_date(c.year + 1, 1, 1))
    join post p           on p.post_id = t.post_id and p.leads
   cross join lateral (select greatest(lower(t.valid), e.opens_on) as due_from) l
    join unit_version v   on v.unit_id = p.unit_id and v.valid @> last_day_alive(p.unit_id, l.due_from, recorded_now())
                         and is_open(v.recorded)
    join unit_kind k      on k.unit_kind = v.unit_kind
    join membership m     on m.person_id = t.person_id and m.valid @> l.due_from and is_open(m.recorded)
    left join placement above on above.unit_id = m.unit_id and above.hierarchy = 'party' and above.valid @> l.due_from
                             and is_open(above.recorded)
   where (of_campaign is null or c.campaign_id = of_campaign) and (of_person is null or t.person_id = of_person)
     and is_under(m.unit_id, 'party', c.unit_id, l.due_from, recorded_now())
   order by t.post_id, t.person_id, c.year, l.due_from, c.campaign_id
$function$;

CREATE OR REPLACE FUNCTION public.ever_approved(commitments bigint[])
 RETURNS bigint[]
 LANGUAGE sql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  select array_agg(distinct c.obligation_id)
    from commitment c
    join commitment_step s on s.commitment_id = c.commitment_id and s.state = 'approved' and is_open(s.recorded)
   where c.commitment_id = any (commitments)
$function$;

CREATE OR REPLACE FUNCTION public.expected_cells(persons bigint[])
 RETURNS TABLE(obligation_id bigint, moved_on date, unit_id integer)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.figure_run_is_frozen()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a run of a figure is immutable' using errcode = 'check_violation',
    constraint = 'figure_run_is_frozen';
end $function$;

CREATE OR REPLACE FUNCTION public.first_answer_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a request is answered once' using errcode = 'check_violation', constraint = 'first_answer_stands';
end $function$;

CREATE OR REPLACE FUNCTION public.folded(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, NORMALIZE(words, NFC)));

CREATE OR REPLACE FUNCTION public.form_asked_at(of_campaign integer, at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select t.form_version
    from campaign_terms t
   where t.campaign_id = of_campaign
   order by greatest(lower(t.recorded) - at, interval '0'), lower(t.recorded) desc
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.giver_print(giver text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select regexp_replace(folded(giver), '^((ho|gia dinh|ong|ba|anh|chi|co|chu|bac) +)+', '')
$function$;

CREATE OR REPLACE PROCEDURE public.guard_persons(IN of_table regclass, IN auditor_reads boolean DEFAULT true)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('alter table %s force row level security', of_table);
  execute format('create policy the_owner_loads on %s to current_user using (is_loading())', of_table);
  if auditor_reads then
    execute format('create policy the_auditor_reads on %s for select to neu_guong_auditor using (true)', of_table);
  end if;
end $procedure$;

CREATE OR REPLACE PROCEDURE public.guard_rule(IN of_table regclass, IN may_end boolean DEFAULT true)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('grant select, insert on %s to neu_guong_app', of_table);
  execute format('grant select on %s to neu_guong_auditor', of_table);
  execute format('alter table %s enable row level security', of_table);
  execute format('create policy the_auditor_reads on %s for select to neu_guong_auditor using (true)', of_table);
  execute format('create policy app_reads on %s for select to neu_guong_app using (true)', of_table);
  execute format('create policy app_adds on %s for insert to neu_guong_app with check ((select sets_rules()))',
                 of_table);
  if may_end then
    execute format('grant update (recorded) on %s to neu_guong_app', of_table);
    execute format('create policy app_changes on %s for update to neu_guong_app using ((select sets_rules()))',
                   of_table);
  end if;
end $procedure$;

CREATE OR REPLACE FUNCTION public.has_consent(of_exemplar bigint, in_scope text)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select exists (
    select from consent c
     where c.exemplar_id = of_exemplar and c.scope = in_scope
       and c.valid @> (now() at time zone 'Asia/Ho_Chi_Minh')::date and is_open(c.recorded))
$function$;

CREATE OR REPLACE FUNCTION public.head_over(of_person bigint, maker bigint)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  with recursive up (unit_id, height) as (
    select m.unit_id, 0
      from membership m
     where m.person_id = of_person and m.valid @> today_in_vietnam() and is_open(m.recorded)
    union
    select p.parent_id, up.height + 1
      from up
      join placement p on p.unit_id = up.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                      and is_open(p.recorded)
     where up.height < 20)
  select t.person_id
    from up
    join post p   on p.unit_id = up.unit_id and p.is_head
    join tenure t on t.post_id = p.post_id and t.valid @> today_in_vietnam() and is_open(t.recorded)
   where t.person_id <> of_person and t.person_id is distinct from maker
   order by up.height, t.person_id
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.headed_results(of_round integer, of_persons bigint[])
 RETURNS TABLE(person_id bigint, unit_name text, rating_level_id integer, points integer, least_points integer)
 LANGUAGE sql
 STABLE
AS $function$
  with asked as materialized (
    select r.review_round_id, r.unit_id, r.opens_on from review_round r where r.review_round_id = of_round),
  held as materialized (
    select t.person_id, t.post_id
      from tenure t
     where t.person_id = any (of_persons) and t.valid @> (select a.opens_on from asked a) and is_open(t.recorded)),
  headed as materialized (
    select h.person_id, p.unit_id from held h join post p on p.post_id = h.post_id where p.is_head),
  within as materialized (
    select h.person_id, h.unit_id, a.review_round_id, a.opens_on
      from headed h
     cross join asked a
     where is_under(h.unit_id, 'party', a.unit_id, a.opens_on, recorded_now())
       and exists (select from placement p
                    where p.unit_id = h.unit_id and p.hierarchy = 'party' and p.valid @> a.opens_on
                      and is_open(p.recorded)))
  select distinct on (w.person_id) w.person_id, v.name, u.rating_level_id, u.points, l.least_points
    from within w
    join lateral (select x.name from unit_version x
                   where x.unit_id = w.unit_id and x.valid @> w.opens_on and is_open(x.recorded) limit 1) v on true
    left join lateral (select x.rating_level_id, x.points from unit_rating x
                        where x.review_round_id = w.review_round_id and x.unit_id = w.unit_id and is_open(x.recorded)
                        order by x.unit_rating_id desc limit 1) u on true
    left join rating_level l on l.rating_level_id = u.rating_level_id
   order by w.person_id, l.least_points nulls first
$function$;

CREATE OR REPLACE FUNCTION public.heads_stay_within()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  bound integer[];
begin
  select array_agg(distinct r.review_round_id order by r.review_round_id) into bound
    from added a
    join review_subject s using (review_subject_id)
    join review_round r using (review_round_id)
    join rating_scheme c on c.rating_scheme_id = r.rating_scheme_id and c.heads_within_unit
   where a.state = 'decided';
  if bound is null then return null; end if;
  perform lock_unit_ratings(b, false) from unnest(bound) b;
  if exists (
       select from unnest(bound) b
        cross join lateral headed_results(b, array(
              select s.person_id from added a join review_subject s using (review_subject_id)
               where a.state = 'decided' and s.review_round_id = b)) h
         join review_subject s on s.review_round_id = b and s.person_id = h.person_id
         join added a          on a.review_subject_id = s.review_subject_id and a.state = 'decided'
         join rating_level l   on l.rating_level_id = a.rating_level_id
        where h.least_points is null or h.least_points < l.least_points) then
    raise exception 'a head is rated above the unit that they head' using errcode = 'check_violation',
      constraint = 'heads_stay_within';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.heirs(roots integer[], after_day date, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(unit_id integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  with recursive line (unit_id, since) as (
    select unnest(roots), after_day + 1
    union
    select s.successor_id, e.effective_on
      from line l
      join succession s        on s.predecessor_id = l.unit_id and s.recorded @> recorded_as_of
      join succession_event e  on e.succession_event_id = s.succession_event_id
                              and e.effective_on between l.since and valid_as_of and e.recorded @> recorded_as_of
  )
  select distinct line.unit_id from line
$function$;

CREATE OR REPLACE FUNCTION public.held_by(of_person bigint)
 RETURNS TABLE(role text, unit_id integer)
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.highest_of_party()
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select min(v.unit_id)
    from unit_version v
    join unit_kind k on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
   where v.valid @> today_in_vietnam() and is_open(v.recorded)
     and not exists (select from placement p
                      where p.unit_id = v.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                        and is_open(p.recorded))
  having count(*) = 1
$function$;

CREATE OR REPLACE FUNCTION public.history_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  erasable text[] := string_to_array(tg_argv[0], ' ');
begin
  if tg_op = 'DELETE' then
    raise exception 'rows of % are never deleted', tg_table_name using errcode = 'check_violation', constraint = 'history_is_kept';
  end if;
  if tg_op = 'UPDATE' and cardinality(erasable) > 0 and to_jsonb(new) - erasable = to_jsonb(old) - erasable
     and not exists (select from jsonb_each_text(to_jsonb(new)) c where c.key = any (erasable) and c.value not in ('', '\x')) then
    return new;
  end if;
  if to_jsonb(new) - 'recorded' is distinct from to_jsonb(old) - 'recorded'
     or upper(old.recorded) <> 'infinity'
     or lower(new.recorded) <> lower(old.recorded)
     or upper(new.recorded) <> recorded_now() then
    raise exception 'a row of % may only be closed', tg_table_name using errcode = 'check_violation', constraint = 'history_is_kept';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.invitation_goes_forward()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.used_at is distinct from old.used_at and old.used_at is not null)
     or (new.withdrawn_at is distinct from old.withdrawn_at and old.withdrawn_at is not null)
     or (new.asked_at is distinct from old.asked_at and old.asked_at is not null)
     or to_jsonb(new) - '{used_at,withdrawn_at,asked_at}'::text[] is distinct from to_jsonb(old)
       - '{used_at,withdrawn_at,asked_at}'::text[] then
    raise exception 'an invitation is used or withdrawn once, and nothing else of it changes'
      using errcode = 'check_violation', constraint = 'invitation_goes_forward';
  end if;
  if new.used_at is distinct from old.used_at and invitation_standing(new.invitation_id) <> 'works' then
    raise exception 'this invitation opens nothing: whoever printed it does not cover what its person holds, or no second person has confirmed it'
      using errcode = 'check_violation', constraint = 'an_invitation_covers_what_it_opens';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.invitation_standing(of_invitation bigint)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when i.grounds = 'machine' then 'works'
              when not may_restore(i.made_by, 'invite', i.person_id) then 'outgrown'
              when i.grounds = 'again' then
                case when exists (select from invitation_confirmation c
                                   where c.invitation_id = i.invitation_id
                                     and may_confirm(c.confirmed_by, i.made_by, i.person_id)) then 'works'
                     else 'waits' end
              when is_opened(i.person_id) then 'outgrown'
              else 'works' end
    from invitation i
   where i.invitation_id = of_invitation
$function$;

CREATE OR REPLACE FUNCTION public.is_amendment_taken_back(of_commitment bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select c.version > a.version and state_of_commitment(newest_text(c.obligation_id)) = 'withdrawn'
    from commitment c
    join commitment a on a.commitment_id = approved_text(c.obligation_id)
   where c.commitment_id = of_commitment
$function$;

CREATE OR REPLACE FUNCTION public.is_approved(state text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(state in ('approved', 'under-way', 'self-reviewed', 'concluded'), false)
$function$;

CREATE OR REPLACE FUNCTION public.is_commune_on(of_unit integer, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from unit_version v
                  where v.unit_id = of_unit and v.unit_kind = 'commune' and v.valid @> on_day and is_open(v.recorded))
$function$;

CREATE OR REPLACE FUNCTION public.is_handed_in(state text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(state in ('submitted', 'endorsed', 'approved', 'under-way', 'self-reviewed', 'concluded'), false)
$function$;

CREATE OR REPLACE FUNCTION public.is_keeping_counts()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(coalesce(nullif(current_setting('role'), 'none'), session_user) = 'neu_guong_app', false) is not null
$function$;

CREATE OR REPLACE FUNCTION public.is_loading()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select nullif(current_setting('neu_guong.loading', true) = 'yes', false) is not null
$function$;

CREATE OR REPLACE FUNCTION public.is_open(period tstzrange)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select upper(period) = 'infinity'
$function$;

CREATE OR REPLACE FUNCTION public.is_opened(of_person bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  opened boolean;
begin
  perform set_config('neu_guong.person_id', of_person::text, true);
  opened := exists (select from password where person_id = of_person)
         or exists (select from passkey where person_id = of_person)
         or exists (select from external_identity where person_id = of_person)
         or exists (select from invitation where person_id = of_person and used_at is not null);
  perform set_config('neu_guong.person_id', asking, true);
  return opened;
end $function$;

CREATE OR REPLACE FUNCTION public.is_planned(of_post bigint, of_person bigint, of_year integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from action_plan a
                  where a.post_id = of_post and a.person_id = of_person and a.year = of_year and a.state = 'approved'
                    and upper(a.valid) = 'infinity' and is_open(a.recorded))
$function$;

CREATE OR REPLACE FUNCTION public.is_printed(of_photo integer, of_version integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from printed_photo p
      join edition e using (edition_id)
     where p.photo_id = of_photo and p.version = of_version
       and not exists (select from withdrawal w where w.article_id = e.article_id))
$function$;

CREATE OR REPLACE FUNCTION public.is_public_notice(of_notice notice)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select is_open(of_notice.recorded)
         and today_in_vietnam() between of_notice.opened_on and notice_until(of_notice.opened_on,
                                                                             of_notice.working_days)
     and has_consent(of_notice.exemplar_id, 'notice')
$function$;

CREATE OR REPLACE FUNCTION public.is_quorate(quorum text, members integer, present integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case quorum when 'two-thirds' then present * 3 >= members * 2 else present * 2 > members end
$function$;

CREATE OR REPLACE FUNCTION public.is_same_tree(one_day date, known_at timestamp with time zone, other_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  select greatest(
           (select max(lower(p.recorded)) from placement p),
           (select max(upper(p.recorded)) from placement p where upper(p.recorded) < 'infinity'),
           (select max(lower(v.recorded)) from unit_version v),
           (select max(upper(v.recorded)) from unit_version v where upper(v.recorded) < 'infinity'),
           (select max(lower(s.recorded)) from succession s),
           (select max(upper(s.recorded)) from succession s where upper(s.recorded) < 'infinity'),
           (select max(lower(e.recorded)) from succession_event e),
           (select max(upper(e.recorded)) from succession_event e where upper(e.recorded) < 'infinity')) <= known_at
     and coalesce(least(
           (select min(lower(p.valid)) from placement p where lower(p.valid) > least(one_day, other_day)),
           (select min(upper(p.valid)) from placement p
             where upper(p.valid) > least(one_day, other_day) and upper(p.valid) < 'infinity'),
           (select min(lower(v.valid)) from unit_version v where lower(v.valid) > least(one_day, other_day)),
           (select min(upper(v.valid)) from unit_version v
             where upper(v.valid) > least(one_day, other_day) and upper(v.valid) < 'infinity'),
           (select min(e.effective_on) from succession_event e
             where e.effective_on > least(one_day, other_day))) > greatest(one_day, other_day), true)
$function$;

CREATE OR REPLACE FUNCTION public.is_settled(of_obligation bigint, on_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from obligation_exception x
                  where x.obligation_id = of_obligation and x.valid @> on_day and is_open(x.recorded))
      or is_handed_in((select s.state
                         from commitment c
                         join commitment_step s on s.commitment_id = c.commitment_id and is_open(s.recorded)
                        where c.obligation_id = of_obligation and is_open(c.recorded)
                        order by c.version desc, s.happened_on desc, s.commitment_step_id desc
                        limit 1))
$function$;

CREATE OR REPLACE FUNCTION public.is_under(of_unit integer, in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  with recursive above (unit_id) as (
    select of_unit
    union
    select p.parent_id
      from above a
      join placement p on p.unit_id = a.unit_id and p.hierarchy = in_hierarchy
     where p.valid @> valid_as_of and p.recorded @> recorded_as_of
  )
  select exists (select from above where unit_id = root)
$function$;

CREATE OR REPLACE FUNCTION public.is_whole(acts text[])
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select acts is null
      or not exists (
           select from (values
             ('commitment.read',           'obligation.read'),
             ('commitment.enter-by-proxy', 'commitment.read'),
             ('commitment.return',         'commitment.read'),
             ('commitment.endorse',        'commitment.read'),
             ('commitment.approve',        'commitment.read'),
             ('plan.approve',              'plan.read'),
             ('review.open',               'review.read'),
             ('review.record',             'review.read'),
             ('review.appraise',           'review.read'),
             ('review.decide',             'review.read'),
             ('obligation.keep',           'obligation.read'),
             ('person.keep',               'person.read'),
             ('roster.import',             'person.keep'),
             ('roster.confirm',            'person.keep'),
             ('article.write',             'article.read'),
             ('article.edit',              'article.read'),
             ('article.check',             'article.read'),
             ('article.approve',           'article.read'),
             ('article.withdraw',          'article.read'),
             ('page.arrange',              'page.read'),
             ('page.approve',              'page.read')) as pair (act, presupposed)
            where pair.act = any (acts) and not pair.presupposed = any (acts))
$function$;

CREATE OR REPLACE FUNCTION public.judged_at(of_unit integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select case when bool_or(k.hierarchy = 'party') then standing_above(of_unit) else highest_of_party() end
    from unit_version v
    join unit_kind k using (unit_kind)
   where v.unit_id = of_unit
  having count(*) > 0
$function$;

CREATE OR REPLACE PROCEDURE public.keep_as_it_is(IN of_table regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger stays_as_it_is before update or delete on %s for each row execute function stays_as_it_is()', of_table);
end $procedure$;

CREATE OR REPLACE PROCEDURE public.keep_history(IN of_table regclass, IN erasable text DEFAULT ''::text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger recorded_by_server before insert on %s for each row execute function recorded_by_server()', of_table);
  execute format('create trigger history_is_kept before update or delete on %s for each row execute function history_is_kept(%s)', of_table, nullif(quote_literal(erasable), quote_literal('')));
  call count_open_rows(of_table);
end $procedure$;

CREATE OR REPLACE FUNCTION public.know_households()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  before text := coalesce(current_setting('neu_guong.loading', true), '');
begin
  perform set_config('neu_guong.loading', 'yes', true);
  insert into contribution_household (contribution_id, household_id, recorded)
  with given as materialized (
         select w.contribution_id, w.recorded, c.place_id, w.print
           from written w join contribution c using (contribution_id)
          where w.giver_kind = 'household'),
       place as materialized (select distinct place_id from given),
       line as materialized (
         select p.place_id, b.unit_id as other_id
           from place p cross join lateral units_by_branch('territory', p.place_id, today_in_vietnam(),
                                                           recorded_now()) b
          union
         select p.place_id, successor_of(p.place_id, today_in_vietnam(), recorded_now()) from place p),
       named as materialized (select distinct place_id, print from given),
       known as (
         select n.place_id, n.print, h.household_id
           from named n
          cross join lateral (
                select c.contribution_id, c.place_id
                  from contribution_giver g join contribution c using (contribution_id)
                 where g.print = n.print and upper(g.recorded) = 'infinity'
                offset 0) c
           join line l                   on l.place_id = n.place_id and l.other_id = c.place_id
           join contribution_household h on h.contribution_id = c.contribution_id),
       -- Looked up name by name, and sorted together instead of joined: one plan writes one gift as well as 50,000.
       together as (
         select contribution_id, recorded,
                coalesce(min(household_id) over alike, min(contribution_id) over alike) as household_id
           from (select place_id, print, contribution_id, recorded, null::bigint as household_id from given
                  union all
                 select place_id, print, null, null, household_id from known) x
         window alike as (partition by place_id, print))
  select contribution_id, household_id, recorded from together where contribution_id is not null
      on conflict do nothing;
  perform set_config('neu_guong.loading', before, true);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.last_day_alive(of_unit integer, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select max(least(valid_as_of,
                   case when upper(v.valid) = 'infinity' or upper_inf(v.valid) then valid_as_of
                        else upper(v.valid) - 1 end))
    from unit_version v
   where v.unit_id = of_unit and v.recorded @> recorded_as_of and lower(v.valid) <= valid_as_of
$function$;

CREATE OR REPLACE FUNCTION public.last_kept(of_person bigint)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select max(case when is_open(m.recorded) then lower(m.recorded) else upper(m.recorded) end)
    from membership m
   where m.person_id = of_person and m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)
$function$;

CREATE OR REPLACE FUNCTION public.ledger_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    if new.position is null then return new; end if;
  elsif tg_op = 'UPDATE' and tg_table_name = 'ledger_entry' then
    -- Once, from nowhere to its place, and nothing else with it but what vouches for its rows.
    if old.position is null and new.position is not null
       and to_jsonb(new) - '{position,rows_digest}'::text[] = to_jsonb(old)
         - '{position,rows_digest}'::text[] then return new; end if;
  end if;
  raise exception 'the ledger is append-only' using errcode = 'check_violation', constraint = 'ledger_is_kept';
end $function$;

CREATE OR REPLACE FUNCTION public.let_obligations_follow(persons bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.letter_state(of_invitation bigint)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select m.state from invitation_mail m where m.invitation_id = of_invitation order by m.invitation_mail_id desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.letter_text_for(of_letter text, of_unit integer, on_day date)
 RETURNS TABLE(letter_text_id integer, subject text, body_vi text, body_en text)
 LANGUAGE sql
 STABLE
AS $function$
  select t.letter_text_id, t.subject, t.body_vi, t.body_en
    from letter_text t
    left join unit_version v on v.unit_id = t.unit_id and v.valid @> last_day_alive(t.unit_id, on_day, recorded_now())
                            and is_open(v.recorded)
    left join unit_kind k    on k.unit_kind = v.unit_kind
   where t.letter = of_letter and t.valid @> on_day and is_open(t.recorded)
     and (t.unit_id is null or is_under(of_unit, 'party', t.unit_id, on_day, recorded_now()))
   order by k.rank desc nulls last
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.letters_on_their_way(of_batch bigint)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select count(*)::integer
    from invitation i
   where i.invitation_batch_id = of_batch and letter_state(i.invitation_id) in ('queued', 'sending', 'deferred')
$function$;

CREATE OR REPLACE FUNCTION public.level_ranks(of_scheme integer)
 RETURNS TABLE(rating_level_id integer, place bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select l.rating_level_id, row_number() over (order by l.least_points desc) from rating_level l
   where l.rating_scheme_id = of_scheme and is_open(l.recorded)
$function$;

CREATE OR REPLACE FUNCTION public.likeness(name_a text, birth_a date, year_a integer, card_a text, name_b text, birth_b date, year_b integer, card_b text, place text)
 RETURNS TABLE(score integer, why text)
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case l.why
           when 'card-and-name'      then 100
           when 'name-and-day'       then case when l.in_unit then 95 else 90 end
           when 'name-and-year'      then case when place = 'here' then 94 else 75 end
           when 'card-differs'       then case when l.born = 'day' or place <> 'here' then 70 else 45 end
           when 'name-without-birth'
              then case when place = 'here' and l.born = 'neither' then 80 when l.in_unit then 60 else 40 end
           when 'name-differs'       then case when place = 'here' then 58 else 50 end
           when 'birth-differs'      then 55
           when 'card-of-another'    then 50 end,
         l.why
    from (select f.born, f.in_unit,
                 case when name_a <> name_b then
                        case when f.is_member and f.born = 'day' and not f.has_another_card
                              and similarity(name_a, name_b) >= 0.6 then 'name-differs'
                             when f.has_card then 'card-of-another' end
                      when f.has_card then 'card-and-name'
                      when f.has_another_card then
                        case when f.born = 'day' or place = 'here'
                               or (f.born = 'year' and not f.is_member) then 'card-differs' end
                      when f.born = 'day' then 'name-and-day'
                      -- In a long list a namesake of another unit, of whom one card is known, is not worth a question.
                      when place = 'listed' and num_nulls(card_a, card_b) = 1 then null
                      when f.born = 'year' then 'name-and-year'
                      when f.born in ('unknown', 'neither') then 'name-without-birth'
                      when place = 'here' then 'birth-differs' end as why
            from (select place in ('here', 'listed') as is_member, place in ('here', 'last-here') as in_unit,
                         coalesce(card_a = card_b, false) as has_card,
                         coalesce(card_a <> card_b, false) as has_another_card,
                         case when birth_a = birth_b then 'day'
                              when birth_year_of(birth_a, year_a) is null
                               and birth_year_of(birth_b, year_b) is null then 'neither'
                              when birth_year_of(birth_a, year_a) is null
                                or birth_year_of(birth_b, year_b) is null then 'unknown'
                              when (birth_a is null or birth_b is null)
                                   and birth_year_of(birth_a, year_a) = birth_year_of(birth_b, year_b) then 'year'
                              else 'differs' end as born) f) l
   where l.why is not null
$function$;

CREATE OR REPLACE FUNCTION public.list_roster_confirmers(of_import bigint)
 RETURNS TABLE(full_name text, role text, unit_id integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
declare
  before text := coalesce(current_setting('neu_guong.loading', true), '');
begin
  perform set_config('neu_guong.loading', 'yes', true);
  return query
  with recursive asked as materialized (
         select i.unit_id, i.uploaded_by from roster_import i
          where i.roster_import_id = of_import and i.uploaded_by = current_person_id()),
       above (unit_id) as (
         select a.unit_id from asked a
         union
         select n.unit_id
           from above b
          cross join lateral (
                select p.parent_id as unit_id from placement p
                 where p.unit_id = b.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                   and is_open(p.recorded)
                union all
                select s.predecessor_id from succession s where s.successor_id = b.unit_id and is_open(s.recorded)) n
          where n.unit_id is not null),
       roles as materialized (
         select r.role from role_act r where r.noun = 'roster' and r.act = 'confirm'),
       candidate as materialized (
         select g.person_id from role_grant g
          where g.unit_id in (select unit_id from above) and g.role in (select role from roles)
            and g.valid @> today_in_vietnam() and is_open(g.recorded)
         union
         select d.receiver_id from delegation d
          where d.unit_id in (select unit_id from above) and d.role in (select role from roles)
            and d.valid @> today_in_vietnam() and is_open(d.recorded))
  select distinct v.full_name, h.role, h.unit_id
    from asked a
    join candidate c      on c.person_id <> a.uploaded_by
                         and exists (select from account t where t.person_id = c.person_id and is_open(t.recorded))
   cross join lateral roles_held(c.person_id, today_in_vietnam(), recorded_now()) h
    join roles r          on r.role = h.role and (h.acts is null or 'roster.confirm' = any (h.acts))
    join person_version v on v.person_id = c.person_id and is_open(v.recorded)
   where a.unit_id in (select k.unit_id from reach_kept(h.unit_id, today_in_vietnam(), recorded_now()) k);
  perform set_config('neu_guong.loading', before, true);
end $function$;

CREATE OR REPLACE FUNCTION public.live_deeds(of_commitment bigint)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select count(*)::int
    from deed d
   where d.commitment_id = of_commitment and is_open(d.recorded)
     and not exists (select from deed_step s
                      where s.deed_id = d.deed_id and s.state = 'replaced' and is_open(s.recorded))
$function$;

CREATE OR REPLACE FUNCTION public.live_deeds_on(of_commitment bigint, on_day date)
 RETURNS smallint
 LANGUAGE sql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  select count(*)::smallint
    from deed d
   where d.commitment_id = of_commitment and d.registered_on <= on_day and is_open(d.recorded)
     and not exists (select from deed_step s
                      where s.deed_id = d.deed_id and s.state = 'replaced' and s.happened_on <= on_day
                        and is_open(s.recorded))
$function$;

CREATE OR REPLACE FUNCTION public.lock_review_group(of_round integer, of_group integer)
 RETURNS void
 LANGUAGE sql
AS $function$
  select pg_advisory_xact_lock(hashtextextended('review-group ' || of_round || ' ' || of_group, 0))
$function$;

CREATE OR REPLACE FUNCTION public.lock_unit_ratings(of_round integer, is_rating boolean)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if is_rating then perform pg_advisory_xact_lock(hashtextextended('review-units ' || of_round, 0));
  else perform pg_advisory_xact_lock_shared(hashtextextended('review-units ' || of_round, 0));
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.mail_reason(of_reminder bigint)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select reason from reminder_mail where reminder_id = of_reminder order by reminder_mail_id desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.mail_state(of_reminder bigint)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when j.ended_at is null then m.state
              when m.state = 'sending' then 'unsure'
              when m.state in ('queued', 'deferred') then 'failed'
              else m.state end
    from reminder_mail m
    left join reminder_mail q on q.reminder_id = m.reminder_id and q.round = m.round and q.state = 'queued'
    left join job j           on j.task = case m.round when 1 then 'post-reminder' else 'post-reminder-again' end
                             and j.subject = case m.round when 1 then m.reminder_id else q.reminder_mail_id end
   where m.reminder_id = of_reminder
   order by m.reminder_mail_id desc
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.main_succession(of_unit integer, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(succession_id bigint, successor_id integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select s.succession_id, s.successor_id
    from succession s
   cross join lateral (
         select e.effective_on, lower(e.recorded) as recorded_at
           from succession_event e
          where e.succession_event_id = s.succession_event_id and e.effective_on <= valid_as_of
            and e.recorded @> recorded_as_of
         offset 0) e
   where s.predecessor_id = of_unit and (s.recorded @> recorded_as_of) is true
     and (select true
            from unit_version v
           where v.unit_id = of_unit and (v.recorded @> recorded_as_of) is true
             and (v.valid && daterange(e.effective_on, valid_as_of, '[]')) is true
           limit 1) is null
   order by e.effective_on desc, e.recorded_at desc, coalesce(s.population_share, 0) desc, s.succession_id
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.marks_its_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from written) then
    perform set_config('neu_guong.wrote', tg_table_name, true);
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.may_bring_nomination(of_nomination bigint, to_state text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from nomination n
     where n.nomination_id = of_nomination
       and case when to_state in ('draft', 'submitted', 'withdrawn')
                then n.nominated_by = current_person_id()
                 and n.unit_id in (select u.unit_id from units_where_may('exemplar', 'nominate') u)
                when to_state in ('verified', 'returned')
                then may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'verify', true)
                when to_state in ('council', 'notice')
                then may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'vote', false)
                when to_state = 'rejected'
                then may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'verify', true)
                  or may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'vote', false)
                else may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'recognise', false) end)
$function$;

CREATE OR REPLACE FUNCTION public.may_change_units(of_act text, plan jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select count(*) > 0 and bool_and((n.judged_at in (select u.unit_id from units_where_may('unit', of_act) u)) is true)
    from units_of_change(plan) n
$function$;

CREATE OR REPLACE FUNCTION public.may_confirm(second bigint, maker bigint, whom bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE COST 10000
AS $function$
  select second <> maker and second <> whom and may_restore(second, 'confirm', whom)
$function$;

CREATE OR REPLACE FUNCTION public.may_follow_limitation(of_limitation bigint, of_act text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from limitation l
      join obligation o using (obligation_id)
     where l.limitation_id = of_limitation and o.person_id <> current_person_id()
       and o.unit_id in (select u.unit_id from units_where_may('limitation', of_act) u))
$function$;

CREATE OR REPLACE FUNCTION public.may_judge(of_obligation bigint, of_act text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from obligation o
    join scope_of(current_person_id(), 'commitment', of_act, today_in_vietnam(), recorded_now()) s
         on s.unit_id = o.unit_id
   where o.obligation_id = of_obligation and o.person_id <> current_person_id()
     and o.person_id is distinct from s.giver_id)
$function$;

CREATE OR REPLACE FUNCTION public.may_judge_case(of_case bigint, of_act text, from_elsewhere boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from standing_case c
      join roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h
           on h.giver_id is null and not (from_elsewhere and h.unit_id = c.kept_at)
      join role_act a on a.role = h.role and a.noun = 'standing' and a.act = of_act
     where c.standing_case_id = of_case and c.begun_by <> current_person_id()
       and not exists (select from criterion_result r
                        where r.standing_case_id = of_case and r.said_by = current_person_id())
       and c.kept_at in (select r.unit_id from reach_of(h.unit_id, today_in_vietnam(), recorded_now()) r))
$function$;

CREATE OR REPLACE FUNCTION public.may_judge_exemplar(of_unit integer, of_person bigint, nominated_by bigint, of_act text, from_elsewhere boolean)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select current_person_id() is distinct from of_person and current_person_id() <> nominated_by and exists (
    select from roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h
      join role_act a on a.role = h.role and a.noun = 'exemplar' and a.act = of_act
     where h.giver_id is null and not (from_elsewhere and h.unit_id = of_unit)
       and of_unit in (select r.unit_id from reach_of(h.unit_id, today_in_vietnam(), recorded_now()) r))
$function$;

CREATE OR REPLACE FUNCTION public.may_judge_plan(of_post bigint, of_person bigint, of_year integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from plan_duty d
    join roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h
         on h.unit_id <> d.led_unit_id and h.giver_id is distinct from d.person_id
    join role_act a on a.role = h.role and a.noun = 'plan' and a.act = 'approve'
   where d.post_id = of_post and d.person_id = of_person and d.year = of_year and is_open(d.recorded)
     and d.person_id <> current_person_id() and (h.acts is null or 'plan.approve' = any (h.acts))
     and d.led_unit_id in (select r.unit_id from reach_of(h.unit_id, today_in_vietnam(), recorded_now()) r))
$function$;

CREATE OR REPLACE FUNCTION public.may_judge_review(of_subject bigint, of_act text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from review_subject s
     where s.review_subject_id = of_subject and s.person_id <> current_person_id()
       and s.unit_id in (select u.unit_id from units_where_may('review', of_act) u))
$function$;

CREATE OR REPLACE FUNCTION public.may_merge(of_act text, plan jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select count(*) > 0 and bool_and((n.judged_at in (select u.unit_id from units_where_may('merger', of_act) u))
                                   is true) from units_of_merger(plan) n
$function$;

CREATE OR REPLACE FUNCTION public.may_open_paper(of_meeting bigint, of_act text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from review_meeting m
     where m.review_meeting_id = of_meeting
       and m.unit_id in (select u.unit_id from units_where_may('review', of_act) u))
$function$;

CREATE OR REPLACE FUNCTION public.may_rate_unit(of_unit integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h
      join role_act a on a.role = h.role and a.noun = 'review' and a.act = 'decide'
                     and (h.giver_id is null or not a.in_person)
     where h.unit_id <> of_unit
       and of_unit in (select r.unit_id from reach_of(h.unit_id, today_in_vietnam(), recorded_now()) r))
  and not exists (
    select from tenure t
      join post p on p.post_id = t.post_id and p.is_head and p.unit_id = of_unit
     where t.person_id = current_person_id() and t.valid @> today_in_vietnam() and is_open(t.recorded))
$function$;

CREATE OR REPLACE FUNCTION public.may_read_ledger()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from units_where_may('ledger', 'read') u
      join unit_version v on v.unit_id = u.unit_id and v.valid @> today_in_vietnam() and is_open(v.recorded)
     where not exists (select from placement p
                        where p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                          and is_open(p.recorded)))
$function$;

CREATE OR REPLACE FUNCTION public.may_record_instrument()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from units_where_may('campaign', 'issue'))
         or exists (select from units_where_may('campaign', 'extend'))
      or exists (select from units_where_may('post', 'appoint')) or exists (select from units_where_may('unit', 'keep'))
$function$;

CREATE OR REPLACE FUNCTION public.may_restore(holder bigint, of_act text, whom bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE COST 10000
AS $function$
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  reach  integer[];
  is_theirs boolean;
begin
  if holder is null or holder = whom then return false; end if;
  perform set_config('neu_guong.person_id', holder::text, true);
  reach := array(select u.unit_id from units_where_may('account', of_act) u);
  perform set_config('neu_guong.person_id', whom::text, true);
  is_theirs := exists (
    select from membership m
     where m.person_id = whom and m.valid @> today_in_vietnam() and is_open(m.recorded) and m.unit_id = any (reach));
  perform set_config('neu_guong.person_id', asking, true);
  return is_theirs and not exists (select r.unit_id from reached_by(whom) r except select unnest(reach));
end $function$;

CREATE OR REPLACE FUNCTION public.may_set_retention()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from top_of_party() t join units_where_may('campaign', 'issue') u using (unit_id))
$function$;

CREATE OR REPLACE FUNCTION public.may_speak_for(of_exemplar bigint, paper text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case when paper is null
              then exists (select from exemplar_profile p
                            where p.exemplar_id = of_exemplar and p.person_id = current_person_id()
                              and is_open(p.recorded))
              else exists (select from exemplar e
                             join exemplar_profile p on p.exemplar_id = e.exemplar_id and is_open(p.recorded)
                            where e.exemplar_id = of_exemplar and is_open(e.recorded)
                              and p.person_id is distinct from current_person_id()
                              and e.keeper_id in (select u.unit_id from units_where_may('exemplar', 'consent') u)) end
$function$;

CREATE OR REPLACE FUNCTION public.may_take_case(of_case bigint, to_state text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case when to_state in ('draft', 'submitted', 'withdrawn')
              then exists (select from standing_case c
                            where c.standing_case_id = of_case
                              and c.kept_at in (select u.unit_id from units_where_may('standing', 'assess') u))
              when to_state in ('appraised', 'returned') then may_judge_case(of_case, 'appraise', true)
              when to_state in ('voted', 'rejected') then may_judge_case(of_case, 'vote', false)
              else may_judge_case(of_case, 'decide', false) end
$function$;

CREATE OR REPLACE FUNCTION public.may_to_arrangement(of_arrangement integer, of_act text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from arrangement a
     where a.arrangement_id = of_arrangement and a.unit_id in (select n.unit_id from newsrooms_of_pages(of_act) n))
$function$;

CREATE OR REPLACE FUNCTION public.may_to_draft(of_draft integer, of_act text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select case when of_act is not null then exists (
           select from draft d
            where d.draft_id = of_draft and d.unit_id in (select u.unit_id from units_where_may('article', of_act) u))
         else false end
$function$;

CREATE OR REPLACE FUNCTION public.may_to_person(of_person bigint, of_noun text, of_act text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from membership m
     where m.person_id = of_person and m.valid @> today_in_vietnam() and is_open(m.recorded)
       and m.unit_id in (select u.unit_id from units_where_may(of_noun, of_act) u))
$function$;

CREATE OR REPLACE FUNCTION public.may_write_commitment(of_obligation bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from obligation o
     where o.obligation_id = of_obligation
       and (o.person_id = current_person_id()
            or o.unit_id in (select u.unit_id from units_where_may('commitment', 'enter-by-proxy') u)))
$function$;

CREATE OR REPLACE FUNCTION public.members_during(in_hierarchy text, root integer, from_day date, to_day date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(unit_id integer, since date, until date)
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  with change_day (day) as (
    select from_day
    union
    select lower(p.valid)
      from placement p
     where p.hierarchy = in_hierarchy and lower(p.valid) > from_day and lower(p.valid) <= to_day
       and p.recorded @> recorded_as_of
    union
    select upper(p.valid)
      from placement p
     where p.hierarchy = in_hierarchy and upper(p.valid) > from_day and upper(p.valid) <= to_day
       and p.recorded @> recorded_as_of
  ), stretch (day, next_day) as (
    select c.day, coalesce(lead(c.day) over (order by c.day), 'infinity'::date) from change_day c
  )
  select m.unit_id, s.day, s.next_day
    from stretch s, members_of(in_hierarchy, root, s.day, recorded_as_of) m
$function$;

CREATE OR REPLACE FUNCTION public.members_of(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(unit_id integer)
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
#variable_conflict use_column
declare
  last_day date := last_day_alive(root, valid_as_of, recorded_as_of);
begin
  if last_day = valid_as_of then
    return query select s.unit_id from subtree(in_hierarchy, root, valid_as_of, recorded_as_of) s;
  elsif last_day < valid_as_of then
    return query
      select h.unit_id
        from heirs((select array_agg(s.unit_id) from subtree(in_hierarchy, root, last_day, recorded_as_of) s),
                   last_day, valid_as_of, recorded_as_of) h
        join unit_version v on v.unit_id = h.unit_id and v.valid @> valid_as_of and v.recorded @> recorded_as_of
        join unit_kind k    on k.unit_kind = v.unit_kind
       where k.rank > (select min(rk.rank) from unit_version rv join unit_kind rk on rk.unit_kind = rv.unit_kind
                        where rv.unit_id = root);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.membership_periods(persons bigint[])
 RETURNS TABLE(campaign_id integer, person_id bigint, unit_id integer, valid daterange)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.most_at_top(share numeric, base text, rounding text, at_top bigint, at_good bigint, rated bigint)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case when share is null then rated
              else case rounding when 'up' then ceil(n) when 'nearest' then round(n) else floor(n) end end::integer
    from (select share * case base when 'of-good' then at_good when 'of-good-or-better' then at_good + at_top
                              else rated end as n) x
$function$;

CREATE OR REPLACE FUNCTION public.most_units_alone()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ select 20 $function$;

CREATE OR REPLACE FUNCTION public.name_of(of_person bigint)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  name   text;
begin
  perform set_config('neu_guong.person_id', of_person::text, true);
  select v.full_name into name from person_version v where v.person_id = of_person and is_open(v.recorded);
  perform set_config('neu_guong.person_id', asking, true);
  return name;
end $function$;

CREATE OR REPLACE FUNCTION public.needs_second(of_person bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from held_by(of_person)) or is_opened(of_person)
$function$;

CREATE OR REPLACE FUNCTION public.newest_text(of_obligation bigint)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  select c.commitment_id from commitment c where c.obligation_id = of_obligation and is_open(c.recorded)
   order by c.version desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.newsrooms_of_pages(of_act text)
 RETURNS TABLE(unit_id integer)
 LANGUAGE sql
 STABLE
AS $function$
  select t.unit_id from top_of_party() t join units_where_may('page', of_act) u using (unit_id)
$function$;

CREATE OR REPLACE FUNCTION public.next_of_change()
 RETURNS integer
 LANGUAGE sql
AS $function$
  select set_config('neu_guong.entries', (coalesce(nullif(current_setting('neu_guong.entries', true), ''), '0')::integer + 1)::text, true)::integer
$function$;

CREATE OR REPLACE FUNCTION public.nobody_judges_their_leader()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if new.actor_id = new.person_id or exists (
       select from own_roles(new.person_id, today_in_vietnam(), recorded_now()) led
        cross join lateral reach_of(led.unit_id, today_in_vietnam(), recorded_now()) r
         join roles_held(new.actor_id, today_in_vietnam(), recorded_now()) h
              on h.unit_id = r.unit_id and h.role = 'superior-office'
        where led.role in ('leader', 'secretary')) then
    raise exception 'person % may not judge the plan of %, who leads them', new.actor_id, new.person_id
      using errcode = 'check_violation', constraint = 'nobody_judges_their_leader';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.nobody_judges_their_own()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.actor_id = (select o.person_id from commitment c join obligation o using (obligation_id)
                      where c.commitment_id = new.commitment_id) then
    raise exception 'person % may not take the step «%» on their own commitment', new.actor_id, new.state
      using errcode = 'check_violation', constraint = 'nobody_judges_their_own';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.nobody_rates_themself()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.actor_id = (select s.person_id from review_subject s where s.review_subject_id = new.review_subject_id) then
    raise exception 'person % may not take the step «%» on their own review', new.actor_id, new.state
      using errcode = 'check_violation', constraint = 'nobody_rates_themself';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.nobody_verifies_their_own()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from limitation l join obligation o using (obligation_id)
              where l.limitation_id = new.limitation_id and o.person_id = new.actor_id)
     or new.actor_id = (select s.owner_id from limitation_step s
                         where s.limitation_id = new.limitation_id and s.state = 'planned' and is_open(s.recorded)
                         order by s.limitation_step_id desc limit 1) then
    raise exception 'person % may not take the step «%» with their own limitation', new.actor_id, new.state
      using errcode = 'check_violation', constraint = 'nobody_verifies_their_own';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.note_members_of_campaign()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into membership_change (person_ids)
  select array_agg(distinct m.person_id)
    from added
    join campaign_terms t on t.campaign_id = added.campaign_id and is_open(t.recorded)
    join membership m on is_open(m.recorded) and m.valid && daterange(t.opens_on, t.closes_on, '[]')
                     and (lower(m.valid) > t.opens_on or upper(m.valid) <= t.closes_on)
  having count(*) > 0;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_membership_change()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into membership_change (person_ids) select array_agg(distinct person_id) from touched having count(*) > 0;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.notice_until(opened_on date, working_days integer)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select working_day_after(opened_on, working_days)
$function$;

CREATE OR REPLACE FUNCTION public.obligation_follows_its_moves()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'unit_id' = to_jsonb(old) - 'unit_id' and new.unit_id = (
       select m.unit_id from obligation_move m
        where m.obligation_id = new.obligation_id and is_open(m.recorded) order by m.moved_on desc limit 1) then
    return new;
  end if;
  raise exception 'an obligation moves with a row of obligation_move, and stays' using errcode = 'check_violation',
    constraint = 'history_is_kept';
end $function$;

CREATE OR REPLACE FUNCTION public.obligations_follow()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.obligations_of(persons bigint[])
 RETURNS TABLE(obligation_id bigint, campaign_id integer, person_id bigint, unit_id integer, due_from date, joins_until date)
 LANGUAGE sql
 STABLE
AS $function$
  select o.obligation_id, o.campaign_id, o.person_id, o.unit_id, o.due_from, t.joins_until
    from obligation o
    join campaign_terms t on t.campaign_id = o.campaign_id and is_open(t.recorded) and t.closes_on >= today_in_vietnam()
   where o.person_id = any (persons)
$function$;

CREATE OR REPLACE FUNCTION public.one_live_commitment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('obligation',
                                                 (select obligation_id from commitment
                                                   where commitment_id = new.commitment_id)));
  if (select count(*)
        from commitment mine
        join commitment c on c.obligation_id = mine.obligation_id and is_open(c.recorded)
       where mine.commitment_id = new.commitment_id
         and exists (select from commitment_step s
                      where s.commitment_id = c.commitment_id and s.state = 'approved' and is_open(s.recorded))
         and not exists (select from commitment_step s
                          where s.commitment_id = c.commitment_id and s.state in ('superseded', 'withdrawn')
                                                         and is_open(s.recorded))) > 1 then
    raise exception 'the obligation of commitment % has an approved commitment already', new.commitment_id
      using errcode = 'check_violation', constraint = 'one_live_commitment';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.open_comments(of_draft integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  select count(*)::integer
    from draft_comment c
   where c.draft_id = of_draft
     and coalesce((select a.act from draft_comment_act a
                    where a.comment_id = c.comment_id and a.act <> 'answer' order by a.number desc limit 1),
                  'reopen') = 'reopen'
$function$;

CREATE OR REPLACE FUNCTION public.open_limitations(of_person bigint, before_year integer)
 RETURNS TABLE(limitation_id bigint, what text)
 LANGUAGE sql
 STABLE
AS $function$
  select l.limitation_id, l.what
    from obligation o
    join campaign c   on c.campaign_id = o.campaign_id and c.year < before_year
    join limitation l on l.obligation_id = o.obligation_id and is_open(l.recorded)
   where o.person_id = of_person and state_of_limitation(l.limitation_id) is distinct from 'verified'
   order by c.year, l.limitation_id
$function$;

CREATE OR REPLACE FUNCTION public.own_roles(of_person bigint, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(role text, unit_id integer)
 LANGUAGE sql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.page_edition_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'what stood before the public stands' using errcode = 'check_violation',
    constraint = 'page_edition_is_kept';
end $function$;

CREATE OR REPLACE FUNCTION public.parent_outlives_children()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  child integer;
begin
  if is_open(new.recorded) then return null; end if;
  select p.unit_id into child
    from placement p
   where p.parent_id = new.unit_id and p.valid && new.valid and is_open(p.recorded)
     and not p.valid <@ coalesce((select range_agg(v.valid) from unit_version v
                                   where v.unit_id = new.unit_id and is_open(v.recorded)),
                                 '{}'::datemultirange)
   limit 1;
  if found then
    raise exception 'unit % would stand under unit % after its end', child, new.unit_id
      using errcode = 'check_violation', constraint = 'parent_outlives_children';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.passed_days(of_post bigint, of_person bigint, of_year integer)
 RETURNS datemultirange
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(range_agg(a.valid * m.days), '{}')
    from action_plan a
    join (select version, is_exemplary and is_of_the_post as is_passed,
                 daterange(marked_on, lead(marked_on, 1, 'infinity'::date) over (partition by version
                                                                                 order by plan_mark_id)) as days
            from plan_mark
           where post_id = of_post and person_id = of_person and year = of_year and is_open(recorded)) m
         on m.version = a.version and m.is_passed
   where a.post_id = of_post and a.person_id = of_person and a.year = of_year and a.state = 'approved'
     and is_open(a.recorded)
$function$;

CREATE OR REPLACE FUNCTION public.passes(of_post bigint, of_person bigint, of_year integer, of_version integer, but bigint DEFAULT 0)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((select m.is_exemplary and m.is_of_the_post
                     from plan_mark m
                    where m.post_id = of_post and m.person_id = of_person and m.year = of_year
                      and m.version = of_version and m.plan_mark_id <> but and is_open(m.recorded)
                    order by m.plan_mark_id desc limit 1), false)
$function$;

CREATE OR REPLACE FUNCTION public.photo_is_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'check_violation',
    constraint = 'photo_is_kept';
end $function$;

CREATE OR REPLACE FUNCTION public.photos_of_edition(of_edition bigint)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(json_agg(json_build_object('photo', v.photo_id, 'image', v.digest, 'width', i.width,
                                             'height', i.height, 'fallback', i.fallback,
                                             'alt', v.alt, 'credit', v.credit, 'focus', v.focus) order by v.photo_id),
                  '[]')
    from printed_photo p
    join photo_version v on v.photo_id = p.photo_id and v.number = p.version
    join image i         on i.digest = v.digest
   where p.edition_id = of_edition and (v.exemplar_id is null or has_consent(v.exemplar_id, 'photo'))
$function$;

CREATE OR REPLACE FUNCTION public.photos_of_headline(of_edition bigint, picture jsonb)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select case when picture -> 'photo' is null then '[]'::json else photos_of_edition(of_edition) end
$function$;

CREATE OR REPLACE FUNCTION public.placement_is_lawful()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  life datemultirange;
begin
  if not is_open(new.recorded) then return new; end if;
  select range_agg(valid) into life
    from unit_version
   where unit_id = new.parent_id and is_open(recorded);
  if life is null or not new.valid <@ life then
    raise exception 'unit % is placed under % outside the parent''s validity', new.unit_id, new.parent_id
      using errcode = 'check_violation', constraint = 'placement_within_parent';
  end if;
  if exists (
    with recursive above (unit_id, during) as (
      select new.parent_id, new.valid
      union all
      select p.parent_id, p.valid * a.during
        from above a
       cross join lateral (
             select p.parent_id, p.valid
               from placement p
              where p.unit_id = a.unit_id and p.hierarchy = new.hierarchy and (p.valid && a.during) is true
                and is_open(p.recorded)
             offset 0) p
    ) cycle unit_id set is_cycle using path
    select from above where unit_id = new.unit_id or is_cycle
  ) then
    raise exception 'placing unit % under % would make a cycle', new.unit_id, new.parent_id
      using errcode = 'check_violation', constraint = 'placement_without_cycle';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.places_for_standing(of_act text)
 RETURNS TABLE(place_id integer)
 LANGUAGE sql
 STABLE
AS $function$
  select distinct v.place_id
    from units_where_may('standing', of_act) u
    join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded)
   where v.place_id is not null
$function$;

CREATE OR REPLACE FUNCTION public.places_of(of_unit integer)
 RETURNS TABLE(place_id integer)
 LANGUAGE sql
 STABLE
AS $function$
  select c.counted_id from units_counted_for('territory', works_in(of_unit), today_in_vietnam(), recorded_now()) c
$function$;

CREATE OR REPLACE FUNCTION public.places_of_sender()
 RETURNS TABLE(place_id integer)
 LANGUAGE sql
 STABLE
AS $function$
  select distinct v.place_id
    from units_where_may('indicator', 'send') u
    join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded)
   where v.place_id is not null
$function$;

CREATE OR REPLACE FUNCTION public.planned_days(of_post bigint, of_person bigint, of_year integer)
 RETURNS datemultirange
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(range_agg(a.valid), '{}')
    from action_plan a
   where a.post_id = of_post and a.person_id = of_person and a.year = of_year and a.state = 'approved'
     and is_open(a.recorded)
$function$;

CREATE OR REPLACE FUNCTION public.plant_summary_tree(of_campaign integer, on_day date, known_at timestamp with time zone)
 RETURNS void
 LANGUAGE sql
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.presented()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(current_setting('neu_guong.presented', true), '')
$function$;

CREATE OR REPLACE FUNCTION public.reach_kept(root integer, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(unit_id integer)
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.reach_of(root integer, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(unit_id integer)
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  goes_on integer;
begin
  if last_day_alive(root, on_day, known_at) = on_day then
    return query select distinct a.unit_id from units_by_branch('party', root, on_day, known_at) a;
    return;
  end if;
  return query select distinct c.counted_id from units_counted_for('party', root, on_day, known_at) c;
  if found then return; end if;
  goes_on := continuation_of(root, on_day, known_at);
  if goes_on is not null then
    return query select distinct a.unit_id from units_by_branch('party', goes_on, on_day, known_at) a;
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.reached_by(of_person bigint)
 RETURNS TABLE(unit_id integer)
 LANGUAGE sql
 STABLE
AS $function$
  with held as materialized (select distinct h.unit_id from held_by(of_person) h)
  select h.unit_id from held h
  union
  select r.unit_id from held h cross join lateral reach_kept(h.unit_id, today_in_vietnam(), recorded_now()) r
$function$;

CREATE OR REPLACE FUNCTION public.recorded_by_server()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_user = 'neu_guong_app' then
    new.recorded := tstzrange(recorded_now(), 'infinity');
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.recorded_now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN GREATEST(transaction_timestamp(), (NULLIF(current_setting('neu_guong.recorded_floor'::text, true), ''::text))::timestamp with time zone);

CREATE OR REPLACE FUNCTION public.reminders_keep_their_distance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock(hashtextextended('reminders', w.campaign_id))
     from reminder_wave w
    where w.reminder_wave_id in (select reminder_wave_id from added);
  if exists (select from added a
               join reminder_wave w using (reminder_wave_id)
               join reminder r on r.obligation_id = a.obligation_id and r.reminder_id <> a.reminder_id
              where day_in_vietnam(r.reminded_at)
                    + days_between_reminders(w.campaign_id,
                                             day_in_vietnam(a.reminded_at)) > day_in_vietnam(a.reminded_at)) then
    raise exception 'somebody of this wave was reminded a short while ago'
      using errcode = 'check_violation', constraint = 'reminders_keep_their_distance';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.reported_under(of_campaign integer, root integer, day date, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(branch_id integer, commitments bigint, registered bigint, done bigint, partly bigint, not_done bigint)
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE ROWS 100
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.resembling_gifts(of_list bigint, days integer)
 RETURNS TABLE(contribution_id bigint, resembles bigint)
 LANGUAGE sql
 STABLE
AS $function$
  select c.contribution_id, min(o.contribution_id)
    from contribution c
    join contribution o on o.place_id = c.place_id and o.contribution_kind = c.contribution_kind
                       and o.quantity = c.quantity
                       and o.contribution_id <> c.contribution_id
                       and o.given_on between c.given_on - days and c.given_on + days
                       and is_open(o.recorded)
    left join contribution_giver g  on g.contribution_id = c.contribution_id and is_open(g.recorded)
    left join contribution_giver og on og.contribution_id = o.contribution_id and is_open(og.recorded)
   where c.contribution_list_id = of_list and is_open(c.recorded)
     and (og.household is null or og.print = g.print)
     and not exists (select from contribution_verification w
                      where w.contribution_id = c.contribution_id and is_open(w.recorded))
   group by c.contribution_id
$function$;

CREATE OR REPLACE FUNCTION public.resolve_timestamp()
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  settled timestamptz;
begin
  update resolved_timestamp s
     set instant = greatest(s.instant, clock_timestamp(), (select max(e.recorded) from ledger_entry e))
  returning s.instant into settled;
  return settled;
end $function$;

CREATE OR REPLACE FUNCTION public.roles_held(of_person bigint, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(role text, unit_id integer, giver_id bigint, acts text[])
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.scope_of(of_person bigint, of_noun text, of_act text, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(unit_id integer, giver_id bigint)
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$;

CREATE OR REPLACE PROCEDURE public.seal(IN of_table regclass, IN instant name DEFAULT 'recorded'::name)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create trigger marks_what_begins after insert on %s referencing new table as written for each statement execute function marks_its_change()', of_table);
  execute format('create trigger marks_what_ends after update on %s referencing new table as written for each statement execute function marks_its_change()', of_table);
  if instant = 'recorded' and (select atttypid = 'tstzrange'::regtype from pg_attribute where attrelid = of_table and attname = instant) then
    execute format('create index on %s using brin ((lower(recorded))) with (pages_per_range = 32, autosummarize = on)', of_table);
    execute format('create index on %s ((upper(recorded))) where upper(recorded) < ''infinity''', of_table);
  else
    execute format('create index on %s using brin (%I) with (pages_per_range = 32, autosummarize = on)', of_table, instant);
  end if;
end $procedure$;

CREATE OR REPLACE FUNCTION public.session_goes_forward()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.seen_at < old.seen_at or old.ended_at is not null
     or to_jsonb(new) - '{seen_at,ended_at,ended_by}'::text[] is distinct from to_jsonb(old)
       - '{seen_at,ended_at,ended_by}'::text[] then
    raise exception 'a session is seen again or ended, and nothing else of it changes'
      using errcode = 'check_violation', constraint = 'session_goes_forward';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.set_recorded_floor()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  newest timestamptz := greatest((select max(e.recorded) from ledger_entry e),
                                 (select s.instant from resolved_timestamp s));
begin
  if newest >= transaction_timestamp() then
    perform set_config('neu_guong.recorded_floor', (newest + interval '1 microsecond')::text, true);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.sets_rules()
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
    select from top_of_party() t join units_where_may('programme', 'keep') u using (unit_id))
$function$;

CREATE OR REPLACE FUNCTION public.settle_contributions(of_contributions bigint[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
begin
  if of_contributions is null then
    of_contributions := array(select contribution_id from contribution);
  end if;
  delete from contribution_state s using unnest(of_contributions) i where s.contribution_id = i;
  insert into contribution_state (contribution_id, contribution_kind, place_id, kept_at, given_on, quantity,
                                  is_estimate,
                                  household_id, verified_on, known_from, known_until)
  select r.* from unnest(of_contributions) i join contribution_state_of_rows r on r.contribution_id = i;
end $function$;

CREATE OR REPLACE FUNCTION public.shares_mailbox(of_person bigint)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.something_supersedes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if state_of_commitment(newest_text(new.obligation_id)) = 'superseded' then
    raise exception 'nothing supersedes the newest text of obligation %', new.obligation_id
      using errcode = 'check_violation', constraint = 'something_supersedes';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.standing_above(of_unit integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  with recursive up (unit_id, place) as (
    select of_unit, 0
    union all
    select l.parent_id, u.place + 1
      from up u
     cross join lateral (select p.parent_id from placement p
                          where p.unit_id = u.unit_id and p.hierarchy = 'party' and is_open(p.recorded)
                          order by lower(p.valid) limit 1) l
     where not exists (select from unit_version v
                        where v.unit_id = u.unit_id and lower(v.valid) <= today_in_vietnam() and is_open(v.recorded)))
  select up.unit_id from up order by place desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.stands_on_one_word(of_person bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((select i.grounds = 'first'
                          and not exists (select from invitation_confirmation c where c.invitation_id = i.invitation_id)
                     from invitation i
                    where i.person_id = of_person and i.used_at is not null
                    order by i.used_at desc, i.invitation_id desc
                    limit 1), false)
$function$;

CREATE OR REPLACE FUNCTION public.state_changed_contributions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform settle_contributions(array(select distinct contribution_id from written));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.state_new_contributions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into contribution_state (contribution_id, contribution_kind, place_id, kept_at, given_on, quantity,
                                  is_estimate, known_from, known_until)
  select contribution_id, contribution_kind, place_id, kept_at, given_on, quantity, is_estimate, lower(recorded),
         upper(recorded)
    from written
   where is_open(recorded);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.state_new_households()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  update contribution_state s set household_id = w.household_id
    from written w
   where s.contribution_id = w.contribution_id and is_open(w.recorded) and lower(w.recorded) <= s.known_from;
  perform settle_contributions(array(
    select w.contribution_id from written w
     where not is_open(w.recorded)
        or exists (select from contribution_state s
                    where s.contribution_id = w.contribution_id and s.known_until > lower(w.recorded)
                      and s.household_id is null)));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.state_new_verifications()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  settled bigint[];
begin
  with verified as (
         update contribution_state s set verified_on = w.verified_on, known_from = lower(w.recorded)
           from written w
          where s.contribution_id = w.contribution_id and is_open(w.recorded)
            and s.verified_on is null and s.known_from <= lower(w.recorded)
      returning s.contribution_id)
  select array(select contribution_id from written except select contribution_id from verified) into settled;
  perform settle_contributions(settled);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.state_of_commitment(of_commitment bigint)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select s.state
    from commitment_step s
   where s.commitment_id = of_commitment and is_open(s.recorded)
   order by s.happened_on desc, s.commitment_step_id desc
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.state_of_deed(of_deed bigint)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select s.state
    from deed_step s
   where s.deed_id = of_deed and is_open(s.recorded)
   order by s.happened_on desc, s.deed_step_id desc
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.state_of_limitation(of_limitation bigint)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select s.state from limitation_step s where s.limitation_id = of_limitation and is_open(s.recorded)
   order by s.limitation_step_id desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.stays_as_it_is()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'valid' = to_jsonb(old) - 'valid' then
    return new;
  end if;
  raise exception 'a row of % stays as it is: what changes is another version', tg_table_name using errcode = 'check_violation', constraint = 'stays_as_it_is';
end $function$;

CREATE OR REPLACE FUNCTION public.stood_approved(told action_plan)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select told.state = 'approved' and exists (
    select from action_plan a
     where a.post_id = told.post_id and a.person_id = told.person_id and a.year = told.year and a.version = told.version
       and a.state = 'approved' and a.valid = told.valid and upper(a.valid) = 'infinity' and not is_open(a.recorded)
       and (a.exemplary_content, a.tasks_of_the_post, a.presented_on, a.actor_id, a.comment)
           is not distinct from (told.exemplary_content, told.tasks_of_the_post, told.presented_on, told.actor_id,
                                 told.comment)
       and not exists (select from action_plan b
                        where b.post_id = told.post_id and b.person_id = told.person_id and b.year = told.year
                          and b.state = 'approved'
                          and b.version > told.version))
$function$;

CREATE OR REPLACE FUNCTION public.subjects_of_edition(of_edition bigint)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(json_agg(case when s.keyword is not null then json_build_object('keyword', s.keyword, 'name', s.name)
                                when s.unit_id is not null then json_build_object('unit', u.key, 'name', s.name)
                                else json_build_object('instrument', s.instrument_id, 'name', s.name) end
                           order by s.number), '[]')
    from edition_subject s
    left join unit u using (unit_id)
   where s.edition_id = of_edition
$function$;

CREATE OR REPLACE FUNCTION public.subtree(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(unit_id integer)
 LANGUAGE sql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
  with recursive under (unit_id) as (
    select root
    union
    select p.unit_id
      from under u
      join placement p on p.hierarchy = in_hierarchy and p.parent_id = u.unit_id
     where p.valid @> valid_as_of and p.recorded @> recorded_as_of
  )
  select under.unit_id from under
$function$;

CREATE OR REPLACE FUNCTION public.succession_is_lawful()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  day date;
  goes_on boolean;
begin
  if not is_open(new.recorded) then return new; end if;
  select effective_on into day from succession_event where succession_event_id = new.succession_event_id;
  goes_on := exists (select from unit_version
                      where unit_id = new.predecessor_id and valid @> day and is_open(recorded));
  if exists (
    select from succession
     where succession_event_id = new.succession_event_id and predecessor_id = new.predecessor_id and is_open(recorded)
    having (count(*) = count(population_share) and sum(population_share) < 0.999 and not goes_on)
        or (count(*) = count(area_share) and sum(area_share) < 0.999 and not goes_on)
        or sum(population_share) > 1.001 or sum(area_share) > 1.001
  ) then
    raise exception 'the shares of unit % in this event do not sum to 1', new.predecessor_id
      using errcode = 'check_violation', constraint = 'succession_shares_sum_to_one';
  end if;
  if not exists (select from unit_version
                  where unit_id = new.predecessor_id and valid @> day - 1 and is_open(recorded)) then
    raise exception 'unit % did not exist on the day before %', new.predecessor_id, day
      using errcode = 'check_violation', constraint = 'succession_after_source';
  end if;
  if not exists (select from unit_version where unit_id = new.successor_id and valid @> day and is_open(recorded)) then
    raise exception 'unit % does not exist on %', new.successor_id, day
      using errcode = 'check_violation', constraint = 'succession_into_a_living_unit';
  end if;
  if exists (
    with recursive after (unit_id) as (
      select new.successor_id
      union
      select s.successor_id from after a join succession s on s.predecessor_id = a.unit_id and is_open(s.recorded)
    )
    select from after where unit_id = new.predecessor_id
  ) then
    raise exception 'unit % would succeed itself', new.predecessor_id
      using errcode = 'check_violation', constraint = 'succession_without_cycle';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.successor_of(of_unit integer, on_day date, known_at timestamp with time zone)
 RETURNS integer
 LANGUAGE sql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
  with recursive line (unit_id, place) as (
    select of_unit, 0
    union all
    select s.successor_id, l.place + 1
      from line l
     cross join lateral main_succession(l.unit_id, on_day, known_at) s
  )
  select line.unit_id from line order by line.place desc limit 1
$function$;

CREATE OR REPLACE FUNCTION public.summarised_up_to(of_campaign integer, root integer, day date, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select s.settled_at
    from tally_summary s
    join tally_summary_line l on l.campaign_id = s.campaign_id and l.unit_id = root and l.deeds = 0
                             and l.heir_id is null
   where s.campaign_id = of_campaign and s.settled_at <= recorded_as_of and s.last_valid_on <= valid_as_of
     and is_same_tree(s.day, s.settled_at, summarised_up_to.day)
$function$;

CREATE OR REPLACE FUNCTION public.summed_under(of_campaign integer, root integer, since timestamp with time zone, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(branch_id integer, deeds smallint, due bigint, submitted bigint, on_time bigint, approved bigint, commitments bigint, registered bigint, done bigint, partly bigint, not_done bigint)
 LANGUAGE sql
 STABLE PARALLEL SAFE ROWS 100
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.tables_citing(of_instrument bigint)
 RETURNS TABLE(in_table text, n integer)
 LANGUAGE plpgsql
 STABLE
AS $function$
declare
  reference record;
begin
  for reference in
    select c.conrelid::regclass::text as in_table, quote_ident(a.attname) as by_column
      from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.confrelid = 'instrument'::regclass and c.conrelid <> 'instrument_file'::regclass
     order by 1
  loop
    if has_table_privilege(reference.in_table, 'select') then
      in_table := reference.in_table;
      execute format('select count(*)::integer from %s where %s = $1', reference.in_table,
                     reference.by_column) into n using of_instrument;
      if n > 0 then return next; end if;
    end if;
  end loop;
end $function$;

CREATE OR REPLACE FUNCTION public.tables_naming(units integer[])
 RETURNS SETOF text
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.tallies_are_appended()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'check_violation',
    constraint = 'tallies_are_appended';
end $function$;

CREATE OR REPLACE FUNCTION public.tally_closed_duties()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into leadership_tally (unit_id, year, valid_on, tenures, planned)
  select d.unit_id, d.year, t.valid_on, -sum(t.tenures), -sum(t.planned)
    from closed d
   cross join lateral (select datemultirange(daterange(greatest(d.due_from, day_in_vietnam(upper(d.recorded))),
                                                       'infinity')) as days) w
   cross join lateral turns_of(w.days, w.days * planned_days(d.post_id, d.person_id, d.year)) t
   group by 1, 2, 3;
  insert into plan_mark_tally (unit_id, year, valid_on, passed)
  select d.unit_id, d.year, t.valid_on, -sum(t.planned)
    from closed d
   cross join lateral (select datemultirange(daterange(greatest(d.due_from, day_in_vietnam(upper(d.recorded))),
                                                       'infinity')) as days) w
   cross join lateral turns_of('{}', w.days * passed_days(d.post_id, d.person_id, d.year)) t
   group by 1, 2, 3;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_closed_exceptions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from closed),
                             and_exceptions => (select array_agg(obligation_exception_id) from closed));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_closed_moves()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from closed),
                             and_moves => (select array_agg(obligation_move_id) from closed));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_closed_steps()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  undone bigint[];
  texts  bigint[];
begin
  select array_agg(commitment_step_id), array_agg(distinct c.commitment_id) into undone, texts
    from closed c
    join still_open o using (commitment_step_id)
   where is_open(o.recorded) and not is_open(c.recorded);
  perform append_tally_delta((select array_agg(distinct obligation_id) from commitment
                               where commitment_id = any (texts)), and_steps => undone);
  perform append_deed_tally_delta(ever_approved(texts), and_steps => undone);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_closed_texts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  taken_back bigint[];
  subjects   bigint[];
begin
  select array_agg(commitment_id), array_agg(distinct c.obligation_id) into taken_back, subjects
    from closed c
    join still_open o using (commitment_id)
   where is_open(o.recorded) and not is_open(c.recorded);
  perform append_tally_delta(subjects, and_texts => taken_back);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_conclusions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into conclusion_tally (campaign_id, unit_id, valid_on, concluded)
  select o.campaign_id, coalesce(m.unit_id, o.unit_id), a.happened_on, count(*)
    from added a
    join commitment c using (commitment_id)
    join obligation o using (obligation_id)
    left join lateral (select v.unit_id from obligation_move v
                        where v.obligation_id = o.obligation_id and v.moved_on <= a.happened_on and is_open(v.recorded)
                        order by v.moved_on desc limit 1) m on true
   where a.state = 'concluded'
     and not exists (select from commitment t join commitment_step s using (commitment_id)
                      where t.obligation_id = o.obligation_id and s.state = 'concluded' and is_open(s.recorded)
                        and s.commitment_step_id < a.commitment_step_id)
   group by 1, 2, 3;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_deeds_of_closed_exceptions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_deed_tally_delta((select array_agg(distinct obligation_id) from closed),
                                  and_exceptions => (select array_agg(obligation_exception_id) from closed));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_deeds_of_closed_moves()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_deed_tally_delta((select array_agg(distinct obligation_id) from closed),
                                  and_moves => (select array_agg(obligation_move_id) from closed));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_deeds_of_exceptions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_deed_tally_delta((select array_agg(distinct obligation_id) from added),
                                  but_exceptions => (select array_agg(obligation_exception_id) from added));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_deeds_of_moves()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_deed_tally_delta((select array_agg(distinct obligation_id) from added),
                                  but_moves => (select array_agg(obligation_move_id) from added));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_deeds_of_steps()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_deed_tally_delta(ever_approved((select array_agg(commitment_id) from added)),
                                  but_steps => (select array_agg(commitment_step_id) from added));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_duties()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into leadership_tally (unit_id, year, valid_on, tenures, planned)
  select d.unit_id, d.year, t.valid_on, sum(t.tenures), sum(t.planned)
    from added d
   cross join lateral (select datemultirange(daterange(d.due_from, 'infinity'))
                              - days_owed_before(d.post_id, d.person_id, d.year) as days) w
   cross join lateral turns_of(w.days, w.days * planned_days(d.post_id, d.person_id, d.year)) t
   group by 1, 2, 3;
  insert into plan_mark_tally (unit_id, year, valid_on, passed)
  select d.unit_id, d.year, t.valid_on, sum(t.planned)
    from added d
   cross join lateral (select datemultirange(daterange(d.due_from, 'infinity'))
                              - days_owed_before(d.post_id, d.person_id, d.year) as days) w
   cross join lateral turns_of('{}', w.days * passed_days(d.post_id, d.person_id, d.year)) t
   group by 1, 2, 3;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_exceptions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from added),
                             but_exceptions => (select array_agg(obligation_exception_id) from added));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_extensions()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_tally_delta((select array_agg(distinct o.obligation_id)
                             from added x
                             join campaign_terms t  on t.campaign_id = x.campaign_id and is_open(t.recorded)
                             join obligation o      on o.campaign_id = x.campaign_id
                             join commitment c      on c.obligation_id = o.obligation_id and is_open(c.recorded)
                             join commitment_step s on s.commitment_id = c.commitment_id and s.state = 'submitted'
                                                   and s.happened_on > t.due_on),
                          but_extensions => (select array_agg(campaign_extension_id) from added));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_limitation_steps()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into limitation_tally (unit_id, valid_on, repaired, carried_twice)
  select o.unit_id, a.happened_on, count(*) filter (where a.state = 'verified'),
         count(*) filter (where a.state = 'carried' and n.carries = 2)
         - count(*) filter (where a.state = 'verified' and n.carries >= 2)
    from added a
    join limitation l using (limitation_id)
    join obligation o using (obligation_id)
   cross join lateral (select count(*) as carries from limitation_step s
                        where s.limitation_id = a.limitation_id and s.state = 'carried' and is_open(s.recorded)) n
   where a.state in ('verified', 'carried')
   group by 1, 2;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_limitations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into limitation_tally (unit_id, valid_on, recorded_at, raised)
  select o.unit_id, a.raised_on, least(lower(a.recorded), recorded_now()), count(*) from added a
    join obligation o using (obligation_id) group by 1, 2, 3;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_marks()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into plan_mark_tally (unit_id, year, valid_on, passed)
  select d.unit_id, d.year, greatest(m.marked_on, d.due_from),
         sum(case when m.is_exemplary and m.is_of_the_post then 1 else -1 end)
    from added m
    join plan_duty d   on d.post_id = m.post_id and d.person_id = m.person_id and d.year = m.year
                      and is_open(d.recorded)
    join action_plan a on a.post_id = m.post_id and a.person_id = m.person_id and a.year = m.year
                      and a.version = m.version
                      and a.state = 'approved' and upper(a.valid) = 'infinity' and is_open(a.recorded)
   where (m.is_exemplary and m.is_of_the_post) <> passes(m.post_id, m.person_id, m.year, m.version,
                                                         but => m.plan_mark_id)
   group by 1, 2, 3;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_moves()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from added),
                             but_moves => (select array_agg(obligation_move_id) from added));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_new_deeds()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_deed_tally_delta(ever_approved((select array_agg(commitment_id) from added)),
                                  but_deeds => (select array_agg(deed_id) from added));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_obligations()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into commitment_tally (campaign_id, unit_id, valid_on, due)
  select campaign_id, unit_id, due_from, count(*) from added group by 1, 2, 3;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_plans()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into leadership_tally (unit_id, year, valid_on, planned)
  select d.unit_id, d.year, greatest(lower(a.valid), b.amended_on, d.due_from),
         sum((a.state = 'approved')::int - (b.was_approved)::int)
    from added a
    join plan_duty d on d.post_id = a.post_id and d.person_id = a.person_id and d.year = a.year and is_open(d.recorded)
   cross join lateral (
         select coalesce(bool_or(o.state = 'approved' and upper(o.valid) = 'infinity'), false) as was_approved,
                min(lower(o.valid)) filter (where o.state <> 'approved') as amended_on
           from action_plan o
          where o.post_id = a.post_id and o.person_id = a.person_id and o.year = a.year
            and upper(o.recorded) = recorded_now()) b
   where upper(a.valid) = 'infinity' and (a.state = 'approved') <> b.was_approved
   group by 1, 2, 3;
  insert into plan_mark_tally (unit_id, year, valid_on, passed)
  select d.unit_id, d.year, greatest(lower(a.valid), b.amended_on, d.due_from),
         sum(case when a.state = 'approved' then 1 else -1 end)
    from added a
    join plan_duty d on d.post_id = a.post_id and d.person_id = a.person_id and d.year = a.year and is_open(d.recorded)
   cross join lateral (
         select max(o.version) filter (where o.state = 'approved' and upper(o.valid) = 'infinity') as approved_version,
                min(lower(o.valid)) filter (where o.state <> 'approved') as amended_on
           from action_plan o
          where o.post_id = a.post_id and o.person_id = a.person_id and o.year = a.year
            and upper(o.recorded) = recorded_now()) b
   where upper(a.valid) = 'infinity' and (a.state = 'approved') <> (b.approved_version is not null)
     and passes(a.post_id, a.person_id, a.year, coalesce(b.approved_version, a.version))
   group by 1, 2, 3;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_reports()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_deed_tally_delta(ever_approved((select array_agg(d.commitment_id) from added
                                                   join deed d using (deed_id))),
                               but_reports => (select array_agg(deed_step_id) from added));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_review_steps()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into review_tally (review_round_id, unit_id, group_id, valid_on, self_reviewed, proposed, appraised)
  select s.review_round_id, s.unit_id, s.group_id, a.happened_on, count(*) filter (where a.state = 'self-reviewed'),
         count(*) filter (where a.state = 'proposed'), count(*) filter (where a.state = 'appraised')
    from added a join review_subject s using (review_subject_id)
   where a.state in ('self-reviewed', 'proposed', 'appraised')
     and not exists (select from review_step e
                      where e.review_subject_id = a.review_subject_id and e.state = a.state
                        and e.review_step_id < a.review_step_id)
   group by 1, 2, 3, 4;
  insert into review_tally (review_round_id, unit_id, group_id, rating_level_id, valid_on, rated)
  select s.review_round_id, s.unit_id, s.group_id, l.level, a.happened_on, sum(l.n)
    from added a
    join review_subject s using (review_subject_id)
   cross join lateral (values (a.rating_level_id, 1),
                              (decided_level(a.review_subject_id, but => a.review_step_id), -1)) l (level, n)
   where a.state = 'decided' and l.level is not null
   group by 1, 2, 3, 4, 5
  having sum(l.n) <> 0;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_review_subjects()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  insert into review_tally (review_round_id, unit_id, group_id, valid_on, due)
  select a.review_round_id, a.unit_id, a.group_id, r.opens_on, count(*)
    from added a join review_round r using (review_round_id)
   group by 1, 2, 3, 4;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tally_steps()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from added
                                join commitment using (commitment_id)),
                          but_steps => (select array_agg(commitment_step_id) from added));
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tell_of_draft()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  loading constant text := coalesce(current_setting('neu_guong.loading', true), '');
begin
  perform set_config('neu_guong.loading', 'yes', true);
  with letter as (
    insert into draft_letter (draft_id, step, person_id)
    select d.draft_id, new.number, m.person_id
      from desk_mail m
      join draft d on d.draft_id = new.draft_id
      left join draft_hand h on h.draft_id = d.draft_id and h.person_id = m.person_id and h.hand = 'wrote'
     where m.is_wanted and m.person_id is distinct from new.actor_id
       and case when new.state = 'draft'                                    then h.person_id is not null
                when act_in_state(new.state) = 'approve' and h.person_id > 0 then false
                else exists (select from scope_of(m.person_id, 'article', act_in_state(new.state), today_in_vietnam(),
                                                  recorded_now()) s
                              where s.unit_id = d.unit_id) end
    returning draft_letter_id, person_id)
  insert into job (task, subject, actor_id)
  select 'post-draft-letter', l.draft_letter_id, l.person_id from letter l;
  perform set_config('neu_guong.loading', loading, true);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.tell_of_invitation()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  told    constant text := case tg_op when 'INSERT' then 'printed' else 'used' end;
  loading constant text := coalesce(current_setting('neu_guong.loading', true), '');
begin
  if new.asked_at is null and new.grounds = 'first' then return null; end if;
  perform set_config('neu_guong.loading', 'yes', true);
  with notice as (
    insert into account_notice (person_id, invitation_id, kind)
    select r.person_id, new.invitation_id, told
      from (select new.person_id
            union
            select head_over(new.person_id, new.made_by)
            union
            select g.person_id
              from role_grant g
             where new.grounds = 'machine' and g.role = 'administrator' and g.valid @> today_in_vietnam()
               and is_open(g.recorded)) r (person_id)
     where r.person_id is not null
    returning account_notice_id, person_id)
  insert into job (task, subject, actor_id)
  select 'post-account-notice', n.account_notice_id, n.person_id
    from notice n
    join contact c on c.person_id = n.person_id and is_open(c.recorded);
  perform set_config('neu_guong.loading', loading, true);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.the_scheme_is_in_force()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not exists (select from rating_scheme s
                  where s.rating_scheme_id = new.rating_scheme_id and s.valid @> new.opens_on
                    and is_open(s.recorded)) then
    raise exception 'the scheme of the round is not in force on %', new.opens_on using errcode = 'check_violation',
      constraint = 'the_scheme_is_in_force';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.today_in_vietnam()
 RETURNS date
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select (now() at time zone 'Asia/Ho_Chi_Minh')::date
$function$;

CREATE OR REPLACE FUNCTION public.told_to_the_ledger()
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('neu_guong.wrote', true) <> '' and coalesce(current_setting('neu_guong.entries', true), '') = '' then
    raise exception 'a change of % must tell the ledger', current_setting('neu_guong.wrote')
      using errcode = 'check_violation', constraint = 'told_to_the_ledger';
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.top_of_party()
 RETURNS TABLE(unit_id integer)
 LANGUAGE sql
 STABLE
AS $function$
  with top as (
    select v.unit_id,
           exists (select from placement p
                    where p.parent_id = v.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                      and is_open(p.recorded)) as has_others_below
      from unit_version v
      join unit_kind k on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
     where v.valid @> today_in_vietnam() and is_open(v.recorded)
       and not exists (select from placement p
                        where p.unit_id = v.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                          and is_open(p.recorded)))
  select top.unit_id from top where has_others_below or (select count(*) from top) = 1
$function$;

CREATE OR REPLACE FUNCTION public.turns_of(owed datemultirange, planned datemultirange)
 RETURNS TABLE(valid_on date, tenures integer, planned integer)
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select t.day, sum(t.owed)::int, sum(t.planned)::int
    from (select lower(r) as day, 1 as owed, 0 as planned from unnest(turns_of.owed) r
          union all select upper(r), -1, 0 from unnest(turns_of.owed) r
          union all select lower(r), 0, 1 from unnest(turns_of.planned) r
          union all select upper(r), 0, -1 from unnest(turns_of.planned) r) t
   where t.day < 'infinity'
   group by t.day
$function$;

CREATE OR REPLACE FUNCTION public.unit_change_is_lawful()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.unit_named(of_unit integer, on_day date, known_at timestamp with time zone)
 RETURNS TABLE(key text, name text)
 LANGUAGE sql
 STABLE PARALLEL SAFE ROWS 1
AS $function$
  select u.key, v.name
    from unit u
    join unit_version v on v.unit_id = u.unit_id and v.valid @> on_day and v.recorded @> known_at
   where u.unit_id = of_unit
  offset 0
$function$;

CREATE OR REPLACE FUNCTION public.units_by_branch(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(branch_id integer, unit_id integer)
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    with recursive under (branch_id, unit_id) as (
      select root, root
      union all
      select case when u.unit_id = root then p.unit_id else u.branch_id end, p.unit_id
        from under u
       cross join lateral (
             select p.unit_id
               from placement p
              where p.hierarchy = in_hierarchy and p.parent_id = u.unit_id
                and (p.valid @> valid_as_of) is true and (p.recorded @> recorded_as_of) is true
             offset 0) p
    ), answers (branch_id, unit_id) as (
      select under.branch_id, under.unit_id from under
      union all
      select a.branch_id, s.predecessor_id
        from answers a
       cross join lateral (select e.succession_id, e.predecessor_id from succession e
                            where e.successor_id = a.unit_id offset 0) s
       cross join lateral main_succession(s.predecessor_id, valid_as_of, recorded_as_of) m
       where m.succession_id = s.succession_id
    )
    select answers.branch_id, answers.unit_id from answers;
end $function$;

CREATE OR REPLACE FUNCTION public.units_counted_for(in_hierarchy text, root integer, valid_as_of date, recorded_as_of timestamp with time zone)
 RETURNS TABLE(unit_id integer, counted_id integer)
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
#variable_conflict use_column
begin
  return query
    with recursive counted (unit_id, counted_id) as (
      select m.unit_id, m.unit_id from members_of(in_hierarchy, root, valid_as_of, recorded_as_of) m
      union all
      select c.unit_id, s.predecessor_id
        from counted c
       cross join lateral (select e.succession_id, e.predecessor_id from succession e
                            where e.successor_id = c.counted_id offset 0) s
       cross join lateral main_succession(s.predecessor_id, valid_as_of, recorded_as_of) m
       where m.succession_id = s.succession_id)
    select counted.unit_id, counted.counted_id from counted;
end $function$;

CREATE OR REPLACE FUNCTION public.units_of_change(plan jsonb)
 RETURNS TABLE(key text, judged_at integer)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.units_of_merger(plan jsonb)
 RETURNS TABLE(key text, judged_at integer)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.units_stay_above()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  perform lock_unit_ratings(new.review_round_id, true);
  if exists (
       select from review_round r
         join rating_scheme c on c.rating_scheme_id = r.rating_scheme_id and c.heads_within_unit
         join post p on p.unit_id = new.unit_id and p.is_head
         join tenure t on t.post_id = p.post_id and t.valid @> r.opens_on and is_open(t.recorded)
         join review_subject s on s.review_round_id = r.review_round_id and s.person_id = t.person_id
         join rating_level l on l.rating_level_id = decided_level(s.review_subject_id)
         join rating_level n on n.rating_level_id = new.rating_level_id
        where r.review_round_id = new.review_round_id and l.least_points > n.least_points) then
    raise exception 'unit % is rated below its head', new.unit_id using errcode = 'check_violation',
      constraint = 'units_stay_above';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.units_where_may(of_noun text, of_act text)
 RETURNS TABLE(unit_id integer)
 LANGUAGE plpgsql
 STABLE
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.voids_wanted(persons bigint[])
 RETURNS TABLE(obligation_id bigint, valid daterange, reason text)
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.votes_are_of_those_present()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.votes > (select m.present from review_meeting m where m.review_meeting_id = new.review_meeting_id) then
    raise exception 'more votes than people present' using errcode = 'check_violation',
      constraint = 'votes_are_of_those_present';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.withdrawal_takes_nothing_back()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
begin
  if exists (select from obligation o join commitment c using (obligation_id) where o.campaign_id = new.campaign_id)
     or exists (select from plan_duty d
                  join action_plan a using (post_id, person_id, year)
                 where d.campaign_id = new.campaign_id and is_open(d.recorded)) then
    raise exception 'something was handed in for campaign %', new.campaign_id using errcode = 'check_violation',
      constraint = 'withdrawal_takes_nothing_back';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.working_day_after(day date, n integer)
 RETURNS date
 LANGUAGE sql
 STABLE
AS $function$
  select d::date from generate_series(day + 1, day + 2 * n + 40, interval '1 day') d
   where extract(isodow from d) < 6
     and not exists (select from holiday h where h.holiday = d::date and is_open(h.recorded))
   order by d offset n - 1 limit 1
$function$;

CREATE OR REPLACE FUNCTION public.works_in(of_unit integer)
 RETURNS integer
 LANGUAGE sql
 STABLE
AS $function$
  with recursive above (unit_id, depth) as (
    select of_unit, 0
    union all
    select p.parent_id, a.depth + 1
      from above a
      join placement p on p.unit_id = a.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam()
                      and is_open(p.recorded)
     where a.depth < 30)
  select v.place_id
    from above a
    join unit_version v on v.unit_id = a.unit_id and v.place_id is not null and v.valid @> today_in_vietnam()
                       and is_open(v.recorded)
   order by a.depth
   limit 1
$function$;

CREATE OR REPLACE FUNCTION public.year_rated_on(of_person bigint, of_year integer)
 RETURNS date
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select min(s.happened_on)
    from review_subject r
    join review_round o on o.review_round_id = r.review_round_id and o.kind = 'year'
                       and extract(year from lower(o.period)) = of_year
    join review_step s  on s.review_subject_id = r.review_subject_id and s.state = 'decided'
   where r.person_id = of_person
$function$;
revoke all on function bring_summary_up_to(integer,timestamp with time zone) from public;
revoke all on function caps_hold() from public;
revoke all on function clock_behind() from public;
revoke all on function comments_on(bigint) from public;
revoke all on function duties_end_with_campaign() from public;
revoke all on function duties_follow_campaign() from public;
revoke all on function duties_follow_tenure() from public;
revoke all on function heads_stay_within() from public;
revoke all on function know_households() from public;
revoke all on function list_roster_confirmers(bigint) from public;
revoke all on function nobody_judges_their_leader() from public;
revoke all on function note_members_of_campaign() from public;
revoke all on function note_membership_change() from public;
revoke all on function obligations_follow() from public;
revoke all on function resolve_timestamp() from public;
revoke all on function set_recorded_floor() from public;
revoke all on function settle_contributions(bigint[]) from public;
revoke all on function shares_mailbox(bigint) from public;
revoke all on function state_changed_contributions() from public;
revoke all on function state_new_contributions() from public;
revoke all on function state_new_households() from public;
revoke all on function state_new_verifications() from public;
revoke all on function tally_closed_duties() from public;
revoke all on function tally_closed_exceptions() from public;
revoke all on function tally_closed_moves() from public;
revoke all on function tally_closed_steps() from public;
revoke all on function tally_closed_texts() from public;
revoke all on function tally_conclusions() from public;
revoke all on function tally_deeds_of_closed_exceptions() from public;
revoke all on function tally_deeds_of_closed_moves() from public;
revoke all on function tally_deeds_of_exceptions() from public;
revoke all on function tally_deeds_of_moves() from public;
revoke all on function tally_deeds_of_steps() from public;
revoke all on function tally_duties() from public;
revoke all on function tally_exceptions() from public;
revoke all on function tally_extensions() from public;
revoke all on function tally_limitation_steps() from public;
revoke all on function tally_limitations() from public;
revoke all on function tally_marks() from public;
revoke all on function tally_moves() from public;
revoke all on function tally_new_deeds() from public;
revoke all on function tally_obligations() from public;
revoke all on function tally_plans() from public;
revoke all on function tally_reports() from public;
revoke all on function tally_review_steps() from public;
revoke all on function tally_review_subjects() from public;
revoke all on function tally_steps() from public;
revoke all on function tell_of_draft() from public;
revoke all on function tell_of_invitation() from public;
revoke all on function units_stay_above() from public;
revoke all on function withdrawal_takes_nothing_back() from public;
revoke all on function year_rated_on(bigint,integer) from public;
grant execute on function bring_summary_up_to(integer,timestamp with time zone) to neu_guong_app;
grant execute on function clock_behind() to neu_guong_app;
grant execute on function comments_on(bigint) to neu_guong_app;
grant execute on function list_roster_confirmers(bigint) to neu_guong_app;
grant execute on function resolve_timestamp() to neu_guong_app;
grant execute on function set_recorded_floor() to neu_guong_app;
grant execute on function shares_mailbox(bigint) to neu_guong_app;
grant execute on function year_rated_on(bigint,integer) to neu_guong_app;

create table account (
  account_id bigint not null generated by default as identity,
  person_id bigint not null,
  sign_in_name text not null,
  is_demo boolean not null default false,
  created_by bigint,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table account add constraint account_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(person_id);
alter table account add constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table account add constraint account_pkey PRIMARY KEY (account_id);
alter table account add constraint account_sign_in_name_check CHECK ((sign_in_name ~ '^[a-z0-9]+([.-][a-z0-9]+)*$'::text));
CREATE STATISTICS public.account_expr_stat ON upper(recorded) FROM account;
CREATE INDEX account_lower_idx ON public.account USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX account_upper_idx ON public.account USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_account_a_name ON public.account USING btree (sign_in_name) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_account_a_person ON public.account USING btree (person_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.account FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.account REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.account REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.account FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table account enable row level security;
alter table account force row level security;
create policy app_adds on account for insert to neu_guong_app
  with check (((created_by = current_person_id()) AND (NOT is_demo) AND may_restore(current_person_id(), 'invite'::text, person_id)));
create policy app_reads on account for select to neu_guong_app
  using (((person_id = current_person_id()) OR (sign_in_name = presented()) OR may_to_person(person_id, 'account'::text, 'read'::text)));
create policy the_auditor_reads on account for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on account to neu_guong_owner
  using (is_loading());
grant insert, select on account to neu_guong_app;
grant select on account to neu_guong_auditor;

create table account_notice (
  account_notice_id bigint not null generated by default as identity,
  person_id bigint not null,
  invitation_id bigint not null,
  kind text not null,
  made_at timestamp with time zone not null default recorded_now(),
  seen_at timestamp with time zone
);
alter table account_notice add constraint account_notice_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(invitation_id);
alter table account_notice add constraint account_notice_invitation_id_kind_person_id_key UNIQUE (invitation_id, kind, person_id);
alter table account_notice add constraint account_notice_kind_check CHECK ((kind = ANY (ARRAY['printed'::text, 'used'::text])));
alter table account_notice add constraint account_notice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table account_notice add constraint account_notice_pkey PRIMARY KEY (account_notice_id);
CREATE INDEX account_notice_unseen ON public.account_notice USING btree (person_id) WHERE (seen_at IS NULL);
alter table account_notice enable row level security;
alter table account_notice force row level security;
create policy app_changes on account_notice for update to neu_guong_app
  using (((person_id = current_person_id()) AND (seen_at IS NULL)))
  with check ((person_id = current_person_id()));
create policy app_reads on account_notice for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_auditor_reads on account_notice for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on account_notice to neu_guong_owner
  using (is_loading());
grant select on account_notice to neu_guong_app;
grant select on account_notice to neu_guong_auditor;
grant update (seen_at) on account_notice to neu_guong_app;

create table account_notice_mail (
  account_notice_mail_id bigint not null generated by default as identity,
  account_notice_id bigint not null,
  person_id bigint not null,
  state text not null,
  reason text,
  happened_at timestamp with time zone not null default clock_timestamp()
);
alter table account_notice_mail add constraint account_notice_mail_account_notice_id_fkey FOREIGN KEY (account_notice_id) REFERENCES account_notice(account_notice_id);
alter table account_notice_mail add constraint account_notice_mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table account_notice_mail add constraint account_notice_mail_pkey PRIMARY KEY (account_notice_mail_id);
alter table account_notice_mail add constraint account_notice_mail_reason_check CHECK ((reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table account_notice_mail add constraint account_notice_mail_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'deferred'::text, 'sent'::text, 'failed'::text, 'unsure'::text, 'dropped'::text])));
CREATE INDEX account_notice_mail_account_notice_id_idx ON public.account_notice_mail USING btree (account_notice_id);
alter table account_notice_mail enable row level security;
alter table account_notice_mail force row level security;
create policy app_adds on account_notice_mail for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM account_notice n
  WHERE ((n.account_notice_id = account_notice_mail.account_notice_id) AND (n.person_id = current_person_id()))))));
create policy app_reads on account_notice_mail for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_auditor_reads on account_notice_mail for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on account_notice_mail to neu_guong_owner
  using (is_loading());
grant insert, select on account_notice_mail to neu_guong_app;
grant select on account_notice_mail to neu_guong_auditor;

create table action_plan (
  action_plan_id bigint not null generated by default as identity,
  post_id bigint not null,
  person_id bigint not null,
  year integer not null,
  exemplary_content text,
  tasks_of_the_post text,
  presented_on date,
  state text not null,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  version integer not null default 1,
  actor_id bigint,
  comment text
);
alter table action_plan add constraint a_return_says_why CHECK (((state <> 'returned'::text) OR (comment IS NOT NULL)));
alter table action_plan add constraint action_plan_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table action_plan add constraint action_plan_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table action_plan add constraint action_plan_pkey PRIMARY KEY (action_plan_id);
alter table action_plan add constraint action_plan_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(post_id);
alter table action_plan add constraint action_plan_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'approved'::text])));
alter table action_plan add constraint action_plan_version_check CHECK ((version >= 1));
alter table action_plan add constraint one_plan_a_tenure EXCLUDE USING gist (post_id WITH =, person_id WITH =, year WITH =, valid WITH &&, recorded WITH &&);
CREATE STATISTICS public.action_plan_expr_stat ON upper(recorded) FROM action_plan;
CREATE INDEX action_plan_lower_idx ON public.action_plan USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX action_plan_person_id_idx ON public.action_plan USING btree (person_id);
CREATE INDEX action_plan_upper_idx ON public.action_plan USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER a_concluded_plan_stays BEFORE INSERT ON public.action_plan FOR EACH ROW WHEN (((new.state = ANY (ARRAY['submitted'::text, 'approved'::text])) AND (upper(new.valid) = 'infinity'::date))) EXECUTE FUNCTION a_concluded_plan_stays();
CREATE CONSTRAINT TRIGGER a_plan_has_no_gap AFTER UPDATE ON public.action_plan DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION a_plan_has_no_gap();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.action_plan FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.action_plan REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.action_plan REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER nobody_judges_their_leader BEFORE INSERT ON public.action_plan FOR EACH ROW WHEN (((new.state = ANY (ARRAY['returned'::text, 'approved'::text])) AND (new.actor_id IS NOT NULL) AND (upper(new.valid) = 'infinity'::date) AND (NOT stood_approved(new.*)))) EXECUTE FUNCTION nobody_judges_their_leader();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.action_plan FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_plans AFTER INSERT ON public.action_plan REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_plans();
alter table action_plan enable row level security;
alter table action_plan force row level security;
create policy app_adds on action_plan for insert to neu_guong_app
  with check (((((upper(valid) < 'infinity'::date) OR ((state = ANY (ARRAY['approved'::text, 'returned'::text])) AND (actor_id = current_person_id()))) AND may_judge_plan(post_id, person_id, year)) OR ((person_id = current_person_id()) AND ((upper(valid) < 'infinity'::date) OR (state = ANY (ARRAY['draft'::text, 'submitted'::text])) OR stood_approved(action_plan.*)) AND (EXISTS ( SELECT
   FROM plan_duty d
  WHERE ((d.post_id = action_plan.post_id) AND (d.person_id = current_person_id()) AND (d.year = action_plan.year)))))));
create policy app_changes on action_plan for update to neu_guong_app
  using (((person_id = current_person_id()) OR may_judge_plan(post_id, person_id, year)));
create policy app_reads on action_plan for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM plan_duty d
  WHERE ((d.post_id = action_plan.post_id) AND (d.person_id = action_plan.person_id) AND (d.year = action_plan.year)))) OR (EXISTS ( SELECT
   FROM post p
  WHERE ((p.post_id = action_plan.post_id) AND ((p.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('plan'::text, 'read'::text) u(unit_id))) IS TRUE))))));
create policy the_auditor_reads on action_plan for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on action_plan to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on action_plan to neu_guong_owner
  using (is_loading());
grant insert, select on action_plan to neu_guong_app;
grant select on action_plan to neu_guong_auditor;
grant update (recorded) on action_plan to neu_guong_app;

create table adoption (
  adoption_id bigint not null generated by default as identity,
  model_id bigint not null,
  unit_id integer not null,
  place_id integer not null,
  started_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table adoption add constraint adoption_model_id_fkey FOREIGN KEY (model_id) REFERENCES model(model_id);
alter table adoption add constraint adoption_pkey PRIMARY KEY (adoption_id);
alter table adoption add constraint adoption_place_id_fkey FOREIGN KEY (place_id) REFERENCES unit(unit_id);
alter table adoption add constraint adoption_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.adoption_expr_stat ON upper(recorded) FROM adoption;
CREATE INDEX adoption_lower_idx ON public.adoption USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX adoption_model_id_idx ON public.adoption USING btree (model_id);
CREATE INDEX adoption_unit_id_idx ON public.adoption USING btree (unit_id);
CREATE INDEX adoption_upper_idx ON public.adoption USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.adoption FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.adoption FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.adoption REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.adoption REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.adoption FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table adoption enable row level security;
create policy app_adds on adoption for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('exemplar'::text, 'nominate'::text) u(unit_id))));
create policy app_reads on adoption for select to neu_guong_app
  using (true);
create policy the_auditor_reads on adoption for select to neu_guong_auditor
  using (true);
grant insert, select on adoption to neu_guong_app;
grant select on adoption to neu_guong_auditor;

create table adoption_end (
  adoption_id bigint not null,
  ended_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table adoption_end add constraint adoption_end_adoption_id_fkey FOREIGN KEY (adoption_id) REFERENCES adoption(adoption_id);
alter table adoption_end add constraint adoption_end_pkey PRIMARY KEY (adoption_id);
CREATE STATISTICS public.adoption_end_expr_stat ON upper(recorded) FROM adoption_end;
CREATE INDEX adoption_end_lower_idx ON public.adoption_end USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX adoption_end_upper_idx ON public.adoption_end USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.adoption_end FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.adoption_end FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.adoption_end REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.adoption_end REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.adoption_end FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table adoption_end enable row level security;
create policy app_adds on adoption_end for insert to neu_guong_app
  with check ((adoption_id IN ( SELECT a.adoption_id
   FROM adoption a
  WHERE (a.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('exemplar'::text, 'nominate'::text) u(unit_id))))));
create policy app_reads on adoption_end for select to neu_guong_app
  using (true);
create policy the_auditor_reads on adoption_end for select to neu_guong_auditor
  using (true);
grant insert, select on adoption_end to neu_guong_app;
grant select on adoption_end to neu_guong_auditor;

create table adoption_report (
  adoption_report_id bigint not null generated by default as identity,
  adoption_id bigint not null,
  said text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  said_by bigint,
  year integer,
  income numeric,
  households integer,
  jobs integer
);
alter table adoption_report add constraint adoption_report_adoption_id_fkey FOREIGN KEY (adoption_id) REFERENCES adoption(adoption_id);
alter table adoption_report add constraint adoption_report_households_check CHECK ((households >= 0));
alter table adoption_report add constraint adoption_report_income_check CHECK ((income >= (0)::numeric));
alter table adoption_report add constraint adoption_report_jobs_check CHECK ((jobs >= 0));
alter table adoption_report add constraint adoption_report_pkey PRIMARY KEY (adoption_report_id);
alter table adoption_report add constraint adoption_report_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(person_id);
alter table adoption_report add constraint adoption_report_said_check CHECK (((said <> ''::text) AND (length(said) <= 2000)));
alter table adoption_report add constraint adoption_report_year_check CHECK (((year >= 2000) AND (year <= 2100)));
alter table adoption_report add constraint what_it_brought_is_of_a_year CHECK (((year IS NULL) = (COALESCE(income, (households)::numeric, (jobs)::numeric) IS NULL)));
CREATE INDEX adoption_report_adoption_id_idx ON public.adoption_report USING btree (adoption_id);
CREATE STATISTICS public.adoption_report_expr_stat ON upper(recorded) FROM adoption_report;
CREATE INDEX adoption_report_lower_idx ON public.adoption_report USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX adoption_report_said_by_idx ON public.adoption_report USING btree (said_by) WHERE (said_by IS NOT NULL);
CREATE INDEX adoption_report_upper_idx ON public.adoption_report USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.adoption_report FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.adoption_report REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.adoption_report REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.adoption_report FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table adoption_report enable row level security;
create policy app_adds on adoption_report for insert to neu_guong_app
  with check (((said_by = current_person_id()) AND (adoption_id IN ( SELECT a.adoption_id
   FROM adoption a
  WHERE (a.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('exemplar'::text, 'nominate'::text) u(unit_id)))))));
create policy app_reads on adoption_report for select to neu_guong_app
  using ((adoption_id IN ( SELECT a.adoption_id
   FROM adoption a
  WHERE (a.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('exemplar'::text, 'read'::text) u(unit_id))))));
create policy the_auditor_reads on adoption_report for select to neu_guong_auditor
  using (true);
grant insert, select on adoption_report to neu_guong_app;
grant select on adoption_report to neu_guong_auditor;

create table adoption_report_verification (
  adoption_report_id bigint not null,
  verified_on date not null,
  verified_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table adoption_report_verification add constraint adoption_report_verification_adoption_report_id_fkey FOREIGN KEY (adoption_report_id) REFERENCES adoption_report(adoption_report_id);
alter table adoption_report_verification add constraint adoption_report_verification_pkey PRIMARY KEY (adoption_report_id);
alter table adoption_report_verification add constraint adoption_report_verification_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES person(person_id);
CREATE STATISTICS public.adoption_report_verification_expr_stat ON upper(recorded) FROM adoption_report_verification;
CREATE INDEX adoption_report_verification_lower_idx ON public.adoption_report_verification USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX adoption_report_verification_upper_idx ON public.adoption_report_verification USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE INDEX adoption_report_verification_verified_by_idx ON public.adoption_report_verification USING btree (verified_by);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.adoption_report_verification FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.adoption_report_verification REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.adoption_report_verification REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.adoption_report_verification FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table adoption_report_verification enable row level security;
create policy app_adds on adoption_report_verification for insert to neu_guong_app
  with check (((verified_by = current_person_id()) AND (EXISTS ( SELECT
   FROM (adoption_report r
     JOIN adoption a USING (adoption_id))
  WHERE ((r.adoption_report_id = adoption_report_verification.adoption_report_id) AND (r.year IS NOT NULL) AND may_judge_exemplar(a.unit_id, NULL::bigint, r.said_by, 'verify'::text, true))))));
create policy app_reads on adoption_report_verification for select to neu_guong_app
  using ((adoption_report_id IN ( SELECT r.adoption_report_id
   FROM adoption_report r)));
create policy the_auditor_reads on adoption_report_verification for select to neu_guong_auditor
  using (true);
grant insert, select on adoption_report_verification to neu_guong_app;
grant select on adoption_report_verification to neu_guong_auditor;

create table arrangement (
  arrangement_id integer not null generated by default as identity,
  unit_id integer not null,
  page text not null,
  from_edition integer not null,
  begun_by bigint not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table arrangement add constraint arrangement_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES person(person_id);
alter table arrangement add constraint arrangement_from_edition_check CHECK ((from_edition >= 1));
alter table arrangement add constraint arrangement_page_check CHECK ((page ~ '^[a-z]+(-[a-z]+)*$'::text));
alter table arrangement add constraint arrangement_pkey PRIMARY KEY (arrangement_id);
alter table arrangement add constraint arrangement_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX arrangement_page_idx ON public.arrangement USING btree (page);
CREATE INDEX arrangement_recorded_at_idx ON public.arrangement USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER arrangement_is_kept BEFORE DELETE OR UPDATE ON public.arrangement FOR EACH ROW EXECUTE FUNCTION arrangement_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.arrangement REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.arrangement REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table arrangement enable row level security;
create policy app_adds on arrangement for insert to neu_guong_app
  with check (((begun_by = current_person_id()) AND (unit_id IN ( SELECT n.unit_id
   FROM newsrooms_of_pages('arrange'::text) n(unit_id)))));
create policy app_reads on arrangement for select to neu_guong_app
  using ((unit_id IN ( SELECT n.unit_id
   FROM newsrooms_of_pages('read'::text) n(unit_id))));
create policy the_auditor_reads on arrangement for select to neu_guong_auditor
  using (true);
grant insert, select on arrangement to neu_guong_app;
grant select on arrangement to neu_guong_auditor;

create table arrangement_approval (
  arrangement_id integer not null,
  step integer not null,
  state text not null generated always as ('approved'::text) stored,
  version integer not null,
  approved_by bigint not null,
  hand text not null generated always as ('approved'::text) stored,
  digest text not null,
  publish_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table arrangement_approval add constraint arrangement_approval_arrangement_id_fkey FOREIGN KEY (arrangement_id) REFERENCES arrangement(arrangement_id);
alter table arrangement_approval add constraint arrangement_approval_arrangement_id_step_digest_key UNIQUE (arrangement_id, step, digest);
alter table arrangement_approval add constraint arrangement_approval_arrangement_id_step_state_fkey FOREIGN KEY (arrangement_id, step, state) REFERENCES arrangement_step(arrangement_id, number, state);
alter table arrangement_approval add constraint arrangement_approval_arrangement_id_version_fkey FOREIGN KEY (arrangement_id, version) REFERENCES arrangement_version(arrangement_id, number);
alter table arrangement_approval add constraint arrangement_approval_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table arrangement_approval add constraint arrangement_approval_pkey PRIMARY KEY (arrangement_id, step);
alter table arrangement_approval add constraint four_eyes_on_pages FOREIGN KEY (arrangement_id, approved_by, hand) REFERENCES arrangement_hand(arrangement_id, person_id, hand);
CREATE INDEX arrangement_approval_recorded_at_idx ON public.arrangement_approval USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER arrangement_is_kept BEFORE DELETE OR UPDATE ON public.arrangement_approval FOR EACH ROW EXECUTE FUNCTION arrangement_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.arrangement_approval REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.arrangement_approval REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table arrangement_approval enable row level security;
create policy app_adds on arrangement_approval for insert to neu_guong_app
  with check (((approved_by = current_person_id()) AND may_to_arrangement(arrangement_id, 'approve'::text)));
create policy app_reads on arrangement_approval for select to neu_guong_app
  using ((arrangement_id IN ( SELECT a.arrangement_id
   FROM arrangement a)));
create policy the_auditor_reads on arrangement_approval for select to neu_guong_auditor
  using (true);
grant insert, select on arrangement_approval to neu_guong_app;
grant select on arrangement_approval to neu_guong_auditor;

create table arrangement_hand (
  arrangement_id integer not null,
  person_id bigint not null,
  hand text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table arrangement_hand add constraint arrangement_hand_arrangement_id_fkey FOREIGN KEY (arrangement_id) REFERENCES arrangement(arrangement_id);
alter table arrangement_hand add constraint arrangement_hand_arrangement_id_person_id_hand_key UNIQUE (arrangement_id, person_id, hand);
alter table arrangement_hand add constraint arrangement_hand_hand_check CHECK ((hand = ANY (ARRAY['wrote'::text, 'approved'::text])));
alter table arrangement_hand add constraint arrangement_hand_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table arrangement_hand add constraint one_hand_each_in_pages PRIMARY KEY (arrangement_id, person_id);
CREATE INDEX arrangement_hand_recorded_at_idx ON public.arrangement_hand USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER arrangement_is_kept BEFORE DELETE OR UPDATE ON public.arrangement_hand FOR EACH ROW EXECUTE FUNCTION arrangement_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.arrangement_hand REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.arrangement_hand REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table arrangement_hand enable row level security;
alter table arrangement_hand force row level security;
create policy app_adds on arrangement_hand for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND may_to_arrangement(arrangement_id,
CASE hand
    WHEN 'approved'::text THEN 'approve'::text
    ELSE 'arrange'::text
END)));
create policy app_reads on arrangement_hand for select to neu_guong_app
  using ((arrangement_id IN ( SELECT a.arrangement_id
   FROM arrangement a)));
create policy the_auditor_reads on arrangement_hand for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on arrangement_hand to neu_guong_owner
  using (is_loading());
grant insert, select on arrangement_hand to neu_guong_app;
grant select on arrangement_hand to neu_guong_auditor;

create table arrangement_step (
  arrangement_id integer not null,
  number integer not null,
  before integer generated always as (NULLIF((number - 1), 0)) stored,
  from_state text,
  move text not null,
  state text not null,
  comment text,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table arrangement_step add constraint a_lawful_move_of_pages CHECK ((((((((((move = 'begin'::text) AND (COALESCE(from_state, ''::text) = ''::text) AND (state = 'draft'::text)) OR ((move = 'submit'::text) AND (COALESCE(from_state, ''::text) = 'draft'::text) AND (state = 'submitted'::text))) OR ((move = 'take-back'::text) AND (COALESCE(from_state, ''::text) = 'submitted'::text) AND (state = 'draft'::text))) OR ((move = 'drop'::text) AND (COALESCE(from_state, ''::text) = 'draft'::text) AND (state = 'dropped'::text))) OR ((move = 'approve'::text) AND (COALESCE(from_state, ''::text) = 'submitted'::text) AND (state = 'approved'::text))) OR ((move = 'return'::text) AND (COALESCE(from_state, ''::text) = 'submitted'::text) AND (state = 'draft'::text))) OR ((move = 'recall'::text) AND (COALESCE(from_state, ''::text) = 'approved'::text) AND (state = 'submitted'::text))) OR ((move = 'publish'::text) AND (COALESCE(from_state, ''::text) = 'approved'::text) AND (state = 'published'::text))));
alter table arrangement_step add constraint arrangement_step_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table arrangement_step add constraint arrangement_step_arrangement_id_before_from_state_fkey FOREIGN KEY (arrangement_id, before, from_state) REFERENCES arrangement_step(arrangement_id, number, state);
alter table arrangement_step add constraint arrangement_step_arrangement_id_fkey FOREIGN KEY (arrangement_id) REFERENCES arrangement(arrangement_id);
alter table arrangement_step add constraint arrangement_step_arrangement_id_number_state_key UNIQUE (arrangement_id, number, state);
alter table arrangement_step add constraint arrangement_step_check CHECK (((from_state IS NULL) = (number = 1)));
alter table arrangement_step add constraint arrangement_step_comment_check CHECK ((comment <> ''::text));
alter table arrangement_step add constraint arrangement_step_number_check CHECK ((number >= 1));
alter table arrangement_step add constraint arrangement_step_pkey PRIMARY KEY (arrangement_id, number);
CREATE INDEX arrangement_step_recorded_at_idx ON public.arrangement_step USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER arrangement_is_kept BEFORE DELETE OR UPDATE ON public.arrangement_step FOR EACH ROW EXECUTE FUNCTION arrangement_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.arrangement_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.arrangement_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table arrangement_step enable row level security;
create policy app_adds on arrangement_step for insert to neu_guong_app
  with check (((actor_id = current_person_id()) AND (move <> 'publish'::text) AND may_to_arrangement(arrangement_id, act_of_page_move(move))));
create policy app_reads on arrangement_step for select to neu_guong_app
  using ((arrangement_id IN ( SELECT a.arrangement_id
   FROM arrangement a)));
create policy the_auditor_reads on arrangement_step for select to neu_guong_auditor
  using (true);
grant insert, select on arrangement_step to neu_guong_app;
grant select on arrangement_step to neu_guong_auditor;

create table arrangement_version (
  arrangement_id integer not null,
  number integer not null,
  written_by bigint not null,
  writer_name text not null,
  hand text not null generated always as ('wrote'::text) stored,
  step integer not null,
  state text not null generated always as ('draft'::text) stored,
  blocks jsonb not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table arrangement_version add constraint arrangement_version_arrangement_id_fkey FOREIGN KEY (arrangement_id) REFERENCES arrangement(arrangement_id);
alter table arrangement_version add constraint arrangement_version_arrangement_id_step_state_fkey FOREIGN KEY (arrangement_id, step, state) REFERENCES arrangement_step(arrangement_id, number, state);
alter table arrangement_version add constraint arrangement_version_arrangement_id_written_by_hand_fkey FOREIGN KEY (arrangement_id, written_by, hand) REFERENCES arrangement_hand(arrangement_id, person_id, hand);
alter table arrangement_version add constraint arrangement_version_blocks_check CHECK ((jsonb_typeof(blocks) = 'array'::text));
alter table arrangement_version add constraint arrangement_version_number_check CHECK ((number >= 1));
alter table arrangement_version add constraint arrangement_version_pkey PRIMARY KEY (arrangement_id, number);
CREATE INDEX arrangement_version_recorded_at_idx ON public.arrangement_version USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER arrangement_is_kept BEFORE DELETE OR UPDATE ON public.arrangement_version FOR EACH ROW EXECUTE FUNCTION arrangement_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.arrangement_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.arrangement_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table arrangement_version enable row level security;
create policy app_adds on arrangement_version for insert to neu_guong_app
  with check (((written_by = current_person_id()) AND may_to_arrangement(arrangement_id, 'arrange'::text) AND (step = ( SELECT max(s.number) AS max
   FROM arrangement_step s
  WHERE (s.arrangement_id = arrangement_version.arrangement_id)))));
create policy app_reads on arrangement_version for select to neu_guong_app
  using ((arrangement_id IN ( SELECT a.arrangement_id
   FROM arrangement a)));
create policy the_auditor_reads on arrangement_version for select to neu_guong_auditor
  using (true);
grant insert, select on arrangement_version to neu_guong_app;
grant select on arrangement_version to neu_guong_auditor;

create table article (
  article_id integer not null generated by default as identity,
  slug text not null,
  topic text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table article add constraint article_pkey PRIMARY KEY (article_id);
alter table article add constraint article_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table article add constraint article_slug_key UNIQUE (slug);
alter table article add constraint article_topic_check CHECK ((topic = ANY (ARRAY['programme'::text, 'exemplar'::text, 'countryside'::text, 'contribution'::text, 'territory'::text, 'register'::text])));
CREATE INDEX article_recorded_at_idx ON public.article USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX article_topic ON public.article USING btree (topic);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.article FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.article REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.article REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
grant select on article to neu_guong_app;
grant select on article to neu_guong_auditor;

create table assessment (
  assessment_id bigint not null generated by default as identity,
  criteria_set_id integer not null,
  unit_id integer not null,
  assessed_on date not null,
  met integer not null,
  note text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table assessment add constraint assessment_criteria_set_id_fkey FOREIGN KEY (criteria_set_id) REFERENCES criteria_set(criteria_set_id);
alter table assessment add constraint assessment_criteria_set_id_unit_id_assessed_on_recorded_excl EXCLUDE USING gist (criteria_set_id WITH =, unit_id WITH =, assessed_on WITH =, recorded WITH &&);
alter table assessment add constraint assessment_met_check CHECK ((met >= 0));
alter table assessment add constraint assessment_pkey PRIMARY KEY (assessment_id);
alter table assessment add constraint assessment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.assessment_expr_stat ON upper(recorded) FROM assessment;
CREATE INDEX assessment_lower_idx ON public.assessment USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX assessment_upper_idx ON public.assessment USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.assessment FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.assessment FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.assessment REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.assessment REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.assessment FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table assessment enable row level security;
create policy app_adds on assessment for insert to neu_guong_app
  with check ((unit_id IN ( SELECT p.place_id
   FROM places_for_standing('appraise'::text) p(place_id))));
create policy app_reads on assessment for select to neu_guong_app
  using (true);
create policy the_auditor_reads on assessment for select to neu_guong_auditor
  using (true);
grant insert, select on assessment to neu_guong_app;
grant select on assessment to neu_guong_auditor;

create table award_list (
  award_list_id bigint not null generated by default as identity,
  unit_id integer not null,
  uploaded_by bigint not null,
  file_name text not null,
  file bytea not null,
  digest text not null,
  place jsonb not null,
  lines jsonb not null,
  faults jsonb not null default '[]'::jsonb,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table award_list add constraint award_list_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table award_list add constraint award_list_faults_check CHECK ((jsonb_typeof(faults) = 'array'::text));
alter table award_list add constraint award_list_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)));
alter table award_list add constraint award_list_lines_check CHECK ((jsonb_typeof(lines) = 'array'::text));
alter table award_list add constraint award_list_pkey PRIMARY KEY (award_list_id);
alter table award_list add constraint award_list_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table award_list add constraint award_list_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(person_id);
CREATE STATISTICS public.award_list_expr_stat ON upper(recorded) FROM award_list;
CREATE INDEX award_list_lower_idx ON public.award_list USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX award_list_unit_id_idx ON public.award_list USING btree (unit_id);
CREATE INDEX award_list_uploaded_by_idx ON public.award_list USING btree (uploaded_by);
CREATE INDEX award_list_upper_idx ON public.award_list USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.award_list FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.award_list REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.award_list REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.award_list FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table award_list enable row level security;
alter table award_list force row level security;
create policy app_adds on award_list for insert to neu_guong_app
  with check (((uploaded_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('exemplar'::text, 'recognise'::text) u(unit_id)))));
create policy app_reads on award_list for select to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('exemplar'::text, 'recognise'::text) u(unit_id))));
create policy the_auditor_reads on award_list for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on award_list to neu_guong_owner
  using (is_loading());
grant insert, select on award_list to neu_guong_app;
grant select on award_list to neu_guong_auditor;

create table award_list_case (
  nomination_id bigint not null,
  award_list_id bigint not null,
  row_number integer not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table award_list_case add constraint award_list_case_award_list_id_fkey FOREIGN KEY (award_list_id) REFERENCES award_list(award_list_id);
alter table award_list_case add constraint award_list_case_award_list_id_row_number_key UNIQUE (award_list_id, row_number);
alter table award_list_case add constraint award_list_case_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(nomination_id);
alter table award_list_case add constraint award_list_case_pkey PRIMARY KEY (nomination_id);
CREATE STATISTICS public.award_list_case_expr_stat ON upper(recorded) FROM award_list_case;
CREATE INDEX award_list_case_lower_idx ON public.award_list_case USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX award_list_case_upper_idx ON public.award_list_case USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.award_list_case FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.award_list_case REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.award_list_case REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.award_list_case FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table award_list_case enable row level security;
alter table award_list_case force row level security;
create policy app_adds on award_list_case for insert to neu_guong_app
  with check ((award_list_id IN ( SELECT b.award_list_id
   FROM award_lists_brought_to('confirmed'::text) b(award_list_id))));
create policy app_reads on award_list_case for select to neu_guong_app
  using ((award_list_id IN ( SELECT l.award_list_id
   FROM award_list l)));
create policy the_auditor_reads on award_list_case for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on award_list_case to neu_guong_owner
  using (is_loading());
grant insert, select on award_list_case to neu_guong_app;
grant select on award_list_case to neu_guong_auditor;

create table award_list_step (
  award_list_step_id bigint not null generated by default as identity,
  award_list_id bigint not null,
  state text not null,
  taken_by bigint not null,
  comment text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table award_list_step add constraint award_list_step_award_list_id_fkey FOREIGN KEY (award_list_id) REFERENCES award_list(award_list_id);
alter table award_list_step add constraint award_list_step_comment_check CHECK (((comment <> ''::text) AND (length(comment) <= 1000)));
alter table award_list_step add constraint award_list_step_pkey PRIMARY KEY (award_list_step_id);
alter table award_list_step add constraint award_list_step_state_check CHECK ((state = ANY (ARRAY['faulty'::text, 'waits'::text, 'confirmed'::text, 'rejected'::text, 'withdrawn'::text, 'undone'::text])));
alter table award_list_step add constraint award_list_step_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(person_id);
alter table award_list_step add constraint says_why CHECK (((comment IS NOT NULL) OR (state <> ALL (ARRAY['rejected'::text, 'undone'::text]))));
CREATE INDEX award_list_step_award_list_id_award_list_step_id_idx ON public.award_list_step USING btree (award_list_id, award_list_step_id);
CREATE STATISTICS public.award_list_step_expr_stat ON upper(recorded) FROM award_list_step;
CREATE INDEX award_list_step_lower_idx ON public.award_list_step USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX award_list_step_taken_by_idx ON public.award_list_step USING btree (taken_by);
CREATE INDEX award_list_step_upper_idx ON public.award_list_step USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_answer_an_award_list ON public.award_list_step USING btree (award_list_id) WHERE (state = ANY (ARRAY['confirmed'::text, 'rejected'::text, 'withdrawn'::text]));
CREATE UNIQUE INDEX one_undoing_an_award_list ON public.award_list_step USING btree (award_list_id) WHERE (state = 'undone'::text);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.award_list_step FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.award_list_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.award_list_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.award_list_step FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table award_list_step enable row level security;
alter table award_list_step force row level security;
create policy app_adds on award_list_step for insert to neu_guong_app
  with check (((taken_by = current_person_id()) AND (award_list_id IN ( SELECT l.award_list_id
   FROM award_list l
  WHERE
        CASE
            WHEN (award_list_step.state = ANY (ARRAY['faulty'::text, 'waits'::text, 'withdrawn'::text])) THEN (l.uploaded_by = current_person_id())
            WHEN (award_list_step.state = ANY (ARRAY['confirmed'::text, 'rejected'::text])) THEN (l.uploaded_by <> current_person_id())
            ELSE true
        END))));
create policy app_reads on award_list_step for select to neu_guong_app
  using ((award_list_id IN ( SELECT l.award_list_id
   FROM award_list l)));
create policy the_auditor_reads on award_list_step for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on award_list_step to neu_guong_owner
  using (is_loading());
grant insert, select on award_list_step to neu_guong_app;
grant select on award_list_step to neu_guong_auditor;

create table backup (
  backup_id bigint not null generated by default as identity,
  name text,
  folder text not null,
  began_at timestamp with time zone not null,
  ended_at timestamp with time zone not null default clock_timestamp(),
  outcome text not null,
  why text,
  rows bigint,
  bytes bigint,
  head_size bigint
);
alter table backup add constraint backup_check CHECK (((outcome = 'whole'::text) = (name IS NOT NULL)));
alter table backup add constraint backup_check1 CHECK (((outcome = 'failed'::text) = (why IS NOT NULL)));
alter table backup add constraint backup_name_key UNIQUE (name);
alter table backup add constraint backup_outcome_check CHECK ((outcome = ANY (ARRAY['whole'::text, 'failed'::text])));
alter table backup add constraint backup_pkey PRIMARY KEY (backup_id);
alter table backup add constraint backup_why_check CHECK ((length(why) <= 60));
CREATE INDEX backup_began_at ON public.backup USING btree (began_at);
alter table backup enable row level security;
create policy app_reads on backup for select to neu_guong_app
  using (( SELECT administers_all() AS administers_all));
create policy the_auditor_reads on backup for select to neu_guong_auditor
  using (true);
grant select on backup to neu_guong_app;
grant select on backup to neu_guong_auditor;

create table backup_plan (
  backup_plan_id bigint not null generated by default as identity,
  folder text not null,
  recovery_key text,
  at_hour smallint not null,
  days smallint not null,
  weeks smallint not null,
  months smallint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table backup_plan add constraint backup_plan_at_hour_check CHECK (((at_hour >= 0) AND (at_hour <= 23)));
alter table backup_plan add constraint backup_plan_check CHECK ((((days + weeks) + months) > 0));
alter table backup_plan add constraint backup_plan_days_check CHECK (((days >= 0) AND (days <= 3650)));
alter table backup_plan add constraint backup_plan_folder_check CHECK ((folder ~~ '/%'::text));
alter table backup_plan add constraint backup_plan_months_check CHECK (((months >= 0) AND (months <= 3650)));
alter table backup_plan add constraint backup_plan_pkey PRIMARY KEY (backup_plan_id);
alter table backup_plan add constraint backup_plan_recovery_key_check CHECK ((recovery_key ~ '^[A-Za-z0-9_-]{43}$'::text));
alter table backup_plan add constraint backup_plan_weeks_check CHECK (((weeks >= 0) AND (weeks <= 3650)));
CREATE STATISTICS public.backup_plan_expr_stat ON upper(recorded) FROM backup_plan;
CREATE INDEX backup_plan_lower_idx ON public.backup_plan USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX backup_plan_upper_idx ON public.backup_plan USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_backup_plan ON public.backup_plan USING btree ((true)) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.backup_plan FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.backup_plan REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.backup_plan REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.backup_plan FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table backup_plan enable row level security;
create policy app_adds on backup_plan for insert to neu_guong_app
  with check (( SELECT administers_all() AS administers_all));
create policy app_changes on backup_plan for update to neu_guong_app
  using (( SELECT administers_all() AS administers_all))
  with check (true);
create policy app_reads on backup_plan for select to neu_guong_app
  using (( SELECT administers_all() AS administers_all));
create policy the_auditor_reads on backup_plan for select to neu_guong_auditor
  using (true);
grant insert, select on backup_plan to neu_guong_app;
grant select on backup_plan to neu_guong_auditor;
grant update (recorded) on backup_plan to neu_guong_app;

create table campaign (
  campaign_id integer not null generated by default as identity,
  programme_id integer not null,
  unit_id integer not null,
  year integer not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  call integer not null default 1
);
alter table campaign add constraint campaign_call_check CHECK ((call >= 1));
alter table campaign add constraint campaign_pkey PRIMARY KEY (campaign_id);
alter table campaign add constraint campaign_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(programme_id);
alter table campaign add constraint campaign_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table campaign add constraint one_call_at_a_time UNIQUE (programme_id, unit_id, year, call);
CREATE STATISTICS public.campaign_expr_stat ON upper(recorded) FROM campaign;
CREATE INDEX campaign_lower_idx ON public.campaign USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX campaign_unit_id_year_idx ON public.campaign USING btree (unit_id, year);
CREATE INDEX campaign_upper_idx ON public.campaign USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.campaign FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.campaign FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.campaign REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.campaign REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.campaign FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table campaign enable row level security;
create policy app_adds on campaign for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('campaign'::text, 'issue'::text) u(unit_id))));
create policy app_reads on campaign for select to neu_guong_app
  using (true);
create policy the_auditor_reads on campaign for select to neu_guong_auditor
  using (true);
grant insert, select on campaign to neu_guong_app;
grant select on campaign to neu_guong_auditor;

create table campaign_extension (
  campaign_extension_id bigint not null generated by default as identity,
  campaign_id integer not null,
  unit_id integer not null,
  due_on date not null,
  instrument_id bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table campaign_extension add constraint campaign_extension_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table campaign_extension add constraint campaign_extension_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table campaign_extension add constraint campaign_extension_pkey PRIMARY KEY (campaign_extension_id);
alter table campaign_extension add constraint campaign_extension_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX campaign_extension_campaign_id_idx ON public.campaign_extension USING btree (campaign_id);
CREATE STATISTICS public.campaign_extension_expr_stat ON upper(recorded) FROM campaign_extension;
CREATE INDEX campaign_extension_lower_idx ON public.campaign_extension USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX campaign_extension_upper_idx ON public.campaign_extension USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.campaign_extension FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER campaign_is_extended AFTER INSERT ON public.campaign_extension REFERENCING NEW TABLE AS added FOR EACH STATEMENT WHEN ((current_setting('neu_guong.loading'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION note_members_of_campaign();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.campaign_extension FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.campaign_extension REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.campaign_extension REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.campaign_extension FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_extensions AFTER INSERT ON public.campaign_extension REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_extensions();
alter table campaign_extension enable row level security;
create policy app_adds on campaign_extension for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('campaign'::text, 'extend'::text) u(unit_id))));
create policy app_reads on campaign_extension for select to neu_guong_app
  using (true);
create policy the_auditor_reads on campaign_extension for select to neu_guong_auditor
  using (true);
grant insert, select on campaign_extension to neu_guong_app;
grant select on campaign_extension to neu_guong_auditor;

create table campaign_focus (
  campaign_focus_id bigint not null generated by default as identity,
  campaign_id integer not null,
  unit_id integer not null,
  focus text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table campaign_focus add constraint campaign_focus_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table campaign_focus add constraint campaign_focus_focus_check CHECK (((focus <> ''::text) AND (focus = NORMALIZE(focus, NFC))));
alter table campaign_focus add constraint campaign_focus_pkey PRIMARY KEY (campaign_focus_id);
alter table campaign_focus add constraint campaign_focus_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.campaign_focus_expr_stat ON upper(recorded) FROM campaign_focus;
CREATE INDEX campaign_focus_lower_idx ON public.campaign_focus USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX campaign_focus_unit_id_idx ON public.campaign_focus USING btree (unit_id);
CREATE INDEX campaign_focus_upper_idx ON public.campaign_focus USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_focus_a_level ON public.campaign_focus USING btree (campaign_id, unit_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.campaign_focus FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.campaign_focus FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.campaign_focus REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.campaign_focus REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.campaign_focus FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table campaign_focus enable row level security;
create policy app_adds on campaign_focus for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('campaign'::text, 'focus'::text) u(unit_id))));
create policy app_changes on campaign_focus for update to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('campaign'::text, 'focus'::text) u(unit_id))));
create policy app_reads on campaign_focus for select to neu_guong_app
  using (true);
create policy the_auditor_reads on campaign_focus for select to neu_guong_auditor
  using (true);
grant insert, select on campaign_focus to neu_guong_app;
grant select on campaign_focus to neu_guong_auditor;
grant update (recorded) on campaign_focus to neu_guong_app;

create table campaign_form (
  form_version integer not null,
  valid daterange not null,
  instrument_id bigint,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table campaign_form add constraint campaign_form_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table campaign_form add constraint campaign_form_pkey PRIMARY KEY (form_version);
CREATE INDEX campaign_form_recorded_at_idx ON public.campaign_form USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.campaign_form REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.campaign_form REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER stays_as_it_is BEFORE DELETE OR UPDATE ON public.campaign_form FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
alter table campaign_form enable row level security;
create policy app_adds on campaign_form for insert to neu_guong_app
  with check ((( SELECT sets_rules() AS sets_rules) AND ( SELECT confirms_rule('mau'::text) AS confirms_rule)));
create policy app_reads on campaign_form for select to neu_guong_app
  using (true);
create policy the_auditor_reads on campaign_form for select to neu_guong_auditor
  using (true);
grant insert, select on campaign_form to neu_guong_app;
grant select on campaign_form to neu_guong_auditor;

create table campaign_state (
  campaign_state_id bigint not null generated by default as identity,
  campaign_id integer not null,
  state text not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  reason text
);
alter table campaign_state add constraint a_withdrawal_says_why CHECK (((state = 'withdrawn'::text) = (reason IS NOT NULL)));
alter table campaign_state add constraint campaign_state_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table campaign_state add constraint campaign_state_campaign_id_valid_recorded_excl EXCLUDE USING gist (campaign_id WITH =, valid WITH &&, recorded WITH &&);
alter table campaign_state add constraint campaign_state_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table campaign_state add constraint campaign_state_pkey PRIMARY KEY (campaign_state_id);
alter table campaign_state add constraint campaign_state_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'open'::text, 'closing'::text, 'closed'::text, 'archived'::text, 'withdrawn'::text])));
CREATE STATISTICS public.campaign_state_expr_stat ON upper(recorded) FROM campaign_state;
CREATE INDEX campaign_state_lower_idx ON public.campaign_state USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX campaign_state_upper_idx ON public.campaign_state USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.campaign_state FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.campaign_state FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.campaign_state REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.campaign_state REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.campaign_state FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER withdrawal_takes_nothing_back BEFORE INSERT ON public.campaign_state FOR EACH ROW WHEN ((new.state = 'withdrawn'::text)) EXECUTE FUNCTION withdrawal_takes_nothing_back();
alter table campaign_state enable row level security;
create policy app_adds on campaign_state for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM campaign c
  WHERE ((c.campaign_id = campaign_state.campaign_id) AND ((c.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('campaign'::text, 'issue'::text) u(unit_id))) OR (c.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('campaign'::text, 'withdraw'::text) u(unit_id))))))));
create policy app_changes on campaign_state for update to neu_guong_app
  using ((EXISTS ( SELECT
   FROM campaign c
  WHERE ((c.campaign_id = campaign_state.campaign_id) AND (c.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('campaign'::text, 'withdraw'::text) u(unit_id)))))));
create policy app_reads on campaign_state for select to neu_guong_app
  using (true);
create policy the_auditor_reads on campaign_state for select to neu_guong_auditor
  using (true);
grant insert, select on campaign_state to neu_guong_app;
grant select on campaign_state to neu_guong_auditor;
grant update (recorded) on campaign_state to neu_guong_app;

create table campaign_terms (
  campaign_terms_id bigint not null generated by default as identity,
  campaign_id integer not null,
  opens_on date not null,
  due_on date not null,
  closes_on date not null,
  deeds_least integer not null default 2,
  deeds_most integer not null default 3,
  form_version integer not null default 1,
  instrument_id bigint,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  joins_until date
);
alter table campaign_terms add constraint campaign_terms_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table campaign_terms add constraint campaign_terms_check CHECK ((due_on >= opens_on));
alter table campaign_terms add constraint campaign_terms_check1 CHECK ((closes_on >= due_on));
alter table campaign_terms add constraint campaign_terms_check2 CHECK ((deeds_most >= deeds_least));
alter table campaign_terms add constraint campaign_terms_deeds_least_check CHECK ((deeds_least >= 1));
alter table campaign_terms add constraint campaign_terms_form_version_fkey FOREIGN KEY (form_version) REFERENCES campaign_form(form_version);
alter table campaign_terms add constraint campaign_terms_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table campaign_terms add constraint campaign_terms_pkey PRIMARY KEY (campaign_terms_id);
alter table campaign_terms add constraint joins_within_window CHECK (((joins_until >= opens_on) AND (joins_until <= closes_on)));
CREATE STATISTICS public.campaign_terms_expr_stat ON upper(recorded) FROM campaign_terms;
CREATE INDEX campaign_terms_lower_idx ON public.campaign_terms USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX campaign_terms_upper_idx ON public.campaign_terms USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_terms_a_campaign ON public.campaign_terms USING btree (campaign_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.campaign_terms FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER campaign_is_called AFTER INSERT ON public.campaign_terms REFERENCING NEW TABLE AS added FOR EACH STATEMENT WHEN ((current_setting('neu_guong.loading'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION note_members_of_campaign();
CREATE CONSTRAINT TRIGGER duties_end_with_campaign AFTER UPDATE ON public.campaign_terms DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION duties_end_with_campaign();
CREATE TRIGGER duties_follow_campaign AFTER INSERT ON public.campaign_terms FOR EACH ROW EXECUTE FUNCTION duties_follow_campaign();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.campaign_terms FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.campaign_terms REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.campaign_terms REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.campaign_terms FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table campaign_terms enable row level security;
create policy app_adds on campaign_terms for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM campaign c
  WHERE ((c.campaign_id = campaign_terms.campaign_id) AND (c.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('campaign'::text, 'issue'::text) u(unit_id)))))));
create policy app_changes on campaign_terms for update to neu_guong_app
  using ((EXISTS ( SELECT
   FROM campaign c
  WHERE ((c.campaign_id = campaign_terms.campaign_id) AND (c.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('campaign'::text, 'withdraw'::text) u(unit_id)))))));
create policy app_reads on campaign_terms for select to neu_guong_app
  using (true);
create policy the_auditor_reads on campaign_terms for select to neu_guong_auditor
  using (true);
grant insert, select on campaign_terms to neu_guong_app;
grant select on campaign_terms to neu_guong_auditor;
grant update (recorded) on campaign_terms to neu_guong_app;

create table carry_rule (
  carry_rule_id bigint not null generated by default as identity,
  subject text not null,
  instrument_id bigint,
  rule text not null,
  least_share numeric,
  note text,
  valid daterange not null default daterange('-infinity'::date, 'infinity'::date),
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  set_by_instrument_id bigint
);
alter table carry_rule add constraint carry_rule_check CHECK (((rule = 'population'::text) = (least_share IS NOT NULL)));
alter table carry_rule add constraint carry_rule_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table carry_rule add constraint carry_rule_least_share_check CHECK (((least_share > (0)::numeric) AND (least_share <= (1)::numeric)));
alter table carry_rule add constraint carry_rule_pkey PRIMARY KEY (carry_rule_id);
alter table carry_rule add constraint carry_rule_rule_check CHECK ((rule = ANY (ARRAY['all'::text, 'any'::text, 'population'::text, 'none'::text, 'as-stated'::text])));
alter table carry_rule add constraint carry_rule_set_by_instrument_id_fkey FOREIGN KEY (set_by_instrument_id) REFERENCES instrument(instrument_id);
alter table carry_rule add constraint carry_rule_subject_check CHECK ((subject = 'countryside'::text));
alter table carry_rule add constraint carry_rule_subject_coalesce_valid_recorded_excl EXCLUDE USING gist (subject WITH =, COALESCE(instrument_id, (0)::bigint) WITH =, valid WITH &&, recorded WITH &&);
alter table carry_rule add constraint only_a_standing_rule_is_set CHECK (((set_by_instrument_id IS NULL) OR (instrument_id IS NULL)));
CREATE STATISTICS public.carry_rule_expr_stat ON upper(recorded) FROM carry_rule;
CREATE INDEX carry_rule_lower_idx ON public.carry_rule USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX carry_rule_upper_idx ON public.carry_rule USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.carry_rule FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.carry_rule FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.carry_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.carry_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.carry_rule FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table carry_rule enable row level security;
create policy app_adds on carry_rule for insert to neu_guong_app
  with check (((instrument_id IS NULL) AND ( SELECT sets_rules() AS sets_rules)));
create policy app_changes on carry_rule for update to neu_guong_app
  using (((instrument_id IS NULL) AND ( SELECT sets_rules() AS sets_rules)));
create policy app_reads on carry_rule for select to neu_guong_app
  using (true);
create policy the_auditor_reads on carry_rule for select to neu_guong_auditor
  using (true);
grant insert, select on carry_rule to neu_guong_app;
grant select on carry_rule to neu_guong_auditor;
grant update (recorded) on carry_rule to neu_guong_app;

create table carry_statement (
  carry_statement_id bigint not null generated by default as identity,
  carry_rule_id bigint not null,
  successor_id integer not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table carry_statement add constraint carry_statement_carry_rule_id_fkey FOREIGN KEY (carry_rule_id) REFERENCES carry_rule(carry_rule_id);
alter table carry_statement add constraint carry_statement_carry_rule_id_successor_id_recorded_excl EXCLUDE USING gist (carry_rule_id WITH =, successor_id WITH =, recorded WITH &&);
alter table carry_statement add constraint carry_statement_pkey PRIMARY KEY (carry_statement_id);
alter table carry_statement add constraint carry_statement_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.carry_statement_expr_stat ON upper(recorded) FROM carry_statement;
CREATE INDEX carry_statement_lower_idx ON public.carry_statement USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX carry_statement_upper_idx ON public.carry_statement USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.carry_statement FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.carry_statement FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.carry_statement REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.carry_statement REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.carry_statement FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
grant select on carry_statement to neu_guong_app;
grant select on carry_statement to neu_guong_auditor;

create table citation (
  citation_id bigint not null generated by default as identity,
  edition_id bigint not null,
  mark text not null,
  figure_run_id bigint not null,
  printed text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table citation add constraint citation_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(edition_id);
alter table citation add constraint citation_edition_id_mark_key UNIQUE (edition_id, mark);
alter table citation add constraint citation_figure_run_id_fkey FOREIGN KEY (figure_run_id) REFERENCES figure_run(figure_run_id);
alter table citation add constraint citation_pkey PRIMARY KEY (citation_id);
alter table citation add constraint citation_printed_check CHECK ((printed <> ''::text));
CREATE INDEX citation_figure_run_id_idx ON public.citation USING btree (figure_run_id);
CREATE INDEX citation_recorded_at_idx ON public.citation USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.citation FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER citation_is_printed BEFORE DELETE OR UPDATE ON public.citation FOR EACH ROW EXECUTE FUNCTION citation_is_printed();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.citation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.citation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
grant select on citation to neu_guong_app;
grant select on citation to neu_guong_auditor;

create table commitment (
  commitment_id bigint not null generated by default as identity,
  obligation_id bigint not null,
  version integer not null default 1,
  thought text,
  ethics text,
  working_style text,
  discipline text,
  prevention text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  salt uuid default gen_random_uuid()
);
alter table commitment add constraint commitment_obligation_id_fkey FOREIGN KEY (obligation_id) REFERENCES obligation(obligation_id);
alter table commitment add constraint commitment_pkey PRIMARY KEY (commitment_id);
alter table commitment add constraint commitment_version_check CHECK ((version >= 1));
CREATE STATISTICS public.commitment_expr_stat ON upper(recorded) FROM commitment;
CREATE INDEX commitment_lower_idx ON public.commitment USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX commitment_upper_idx ON public.commitment USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_text_a_version ON public.commitment USING btree (obligation_id, version) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.commitment FOR EACH ROW EXECUTE FUNCTION history_is_kept('thought ethics working_style discipline prevention salt');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.commitment REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.commitment REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.commitment FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE CONSTRAINT TRIGGER something_supersedes AFTER UPDATE ON public.commitment DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION something_supersedes();
CREATE TRIGGER tally_closed_texts AFTER UPDATE ON public.commitment REFERENCING OLD TABLE AS still_open NEW TABLE AS closed FOR EACH STATEMENT EXECUTE FUNCTION tally_closed_texts();
alter table commitment enable row level security;
alter table commitment force row level security;
create policy app_adds on commitment for insert to neu_guong_app
  with check (may_write_commitment(obligation_id));
create policy app_changes on commitment for update to neu_guong_app
  using ((is_open(recorded) AND is_amendment_taken_back(commitment_id) AND may_write_commitment(obligation_id)))
  with check ((upper(recorded) < 'infinity'::timestamp with time zone));
create policy app_reads on commitment for select to neu_guong_app
  using (((EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.obligation_id = commitment.obligation_id) AND (o.person_id = current_person_id())))) OR (EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.obligation_id = commitment.obligation_id) AND ((o.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('commitment'::text, 'read'::text) u(unit_id))) IS TRUE))))));
create policy the_auditor_reads on commitment for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on commitment to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on commitment to neu_guong_owner
  using (is_loading());
grant insert, select on commitment to neu_guong_app;
grant select on commitment to neu_guong_auditor;
grant update (recorded) on commitment to neu_guong_app;

create table commitment_draft (
  obligation_id bigint not null,
  version integer not null,
  person_id bigint not null,
  fields jsonb not null,
  saved_at timestamp with time zone not null default transaction_timestamp()
);
alter table commitment_draft add constraint commitment_draft_obligation_id_fkey FOREIGN KEY (obligation_id) REFERENCES obligation(obligation_id);
alter table commitment_draft add constraint commitment_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table commitment_draft add constraint commitment_draft_pkey PRIMARY KEY (obligation_id, version);
alter table commitment_draft add constraint commitment_draft_version_check CHECK ((version >= 1));
alter table commitment_draft enable row level security;
alter table commitment_draft force row level security;
create policy app_adds on commitment_draft for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.obligation_id = commitment_draft.obligation_id) AND (o.person_id = current_person_id()))))));
create policy app_reads on commitment_draft for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_owner_loads on commitment_draft to neu_guong_owner
  using (is_loading());
grant insert, select on commitment_draft to neu_guong_app;

create table commitment_part (
  form_version integer not null,
  part text not null,
  ordinal integer not null,
  title_vi text not null,
  title_en text not null,
  holds text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table commitment_part add constraint commitment_part_form_version_fkey FOREIGN KEY (form_version) REFERENCES campaign_form(form_version);
alter table commitment_part add constraint commitment_part_holds_check CHECK ((holds = ANY (ARRAY['sections'::text, 'deeds'::text, 'remedy'::text])));
alter table commitment_part add constraint commitment_part_part_check CHECK (((part ~ '^[a-z-]+$'::text) AND (part <> ALL (ARRAY['viet'::text, 'kiem-tra'::text]))));
alter table commitment_part add constraint commitment_part_pkey PRIMARY KEY (form_version, part);
CREATE INDEX commitment_part_recorded_at_idx ON public.commitment_part USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE UNIQUE INDEX one_place_for_deeds_and_remedy ON public.commitment_part USING btree (form_version, holds) WHERE (holds <> 'sections'::text);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.commitment_part REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.commitment_part REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER stays_as_it_is BEFORE DELETE OR UPDATE ON public.commitment_part FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
alter table commitment_part enable row level security;
create policy app_adds on commitment_part for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_reads on commitment_part for select to neu_guong_app
  using (true);
create policy the_auditor_reads on commitment_part for select to neu_guong_auditor
  using (true);
grant insert, select on commitment_part to neu_guong_app;
grant select on commitment_part to neu_guong_auditor;

create table commitment_receipt (
  commitment_id bigint not null,
  number text not null,
  digest text not null,
  person_id bigint not null,
  entered_by bigint,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table commitment_receipt add constraint commitment_receipt_check CHECK ((entered_by <> person_id));
alter table commitment_receipt add constraint commitment_receipt_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(commitment_id);
alter table commitment_receipt add constraint commitment_receipt_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table commitment_receipt add constraint commitment_receipt_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person(person_id);
alter table commitment_receipt add constraint commitment_receipt_number_key UNIQUE (number);
alter table commitment_receipt add constraint commitment_receipt_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table commitment_receipt add constraint commitment_receipt_pkey PRIMARY KEY (commitment_id);
CREATE STATISTICS public.commitment_receipt_expr_stat ON upper(recorded) FROM commitment_receipt;
CREATE INDEX commitment_receipt_lower_idx ON public.commitment_receipt USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX commitment_receipt_upper_idx ON public.commitment_receipt USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.commitment_receipt FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.commitment_receipt REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.commitment_receipt REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.commitment_receipt FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table commitment_receipt enable row level security;
alter table commitment_receipt force row level security;
create policy app_adds on commitment_receipt for insert to neu_guong_app
  with check ((((current_person_id() = person_id) OR (current_person_id() = entered_by)) AND (EXISTS ( SELECT
   FROM commitment c
  WHERE ((c.commitment_id = commitment_receipt.commitment_id) AND may_write_commitment(c.obligation_id))))));
create policy app_reads on commitment_receipt for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM commitment c
  WHERE (c.commitment_id = commitment_receipt.commitment_id)))));
create policy the_auditor_reads on commitment_receipt for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on commitment_receipt to neu_guong_owner
  using (is_loading());
grant insert, select on commitment_receipt to neu_guong_app;
grant select on commitment_receipt to neu_guong_auditor;

create table commitment_section (
  form_version integer not null,
  section text not null,
  part text not null,
  ordinal integer not null,
  title_vi text not null,
  title_en text not null,
  hint_vi text not null,
  hint_en text not null,
  longest integer not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table commitment_section add constraint commitment_section_form_version_part_fkey FOREIGN KEY (form_version, part) REFERENCES commitment_part(form_version, part);
alter table commitment_section add constraint commitment_section_longest_check CHECK (((longest >= 1) AND (longest <= 20000)));
alter table commitment_section add constraint commitment_section_pkey PRIMARY KEY (form_version, section);
alter table commitment_section add constraint commitment_section_section_check CHECK ((section = ANY (ARRAY['thought'::text, 'ethics'::text, 'working_style'::text, 'discipline'::text, 'prevention'::text])));
CREATE INDEX commitment_section_recorded_at_idx ON public.commitment_section USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.commitment_section REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.commitment_section REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER stays_as_it_is BEFORE DELETE OR UPDATE ON public.commitment_section FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
alter table commitment_section enable row level security;
create policy app_adds on commitment_section for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_reads on commitment_section for select to neu_guong_app
  using (true);
create policy the_auditor_reads on commitment_section for select to neu_guong_auditor
  using (true);
grant insert, select on commitment_section to neu_guong_app;
grant select on commitment_section to neu_guong_auditor;

create table commitment_step (
  commitment_step_id bigint not null generated by default as identity,
  commitment_id bigint not null,
  state text not null,
  happened_on date not null,
  actor_id bigint,
  comment text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  salt uuid default gen_random_uuid()
);
alter table commitment_step add constraint commitment_step_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table commitment_step add constraint commitment_step_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(commitment_id);
alter table commitment_step add constraint commitment_step_pkey PRIMARY KEY (commitment_step_id);
alter table commitment_step add constraint commitment_step_state_check CHECK ((state = ANY (ARRAY['submitted'::text, 'returned'::text, 'endorsed'::text, 'approved'::text, 'under-way'::text, 'self-reviewed'::text, 'concluded'::text, 'superseded'::text, 'withdrawn'::text])));
CREATE STATISTICS public.commitment_step_expr_stat ON upper(recorded) FROM commitment_step;
CREATE INDEX commitment_step_latest ON public.commitment_step USING btree (commitment_id, happened_on DESC, commitment_step_id DESC);
CREATE INDEX commitment_step_lower_idx ON public.commitment_step USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX commitment_step_upper_idx ON public.commitment_step USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE CONSTRAINT TRIGGER deeds_are_within_bounds AFTER INSERT ON public.commitment_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'submitted'::text)) EXECUTE FUNCTION deeds_are_within_bounds();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.commitment_step FOR EACH ROW EXECUTE FUNCTION history_is_kept('comment salt');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.commitment_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.commitment_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER nobody_judges_their_own BEFORE INSERT ON public.commitment_step FOR EACH ROW WHEN (((new.state = ANY (ARRAY['returned'::text, 'endorsed'::text, 'approved'::text, 'concluded'::text])) AND (new.actor_id IS NOT NULL))) EXECUTE FUNCTION nobody_judges_their_own();
CREATE CONSTRAINT TRIGGER one_live_commitment AFTER INSERT ON public.commitment_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'approved'::text)) EXECUTE FUNCTION one_live_commitment();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.commitment_step FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_closed_steps AFTER UPDATE ON public.commitment_step REFERENCING OLD TABLE AS still_open NEW TABLE AS closed FOR EACH STATEMENT EXECUTE FUNCTION tally_closed_steps();
CREATE TRIGGER tally_conclusions AFTER INSERT ON public.commitment_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_conclusions();
CREATE TRIGGER tally_deeds_of_steps AFTER INSERT ON public.commitment_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_deeds_of_steps();
CREATE TRIGGER tally_steps AFTER INSERT ON public.commitment_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_steps();
alter table commitment_step enable row level security;
alter table commitment_step force row level security;
create policy app_adds on commitment_step for insert to neu_guong_app
  with check (((actor_id = current_person_id()) AND (EXISTS ( SELECT
   FROM commitment c
  WHERE ((c.commitment_id = commitment_step.commitment_id) AND
        CASE commitment_step.state
            WHEN 'returned'::text THEN may_judge(c.obligation_id, 'return'::text)
            WHEN 'endorsed'::text THEN may_judge(c.obligation_id, 'endorse'::text)
            WHEN 'approved'::text THEN may_judge(c.obligation_id, 'approve'::text)
            WHEN 'concluded'::text THEN may_judge(c.obligation_id, 'approve'::text)
            ELSE may_write_commitment(c.obligation_id)
        END)))));
create policy app_changes on commitment_step for update to neu_guong_app
  using (((state = ANY (ARRAY['endorsed'::text, 'superseded'::text])) AND is_open(recorded) AND (state_of_commitment(commitment_id) = state) AND (EXISTS ( SELECT
   FROM commitment c
  WHERE ((c.commitment_id = commitment_step.commitment_id) AND
        CASE commitment_step.state
            WHEN 'endorsed'::text THEN may_judge(c.obligation_id, 'endorse'::text)
            ELSE ((newest_text(c.obligation_id) = c.commitment_id) AND may_write_commitment(c.obligation_id))
        END)))))
  with check (((state = ANY (ARRAY['endorsed'::text, 'superseded'::text])) AND (upper(recorded) < 'infinity'::timestamp with time zone)));
create policy app_reads on commitment_step for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM commitment c
  WHERE (c.commitment_id = commitment_step.commitment_id))));
create policy the_auditor_reads on commitment_step for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on commitment_step to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on commitment_step to neu_guong_owner
  using (is_loading());
grant insert, select on commitment_step to neu_guong_app;
grant select on commitment_step to neu_guong_auditor;
grant update (recorded) on commitment_step to neu_guong_app;

create table commitment_tally (
  commitment_tally_id bigint not null generated by default as identity,
  campaign_id integer not null,
  unit_id integer not null,
  deeds smallint not null default 0,
  valid_on date not null,
  recorded_at timestamp with time zone not null default recorded_now(),
  due integer not null default 0,
  submitted integer not null default 0,
  on_time integer not null default 0,
  approved integer not null default 0
);
alter table commitment_tally add constraint commitment_tally_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table commitment_tally add constraint commitment_tally_pkey PRIMARY KEY (commitment_tally_id);
alter table commitment_tally add constraint commitment_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX commitment_tally_campaign_id_recorded_at_idx ON public.commitment_tally USING btree (campaign_id, recorded_at);
CREATE INDEX commitment_tally_campaign_id_unit_id_deeds_valid_on_recorde_idx ON public.commitment_tally USING btree (campaign_id, unit_id) INCLUDE (deeds, valid_on, recorded_at, due, submitted, on_time, approved);
CREATE INDEX commitment_tally_recorded_at_idx ON public.commitment_tally USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.commitment_tally FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.commitment_tally REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.commitment_tally REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER tallies_are_appended BEFORE DELETE OR UPDATE ON public.commitment_tally FOR EACH ROW EXECUTE FUNCTION tallies_are_appended();
grant select on commitment_tally to neu_guong_app;
grant select on commitment_tally to neu_guong_auditor;

create table conclusion_tally (
  conclusion_tally_id bigint not null generated by default as identity,
  campaign_id integer not null,
  unit_id integer not null,
  valid_on date not null,
  recorded_at timestamp with time zone not null default recorded_now(),
  concluded integer not null
);
alter table conclusion_tally add constraint conclusion_tally_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table conclusion_tally add constraint conclusion_tally_pkey PRIMARY KEY (conclusion_tally_id);
alter table conclusion_tally add constraint conclusion_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX conclusion_tally_campaign_id_unit_id_valid_on_recorded_at_c_idx ON public.conclusion_tally USING btree (campaign_id, unit_id) INCLUDE (valid_on, recorded_at, concluded);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.conclusion_tally FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER tallies_are_appended BEFORE DELETE OR UPDATE ON public.conclusion_tally FOR EACH ROW EXECUTE FUNCTION tallies_are_appended();
grant select on conclusion_tally to neu_guong_app;
grant select on conclusion_tally to neu_guong_auditor;

create table consent (
  consent_id bigint not null generated by default as identity,
  exemplar_id bigint not null,
  scope text not null,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  given_by bigint,
  paper text
);
alter table consent add constraint consent_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(exemplar_id);
alter table consent add constraint consent_exemplar_id_scope_valid_recorded_excl EXCLUDE USING gist (exemplar_id WITH =, scope WITH =, valid WITH &&, recorded WITH &&);
alter table consent add constraint consent_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(person_id);
alter table consent add constraint consent_paper_check CHECK ((paper <> ''::text));
alter table consent add constraint consent_pkey PRIMARY KEY (consent_id);
alter table consent add constraint consent_scope_check CHECK ((scope = ANY (ARRAY['name'::text, 'photo'::text, 'place'::text, 'story'::text, 'notice'::text])));
alter table consent add constraint consent_valid_check CHECK ((NOT isempty(valid)));
CREATE STATISTICS public.consent_expr_stat ON upper(recorded) FROM consent;
CREATE INDEX consent_lower_idx ON public.consent USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX consent_upper_idx ON public.consent USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.consent FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.consent FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.consent REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.consent REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.consent FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table consent enable row level security;
create policy app_adds on consent for insert to neu_guong_app
  with check ((((given_by = current_person_id()) AND may_speak_for(exemplar_id, paper)) OR ((upper(valid) <= today_in_vietnam()) AND (may_speak_for(exemplar_id, NULL::text) OR may_speak_for(exemplar_id, 'paper'::text)))));
create policy app_changes on consent for update to neu_guong_app
  using ((may_speak_for(exemplar_id, NULL::text) OR may_speak_for(exemplar_id, 'paper'::text)));
create policy app_reads on consent for select to neu_guong_app
  using (true);
create policy the_auditor_reads on consent for select to neu_guong_auditor
  using (true);
grant insert, select on consent to neu_guong_app;
grant select on consent to neu_guong_auditor;
grant update (recorded) on consent to neu_guong_app;

create table contact (
  person_id bigint not null,
  email text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  takes_reminders boolean not null default true
);
alter table contact add constraint contact_email_check CHECK (((length(email) <= 254) AND (email ~ '^[^[:space:]@<>"(),:;]+@[^[:space:]@<>"(),:;]+\.[^[:space:]@<>"(),:;.]+$'::text)));
alter table contact add constraint contact_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
CREATE STATISTICS public.contact_expr_stat ON upper(recorded) FROM contact;
CREATE INDEX contact_lower_idx ON public.contact USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX contact_of_mailbox ON public.contact USING btree (lower(email)) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE INDEX contact_upper_idx ON public.contact USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_contact_a_person ON public.contact USING btree (person_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.contact FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.contact REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.contact REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.contact FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table contact enable row level security;
alter table contact force row level security;
create policy app_adds on contact for insert to neu_guong_app
  with check (((person_id = current_person_id()) OR (may_restore(current_person_id(), 'invite'::text, person_id) AND (NOT is_opened(person_id)))));
create policy app_changes on contact for update to neu_guong_app
  using (((person_id = current_person_id()) OR (may_restore(current_person_id(), 'invite'::text, person_id) AND (NOT is_opened(person_id)))));
create policy app_reads on contact for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.person_id = contact.person_id) AND ((o.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('obligation'::text, 'remind'::text) u(unit_id))) IS TRUE)))) OR ((EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = contact.person_id) AND (m.valid @> today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('account'::text, 'invite'::text) u(unit_id))) IS TRUE)))) AND (NOT is_opened(person_id)))));
create policy the_owner_loads on contact to neu_guong_owner
  using (is_loading());
grant insert, select on contact to neu_guong_app;
grant update (recorded) on contact to neu_guong_app;

create table contribution (
  contribution_id bigint not null generated by default as identity,
  contribution_kind text not null,
  quantity numeric not null,
  is_estimate boolean not null default false,
  work text not null,
  place_id integer not null,
  given_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  kept_at integer,
  kept_by bigint,
  mobiliser text,
  evidence text,
  contribution_list_id bigint,
  list_row integer
);
alter table contribution add constraint a_row_of_its_list CHECK (((contribution_list_id IS NULL) = (list_row IS NULL)));
alter table contribution add constraint contribution_check CHECK (((kept_at IS NULL) = (kept_by IS NULL)));
alter table contribution add constraint contribution_contribution_kind_fkey FOREIGN KEY (contribution_kind) REFERENCES contribution_kind(contribution_kind);
alter table contribution add constraint contribution_contribution_list_id_fkey FOREIGN KEY (contribution_list_id) REFERENCES contribution_list(contribution_list_id);
alter table contribution add constraint contribution_kept_at_fkey FOREIGN KEY (kept_at) REFERENCES unit(unit_id);
alter table contribution add constraint contribution_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES person(person_id);
alter table contribution add constraint contribution_pkey PRIMARY KEY (contribution_id);
alter table contribution add constraint contribution_place_id_fkey FOREIGN KEY (place_id) REFERENCES unit(unit_id);
alter table contribution add constraint contribution_quantity_check CHECK ((quantity > (0)::numeric));
CREATE STATISTICS public.contribution_expr_stat ON upper(recorded) FROM contribution;
CREATE INDEX contribution_kept_at_idx ON public.contribution USING btree (kept_at) WHERE (kept_at IS NOT NULL);
CREATE INDEX contribution_kept_by_idx ON public.contribution USING btree (kept_by) WHERE (kept_by IS NOT NULL);
CREATE INDEX contribution_lower_idx ON public.contribution USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX contribution_place_id_given_on_idx ON public.contribution USING btree (place_id, given_on);
CREATE INDEX contribution_upper_idx ON public.contribution USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_contribution_a_row ON public.contribution USING btree (contribution_list_id, list_row) WHERE (contribution_list_id IS NOT NULL);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.contribution FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER contribution_is_in_place AFTER INSERT ON public.contribution REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION contribution_is_in_place();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.contribution FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.contribution REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.contribution REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.contribution FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER state_changed_contributions AFTER UPDATE ON public.contribution REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION state_changed_contributions();
CREATE TRIGGER state_new_contributions AFTER INSERT ON public.contribution REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION state_new_contributions();
alter table contribution enable row level security;
create policy app_adds on contribution for insert to neu_guong_app
  with check (((kept_by = current_person_id()) AND (kept_at IN ( SELECT u.unit_id
   FROM units_where_may('contribution'::text, 'keep'::text) u(unit_id)))));
create policy app_closes on contribution for update to neu_guong_app
  using (((kept_at IN ( SELECT u.unit_id
   FROM units_where_may('contribution'::text, 'keep'::text) u(unit_id))) AND (NOT (EXISTS ( SELECT
   FROM contribution_verification w
  WHERE ((w.contribution_id = contribution.contribution_id) AND is_open(w.recorded)))))));
create policy app_reads on contribution for select to neu_guong_app
  using (true);
create policy the_auditor_reads on contribution for select to neu_guong_auditor
  using (true);
grant insert, select on contribution to neu_guong_app;
grant select on contribution to neu_guong_auditor;
grant update (recorded) on contribution to neu_guong_app;

create table contribution_giver (
  contribution_id bigint not null,
  person_id bigint,
  household text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  giver_kind text not null default 'household'::text,
  consented_on date,
  print text not null generated always as (giver_print(household)) stored
);
alter table contribution_giver add constraint contribution_giver_contribution_id_fkey FOREIGN KEY (contribution_id) REFERENCES contribution(contribution_id);
alter table contribution_giver add constraint contribution_giver_giver_kind_check CHECK ((giver_kind = ANY (ARRAY['household'::text, 'person'::text, 'collective'::text])));
alter table contribution_giver add constraint contribution_giver_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
CREATE INDEX contribution_giver_contribution_id_idx ON public.contribution_giver USING btree (contribution_id);
CREATE INDEX contribution_giver_lower_idx ON public.contribution_giver USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX contribution_giver_person_id_idx ON public.contribution_giver USING btree (person_id);
CREATE INDEX contribution_giver_print_idx ON public.contribution_giver USING btree (print) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE INDEX contribution_giver_upper_idx ON public.contribution_giver USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_giver_a_contribution ON public.contribution_giver USING btree (contribution_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER know_households AFTER INSERT ON public.contribution_giver REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION know_households();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.contribution_giver REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.contribution_giver REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table contribution_giver enable row level security;
alter table contribution_giver force row level security;
create policy app_adds on contribution_giver for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM contribution c
  WHERE ((c.contribution_id = contribution_giver.contribution_id) AND (c.kept_by = current_person_id())))));
create policy app_closes on contribution_giver for update to neu_guong_app
  using ((EXISTS ( SELECT
   FROM contribution c
  WHERE ((c.contribution_id = contribution_giver.contribution_id) AND (c.kept_at IN ( SELECT u.unit_id
           FROM units_where_may('contribution'::text, 'keep'::text) u(unit_id)))))));
create policy app_reads on contribution_giver for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM contribution c
  WHERE ((c.contribution_id = contribution_giver.contribution_id) AND (c.kept_at IN ( SELECT u.unit_id
           FROM units_where_may('contribution'::text, 'keep'::text) u(unit_id))))))));
create policy the_auditor_reads on contribution_giver for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on contribution_giver to neu_guong_owner
  using (is_loading());
grant insert, select on contribution_giver to neu_guong_app;
grant select on contribution_giver to neu_guong_auditor;
grant update (recorded) on contribution_giver to neu_guong_app;

create table contribution_household (
  contribution_id bigint not null,
  household_id bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table contribution_household add constraint contribution_household_contribution_id_fkey FOREIGN KEY (contribution_id) REFERENCES contribution(contribution_id);
alter table contribution_household add constraint contribution_household_household_id_fkey FOREIGN KEY (household_id) REFERENCES contribution(contribution_id);
alter table contribution_household add constraint contribution_household_pkey PRIMARY KEY (contribution_id);
CREATE STATISTICS public.contribution_household_expr_stat ON upper(recorded) FROM contribution_household;
CREATE INDEX contribution_household_household_id_idx ON public.contribution_household USING btree (household_id);
CREATE INDEX contribution_household_lower_idx ON public.contribution_household USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX contribution_household_upper_idx ON public.contribution_household USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.contribution_household FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.contribution_household FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.contribution_household REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.contribution_household REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.contribution_household FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER state_changed_contributions AFTER UPDATE ON public.contribution_household REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION state_changed_contributions();
CREATE TRIGGER state_new_households AFTER INSERT ON public.contribution_household REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION state_new_households();
grant select on contribution_household to neu_guong_app;
grant select on contribution_household to neu_guong_auditor;

create table contribution_kind (
  contribution_kind text not null,
  measure text not null,
  name_vi text not null,
  name_en text not null
);
alter table contribution_kind add constraint contribution_kind_pkey PRIMARY KEY (contribution_kind);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.contribution_kind FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on contribution_kind to neu_guong_app;
grant select on contribution_kind to neu_guong_auditor;

create table contribution_list (
  contribution_list_id bigint not null generated by default as identity,
  kept_at integer not null,
  sent_by bigint not null,
  file_name text not null,
  digest text not null,
  sent_at timestamp with time zone not null default recorded_now()
);
alter table contribution_list add constraint contribution_list_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table contribution_list add constraint contribution_list_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)));
alter table contribution_list add constraint contribution_list_kept_at_fkey FOREIGN KEY (kept_at) REFERENCES unit(unit_id);
alter table contribution_list add constraint contribution_list_pkey PRIMARY KEY (contribution_list_id);
alter table contribution_list add constraint contribution_list_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(person_id);
CREATE INDEX contribution_list_kept_at_idx ON public.contribution_list USING btree (kept_at);
CREATE INDEX contribution_list_sent_at_idx ON public.contribution_list USING brin (sent_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX contribution_list_sent_by_idx ON public.contribution_list USING btree (sent_by);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.contribution_list REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.contribution_list REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table contribution_list enable row level security;
create policy app_adds on contribution_list for insert to neu_guong_app
  with check (((sent_by = current_person_id()) AND (kept_at IN ( SELECT u.unit_id
   FROM units_where_may('contribution'::text, 'keep'::text) u(unit_id)))));
create policy app_reads on contribution_list for select to neu_guong_app
  using ((kept_at IN ( SELECT u.unit_id
   FROM units_where_may('contribution'::text, 'keep'::text) u(unit_id))));
create policy the_auditor_reads on contribution_list for select to neu_guong_auditor
  using (true);
grant insert, select on contribution_list to neu_guong_app;
grant select on contribution_list to neu_guong_auditor;

create table contribution_state (
  contribution_state_id bigint not null generated by default as identity,
  contribution_id bigint not null,
  contribution_kind text not null,
  place_id integer not null,
  kept_at integer,
  given_on date not null,
  quantity numeric not null,
  is_estimate boolean not null,
  household_id bigint,
  verified_on date,
  known_from timestamp with time zone not null,
  known_until timestamp with time zone not null
);
alter table contribution_state add constraint contribution_state_contribution_id_fkey FOREIGN KEY (contribution_id) REFERENCES contribution(contribution_id);
alter table contribution_state add constraint contribution_state_contribution_kind_fkey FOREIGN KEY (contribution_kind) REFERENCES contribution_kind(contribution_kind);
alter table contribution_state add constraint contribution_state_pkey PRIMARY KEY (contribution_state_id);
CREATE INDEX contribution_state_by_household ON public.contribution_state USING btree (household_id, given_on, contribution_id) INCLUDE (place_id, verified_on, known_from, known_until) WHERE ((verified_on IS NOT NULL) AND (household_id IS NOT NULL));
CREATE INDEX contribution_state_by_keeper ON public.contribution_state USING btree (kept_at) INCLUDE (contribution_kind, given_on, contribution_id, quantity, verified_on) WHERE (known_until = 'infinity'::timestamp with time zone);
CREATE INDEX contribution_state_by_place ON public.contribution_state USING btree (contribution_kind, place_id, given_on) INCLUDE (quantity, is_estimate, verified_on, known_from, known_until) WHERE (verified_on IS NOT NULL);
CREATE INDEX contribution_state_contribution_id_idx ON public.contribution_state USING btree (contribution_id);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.contribution_state FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on contribution_state to neu_guong_app;
grant select on contribution_state to neu_guong_auditor;

create table contribution_verification (
  contribution_verification_id bigint not null generated by default as identity,
  contribution_id bigint not null,
  verified_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  verified_by bigint
);
alter table contribution_verification add constraint contribution_verification_contribution_id_fkey FOREIGN KEY (contribution_id) REFERENCES contribution(contribution_id);
alter table contribution_verification add constraint contribution_verification_pkey PRIMARY KEY (contribution_verification_id);
alter table contribution_verification add constraint contribution_verification_verified_by_fkey FOREIGN KEY (verified_by) REFERENCES person(person_id);
CREATE INDEX contribution_verification_contribution_id_idx ON public.contribution_verification USING btree (contribution_id);
CREATE STATISTICS public.contribution_verification_expr_stat ON upper(recorded) FROM contribution_verification;
CREATE INDEX contribution_verification_lower_idx ON public.contribution_verification USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX contribution_verification_upper_idx ON public.contribution_verification USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE INDEX contribution_verification_verified_by_idx ON public.contribution_verification USING btree (verified_by) WHERE (verified_by IS NOT NULL);
CREATE UNIQUE INDEX one_open_verification_a_contribution ON public.contribution_verification USING btree (contribution_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.contribution_verification FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.contribution_verification FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.contribution_verification REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.contribution_verification REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.contribution_verification FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER state_changed_contributions AFTER UPDATE ON public.contribution_verification REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION state_changed_contributions();
CREATE TRIGGER state_new_verifications AFTER INSERT ON public.contribution_verification REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION state_new_verifications();
alter table contribution_verification enable row level security;
create policy app_adds on contribution_verification for insert to neu_guong_app
  with check (((verified_by = current_person_id()) AND (EXISTS ( SELECT
   FROM contribution c
  WHERE ((c.contribution_id = contribution_verification.contribution_id) AND is_open(c.recorded) AND (c.kept_by <> current_person_id()) AND (c.kept_at IN ( SELECT u.unit_id
           FROM units_where_may('contribution'::text, 'verify'::text) u(unit_id))))))));
create policy app_reads on contribution_verification for select to neu_guong_app
  using (true);
create policy the_auditor_reads on contribution_verification for select to neu_guong_auditor
  using (true);
grant insert, select on contribution_verification to neu_guong_app;
grant select on contribution_verification to neu_guong_auditor;

create table council_vote (
  nomination_id bigint not null,
  met_on date not null,
  seats integer not null,
  attended integer not null,
  in_favour integer not null,
  against integer not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table council_vote add constraint council_vote_against_check CHECK ((against >= 0));
alter table council_vote add constraint council_vote_check CHECK (((attended >= 1) AND (attended <= seats)));
alter table council_vote add constraint council_vote_in_favour_check CHECK ((in_favour >= 0));
alter table council_vote add constraint council_vote_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(nomination_id);
alter table council_vote add constraint council_vote_pkey PRIMARY KEY (nomination_id);
alter table council_vote add constraint council_vote_seats_check CHECK (((seats >= 1) AND (seats <= 200)));
alter table council_vote add constraint no_votes_over_the_attendance CHECK (((in_favour + against) <= attended));
CREATE STATISTICS public.council_vote_expr_stat ON upper(recorded) FROM council_vote;
CREATE INDEX council_vote_lower_idx ON public.council_vote USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX council_vote_upper_idx ON public.council_vote USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.council_vote FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.council_vote REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.council_vote REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.council_vote FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table council_vote enable row level security;
alter table council_vote force row level security;
create policy app_adds on council_vote for insert to neu_guong_app
  with check (may_bring_nomination(nomination_id, 'council'::text));
create policy app_reads on council_vote for select to neu_guong_app
  using ((nomination_id IN ( SELECT n.nomination_id
   FROM nomination n)));
create policy the_auditor_reads on council_vote for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on council_vote to neu_guong_owner
  using (is_loading());
grant insert, select on council_vote to neu_guong_app;
grant select on council_vote to neu_guong_auditor;

create table criteria_set (
  criteria_set_id integer not null generated by default as identity,
  instrument_id bigint not null,
  standing_level text not null,
  criteria integer not null,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  of_kind text not null default 'commune'::text
);
alter table criteria_set add constraint criteria_set_criteria_check CHECK ((criteria > 0));
alter table criteria_set add constraint criteria_set_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table criteria_set add constraint criteria_set_of_kind_check CHECK ((of_kind = ANY (ARRAY['commune'::text, 'district'::text, 'province'::text])));
alter table criteria_set add constraint criteria_set_pkey PRIMARY KEY (criteria_set_id);
alter table criteria_set add constraint criteria_set_standing_level_fkey FOREIGN KEY (standing_level) REFERENCES standing_level(standing_level);
CREATE STATISTICS public.criteria_set_expr_stat ON upper(recorded) FROM criteria_set;
CREATE INDEX criteria_set_lower_idx ON public.criteria_set USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX criteria_set_upper_idx ON public.criteria_set USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.criteria_set FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.criteria_set FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.criteria_set REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.criteria_set REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.criteria_set FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table criteria_set enable row level security;
create policy app_adds on criteria_set for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_reads on criteria_set for select to neu_guong_app
  using (true);
create policy the_auditor_reads on criteria_set for select to neu_guong_auditor
  using (true);
grant insert, select on criteria_set to neu_guong_app;
grant select on criteria_set to neu_guong_auditor;

create table criterion (
  criterion_id integer not null generated by default as identity,
  criteria_set_id integer not null,
  number integer not null,
  heading_vi text not null,
  heading_en text,
  name_vi text not null,
  name_en text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table criterion add constraint criterion_criteria_set_id_fkey FOREIGN KEY (criteria_set_id) REFERENCES criteria_set(criteria_set_id);
alter table criterion add constraint criterion_criteria_set_id_number_key UNIQUE (criteria_set_id, number);
alter table criterion add constraint criterion_heading_en_check CHECK ((heading_en <> ''::text));
alter table criterion add constraint criterion_heading_vi_check CHECK (((heading_vi <> ''::text) AND (length(heading_vi) <= 200)));
alter table criterion add constraint criterion_name_en_check CHECK ((name_en <> ''::text));
alter table criterion add constraint criterion_name_vi_check CHECK (((name_vi <> ''::text) AND (length(name_vi) <= 200)));
alter table criterion add constraint criterion_number_check CHECK (((number >= 1) AND (number <= 99)));
alter table criterion add constraint criterion_pkey PRIMARY KEY (criterion_id);
CREATE STATISTICS public.criterion_expr_stat ON upper(recorded) FROM criterion;
CREATE INDEX criterion_lower_idx ON public.criterion USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX criterion_upper_idx ON public.criterion USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.criterion FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.criterion FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.criterion REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.criterion REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.criterion FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table criterion enable row level security;
create policy app_adds on criterion for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_reads on criterion for select to neu_guong_app
  using (true);
create policy the_auditor_reads on criterion for select to neu_guong_auditor
  using (true);
grant insert, select on criterion to neu_guong_app;
grant select on criterion to neu_guong_auditor;

create table criterion_indicator (
  criterion_indicator_id integer not null generated by default as identity,
  criterion_id integer not null,
  number integer not null,
  name_vi text not null,
  name_en text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table criterion_indicator add constraint criterion_indicator_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criterion(criterion_id);
alter table criterion_indicator add constraint criterion_indicator_criterion_id_number_key UNIQUE (criterion_id, number);
alter table criterion_indicator add constraint criterion_indicator_name_en_check CHECK ((name_en <> ''::text));
alter table criterion_indicator add constraint criterion_indicator_name_vi_check CHECK (((name_vi <> ''::text) AND (length(name_vi) <= 300)));
alter table criterion_indicator add constraint criterion_indicator_number_check CHECK (((number >= 1) AND (number <= 99)));
alter table criterion_indicator add constraint criterion_indicator_pkey PRIMARY KEY (criterion_indicator_id);
CREATE STATISTICS public.criterion_indicator_expr_stat ON upper(recorded) FROM criterion_indicator;
CREATE INDEX criterion_indicator_lower_idx ON public.criterion_indicator USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX criterion_indicator_upper_idx ON public.criterion_indicator USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.criterion_indicator FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.criterion_indicator REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.criterion_indicator REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.criterion_indicator FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table criterion_indicator enable row level security;
create policy app_adds on criterion_indicator for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_reads on criterion_indicator for select to neu_guong_app
  using (true);
create policy the_auditor_reads on criterion_indicator for select to neu_guong_auditor
  using (true);
grant insert, select on criterion_indicator to neu_guong_app;
grant select on criterion_indicator to neu_guong_auditor;

create table criterion_result (
  criterion_result_id bigint not null generated by default as identity,
  standing_case_id bigint not null,
  criterion_id integer not null,
  is_met boolean not null,
  value text,
  evidence text,
  in_charge text,
  due_on date,
  said_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table criterion_result add constraint criterion_result_criterion_id_fkey FOREIGN KEY (criterion_id) REFERENCES criterion(criterion_id);
alter table criterion_result add constraint criterion_result_evidence_check CHECK (((evidence <> ''::text) AND (length(evidence) <= 300)));
alter table criterion_result add constraint criterion_result_in_charge_check CHECK (((in_charge <> ''::text) AND (length(in_charge) <= 120)));
alter table criterion_result add constraint criterion_result_pkey PRIMARY KEY (criterion_result_id);
alter table criterion_result add constraint criterion_result_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(person_id);
alter table criterion_result add constraint criterion_result_standing_case_id_fkey FOREIGN KEY (standing_case_id) REFERENCES standing_case(standing_case_id);
alter table criterion_result add constraint criterion_result_value_check CHECK (((value <> ''::text) AND (length(value) <= 200)));
alter table criterion_result add constraint what_is_met_is_shown CHECK (((NOT is_met) OR (evidence IS NOT NULL)));
alter table criterion_result add constraint what_is_missing_is_seen_to CHECK ((is_met OR ((in_charge IS NOT NULL) AND (due_on IS NOT NULL))));
CREATE STATISTICS public.criterion_result_expr_stat ON upper(recorded) FROM criterion_result;
CREATE INDEX criterion_result_lower_idx ON public.criterion_result USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX criterion_result_said_by_idx ON public.criterion_result USING btree (said_by);
CREATE INDEX criterion_result_upper_idx ON public.criterion_result USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_result_a_criterion ON public.criterion_result USING btree (standing_case_id, criterion_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.criterion_result FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.criterion_result REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.criterion_result REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.criterion_result FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table criterion_result enable row level security;
alter table criterion_result force row level security;
create policy app_adds on criterion_result for insert to neu_guong_app
  with check (((said_by = current_person_id()) AND may_take_case(standing_case_id, 'draft'::text)));
create policy app_closes on criterion_result for update to neu_guong_app
  using (may_take_case(standing_case_id, 'draft'::text));
create policy app_reads on criterion_result for select to neu_guong_app
  using ((standing_case_id IN ( SELECT c.standing_case_id
   FROM standing_case c)));
create policy the_auditor_reads on criterion_result for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on criterion_result to neu_guong_owner
  using (is_loading());
grant insert, select on criterion_result to neu_guong_app;
grant select on criterion_result to neu_guong_auditor;
grant update (recorded) on criterion_result to neu_guong_app;

create table data_answer (
  data_request_id bigint not null,
  answered_by bigint not null,
  outcome text not null,
  said text not null,
  answered_at timestamp with time zone not null default recorded_now()
);
alter table data_answer add constraint data_answer_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES person(person_id);
alter table data_answer add constraint data_answer_data_request_id_fkey FOREIGN KEY (data_request_id) REFERENCES data_request(data_request_id);
alter table data_answer add constraint data_answer_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text])));
alter table data_answer add constraint data_answer_pkey PRIMARY KEY (data_request_id);
alter table data_answer add constraint data_answer_said_check CHECK (((said <> ''::text) AND (length(said) <= 2000)));
CREATE INDEX data_answer_answered_at_idx ON public.data_answer USING brin (answered_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.data_answer REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.data_answer REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table data_answer enable row level security;
alter table data_answer force row level security;
create policy app_adds on data_answer for insert to neu_guong_app
  with check (((answered_by = current_person_id()) AND (EXISTS ( SELECT
   FROM data_request r
  WHERE ((r.data_request_id = data_answer.data_request_id) AND (r.person_id <> current_person_id()) AND (r.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'keep'::text) u(unit_id))))))));
create policy app_reads on data_answer for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM data_request r
  WHERE (r.data_request_id = data_answer.data_request_id))));
create policy the_auditor_reads on data_answer for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on data_answer to neu_guong_owner
  using (is_loading());
grant insert, select on data_answer to neu_guong_app;
grant select on data_answer to neu_guong_auditor;

create table data_request (
  data_request_id bigint not null generated by default as identity,
  person_id bigint not null,
  unit_id integer not null,
  kind text not null,
  said text not null,
  due_on date not null,
  asked_at timestamp with time zone not null default recorded_now()
);
alter table data_request add constraint data_request_kind_check CHECK ((kind = ANY (ARRAY['copy'::text, 'correct'::text, 'erase'::text, 'object'::text])));
alter table data_request add constraint data_request_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table data_request add constraint data_request_pkey PRIMARY KEY (data_request_id);
alter table data_request add constraint data_request_said_check CHECK ((length(said) <= 2000));
alter table data_request add constraint data_request_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX data_request_asked_at_idx ON public.data_request USING brin (asked_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX data_request_person_id_idx ON public.data_request USING btree (person_id);
CREATE INDEX data_request_unit_id_asked_at_idx ON public.data_request USING btree (unit_id, asked_at);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.data_request REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.data_request REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table data_request enable row level security;
alter table data_request force row level security;
create policy app_adds on data_request for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (unit_id = ( SELECT m.unit_id
   FROM membership m
  WHERE ((m.person_id = current_person_id()) AND is_open(m.recorded))
  ORDER BY (lower(m.valid)) DESC
 LIMIT 1))));
create policy app_reads on data_request for select to neu_guong_app
  using (((person_id = current_person_id()) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('person'::text, 'keep'::text) u(unit_id)))));
create policy the_auditor_reads on data_request for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on data_request to neu_guong_owner
  using (is_loading());
grant insert, select on data_request to neu_guong_app;
grant select on data_request to neu_guong_auditor;

create table deed (
  deed_id bigint not null generated by default as identity,
  commitment_id bigint not null,
  ordinal integer not null,
  what text not null,
  how text,
  measure text,
  due_on date,
  registered_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  salt uuid default gen_random_uuid()
);
alter table deed add constraint deed_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(commitment_id);
alter table deed add constraint deed_ordinal_check CHECK ((ordinal >= 1));
alter table deed add constraint deed_pkey PRIMARY KEY (deed_id);
alter table deed add constraint it_says_what_until_it_is_erased CHECK (((what <> ''::text) OR (salt IS NULL)));
CREATE STATISTICS public.deed_expr_stat ON upper(recorded) FROM deed;
CREATE INDEX deed_lower_idx ON public.deed USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX deed_upper_idx ON public.deed USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_text_a_deed ON public.deed USING btree (commitment_id, ordinal) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE CONSTRAINT TRIGGER deeds_are_within_bounds AFTER INSERT OR UPDATE ON public.deed DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION deeds_are_within_bounds();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.deed FOR EACH ROW EXECUTE FUNCTION history_is_kept('what how measure salt');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.deed REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.deed REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.deed FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_new_deeds AFTER INSERT ON public.deed REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_new_deeds();
alter table deed enable row level security;
alter table deed force row level security;
create policy app_adds on deed for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM commitment c
  WHERE ((c.commitment_id = deed.commitment_id) AND may_write_commitment(c.obligation_id)))));
create policy app_reads on deed for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM commitment c
  WHERE (c.commitment_id = deed.commitment_id))));
create policy the_auditor_reads on deed for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on deed to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on deed to neu_guong_owner
  using (is_loading());
grant insert, select on deed to neu_guong_app;
grant select on deed to neu_guong_auditor;

create table deed_bounds (
  deed_bounds_id integer not null generated by default as identity,
  deeds_least integer not null,
  deeds_most integer not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table deed_bounds add constraint deed_bounds_check CHECK (((deeds_most >= deeds_least) AND (deeds_most <= 9)));
alter table deed_bounds add constraint deed_bounds_deeds_least_check CHECK ((deeds_least >= 1));
alter table deed_bounds add constraint deed_bounds_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table deed_bounds add constraint deed_bounds_pkey PRIMARY KEY (deed_bounds_id);
alter table deed_bounds add constraint deed_bounds_valid_check CHECK ((NOT isempty(valid)));
alter table deed_bounds add constraint deed_bounds_valid_recorded_excl EXCLUDE USING gist (valid WITH &&, recorded WITH &&);
CREATE STATISTICS public.deed_bounds_expr_stat ON upper(recorded) FROM deed_bounds;
CREATE INDEX deed_bounds_lower_idx ON public.deed_bounds USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX deed_bounds_upper_idx ON public.deed_bounds USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.deed_bounds FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.deed_bounds REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.deed_bounds REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.deed_bounds FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table deed_bounds enable row level security;
create policy app_adds on deed_bounds for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on deed_bounds for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on deed_bounds for select to neu_guong_app
  using (true);
create policy the_auditor_reads on deed_bounds for select to neu_guong_auditor
  using (true);
grant insert, select on deed_bounds to neu_guong_app;
grant select on deed_bounds to neu_guong_auditor;
grant update (recorded) on deed_bounds to neu_guong_app;

create table deed_print (
  campaign_id integer not null,
  print text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table deed_print add constraint deed_print_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table deed_print add constraint deed_print_print_check CHECK ((print ~ '^[0-9a-f]{64}$'::text));
CREATE INDEX deed_print_campaign_id_print_idx ON public.deed_print USING btree (campaign_id, print);
alter table deed_print enable row level security;
create policy app_adds on deed_print for insert to neu_guong_app
  with check (((EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.campaign_id = deed_print.campaign_id) AND (o.person_id = current_person_id())))) OR (EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.campaign_id = deed_print.campaign_id) AND (o.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('commitment'::text, 'enter-by-proxy'::text) u(unit_id))))))));
create policy app_reads on deed_print for select to neu_guong_app
  using (true);
create policy the_auditor_reads on deed_print for select to neu_guong_auditor
  using (true);
grant insert, select on deed_print to neu_guong_app;
grant select on deed_print to neu_guong_auditor;

create table deed_step (
  deed_step_id bigint not null generated by default as identity,
  deed_id bigint not null,
  state text not null,
  happened_on date not null,
  reason text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  actor_id bigint,
  salt uuid default gen_random_uuid()
);
alter table deed_step add constraint a_replacement_has_a_reason CHECK (((state <> 'replaced'::text) OR (reason IS NOT NULL) OR (salt IS NULL)));
alter table deed_step add constraint deed_step_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table deed_step add constraint deed_step_deed_id_fkey FOREIGN KEY (deed_id) REFERENCES deed(deed_id);
alter table deed_step add constraint deed_step_pkey PRIMARY KEY (deed_step_id);
alter table deed_step add constraint deed_step_state_check CHECK ((state = ANY (ARRAY['under-way'::text, 'done'::text, 'partly'::text, 'not-done'::text, 'replaced'::text])));
CREATE INDEX deed_step_deed_id_idx ON public.deed_step USING btree (deed_id);
CREATE STATISTICS public.deed_step_expr_stat ON upper(recorded) FROM deed_step;
CREATE INDEX deed_step_lower_idx ON public.deed_step USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX deed_step_upper_idx ON public.deed_step USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE CONSTRAINT TRIGGER deeds_are_within_bounds AFTER INSERT OR UPDATE ON public.deed_step DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.state = 'replaced'::text)) EXECUTE FUNCTION deeds_are_within_bounds();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.deed_step FOR EACH ROW EXECUTE FUNCTION history_is_kept('reason salt');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.deed_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.deed_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.deed_step FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_reports AFTER INSERT ON public.deed_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_reports();
alter table deed_step enable row level security;
alter table deed_step force row level security;
create policy app_adds on deed_step for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM (deed d
     JOIN commitment c USING (commitment_id))
  WHERE ((d.deed_id = deed_step.deed_id) AND may_write_commitment(c.obligation_id)))));
create policy app_reads on deed_step for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM deed d
  WHERE (d.deed_id = deed_step.deed_id))));
create policy the_auditor_reads on deed_step for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on deed_step to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on deed_step to neu_guong_owner
  using (is_loading());
grant insert, select on deed_step to neu_guong_app;
grant select on deed_step to neu_guong_auditor;

create table deed_tally (
  deed_tally_id bigint not null generated by default as identity,
  campaign_id integer not null,
  unit_id integer not null,
  valid_on date not null,
  recorded_at timestamp with time zone not null default recorded_now(),
  commitments integer not null default 0,
  registered integer not null default 0,
  done integer not null default 0,
  partly integer not null default 0,
  not_done integer not null default 0
);
alter table deed_tally add constraint deed_tally_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table deed_tally add constraint deed_tally_pkey PRIMARY KEY (deed_tally_id);
alter table deed_tally add constraint deed_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX deed_tally_campaign_id_recorded_at_idx ON public.deed_tally USING btree (campaign_id, recorded_at);
CREATE INDEX deed_tally_campaign_id_unit_id_valid_on_recorded_at_commitm_idx ON public.deed_tally USING btree (campaign_id, unit_id) INCLUDE (valid_on, recorded_at, commitments, registered, done, partly, not_done);
CREATE INDEX deed_tally_recorded_at_idx ON public.deed_tally USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.deed_tally FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.deed_tally REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.deed_tally REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER tallies_are_appended BEFORE DELETE OR UPDATE ON public.deed_tally FOR EACH ROW EXECUTE FUNCTION tallies_are_appended();
grant select on deed_tally to neu_guong_app;
grant select on deed_tally to neu_guong_auditor;

create table delegation (
  delegation_id bigint not null generated by default as identity,
  giver_id bigint not null,
  receiver_id bigint not null,
  role text not null,
  unit_id integer not null,
  acts text[],
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table delegation add constraint delegation_acts_check CHECK ((cardinality(acts) > 0));
alter table delegation add constraint delegation_check CHECK ((receiver_id <> giver_id));
alter table delegation add constraint delegation_giver_id_fkey FOREIGN KEY (giver_id) REFERENCES person(person_id);
alter table delegation add constraint delegation_giver_id_receiver_id_role_unit_id_valid_recorde_excl EXCLUDE USING gist (giver_id WITH =, receiver_id WITH =, role WITH =, unit_id WITH =, valid WITH &&, recorded WITH &&);
alter table delegation add constraint delegation_pkey PRIMARY KEY (delegation_id);
alter table delegation add constraint delegation_receiver_id_fkey FOREIGN KEY (receiver_id) REFERENCES person(person_id);
alter table delegation add constraint delegation_role_check CHECK ((role = ANY (ARRAY['secretary'::text, 'leader'::text, 'unit-office'::text, 'superior-office'::text])));
alter table delegation add constraint delegation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table delegation add constraint delegation_valid_check CHECK (((NOT isempty(valid)) AND (NOT upper_inf(valid)) AND (upper(valid) <> 'infinity'::date)));
alter table delegation add constraint lent_acts_are_whole CHECK (is_whole(acts));
CREATE STATISTICS public.delegation_expr_stat ON upper(recorded) FROM delegation;
CREATE INDEX delegation_lower_idx ON public.delegation USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX delegation_receiver_id_idx ON public.delegation USING btree (receiver_id);
CREATE INDEX delegation_upper_idx ON public.delegation USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.delegation FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.delegation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.delegation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.delegation FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table delegation enable row level security;
alter table delegation force row level security;
create policy app_adds on delegation for insert to neu_guong_app
  with check (((giver_id = current_person_id()) AND (lower(valid) >= today_in_vietnam()) AND (EXISTS ( SELECT
   FROM roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h(role, unit_id, giver_id, acts)
  WHERE ((h.giver_id IS NULL) AND (h.role = delegation.role) AND (h.unit_id = delegation.unit_id))))));
create policy app_changes on delegation for update to neu_guong_app
  using ((giver_id = current_person_id()));
create policy app_reads on delegation for select to neu_guong_app
  using (((current_person_id() = giver_id) OR (current_person_id() = receiver_id)));
create policy the_auditor_reads on delegation for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on delegation to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on delegation to neu_guong_owner
  using (is_loading());
grant insert, select on delegation to neu_guong_app;
grant select on delegation to neu_guong_auditor;
grant update (recorded) on delegation to neu_guong_app;

create table demo_mark (
  demo_mark boolean not null default true,
  loaded_at timestamp with time zone not null default recorded_now()
);
alter table demo_mark add constraint demo_mark_demo_mark_check CHECK (demo_mark);
alter table demo_mark add constraint demo_mark_pkey PRIMARY KEY (demo_mark);
grant select on demo_mark to neu_guong_app;
grant select on demo_mark to neu_guong_auditor;

create table desk_mail (
  person_id bigint not null,
  is_wanted boolean not null,
  said_at timestamp with time zone not null default recorded_now()
);
alter table desk_mail add constraint desk_mail_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table desk_mail add constraint desk_mail_pkey PRIMARY KEY (person_id);
alter table desk_mail enable row level security;
alter table desk_mail force row level security;
create policy app_adds on desk_mail for insert to neu_guong_app
  with check ((person_id = current_person_id()));
create policy app_changes on desk_mail for update to neu_guong_app
  using ((person_id = current_person_id()));
create policy app_reads on desk_mail for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_auditor_reads on desk_mail for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on desk_mail to neu_guong_owner
  using (is_loading());
grant insert, select on desk_mail to neu_guong_app;
grant select on desk_mail to neu_guong_auditor;
grant update (is_wanted, said_at) on desk_mail to neu_guong_app;

create table draft (
  draft_id integer not null generated by default as identity,
  unit_id integer not null,
  article_id integer,
  follows text,
  begun_by bigint not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table draft add constraint draft_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(article_id);
alter table draft add constraint draft_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES person(person_id);
alter table draft add constraint draft_check CHECK (((article_id IS NULL) = (follows IS NULL)));
alter table draft add constraint draft_follows_check CHECK ((follows = ANY (ARRAY['update'::text, 'correction'::text, 'minor'::text])));
alter table draft add constraint draft_pkey PRIMARY KEY (draft_id);
alter table draft add constraint draft_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX draft_article_id_idx ON public.draft USING btree (article_id);
CREATE INDEX draft_recorded_at_idx ON public.draft USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.draft FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.draft REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.draft REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table draft enable row level security;
create policy app_adds on draft for insert to neu_guong_app
  with check (((begun_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('article'::text, 'write'::text) u(unit_id)))));
create policy app_reads on draft for select to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('article'::text, 'read'::text) u(unit_id))));
create policy the_auditor_reads on draft for select to neu_guong_auditor
  using (true);
grant insert, select on draft to neu_guong_app;
grant select on draft to neu_guong_auditor;

create table draft_approval (
  draft_id integer not null,
  step integer not null,
  state text not null generated always as ('approved'::text) stored,
  version integer not null,
  approved_by bigint not null,
  digest text not null,
  publish_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null default recorded_now(),
  emergency text,
  hand text not null generated always as (
CASE
    WHEN (emergency IS NULL) THEN 'approved'::text
    ELSE 'wrote'::text
END) stored
);
alter table draft_approval add constraint draft_approval_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table draft_approval add constraint draft_approval_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(draft_id);
alter table draft_approval add constraint draft_approval_draft_id_step_digest_key UNIQUE (draft_id, step, digest);
alter table draft_approval add constraint draft_approval_draft_id_step_state_fkey FOREIGN KEY (draft_id, step, state) REFERENCES draft_step(draft_id, number, state);
alter table draft_approval add constraint draft_approval_draft_id_version_fkey FOREIGN KEY (draft_id, version) REFERENCES draft_version(draft_id, number);
alter table draft_approval add constraint draft_approval_emergency_check CHECK ((emergency <> ''::text));
alter table draft_approval add constraint draft_approval_pkey PRIMARY KEY (draft_id, step);
alter table draft_approval add constraint four_eyes FOREIGN KEY (draft_id, approved_by, hand) REFERENCES draft_hand(draft_id, person_id, hand);
CREATE INDEX draft_approval_recorded_at_idx ON public.draft_approval USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.draft_approval FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.draft_approval REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.draft_approval REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table draft_approval enable row level security;
create policy app_adds on draft_approval for insert to neu_guong_app
  with check (((approved_by = current_person_id()) AND may_to_draft(draft_id, 'approve'::text)));
create policy app_reads on draft_approval for select to neu_guong_app
  using (may_to_draft(draft_id, 'read'::text));
create policy the_auditor_reads on draft_approval for select to neu_guong_auditor
  using (true);
grant insert, select on draft_approval to neu_guong_app;
grant select on draft_approval to neu_guong_auditor;

create table draft_comment (
  comment_id bigint not null generated by default as identity,
  draft_id integer not null,
  version integer not null,
  anchor text not null,
  at integer not null,
  words text not null,
  said text not null,
  author_id bigint not null,
  author_name text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table draft_comment add constraint draft_comment_anchor_check CHECK ((anchor = ANY (ARRAY['block'::text, 'number'::text])));
alter table draft_comment add constraint draft_comment_at_check CHECK ((at >= 0));
alter table draft_comment add constraint draft_comment_author_id_fkey FOREIGN KEY (author_id) REFERENCES person(person_id);
alter table draft_comment add constraint draft_comment_draft_id_comment_id_key UNIQUE (draft_id, comment_id);
alter table draft_comment add constraint draft_comment_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(draft_id);
alter table draft_comment add constraint draft_comment_draft_id_version_fkey FOREIGN KEY (draft_id, version) REFERENCES draft_version(draft_id, number);
alter table draft_comment add constraint draft_comment_pkey PRIMARY KEY (comment_id);
alter table draft_comment add constraint draft_comment_said_check CHECK ((said <> ''::text));
CREATE INDEX draft_comment_recorded_at_idx ON public.draft_comment USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.draft_comment FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.draft_comment REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.draft_comment REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table draft_comment enable row level security;
create policy app_adds on draft_comment for insert to neu_guong_app
  with check (((author_id = current_person_id()) AND may_to_draft(draft_id, 'read'::text)));
create policy app_reads on draft_comment for select to neu_guong_app
  using (may_to_draft(draft_id, 'read'::text));
create policy the_auditor_reads on draft_comment for select to neu_guong_auditor
  using (true);
grant insert, select on draft_comment to neu_guong_app;
grant select on draft_comment to neu_guong_auditor;

create table draft_comment_act (
  comment_id bigint not null,
  number integer not null,
  draft_id integer not null,
  act text not null,
  said text,
  actor_id bigint not null,
  actor_name text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table draft_comment_act add constraint draft_comment_act_act_check CHECK ((act = ANY (ARRAY['answer'::text, 'resolve'::text, 'reopen'::text])));
alter table draft_comment_act add constraint draft_comment_act_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table draft_comment_act add constraint draft_comment_act_check CHECK (((act <> 'answer'::text) OR (said IS NOT NULL)));
alter table draft_comment_act add constraint draft_comment_act_draft_id_comment_id_fkey FOREIGN KEY (draft_id, comment_id) REFERENCES draft_comment(draft_id, comment_id);
alter table draft_comment_act add constraint draft_comment_act_number_check CHECK ((number >= 1));
alter table draft_comment_act add constraint draft_comment_act_pkey PRIMARY KEY (comment_id, number);
alter table draft_comment_act add constraint draft_comment_act_said_check CHECK ((said <> ''::text));
CREATE INDEX draft_comment_act_recorded_at_idx ON public.draft_comment_act USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.draft_comment_act FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.draft_comment_act REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.draft_comment_act REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table draft_comment_act enable row level security;
create policy app_adds on draft_comment_act for insert to neu_guong_app
  with check (((actor_id = current_person_id()) AND may_to_draft(draft_id, 'read'::text)));
create policy app_reads on draft_comment_act for select to neu_guong_app
  using (may_to_draft(draft_id, 'read'::text));
create policy the_auditor_reads on draft_comment_act for select to neu_guong_auditor
  using (true);
grant insert, select on draft_comment_act to neu_guong_app;
grant select on draft_comment_act to neu_guong_auditor;

create table draft_countersign (
  draft_id integer not null,
  step integer not null,
  signed_by bigint not null,
  signer_name text not null,
  hand text not null generated always as ('approved'::text) stored,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table draft_countersign add constraint draft_countersign_draft_id_step_fkey FOREIGN KEY (draft_id, step) REFERENCES draft_approval(draft_id, step);
alter table draft_countersign add constraint draft_countersign_pkey PRIMARY KEY (draft_id, step);
alter table draft_countersign add constraint second_eyes FOREIGN KEY (draft_id, signed_by, hand) REFERENCES draft_hand(draft_id, person_id, hand);
CREATE INDEX draft_countersign_recorded_at_idx ON public.draft_countersign USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.draft_countersign FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.draft_countersign REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.draft_countersign REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table draft_countersign enable row level security;
create policy app_adds on draft_countersign for insert to neu_guong_app
  with check (((signed_by = current_person_id()) AND may_to_draft(draft_id, 'approve'::text)));
create policy app_reads on draft_countersign for select to neu_guong_app
  using (may_to_draft(draft_id, 'read'::text));
create policy the_auditor_reads on draft_countersign for select to neu_guong_auditor
  using (true);
grant insert, select on draft_countersign to neu_guong_app;
grant select on draft_countersign to neu_guong_auditor;

create table draft_hand (
  draft_id integer not null,
  person_id bigint not null,
  hand text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table draft_hand add constraint draft_hand_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(draft_id);
alter table draft_hand add constraint draft_hand_draft_id_person_id_hand_key UNIQUE (draft_id, person_id, hand);
alter table draft_hand add constraint draft_hand_hand_check CHECK ((hand = ANY (ARRAY['wrote'::text, 'approved'::text])));
alter table draft_hand add constraint draft_hand_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table draft_hand add constraint one_hand_each PRIMARY KEY (draft_id, person_id);
CREATE INDEX draft_hand_recorded_at_idx ON public.draft_hand USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.draft_hand FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.draft_hand REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.draft_hand REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table draft_hand enable row level security;
alter table draft_hand force row level security;
create policy app_adds on draft_hand for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND
CASE hand
    WHEN 'approved'::text THEN may_to_draft(draft_id, 'approve'::text)
    ELSE (may_to_draft(draft_id, 'write'::text) OR may_to_draft(draft_id, 'edit'::text) OR may_to_draft(draft_id, 'check'::text) OR may_to_draft(draft_id, 'approve'::text))
END));
create policy app_reads on draft_hand for select to neu_guong_app
  using (may_to_draft(draft_id, 'read'::text));
create policy the_auditor_reads on draft_hand for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on draft_hand to neu_guong_owner
  using (is_loading());
grant insert, select on draft_hand to neu_guong_app;
grant select on draft_hand to neu_guong_auditor;

create table draft_letter (
  draft_letter_id bigint not null generated by default as identity,
  draft_id integer not null,
  step integer not null,
  person_id bigint not null,
  made_at timestamp with time zone not null default recorded_now(),
  state text not null default 'queued'::text,
  reason text
);
alter table draft_letter add constraint draft_letter_draft_id_step_fkey FOREIGN KEY (draft_id, step) REFERENCES draft_step(draft_id, number);
alter table draft_letter add constraint draft_letter_draft_id_step_person_id_key UNIQUE (draft_id, step, person_id);
alter table draft_letter add constraint draft_letter_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table draft_letter add constraint draft_letter_pkey PRIMARY KEY (draft_letter_id);
alter table draft_letter add constraint draft_letter_reason_check CHECK ((reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table draft_letter add constraint draft_letter_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'deferred'::text, 'sent'::text, 'failed'::text, 'unsure'::text, 'dropped'::text])));
alter table draft_letter enable row level security;
alter table draft_letter force row level security;
create policy app_changes on draft_letter for update to neu_guong_app
  using ((person_id = current_person_id()));
create policy app_reads on draft_letter for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_auditor_reads on draft_letter for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on draft_letter to neu_guong_owner
  using (is_loading());
grant select on draft_letter to neu_guong_app;
grant select on draft_letter to neu_guong_auditor;
grant update (state, reason) on draft_letter to neu_guong_app;

create table draft_step (
  draft_id integer not null,
  number integer not null,
  before integer generated always as (NULLIF((number - 1), 0)) stored,
  from_state text,
  move text not null,
  state text not null,
  comment text,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table draft_step add constraint a_lawful_move CHECK (((((((((((((((((move = 'begin'::text) AND (COALESCE(from_state, ''::text) = ''::text) AND (state = 'draft'::text)) OR ((move = 'submit'::text) AND (COALESCE(from_state, ''::text) = 'draft'::text) AND (state = 'submitted'::text))) OR ((move = 'drop'::text) AND (COALESCE(from_state, ''::text) = 'draft'::text) AND (state = 'dropped'::text))) OR ((move = 'pass'::text) AND (COALESCE(from_state, ''::text) = 'submitted'::text) AND (state = 'in-review'::text))) OR ((move = 'return'::text) AND (COALESCE(from_state, ''::text) = 'submitted'::text) AND (state = 'draft'::text))) OR ((move = 'sign-off'::text) AND (COALESCE(from_state, ''::text) = 'in-review'::text) AND (state = 'checked'::text))) OR ((move = 'send-back'::text) AND (COALESCE(from_state, ''::text) = 'in-review'::text) AND (state = 'draft'::text))) OR ((move = 'approve'::text) AND (COALESCE(from_state, ''::text) = 'checked'::text) AND (state = 'approved'::text))) OR ((move = 'refuse'::text) AND (COALESCE(from_state, ''::text) = 'checked'::text) AND (state = 'draft'::text))) OR ((move = 'emergency'::text) AND (COALESCE(from_state, ''::text) = 'draft'::text) AND (state = 'approved'::text))) OR ((move = 'emergency'::text) AND (COALESCE(from_state, ''::text) = 'submitted'::text) AND (state = 'approved'::text))) OR ((move = 'emergency'::text) AND (COALESCE(from_state, ''::text) = 'in-review'::text) AND (state = 'approved'::text))) OR ((move = 'emergency'::text) AND (COALESCE(from_state, ''::text) = 'checked'::text) AND (state = 'approved'::text))) OR ((move = 'recall'::text) AND (COALESCE(from_state, ''::text) = 'approved'::text) AND (state = 'checked'::text))) OR ((move = 'publish'::text) AND (COALESCE(from_state, ''::text) = 'approved'::text) AND (state = 'published'::text))));
alter table draft_step add constraint draft_step_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table draft_step add constraint draft_step_check CHECK (((from_state IS NULL) = (number = 1)));
alter table draft_step add constraint draft_step_comment_check CHECK ((comment <> ''::text));
alter table draft_step add constraint draft_step_draft_id_before_from_state_fkey FOREIGN KEY (draft_id, before, from_state) REFERENCES draft_step(draft_id, number, state);
alter table draft_step add constraint draft_step_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(draft_id);
alter table draft_step add constraint draft_step_draft_id_number_state_key UNIQUE (draft_id, number, state);
alter table draft_step add constraint draft_step_number_check CHECK ((number >= 1));
alter table draft_step add constraint draft_step_pkey PRIMARY KEY (draft_id, number);
CREATE INDEX draft_step_recorded_at_idx ON public.draft_step USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.draft_step FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.draft_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.draft_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER tell_of_draft AFTER INSERT ON public.draft_step FOR EACH ROW WHEN (((new.number > 1) AND ((new.move = 'emergency'::text) OR (new.state = ANY (ARRAY['draft'::text, 'submitted'::text, 'in-review'::text, 'checked'::text]))))) EXECUTE FUNCTION tell_of_draft();
alter table draft_step enable row level security;
create policy app_adds on draft_step for insert to neu_guong_app
  with check (((actor_id = current_person_id()) AND (move <> 'publish'::text) AND may_to_draft(draft_id,
CASE move
    WHEN 'emergency'::text THEN 'approve'::text
    ELSE act_in_state(from_state)
END)));
create policy app_reads on draft_step for select to neu_guong_app
  using (may_to_draft(draft_id, 'read'::text));
create policy the_auditor_reads on draft_step for select to neu_guong_auditor
  using (true);
grant insert, select on draft_step to neu_guong_app;
grant select on draft_step to neu_guong_auditor;

create table draft_version (
  draft_id integer not null,
  number integer not null,
  written_by bigint not null,
  writer_name text not null,
  hand text not null generated always as ('wrote'::text) stored,
  step integer not null,
  state text not null,
  content jsonb not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table draft_version add constraint draft_version_content_check CHECK ((jsonb_typeof(content) = 'object'::text));
alter table draft_version add constraint draft_version_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(draft_id);
alter table draft_version add constraint draft_version_draft_id_step_state_fkey FOREIGN KEY (draft_id, step, state) REFERENCES draft_step(draft_id, number, state);
alter table draft_version add constraint draft_version_draft_id_written_by_hand_fkey FOREIGN KEY (draft_id, written_by, hand) REFERENCES draft_hand(draft_id, person_id, hand);
alter table draft_version add constraint draft_version_number_check CHECK ((number >= 1));
alter table draft_version add constraint draft_version_pkey PRIMARY KEY (draft_id, number);
alter table draft_version add constraint draft_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'in-review'::text])));
CREATE INDEX draft_version_recorded_at_idx ON public.draft_version USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.draft_version FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.draft_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.draft_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table draft_version enable row level security;
create policy app_adds on draft_version for insert to neu_guong_app
  with check (((written_by = current_person_id()) AND may_to_draft(draft_id, act_in_state(state)) AND (step = ( SELECT max(s.number) AS max
   FROM draft_step s
  WHERE (s.draft_id = draft_version.draft_id)))));
create policy app_reads on draft_version for select to neu_guong_app
  using (may_to_draft(draft_id, 'read'::text));
create policy the_auditor_reads on draft_version for select to neu_guong_auditor
  using (true);
grant insert, select on draft_version to neu_guong_app;
grant select on draft_version to neu_guong_auditor;

create table edition (
  edition_id bigint not null generated by default as identity,
  article_id integer not null,
  lang text not null,
  number integer not null,
  title text not null,
  lead text not null,
  picture jsonb,
  body jsonb not null,
  byline text not null,
  published_at timestamp with time zone not null,
  reasons jsonb not null default '[]'::jsonb,
  digest text not null,
  draft_id integer,
  approved_step integer,
  follows text,
  note text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table edition add constraint edition_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(article_id);
alter table edition add constraint edition_article_id_lang_number_key UNIQUE (article_id, lang, number);
alter table edition add constraint edition_check CHECK ((((number = 1) = (follows IS NULL)) AND ((follows IS NULL) = (note IS NULL))));
alter table edition add constraint edition_check1 CHECK (((draft_id IS NULL) = (approved_step IS NULL)));
alter table edition add constraint edition_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table edition add constraint edition_draft_id_key UNIQUE (draft_id);
alter table edition add constraint edition_follows_check CHECK ((follows = ANY (ARRAY['update'::text, 'correction'::text, 'minor'::text])));
alter table edition add constraint edition_lang_check CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text])));
alter table edition add constraint edition_note_check CHECK ((note <> ''::text));
alter table edition add constraint edition_number_check CHECK ((number >= 1));
alter table edition add constraint edition_pkey PRIMARY KEY (edition_id);
alter table edition add constraint edition_title_check CHECK ((title <> ''::text));
alter table edition add constraint published_as_approved FOREIGN KEY (draft_id, approved_step, digest) REFERENCES draft_approval(draft_id, step, digest);
CREATE STATISTICS public.edition_expr_stat ON upper(recorded) FROM edition;
CREATE INDEX edition_first ON public.edition USING btree (lang, published_at DESC, article_id DESC) WHERE (number = 1);
CREATE INDEX edition_lower_idx ON public.edition USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX edition_title ON public.edition USING gin (folded(title) gin_trgm_ops);
CREATE INDEX edition_upper_idx ON public.edition USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.edition FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.edition FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.edition REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.edition REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.edition FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
grant select on edition to neu_guong_app;
grant select on edition to neu_guong_auditor;

create table edition_subject (
  edition_id bigint not null,
  number integer not null,
  unit_id integer,
  instrument_id bigint,
  name text not null,
  recorded_at timestamp with time zone not null default recorded_now(),
  keyword text
);
alter table edition_subject add constraint edition_subject_check CHECK ((num_nonnulls(unit_id, instrument_id, keyword) = 1));
alter table edition_subject add constraint edition_subject_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(edition_id);
alter table edition_subject add constraint edition_subject_edition_id_instrument_id_key UNIQUE (edition_id, instrument_id);
alter table edition_subject add constraint edition_subject_edition_id_keyword_key UNIQUE (edition_id, keyword);
alter table edition_subject add constraint edition_subject_edition_id_unit_id_key UNIQUE (edition_id, unit_id);
alter table edition_subject add constraint edition_subject_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table edition_subject add constraint edition_subject_keyword_check CHECK ((keyword ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table edition_subject add constraint edition_subject_name_check CHECK ((name <> ''::text));
alter table edition_subject add constraint edition_subject_number_check CHECK ((number >= 1));
alter table edition_subject add constraint edition_subject_pkey PRIMARY KEY (edition_id, number);
alter table edition_subject add constraint edition_subject_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX edition_subject_instrument_id_idx ON public.edition_subject USING btree (instrument_id);
CREATE INDEX edition_subject_keyword_idx ON public.edition_subject USING btree (keyword);
CREATE INDEX edition_subject_recorded_at_idx ON public.edition_subject USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX edition_subject_unit_id_idx ON public.edition_subject USING btree (unit_id);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.edition_subject FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.edition_subject FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.edition_subject REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.edition_subject REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
grant select on edition_subject to neu_guong_app;
grant select on edition_subject to neu_guong_auditor;

create table erasure (
  of_table text not null,
  of_row text not null,
  retention text not null,
  stood text not null,
  remains text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table erasure add constraint erasure_of_table_check CHECK ((of_table ~ '^[a-z_]+$'::text));
alter table erasure add constraint erasure_pkey PRIMARY KEY (of_table, of_row);
alter table erasure add constraint erasure_remains_check CHECK ((remains ~ '^[0-9a-f]{64}$'::text));
alter table erasure add constraint erasure_retention_check CHECK ((retention = ANY (ARRAY['organisation'::text, 'publication'::text, 'conduct'::text, 'access'::text])));
alter table erasure add constraint erasure_stood_check CHECK ((stood ~ '^[0-9a-f]{64}$'::text));
CREATE INDEX erasure_recorded_at_idx ON public.erasure USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.erasure REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.erasure REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
grant select on erasure to neu_guong_app;
grant select on erasure to neu_guong_auditor;

create table erasure_run (
  erasure_run_id bigint not null generated by default as identity,
  retention_rule_id integer,
  data_request_id bigint,
  commitments integer not null,
  rows_erased integer not null,
  ran_at timestamp with time zone not null default recorded_now()
);
alter table erasure_run add constraint by_a_rule_or_a_request CHECK ((num_nonnulls(retention_rule_id, data_request_id) = 1));
alter table erasure_run add constraint erasure_run_commitments_check CHECK ((commitments >= 0));
alter table erasure_run add constraint erasure_run_data_request_id_fkey FOREIGN KEY (data_request_id) REFERENCES data_request(data_request_id);
alter table erasure_run add constraint erasure_run_pkey PRIMARY KEY (erasure_run_id);
alter table erasure_run add constraint erasure_run_retention_rule_id_fkey FOREIGN KEY (retention_rule_id) REFERENCES retention_rule(retention_rule_id);
alter table erasure_run add constraint erasure_run_rows_erased_check CHECK ((rows_erased >= 0));
CREATE INDEX erasure_run_ran_at_idx ON public.erasure_run USING brin (ran_at) WITH (pages_per_range='32', autosummarize='on');
CREATE UNIQUE INDEX one_run_a_request ON public.erasure_run USING btree (data_request_id) WHERE (data_request_id IS NOT NULL);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.erasure_run REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.erasure_run REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table erasure_run enable row level security;
alter table erasure_run force row level security;
create policy app_reads on erasure_run for select to neu_guong_app
  using ((( SELECT may_set_retention() AS may_set_retention) OR (EXISTS ( SELECT
   FROM data_request r
  WHERE (r.data_request_id = erasure_run.data_request_id)))));
create policy the_auditor_reads on erasure_run for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on erasure_run to neu_guong_owner
  using (is_loading());
grant select on erasure_run to neu_guong_app;
grant select on erasure_run to neu_guong_auditor;

create table evidence (
  evidence_id bigint not null generated by default as identity,
  deed_step_id bigint not null,
  person_id bigint not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  digest text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  salt uuid default gen_random_uuid()
);
alter table evidence add constraint evidence_bytes_check CHECK ((octet_length(bytes) <= 5242880));
alter table evidence add constraint evidence_deed_step_id_fkey FOREIGN KEY (deed_step_id) REFERENCES deed_step(deed_step_id);
alter table evidence add constraint evidence_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table evidence add constraint evidence_media_type_check CHECK ((media_type = ANY (ARRAY['image/jpeg'::text, 'application/pdf'::text])));
alter table evidence add constraint evidence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table evidence add constraint evidence_pkey PRIMARY KEY (evidence_id);
alter table evidence add constraint it_shows_something_until_it_is_erased CHECK ((((name <> ''::text) AND (octet_length(bytes) > 0)) OR (salt IS NULL)));
CREATE INDEX evidence_deed_step_id_idx ON public.evidence USING btree (deed_step_id);
CREATE STATISTICS public.evidence_expr_stat ON upper(recorded) FROM evidence;
CREATE INDEX evidence_lower_idx ON public.evidence USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX evidence_upper_idx ON public.evidence USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.evidence FOR EACH ROW EXECUTE FUNCTION history_is_kept('name bytes salt');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.evidence REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.evidence REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.evidence FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table evidence enable row level security;
alter table evidence force row level security;
create policy app_adds on evidence for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM ((deed_step s
     JOIN deed d USING (deed_id))
     JOIN commitment c USING (commitment_id))
  WHERE ((s.deed_step_id = evidence.deed_step_id) AND may_write_commitment(c.obligation_id))))));
create policy app_reads on evidence for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM deed_step s
  WHERE (s.deed_step_id = evidence.deed_step_id)))));
create policy the_auditor_reads on evidence for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on evidence to neu_guong_owner
  using (is_loading());
grant insert, select on evidence to neu_guong_app;
grant select on evidence to neu_guong_auditor;

create table exemplar (
  exemplar_id bigint not null generated by default as identity,
  kind text not null,
  field text not null,
  unit_id integer not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  keeper_id integer
);
alter table exemplar add constraint exemplar_field_fkey FOREIGN KEY (field) REFERENCES field(field);
alter table exemplar add constraint exemplar_keeper_id_fkey FOREIGN KEY (keeper_id) REFERENCES unit(unit_id);
alter table exemplar add constraint exemplar_kind_check CHECK ((kind = ANY (ARRAY['collective'::text, 'individual'::text])));
alter table exemplar add constraint exemplar_pkey PRIMARY KEY (exemplar_id);
alter table exemplar add constraint exemplar_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.exemplar_expr_stat ON upper(recorded) FROM exemplar;
CREATE INDEX exemplar_keeper_id_idx ON public.exemplar USING btree (keeper_id);
CREATE INDEX exemplar_lower_idx ON public.exemplar USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX exemplar_unit_id_idx ON public.exemplar USING btree (unit_id);
CREATE INDEX exemplar_upper_idx ON public.exemplar USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.exemplar FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.exemplar FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.exemplar REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.exemplar REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.exemplar FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table exemplar enable row level security;
create policy app_adds on exemplar for insert to neu_guong_app
  with check ((keeper_id IN ( SELECT u.unit_id
   FROM units_where_may('exemplar'::text, 'nominate'::text) u(unit_id))));
create policy app_reads on exemplar for select to neu_guong_app
  using (true);
create policy the_auditor_reads on exemplar for select to neu_guong_auditor
  using (true);
grant insert, select on exemplar to neu_guong_app;
grant select on exemplar to neu_guong_auditor;

create table exemplar_profile (
  exemplar_id bigint not null,
  person_id bigint,
  name text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table exemplar_profile add constraint exemplar_profile_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(exemplar_id);
alter table exemplar_profile add constraint exemplar_profile_name_check CHECK (((name <> ''::text) AND (name = NORMALIZE(name, NFC))));
alter table exemplar_profile add constraint exemplar_profile_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
CREATE STATISTICS public.exemplar_profile_expr_stat ON upper(recorded) FROM exemplar_profile;
CREATE INDEX exemplar_profile_lower_idx ON public.exemplar_profile USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX exemplar_profile_person_id_idx ON public.exemplar_profile USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX exemplar_profile_upper_idx ON public.exemplar_profile USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_profile_an_exemplar ON public.exemplar_profile USING btree (exemplar_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.exemplar_profile FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.exemplar_profile FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.exemplar_profile REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.exemplar_profile REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.exemplar_profile FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table exemplar_profile enable row level security;
alter table exemplar_profile force row level security;
create policy app_adds on exemplar_profile for insert to neu_guong_app
  with check ((exemplar_id IN ( SELECT e.exemplar_id
   FROM exemplar e
  WHERE (e.keeper_id IN ( SELECT u.unit_id
           FROM units_where_may('exemplar'::text, 'nominate'::text) u(unit_id))))));
create policy app_reads on exemplar_profile for select to neu_guong_app
  using (((person_id = current_person_id()) OR (is_open(recorded) AND has_consent(exemplar_id, 'name'::text)) OR (exemplar_id IN ( SELECT e.exemplar_id
   FROM exemplar e
  WHERE (e.keeper_id IN ( SELECT u.unit_id
           FROM units_where_may('exemplar'::text, 'read'::text) u(unit_id)))))));
create policy the_auditor_reads on exemplar_profile for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on exemplar_profile to neu_guong_owner
  using (is_loading());
grant insert, select on exemplar_profile to neu_guong_app;
grant select on exemplar_profile to neu_guong_auditor;

create table exemplar_rule (
  exemplar_rule_id integer not null generated by default as identity,
  notice_days integer not null,
  attended_percent integer not null,
  favour_percent integer not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table exemplar_rule add constraint exemplar_rule_attended_percent_check CHECK (((attended_percent >= 1) AND (attended_percent <= 100)));
alter table exemplar_rule add constraint exemplar_rule_favour_percent_check CHECK (((favour_percent >= 1) AND (favour_percent <= 100)));
alter table exemplar_rule add constraint exemplar_rule_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table exemplar_rule add constraint exemplar_rule_notice_days_check CHECK (((notice_days >= 1) AND (notice_days <= 60)));
alter table exemplar_rule add constraint exemplar_rule_pkey PRIMARY KEY (exemplar_rule_id);
alter table exemplar_rule add constraint exemplar_rule_valid_check CHECK ((NOT isempty(valid)));
alter table exemplar_rule add constraint exemplar_rule_valid_recorded_excl EXCLUDE USING gist (valid WITH &&, recorded WITH &&);
CREATE STATISTICS public.exemplar_rule_expr_stat ON upper(recorded) FROM exemplar_rule;
CREATE INDEX exemplar_rule_lower_idx ON public.exemplar_rule USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX exemplar_rule_upper_idx ON public.exemplar_rule USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.exemplar_rule FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.exemplar_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.exemplar_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.exemplar_rule FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table exemplar_rule enable row level security;
create policy app_adds on exemplar_rule for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on exemplar_rule for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on exemplar_rule for select to neu_guong_app
  using (true);
create policy the_auditor_reads on exemplar_rule for select to neu_guong_auditor
  using (true);
grant insert, select on exemplar_rule to neu_guong_app;
grant select on exemplar_rule to neu_guong_auditor;
grant update (recorded) on exemplar_rule to neu_guong_app;

create table exemplar_story (
  exemplar_id bigint not null,
  story_vi text not null,
  story_en text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table exemplar_story add constraint exemplar_story_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(exemplar_id);
CREATE STATISTICS public.exemplar_story_expr_stat ON upper(recorded) FROM exemplar_story;
CREATE INDEX exemplar_story_lower_idx ON public.exemplar_story USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX exemplar_story_upper_idx ON public.exemplar_story USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_story_an_exemplar ON public.exemplar_story USING btree (exemplar_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.exemplar_story FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.exemplar_story FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.exemplar_story REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.exemplar_story REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.exemplar_story FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table exemplar_story enable row level security;
alter table exemplar_story force row level security;
create policy app_adds on exemplar_story for insert to neu_guong_app
  with check ((exemplar_id IN ( SELECT e.exemplar_id
   FROM exemplar e
  WHERE (e.keeper_id IN ( SELECT u.unit_id
           FROM units_where_may('exemplar'::text, 'nominate'::text) u(unit_id))))));
create policy app_changes on exemplar_story for update to neu_guong_app
  using ((exemplar_id IN ( SELECT e.exemplar_id
   FROM exemplar e
  WHERE (e.keeper_id IN ( SELECT u.unit_id
           FROM units_where_may('exemplar'::text, 'nominate'::text) u(unit_id))))));
create policy app_reads on exemplar_story for select to neu_guong_app
  using (((is_open(recorded) AND has_consent(exemplar_id, 'story'::text)) OR (exemplar_id IN ( SELECT p.exemplar_id
   FROM exemplar_profile p
  WHERE (p.person_id = current_person_id()))) OR (exemplar_id IN ( SELECT e.exemplar_id
   FROM exemplar e
  WHERE (e.keeper_id IN ( SELECT u.unit_id
           FROM units_where_may('exemplar'::text, 'read'::text) u(unit_id)))))));
create policy the_auditor_reads on exemplar_story for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on exemplar_story to neu_guong_owner
  using (is_loading());
grant insert, select on exemplar_story to neu_guong_app;
grant select on exemplar_story to neu_guong_auditor;
grant update (recorded) on exemplar_story to neu_guong_app;

create table exemption_reason (
  exemption_reason_id integer not null generated by default as identity,
  ordinal integer not null,
  name_vi text not null,
  name_en text not null,
  asks_note boolean not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table exemption_reason add constraint exemption_reason_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table exemption_reason add constraint exemption_reason_name_en_check CHECK ((name_en <> ''::text));
alter table exemption_reason add constraint exemption_reason_name_vi_check CHECK ((name_vi <> ''::text));
alter table exemption_reason add constraint exemption_reason_ordinal_check CHECK ((ordinal >= 1));
alter table exemption_reason add constraint exemption_reason_ordinal_valid_recorded_excl EXCLUDE USING gist (ordinal WITH =, valid WITH &&, recorded WITH &&);
alter table exemption_reason add constraint exemption_reason_pkey PRIMARY KEY (exemption_reason_id);
alter table exemption_reason add constraint exemption_reason_valid_check CHECK ((NOT isempty(valid)));
CREATE STATISTICS public.exemption_reason_expr_stat ON upper(recorded) FROM exemption_reason;
CREATE INDEX exemption_reason_lower_idx ON public.exemption_reason USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX exemption_reason_upper_idx ON public.exemption_reason USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.exemption_reason FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.exemption_reason REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.exemption_reason REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.exemption_reason FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table exemption_reason enable row level security;
create policy app_adds on exemption_reason for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on exemption_reason for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on exemption_reason for select to neu_guong_app
  using (true);
create policy the_auditor_reads on exemption_reason for select to neu_guong_auditor
  using (true);
grant insert, select on exemption_reason to neu_guong_app;
grant select on exemption_reason to neu_guong_auditor;
grant update (recorded) on exemption_reason to neu_guong_app;

create table external_identity (
  person_id bigint not null,
  issuer text not null,
  subject text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table external_identity add constraint external_identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
CREATE STATISTICS public.external_identity_expr_stat ON upper(recorded) FROM external_identity;
CREATE INDEX external_identity_lower_idx ON public.external_identity USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX external_identity_person_id_idx ON public.external_identity USING btree (person_id);
CREATE INDEX external_identity_upper_idx ON public.external_identity USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_identity ON public.external_identity USING btree (issuer, subject) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.external_identity FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.external_identity REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.external_identity REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.external_identity FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table external_identity enable row level security;
alter table external_identity force row level security;
create policy app_adds on external_identity for insert to neu_guong_app
  with check ((person_id = current_person_id()));
create policy app_changes on external_identity for update to neu_guong_app
  using ((person_id = current_person_id()));
create policy app_reads on external_identity for select to neu_guong_app
  using (((person_id = current_person_id()) OR (((issuer || ' '::text) || subject) = presented())));
create policy the_owner_loads on external_identity to neu_guong_owner
  using (is_loading());
grant insert, select on external_identity to neu_guong_app;
grant update (recorded) on external_identity to neu_guong_app;

create table field (
  field text not null,
  name_vi text not null,
  name_en text not null
);
alter table field add constraint field_pkey PRIMARY KEY (field);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.field FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on field to neu_guong_app;
grant select on field to neu_guong_auditor;

create table figure_run (
  figure_run_id bigint not null generated by default as identity,
  figure text not null,
  version integer not null,
  parameters jsonb not null,
  valid_as_of date not null,
  recorded_as_of timestamp with time zone not null,
  map text not null,
  value jsonb not null,
  row_count integer not null,
  digest text not null,
  chain text not null,
  ran_at timestamp with time zone not null default recorded_now()
);
alter table figure_run add constraint figure_run_chain_check CHECK ((chain ~ '^[0-9a-f]{64}$'::text));
alter table figure_run add constraint figure_run_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table figure_run add constraint figure_run_map_check CHECK ((map = ANY (ARRAY['as-was'::text, 'as-of'::text, 'restated'::text])));
alter table figure_run add constraint figure_run_pkey PRIMARY KEY (figure_run_id);
alter table figure_run add constraint figure_run_row_count_check CHECK ((row_count >= 0));
CREATE INDEX figure_run_ran_at_idx ON public.figure_run USING brin (ran_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.figure_run FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER figure_run_is_frozen BEFORE DELETE OR UPDATE ON public.figure_run FOR EACH ROW EXECUTE FUNCTION figure_run_is_frozen();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.figure_run REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.figure_run REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
grant select on figure_run to neu_guong_app;
grant select on figure_run to neu_guong_auditor;

create table founding_step (
  step text not null,
  typed jsonb not null,
  salt text not null,
  saved_at timestamp with time zone not null
);
alter table founding_step add constraint founding_step_pkey PRIMARY KEY (step);
alter table founding_step add constraint founding_step_step_check CHECK ((step ~ '^[a-z]+(-[a-z]+)*$'::text));
alter table founding_step add constraint founding_step_typed_check CHECK ((jsonb_typeof(typed) = 'object'::text));
alter table founding_step enable row level security;
alter table founding_step force row level security;
create policy the_owner_loads on founding_step to neu_guong_owner
  using (is_loading());

create table hierarchy (
  hierarchy text not null,
  name_vi text not null,
  name_en text not null
);
alter table hierarchy add constraint hierarchy_pkey PRIMARY KEY (hierarchy);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.hierarchy FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on hierarchy to neu_guong_app;
grant select on hierarchy to neu_guong_auditor;

create table holiday (
  holiday date not null,
  name_vi text not null,
  name_en text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  instrument_id bigint
);
alter table holiday add constraint holiday_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
CREATE STATISTICS public.holiday_expr_stat ON upper(recorded) FROM holiday;
CREATE INDEX holiday_lower_idx ON public.holiday USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX holiday_upper_idx ON public.holiday USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_day_off ON public.holiday USING btree (holiday) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.holiday FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.holiday FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.holiday REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.holiday REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.holiday FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table holiday enable row level security;
create policy app_adds on holiday for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on holiday for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on holiday for select to neu_guong_app
  using (true);
create policy the_auditor_reads on holiday for select to neu_guong_auditor
  using (true);
grant insert, select on holiday to neu_guong_app;
grant select on holiday to neu_guong_auditor;
grant update (recorded) on holiday to neu_guong_app;

create table idempotency_key (
  actor_id bigint,
  key text not null,
  act text not null,
  request_digest text not null,
  response jsonb,
  recorded timestamp with time zone not null default recorded_now()
);
alter table idempotency_key add constraint idempotency_key_act_check CHECK ((act ~ '^[a-z]+(-[a-z]+)*$'::text));
alter table idempotency_key add constraint idempotency_key_actor_id_key_key UNIQUE NULLS NOT DISTINCT (actor_id, key);
alter table idempotency_key add constraint idempotency_key_key_check CHECK ((key ~ '^[A-Za-z0-9_-]{16,128}$'::text));
alter table idempotency_key add constraint idempotency_key_request_digest_check CHECK ((request_digest ~ '^[0-9a-f]{64}$'::text));
CREATE INDEX idempotency_key_recorded ON public.idempotency_key USING btree (recorded);
CREATE INDEX idempotency_key_recorded_idx ON public.idempotency_key USING brin (recorded) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER first_answer_stands BEFORE UPDATE ON public.idempotency_key FOR EACH ROW WHEN ((old.response IS NOT NULL)) EXECUTE FUNCTION first_answer_stands();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.idempotency_key REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.idempotency_key REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy app_adds on idempotency_key for insert to neu_guong_app
  with check ((NOT (actor_id IS DISTINCT FROM current_person_id())));
create policy app_changes on idempotency_key for update to neu_guong_app
  using ((NOT (actor_id IS DISTINCT FROM current_person_id())))
  with check ((NOT (actor_id IS DISTINCT FROM current_person_id())));
create policy app_reads on idempotency_key for select to neu_guong_app
  using ((NOT (actor_id IS DISTINCT FROM current_person_id())));
create policy the_owner_forgets on idempotency_key to neu_guong_owner
  using (true)
  with check (true);
grant select on idempotency_key to neu_guong_app;
grant insert (actor_id, key, act, request_digest) on idempotency_key to neu_guong_app;
grant update (response) on idempotency_key to neu_guong_app;

create table image (
  digest text not null,
  width integer not null,
  height integer not null,
  fallback text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table image add constraint image_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table image add constraint image_fallback_check CHECK ((fallback = ANY (ARRAY['image/jpeg'::text, 'image/png'::text])));
alter table image add constraint image_height_check CHECK (((height >= 1) AND (height <= 1600)));
alter table image add constraint image_pkey PRIMARY KEY (digest);
alter table image add constraint image_width_check CHECK (((width >= 1) AND (width <= 1600)));
CREATE INDEX image_recorded_at_idx ON public.image USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.image REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.image REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER photo_is_kept BEFORE DELETE OR UPDATE ON public.image FOR EACH ROW EXECUTE FUNCTION photo_is_kept();
alter table image enable row level security;
create policy app_adds on image for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM units_where_may('article'::text, 'write'::text) units_where_may(unit_id))));
create policy app_reads on image for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM photo_version v
  WHERE (v.digest = image.digest))));
create policy the_auditor_reads on image for select to neu_guong_auditor
  using (true);
grant insert, select on image to neu_guong_app;
grant select on image to neu_guong_auditor;

create table image_file (
  digest text not null,
  width integer not null,
  media_type text not null,
  bytes bytea not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table image_file add constraint image_file_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 16777216)));
alter table image_file add constraint image_file_digest_fkey FOREIGN KEY (digest) REFERENCES image(digest);
alter table image_file add constraint image_file_media_type_check CHECK ((media_type = ANY (ARRAY['image/avif'::text, 'image/webp'::text, 'image/jpeg'::text, 'image/png'::text])));
alter table image_file add constraint image_file_pkey PRIMARY KEY (digest, width, media_type);
alter table image_file add constraint image_file_width_check CHECK (((width >= 1) AND (width <= 1600)));
CREATE INDEX image_file_recorded_at_idx ON public.image_file USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.image_file REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.image_file REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER photo_is_kept BEFORE DELETE OR UPDATE ON public.image_file FOR EACH ROW EXECUTE FUNCTION photo_is_kept();
alter table image_file enable row level security;
create policy app_adds on image_file for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM units_where_may('article'::text, 'write'::text) units_where_may(unit_id))));
create policy app_reads on image_file for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM photo_version v
  WHERE (v.digest = image_file.digest))));
create policy the_auditor_reads on image_file for select to neu_guong_auditor
  using (true);
grant insert, select on image_file to neu_guong_app;
grant select on image_file to neu_guong_auditor;

create table indicator (
  indicator_id integer not null generated by default as identity,
  key text not null,
  name_vi text not null,
  name_en text not null,
  measure text not null,
  base_id integer,
  direction text not null,
  due_day integer not null,
  plausible_most numeric,
  instrument_id bigint,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table indicator add constraint indicator_base_id_fkey FOREIGN KEY (base_id) REFERENCES indicator(indicator_id);
alter table indicator add constraint indicator_direction_check CHECK ((direction = ANY (ARRAY['up'::text, 'down'::text, 'none'::text])));
alter table indicator add constraint indicator_due_day_check CHECK (((due_day >= 1) AND (due_day <= 28)));
alter table indicator add constraint indicator_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table indicator add constraint indicator_key_check CHECK (((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(key) <= 60)));
alter table indicator add constraint indicator_measure_check CHECK (((measure <> ''::text) AND (length(measure) <= 40)));
alter table indicator add constraint indicator_name_en_check CHECK (((name_en <> ''::text) AND (length(name_en) <= 200)));
alter table indicator add constraint indicator_name_vi_check CHECK (((name_vi <> ''::text) AND (length(name_vi) <= 200)));
alter table indicator add constraint indicator_pkey PRIMARY KEY (indicator_id);
alter table indicator add constraint indicator_plausible_most_check CHECK ((plausible_most > (0)::numeric));
CREATE STATISTICS public.indicator_expr_stat ON upper(recorded) FROM indicator;
CREATE INDEX indicator_lower_idx ON public.indicator USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX indicator_upper_idx ON public.indicator USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_indicator_a_key ON public.indicator USING btree (key) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.indicator FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.indicator FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.indicator REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.indicator REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.indicator FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table indicator enable row level security;
create policy app_adds on indicator for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on indicator for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on indicator for select to neu_guong_app
  using (true);
create policy the_auditor_reads on indicator for select to neu_guong_auditor
  using (true);
grant insert, select on indicator to neu_guong_app;
grant select on indicator to neu_guong_auditor;
grant update (recorded) on indicator to neu_guong_app;

create table indicator_delivery (
  indicator_delivery_id bigint not null generated by default as identity,
  unit_id integer not null,
  sent_by bigint,
  indicator_key_id integer,
  way text not null,
  file_name text,
  received_at timestamp with time zone not null default recorded_now()
);
alter table indicator_delivery add constraint indicator_delivery_file_name_check CHECK ((length(file_name) <= 200));
alter table indicator_delivery add constraint indicator_delivery_indicator_key_id_fkey FOREIGN KEY (indicator_key_id) REFERENCES indicator_key(indicator_key_id);
alter table indicator_delivery add constraint indicator_delivery_pkey PRIMARY KEY (indicator_delivery_id);
alter table indicator_delivery add constraint indicator_delivery_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(person_id);
alter table indicator_delivery add constraint indicator_delivery_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table indicator_delivery add constraint indicator_delivery_way_check CHECK ((way = ANY (ARRAY['page'::text, 'workbook'::text, 'system'::text])));
CREATE INDEX indicator_delivery_received_at_idx ON public.indicator_delivery USING brin (received_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX indicator_delivery_unit_id_received_at_idx ON public.indicator_delivery USING btree (unit_id, received_at);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.indicator_delivery REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.indicator_delivery REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table indicator_delivery enable row level security;
alter table indicator_delivery force row level security;
create policy app_adds on indicator_delivery for insert to neu_guong_app
  with check (((sent_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('indicator'::text, 'send'::text) u(unit_id)))));
create policy app_reads on indicator_delivery for select to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('indicator'::text, 'send'::text) u(unit_id))));
create policy the_auditor_reads on indicator_delivery for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on indicator_delivery to neu_guong_owner
  using (is_loading());
grant insert, select on indicator_delivery to neu_guong_app;
grant select on indicator_delivery to neu_guong_auditor;

create table indicator_key (
  indicator_key_id integer not null generated by default as identity,
  unit_id integer not null,
  name text not null,
  digest text not null,
  issued_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table indicator_key add constraint indicator_key_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table indicator_key add constraint indicator_key_digest_key UNIQUE (digest);
alter table indicator_key add constraint indicator_key_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(person_id);
alter table indicator_key add constraint indicator_key_name_check CHECK (((name <> ''::text) AND (length(name) <= 100)));
alter table indicator_key add constraint indicator_key_pkey PRIMARY KEY (indicator_key_id);
alter table indicator_key add constraint indicator_key_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.indicator_key_expr_stat ON upper(recorded) FROM indicator_key;
CREATE INDEX indicator_key_lower_idx ON public.indicator_key USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX indicator_key_unit_id_idx ON public.indicator_key USING btree (unit_id);
CREATE INDEX indicator_key_upper_idx ON public.indicator_key USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.indicator_key FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.indicator_key REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.indicator_key REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.indicator_key FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table indicator_key enable row level security;
alter table indicator_key force row level security;
create policy app_adds on indicator_key for insert to neu_guong_app
  with check (((issued_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('indicator'::text, 'send'::text) u(unit_id)))));
create policy app_closes on indicator_key for update to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('indicator'::text, 'send'::text) u(unit_id))));
create policy app_reads on indicator_key for select to neu_guong_app
  using (((digest = presented()) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('indicator'::text, 'send'::text) u(unit_id)))));
create policy the_auditor_reads on indicator_key for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on indicator_key to neu_guong_owner
  using (is_loading());
grant insert, select on indicator_key to neu_guong_app;
grant select on indicator_key to neu_guong_auditor;
grant update (recorded) on indicator_key to neu_guong_app;

create table indicator_value (
  indicator_value_id bigint not null generated by default as identity,
  indicator_id integer not null,
  place_id integer not null,
  month date not null,
  quantity numeric not null,
  note text,
  indicator_delivery_id bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table indicator_value add constraint indicator_value_indicator_delivery_id_fkey FOREIGN KEY (indicator_delivery_id) REFERENCES indicator_delivery(indicator_delivery_id);
alter table indicator_value add constraint indicator_value_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(indicator_id);
alter table indicator_value add constraint indicator_value_month_check CHECK ((EXTRACT(day FROM month) = (1)::numeric));
alter table indicator_value add constraint indicator_value_note_check CHECK (((note <> ''::text) AND (length(note) <= 500)));
alter table indicator_value add constraint indicator_value_pkey PRIMARY KEY (indicator_value_id);
alter table indicator_value add constraint indicator_value_place_id_fkey FOREIGN KEY (place_id) REFERENCES unit(unit_id);
alter table indicator_value add constraint indicator_value_quantity_check CHECK ((quantity >= (0)::numeric));
CREATE STATISTICS public.indicator_value_expr_stat ON upper(recorded) FROM indicator_value;
CREATE INDEX indicator_value_indicator_delivery_id_idx ON public.indicator_value USING btree (indicator_delivery_id);
CREATE INDEX indicator_value_indicator_id_month_idx ON public.indicator_value USING btree (indicator_id, month);
CREATE INDEX indicator_value_lower_idx ON public.indicator_value USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX indicator_value_place_id_month_idx ON public.indicator_value USING btree (place_id, month);
CREATE INDEX indicator_value_upper_idx ON public.indicator_value USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_value_a_month ON public.indicator_value USING btree (indicator_id, place_id, month) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.indicator_value FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.indicator_value FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.indicator_value REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.indicator_value REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.indicator_value FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table indicator_value enable row level security;
create policy app_adds on indicator_value for insert to neu_guong_app
  with check ((place_id IN ( SELECT p.place_id
   FROM places_of_sender() p(place_id))));
create policy app_closes on indicator_value for update to neu_guong_app
  using ((place_id IN ( SELECT p.place_id
   FROM places_of_sender() p(place_id))));
create policy app_reads on indicator_value for select to neu_guong_app
  using (true);
create policy the_auditor_reads on indicator_value for select to neu_guong_auditor
  using (true);
grant insert, select on indicator_value to neu_guong_app;
grant select on indicator_value to neu_guong_auditor;
grant update (recorded) on indicator_value to neu_guong_app;

create table instrument (
  instrument_id bigint not null generated by default as identity,
  number text not null,
  kind text not null,
  issuer text not null,
  title text not null,
  signed_on date not null,
  effective_on date,
  published_on date,
  note text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table instrument add constraint instrument_kind_check CHECK ((kind = ANY (ARRAY['directive'::text, 'resolution'::text, 'decision'::text, 'plan'::text, 'conclusion'::text, 'regulation'::text, 'law'::text, 'other'::text])));
alter table instrument add constraint instrument_number_check CHECK ((number <> ''::text));
alter table instrument add constraint instrument_number_issuer_signed_on_recorded_excl EXCLUDE USING gist (number WITH =, issuer WITH =, signed_on WITH =, recorded WITH &&);
alter table instrument add constraint instrument_pkey PRIMARY KEY (instrument_id);
CREATE STATISTICS public.instrument_expr_stat ON upper(recorded) FROM instrument;
CREATE INDEX instrument_lower_idx ON public.instrument USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX instrument_upper_idx ON public.instrument USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.instrument FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.instrument FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.instrument REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.instrument REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.instrument FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table instrument enable row level security;
create policy app_adds on instrument for insert to neu_guong_app
  with check (may_record_instrument());
create policy app_reads on instrument for select to neu_guong_app
  using (true);
create policy the_auditor_reads on instrument for select to neu_guong_auditor
  using (true);
grant insert, select on instrument to neu_guong_app;
grant select on instrument to neu_guong_auditor;

create table instrument_file (
  instrument_file_id bigint not null generated by default as identity,
  instrument_id bigint not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  digest text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table instrument_file add constraint instrument_file_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 20971520)));
alter table instrument_file add constraint instrument_file_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table instrument_file add constraint instrument_file_instrument_id_digest_recorded_excl EXCLUDE USING gist (instrument_id WITH =, digest WITH =, recorded WITH &&);
alter table instrument_file add constraint instrument_file_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table instrument_file add constraint instrument_file_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text])));
alter table instrument_file add constraint instrument_file_name_check CHECK ((name <> ''::text));
alter table instrument_file add constraint instrument_file_pkey PRIMARY KEY (instrument_file_id);
CREATE STATISTICS public.instrument_file_expr_stat ON upper(recorded) FROM instrument_file;
CREATE INDEX instrument_file_lower_idx ON public.instrument_file USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX instrument_file_upper_idx ON public.instrument_file USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.instrument_file FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.instrument_file FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.instrument_file REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.instrument_file REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.instrument_file FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table instrument_file enable row level security;
create policy app_adds on instrument_file for insert to neu_guong_app
  with check (may_record_instrument());
create policy app_closes on instrument_file for update to neu_guong_app
  using (may_record_instrument());
create policy app_reads on instrument_file for select to neu_guong_app
  using (((current_person_id() IS NOT NULL) OR (EXISTS ( SELECT
   FROM instrument i
  WHERE ((i.instrument_id = instrument_file.instrument_id) AND (upper(i.recorded) = 'infinity'::timestamp with time zone) AND (i.published_on <= today_in_vietnam()))))));
create policy the_auditor_reads on instrument_file for select to neu_guong_auditor
  using (true);
grant insert, select on instrument_file to neu_guong_app;
grant select on instrument_file to neu_guong_auditor;
grant update (recorded) on instrument_file to neu_guong_app;

create table invitation (
  invitation_id bigint not null generated by default as identity,
  person_id bigint not null,
  code_digest text not null,
  made_by bigint,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  grounds text not null,
  asked_at timestamp with time zone,
  invitation_batch_id bigint
);
alter table invitation add constraint invitation_check CHECK ((expires_at > made_at));
alter table invitation add constraint invitation_check1 CHECK (((grounds = 'machine'::text) = (made_by IS NULL)));
alter table invitation add constraint invitation_code_digest_key UNIQUE (code_digest);
alter table invitation add constraint invitation_grounds_check CHECK ((grounds = ANY (ARRAY['first'::text, 'again'::text, 'machine'::text])));
alter table invitation add constraint invitation_invitation_batch_id_fkey FOREIGN KEY (invitation_batch_id) REFERENCES invitation_batch(invitation_batch_id);
alter table invitation add constraint invitation_invitation_batch_id_person_id_key UNIQUE (invitation_batch_id, person_id);
alter table invitation add constraint invitation_invitation_id_person_id_key UNIQUE (invitation_id, person_id);
alter table invitation add constraint invitation_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(person_id);
alter table invitation add constraint invitation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table invitation add constraint invitation_pkey PRIMARY KEY (invitation_id);
CREATE INDEX invitation_person_id_idx ON public.invitation USING btree (person_id);
CREATE INDEX invitation_waits ON public.invitation USING btree (asked_at) WHERE ((asked_at IS NOT NULL) AND (withdrawn_at IS NULL) AND ((used_at IS NULL) OR (grounds = 'first'::text)));
CREATE TRIGGER invitation_goes_forward BEFORE UPDATE ON public.invitation FOR EACH ROW EXECUTE FUNCTION invitation_goes_forward();
CREATE TRIGGER tell_when_printed AFTER INSERT ON public.invitation FOR EACH ROW EXECUTE FUNCTION tell_of_invitation();
CREATE TRIGGER tell_when_used AFTER UPDATE ON public.invitation FOR EACH ROW WHEN (((old.used_at IS NULL) AND (new.used_at IS NOT NULL))) EXECUTE FUNCTION tell_of_invitation();
alter table invitation enable row level security;
alter table invitation force row level security;
create policy app_adds on invitation for insert to neu_guong_app
  with check (((made_by = current_person_id()) AND may_restore(current_person_id(), 'invite'::text, person_id) AND (grounds =
CASE
    WHEN needs_second(person_id) THEN 'again'::text
    ELSE 'first'::text
END) AND ((grounds = 'again'::text) = (asked_at IS NOT NULL))));
create policy app_changes on invitation for update to neu_guong_app
  using (((person_id = current_person_id()) OR ((made_by = current_person_id()) OR may_restore(current_person_id(), 'invite'::text, person_id) OR may_restore(current_person_id(), 'confirm'::text, person_id))))
  with check (((person_id = current_person_id()) OR (used_at IS NULL)));
create policy app_reads on invitation for select to neu_guong_app
  using (((person_id = current_person_id()) OR (code_digest = presented()) OR (EXISTS ( SELECT
   FROM account_notice n
  WHERE ((n.invitation_id = invitation.invitation_id) AND (n.person_id = current_person_id())))) OR (made_by = current_person_id()) OR may_to_person(person_id, 'account'::text, 'read'::text) OR ((asked_at IS NOT NULL) AND ((used_at IS NULL) OR (grounds = 'first'::text)) AND may_confirm(current_person_id(), made_by, person_id))));
create policy the_owner_loads on invitation to neu_guong_owner
  using (is_loading());
grant insert, select on invitation to neu_guong_app;
grant update (used_at, withdrawn_at, asked_at) on invitation to neu_guong_app;

create table invitation_batch (
  invitation_batch_id bigint not null generated by default as identity,
  unit_id integer not null,
  whom text not null,
  made_by bigint not null,
  made_at timestamp with time zone not null,
  wanted integer,
  left_out integer,
  done_at timestamp with time zone,
  by_mail boolean not null default false
);
alter table invitation_batch add constraint invitation_batch_left_out_check CHECK ((left_out >= 0));
alter table invitation_batch add constraint invitation_batch_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(person_id);
alter table invitation_batch add constraint invitation_batch_pkey PRIMARY KEY (invitation_batch_id);
alter table invitation_batch add constraint invitation_batch_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table invitation_batch add constraint invitation_batch_wanted_check CHECK ((wanted >= 0));
alter table invitation_batch add constraint invitation_batch_whom_check CHECK ((whom = ANY (ARRAY['new'::text, 'not-come'::text, 'all'::text])));
CREATE INDEX invitation_batch_made_by_idx ON public.invitation_batch USING btree (made_by);
CREATE INDEX invitation_batch_unit_id_idx ON public.invitation_batch USING btree (unit_id);
alter table invitation_batch enable row level security;
alter table invitation_batch force row level security;
create policy app_adds on invitation_batch for insert to neu_guong_app
  with check (((made_by = current_person_id()) AND ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('account'::text, 'invite'::text) u(unit_id))) IS TRUE)));
create policy app_changes on invitation_batch for update to neu_guong_app
  using (((made_by = current_person_id()) AND (done_at IS NULL)))
  with check ((made_by = current_person_id()));
create policy app_reads on invitation_batch for select to neu_guong_app
  using (((made_by = current_person_id()) OR ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('account'::text, 'invite'::text) u(unit_id))) IS TRUE) OR ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('account'::text, 'confirm'::text) u(unit_id))) IS TRUE)));
create policy the_auditor_reads on invitation_batch for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on invitation_batch to neu_guong_owner
  using (is_loading());
grant insert, select on invitation_batch to neu_guong_app;
grant select on invitation_batch to neu_guong_auditor;
grant update (wanted, left_out, done_at) on invitation_batch to neu_guong_app;

create table invitation_confirmation (
  invitation_id bigint not null,
  person_id bigint not null,
  confirmed_by bigint not null,
  confirmed_at timestamp with time zone not null default recorded_now(),
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table invitation_confirmation add constraint invitation_confirmation_check CHECK ((confirmed_by <> person_id));
alter table invitation_confirmation add constraint invitation_confirmation_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES person(person_id);
alter table invitation_confirmation add constraint invitation_confirmation_invitation_id_person_id_fkey FOREIGN KEY (invitation_id, person_id) REFERENCES invitation(invitation_id, person_id);
alter table invitation_confirmation add constraint invitation_confirmation_pkey PRIMARY KEY (invitation_id, confirmed_by);
CREATE INDEX invitation_confirmation_recorded_at_idx ON public.invitation_confirmation USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.invitation_confirmation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.invitation_confirmation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table invitation_confirmation enable row level security;
alter table invitation_confirmation force row level security;
create policy app_adds on invitation_confirmation for insert to neu_guong_app
  with check (((confirmed_by = current_person_id()) AND (EXISTS ( SELECT
   FROM invitation i
  WHERE ((i.invitation_id = invitation_confirmation.invitation_id) AND (i.asked_at IS NOT NULL) AND (i.withdrawn_at IS NULL) AND ((i.used_at IS NULL) OR (i.grounds = 'first'::text)) AND may_confirm(current_person_id(), i.made_by, i.person_id))))));
create policy app_reads on invitation_confirmation for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM invitation i
  WHERE (i.invitation_id = invitation_confirmation.invitation_id)))));
create policy the_auditor_reads on invitation_confirmation for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on invitation_confirmation to neu_guong_owner
  using (is_loading());
grant insert, select on invitation_confirmation to neu_guong_app;
grant select on invitation_confirmation to neu_guong_auditor;

create table invitation_mail (
  invitation_mail_id bigint not null generated by default as identity,
  invitation_id bigint not null,
  state text not null,
  reason text,
  happened_at timestamp with time zone not null default clock_timestamp()
);
alter table invitation_mail add constraint invitation_mail_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(invitation_id);
alter table invitation_mail add constraint invitation_mail_pkey PRIMARY KEY (invitation_mail_id);
alter table invitation_mail add constraint invitation_mail_reason_check CHECK ((reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table invitation_mail add constraint invitation_mail_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'deferred'::text, 'sent'::text, 'failed'::text, 'unsure'::text, 'dropped'::text])));
CREATE INDEX invitation_mail_invitation_id_idx ON public.invitation_mail USING btree (invitation_id);
alter table invitation_mail enable row level security;
alter table invitation_mail force row level security;
create policy app_adds on invitation_mail for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM invitation i
  WHERE ((i.invitation_id = invitation_mail.invitation_id) AND (i.made_by = current_person_id()) AND (i.invitation_batch_id IS NOT NULL)))));
create policy app_reads on invitation_mail for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM invitation i
  WHERE (i.invitation_id = invitation_mail.invitation_id))));
create policy the_auditor_reads on invitation_mail for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on invitation_mail to neu_guong_owner
  using (is_loading());
grant insert, select on invitation_mail to neu_guong_app;
grant select on invitation_mail to neu_guong_auditor;

create table invitation_printing (
  invitation_batch_id bigint not null,
  made_by bigint not null,
  salt text not null,
  begun_at timestamp with time zone not null
);
alter table invitation_printing add constraint invitation_printing_invitation_batch_id_fkey FOREIGN KEY (invitation_batch_id) REFERENCES invitation_batch(invitation_batch_id);
alter table invitation_printing add constraint invitation_printing_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(person_id);
alter table invitation_printing add constraint invitation_printing_pkey PRIMARY KEY (invitation_batch_id);
alter table invitation_printing enable row level security;
alter table invitation_printing force row level security;
create policy app_adds on invitation_printing for insert to neu_guong_app
  with check (((made_by = current_person_id()) AND (EXISTS ( SELECT
   FROM invitation_batch b
  WHERE ((b.invitation_batch_id = invitation_printing.invitation_batch_id) AND (b.made_by = current_person_id()))))));
create policy app_reads on invitation_printing for select to neu_guong_app
  using ((((made_by = current_person_id()) AND (begun_at > (now() - '1 day'::interval))) OR ((current_person_id() IS NULL) AND (begun_at < (now() - '1 day'::interval)))));
create policy app_removes on invitation_printing for delete to neu_guong_app
  using (((made_by = current_person_id()) OR ((current_person_id() IS NULL) AND (begun_at < (now() - '1 day'::interval)))));
create policy the_owner_loads on invitation_printing to neu_guong_owner
  using (is_loading());
grant delete, insert, select on invitation_printing to neu_guong_app;

create table job (
  job_id bigint not null generated by default as identity,
  task text not null,
  subject bigint not null,
  actor_id bigint default current_person_id(),
  due_at timestamp with time zone not null default transaction_timestamp(),
  attempts integer not null default 0,
  taken_until timestamp with time zone,
  ended_at timestamp with time zone,
  outcome text
);
alter table job add constraint job_check CHECK (((ended_at IS NULL) = (outcome IS NULL)));
alter table job add constraint job_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'given-up'::text])));
alter table job add constraint job_pkey PRIMARY KEY (job_id);
alter table job add constraint job_task_check CHECK ((task ~ '^[a-z]+(-[a-z]+)*$'::text));
alter table job add constraint job_task_subject_key UNIQUE (task, subject);
CREATE INDEX job_open ON public.job USING btree (due_at) WHERE (ended_at IS NULL);
alter table job enable row level security;
alter table job force row level security;
create policy app_adds on job for insert to neu_guong_app
  with check ((actor_id = current_person_id()));
create policy app_changes on job for update to neu_guong_app
  using (((ended_at IS NULL) AND (current_person_id() IS NULL)))
  with check (true);
create policy app_reads on job for select to neu_guong_app
  using (true);
create policy the_auditor_reads on job for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps on job to neu_guong_owner
  using (true)
  with check (true);
grant select on job to neu_guong_app;
grant select on job to neu_guong_auditor;
grant insert (task, subject) on job to neu_guong_app;
grant update (due_at, attempts, taken_until, ended_at, outcome) on job to neu_guong_app;

create table kept_form (
  kept_form_id bigint not null generated always as identity,
  person_id bigint not null,
  token_digest text not null,
  sealed text not null,
  kept_at timestamp with time zone not null
);
alter table kept_form add constraint kept_form_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table kept_form add constraint kept_form_pkey PRIMARY KEY (kept_form_id);
alter table kept_form add constraint kept_form_token_digest_check CHECK ((token_digest ~ '^[0-9a-f]{64}$'::text));
alter table kept_form add constraint kept_form_token_digest_key UNIQUE (token_digest);
CREATE INDEX kept_form_person_id_idx ON public.kept_form USING btree (person_id);
alter table kept_form enable row level security;
alter table kept_form force row level security;
create policy app_adds on kept_form for insert to neu_guong_app
  with check ((person_id = current_person_id()));
create policy app_reads on kept_form for select to neu_guong_app
  using (((person_id = current_person_id()) OR ((current_person_id() IS NULL) AND (kept_at < (now() - '1 day'::interval)))));
create policy app_removes on kept_form for delete to neu_guong_app
  using (((person_id = current_person_id()) OR ((current_person_id() IS NULL) AND (kept_at < (now() - '1 day'::interval)))));
create policy the_owner_loads on kept_form to neu_guong_owner
  using (is_loading());
grant delete, insert, select on kept_form to neu_guong_app;

create table leadership_tally (
  leadership_tally_id bigint not null generated by default as identity,
  unit_id integer not null,
  year integer not null,
  valid_on date not null,
  recorded_at timestamp with time zone not null default recorded_now(),
  tenures integer not null default 0,
  planned integer not null default 0
);
alter table leadership_tally add constraint leadership_tally_pkey PRIMARY KEY (leadership_tally_id);
alter table leadership_tally add constraint leadership_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX leadership_tally_recorded_at_idx ON public.leadership_tally USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX leadership_tally_year_unit_id_valid_on_recorded_at_tenures__idx ON public.leadership_tally USING btree (year, unit_id) INCLUDE (valid_on, recorded_at, tenures, planned);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.leadership_tally FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.leadership_tally REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.leadership_tally REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER tallies_are_appended BEFORE DELETE OR UPDATE ON public.leadership_tally FOR EACH ROW EXECUTE FUNCTION tallies_are_appended();
grant select on leadership_tally to neu_guong_app;
grant select on leadership_tally to neu_guong_auditor;

create table ledger_entry (
  entry_id bigint not null generated always as identity,
  recorded timestamp with time zone not null default recorded_now(),
  act text not null,
  actor_id bigint,
  agent text,
  on_behalf_of bigint,
  object text not null,
  object_id text not null,
  from_version bigint,
  to_version bigint,
  digest text not null,
  retention text not null,
  position bigint,
  format smallint not null default 2,
  nth integer not null default next_of_change(),
  rows_digest text
);
alter table ledger_entry add constraint a_place_comes_with_the_rows CHECK (((rows_digest IS NOT NULL) = ((format = 2) AND ("position" IS NOT NULL))));
alter table ledger_entry add constraint ledger_entry_act_check CHECK (((act ~ '^[a-z]+(-[a-z]+)*$'::text) AND (length(act) <= 60)));
alter table ledger_entry add constraint ledger_entry_agent_check CHECK (((length(agent) >= 1) AND (length(agent) <= 60)));
alter table ledger_entry add constraint ledger_entry_check CHECK (((actor_id IS NULL) = (agent IS NOT NULL)));
alter table ledger_entry add constraint ledger_entry_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table ledger_entry add constraint ledger_entry_format_check CHECK ((format = ANY (ARRAY[1, 2])));
alter table ledger_entry add constraint ledger_entry_from_version_check CHECK ((from_version >= 0));
alter table ledger_entry add constraint ledger_entry_object_check CHECK (((object ~ '^[a-z]+([-_][a-z]+)*$'::text) AND (length(object) <= 60)));
alter table ledger_entry add constraint ledger_entry_object_id_check CHECK ((object_id ~ '^[A-Za-z0-9._:/~-]{1,120}$'::text));
alter table ledger_entry add constraint ledger_entry_pkey PRIMARY KEY (entry_id);
alter table ledger_entry add constraint ledger_entry_position_check CHECK (("position" >= 0));
alter table ledger_entry add constraint ledger_entry_position_key UNIQUE ("position");
alter table ledger_entry add constraint ledger_entry_retention_check CHECK ((retention = ANY (ARRAY['organisation'::text, 'publication'::text, 'conduct'::text, 'access'::text])));
alter table ledger_entry add constraint ledger_entry_rows_digest_check CHECK ((rows_digest ~ '^[0-9a-f]{64}$'::text));
alter table ledger_entry add constraint ledger_entry_to_version_check CHECK ((to_version >= 0));
alter table ledger_entry add constraint one_change_an_instant UNIQUE (recorded, nth);
CREATE INDEX ledger_entry_archives ON public.ledger_entry USING btree (recorded) WHERE (act = 'seal-archive'::text);
CREATE INDEX ledger_entry_recorded ON public.ledger_entry USING brin (recorded) WITH (pages_per_range='16');
CREATE INDEX ledger_entry_unsigned ON public.ledger_entry USING btree (entry_id) WHERE ("position" IS NULL);
CREATE TRIGGER ledger_is_kept BEFORE INSERT OR DELETE OR UPDATE ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_is_kept();
CREATE TRIGGER ledger_is_not_emptied BEFORE TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_kept();
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
create policy app_adds on ledger_entry for insert to neu_guong_app
  with check ((NOT (actor_id IS DISTINCT FROM current_person_id())));
create policy app_reads on ledger_entry for select to neu_guong_app
  using ((( SELECT may_read_ledger() AS may_read_ledger) OR ((actor_id = ( SELECT current_person_id() AS current_person_id)) OR (on_behalf_of = ( SELECT current_person_id() AS current_person_id)))));
create policy the_auditor_reads on ledger_entry for select to neu_guong_auditor
  using (true);
create policy the_owner_signs on ledger_entry to neu_guong_owner
  using (true)
  with check (true);
grant select on ledger_entry to neu_guong_app;
grant select on ledger_entry to neu_guong_auditor;
grant insert (act, actor_id, agent, on_behalf_of, object, object_id, from_version, to_version, digest, retention) on ledger_entry to neu_guong_app;

create table ledger_head (
  size bigint not null,
  root text not null,
  signed_at timestamp with time zone not null,
  previous text not null,
  key_id text not null,
  signature text not null,
  peaks text[] not null
);
alter table ledger_head add constraint ledger_head_key_id_check CHECK ((key_id ~ '^[0-9a-f]{64}$'::text));
alter table ledger_head add constraint ledger_head_pkey PRIMARY KEY (size);
alter table ledger_head add constraint ledger_head_previous_check CHECK ((previous ~ '^[0-9a-f]{64}$'::text));
alter table ledger_head add constraint ledger_head_root_check CHECK ((root ~ '^[0-9a-f]{64}$'::text));
alter table ledger_head add constraint ledger_head_size_check CHECK ((size > 0));
CREATE INDEX ledger_head_signed_at_idx ON public.ledger_head USING btree (signed_at);
CREATE TRIGGER ledger_is_kept BEFORE DELETE OR UPDATE ON public.ledger_head FOR EACH ROW EXECUTE FUNCTION ledger_is_kept();
CREATE TRIGGER ledger_is_not_emptied BEFORE TRUNCATE ON public.ledger_head FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_kept();
grant select on ledger_head to neu_guong_app;
grant select on ledger_head to neu_guong_auditor;

create table letter_text (
  letter_text_id integer not null generated by default as identity,
  letter text not null,
  unit_id integer,
  subject text not null,
  body_vi text not null,
  body_en text not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table letter_text add constraint letter_text_body_en_check CHECK ((body_en <> ''::text));
alter table letter_text add constraint letter_text_body_vi_check CHECK ((body_vi <> ''::text));
alter table letter_text add constraint letter_text_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table letter_text add constraint letter_text_letter_check CHECK ((letter = ANY (ARRAY['thu-nhac'::text, 'thu-tin-bao'::text, 'thu-chung'::text, 'loi-nhac'::text, 'phieu-nhac'::text])));
alter table letter_text add constraint letter_text_letter_coalesce_valid_recorded_excl EXCLUDE USING gist (letter WITH =, COALESCE(unit_id, 0) WITH =, valid WITH &&, recorded WITH &&);
alter table letter_text add constraint letter_text_pkey PRIMARY KEY (letter_text_id);
alter table letter_text add constraint letter_text_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table letter_text add constraint letter_text_valid_check CHECK ((NOT isempty(valid)));
CREATE STATISTICS public.letter_text_expr_stat ON upper(recorded) FROM letter_text;
CREATE INDEX letter_text_lower_idx ON public.letter_text USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX letter_text_upper_idx ON public.letter_text USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.letter_text FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.letter_text REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.letter_text REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.letter_text FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table letter_text enable row level security;
create policy app_adds on letter_text for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('programme'::text, 'plan'::text) u(unit_id))));
create policy app_changes on letter_text for update to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('programme'::text, 'plan'::text) u(unit_id))));
create policy app_reads on letter_text for select to neu_guong_app
  using (true);
create policy the_auditor_reads on letter_text for select to neu_guong_auditor
  using (true);
grant insert, select on letter_text to neu_guong_app;
grant select on letter_text to neu_guong_auditor;
grant update (recorded) on letter_text to neu_guong_app;

create table limitation (
  limitation_id bigint not null generated by default as identity,
  obligation_id bigint not null,
  what text not null,
  raised_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table limitation add constraint limitation_obligation_id_fkey FOREIGN KEY (obligation_id) REFERENCES obligation(obligation_id);
alter table limitation add constraint limitation_pkey PRIMARY KEY (limitation_id);
alter table limitation add constraint limitation_what_check CHECK ((what <> ''::text));
CREATE STATISTICS public.limitation_expr_stat ON upper(recorded) FROM limitation;
CREATE INDEX limitation_lower_idx ON public.limitation USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX limitation_obligation_id_idx ON public.limitation USING btree (obligation_id);
CREATE INDEX limitation_upper_idx ON public.limitation USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.limitation FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.limitation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.limitation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.limitation FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_limitations AFTER INSERT ON public.limitation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_limitations();
alter table limitation enable row level security;
alter table limitation force row level security;
create policy app_adds on limitation for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.obligation_id = limitation.obligation_id) AND (o.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('limitation'::text, 'raise'::text) u(unit_id)))))));
create policy app_reads on limitation for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM obligation o
  WHERE (o.obligation_id = limitation.obligation_id))));
create policy the_auditor_reads on limitation for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on limitation to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on limitation to neu_guong_owner
  using (is_loading());
grant insert, select on limitation to neu_guong_app;
grant select on limitation to neu_guong_auditor;

create table limitation_step (
  limitation_step_id bigint not null generated by default as identity,
  limitation_id bigint not null,
  state text not null,
  happened_on date not null,
  remedy text,
  due_on date,
  owner_id bigint,
  said text,
  actor_id bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  salt uuid default gen_random_uuid()
);
alter table limitation_step add constraint a_plan_says_how_who_and_when CHECK ((((state = 'planned'::text) = ((due_on IS NOT NULL) AND (owner_id IS NOT NULL))) AND ((state <> 'planned'::text) OR (remedy IS NOT NULL) OR (salt IS NULL))));
alter table limitation_step add constraint a_return_says_why CHECK (((state <> 'returned'::text) OR (said IS NOT NULL) OR (salt IS NULL)));
alter table limitation_step add constraint limitation_step_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table limitation_step add constraint limitation_step_limitation_id_fkey FOREIGN KEY (limitation_id) REFERENCES limitation(limitation_id);
alter table limitation_step add constraint limitation_step_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES person(person_id);
alter table limitation_step add constraint limitation_step_pkey PRIMARY KEY (limitation_step_id);
alter table limitation_step add constraint limitation_step_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'repaired'::text, 'verified'::text, 'returned'::text, 'carried'::text])));
CREATE STATISTICS public.limitation_step_expr_stat ON upper(recorded) FROM limitation_step;
CREATE INDEX limitation_step_latest ON public.limitation_step USING btree (limitation_id, limitation_step_id DESC);
CREATE INDEX limitation_step_lower_idx ON public.limitation_step USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX limitation_step_upper_idx ON public.limitation_step USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.limitation_step FOR EACH ROW EXECUTE FUNCTION history_is_kept('remedy said salt');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.limitation_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.limitation_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER nobody_verifies_their_own BEFORE INSERT ON public.limitation_step FOR EACH ROW WHEN ((new.state = ANY (ARRAY['verified'::text, 'returned'::text]))) EXECUTE FUNCTION nobody_verifies_their_own();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.limitation_step FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_limitation_steps AFTER INSERT ON public.limitation_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_limitation_steps();
alter table limitation_step enable row level security;
alter table limitation_step force row level security;
create policy app_adds on limitation_step for insert to neu_guong_app
  with check (((actor_id = current_person_id()) AND
CASE state
    WHEN 'verified'::text THEN may_follow_limitation(limitation_id, 'verify'::text)
    WHEN 'returned'::text THEN may_follow_limitation(limitation_id, 'verify'::text)
    WHEN 'carried'::text THEN may_follow_limitation(limitation_id, 'raise'::text)
    ELSE (may_follow_limitation(limitation_id, 'plan'::text) OR (EXISTS ( SELECT
       FROM (limitation l
         JOIN obligation o USING (obligation_id))
      WHERE ((l.limitation_id = limitation_step.limitation_id) AND (o.person_id = current_person_id())))))
END));
create policy app_reads on limitation_step for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM limitation l
  WHERE (l.limitation_id = limitation_step.limitation_id))));
create policy the_auditor_reads on limitation_step for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on limitation_step to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on limitation_step to neu_guong_owner
  using (is_loading());
grant insert, select on limitation_step to neu_guong_app;
grant select on limitation_step to neu_guong_auditor;

create table limitation_tally (
  limitation_tally_id bigint not null generated by default as identity,
  unit_id integer not null,
  valid_on date not null,
  recorded_at timestamp with time zone not null default recorded_now(),
  raised integer not null default 0,
  repaired integer not null default 0,
  carried_twice integer not null default 0
);
alter table limitation_tally add constraint limitation_tally_pkey PRIMARY KEY (limitation_tally_id);
alter table limitation_tally add constraint limitation_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX limitation_tally_unit_id_valid_on_recorded_at_raised_repair_idx ON public.limitation_tally USING btree (unit_id) INCLUDE (valid_on, recorded_at, raised, repaired, carried_twice);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.limitation_tally FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on limitation_tally to neu_guong_app;
grant select on limitation_tally to neu_guong_auditor;

create table map_tile (
  drawn_from date not null,
  unit_id integer not null,
  map_column integer not null,
  map_row integer not null
);
alter table map_tile add constraint map_tile_drawn_from_map_column_map_row_key UNIQUE (drawn_from, map_column, map_row);
alter table map_tile add constraint map_tile_map_column_check CHECK ((map_column >= 0));
alter table map_tile add constraint map_tile_map_row_check CHECK ((map_row >= 0));
alter table map_tile add constraint map_tile_pkey PRIMARY KEY (drawn_from, unit_id);
alter table map_tile add constraint map_tile_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX map_tile_unit_id_idx ON public.map_tile USING btree (unit_id);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.map_tile FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on map_tile to neu_guong_app;
grant select on map_tile to neu_guong_auditor;

create table measured_indicator (
  criterion_result_id bigint not null,
  criterion_indicator_id integer not null,
  value text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table measured_indicator add constraint measured_indicator_criterion_indicator_id_fkey FOREIGN KEY (criterion_indicator_id) REFERENCES criterion_indicator(criterion_indicator_id);
alter table measured_indicator add constraint measured_indicator_criterion_result_id_fkey FOREIGN KEY (criterion_result_id) REFERENCES criterion_result(criterion_result_id);
alter table measured_indicator add constraint measured_indicator_pkey PRIMARY KEY (criterion_result_id, criterion_indicator_id);
alter table measured_indicator add constraint measured_indicator_value_check CHECK (((value <> ''::text) AND (length(value) <= 200)));
CREATE INDEX measured_indicator_criterion_indicator_id_idx ON public.measured_indicator USING btree (criterion_indicator_id);
CREATE STATISTICS public.measured_indicator_expr_stat ON upper(recorded) FROM measured_indicator;
CREATE INDEX measured_indicator_lower_idx ON public.measured_indicator USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX measured_indicator_upper_idx ON public.measured_indicator USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.measured_indicator FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.measured_indicator REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.measured_indicator REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.measured_indicator FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table measured_indicator enable row level security;
alter table measured_indicator force row level security;
create policy app_adds on measured_indicator for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM criterion_result r
  WHERE ((r.criterion_result_id = measured_indicator.criterion_result_id) AND (r.said_by = current_person_id()) AND is_open(r.recorded) AND may_take_case(r.standing_case_id, 'draft'::text)))));
create policy app_reads on measured_indicator for select to neu_guong_app
  using ((criterion_result_id IN ( SELECT r.criterion_result_id
   FROM criterion_result r)));
create policy the_auditor_reads on measured_indicator for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on measured_indicator to neu_guong_owner
  using (is_loading());
grant insert, select on measured_indicator to neu_guong_app;
grant select on measured_indicator to neu_guong_auditor;

create table membership (
  membership_id bigint not null generated by default as identity,
  person_id bigint not null,
  unit_id integer not null,
  kind text not null,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table membership add constraint membership_kind_check CHECK ((kind = ANY (ARRAY['party-member'::text, 'probationary-member'::text, 'cadre'::text])));
alter table membership add constraint membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table membership add constraint membership_pkey PRIMARY KEY (membership_id);
alter table membership add constraint membership_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table membership add constraint membership_valid_check CHECK ((NOT isempty(valid)));
alter table membership add constraint one_cell_a_person EXCLUDE USING gist (person_id WITH =, valid WITH &&, recorded WITH &&);
CREATE STATISTICS public.membership_expr_stat ON upper(recorded) FROM membership;
CREATE INDEX membership_lower_idx ON public.membership USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX membership_person_id_idx ON public.membership USING btree (person_id);
CREATE INDEX membership_unit_id_idx ON public.membership USING btree (unit_id);
CREATE INDEX membership_upper_idx ON public.membership USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.membership FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.membership REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.membership REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER membership_begins AFTER INSERT ON public.membership REFERENCING NEW TABLE AS touched FOR EACH STATEMENT WHEN ((current_setting('neu_guong.loading'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION note_membership_change();
CREATE TRIGGER membership_ends AFTER UPDATE ON public.membership REFERENCING NEW TABLE AS touched FOR EACH STATEMENT WHEN ((current_setting('neu_guong.loading'::text, true) IS DISTINCT FROM 'yes'::text)) EXECUTE FUNCTION note_membership_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.membership FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table membership enable row level security;
alter table membership force row level security;
create policy app_adds on membership for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('person'::text, 'keep'::text) u(unit_id))));
create policy app_changes on membership for update to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('person'::text, 'keep'::text) u(unit_id))));
create policy app_reads on membership for select to neu_guong_app
  using (((person_id = current_person_id()) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('person'::text, 'read'::text) u(unit_id)))));
create policy the_auditor_reads on membership for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on membership to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on membership to neu_guong_owner
  using (is_loading());
grant insert, select on membership to neu_guong_app;
grant select on membership to neu_guong_auditor;
grant update (recorded) on membership to neu_guong_app;

create table membership_change (
  membership_change_id bigint not null generated by default as identity,
  person_ids bigint[] not null
);
alter table membership_change add constraint membership_change_pkey PRIMARY KEY (membership_change_id);
CREATE CONSTRAINT TRIGGER obligations_follow AFTER INSERT ON public.membership_change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION obligations_follow();
alter table membership_change enable row level security;
alter table membership_change force row level security;
create policy the_auditor_reads on membership_change for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on membership_change to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on membership_change to neu_guong_owner
  using (is_loading());

create table membership_end (
  membership_id bigint not null,
  person_id bigint not null,
  reason text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table membership_end add constraint membership_end_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES membership(membership_id);
alter table membership_end add constraint membership_end_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table membership_end add constraint membership_end_pkey PRIMARY KEY (membership_id);
alter table membership_end add constraint membership_end_reason_check CHECK ((reason = ANY (ARRAY['moved-away'::text, 'retired'::text, 'asked-to-leave'::text, 'excluded'::text, 'died'::text])));
CREATE STATISTICS public.membership_end_expr_stat ON upper(recorded) FROM membership_end;
CREATE INDEX membership_end_lower_idx ON public.membership_end USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX membership_end_person_id_idx ON public.membership_end USING btree (person_id);
CREATE INDEX membership_end_upper_idx ON public.membership_end USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.membership_end FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.membership_end REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.membership_end REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.membership_end FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table membership_end enable row level security;
alter table membership_end force row level security;
create policy app_adds on membership_end for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM membership m
  WHERE ((m.membership_id = membership_end.membership_id) AND (m.person_id = membership_end.person_id) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE)))));
create policy app_reads on membership_end for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM membership m
  WHERE (m.membership_id = membership_end.membership_id)))));
create policy the_auditor_reads on membership_end for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on membership_end to neu_guong_owner
  using (is_loading());
grant insert, select on membership_end to neu_guong_app;
grant select on membership_end to neu_guong_auditor;

create table merger_decision (
  merger_proposal_id bigint not null,
  outcome text not null,
  reason text,
  decided_by bigint not null,
  decided_at timestamp with time zone not null default recorded_now()
);
alter table merger_decision add constraint merger_decision_check CHECK (((outcome = 'rejected'::text) = (reason IS NOT NULL)));
alter table merger_decision add constraint merger_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(person_id);
alter table merger_decision add constraint merger_decision_merger_proposal_id_fkey FOREIGN KEY (merger_proposal_id) REFERENCES merger_proposal(merger_proposal_id);
alter table merger_decision add constraint merger_decision_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'rejected'::text, 'withdrawn'::text])));
alter table merger_decision add constraint merger_decision_pkey PRIMARY KEY (merger_proposal_id);
alter table merger_decision add constraint merger_decision_reason_check CHECK ((reason <> ''::text));
CREATE INDEX merger_decision_decided_at_idx ON public.merger_decision USING brin (decided_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX merger_decision_decided_by_idx ON public.merger_decision USING btree (decided_by);
CREATE TRIGGER a_second_person_confirms BEFORE INSERT ON public.merger_decision FOR EACH ROW WHEN ((new.outcome = 'confirmed'::text)) EXECUTE FUNCTION a_second_person_confirms();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.merger_decision REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.merger_decision REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table merger_decision enable row level security;
create policy app_adds on merger_decision for insert to neu_guong_app
  with check (((decided_by = current_person_id()) AND (EXISTS ( SELECT
   FROM merger_proposal p
  WHERE ((p.merger_proposal_id = merger_decision.merger_proposal_id) AND
        CASE merger_decision.outcome
            WHEN 'withdrawn'::text THEN (p.proposed_by = merger_decision.decided_by)
            WHEN 'rejected'::text THEN ((p.proposed_by <> merger_decision.decided_by) AND may_merge('confirm'::text, p.plan))
            ELSE false
        END)))));
create policy app_reads on merger_decision for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM merger_proposal p
  WHERE (p.merger_proposal_id = merger_decision.merger_proposal_id))));
create policy the_auditor_reads on merger_decision for select to neu_guong_auditor
  using (true);
grant insert, select on merger_decision to neu_guong_app;
grant select on merger_decision to neu_guong_auditor;

create table merger_draft (
  merger_draft_id bigint not null generated by default as identity,
  written_by bigint not null,
  begun_at timestamp with time zone not null default recorded_now()
);
alter table merger_draft add constraint merger_draft_pkey PRIMARY KEY (merger_draft_id);
alter table merger_draft add constraint merger_draft_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(person_id);
CREATE INDEX merger_draft_written_by_idx ON public.merger_draft USING btree (written_by);
alter table merger_draft enable row level security;
create policy app_adds on merger_draft for insert to neu_guong_app
  with check (((written_by = current_person_id()) AND (EXISTS ( SELECT
   FROM units_where_may('merger'::text, 'propose'::text) units_where_may(unit_id)))));
create policy app_reads on merger_draft for select to neu_guong_app
  using ((written_by = current_person_id()));
grant insert, select on merger_draft to neu_guong_app;

create table merger_draft_version (
  merger_draft_id bigint not null,
  version integer not null,
  drafted jsonb not null,
  state text not null,
  saved_at timestamp with time zone not null default recorded_now()
);
alter table merger_draft_version add constraint merger_draft_version_drafted_check CHECK ((jsonb_typeof(drafted) = 'object'::text));
alter table merger_draft_version add constraint merger_draft_version_merger_draft_id_fkey FOREIGN KEY (merger_draft_id) REFERENCES merger_draft(merger_draft_id);
alter table merger_draft_version add constraint merger_draft_version_pkey PRIMARY KEY (merger_draft_id, version);
alter table merger_draft_version add constraint merger_draft_version_state_check CHECK ((state = ANY (ARRAY['written'::text, 'laid'::text, 'dropped'::text])));
alter table merger_draft_version add constraint merger_draft_version_version_check CHECK ((version > 0));
alter table merger_draft_version enable row level security;
create policy app_adds on merger_draft_version for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM merger_draft d
  WHERE ((d.merger_draft_id = merger_draft_version.merger_draft_id) AND (d.written_by = current_person_id())))));
create policy app_reads on merger_draft_version for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM merger_draft d
  WHERE ((d.merger_draft_id = merger_draft_version.merger_draft_id) AND (d.written_by = current_person_id())))));
grant insert, select on merger_draft_version to neu_guong_app;

create table merger_proposal (
  merger_proposal_id bigint not null generated by default as identity,
  plan jsonb not null,
  plan_digest text not null,
  proposed_by bigint not null,
  proposed_at timestamp with time zone not null default recorded_now()
);
alter table merger_proposal add constraint merger_proposal_pkey PRIMARY KEY (merger_proposal_id);
alter table merger_proposal add constraint merger_proposal_plan_check CHECK ((jsonb_typeof(plan) = 'object'::text));
alter table merger_proposal add constraint merger_proposal_plan_digest_check CHECK ((plan_digest ~ '^[0-9a-f]{64}$'::text));
alter table merger_proposal add constraint merger_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(person_id);
CREATE INDEX merger_proposal_proposed_at_idx ON public.merger_proposal USING brin (proposed_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX merger_proposal_proposed_by_idx ON public.merger_proposal USING btree (proposed_by);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.merger_proposal REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.merger_proposal REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table merger_proposal enable row level security;
create policy app_adds on merger_proposal for insert to neu_guong_app
  with check (((proposed_by = current_person_id()) AND may_merge('propose'::text, plan)));
create policy app_reads on merger_proposal for select to neu_guong_app
  using (((proposed_by = current_person_id()) OR may_merge('confirm'::text, plan)));
create policy the_auditor_reads on merger_proposal for select to neu_guong_auditor
  using (true);
grant insert, select on merger_proposal to neu_guong_app;
grant select on merger_proposal to neu_guong_auditor;

create table migration (
  number integer not null,
  name text not null,
  sha256 text not null,
  applied_at timestamp with time zone not null default now()
);
alter table migration add constraint migration_pkey PRIMARY KEY (number);
grant select on migration to neu_guong_app;
grant select on migration to neu_guong_auditor;

create table model (
  model_id bigint not null generated by default as identity,
  exemplar_id bigint not null,
  name text not null,
  what text not null,
  started_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table model add constraint model_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(exemplar_id);
alter table model add constraint model_name_check CHECK (((name <> ''::text) AND (length(name) <= 200)));
alter table model add constraint model_pkey PRIMARY KEY (model_id);
alter table model add constraint model_what_check CHECK (((what <> ''::text) AND (length(what) <= 3000)));
CREATE INDEX model_exemplar_id_idx ON public.model USING btree (exemplar_id);
CREATE STATISTICS public.model_expr_stat ON upper(recorded) FROM model;
CREATE INDEX model_lower_idx ON public.model USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX model_upper_idx ON public.model USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.model FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.model FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.model REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.model REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.model FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table model enable row level security;
create policy app_adds on model for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM nomination n
  WHERE ((n.exemplar_id = model.exemplar_id) AND may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'recognise'::text, false)))));
create policy app_reads on model for select to neu_guong_app
  using (true);
create policy the_auditor_reads on model for select to neu_guong_auditor
  using (true);
grant insert, select on model to neu_guong_app;
grant select on model to neu_guong_auditor;

create table model_end (
  model_id bigint not null,
  ended_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table model_end add constraint model_end_model_id_fkey FOREIGN KEY (model_id) REFERENCES model(model_id);
alter table model_end add constraint model_end_pkey PRIMARY KEY (model_id);
CREATE STATISTICS public.model_end_expr_stat ON upper(recorded) FROM model_end;
CREATE INDEX model_end_lower_idx ON public.model_end USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX model_end_upper_idx ON public.model_end USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.model_end FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.model_end FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.model_end REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.model_end REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.model_end FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table model_end enable row level security;
create policy app_adds on model_end for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM (model m
     JOIN nomination n USING (exemplar_id))
  WHERE ((m.model_id = model_end.model_id) AND may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'recognise'::text, false)))));
create policy app_reads on model_end for select to neu_guong_app
  using (true);
create policy the_auditor_reads on model_end for select to neu_guong_auditor
  using (true);
grant insert, select on model_end to neu_guong_app;
grant select on model_end to neu_guong_auditor;

create table nomination (
  nomination_id bigint not null generated by default as identity,
  exemplar_id bigint not null,
  unit_id integer not null,
  person_id bigint,
  nominated_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table nomination add constraint nomination_check CHECK ((nominated_by IS DISTINCT FROM person_id));
alter table nomination add constraint nomination_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(exemplar_id);
alter table nomination add constraint nomination_nominated_by_fkey FOREIGN KEY (nominated_by) REFERENCES person(person_id);
alter table nomination add constraint nomination_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table nomination add constraint nomination_pkey PRIMARY KEY (nomination_id);
alter table nomination add constraint nomination_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX nomination_exemplar_id_idx ON public.nomination USING btree (exemplar_id);
CREATE STATISTICS public.nomination_expr_stat ON upper(recorded) FROM nomination;
CREATE INDEX nomination_lower_idx ON public.nomination USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX nomination_person_id_idx ON public.nomination USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX nomination_unit_id_idx ON public.nomination USING btree (unit_id);
CREATE INDEX nomination_upper_idx ON public.nomination USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.nomination FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.nomination REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.nomination REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.nomination FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table nomination enable row level security;
alter table nomination force row level security;
create policy app_adds on nomination for insert to neu_guong_app
  with check ((((nominated_by = current_person_id()) OR (nominated_by IN ( SELECT l.uploaded_by
   FROM (award_list l
     JOIN award_lists_brought_to('confirmed'::text) b(award_list_id) USING (award_list_id))))) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('exemplar'::text, 'nominate'::text) u(unit_id)))));
create policy app_reads on nomination for select to neu_guong_app
  using (((nominated_by = current_person_id()) OR (person_id = current_person_id()) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('exemplar'::text, 'read'::text) u(unit_id)))));
create policy the_auditor_reads on nomination for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on nomination to neu_guong_owner
  using (is_loading());
grant insert, select on nomination to neu_guong_app;
grant select on nomination to neu_guong_auditor;

create table nomination_evidence (
  nomination_evidence_id bigint not null generated by default as identity,
  nomination_id bigint not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  digest text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table nomination_evidence add constraint nomination_evidence_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 20971520)));
alter table nomination_evidence add constraint nomination_evidence_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table nomination_evidence add constraint nomination_evidence_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text])));
alter table nomination_evidence add constraint nomination_evidence_name_check CHECK ((name <> ''::text));
alter table nomination_evidence add constraint nomination_evidence_nomination_id_digest_recorded_excl EXCLUDE USING gist (nomination_id WITH =, digest WITH =, recorded WITH &&);
alter table nomination_evidence add constraint nomination_evidence_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(nomination_id);
alter table nomination_evidence add constraint nomination_evidence_pkey PRIMARY KEY (nomination_evidence_id);
CREATE STATISTICS public.nomination_evidence_expr_stat ON upper(recorded) FROM nomination_evidence;
CREATE INDEX nomination_evidence_lower_idx ON public.nomination_evidence USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX nomination_evidence_upper_idx ON public.nomination_evidence USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.nomination_evidence FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.nomination_evidence REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.nomination_evidence REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.nomination_evidence FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table nomination_evidence enable row level security;
alter table nomination_evidence force row level security;
create policy app_adds on nomination_evidence for insert to neu_guong_app
  with check (may_bring_nomination(nomination_id, 'draft'::text));
create policy app_changes on nomination_evidence for update to neu_guong_app
  using (may_bring_nomination(nomination_id, 'draft'::text));
create policy app_reads on nomination_evidence for select to neu_guong_app
  using ((nomination_id IN ( SELECT n.nomination_id
   FROM nomination n)));
create policy the_auditor_reads on nomination_evidence for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on nomination_evidence to neu_guong_owner
  using (is_loading());
grant insert, select on nomination_evidence to neu_guong_app;
grant select on nomination_evidence to neu_guong_auditor;
grant update (recorded) on nomination_evidence to neu_guong_app;

create table nomination_step (
  nomination_step_id bigint not null generated by default as identity,
  nomination_id bigint not null,
  state text not null,
  taken_by bigint not null,
  comment text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table nomination_step add constraint nomination_step_comment_check CHECK (((comment <> ''::text) AND (length(comment) <= 1000)));
alter table nomination_step add constraint nomination_step_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(nomination_id);
alter table nomination_step add constraint nomination_step_pkey PRIMARY KEY (nomination_step_id);
alter table nomination_step add constraint nomination_step_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'withdrawn'::text, 'verified'::text, 'rejected'::text, 'council'::text, 'notice'::text, 'recommended'::text, 'recognised'::text, 'revoked'::text])));
alter table nomination_step add constraint nomination_step_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(person_id);
alter table nomination_step add constraint says_why CHECK (((comment IS NOT NULL) OR (state <> ALL (ARRAY['returned'::text, 'verified'::text, 'rejected'::text, 'recommended'::text]))));
CREATE STATISTICS public.nomination_step_expr_stat ON upper(recorded) FROM nomination_step;
CREATE INDEX nomination_step_lower_idx ON public.nomination_step USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX nomination_step_nomination_id_nomination_step_id_idx ON public.nomination_step USING btree (nomination_id, nomination_step_id);
CREATE INDEX nomination_step_taken_by_idx ON public.nomination_step USING btree (taken_by);
CREATE INDEX nomination_step_upper_idx ON public.nomination_step USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.nomination_step FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.nomination_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.nomination_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.nomination_step FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table nomination_step enable row level security;
alter table nomination_step force row level security;
create policy app_adds on nomination_step for insert to neu_guong_app
  with check (((taken_by = current_person_id()) AND (((state = 'recognised'::text) AND (nomination_id IN ( SELECT b.nomination_id
   FROM cases_brought_to('confirmed'::text) b(nomination_id, exemplar_id)))) OR ((state = 'withdrawn'::text) AND (nomination_id IN ( SELECT b.nomination_id
   FROM cases_brought_to('undone'::text) b(nomination_id, exemplar_id)))) OR may_bring_nomination(nomination_id, state))));
create policy app_reads on nomination_step for select to neu_guong_app
  using ((nomination_id IN ( SELECT n.nomination_id
   FROM nomination n)));
create policy the_auditor_reads on nomination_step for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on nomination_step to neu_guong_owner
  using (is_loading());
grant insert, select on nomination_step to neu_guong_app;
grant select on nomination_step to neu_guong_auditor;

create table nomination_text (
  nomination_id bigint not null,
  achievement text not null,
  account text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table nomination_text add constraint nomination_text_account_check CHECK (((account <> ''::text) AND (length(account) <= 6000)));
alter table nomination_text add constraint nomination_text_achievement_check CHECK (((achievement <> ''::text) AND (length(achievement) <= 300)));
alter table nomination_text add constraint nomination_text_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(nomination_id);
CREATE STATISTICS public.nomination_text_expr_stat ON upper(recorded) FROM nomination_text;
CREATE INDEX nomination_text_lower_idx ON public.nomination_text USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX nomination_text_upper_idx ON public.nomination_text USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_text_a_nomination ON public.nomination_text USING btree (nomination_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.nomination_text FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.nomination_text REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.nomination_text REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.nomination_text FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table nomination_text enable row level security;
alter table nomination_text force row level security;
create policy app_adds on nomination_text for insert to neu_guong_app
  with check (((nomination_id IN ( SELECT b.nomination_id
   FROM cases_brought_to('confirmed'::text) b(nomination_id, exemplar_id))) OR may_bring_nomination(nomination_id, 'draft'::text)));
create policy app_changes on nomination_text for update to neu_guong_app
  using (may_bring_nomination(nomination_id, 'draft'::text));
create policy app_reads on nomination_text for select to neu_guong_app
  using ((nomination_id IN ( SELECT n.nomination_id
   FROM nomination n)));
create policy the_auditor_reads on nomination_text for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on nomination_text to neu_guong_owner
  using (is_loading());
grant insert, select on nomination_text to neu_guong_app;
grant select on nomination_text to neu_guong_auditor;
grant update (recorded) on nomination_text to neu_guong_app;

create table notice (
  notice_id bigint not null generated by default as identity,
  nomination_id bigint not null,
  exemplar_id bigint not null,
  name text not null,
  achievement text not null,
  opened_on date not null,
  working_days integer not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table notice add constraint notice_achievement_check CHECK ((achievement <> ''::text));
alter table notice add constraint notice_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(exemplar_id);
alter table notice add constraint notice_name_check CHECK ((name <> ''::text));
alter table notice add constraint notice_nomination_id_fkey FOREIGN KEY (nomination_id) REFERENCES nomination(nomination_id);
alter table notice add constraint notice_nomination_id_key UNIQUE (nomination_id);
alter table notice add constraint notice_pkey PRIMARY KEY (notice_id);
alter table notice add constraint notice_working_days_check CHECK (((working_days >= 1) AND (working_days <= 60)));
CREATE INDEX notice_exemplar_id_idx ON public.notice USING btree (exemplar_id);
CREATE STATISTICS public.notice_expr_stat ON upper(recorded) FROM notice;
CREATE INDEX notice_lower_idx ON public.notice USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX notice_opened_on_idx ON public.notice USING btree (opened_on);
CREATE INDEX notice_upper_idx ON public.notice USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.notice FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.notice FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.notice REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.notice REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.notice FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table notice enable row level security;
alter table notice force row level security;
create policy app_adds on notice for insert to neu_guong_app
  with check (may_bring_nomination(nomination_id, 'notice'::text));
create policy app_changes on notice for update to neu_guong_app
  using (may_bring_nomination(nomination_id, 'notice'::text));
create policy app_reads on notice for select to neu_guong_app
  using (((nomination_id IN ( SELECT n.nomination_id
   FROM nomination n)) OR is_public_notice(notice.*)));
create policy the_auditor_reads on notice for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on notice to neu_guong_owner
  using (is_loading());
grant insert, select on notice to neu_guong_app;
grant select on notice to neu_guong_auditor;
grant update (recorded) on notice to neu_guong_app;

create table notice_comment (
  notice_comment_id bigint not null generated by default as identity,
  notice_id bigint not null,
  said text not null,
  said_by bigint,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table notice_comment add constraint notice_comment_notice_id_fkey FOREIGN KEY (notice_id) REFERENCES notice(notice_id);
alter table notice_comment add constraint notice_comment_pkey PRIMARY KEY (notice_comment_id);
alter table notice_comment add constraint notice_comment_said_by_fkey FOREIGN KEY (said_by) REFERENCES person(person_id);
alter table notice_comment add constraint notice_comment_said_check CHECK (((said <> ''::text) AND (length(said) <= 2000)));
CREATE STATISTICS public.notice_comment_expr_stat ON upper(recorded) FROM notice_comment;
CREATE INDEX notice_comment_lower_idx ON public.notice_comment USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX notice_comment_notice_id_idx ON public.notice_comment USING btree (notice_id);
CREATE INDEX notice_comment_said_by_idx ON public.notice_comment USING btree (said_by) WHERE (said_by IS NOT NULL);
CREATE INDEX notice_comment_upper_idx ON public.notice_comment USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.notice_comment FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.notice_comment REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.notice_comment REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.notice_comment FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table notice_comment enable row level security;
alter table notice_comment force row level security;
create policy app_adds on notice_comment for insert to neu_guong_app
  with check (((NOT (said_by IS DISTINCT FROM current_person_id())) AND (notice_id IN ( SELECT t.notice_id
   FROM notice t
  WHERE (is_open(t.recorded) AND ((today_in_vietnam() >= t.opened_on) AND (today_in_vietnam() <= notice_until(t.opened_on, t.working_days))))))));
create policy app_reads on notice_comment for select to neu_guong_app
  using ((notice_id IN ( SELECT t.notice_id
   FROM (notice t
     JOIN nomination n USING (nomination_id))
  WHERE ((n.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('exemplar'::text, 'vote'::text) u(unit_id))) AND (n.person_id IS DISTINCT FROM current_person_id()) AND (n.nominated_by <> current_person_id())))));
create policy the_auditor_reads on notice_comment for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on notice_comment to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on notice_comment to neu_guong_owner
  using (is_loading());
grant insert, select on notice_comment to neu_guong_app;
grant select on notice_comment to neu_guong_auditor;

create table obligation (
  obligation_id bigint not null generated by default as identity,
  campaign_id integer not null,
  person_id bigint not null,
  unit_id integer not null,
  due_from date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table obligation add constraint obligation_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table obligation add constraint obligation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table obligation add constraint obligation_pkey PRIMARY KEY (obligation_id);
alter table obligation add constraint obligation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table obligation add constraint one_obligation_a_person UNIQUE (campaign_id, person_id);
CREATE INDEX obligation_lower_idx ON public.obligation USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX obligation_person_id_idx ON public.obligation USING btree (person_id);
CREATE INDEX obligation_unit_id_campaign_id_idx ON public.obligation USING btree (unit_id, campaign_id);
CREATE INDEX obligation_upper_idx ON public.obligation USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.obligation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.obligation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER obligation_follows_its_moves BEFORE DELETE OR UPDATE ON public.obligation FOR EACH ROW EXECUTE FUNCTION obligation_follows_its_moves();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.obligation FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_obligations AFTER INSERT ON public.obligation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_obligations();
alter table obligation enable row level security;
alter table obligation force row level security;
create policy app_adds on obligation for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('obligation'::text, 'keep'::text) u(unit_id))));
create policy app_reads on obligation for select to neu_guong_app
  using (((person_id = current_person_id()) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('obligation'::text, 'read'::text) u(unit_id)))));
create policy the_auditor_reads on obligation for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on obligation to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on obligation to neu_guong_owner
  using (is_loading());
grant insert, select on obligation to neu_guong_app;
grant select on obligation to neu_guong_auditor;

create table obligation_exception (
  obligation_exception_id bigint not null generated by default as identity,
  obligation_id bigint not null,
  state text not null,
  reason text not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  by_membership boolean not null default false
);
alter table obligation_exception add constraint obligation_exception_check CHECK (((NOT by_membership) OR (state = 'void'::text)));
alter table obligation_exception add constraint obligation_exception_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table obligation_exception add constraint obligation_exception_obligation_id_fkey FOREIGN KEY (obligation_id) REFERENCES obligation(obligation_id);
alter table obligation_exception add constraint obligation_exception_obligation_id_valid_recorded_excl EXCLUDE USING gist (obligation_id WITH =, valid WITH &&, recorded WITH &&);
alter table obligation_exception add constraint obligation_exception_pkey PRIMARY KEY (obligation_exception_id);
alter table obligation_exception add constraint obligation_exception_state_check CHECK ((state = ANY (ARRAY['waived'::text, 'void'::text])));
CREATE STATISTICS public.obligation_exception_expr_stat ON upper(recorded) FROM obligation_exception;
CREATE INDEX obligation_exception_lower_idx ON public.obligation_exception USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX obligation_exception_upper_idx ON public.obligation_exception USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.obligation_exception FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.obligation_exception REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.obligation_exception REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.obligation_exception FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_closed_exceptions AFTER UPDATE ON public.obligation_exception REFERENCING NEW TABLE AS closed FOR EACH STATEMENT EXECUTE FUNCTION tally_closed_exceptions();
CREATE TRIGGER tally_deeds_of_closed_exceptions AFTER UPDATE ON public.obligation_exception REFERENCING NEW TABLE AS closed FOR EACH STATEMENT EXECUTE FUNCTION tally_deeds_of_closed_exceptions();
CREATE TRIGGER tally_deeds_of_exceptions AFTER INSERT ON public.obligation_exception REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_deeds_of_exceptions();
CREATE TRIGGER tally_exceptions AFTER INSERT ON public.obligation_exception REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_exceptions();
alter table obligation_exception enable row level security;
alter table obligation_exception force row level security;
create policy app_adds on obligation_exception for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.obligation_id = obligation_exception.obligation_id) AND ((o.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('obligation'::text, 'keep'::text) u(unit_id))) IS TRUE)))));
create policy app_changes on obligation_exception for update to neu_guong_app
  using ((EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.obligation_id = obligation_exception.obligation_id) AND ((o.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('obligation'::text, 'keep'::text) u(unit_id))) IS TRUE)))));
create policy app_reads on obligation_exception for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM obligation o
  WHERE (o.obligation_id = obligation_exception.obligation_id))));
create policy the_auditor_reads on obligation_exception for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on obligation_exception to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on obligation_exception to neu_guong_owner
  using (is_loading());
grant insert, select on obligation_exception to neu_guong_app;
grant select on obligation_exception to neu_guong_auditor;
grant update (recorded) on obligation_exception to neu_guong_app;

create table obligation_move (
  obligation_move_id bigint not null generated by default as identity,
  obligation_id bigint not null,
  unit_id integer not null,
  moved_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table obligation_move add constraint obligation_move_obligation_id_fkey FOREIGN KEY (obligation_id) REFERENCES obligation(obligation_id);
alter table obligation_move add constraint obligation_move_pkey PRIMARY KEY (obligation_move_id);
alter table obligation_move add constraint obligation_move_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.obligation_move_expr_stat ON upper(recorded) FROM obligation_move;
CREATE INDEX obligation_move_lower_idx ON public.obligation_move USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX obligation_move_obligation_id_idx ON public.obligation_move USING btree (obligation_id);
CREATE INDEX obligation_move_upper_idx ON public.obligation_move USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE UNIQUE INDEX one_open_move_a_day ON public.obligation_move USING btree (obligation_id, moved_on) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.obligation_move FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.obligation_move REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.obligation_move REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.obligation_move FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_closed_moves AFTER UPDATE ON public.obligation_move REFERENCING NEW TABLE AS closed FOR EACH STATEMENT EXECUTE FUNCTION tally_closed_moves();
CREATE TRIGGER tally_deeds_of_closed_moves AFTER UPDATE ON public.obligation_move REFERENCING NEW TABLE AS closed FOR EACH STATEMENT EXECUTE FUNCTION tally_deeds_of_closed_moves();
CREATE TRIGGER tally_deeds_of_moves AFTER INSERT ON public.obligation_move REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_deeds_of_moves();
CREATE TRIGGER tally_moves AFTER INSERT ON public.obligation_move REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_moves();
alter table obligation_move enable row level security;
alter table obligation_move force row level security;
create policy app_reads on obligation_move for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM obligation o
  WHERE (o.obligation_id = obligation_move.obligation_id))));
create policy the_auditor_reads on obligation_move for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on obligation_move to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on obligation_move to neu_guong_owner
  using (is_loading());
grant select on obligation_move to neu_guong_app;
grant select on obligation_move to neu_guong_auditor;

create table page (
  page text not null
);
alter table page add constraint page_page_check CHECK ((page ~ '^[a-z]+(-[a-z]+)*$'::text));
alter table page add constraint page_pkey PRIMARY KEY (page);
grant select on page to neu_guong_app;
grant select on page to neu_guong_auditor;

create table page_block (
  page_block_id bigint not null generated by default as identity,
  page text not null,
  region text not null,
  place integer not null,
  block text not null,
  settings jsonb not null default '{}'::jsonb,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table page_block add constraint page_block_block_check CHECK ((block ~ '^[a-z]+(-[a-z]+)*$'::text));
alter table page_block add constraint page_block_page_fkey FOREIGN KEY (page) REFERENCES page(page);
alter table page_block add constraint page_block_page_region_place_recorded_excl EXCLUDE USING gist (page WITH =, region WITH =, place WITH =, recorded WITH &&);
alter table page_block add constraint page_block_pkey PRIMARY KEY (page_block_id);
alter table page_block add constraint page_block_place_check CHECK ((place >= 0));
alter table page_block add constraint page_block_region_check CHECK ((region = ANY (ARRAY['lead'::text, 'main'::text, 'side'::text])));
alter table page_block add constraint page_block_settings_check CHECK ((jsonb_typeof(settings) = 'object'::text));
CREATE STATISTICS public.page_block_expr_stat ON upper(recorded) FROM page_block;
CREATE INDEX page_block_lower_idx ON public.page_block USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX page_block_upper_idx ON public.page_block USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.page_block FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.page_block FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.page_block REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.page_block REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.page_block FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
grant select on page_block to neu_guong_app;
grant select on page_block to neu_guong_auditor;

create table page_edition (
  page text not null,
  number integer not null,
  arrangement_id integer,
  approved_step integer,
  digest text,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table page_edition add constraint laid_as_approved FOREIGN KEY (arrangement_id, approved_step, digest) REFERENCES arrangement_approval(arrangement_id, step, digest);
alter table page_edition add constraint page_edition_arrangement_id_key UNIQUE (arrangement_id);
alter table page_edition add constraint page_edition_check CHECK ((((arrangement_id IS NULL) = (approved_step IS NULL)) AND ((arrangement_id IS NULL) = (digest IS NULL))));
alter table page_edition add constraint page_edition_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table page_edition add constraint page_edition_number_check CHECK ((number >= 1));
alter table page_edition add constraint page_edition_page_fkey FOREIGN KEY (page) REFERENCES page(page);
alter table page_edition add constraint page_edition_pkey PRIMARY KEY (page, number);
CREATE INDEX page_edition_recorded_at_idx ON public.page_edition USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.page_edition REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.page_edition REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER page_edition_is_kept BEFORE DELETE OR UPDATE ON public.page_edition FOR EACH ROW EXECUTE FUNCTION page_edition_is_kept();
grant select on page_edition to neu_guong_app;
grant select on page_edition to neu_guong_auditor;

create table party_card (
  party_card_id bigint not null generated by default as identity,
  person_id bigint not null,
  card_number text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table party_card add constraint party_card_card_number_check CHECK ((card_number ~ '^[A-Z0-9/]{4,20}$'::text));
alter table party_card add constraint party_card_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table party_card add constraint party_card_pkey PRIMARY KEY (party_card_id);
CREATE UNIQUE INDEX one_open_card_a_person ON public.party_card USING btree (person_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.party_card_expr_stat ON upper(recorded) FROM party_card;
CREATE INDEX party_card_lower_idx ON public.party_card USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX party_card_upper_idx ON public.party_card USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.party_card FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.party_card REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.party_card REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.party_card FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table party_card enable row level security;
alter table party_card force row level security;
create policy app_adds on party_card for insert to neu_guong_app
  with check (((EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = party_card.person_id) AND (m.valid @> today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE)))) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.person_id = party_card.person_id) AND (p.since = recorded_now()))))));
create policy app_changes on party_card for update to neu_guong_app
  using ((EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = party_card.person_id) AND (m.valid @> today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE)))));
create policy app_reads on party_card for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = party_card.person_id) AND (m.valid @> today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'read'::text) u(unit_id))) IS TRUE)))) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.person_id = party_card.person_id) AND (p.since = recorded_now())))) OR ((EXISTS ( SELECT
   FROM units_where_may('person'::text, 'keep'::text) units_where_may(unit_id))) AND (EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = party_card.person_id) AND (upper(m.valid) <= today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE)))) AND is_open(recorded) AND (lower(recorded) <= last_kept(person_id)))));
create policy the_auditor_reads on party_card for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on party_card to neu_guong_owner
  using (is_loading());
grant insert, select on party_card to neu_guong_app;
grant select on party_card to neu_guong_auditor;
grant update (recorded) on party_card to neu_guong_app;

create table passkey (
  passkey_id bigint not null generated by default as identity,
  person_id bigint not null,
  credential_id text not null,
  public_key text not null,
  counter bigint not null default 0,
  transports text[] not null default '{}'::text[],
  name text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  rp_id text
);
alter table passkey add constraint passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table passkey add constraint passkey_pkey PRIMARY KEY (passkey_id);
CREATE UNIQUE INDEX one_open_passkey_a_credential ON public.passkey USING btree (credential_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.passkey_expr_stat ON upper(recorded) FROM passkey;
CREATE INDEX passkey_lower_idx ON public.passkey USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX passkey_person_id_idx ON public.passkey USING btree (person_id);
CREATE INDEX passkey_upper_idx ON public.passkey USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.passkey FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.passkey REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.passkey REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.passkey FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table passkey enable row level security;
alter table passkey force row level security;
create policy app_adds on passkey for insert to neu_guong_app
  with check ((person_id = current_person_id()));
create policy app_changes on passkey for update to neu_guong_app
  using ((person_id = current_person_id()));
create policy app_reads on passkey for select to neu_guong_app
  using (((person_id = current_person_id()) OR (credential_id = presented())));
create policy the_owner_loads on passkey to neu_guong_owner
  using (is_loading());
grant insert, select on passkey to neu_guong_app;
grant update (recorded) on passkey to neu_guong_app;

create table passkey_warning (
  passkey_warning_id bigint not null generated always as identity,
  person_id bigint not null,
  credential_id text not null,
  known_counter bigint not null,
  shown_counter bigint not null,
  happened_at timestamp with time zone not null
);
alter table passkey_warning add constraint passkey_warning_check CHECK ((shown_counter <= known_counter));
alter table passkey_warning add constraint passkey_warning_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table passkey_warning add constraint passkey_warning_pkey PRIMARY KEY (passkey_warning_id);
CREATE INDEX passkey_warning_person_id_idx ON public.passkey_warning USING btree (person_id);
alter table passkey_warning enable row level security;
alter table passkey_warning force row level security;
create policy app_adds on passkey_warning for insert to neu_guong_app
  with check ((person_id = current_person_id()));
create policy app_reads on passkey_warning for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_owner_loads on passkey_warning to neu_guong_owner
  using (is_loading());
grant insert, select on passkey_warning to neu_guong_app;

create table password (
  person_id bigint not null,
  phc text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  invitation_id bigint
);
alter table password add constraint password_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(invitation_id);
alter table password add constraint password_invitation_id_key UNIQUE (invitation_id);
alter table password add constraint password_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table password add constraint password_phc_check CHECK ((phc ~~ '$argon2id$%'::text));
CREATE UNIQUE INDEX one_open_password_a_person ON public.password USING btree (person_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.password_expr_stat ON upper(recorded) FROM password;
CREATE INDEX password_lower_idx ON public.password USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX password_upper_idx ON public.password USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.password FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.password REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.password REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.password FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table password enable row level security;
alter table password force row level security;
create policy app_adds on password for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM invitation i
  WHERE ((i.invitation_id = password.invitation_id) AND (i.person_id = current_person_id()) AND (i.used_at IS NOT NULL))))));
create policy app_changes on password for update to neu_guong_app
  using ((person_id = current_person_id()));
create policy app_reads on password for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_owner_loads on password to neu_guong_owner
  using (is_loading());
grant insert, select on password to neu_guong_app;
grant update (recorded) on password to neu_guong_app;

create table person (
  person_id bigint not null generated by default as identity,
  since timestamp with time zone not null default recorded_now()
);
alter table person add constraint person_pkey PRIMARY KEY (person_id);
CREATE INDEX person_since_idx ON public.person USING brin (since) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.person REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.person REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table person enable row level security;
alter table person force row level security;
create policy app_adds on person for insert to neu_guong_app
  with check (((since = recorded_now()) AND (EXISTS ( SELECT
   FROM units_where_may('person'::text, 'keep'::text) units_where_may(unit_id)))));
create policy app_reads on person for select to neu_guong_app
  using (((person_id = current_person_id()) OR ((EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = person.person_id) AND (m.valid @> today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'read'::text) u(unit_id))) IS TRUE)))) OR (EXISTS ( SELECT
   FROM obligation o
  WHERE (o.person_id = person.person_id)))) OR ((since = recorded_now()) AND (EXISTS ( SELECT
   FROM units_where_may('person'::text, 'keep'::text) units_where_may(unit_id))))));
create policy the_auditor_reads on person for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on person to neu_guong_owner
  using (is_loading());
grant insert, select on person to neu_guong_app;
grant select on person to neu_guong_auditor;

create table person_reading (
  person_id bigint not null,
  reader_id bigint not null,
  on_behalf_of bigint,
  noun text not null,
  read_at timestamp with time zone not null default recorded_now()
);
alter table person_reading add constraint person_reading_check CHECK ((reader_id <> person_id));
alter table person_reading add constraint person_reading_on_behalf_of_fkey FOREIGN KEY (on_behalf_of) REFERENCES person(person_id);
alter table person_reading add constraint person_reading_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table person_reading add constraint person_reading_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES person(person_id);
CREATE INDEX person_reading_person_id_read_at_idx ON public.person_reading USING btree (person_id, read_at);
CREATE INDEX person_reading_read_at_idx ON public.person_reading USING brin (read_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.person_reading REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.person_reading REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table person_reading enable row level security;
alter table person_reading force row level security;
create policy app_adds on person_reading for insert to neu_guong_app
  with check ((reader_id = current_person_id()));
create policy app_reads on person_reading for select to neu_guong_app
  using (((person_id = current_person_id()) OR (reader_id = current_person_id())));
create policy the_auditor_reads on person_reading for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on person_reading to neu_guong_owner
  using (is_loading());
grant insert, select on person_reading to neu_guong_app;
grant select on person_reading to neu_guong_auditor;

create table person_version (
  person_version_id bigint not null generated by default as identity,
  person_id bigint not null,
  full_name text not null,
  birth_date date,
  gender text,
  ethnicity text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  birth_year integer
);
alter table person_version add constraint a_day_or_a_year CHECK (((birth_date IS NULL) OR (birth_year IS NULL)));
alter table person_version add constraint person_version_birth_year_check CHECK (((birth_year >= 1850) AND (birth_year <= 2100)));
alter table person_version add constraint person_version_full_name_check CHECK (((full_name <> ''::text) AND (full_name = NORMALIZE(full_name, NFC))));
alter table person_version add constraint person_version_gender_check CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text])));
alter table person_version add constraint person_version_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table person_version add constraint person_version_pkey PRIMARY KEY (person_version_id);
CREATE UNIQUE INDEX one_open_version_a_person ON public.person_version USING btree (person_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.person_version_expr_stat ON upper(recorded) FROM person_version;
CREATE INDEX person_version_folded_idx ON public.person_version USING btree (folded(full_name));
CREATE INDEX person_version_lower_idx ON public.person_version USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX person_version_person_id_idx ON public.person_version USING btree (person_id);
CREATE INDEX person_version_upper_idx ON public.person_version USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.person_version FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.person_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.person_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.person_version FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table person_version enable row level security;
alter table person_version force row level security;
create policy app_adds on person_version for insert to neu_guong_app
  with check (((EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = person_version.person_id) AND (m.valid @> today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE)))) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.person_id = person_version.person_id) AND (p.since = recorded_now()))))));
create policy app_changes on person_version for update to neu_guong_app
  using ((EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = person_version.person_id) AND (m.valid @> today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE)))));
create policy app_reads on person_version for select to neu_guong_app
  using (((person_id = current_person_id()) OR ((EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = person_version.person_id) AND (m.valid @> today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'read'::text) u(unit_id))) IS TRUE)))) OR (EXISTS ( SELECT
   FROM obligation o
  WHERE (o.person_id = person_version.person_id)))) OR (EXISTS ( SELECT
   FROM plan_duty d
  WHERE (d.person_id = person_version.person_id))) OR ((EXISTS ( SELECT
   FROM person_reading r
  WHERE ((r.person_id = current_person_id()) AND ((person_version.person_id = r.reader_id) OR (person_version.person_id = r.on_behalf_of))))) OR (EXISTS ( SELECT
   FROM delegation d
  WHERE (((current_person_id() = d.giver_id) OR (current_person_id() = d.receiver_id)) AND ((person_version.person_id = d.giver_id) OR (person_version.person_id = d.receiver_id)))))) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.person_id = person_version.person_id) AND (p.since = recorded_now())))) OR ((EXISTS ( SELECT
   FROM units_where_may('person'::text, 'keep'::text) units_where_may(unit_id))) AND (EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = person_version.person_id) AND (upper(m.valid) <= today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE)))) AND is_open(recorded) AND (lower(recorded) <= last_kept(person_id)))));
create policy the_auditor_reads on person_version for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on person_version to neu_guong_owner
  using (is_loading());
grant insert, select on person_version to neu_guong_app;
grant select on person_version to neu_guong_auditor;
grant update (recorded) on person_version to neu_guong_app;

create table photo (
  photo_id integer not null generated by default as identity,
  unit_id integer not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table photo add constraint photo_pkey PRIMARY KEY (photo_id);
alter table photo add constraint photo_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX photo_recorded_at_idx ON public.photo USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX photo_unit_id_idx ON public.photo USING btree (unit_id);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.photo REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.photo REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER photo_is_kept BEFORE DELETE OR UPDATE ON public.photo FOR EACH ROW EXECUTE FUNCTION photo_is_kept();
alter table photo enable row level security;
create policy app_adds on photo for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('article'::text, 'write'::text) u(unit_id))));
create policy app_reads on photo for select to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('article'::text, 'read'::text) u(unit_id))));
create policy the_auditor_reads on photo for select to neu_guong_auditor
  using (true);
grant insert, select on photo to neu_guong_app;
grant select on photo to neu_guong_auditor;

create table photo_version (
  photo_id integer not null,
  number integer not null,
  written_by bigint not null,
  writer_name text not null,
  name text not null,
  sent_digest text not null,
  digest text not null,
  alt text,
  caption text not null,
  credit text not null,
  focus text not null,
  shows text,
  exemplar_id bigint,
  is_decided boolean not null generated always as (((alt IS NOT NULL) AND (shows IS NOT NULL))) stored,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table photo_version add constraint photo_version_digest_fkey FOREIGN KEY (digest) REFERENCES image(digest);
alter table photo_version add constraint photo_version_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(exemplar_id);
alter table photo_version add constraint photo_version_focus_check CHECK ((focus = ANY (ARRAY['top-left'::text, 'top'::text, 'top-right'::text, 'left'::text, 'centre'::text, 'right'::text, 'bottom-left'::text, 'bottom'::text, 'bottom-right'::text])));
alter table photo_version add constraint photo_version_name_check CHECK ((name <> ''::text));
alter table photo_version add constraint photo_version_number_check CHECK ((number >= 1));
alter table photo_version add constraint photo_version_photo_id_fkey FOREIGN KEY (photo_id) REFERENCES photo(photo_id);
alter table photo_version add constraint photo_version_photo_id_number_digest_is_decided_key UNIQUE (photo_id, number, digest, is_decided);
alter table photo_version add constraint photo_version_pkey PRIMARY KEY (photo_id, number);
alter table photo_version add constraint photo_version_sent_digest_check CHECK ((sent_digest ~ '^[0-9a-f]{64}$'::text));
alter table photo_version add constraint photo_version_shows_check CHECK ((shows = ANY (ARRAY['nobody'::text, 'exemplar'::text])));
alter table photo_version add constraint photo_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(person_id);
alter table photo_version add constraint shown_with_consent CHECK (((NOT (shows IS DISTINCT FROM 'exemplar'::text)) = (exemplar_id IS NOT NULL)));
CREATE INDEX photo_version_digest_idx ON public.photo_version USING btree (digest);
CREATE INDEX photo_version_exemplar_id_idx ON public.photo_version USING btree (exemplar_id) WHERE (exemplar_id IS NOT NULL);
CREATE INDEX photo_version_recorded_at_idx ON public.photo_version USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX photo_version_sent_digest_idx ON public.photo_version USING btree (sent_digest);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.photo_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.photo_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER photo_is_kept BEFORE DELETE OR UPDATE ON public.photo_version FOR EACH ROW EXECUTE FUNCTION photo_is_kept();
alter table photo_version enable row level security;
create policy app_adds on photo_version for insert to neu_guong_app
  with check (((written_by = current_person_id()) AND (photo_id IN ( SELECT p.photo_id
   FROM photo p
  WHERE (p.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('article'::text, 'write'::text) u(unit_id))))) AND ((exemplar_id IS NULL) OR has_consent(exemplar_id, 'photo'::text))));
create policy app_reads on photo_version for select to neu_guong_app
  using ((photo_id IN ( SELECT p.photo_id
   FROM photo p)));
create policy everybody_reads on photo_version for select to neu_guong_app
  using ((is_printed(photo_id, number) AND ((exemplar_id IS NULL) OR has_consent(exemplar_id, 'photo'::text))));
create policy the_auditor_reads on photo_version for select to neu_guong_auditor
  using (true);
grant insert, select on photo_version to neu_guong_app;
grant select on photo_version to neu_guong_auditor;

create table placement (
  placement_id bigint not null generated by default as identity,
  unit_id integer not null,
  hierarchy text not null,
  parent_id integer not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table placement add constraint placement_check CHECK ((parent_id <> unit_id));
alter table placement add constraint placement_hierarchy_fkey FOREIGN KEY (hierarchy) REFERENCES hierarchy(hierarchy);
alter table placement add constraint placement_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table placement add constraint placement_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(unit_id);
alter table placement add constraint placement_pkey PRIMARY KEY (placement_id);
alter table placement add constraint placement_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table placement add constraint placement_unit_id_hierarchy_valid_recorded_excl EXCLUDE USING gist (unit_id WITH =, hierarchy WITH =, valid WITH &&, recorded WITH &&);
alter table placement add constraint placement_valid_check CHECK ((NOT isempty(valid)));
CREATE INDEX placement_downwards ON public.placement USING btree (hierarchy, parent_id) INCLUDE (unit_id, valid, recorded);
CREATE STATISTICS public.placement_expr_stat ON upper(recorded) FROM placement;
CREATE INDEX placement_lower_idx ON public.placement USING btree (lower(recorded));
CREATE INDEX placement_lower_idx1 ON public.placement USING btree (lower(valid));
CREATE INDEX placement_lower_idx2 ON public.placement USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX placement_parent_id_idx ON public.placement USING btree (parent_id);
CREATE INDEX placement_unit_id_idx ON public.placement USING btree (unit_id);
CREATE INDEX placement_upper_idx ON public.placement USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE INDEX placement_upper_idx1 ON public.placement USING btree (upper(valid)) WHERE (upper(valid) < 'infinity'::date);
CREATE INDEX placement_upper_idx2 ON public.placement USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.placement FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.placement FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.placement REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.placement REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE CONSTRAINT TRIGGER placement_is_lawful AFTER INSERT ON public.placement DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION placement_is_lawful();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.placement FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
grant select on placement to neu_guong_app;
grant select on placement to neu_guong_auditor;

create table plan_deed (
  plan_deed_id bigint not null generated by default as identity,
  plan_duty_id bigint not null,
  person_id bigint not null,
  version integer not null,
  ordinal integer not null,
  what text not null,
  how text,
  measure text not null,
  due_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table plan_deed add constraint plan_deed_ordinal_check CHECK ((ordinal >= 1));
alter table plan_deed add constraint plan_deed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table plan_deed add constraint plan_deed_pkey PRIMARY KEY (plan_deed_id);
alter table plan_deed add constraint plan_deed_plan_duty_id_fkey FOREIGN KEY (plan_duty_id) REFERENCES plan_duty(plan_duty_id);
alter table plan_deed add constraint plan_deed_plan_duty_id_version_ordinal_key UNIQUE (plan_duty_id, version, ordinal);
alter table plan_deed add constraint plan_deed_what_check CHECK ((what <> ''::text));
CREATE STATISTICS public.plan_deed_expr_stat ON upper(recorded) FROM plan_deed;
CREATE INDEX plan_deed_lower_idx ON public.plan_deed USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX plan_deed_upper_idx ON public.plan_deed USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.plan_deed FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.plan_deed REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.plan_deed REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.plan_deed FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table plan_deed enable row level security;
alter table plan_deed force row level security;
create policy app_adds on plan_deed for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM plan_duty d
  WHERE ((d.plan_duty_id = plan_deed.plan_duty_id) AND (d.person_id = current_person_id()))))));
create policy app_reads on plan_deed for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM plan_duty d
  WHERE (d.plan_duty_id = plan_deed.plan_duty_id)))));
create policy the_auditor_reads on plan_deed for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on plan_deed to neu_guong_owner
  using (is_loading());
grant insert, select on plan_deed to neu_guong_app;
grant select on plan_deed to neu_guong_auditor;

create table plan_draft (
  plan_duty_id bigint not null,
  person_id bigint not null,
  version integer not null,
  fields jsonb not null,
  saved_at timestamp with time zone not null default transaction_timestamp()
);
alter table plan_draft add constraint plan_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table plan_draft add constraint plan_draft_pkey PRIMARY KEY (plan_duty_id, version);
alter table plan_draft add constraint plan_draft_plan_duty_id_fkey FOREIGN KEY (plan_duty_id) REFERENCES plan_duty(plan_duty_id);
alter table plan_draft add constraint plan_draft_version_check CHECK ((version >= 1));
alter table plan_draft enable row level security;
alter table plan_draft force row level security;
create policy app_adds on plan_draft for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM plan_duty d
  WHERE ((d.plan_duty_id = plan_draft.plan_duty_id) AND (d.person_id = current_person_id()))))));
create policy app_reads on plan_draft for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_owner_loads on plan_draft to neu_guong_owner
  using (is_loading());
grant insert, select on plan_draft to neu_guong_app;

create table plan_duty (
  plan_duty_id bigint not null generated by default as identity,
  post_id bigint not null,
  person_id bigint not null,
  year integer not null,
  campaign_id integer not null,
  unit_id integer not null,
  led_unit_id integer not null,
  due_from date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table plan_duty add constraint plan_duty_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table plan_duty add constraint plan_duty_led_unit_id_fkey FOREIGN KEY (led_unit_id) REFERENCES unit(unit_id);
alter table plan_duty add constraint plan_duty_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table plan_duty add constraint plan_duty_pkey PRIMARY KEY (plan_duty_id);
alter table plan_duty add constraint plan_duty_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(post_id);
alter table plan_duty add constraint plan_duty_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE UNIQUE INDEX one_open_duty_a_tenure ON public.plan_duty USING btree (post_id, person_id, year) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.plan_duty_expr_stat ON upper(recorded) FROM plan_duty;
CREATE INDEX plan_duty_led_unit_id_idx ON public.plan_duty USING btree (led_unit_id);
CREATE INDEX plan_duty_lower_idx ON public.plan_duty USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX plan_duty_person_id_idx ON public.plan_duty USING btree (person_id);
CREATE INDEX plan_duty_upper_idx ON public.plan_duty USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.plan_duty FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.plan_duty REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.plan_duty REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.plan_duty FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_closed_duties AFTER UPDATE ON public.plan_duty REFERENCING NEW TABLE AS closed FOR EACH STATEMENT EXECUTE FUNCTION tally_closed_duties();
CREATE TRIGGER tally_duties AFTER INSERT ON public.plan_duty REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_duties();
alter table plan_duty enable row level security;
alter table plan_duty force row level security;
create policy app_reads on plan_duty for select to neu_guong_app
  using (((person_id = current_person_id()) OR (led_unit_id IN ( SELECT u.unit_id
   FROM units_where_may('plan'::text, 'read'::text) u(unit_id)))));
create policy the_auditor_reads on plan_duty for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on plan_duty to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on plan_duty to neu_guong_owner
  using (is_loading());
grant select on plan_duty to neu_guong_app;
grant select on plan_duty to neu_guong_auditor;

create table plan_form (
  form_version integer not null,
  deeds_least integer not null,
  deeds_most integer not null
);
alter table plan_form add constraint plan_form_check CHECK (((deeds_most >= deeds_least) AND (deeds_most <= 9)));
alter table plan_form add constraint plan_form_deeds_least_check CHECK ((deeds_least >= 1));
alter table plan_form add constraint plan_form_form_version_fkey FOREIGN KEY (form_version) REFERENCES campaign_form(form_version);
alter table plan_form add constraint plan_form_pkey PRIMARY KEY (form_version);
CREATE TRIGGER stays_as_it_is BEFORE DELETE OR UPDATE ON public.plan_form FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
grant select on plan_form to neu_guong_app;
grant select on plan_form to neu_guong_auditor;

create table plan_mark (
  plan_mark_id bigint not null generated by default as identity,
  post_id bigint not null,
  person_id bigint not null,
  year integer not null,
  version integer not null,
  is_exemplary boolean not null,
  is_of_the_post boolean not null,
  marked_on date not null,
  said text,
  actor_id bigint,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table plan_mark add constraint plan_mark_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table plan_mark add constraint plan_mark_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table plan_mark add constraint plan_mark_pkey PRIMARY KEY (plan_mark_id);
alter table plan_mark add constraint plan_mark_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(post_id);
alter table plan_mark add constraint plan_mark_version_check CHECK ((version >= 1));
CREATE STATISTICS public.plan_mark_expr_stat ON upper(recorded) FROM plan_mark;
CREATE INDEX plan_mark_lower_idx ON public.plan_mark USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX plan_mark_person_id_post_id_year_idx ON public.plan_mark USING btree (person_id, post_id, year);
CREATE INDEX plan_mark_upper_idx ON public.plan_mark USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.plan_mark FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.plan_mark REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.plan_mark REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER nobody_judges_their_leader BEFORE INSERT ON public.plan_mark FOR EACH ROW WHEN ((new.actor_id IS NOT NULL)) EXECUTE FUNCTION nobody_judges_their_leader();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.plan_mark FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_marks AFTER INSERT ON public.plan_mark REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_marks();
alter table plan_mark enable row level security;
alter table plan_mark force row level security;
create policy app_adds on plan_mark for insert to neu_guong_app
  with check (((actor_id = current_person_id()) AND may_judge_plan(post_id, person_id, year) AND (EXISTS ( SELECT
   FROM action_plan a
  WHERE ((a.post_id = plan_mark.post_id) AND (a.person_id = plan_mark.person_id) AND (a.year = plan_mark.year) AND (a.version = plan_mark.version) AND (a.state = 'approved'::text) AND (upper(a.valid) = 'infinity'::date) AND (upper(a.recorded) = 'infinity'::timestamp with time zone))))));
create policy app_reads on plan_mark for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM plan_duty d
  WHERE ((d.post_id = plan_mark.post_id) AND (d.person_id = plan_mark.person_id) AND (d.year = plan_mark.year))))));
create policy the_auditor_reads on plan_mark for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on plan_mark to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on plan_mark to neu_guong_owner
  using (is_loading());
grant insert, select on plan_mark to neu_guong_app;
grant select on plan_mark to neu_guong_auditor;

create table plan_mark_tally (
  plan_mark_tally_id bigint not null generated by default as identity,
  unit_id integer not null,
  year integer not null,
  valid_on date not null,
  recorded_at timestamp with time zone not null default recorded_now(),
  passed integer not null
);
alter table plan_mark_tally add constraint plan_mark_tally_pkey PRIMARY KEY (plan_mark_tally_id);
alter table plan_mark_tally add constraint plan_mark_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX plan_mark_tally_year_unit_id_valid_on_recorded_at_passed_idx ON public.plan_mark_tally USING btree (year, unit_id) INCLUDE (valid_on, recorded_at, passed);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.plan_mark_tally FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on plan_mark_tally to neu_guong_app;
grant select on plan_mark_tally to neu_guong_auditor;

create table plan_receipt (
  plan_duty_id bigint not null,
  person_id bigint not null,
  version integer not null,
  number text not null,
  digest text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table plan_receipt add constraint plan_receipt_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table plan_receipt add constraint plan_receipt_number_key UNIQUE (number);
alter table plan_receipt add constraint plan_receipt_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table plan_receipt add constraint plan_receipt_pkey PRIMARY KEY (plan_duty_id, version);
alter table plan_receipt add constraint plan_receipt_plan_duty_id_fkey FOREIGN KEY (plan_duty_id) REFERENCES plan_duty(plan_duty_id);
CREATE STATISTICS public.plan_receipt_expr_stat ON upper(recorded) FROM plan_receipt;
CREATE INDEX plan_receipt_lower_idx ON public.plan_receipt USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX plan_receipt_upper_idx ON public.plan_receipt USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.plan_receipt FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.plan_receipt REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.plan_receipt REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.plan_receipt FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table plan_receipt enable row level security;
alter table plan_receipt force row level security;
create policy app_adds on plan_receipt for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM plan_duty d
  WHERE ((d.plan_duty_id = plan_receipt.plan_duty_id) AND (d.person_id = current_person_id()))))));
create policy app_reads on plan_receipt for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM plan_duty d
  WHERE (d.plan_duty_id = plan_receipt.plan_duty_id)))));
create policy the_auditor_reads on plan_receipt for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on plan_receipt to neu_guong_owner
  using (is_loading());
grant insert, select on plan_receipt to neu_guong_app;
grant select on plan_receipt to neu_guong_auditor;

create table plan_section (
  form_version integer not null,
  section text not null,
  ordinal integer not null,
  title_vi text not null,
  title_en text not null,
  hint_vi text not null,
  hint_en text not null,
  longest integer not null
);
alter table plan_section add constraint plan_section_form_version_fkey FOREIGN KEY (form_version) REFERENCES plan_form(form_version);
alter table plan_section add constraint plan_section_pkey PRIMARY KEY (form_version, section);
alter table plan_section add constraint plan_section_section_check CHECK ((section = ANY (ARRAY['exemplary_content'::text, 'tasks_of_the_post'::text])));
CREATE TRIGGER stays_as_it_is BEFORE DELETE OR UPDATE ON public.plan_section FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
grant select on plan_section to neu_guong_app;
grant select on plan_section to neu_guong_auditor;

create table post (
  post_id bigint not null generated by default as identity,
  unit_id integer not null,
  title text not null,
  is_head boolean not null default false,
  leads boolean not null default true,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table post add constraint post_pkey PRIMARY KEY (post_id);
alter table post add constraint post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE UNIQUE INDEX one_head_a_unit ON public.post USING btree (unit_id) WHERE is_head;
CREATE INDEX post_recorded_at_idx ON public.post USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX post_unit_id_idx ON public.post USING btree (unit_id);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.post REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.post REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table post enable row level security;
create policy app_adds on post for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('post'::text, 'appoint'::text) u(unit_id))));
create policy app_reads on post for select to neu_guong_app
  using (true);
create policy the_auditor_reads on post for select to neu_guong_auditor
  using (true);
grant insert, select on post to neu_guong_app;
grant select on post to neu_guong_auditor;

create table printed_photo (
  edition_id bigint not null,
  photo_id integer not null,
  version integer not null,
  digest text not null,
  is_decided boolean not null generated always as (true) stored,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table printed_photo add constraint decided_before_it_is_printed FOREIGN KEY (photo_id, version, digest, is_decided) REFERENCES photo_version(photo_id, number, digest, is_decided);
alter table printed_photo add constraint printed_photo_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES edition(edition_id);
alter table printed_photo add constraint printed_photo_pkey PRIMARY KEY (edition_id, photo_id);
CREATE INDEX printed_photo_digest_idx ON public.printed_photo USING btree (digest);
CREATE INDEX printed_photo_photo_id_version_idx ON public.printed_photo USING btree (photo_id, version);
CREATE INDEX printed_photo_recorded_at_idx ON public.printed_photo USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.printed_photo FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.printed_photo FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.printed_photo REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.printed_photo REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
grant select on printed_photo to neu_guong_app;
grant select on printed_photo to neu_guong_auditor;

create table programme (
  programme_id integer not null generated by default as identity,
  key text not null,
  name_vi text not null,
  name_en text not null,
  instrument_id bigint not null,
  started_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table programme add constraint programme_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table programme add constraint programme_key_key UNIQUE (key);
alter table programme add constraint programme_pkey PRIMARY KEY (programme_id);
CREATE STATISTICS public.programme_expr_stat ON upper(recorded) FROM programme;
CREATE INDEX programme_lower_idx ON public.programme USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX programme_upper_idx ON public.programme USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.programme FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.programme FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.programme REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.programme REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.programme FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
grant select on programme to neu_guong_app;
grant select on programme to neu_guong_auditor;

create table programme_conclusion (
  programme_conclusion_id bigint not null generated by default as identity,
  programme_id integer not null,
  instrument_id bigint not null,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table programme_conclusion add constraint programme_conclusion_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table programme_conclusion add constraint programme_conclusion_pkey PRIMARY KEY (programme_conclusion_id);
alter table programme_conclusion add constraint programme_conclusion_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(programme_id);
alter table programme_conclusion add constraint programme_conclusion_programme_id_instrument_id_valid_reco_excl EXCLUDE USING gist (programme_id WITH =, instrument_id WITH =, valid WITH &&, recorded WITH &&);
alter table programme_conclusion add constraint programme_conclusion_valid_check CHECK ((NOT isempty(valid)));
CREATE STATISTICS public.programme_conclusion_expr_stat ON upper(recorded) FROM programme_conclusion;
CREATE INDEX programme_conclusion_lower_idx ON public.programme_conclusion USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX programme_conclusion_upper_idx ON public.programme_conclusion USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.programme_conclusion FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.programme_conclusion REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.programme_conclusion REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.programme_conclusion FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table programme_conclusion enable row level security;
create policy app_adds on programme_conclusion for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on programme_conclusion for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on programme_conclusion for select to neu_guong_app
  using (true);
create policy the_auditor_reads on programme_conclusion for select to neu_guong_auditor
  using (true);
grant insert, select on programme_conclusion to neu_guong_app;
grant select on programme_conclusion to neu_guong_auditor;
grant update (recorded) on programme_conclusion to neu_guong_app;

create table programme_note (
  programme_note_id bigint not null generated by default as identity,
  programme_id integer not null,
  unit_id integer not null,
  note text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table programme_note add constraint programme_note_note_check CHECK (((note <> ''::text) AND (note = NORMALIZE(note, NFC))));
alter table programme_note add constraint programme_note_pkey PRIMARY KEY (programme_note_id);
alter table programme_note add constraint programme_note_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(programme_id);
alter table programme_note add constraint programme_note_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE UNIQUE INDEX one_open_note_a_level ON public.programme_note USING btree (programme_id, unit_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.programme_note_expr_stat ON upper(recorded) FROM programme_note;
CREATE INDEX programme_note_lower_idx ON public.programme_note USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX programme_note_unit_id_idx ON public.programme_note USING btree (unit_id);
CREATE INDEX programme_note_upper_idx ON public.programme_note USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.programme_note FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.programme_note FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.programme_note REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.programme_note REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.programme_note FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table programme_note enable row level security;
create policy app_adds on programme_note for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('campaign'::text, 'issue'::text) u(unit_id))));
create policy app_changes on programme_note for update to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('campaign'::text, 'issue'::text) u(unit_id))));
create policy app_reads on programme_note for select to neu_guong_app
  using (true);
create policy the_auditor_reads on programme_note for select to neu_guong_auditor
  using (true);
grant insert, select on programme_note to neu_guong_app;
grant select on programme_note to neu_guong_auditor;
grant update (recorded) on programme_note to neu_guong_app;

create table programme_plan (
  programme_plan_id bigint not null generated by default as identity,
  programme_id integer not null,
  unit_id integer not null,
  under_plan_id bigint,
  instrument_id bigint not null,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table programme_plan add constraint programme_plan_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table programme_plan add constraint programme_plan_pkey PRIMARY KEY (programme_plan_id);
alter table programme_plan add constraint programme_plan_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(programme_id);
alter table programme_plan add constraint programme_plan_programme_id_unit_id_valid_recorded_excl EXCLUDE USING gist (programme_id WITH =, unit_id WITH =, valid WITH &&, recorded WITH &&);
alter table programme_plan add constraint programme_plan_under_plan_id_fkey FOREIGN KEY (under_plan_id) REFERENCES programme_plan(programme_plan_id);
alter table programme_plan add constraint programme_plan_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.programme_plan_expr_stat ON upper(recorded) FROM programme_plan;
CREATE INDEX programme_plan_lower_idx ON public.programme_plan USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX programme_plan_under_plan_id_idx ON public.programme_plan USING btree (under_plan_id);
CREATE INDEX programme_plan_unit_id_idx ON public.programme_plan USING btree (unit_id);
CREATE INDEX programme_plan_upper_idx ON public.programme_plan USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.programme_plan FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.programme_plan REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.programme_plan REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.programme_plan FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table programme_plan enable row level security;
create policy app_adds on programme_plan for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('programme'::text, 'plan'::text) u(unit_id))));
create policy app_changes on programme_plan for update to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('programme'::text, 'plan'::text) u(unit_id))));
create policy app_reads on programme_plan for select to neu_guong_app
  using (true);
create policy the_auditor_reads on programme_plan for select to neu_guong_auditor
  using (true);
grant insert, select on programme_plan to neu_guong_app;
grant select on programme_plan to neu_guong_auditor;
grant update (recorded) on programme_plan to neu_guong_app;

create table proxy_confirmation (
  commitment_id bigint not null,
  person_id bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table proxy_confirmation add constraint proxy_confirmation_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment_receipt(commitment_id);
alter table proxy_confirmation add constraint proxy_confirmation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table proxy_confirmation add constraint proxy_confirmation_pkey PRIMARY KEY (commitment_id);
CREATE STATISTICS public.proxy_confirmation_expr_stat ON upper(recorded) FROM proxy_confirmation;
CREATE INDEX proxy_confirmation_lower_idx ON public.proxy_confirmation USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX proxy_confirmation_upper_idx ON public.proxy_confirmation USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.proxy_confirmation FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.proxy_confirmation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.proxy_confirmation REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.proxy_confirmation FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table proxy_confirmation enable row level security;
alter table proxy_confirmation force row level security;
create policy app_adds on proxy_confirmation for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM commitment_receipt r
  WHERE ((r.commitment_id = proxy_confirmation.commitment_id) AND (r.person_id = current_person_id()))))));
create policy app_reads on proxy_confirmation for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM commitment c
  WHERE (c.commitment_id = proxy_confirmation.commitment_id)))));
create policy the_auditor_reads on proxy_confirmation for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on proxy_confirmation to neu_guong_owner
  using (is_loading());
grant insert, select on proxy_confirmation to neu_guong_app;
grant select on proxy_confirmation to neu_guong_auditor;

create table rating_level (
  rating_level_id integer not null generated by default as identity,
  rating_scheme_id integer not null,
  least_points integer not null,
  name_vi text not null,
  name_en text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table rating_level add constraint rating_level_least_points_check CHECK (((least_points >= 0) AND (least_points <= 100)));
alter table rating_level add constraint rating_level_name_en_check CHECK ((name_en <> ''::text));
alter table rating_level add constraint rating_level_name_vi_check CHECK ((name_vi <> ''::text));
alter table rating_level add constraint rating_level_pkey PRIMARY KEY (rating_level_id);
alter table rating_level add constraint rating_level_rating_scheme_id_fkey FOREIGN KEY (rating_scheme_id) REFERENCES rating_scheme(rating_scheme_id);
alter table rating_level add constraint rating_level_rating_scheme_id_least_points_key UNIQUE (rating_scheme_id, least_points);
CREATE STATISTICS public.rating_level_expr_stat ON upper(recorded) FROM rating_level;
CREATE INDEX rating_level_lower_idx ON public.rating_level USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX rating_level_upper_idx ON public.rating_level USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.rating_level FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.rating_level FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.rating_level REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.rating_level REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.rating_level FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table rating_level enable row level security;
create policy app_adds on rating_level for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on rating_level for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on rating_level for select to neu_guong_app
  using (true);
create policy the_auditor_reads on rating_level for select to neu_guong_auditor
  using (true);
grant insert, select on rating_level to neu_guong_app;
grant select on rating_level to neu_guong_auditor;
grant update (recorded) on rating_level to neu_guong_app;

create table rating_scheme (
  rating_scheme_id integer not null generated by default as identity,
  instrument_id bigint,
  cap_share numeric,
  cap_base text,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  by_points boolean not null default true,
  cap_rounding text not null default 'down'::text,
  quorum text not null default 'two-thirds'::text,
  heads_within_unit boolean not null default false
);
alter table rating_scheme add constraint rating_scheme_cap_base_check CHECK ((cap_base = ANY (ARRAY['of-good'::text, 'of-good-or-better'::text, 'of-all'::text])));
alter table rating_scheme add constraint rating_scheme_cap_rounding_check CHECK ((cap_rounding = ANY (ARRAY['down'::text, 'nearest'::text, 'up'::text])));
alter table rating_scheme add constraint rating_scheme_cap_share_check CHECK (((cap_share > (0)::numeric) AND (cap_share <= (1)::numeric)));
alter table rating_scheme add constraint rating_scheme_check CHECK (((cap_share IS NULL) = (cap_base IS NULL)));
alter table rating_scheme add constraint rating_scheme_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table rating_scheme add constraint rating_scheme_pkey PRIMARY KEY (rating_scheme_id);
alter table rating_scheme add constraint rating_scheme_quorum_check CHECK ((quorum = ANY (ARRAY['two-thirds'::text, 'more-than-half'::text])));
alter table rating_scheme add constraint rating_scheme_valid_check CHECK ((NOT isempty(valid)));
alter table rating_scheme add constraint rating_scheme_valid_recorded_excl EXCLUDE USING gist (valid WITH &&, recorded WITH &&);
CREATE STATISTICS public.rating_scheme_expr_stat ON upper(recorded) FROM rating_scheme;
CREATE INDEX rating_scheme_lower_idx ON public.rating_scheme USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX rating_scheme_upper_idx ON public.rating_scheme USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.rating_scheme FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.rating_scheme FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.rating_scheme REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.rating_scheme REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.rating_scheme FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table rating_scheme enable row level security;
create policy app_adds on rating_scheme for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on rating_scheme for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on rating_scheme for select to neu_guong_app
  using (true);
create policy the_auditor_reads on rating_scheme for select to neu_guong_auditor
  using (true);
grant insert, select on rating_scheme to neu_guong_app;
grant select on rating_scheme to neu_guong_auditor;
grant update (recorded) on rating_scheme to neu_guong_app;

create table recognition (
  recognition_id bigint not null generated by default as identity,
  exemplar_id bigint not null,
  level text not null,
  form text not null,
  achievement text not null,
  instrument_id bigint not null,
  decided_on date not null,
  revoked_on date,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  revocation_id bigint
);
alter table recognition add constraint recognition_check CHECK ((revoked_on >= decided_on));
alter table recognition add constraint recognition_exemplar_id_fkey FOREIGN KEY (exemplar_id) REFERENCES exemplar(exemplar_id);
alter table recognition add constraint recognition_form_check CHECK ((form = ANY (ARRAY['certificate-of-merit'::text, 'commendation'::text, 'title'::text, 'order'::text])));
alter table recognition add constraint recognition_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table recognition add constraint recognition_level_check CHECK ((level = ANY (ARRAY['commune'::text, 'district'::text, 'province'::text, 'nation'::text])));
alter table recognition add constraint recognition_pkey PRIMARY KEY (recognition_id);
alter table recognition add constraint recognition_revocation_id_fkey FOREIGN KEY (revocation_id) REFERENCES instrument(instrument_id);
CREATE UNIQUE INDEX one_award_an_achievement ON public.recognition USING btree (exemplar_id, achievement) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE INDEX recognition_by_code ON public.recognition USING btree ("left"(md5((((((exemplar_id)::text || ' '::text) || (instrument_id)::text) || ' '::text) || achievement)), 24));
CREATE INDEX recognition_decided_on_idx ON public.recognition USING btree (decided_on);
CREATE INDEX recognition_exemplar_id_idx ON public.recognition USING btree (exemplar_id);
CREATE STATISTICS public.recognition_expr_stat ON upper(recorded) FROM recognition;
CREATE INDEX recognition_lower_idx ON public.recognition USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX recognition_upper_idx ON public.recognition USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.recognition FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.recognition FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.recognition REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.recognition REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.recognition FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table recognition enable row level security;
create policy app_adds on recognition for insert to neu_guong_app
  with check (((exemplar_id IN ( SELECT b.exemplar_id
   FROM cases_brought_to('confirmed'::text) b(nomination_id, exemplar_id))) OR (EXISTS ( SELECT
   FROM nomination n
  WHERE ((n.exemplar_id = recognition.exemplar_id) AND may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'recognise'::text, false))))));
create policy app_changes on recognition for update to neu_guong_app
  using (((exemplar_id IN ( SELECT b.exemplar_id
   FROM cases_brought_to('undone'::text) b(nomination_id, exemplar_id))) OR (EXISTS ( SELECT
   FROM nomination n
  WHERE ((n.exemplar_id = recognition.exemplar_id) AND may_judge_exemplar(n.unit_id, n.person_id, n.nominated_by, 'recognise'::text, false))))));
create policy app_reads on recognition for select to neu_guong_app
  using (true);
create policy the_auditor_reads on recognition for select to neu_guong_auditor
  using (true);
grant insert, select on recognition to neu_guong_app;
grant select on recognition to neu_guong_auditor;
grant update (recorded) on recognition to neu_guong_app;

create table recovery_code (
  person_id bigint not null,
  code_digest text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table recovery_code add constraint recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
CREATE STATISTICS public.recovery_code_expr_stat ON upper(recorded) FROM recovery_code;
CREATE INDEX recovery_code_lower_idx ON public.recovery_code USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE UNIQUE INDEX recovery_code_person_id_code_digest_idx ON public.recovery_code USING btree (person_id, code_digest) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE INDEX recovery_code_upper_idx ON public.recovery_code USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.recovery_code FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.recovery_code REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.recovery_code REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.recovery_code FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table recovery_code enable row level security;
alter table recovery_code force row level security;
create policy app_adds on recovery_code for insert to neu_guong_app
  with check ((person_id = current_person_id()));
create policy app_changes on recovery_code for update to neu_guong_app
  using ((person_id = current_person_id()));
create policy app_reads on recovery_code for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_owner_loads on recovery_code to neu_guong_owner
  using (is_loading());
grant insert, select on recovery_code to neu_guong_app;
grant update (recorded) on recovery_code to neu_guong_app;

create table register_profile (
  register_profile_id integer not null generated by default as identity,
  unit_id integer not null,
  keeper text not null,
  contact text,
  emblem bytea,
  notice jsonb,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  instrument_id bigint
);
alter table register_profile add constraint register_profile_contact_check CHECK ((contact <> ''::text));
alter table register_profile add constraint register_profile_emblem_check CHECK (((octet_length(emblem) >= 1) AND (octet_length(emblem) <= 65536)));
alter table register_profile add constraint register_profile_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table register_profile add constraint register_profile_keeper_check CHECK ((keeper <> ''::text));
alter table register_profile add constraint register_profile_notice_check CHECK ((jsonb_typeof(notice) = 'object'::text));
alter table register_profile add constraint register_profile_pkey PRIMARY KEY (register_profile_id);
alter table register_profile add constraint register_profile_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE UNIQUE INDEX one_open_profile ON public.register_profile USING btree (upper(recorded)) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.register_profile_expr_stat ON upper(recorded) FROM register_profile;
CREATE INDEX register_profile_lower_idx ON public.register_profile USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX register_profile_upper_idx ON public.register_profile USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.register_profile FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.register_profile FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.register_profile REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.register_profile REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.register_profile FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table register_profile enable row level security;
create policy app_adds on register_profile for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on register_profile for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on register_profile for select to neu_guong_app
  using (true);
create policy the_auditor_reads on register_profile for select to neu_guong_auditor
  using (true);
grant insert, select on register_profile to neu_guong_app;
grant select on register_profile to neu_guong_auditor;
grant update (recorded) on register_profile to neu_guong_app;

create table remedy (
  limitation_id bigint not null,
  commitment_id bigint not null,
  what text not null,
  due_on date not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table remedy add constraint remedy_commitment_id_fkey FOREIGN KEY (commitment_id) REFERENCES commitment(commitment_id);
alter table remedy add constraint remedy_limitation_id_fkey FOREIGN KEY (limitation_id) REFERENCES limitation(limitation_id);
alter table remedy add constraint remedy_pkey PRIMARY KEY (limitation_id, commitment_id);
alter table remedy add constraint remedy_what_check CHECK ((what <> ''::text));
CREATE INDEX remedy_commitment_id_idx ON public.remedy USING btree (commitment_id);
CREATE STATISTICS public.remedy_expr_stat ON upper(recorded) FROM remedy;
CREATE INDEX remedy_lower_idx ON public.remedy USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX remedy_upper_idx ON public.remedy USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.remedy FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.remedy REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.remedy REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.remedy FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table remedy enable row level security;
alter table remedy force row level security;
create policy app_adds on remedy for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM commitment c
  WHERE ((c.commitment_id = remedy.commitment_id) AND may_write_commitment(c.obligation_id)))));
create policy app_reads on remedy for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM commitment c
  WHERE (c.commitment_id = remedy.commitment_id))));
create policy the_auditor_reads on remedy for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on remedy to neu_guong_owner
  using (is_loading());
grant insert, select on remedy to neu_guong_app;
grant select on remedy to neu_guong_auditor;

create table reminder (
  reminder_id bigint not null generated by default as identity,
  reminder_wave_id bigint not null,
  obligation_id bigint not null,
  person_id bigint not null,
  reminded_at timestamp with time zone not null default recorded_now()
);
alter table reminder add constraint reminder_obligation_id_fkey FOREIGN KEY (obligation_id) REFERENCES obligation(obligation_id);
alter table reminder add constraint reminder_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table reminder add constraint reminder_pkey PRIMARY KEY (reminder_id);
alter table reminder add constraint reminder_reminder_wave_id_fkey FOREIGN KEY (reminder_wave_id) REFERENCES reminder_wave(reminder_wave_id);
CREATE INDEX reminder_obligation_id_reminded_at_idx ON public.reminder USING btree (obligation_id, reminded_at);
CREATE INDEX reminder_person_id_idx ON public.reminder USING btree (person_id);
CREATE INDEX reminder_reminded_at_idx ON public.reminder USING brin (reminded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX reminder_reminder_wave_id_idx ON public.reminder USING btree (reminder_wave_id);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.reminder REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.reminder REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER reminders_keep_their_distance AFTER INSERT ON public.reminder REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION reminders_keep_their_distance();
alter table reminder enable row level security;
alter table reminder force row level security;
create policy app_adds on reminder for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM obligation o
  WHERE ((o.obligation_id = reminder.obligation_id) AND (o.person_id = reminder.person_id) AND ((o.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('obligation'::text, 'remind'::text) u(unit_id))) IS TRUE)))));
create policy app_reads on reminder for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM obligation o
  WHERE (o.obligation_id = reminder.obligation_id)))));
create policy the_auditor_reads on reminder for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on reminder to neu_guong_owner
  using (is_loading());
grant insert, select on reminder to neu_guong_app;
grant select on reminder to neu_guong_auditor;

create table reminder_mail (
  reminder_mail_id bigint not null generated by default as identity,
  reminder_id bigint not null,
  state text not null,
  reason text,
  happened_at timestamp with time zone not null default clock_timestamp(),
  round integer not null default 1,
  letter_of bigint
);
alter table reminder_mail add constraint reminder_mail_letter_of_fkey FOREIGN KEY (letter_of) REFERENCES reminder(reminder_id);
alter table reminder_mail add constraint reminder_mail_pkey PRIMARY KEY (reminder_mail_id);
alter table reminder_mail add constraint reminder_mail_reason_check CHECK ((reason ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table reminder_mail add constraint reminder_mail_reminder_id_fkey FOREIGN KEY (reminder_id) REFERENCES reminder(reminder_id);
alter table reminder_mail add constraint reminder_mail_round_check CHECK ((round > 0));
alter table reminder_mail add constraint reminder_mail_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'deferred'::text, 'sent'::text, 'failed'::text, 'unsure'::text, 'dropped'::text])));
CREATE UNIQUE INDEX ended_once ON public.reminder_mail USING btree (reminder_id, round) WHERE (state = ANY (ARRAY['sent'::text, 'failed'::text, 'unsure'::text, 'dropped'::text]));
CREATE UNIQUE INDEX queued_once ON public.reminder_mail USING btree (reminder_id, round) WHERE (state = 'queued'::text);
CREATE INDEX reminder_mail_reminder_id_idx ON public.reminder_mail USING btree (reminder_id);
alter table reminder_mail enable row level security;
alter table reminder_mail force row level security;
create policy app_adds on reminder_mail for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM (reminder r
     JOIN obligation o USING (obligation_id))
  WHERE ((r.reminder_id = reminder_mail.reminder_id) AND ((o.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('obligation'::text, 'remind'::text) u(unit_id))) IS TRUE)))));
create policy app_reads on reminder_mail for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM reminder r
  WHERE (r.reminder_id = reminder_mail.reminder_id))));
create policy the_auditor_reads on reminder_mail for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on reminder_mail to neu_guong_owner
  using (is_loading());
grant insert, select on reminder_mail to neu_guong_app;
grant select on reminder_mail to neu_guong_auditor;

create table reminder_reading (
  reminder_id bigint not null,
  person_id bigint not null,
  read_at timestamp with time zone not null default recorded_now()
);
alter table reminder_reading add constraint reminder_reading_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table reminder_reading add constraint reminder_reading_pkey PRIMARY KEY (reminder_id);
alter table reminder_reading add constraint reminder_reading_reminder_id_fkey FOREIGN KEY (reminder_id) REFERENCES reminder(reminder_id);
alter table reminder_reading enable row level security;
alter table reminder_reading force row level security;
create policy app_adds on reminder_reading for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM reminder r
  WHERE ((r.reminder_id = reminder_reading.reminder_id) AND (r.person_id = current_person_id()))))));
create policy app_reads on reminder_reading for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM reminder r
  WHERE (r.reminder_id = reminder_reading.reminder_id)))));
create policy the_auditor_reads on reminder_reading for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on reminder_reading to neu_guong_owner
  using (is_loading());
grant insert, select on reminder_reading to neu_guong_app;
grant select on reminder_reading to neu_guong_auditor;

create table reminder_rule (
  reminder_rule_id integer not null generated by default as identity,
  days integer not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  for_running boolean not null default false
);
alter table reminder_rule add constraint reminder_rule_days_check CHECK (((days >= 1) AND (days <= 365)));
alter table reminder_rule add constraint reminder_rule_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table reminder_rule add constraint reminder_rule_pkey PRIMARY KEY (reminder_rule_id);
alter table reminder_rule add constraint reminder_rule_valid_check CHECK ((NOT isempty(valid)));
alter table reminder_rule add constraint reminder_rule_valid_recorded_excl EXCLUDE USING gist (valid WITH &&, recorded WITH &&);
CREATE STATISTICS public.reminder_rule_expr_stat ON upper(recorded) FROM reminder_rule;
CREATE INDEX reminder_rule_lower_idx ON public.reminder_rule USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX reminder_rule_upper_idx ON public.reminder_rule USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.reminder_rule FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.reminder_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.reminder_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.reminder_rule FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table reminder_rule enable row level security;
create policy app_adds on reminder_rule for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on reminder_rule for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on reminder_rule for select to neu_guong_app
  using (true);
create policy the_auditor_reads on reminder_rule for select to neu_guong_auditor
  using (true);
grant insert, select on reminder_rule to neu_guong_app;
grant select on reminder_rule to neu_guong_auditor;
grant update (recorded) on reminder_rule to neu_guong_app;

create table reminder_wave (
  reminder_wave_id bigint not null generated by default as identity,
  campaign_id integer not null,
  unit_id integer not null,
  sent_by bigint not null,
  sent_as text not null,
  sent_from integer not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table reminder_wave add constraint reminder_wave_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table reminder_wave add constraint reminder_wave_pkey PRIMARY KEY (reminder_wave_id);
alter table reminder_wave add constraint reminder_wave_sent_as_check CHECK ((sent_as = ANY (ARRAY['secretary'::text, 'unit-office'::text, 'superior-office'::text])));
alter table reminder_wave add constraint reminder_wave_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(person_id);
alter table reminder_wave add constraint reminder_wave_sent_from_fkey FOREIGN KEY (sent_from) REFERENCES unit(unit_id);
alter table reminder_wave add constraint reminder_wave_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.reminder_wave_expr_stat ON upper(recorded) FROM reminder_wave;
CREATE INDEX reminder_wave_lower_idx ON public.reminder_wave USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX reminder_wave_unit_id_campaign_id_idx ON public.reminder_wave USING btree (unit_id, campaign_id);
CREATE INDEX reminder_wave_upper_idx ON public.reminder_wave USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.reminder_wave FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.reminder_wave REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.reminder_wave REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.reminder_wave FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table reminder_wave enable row level security;
alter table reminder_wave force row level security;
create policy app_adds on reminder_wave for insert to neu_guong_app
  with check (((sent_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('obligation'::text, 'remind'::text) u(unit_id)))));
create policy app_reads on reminder_wave for select to neu_guong_app
  using (((sent_by = current_person_id()) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('obligation'::text, 'read'::text) u(unit_id))) OR (EXISTS ( SELECT
   FROM reminder r
  WHERE (r.reminder_wave_id = reminder_wave.reminder_wave_id)))));
create policy the_auditor_reads on reminder_wave for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on reminder_wave to neu_guong_owner
  using (is_loading());
grant insert, select on reminder_wave to neu_guong_app;
grant select on reminder_wave to neu_guong_auditor;

create table resolved_timestamp (
  instant timestamp with time zone not null,
  only_one boolean not null default true
);
alter table resolved_timestamp add constraint resolved_timestamp_only_one_check CHECK (only_one);
alter table resolved_timestamp add constraint resolved_timestamp_pkey PRIMARY KEY (only_one);
grant select on resolved_timestamp to neu_guong_auditor;

create table retention_rule (
  retention_rule_id integer not null generated by default as identity,
  retention text not null,
  years integer not null,
  authority text not null,
  decided_by bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table retention_rule add constraint retention_rule_authority_check CHECK (((authority <> ''::text) AND (length(authority) <= 200)));
alter table retention_rule add constraint retention_rule_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(person_id);
alter table retention_rule add constraint retention_rule_pkey PRIMARY KEY (retention_rule_id);
alter table retention_rule add constraint retention_rule_retention_check CHECK ((retention = 'conduct'::text));
alter table retention_rule add constraint retention_rule_retention_valid_recorded_excl EXCLUDE USING gist (retention WITH =, valid WITH &&, recorded WITH &&);
alter table retention_rule add constraint retention_rule_valid_check CHECK ((NOT isempty(valid)));
alter table retention_rule add constraint retention_rule_years_check CHECK (((years >= 1) AND (years <= 100)));
CREATE STATISTICS public.retention_rule_expr_stat ON upper(recorded) FROM retention_rule;
CREATE INDEX retention_rule_lower_idx ON public.retention_rule USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX retention_rule_upper_idx ON public.retention_rule USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.retention_rule FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.retention_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.retention_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.retention_rule FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table retention_rule enable row level security;
alter table retention_rule force row level security;
create policy app_adds on retention_rule for insert to neu_guong_app
  with check (((decided_by = current_person_id()) AND ( SELECT may_set_retention() AS may_set_retention)));
create policy app_changes on retention_rule for update to neu_guong_app
  using (( SELECT may_set_retention() AS may_set_retention));
create policy app_reads on retention_rule for select to neu_guong_app
  using ((current_person_id() IS NOT NULL));
create policy the_auditor_reads on retention_rule for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on retention_rule to neu_guong_owner
  using (is_loading());
grant insert, select on retention_rule to neu_guong_app;
grant select on retention_rule to neu_guong_auditor;
grant update (recorded) on retention_rule to neu_guong_app;

create table review_draft (
  review_subject_id bigint not null,
  person_id bigint not null,
  version integer not null,
  fields jsonb not null,
  saved_at timestamp with time zone not null default transaction_timestamp()
);
alter table review_draft add constraint review_draft_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table review_draft add constraint review_draft_pkey PRIMARY KEY (review_subject_id, version);
alter table review_draft add constraint review_draft_review_subject_id_fkey FOREIGN KEY (review_subject_id) REFERENCES review_subject(review_subject_id);
alter table review_draft add constraint review_draft_version_check CHECK ((version >= 1));
alter table review_draft enable row level security;
alter table review_draft force row level security;
create policy app_adds on review_draft for insert to neu_guong_app
  with check (((person_id = current_person_id()) AND (EXISTS ( SELECT
   FROM review_subject s
  WHERE ((s.review_subject_id = review_draft.review_subject_id) AND (s.person_id = current_person_id()))))));
create policy app_reads on review_draft for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_owner_loads on review_draft to neu_guong_owner
  using (is_loading());
grant insert, select on review_draft to neu_guong_app;

create table review_meeting (
  review_meeting_id bigint not null generated by default as identity,
  review_round_id integer not null,
  unit_id integer not null,
  held_on date not null,
  chair text not null,
  clerk text not null,
  members integer not null,
  present integer not null,
  said text not null,
  recorded_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table review_meeting add constraint review_meeting_chair_check CHECK ((chair <> ''::text));
alter table review_meeting add constraint review_meeting_check CHECK (((present >= 1) AND (present <= members)));
alter table review_meeting add constraint review_meeting_clerk_check CHECK ((clerk <> ''::text));
alter table review_meeting add constraint review_meeting_members_check CHECK ((members >= 1));
alter table review_meeting add constraint review_meeting_pkey PRIMARY KEY (review_meeting_id);
alter table review_meeting add constraint review_meeting_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(person_id);
alter table review_meeting add constraint review_meeting_review_round_id_fkey FOREIGN KEY (review_round_id) REFERENCES review_round(review_round_id);
alter table review_meeting add constraint review_meeting_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.review_meeting_expr_stat ON upper(recorded) FROM review_meeting;
CREATE INDEX review_meeting_lower_idx ON public.review_meeting USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX review_meeting_review_round_id_unit_id_idx ON public.review_meeting USING btree (review_round_id, unit_id);
CREATE INDEX review_meeting_upper_idx ON public.review_meeting USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER a_meeting_is_quorate BEFORE INSERT ON public.review_meeting FOR EACH ROW EXECUTE FUNCTION a_meeting_is_quorate();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.review_meeting FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.review_meeting REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.review_meeting REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.review_meeting FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table review_meeting enable row level security;
alter table review_meeting force row level security;
create policy app_adds on review_meeting for insert to neu_guong_app
  with check (((recorded_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('review'::text, 'record'::text) u(unit_id)))));
create policy app_reads on review_meeting for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM review_subject s
  WHERE ((s.review_round_id = review_meeting.review_round_id) AND (s.unit_id = review_meeting.unit_id)))));
create policy the_auditor_reads on review_meeting for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on review_meeting to neu_guong_owner
  using (is_loading());
grant insert, select on review_meeting to neu_guong_app;
grant select on review_meeting to neu_guong_auditor;

create table review_paper (
  review_paper_id bigint not null generated by default as identity,
  review_meeting_id bigint not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  digest text not null,
  recorded_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table review_paper add constraint review_paper_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 20971520)));
alter table review_paper add constraint review_paper_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table review_paper add constraint review_paper_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/jpeg'::text, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'::text])));
alter table review_paper add constraint review_paper_name_check CHECK ((name <> ''::text));
alter table review_paper add constraint review_paper_pkey PRIMARY KEY (review_paper_id);
alter table review_paper add constraint review_paper_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(person_id);
alter table review_paper add constraint review_paper_review_meeting_id_digest_recorded_excl EXCLUDE USING gist (review_meeting_id WITH =, digest WITH =, recorded WITH &&);
alter table review_paper add constraint review_paper_review_meeting_id_fkey FOREIGN KEY (review_meeting_id) REFERENCES review_meeting(review_meeting_id);
CREATE STATISTICS public.review_paper_expr_stat ON upper(recorded) FROM review_paper;
CREATE INDEX review_paper_lower_idx ON public.review_paper USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX review_paper_upper_idx ON public.review_paper USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.review_paper FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.review_paper REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.review_paper REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.review_paper FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table review_paper enable row level security;
alter table review_paper force row level security;
create policy app_adds on review_paper for insert to neu_guong_app
  with check (((recorded_by = current_person_id()) AND may_open_paper(review_meeting_id, 'record'::text)));
create policy app_changes on review_paper for update to neu_guong_app
  using (may_open_paper(review_meeting_id, 'record'::text));
create policy app_reads on review_paper for select to neu_guong_app
  using (may_open_paper(review_meeting_id, 'read'::text));
create policy the_auditor_reads on review_paper for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on review_paper to neu_guong_owner
  using (is_loading());
grant insert, select on review_paper to neu_guong_app;
grant select on review_paper to neu_guong_auditor;
grant update (recorded) on review_paper to neu_guong_app;

create table review_round (
  review_round_id integer not null generated by default as identity,
  kind text not null,
  unit_id integer not null,
  rating_scheme_id integer not null,
  period daterange not null,
  opens_on date not null,
  due_on date not null,
  opened_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table review_round add constraint review_round_check CHECK ((due_on >= opens_on));
alter table review_round add constraint review_round_kind_check CHECK ((kind = ANY (ARRAY['year'::text, 'term'::text, 'quarter'::text, 'ad-hoc'::text])));
alter table review_round add constraint review_round_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(person_id);
alter table review_round add constraint review_round_period_check CHECK ((NOT isempty(period)));
alter table review_round add constraint review_round_pkey PRIMARY KEY (review_round_id);
alter table review_round add constraint review_round_rating_scheme_id_fkey FOREIGN KEY (rating_scheme_id) REFERENCES rating_scheme(rating_scheme_id);
alter table review_round add constraint review_round_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.review_round_expr_stat ON upper(recorded) FROM review_round;
CREATE INDEX review_round_lower_idx ON public.review_round USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX review_round_unit_id_idx ON public.review_round USING btree (unit_id);
CREATE INDEX review_round_upper_idx ON public.review_round USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.review_round FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.review_round FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.review_round REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.review_round REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.review_round FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER the_scheme_is_in_force BEFORE INSERT ON public.review_round FOR EACH ROW EXECUTE FUNCTION the_scheme_is_in_force();
alter table review_round enable row level security;
create policy app_adds on review_round for insert to neu_guong_app
  with check (((opened_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('review'::text, 'open'::text) u(unit_id)))));
create policy app_reads on review_round for select to neu_guong_app
  using (true);
create policy the_auditor_reads on review_round for select to neu_guong_auditor
  using (true);
grant insert, select on review_round to neu_guong_app;
grant select on review_round to neu_guong_auditor;

create table review_step (
  review_step_id bigint not null generated by default as identity,
  review_subject_id bigint not null,
  state text not null,
  happened_on date not null,
  rating_level_id integer,
  points integer,
  review_meeting_id bigint,
  votes integer,
  said text,
  shortcomings text,
  actor_id bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  salt uuid default gen_random_uuid()
);
alter table review_step add constraint a_complaint_says_why CHECK (((state <> 'complained'::text) OR (said IS NOT NULL) OR (salt IS NULL)));
alter table review_step add constraint a_proposal_has_its_meeting CHECK (((state = 'proposed'::text) = ((review_meeting_id IS NOT NULL) AND (votes IS NOT NULL))));
alter table review_step add constraint all_but_a_complaint_rate CHECK (((state = 'complained'::text) = (rating_level_id IS NULL)));
alter table review_step add constraint review_step_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table review_step add constraint review_step_pkey PRIMARY KEY (review_step_id);
alter table review_step add constraint review_step_points_check CHECK (((points >= 0) AND (points <= 100)));
alter table review_step add constraint review_step_rating_level_id_fkey FOREIGN KEY (rating_level_id) REFERENCES rating_level(rating_level_id);
alter table review_step add constraint review_step_review_meeting_id_fkey FOREIGN KEY (review_meeting_id) REFERENCES review_meeting(review_meeting_id);
alter table review_step add constraint review_step_review_subject_id_fkey FOREIGN KEY (review_subject_id) REFERENCES review_subject(review_subject_id);
alter table review_step add constraint review_step_state_check CHECK ((state = ANY (ARRAY['self-reviewed'::text, 'proposed'::text, 'appraised'::text, 'decided'::text, 'complained'::text])));
alter table review_step add constraint review_step_votes_check CHECK ((votes >= 0));
CREATE STATISTICS public.review_step_expr_stat ON upper(recorded) FROM review_step;
CREATE INDEX review_step_latest ON public.review_step USING btree (review_subject_id, review_step_id DESC);
CREATE INDEX review_step_lower_idx ON public.review_step USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX review_step_review_meeting_id_idx ON public.review_step USING btree (review_meeting_id);
CREATE INDEX review_step_upper_idx ON public.review_step USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER caps_hold AFTER INSERT ON public.review_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION caps_hold();
CREATE TRIGGER heads_stay_within AFTER INSERT ON public.review_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION heads_stay_within();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.review_step FOR EACH ROW EXECUTE FUNCTION history_is_kept('said shortcomings salt');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.review_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.review_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER nobody_rates_themself BEFORE INSERT ON public.review_step FOR EACH ROW WHEN ((new.state = ANY (ARRAY['appraised'::text, 'decided'::text]))) EXECUTE FUNCTION nobody_rates_themself();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.review_step FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_review_steps AFTER INSERT ON public.review_step REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_review_steps();
CREATE TRIGGER votes_are_of_those_present BEFORE INSERT ON public.review_step FOR EACH ROW WHEN ((new.state = 'proposed'::text)) EXECUTE FUNCTION votes_are_of_those_present();
alter table review_step enable row level security;
alter table review_step force row level security;
create policy app_adds on review_step for insert to neu_guong_app
  with check (((actor_id = current_person_id()) AND
CASE state
    WHEN 'appraised'::text THEN may_judge_review(review_subject_id, 'appraise'::text)
    WHEN 'decided'::text THEN may_judge_review(review_subject_id, 'decide'::text)
    WHEN 'proposed'::text THEN (EXISTS ( SELECT
       FROM (review_subject s
         JOIN review_meeting m ON (((m.review_round_id = s.review_round_id) AND (m.unit_id = s.unit_id))))
      WHERE ((s.review_subject_id = review_step.review_subject_id) AND (m.review_meeting_id = review_step.review_meeting_id) AND (m.recorded_by = current_person_id()))))
    ELSE (EXISTS ( SELECT
       FROM review_subject s
      WHERE ((s.review_subject_id = review_step.review_subject_id) AND (s.person_id = current_person_id()))))
END));
create policy app_reads on review_step for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM review_subject s
  WHERE (s.review_subject_id = review_step.review_subject_id))));
create policy the_auditor_reads on review_step for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on review_step to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on review_step to neu_guong_owner
  using (is_loading());
grant insert, select on review_step to neu_guong_app;
grant select on review_step to neu_guong_auditor;

create table review_subject (
  review_subject_id bigint not null generated by default as identity,
  review_round_id integer not null,
  person_id bigint not null,
  unit_id integer not null,
  group_id integer not null,
  obligation_id bigint,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table review_subject add constraint review_subject_group_id_fkey FOREIGN KEY (group_id) REFERENCES unit(unit_id);
alter table review_subject add constraint review_subject_obligation_id_fkey FOREIGN KEY (obligation_id) REFERENCES obligation(obligation_id);
alter table review_subject add constraint review_subject_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table review_subject add constraint review_subject_pkey PRIMARY KEY (review_subject_id);
alter table review_subject add constraint review_subject_review_round_id_fkey FOREIGN KEY (review_round_id) REFERENCES review_round(review_round_id);
alter table review_subject add constraint review_subject_review_round_id_person_id_key UNIQUE (review_round_id, person_id);
alter table review_subject add constraint review_subject_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.review_subject_expr_stat ON upper(recorded) FROM review_subject;
CREATE INDEX review_subject_lower_idx ON public.review_subject USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX review_subject_person_id_idx ON public.review_subject USING btree (person_id);
CREATE INDEX review_subject_review_round_id_group_id_idx ON public.review_subject USING btree (review_round_id, group_id);
CREATE INDEX review_subject_review_round_id_unit_id_idx ON public.review_subject USING btree (review_round_id, unit_id);
CREATE INDEX review_subject_upper_idx ON public.review_subject USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.review_subject FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.review_subject REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.review_subject REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.review_subject FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER tally_review_subjects AFTER INSERT ON public.review_subject REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_review_subjects();
alter table review_subject enable row level security;
alter table review_subject force row level security;
create policy app_adds on review_subject for insert to neu_guong_app
  with check ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('review'::text, 'open'::text) u(unit_id))));
create policy app_reads on review_subject for select to neu_guong_app
  using (((person_id = current_person_id()) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('review'::text, 'read'::text) u(unit_id)))));
create policy the_auditor_reads on review_subject for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on review_subject to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on review_subject to neu_guong_owner
  using (is_loading());
grant insert, select on review_subject to neu_guong_app;
grant select on review_subject to neu_guong_auditor;

create table review_tally (
  review_tally_id bigint not null generated by default as identity,
  review_round_id integer not null,
  unit_id integer not null,
  group_id integer not null,
  rating_level_id integer,
  valid_on date not null,
  recorded_at timestamp with time zone not null default recorded_now(),
  due integer not null default 0,
  self_reviewed integer not null default 0,
  proposed integer not null default 0,
  appraised integer not null default 0,
  rated integer not null default 0
);
alter table review_tally add constraint review_tally_group_id_fkey FOREIGN KEY (group_id) REFERENCES unit(unit_id);
alter table review_tally add constraint review_tally_pkey PRIMARY KEY (review_tally_id);
alter table review_tally add constraint review_tally_rating_level_id_fkey FOREIGN KEY (rating_level_id) REFERENCES rating_level(rating_level_id);
alter table review_tally add constraint review_tally_review_round_id_fkey FOREIGN KEY (review_round_id) REFERENCES review_round(review_round_id);
alter table review_tally add constraint review_tally_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX review_tally_review_round_id_unit_id_group_id_rating_level__idx ON public.review_tally USING btree (review_round_id, unit_id) INCLUDE (group_id, rating_level_id, valid_on, recorded_at, due, self_reviewed, proposed, appraised, rated);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.review_tally FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on review_tally to neu_guong_app;
grant select on review_tally to neu_guong_auditor;

create table reviewed_deed (
  review_step_id bigint not null,
  deed_id bigint not null,
  result text not null,
  said text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  salt uuid default gen_random_uuid()
);
alter table reviewed_deed add constraint reviewed_deed_deed_id_fkey FOREIGN KEY (deed_id) REFERENCES deed(deed_id);
alter table reviewed_deed add constraint reviewed_deed_pkey PRIMARY KEY (review_step_id, deed_id);
alter table reviewed_deed add constraint reviewed_deed_result_check CHECK ((result = ANY (ARRAY['done'::text, 'partly'::text, 'not-done'::text])));
alter table reviewed_deed add constraint reviewed_deed_review_step_id_fkey FOREIGN KEY (review_step_id) REFERENCES review_step(review_step_id);
CREATE STATISTICS public.reviewed_deed_expr_stat ON upper(recorded) FROM reviewed_deed;
CREATE INDEX reviewed_deed_lower_idx ON public.reviewed_deed USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX reviewed_deed_upper_idx ON public.reviewed_deed USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.reviewed_deed FOR EACH ROW EXECUTE FUNCTION history_is_kept('said salt');
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.reviewed_deed REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.reviewed_deed REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.reviewed_deed FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table reviewed_deed enable row level security;
alter table reviewed_deed force row level security;
create policy app_adds on reviewed_deed for insert to neu_guong_app
  with check (((EXISTS ( SELECT
   FROM review_step s
  WHERE ((s.review_step_id = reviewed_deed.review_step_id) AND (s.actor_id = current_person_id()) AND (s.state = 'self-reviewed'::text)))) AND (EXISTS ( SELECT
   FROM deed d
  WHERE (d.deed_id = reviewed_deed.deed_id)))));
create policy app_reads on reviewed_deed for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM review_step s
  WHERE (s.review_step_id = reviewed_deed.review_step_id))));
create policy the_auditor_reads on reviewed_deed for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on reviewed_deed to neu_guong_owner
  using (is_loading());
grant insert, select on reviewed_deed to neu_guong_app;
grant select on reviewed_deed to neu_guong_auditor;

create table role_act (
  role text not null,
  noun text not null,
  act text not null,
  in_person boolean not null default false
);
alter table role_act add constraint role_act_pkey PRIMARY KEY (role, noun, act);
alter table role_act add constraint role_act_role_check CHECK ((role = ANY (ARRAY['secretary'::text, 'leader'::text, 'unit-office'::text, 'superior-office'::text, 'administrator'::text, 'auditor'::text, 'reporter'::text, 'editor'::text, 'fact-checker'::text, 'publisher'::text])));
grant select on role_act to neu_guong_app;
grant select on role_act to neu_guong_auditor;

create table role_grant (
  role_grant_id bigint not null generated by default as identity,
  person_id bigint not null,
  role text not null,
  unit_id integer not null,
  instrument_id bigint,
  granted_by bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table role_grant add constraint role_grant_check CHECK ((granted_by <> person_id));
alter table role_grant add constraint role_grant_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES person(person_id);
alter table role_grant add constraint role_grant_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table role_grant add constraint role_grant_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table role_grant add constraint role_grant_person_id_role_unit_id_valid_recorded_excl EXCLUDE USING gist (person_id WITH =, role WITH =, unit_id WITH =, valid WITH &&, recorded WITH &&);
alter table role_grant add constraint role_grant_pkey PRIMARY KEY (role_grant_id);
alter table role_grant add constraint role_grant_role_check CHECK ((role = ANY (ARRAY['unit-office'::text, 'superior-office'::text, 'administrator'::text, 'auditor'::text, 'reporter'::text, 'editor'::text, 'fact-checker'::text, 'publisher'::text])));
alter table role_grant add constraint role_grant_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table role_grant add constraint role_grant_valid_check CHECK ((NOT isempty(valid)));
CREATE STATISTICS public.role_grant_expr_stat ON upper(recorded) FROM role_grant;
CREATE INDEX role_grant_lower_idx ON public.role_grant USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX role_grant_upper_idx ON public.role_grant USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.role_grant FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.role_grant REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.role_grant REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.role_grant FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table role_grant enable row level security;
alter table role_grant force row level security;
create policy app_adds on role_grant for insert to neu_guong_app
  with check (((granted_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('account'::text, 'grant'::text) u(unit_id)))));
create policy app_changes on role_grant for update to neu_guong_app
  using (((person_id <> current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('account'::text, 'grant'::text) u(unit_id)))));
create policy app_reads on role_grant for select to neu_guong_app
  using (((person_id = current_person_id()) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('account'::text, 'read'::text) u(unit_id))) OR (EXISTS ( SELECT
   FROM delegation d
  WHERE ((d.giver_id = role_grant.person_id) AND (d.receiver_id = current_person_id()))))));
create policy the_auditor_reads on role_grant for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on role_grant to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on role_grant to neu_guong_owner
  using (is_loading());
grant insert, select on role_grant to neu_guong_app;
grant select on role_grant to neu_guong_auditor;
grant update (recorded) on role_grant to neu_guong_app;

create table roster_candidate (
  roster_import_id bigint not null,
  row_number integer not null,
  person_id bigint not null,
  score integer not null,
  why text not null
);
alter table roster_candidate add constraint roster_candidate_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table roster_candidate add constraint roster_candidate_pkey PRIMARY KEY (roster_import_id, row_number, person_id);
alter table roster_candidate add constraint roster_candidate_roster_import_id_fkey FOREIGN KEY (roster_import_id) REFERENCES roster_import(roster_import_id);
alter table roster_candidate add constraint roster_candidate_why_check CHECK ((why = ANY (ARRAY['card-and-name'::text, 'name-and-day'::text, 'name-and-year'::text, 'card-differs'::text, 'name-without-birth'::text, 'name-differs'::text, 'birth-differs'::text, 'card-of-another'::text])));
alter table roster_candidate enable row level security;
alter table roster_candidate force row level security;
create policy app_adds on roster_candidate for insert to neu_guong_app
  with check ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy app_reads on roster_candidate for select to neu_guong_app
  using (((person_id = current_person_id()) OR (roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i))));
create policy app_removes on roster_candidate for delete to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy the_auditor_reads on roster_candidate for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_candidate to neu_guong_owner
  using (is_loading());
grant delete, insert, select on roster_candidate to neu_guong_app;
grant select on roster_candidate to neu_guong_auditor;

create table roster_choice (
  roster_choice_id bigint not null generated by default as identity,
  roster_import_id bigint not null,
  row_number integer not null,
  person_id bigint,
  chosen_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table roster_choice add constraint roster_choice_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES person(person_id);
alter table roster_choice add constraint roster_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table roster_choice add constraint roster_choice_pkey PRIMARY KEY (roster_choice_id);
alter table roster_choice add constraint roster_choice_roster_import_id_fkey FOREIGN KEY (roster_import_id) REFERENCES roster_import(roster_import_id);
CREATE UNIQUE INDEX one_open_choice_a_row ON public.roster_choice USING btree (roster_import_id, row_number) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.roster_choice_expr_stat ON upper(recorded) FROM roster_choice;
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.roster_choice FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.roster_choice FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table roster_choice enable row level security;
alter table roster_choice force row level security;
create policy app_adds on roster_choice for insert to neu_guong_app
  with check ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy app_changes on roster_choice for update to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy app_reads on roster_choice for select to neu_guong_app
  using (((person_id = current_person_id()) OR (roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i))));
create policy the_auditor_reads on roster_choice for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_choice to neu_guong_owner
  using (is_loading());
grant insert, select on roster_choice to neu_guong_app;
grant select on roster_choice to neu_guong_auditor;
grant update (recorded) on roster_choice to neu_guong_app;

create table roster_effect (
  roster_import_id bigint not null,
  noun text not null,
  row_id bigint not null,
  act text not null,
  row_number integer,
  person_id bigint not null
);
alter table roster_effect add constraint roster_effect_act_check CHECK ((act = ANY (ARRAY['opened'::text, 'closed'::text])));
alter table roster_effect add constraint roster_effect_noun_check CHECK ((noun = ANY (ARRAY['person'::text, 'person_version'::text, 'party_card'::text, 'membership'::text, 'tenure'::text])));
alter table roster_effect add constraint roster_effect_pkey PRIMARY KEY (roster_import_id, noun, row_id, act);
alter table roster_effect add constraint roster_effect_roster_import_id_fkey FOREIGN KEY (roster_import_id) REFERENCES roster_import(roster_import_id);
alter table roster_effect enable row level security;
alter table roster_effect force row level security;
create policy app_adds on roster_effect for insert to neu_guong_app
  with check ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE ((i.uploaded_by <> current_person_id()) AND (i.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('roster'::text, 'confirm'::text) u(unit_id)))))));
create policy app_reads on roster_effect for select to neu_guong_app
  using (((person_id = current_person_id()) OR (roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i))));
create policy the_auditor_reads on roster_effect for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_effect to neu_guong_owner
  using (is_loading());
grant insert, select on roster_effect to neu_guong_app;
grant select on roster_effect to neu_guong_auditor;

create table roster_fault (
  roster_import_id bigint not null,
  row_number integer not null,
  column_number integer not null,
  field text not null,
  code text not null,
  said text not null
);
alter table roster_fault add constraint roster_fault_roster_import_id_fkey FOREIGN KEY (roster_import_id) REFERENCES roster_import(roster_import_id);
CREATE INDEX roster_fault_roster_import_id_row_number_idx ON public.roster_fault USING btree (roster_import_id, row_number);
alter table roster_fault enable row level security;
alter table roster_fault force row level security;
create policy app_adds on roster_fault for insert to neu_guong_app
  with check ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy app_reads on roster_fault for select to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i)));
create policy app_removes on roster_fault for delete to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy the_auditor_reads on roster_fault for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_fault to neu_guong_owner
  using (is_loading());
grant delete, insert, select on roster_fault to neu_guong_app;
grant select on roster_fault to neu_guong_auditor;

create table roster_import (
  roster_import_id bigint not null generated by default as identity,
  unit_id integer not null,
  uploaded_by bigint not null,
  listed_on date not null,
  file_name text not null,
  file bytea not null,
  digest text not null,
  seen jsonb not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table roster_import add constraint roster_import_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table roster_import add constraint roster_import_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)));
alter table roster_import add constraint roster_import_pkey PRIMARY KEY (roster_import_id);
alter table roster_import add constraint roster_import_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table roster_import add constraint roster_import_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(person_id);
CREATE STATISTICS public.roster_import_expr_stat ON upper(recorded) FROM roster_import;
CREATE INDEX roster_import_lower_idx ON public.roster_import USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX roster_import_unit_id_idx ON public.roster_import USING btree (unit_id);
CREATE INDEX roster_import_upper_idx ON public.roster_import USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.roster_import FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.roster_import REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.roster_import REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.roster_import FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table roster_import enable row level security;
alter table roster_import force row level security;
create policy app_adds on roster_import for insert to neu_guong_app
  with check (((uploaded_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('roster'::text, 'import'::text) u(unit_id)))));
create policy app_reads on roster_import for select to neu_guong_app
  using (((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('roster'::text, 'import'::text) u(unit_id))) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('roster'::text, 'confirm'::text) u(unit_id)))));
create policy the_auditor_reads on roster_import for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_import to neu_guong_owner
  using (is_loading());
grant insert, select on roster_import to neu_guong_app;
grant select on roster_import to neu_guong_auditor;

create table roster_mapping (
  roster_mapping_id bigint not null generated by default as identity,
  unit_id integer not null,
  header text not null,
  mapping jsonb not null,
  chosen_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table roster_mapping add constraint roster_mapping_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES person(person_id);
alter table roster_mapping add constraint roster_mapping_pkey PRIMARY KEY (roster_mapping_id);
alter table roster_mapping add constraint roster_mapping_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE UNIQUE INDEX one_open_mapping_a_header ON public.roster_mapping USING btree (unit_id, header) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.roster_mapping_expr_stat ON upper(recorded) FROM roster_mapping;
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.roster_mapping FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.roster_mapping FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table roster_mapping enable row level security;
alter table roster_mapping force row level security;
create policy app_adds on roster_mapping for insert to neu_guong_app
  with check (((chosen_by = current_person_id()) AND (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('roster'::text, 'import'::text) u(unit_id)))));
create policy app_changes on roster_mapping for update to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('roster'::text, 'import'::text) u(unit_id))));
create policy app_reads on roster_mapping for select to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('roster'::text, 'import'::text) u(unit_id))));
create policy the_auditor_reads on roster_mapping for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_mapping to neu_guong_owner
  using (is_loading());
grant insert, select on roster_mapping to neu_guong_app;
grant select on roster_mapping to neu_guong_auditor;
grant update (recorded) on roster_mapping to neu_guong_app;

create table roster_match (
  roster_import_id bigint not null,
  row_number integer not null,
  person_id bigint not null
);
alter table roster_match add constraint roster_match_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table roster_match add constraint roster_match_pkey PRIMARY KEY (roster_import_id, row_number);
alter table roster_match add constraint roster_match_roster_import_id_fkey FOREIGN KEY (roster_import_id) REFERENCES roster_import(roster_import_id);
alter table roster_match add constraint roster_match_roster_import_id_person_id_key UNIQUE (roster_import_id, person_id);
alter table roster_match enable row level security;
alter table roster_match force row level security;
create policy app_adds on roster_match for insert to neu_guong_app
  with check ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy app_reads on roster_match for select to neu_guong_app
  using (((person_id = current_person_id()) OR (roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i))));
create policy app_removes on roster_match for delete to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy the_auditor_reads on roster_match for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_match to neu_guong_owner
  using (is_loading());
grant delete, insert, select on roster_match to neu_guong_app;
grant select on roster_match to neu_guong_auditor;

create table roster_person (
  roster_import_id bigint not null,
  person_id bigint not null,
  membership_id bigint not null,
  person_version_id bigint not null,
  party_card_id bigint,
  full_name text not null,
  name_key text not null generated always as (folded(full_name)) stored,
  birth_date date,
  birth_year integer,
  gender text,
  ethnicity text,
  unit_id integer not null,
  kind text not null,
  card_number text,
  whence text not null default 'here'::text,
  until date
);
alter table roster_person add constraint roster_person_check CHECK (((until IS NULL) = (whence <> 'left'::text)));
alter table roster_person add constraint roster_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table roster_person add constraint roster_person_pkey PRIMARY KEY (roster_import_id, person_id);
alter table roster_person add constraint roster_person_roster_import_id_fkey FOREIGN KEY (roster_import_id) REFERENCES roster_import(roster_import_id);
alter table roster_person add constraint roster_person_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table roster_person add constraint roster_person_whence_check CHECK ((whence = ANY (ARRAY['here'::text, 'left'::text, 'elsewhere'::text])));
alter table roster_person enable row level security;
alter table roster_person force row level security;
create policy app_adds on roster_person for insert to neu_guong_app
  with check (((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))) AND ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE)));
create policy app_reads on roster_person for select to neu_guong_app
  using (((person_id = current_person_id()) OR ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i)) AND ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE))));
create policy app_removes on roster_person for delete to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy the_auditor_reads on roster_person for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_person to neu_guong_owner
  using (is_loading());
grant delete, insert, select on roster_person to neu_guong_app;
grant select on roster_person to neu_guong_auditor;

create table roster_progress (
  roster_import_id bigint not null,
  doing text not null,
  done integer not null,
  seen_at timestamp with time zone not null default clock_timestamp()
);
alter table roster_progress add constraint roster_progress_doing_check CHECK ((doing = ANY (ARRAY['reading'::text, 'storing'::text, 'comparing'::text, 'applying'::text, 'undoing'::text])));
alter table roster_progress add constraint roster_progress_done_check CHECK (((done >= 0) AND (done <= 100)));
alter table roster_progress add constraint roster_progress_pkey PRIMARY KEY (roster_import_id);
alter table roster_progress add constraint roster_progress_roster_import_id_fkey FOREIGN KEY (roster_import_id) REFERENCES roster_import(roster_import_id);
alter table roster_progress enable row level security;
alter table roster_progress force row level security;
create policy app_adds on roster_progress for insert to neu_guong_app
  with check ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i)));
create policy app_changes on roster_progress for update to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i)));
create policy app_reads on roster_progress for select to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i)));
create policy the_auditor_reads on roster_progress for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_progress to neu_guong_owner
  using (is_loading());
grant insert, select on roster_progress to neu_guong_app;
grant select on roster_progress to neu_guong_auditor;
grant update (doing, done, seen_at) on roster_progress to neu_guong_app;

create table roster_row (
  roster_import_id bigint not null,
  row_number integer not null,
  full_name text not null,
  name_key text not null generated always as (folded(full_name)) stored,
  birth_date date,
  birth_year integer,
  gender text,
  ethnicity text,
  unit_id integer not null,
  kind text,
  card_number text
);
alter table roster_row add constraint roster_row_pkey PRIMARY KEY (roster_import_id, row_number);
alter table roster_row add constraint roster_row_roster_import_id_fkey FOREIGN KEY (roster_import_id) REFERENCES roster_import(roster_import_id);
alter table roster_row add constraint roster_row_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table roster_row enable row level security;
alter table roster_row force row level security;
create policy app_adds on roster_row for insert to neu_guong_app
  with check ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy app_reads on roster_row for select to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i)));
create policy app_removes on roster_row for delete to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i
  WHERE (i.uploaded_by = current_person_id()))));
create policy the_auditor_reads on roster_row for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_row to neu_guong_owner
  using (is_loading());
grant delete, insert, select on roster_row to neu_guong_app;
grant select on roster_row to neu_guong_auditor;

create table roster_step (
  roster_step_id bigint not null generated by default as identity,
  roster_import_id bigint not null,
  state text not null,
  taken_by bigint not null,
  detail jsonb not null default '{}'::jsonb,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table roster_step add constraint roster_step_pkey PRIMARY KEY (roster_step_id);
alter table roster_step add constraint roster_step_roster_import_id_fkey FOREIGN KEY (roster_import_id) REFERENCES roster_import(roster_import_id);
alter table roster_step add constraint roster_step_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'reading'::text, 'compared'::text, 'faulty'::text, 'unreadable'::text, 'applying'::text, 'applied'::text, 'refused'::text, 'undoing'::text, 'undone'::text, 'stopped'::text, 'dropped'::text])));
alter table roster_step add constraint roster_step_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(person_id);
CREATE STATISTICS public.roster_step_expr_stat ON upper(recorded) FROM roster_step;
CREATE INDEX roster_step_roster_import_id_roster_step_id_idx ON public.roster_step USING btree (roster_import_id, roster_step_id);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.roster_step FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.roster_step FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table roster_step enable row level security;
alter table roster_step force row level security;
create policy app_adds on roster_step for insert to neu_guong_app
  with check (((taken_by = current_person_id()) AND (roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i))));
create policy app_reads on roster_step for select to neu_guong_app
  using ((roster_import_id IN ( SELECT i.roster_import_id
   FROM roster_import i)));
create policy the_auditor_reads on roster_step for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on roster_step to neu_guong_owner
  using (is_loading());
grant insert, select on roster_step to neu_guong_app;
grant select on roster_step to neu_guong_auditor;

create table rule_decision (
  rule_proposal_id bigint not null,
  outcome text not null,
  reason text,
  decided_by bigint not null,
  decided_at timestamp with time zone not null default recorded_now()
);
alter table rule_decision add constraint rule_decision_check CHECK (((outcome = 'rejected'::text) = (reason IS NOT NULL)));
alter table rule_decision add constraint rule_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(person_id);
alter table rule_decision add constraint rule_decision_outcome_check CHECK ((outcome = ANY (ARRAY['confirmed'::text, 'rejected'::text, 'withdrawn'::text])));
alter table rule_decision add constraint rule_decision_pkey PRIMARY KEY (rule_proposal_id);
alter table rule_decision add constraint rule_decision_reason_check CHECK ((reason <> ''::text));
alter table rule_decision add constraint rule_decision_rule_proposal_id_fkey FOREIGN KEY (rule_proposal_id) REFERENCES rule_proposal(rule_proposal_id);
CREATE INDEX rule_decision_decided_at_idx ON public.rule_decision USING brin (decided_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX rule_decision_decided_by_idx ON public.rule_decision USING btree (decided_by);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.rule_decision REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.rule_decision REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table rule_decision enable row level security;
create policy app_adds on rule_decision for insert to neu_guong_app
  with check (((decided_by = current_person_id()) AND (EXISTS ( SELECT
   FROM rule_proposal p
  WHERE ((p.rule_proposal_id = rule_decision.rule_proposal_id) AND
        CASE rule_decision.outcome
            WHEN 'withdrawn'::text THEN (p.proposed_by = rule_decision.decided_by)
            ELSE ((p.proposed_by <> rule_decision.decided_by) AND ( SELECT sets_rules() AS sets_rules))
        END)))));
create policy app_reads on rule_decision for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM rule_proposal p
  WHERE (p.rule_proposal_id = rule_decision.rule_proposal_id))));
create policy the_auditor_reads on rule_decision for select to neu_guong_auditor
  using (true);
grant insert, select on rule_decision to neu_guong_app;
grant select on rule_decision to neu_guong_auditor;

create table rule_proposal (
  rule_proposal_id bigint not null generated by default as identity,
  rule text not null,
  unit_id integer not null,
  typed jsonb not null,
  proposed_by bigint not null,
  proposed_at timestamp with time zone not null default recorded_now()
);
alter table rule_proposal add constraint rule_proposal_pkey PRIMARY KEY (rule_proposal_id);
alter table rule_proposal add constraint rule_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(person_id);
alter table rule_proposal add constraint rule_proposal_rule_check CHECK ((rule ~ '^[a-z]+(-[a-z]+)*$'::text));
alter table rule_proposal add constraint rule_proposal_typed_check CHECK ((jsonb_typeof(typed) = 'object'::text));
alter table rule_proposal add constraint rule_proposal_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX rule_proposal_proposed_at_idx ON public.rule_proposal USING brin (proposed_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX rule_proposal_proposed_by_idx ON public.rule_proposal USING btree (proposed_by);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.rule_proposal REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.rule_proposal REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table rule_proposal enable row level security;
create policy app_adds on rule_proposal for insert to neu_guong_app
  with check (((proposed_by = current_person_id()) AND ( SELECT sets_rules() AS sets_rules)));
create policy app_reads on rule_proposal for select to neu_guong_app
  using (((proposed_by = current_person_id()) OR ( SELECT sets_rules() AS sets_rules)));
create policy the_auditor_reads on rule_proposal for select to neu_guong_auditor
  using (true);
grant insert, select on rule_proposal to neu_guong_app;
grant select on rule_proposal to neu_guong_auditor;

create table sealing_key_mark (
  digest text not null,
  only_one boolean not null default true
);
alter table sealing_key_mark add constraint sealing_key_mark_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table sealing_key_mark add constraint sealing_key_mark_only_one_check CHECK (only_one);
alter table sealing_key_mark add constraint sealing_key_mark_pkey PRIMARY KEY (only_one);
grant select on sealing_key_mark to neu_guong_app;
grant select on sealing_key_mark to neu_guong_auditor;

create table search_collection (
  lang text not null,
  texts integer not null default 0,
  syllables bigint not null default 0
);
alter table search_collection add constraint search_collection_lang_check CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text])));
alter table search_collection add constraint search_collection_pkey PRIMARY KEY (lang);
alter table search_collection add constraint search_collection_syllables_check CHECK ((syllables >= 0));
alter table search_collection add constraint search_collection_texts_check CHECK ((texts >= 0));
grant select on search_collection to neu_guong_app;
grant select on search_collection to neu_guong_auditor;

create table search_syllable (
  lang text not null,
  syllable text not null,
  plain text not null,
  written text not null,
  texts integer not null
);
alter table search_syllable add constraint search_syllable_lang_check CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text])));
alter table search_syllable add constraint search_syllable_pkey PRIMARY KEY (lang, syllable);
alter table search_syllable add constraint search_syllable_texts_check CHECK ((texts >= 0));
CREATE INDEX search_plain ON public.search_syllable USING btree (lang, plain);
grant select on search_syllable to neu_guong_app;
grant select on search_syllable to neu_guong_auditor;

create table search_text (
  search_text_id integer not null generated by default as identity,
  kind text not null,
  number integer not null,
  lang text not null,
  day date not null,
  labels text[] not null default '{}'::text[],
  title text not null,
  body text not null,
  syllables integer not null,
  words tsvector not null,
  method smallint not null,
  block integer[] not null generated always as (ARRAY[
CASE kind
    WHEN 'document'::text THEN '-1'::integer
    ELSE (number / 4096)
END]) stored
);
alter table search_text add constraint search_text_kind_check CHECK ((kind = ANY (ARRAY['article'::text, 'document'::text])));
alter table search_text add constraint search_text_kind_number_lang_key UNIQUE (kind, number, lang);
alter table search_text add constraint search_text_lang_check CHECK ((lang = ANY (ARRAY['vi'::text, 'en'::text])));
alter table search_text add constraint search_text_pkey PRIMARY KEY (search_text_id);
CREATE INDEX search_day ON public.search_text USING btree (lang, day DESC);
CREATE INDEX search_titles ON public.search_text USING gin (ts_filter(words, '{a}'::"char"[])) WITH (fastupdate=off);
CREATE INDEX search_words ON public.search_text USING gin (words, block, labels) WITH (fastupdate=off);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.search_text FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on search_text to neu_guong_app;
grant select on search_text to neu_guong_auditor;

create table session (
  session_id bigint not null generated by default as identity,
  person_id bigint not null,
  token_digest text not null,
  stage text not null,
  means text not null,
  agent text not null,
  begun_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_by bigint
);
alter table session add constraint session_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(person_id);
alter table session add constraint session_means_check CHECK ((means = ANY (ARRAY['password'::text, 'passkey'::text, 'elsewhere'::text, 'invitation'::text])));
alter table session add constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table session add constraint session_pkey PRIMARY KEY (session_id);
alter table session add constraint session_stage_check CHECK ((stage = ANY (ARRAY['password'::text, 'whole'::text])));
alter table session add constraint session_token_digest_check CHECK ((token_digest ~ '^[0-9a-f]{64}$'::text));
alter table session add constraint session_token_digest_key UNIQUE (token_digest);
CREATE INDEX session_person_id_idx ON public.session USING btree (person_id);
CREATE TRIGGER session_goes_forward BEFORE UPDATE ON public.session FOR EACH ROW EXECUTE FUNCTION session_goes_forward();
alter table session enable row level security;
alter table session force row level security;
create policy app_adds on session for insert to neu_guong_app
  with check ((person_id = current_person_id()));
create policy app_changes on session for update to neu_guong_app
  using (((person_id = current_person_id()) OR may_restore(current_person_id(), 'end-session'::text, person_id)))
  with check (((person_id = current_person_id()) OR ((ended_at IS NOT NULL) AND (ended_by = current_person_id()))));
create policy app_reads on session for select to neu_guong_app
  using (((person_id = current_person_id()) OR (token_digest = presented()) OR may_to_person(person_id, 'account'::text, 'read'::text)));
create policy the_owner_loads on session to neu_guong_owner
  using (is_loading());
grant insert, select on session to neu_guong_app;
grant update (seen_at, ended_at, ended_by) on session to neu_guong_app;

create table sign_in_attempt (
  sign_in_attempt_id bigint not null generated always as identity,
  kind text not null,
  name_key text not null,
  address_key text,
  browser_key text,
  state text not null,
  happened_at timestamp with time zone not null
);
alter table sign_in_attempt add constraint sign_in_attempt_kind_check CHECK ((kind = ANY (ARRAY['password'::text, 'code'::text, 'printed'::text])));
alter table sign_in_attempt add constraint sign_in_attempt_pkey PRIMARY KEY (sign_in_attempt_id);
alter table sign_in_attempt add constraint sign_in_attempt_state_check CHECK ((state = ANY (ARRAY['told-to-wait'::text, 'wrong'::text, 'right'::text])));
CREATE INDEX sign_in_attempt_address_key_happened_at_idx ON public.sign_in_attempt USING btree (address_key, happened_at);
CREATE INDEX sign_in_attempt_browser_key_happened_at_idx ON public.sign_in_attempt USING btree (browser_key, happened_at) WHERE (browser_key IS NOT NULL);
CREATE INDEX sign_in_attempt_happened_at_idx ON public.sign_in_attempt USING btree (happened_at) WHERE ((kind = 'printed'::text) AND (state = 'wrong'::text));
CREATE INDEX sign_in_attempt_name_key_happened_at_idx ON public.sign_in_attempt USING btree (name_key, happened_at);
alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
create policy app_adds on sign_in_attempt for insert to neu_guong_app
  with check (true);
create policy app_changes on sign_in_attempt for update to neu_guong_app
  using ((state = 'wrong'::text))
  with check ((state = 'right'::text));
create policy app_reads on sign_in_attempt for select to neu_guong_app
  using (true);
create policy app_removes on sign_in_attempt for delete to neu_guong_app
  using ((happened_at < (now() - '1 day'::interval)));
create policy the_owner_loads on sign_in_attempt to neu_guong_owner
  using (is_loading());
grant delete, insert, select on sign_in_attempt to neu_guong_app;
grant update (state) on sign_in_attempt to neu_guong_app;

create table standing_case (
  standing_case_id bigint not null generated by default as identity,
  criteria_set_id integer not null,
  unit_id integer not null,
  kept_at integer not null,
  assessed_on date not null,
  begun_by bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table standing_case add constraint standing_case_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES person(person_id);
alter table standing_case add constraint standing_case_criteria_set_id_fkey FOREIGN KEY (criteria_set_id) REFERENCES criteria_set(criteria_set_id);
alter table standing_case add constraint standing_case_kept_at_fkey FOREIGN KEY (kept_at) REFERENCES unit(unit_id);
alter table standing_case add constraint standing_case_pkey PRIMARY KEY (standing_case_id);
alter table standing_case add constraint standing_case_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX standing_case_begun_by_idx ON public.standing_case USING btree (begun_by);
CREATE STATISTICS public.standing_case_expr_stat ON upper(recorded) FROM standing_case;
CREATE INDEX standing_case_kept_at_idx ON public.standing_case USING btree (kept_at);
CREATE INDEX standing_case_lower_idx ON public.standing_case USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX standing_case_unit_id_idx ON public.standing_case USING btree (unit_id);
CREATE INDEX standing_case_upper_idx ON public.standing_case USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.standing_case FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.standing_case REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.standing_case REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.standing_case FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table standing_case enable row level security;
alter table standing_case force row level security;
create policy app_adds on standing_case for insert to neu_guong_app
  with check (((begun_by = current_person_id()) AND (kept_at IN ( SELECT u.unit_id
   FROM units_where_may('standing'::text, 'assess'::text) u(unit_id)))));
create policy app_reads on standing_case for select to neu_guong_app
  using ((kept_at IN ( SELECT u.unit_id
   FROM units_where_may('standing'::text, 'read'::text) u(unit_id))));
create policy the_auditor_reads on standing_case for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on standing_case to neu_guong_owner
  using (is_loading());
grant insert, select on standing_case to neu_guong_app;
grant select on standing_case to neu_guong_auditor;

create table standing_case_step (
  standing_case_step_id bigint not null generated by default as identity,
  standing_case_id bigint not null,
  state text not null,
  taken_by bigint not null,
  comment text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table standing_case_step add constraint an_appraisal_says_why CHECK (((comment IS NOT NULL) OR (state <> ALL (ARRAY['returned'::text, 'appraised'::text, 'rejected'::text]))));
alter table standing_case_step add constraint standing_case_step_comment_check CHECK (((comment <> ''::text) AND (length(comment) <= 1000)));
alter table standing_case_step add constraint standing_case_step_pkey PRIMARY KEY (standing_case_step_id);
alter table standing_case_step add constraint standing_case_step_standing_case_id_fkey FOREIGN KEY (standing_case_id) REFERENCES standing_case(standing_case_id);
alter table standing_case_step add constraint standing_case_step_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'returned'::text, 'withdrawn'::text, 'appraised'::text, 'voted'::text, 'rejected'::text, 'decided'::text])));
alter table standing_case_step add constraint standing_case_step_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(person_id);
CREATE STATISTICS public.standing_case_step_expr_stat ON upper(recorded) FROM standing_case_step;
CREATE INDEX standing_case_step_lower_idx ON public.standing_case_step USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX standing_case_step_standing_case_id_standing_case_step_id_idx ON public.standing_case_step USING btree (standing_case_id, standing_case_step_id);
CREATE INDEX standing_case_step_taken_by_idx ON public.standing_case_step USING btree (taken_by);
CREATE INDEX standing_case_step_upper_idx ON public.standing_case_step USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.standing_case_step FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.standing_case_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.standing_case_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.standing_case_step FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table standing_case_step enable row level security;
alter table standing_case_step force row level security;
create policy app_adds on standing_case_step for insert to neu_guong_app
  with check (((taken_by = current_person_id()) AND may_take_case(standing_case_id, state)));
create policy app_reads on standing_case_step for select to neu_guong_app
  using ((standing_case_id IN ( SELECT c.standing_case_id
   FROM standing_case c)));
create policy the_auditor_reads on standing_case_step for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on standing_case_step to neu_guong_owner
  using (is_loading());
grant insert, select on standing_case_step to neu_guong_app;
grant select on standing_case_step to neu_guong_auditor;

create table standing_decision (
  standing_decision_id bigint not null generated by default as identity,
  unit_id integer not null,
  standing_level text not null,
  verdict text not null,
  instrument_id bigint not null,
  decided_on date not null,
  effective_year integer not null,
  published_on date,
  note text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone),
  standing_case_id bigint
);
alter table standing_decision add constraint standing_decision_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table standing_decision add constraint standing_decision_pkey PRIMARY KEY (standing_decision_id);
alter table standing_decision add constraint standing_decision_standing_case_id_fkey FOREIGN KEY (standing_case_id) REFERENCES standing_case(standing_case_id);
alter table standing_decision add constraint standing_decision_standing_level_fkey FOREIGN KEY (standing_level) REFERENCES standing_level(standing_level);
alter table standing_decision add constraint standing_decision_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table standing_decision add constraint standing_decision_unit_id_standing_level_verdict_effective_excl EXCLUDE USING gist (unit_id WITH =, standing_level WITH =, verdict WITH =, effective_year WITH =, recorded WITH &&);
alter table standing_decision add constraint standing_decision_verdict_check CHECK ((verdict = ANY (ARRAY['recognised'::text, 'acknowledged'::text, 'revoked'::text])));
CREATE STATISTICS public.standing_decision_expr_stat ON upper(recorded) FROM standing_decision;
CREATE INDEX standing_decision_lower_idx ON public.standing_decision USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX standing_decision_standing_case_id_idx ON public.standing_decision USING btree (standing_case_id) WHERE (standing_case_id IS NOT NULL);
CREATE INDEX standing_decision_unit_id_idx ON public.standing_decision USING btree (unit_id);
CREATE INDEX standing_decision_upper_idx ON public.standing_decision USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.standing_decision FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER decision_follows_its_vote BEFORE INSERT ON public.standing_decision FOR EACH ROW WHEN ((new.standing_case_id IS NOT NULL)) EXECUTE FUNCTION decision_follows_its_vote();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.standing_decision FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.standing_decision REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.standing_decision REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.standing_decision FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table standing_decision enable row level security;
create policy app_adds on standing_decision for insert to neu_guong_app
  with check (((unit_id IN ( SELECT p.place_id
   FROM places_for_standing('decide'::text) p(place_id))) AND ((standing_case_id IS NOT NULL) OR (verdict <> 'recognised'::text) OR (NOT is_commune_on(unit_id, decided_on)))));
create policy app_reads on standing_decision for select to neu_guong_app
  using (true);
create policy the_auditor_reads on standing_decision for select to neu_guong_auditor
  using (true);
grant insert, select on standing_decision to neu_guong_app;
grant select on standing_decision to neu_guong_auditor;

create table standing_level (
  standing_level text not null,
  rank integer not null,
  name_vi text not null,
  name_en text not null
);
alter table standing_level add constraint standing_level_pkey PRIMARY KEY (standing_level);
alter table standing_level add constraint standing_level_rank_key UNIQUE (rank);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.standing_level FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on standing_level to neu_guong_app;
grant select on standing_level to neu_guong_auditor;

create table standing_rule (
  standing_rule_id integer not null generated by default as identity,
  attended_percent integer not null,
  favour_percent integer not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table standing_rule add constraint standing_rule_attended_percent_check CHECK (((attended_percent >= 1) AND (attended_percent <= 100)));
alter table standing_rule add constraint standing_rule_favour_percent_check CHECK (((favour_percent >= 1) AND (favour_percent <= 100)));
alter table standing_rule add constraint standing_rule_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table standing_rule add constraint standing_rule_pkey PRIMARY KEY (standing_rule_id);
alter table standing_rule add constraint standing_rule_valid_check CHECK ((NOT isempty(valid)));
alter table standing_rule add constraint standing_rule_valid_recorded_excl EXCLUDE USING gist (valid WITH &&, recorded WITH &&);
CREATE STATISTICS public.standing_rule_expr_stat ON upper(recorded) FROM standing_rule;
CREATE INDEX standing_rule_lower_idx ON public.standing_rule USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX standing_rule_upper_idx ON public.standing_rule USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.standing_rule FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.standing_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.standing_rule REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.standing_rule FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table standing_rule enable row level security;
create policy app_adds on standing_rule for insert to neu_guong_app
  with check (( SELECT sets_rules() AS sets_rules));
create policy app_changes on standing_rule for update to neu_guong_app
  using (( SELECT sets_rules() AS sets_rules));
create policy app_reads on standing_rule for select to neu_guong_app
  using (true);
create policy the_auditor_reads on standing_rule for select to neu_guong_auditor
  using (true);
grant insert, select on standing_rule to neu_guong_app;
grant select on standing_rule to neu_guong_auditor;
grant update (recorded) on standing_rule to neu_guong_app;

create table standing_step (
  standing_step_id bigint not null generated by default as identity,
  unit_id integer not null,
  standing_level text not null,
  step text not null,
  valid daterange not null,
  note text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table standing_step add constraint standing_step_pkey PRIMARY KEY (standing_step_id);
alter table standing_step add constraint standing_step_standing_level_fkey FOREIGN KEY (standing_level) REFERENCES standing_level(standing_level);
alter table standing_step add constraint standing_step_step_check CHECK ((step = ANY (ARRAY['registered'::text, 'completing'::text, 'assessed'::text, 'appraised'::text, 'voted'::text])));
alter table standing_step add constraint standing_step_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table standing_step add constraint standing_step_unit_id_standing_level_valid_recorded_excl EXCLUDE USING gist (unit_id WITH =, standing_level WITH =, valid WITH &&, recorded WITH &&);
CREATE STATISTICS public.standing_step_expr_stat ON upper(recorded) FROM standing_step;
CREATE INDEX standing_step_lower_idx ON public.standing_step USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX standing_step_upper_idx ON public.standing_step USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.standing_step FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.standing_step FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.standing_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.standing_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.standing_step FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table standing_step enable row level security;
create policy app_adds on standing_step for insert to neu_guong_app
  with check ((unit_id IN ( SELECT p.place_id
   FROM places_for_standing('assess'::text) p(place_id))));
create policy app_closes on standing_step for update to neu_guong_app
  using ((unit_id IN ( SELECT p.place_id
   FROM places_for_standing('assess'::text) p(place_id))));
create policy app_reads on standing_step for select to neu_guong_app
  using (true);
create policy the_auditor_reads on standing_step for select to neu_guong_auditor
  using (true);
grant insert, select on standing_step to neu_guong_app;
grant select on standing_step to neu_guong_auditor;
grant update (recorded) on standing_step to neu_guong_app;

create table standing_vote (
  standing_case_id bigint not null,
  met_on date not null,
  seats integer not null,
  attended integer not null,
  in_favour integer not null,
  against integer not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table standing_vote add constraint no_votes_over_those_who_came CHECK (((in_favour + against) <= attended));
alter table standing_vote add constraint standing_vote_against_check CHECK ((against >= 0));
alter table standing_vote add constraint standing_vote_check CHECK (((attended >= 1) AND (attended <= seats)));
alter table standing_vote add constraint standing_vote_in_favour_check CHECK ((in_favour >= 0));
alter table standing_vote add constraint standing_vote_pkey PRIMARY KEY (standing_case_id);
alter table standing_vote add constraint standing_vote_seats_check CHECK (((seats >= 1) AND (seats <= 200)));
alter table standing_vote add constraint standing_vote_standing_case_id_fkey FOREIGN KEY (standing_case_id) REFERENCES standing_case(standing_case_id);
CREATE STATISTICS public.standing_vote_expr_stat ON upper(recorded) FROM standing_vote;
CREATE INDEX standing_vote_lower_idx ON public.standing_vote USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX standing_vote_upper_idx ON public.standing_vote USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.standing_vote FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.standing_vote REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.standing_vote REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.standing_vote FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table standing_vote enable row level security;
alter table standing_vote force row level security;
create policy app_adds on standing_vote for insert to neu_guong_app
  with check (may_take_case(standing_case_id, 'voted'::text));
create policy app_reads on standing_vote for select to neu_guong_app
  using ((standing_case_id IN ( SELECT c.standing_case_id
   FROM standing_case c)));
create policy the_auditor_reads on standing_vote for select to neu_guong_auditor
  using (true);
create policy the_owner_loads on standing_vote to neu_guong_owner
  using (is_loading());
grant insert, select on standing_vote to neu_guong_app;
grant select on standing_vote to neu_guong_auditor;

create table succession (
  succession_id bigint not null generated by default as identity,
  succession_event_id bigint not null,
  predecessor_id integer not null,
  successor_id integer not null,
  population_share numeric,
  area_share numeric,
  certainty text not null default 'documented'::text,
  note text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table succession add constraint succession_area_share_check CHECK (((area_share > (0)::numeric) AND (area_share <= (1)::numeric)));
alter table succession add constraint succession_certainty_check CHECK ((certainty = ANY (ARRAY['documented'::text, 'inferred'::text, 'unknown'::text])));
alter table succession add constraint succession_check CHECK ((successor_id <> predecessor_id));
alter table succession add constraint succession_pkey PRIMARY KEY (succession_id);
alter table succession add constraint succession_population_share_check CHECK (((population_share > (0)::numeric) AND (population_share <= (1)::numeric)));
alter table succession add constraint succession_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES unit(unit_id);
alter table succession add constraint succession_succession_event_id_fkey FOREIGN KEY (succession_event_id) REFERENCES succession_event(succession_event_id);
alter table succession add constraint succession_succession_event_id_predecessor_id_successor_id_excl EXCLUDE USING gist (succession_event_id WITH =, predecessor_id WITH =, successor_id WITH =, recorded WITH &&);
alter table succession add constraint succession_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.succession_expr_stat ON upper(recorded) FROM succession;
CREATE INDEX succession_lower_idx ON public.succession USING btree (lower(recorded));
CREATE INDEX succession_lower_idx1 ON public.succession USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX succession_predecessor_id_idx ON public.succession USING btree (predecessor_id);
CREATE INDEX succession_successor_id_idx ON public.succession USING btree (successor_id);
CREATE INDEX succession_upper_idx ON public.succession USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE INDEX succession_upper_idx1 ON public.succession USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.succession FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.succession FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.succession REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.succession REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.succession FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE CONSTRAINT TRIGGER succession_is_lawful AFTER INSERT ON public.succession DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION succession_is_lawful();
grant select on succession to neu_guong_app;
grant select on succession to neu_guong_auditor;

create table succession_event (
  succession_event_id bigint not null generated by default as identity,
  kind text not null,
  effective_on date not null,
  instrument_id bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table succession_event add constraint succession_event_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table succession_event add constraint succession_event_kind_check CHECK ((kind = ANY (ARRAY['merged'::text, 'split'::text, 'rearranged'::text, 'continued'::text])));
alter table succession_event add constraint succession_event_pkey PRIMARY KEY (succession_event_id);
CREATE INDEX succession_event_effective_on_idx ON public.succession_event USING btree (effective_on);
CREATE STATISTICS public.succession_event_expr_stat ON upper(recorded) FROM succession_event;
CREATE INDEX succession_event_lower_idx ON public.succession_event USING btree (lower(recorded));
CREATE INDEX succession_event_lower_idx1 ON public.succession_event USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX succession_event_upper_idx ON public.succession_event USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE INDEX succession_event_upper_idx1 ON public.succession_event USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.succession_event FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.succession_event FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.succession_event REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.succession_event REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.succession_event FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
grant select on succession_event to neu_guong_app;
grant select on succession_event to neu_guong_auditor;

create table taken_step (
  digest text not null,
  taken_at timestamp with time zone not null
);
alter table taken_step add constraint taken_step_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table taken_step add constraint taken_step_pkey PRIMARY KEY (digest);
alter table taken_step enable row level security;
alter table taken_step force row level security;
create policy app_adds on taken_step for insert to neu_guong_app
  with check (true);
create policy app_reads on taken_step for select to neu_guong_app
  using (true);
create policy app_removes on taken_step for delete to neu_guong_app
  using ((taken_at < (now() - '1 day'::interval)));
create policy the_owner_loads on taken_step to neu_guong_owner
  using (is_loading());
grant delete, insert, select on taken_step to neu_guong_app;

create table tally_summary (
  campaign_id integer not null,
  day date not null,
  settled_at timestamp with time zone not null,
  last_valid_on date not null
);
alter table tally_summary add constraint tally_summary_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(campaign_id);
alter table tally_summary add constraint tally_summary_pkey PRIMARY KEY (campaign_id);
grant select on tally_summary to neu_guong_app;
grant select on tally_summary to neu_guong_auditor;

create table tally_summary_line (
  campaign_id integer not null,
  unit_id integer not null,
  deeds smallint not null default 0,
  parent_id integer,
  heir_id integer,
  due integer not null default 0,
  submitted integer not null default 0,
  on_time integer not null default 0,
  approved integer not null default 0,
  commitments integer not null default 0,
  registered integer not null default 0,
  done integer not null default 0,
  partly integer not null default 0,
  not_done integer not null default 0
);
alter table tally_summary_line add constraint tally_summary_line_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES tally_summary(campaign_id) ON DELETE CASCADE;
alter table tally_summary_line add constraint tally_summary_line_heir_id_fkey FOREIGN KEY (heir_id) REFERENCES unit(unit_id);
alter table tally_summary_line add constraint tally_summary_line_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(unit_id);
alter table tally_summary_line add constraint tally_summary_line_pkey PRIMARY KEY (campaign_id, unit_id, deeds);
alter table tally_summary_line add constraint tally_summary_line_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE INDEX tally_summary_line_downwards ON public.tally_summary_line USING btree (campaign_id, parent_id) INCLUDE (unit_id, deeds, due, submitted, on_time, approved, commitments, registered, done, partly, not_done);
CREATE INDEX tally_summary_line_unit_id_idx ON public.tally_summary_line USING btree (unit_id);
grant select on tally_summary_line to neu_guong_app;
grant select on tally_summary_line to neu_guong_auditor;

create table tenure (
  tenure_id bigint not null generated by default as identity,
  post_id bigint not null,
  person_id bigint not null,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table tenure add constraint one_holder_a_post EXCLUDE USING gist (post_id WITH =, valid WITH &&, recorded WITH &&);
alter table tenure add constraint tenure_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table tenure add constraint tenure_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table tenure add constraint tenure_pkey PRIMARY KEY (tenure_id);
alter table tenure add constraint tenure_post_id_fkey FOREIGN KEY (post_id) REFERENCES post(post_id);
alter table tenure add constraint tenure_valid_check CHECK ((NOT isempty(valid)));
CREATE STATISTICS public.tenure_expr_stat ON upper(recorded) FROM tenure;
CREATE INDEX tenure_lower_idx ON public.tenure USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX tenure_person_id_idx ON public.tenure USING btree (person_id);
CREATE INDEX tenure_upper_idx ON public.tenure USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE CONSTRAINT TRIGGER duties_follow_tenure AFTER INSERT OR UPDATE ON public.tenure DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION duties_follow_tenure();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.tenure FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.tenure REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.tenure REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.tenure FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table tenure enable row level security;
alter table tenure force row level security;
create policy app_adds on tenure for insert to neu_guong_app
  with check (((EXISTS ( SELECT
   FROM post p
  WHERE ((p.post_id = tenure.post_id) AND (p.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('post'::text, 'appoint'::text) u(unit_id)))))) AND ((upper(valid) < 'infinity'::date) OR ((person_id <> current_person_id()) AND (EXISTS ( SELECT
   FROM membership m
  WHERE (m.person_id = tenure.person_id)))))));
create policy app_changes on tenure for update to neu_guong_app
  using ((EXISTS ( SELECT
   FROM post p
  WHERE ((p.post_id = tenure.post_id) AND ((p.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('post'::text, 'appoint'::text) u(unit_id))) IS TRUE)))));
create policy app_reads on tenure for select to neu_guong_app
  using (((person_id = current_person_id()) OR (EXISTS ( SELECT
   FROM post p
  WHERE ((p.post_id = tenure.post_id) AND ((p.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'read'::text) u(unit_id))) IS TRUE)))) OR (EXISTS ( SELECT
   FROM membership m
  WHERE ((m.person_id = tenure.person_id) AND (m.valid @> today_in_vietnam()) AND is_open(m.recorded) AND ((m.unit_id IN ( SELECT u.unit_id
           FROM units_where_may('person'::text, 'keep'::text) u(unit_id))) IS TRUE)))) OR (EXISTS ( SELECT
   FROM delegation d
  WHERE ((d.giver_id = tenure.person_id) AND (d.receiver_id = current_person_id()))))));
create policy the_auditor_reads on tenure for select to neu_guong_auditor
  using (true);
create policy the_owner_keeps_counts on tenure to neu_guong_owner
  using (is_keeping_counts());
create policy the_owner_loads on tenure to neu_guong_owner
  using (is_loading());
grant insert, select on tenure to neu_guong_app;
grant select on tenure to neu_guong_auditor;
grant update (recorded) on tenure to neu_guong_app;

create table theme (
  theme_id bigint not null generated by default as identity,
  programme_id integer not null,
  unit_id integer not null,
  year integer not null,
  title text not null,
  instrument_id bigint,
  note text,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table theme add constraint theme_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table theme add constraint theme_pkey PRIMARY KEY (theme_id);
alter table theme add constraint theme_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(programme_id);
alter table theme add constraint theme_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE UNIQUE INDEX one_open_theme_a_year ON public.theme USING btree (programme_id, unit_id, year) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.theme_expr_stat ON upper(recorded) FROM theme;
CREATE INDEX theme_lower_idx ON public.theme USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX theme_upper_idx ON public.theme USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.theme FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.theme FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.theme REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.theme REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.theme FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table theme enable row level security;
create policy app_adds on theme for insert to neu_guong_app
  with check (((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('campaign'::text, 'issue'::text) u(unit_id))) OR (unit_id IN ( SELECT u.unit_id
   FROM units_where_may('programme'::text, 'keep'::text) u(unit_id)))));
create policy app_changes on theme for update to neu_guong_app
  using ((unit_id IN ( SELECT u.unit_id
   FROM units_where_may('programme'::text, 'keep'::text) u(unit_id))));
create policy app_reads on theme for select to neu_guong_app
  using (true);
create policy the_auditor_reads on theme for select to neu_guong_auditor
  using (true);
grant insert, select on theme to neu_guong_app;
grant select on theme to neu_guong_auditor;
grant update (recorded) on theme to neu_guong_app;

create table totp (
  person_id bigint not null,
  sealed text not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table totp add constraint totp_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
CREATE UNIQUE INDEX one_open_totp_a_person ON public.totp USING btree (person_id) WHERE (upper(recorded) = 'infinity'::timestamp with time zone);
CREATE STATISTICS public.totp_expr_stat ON upper(recorded) FROM totp;
CREATE INDEX totp_lower_idx ON public.totp USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX totp_upper_idx ON public.totp USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.totp FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.totp REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.totp REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.totp FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
alter table totp enable row level security;
alter table totp force row level security;
create policy app_adds on totp for insert to neu_guong_app
  with check ((person_id = current_person_id()));
create policy app_changes on totp for update to neu_guong_app
  using ((person_id = current_person_id()));
create policy app_reads on totp for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_owner_loads on totp to neu_guong_owner
  using (is_loading());
grant insert, select on totp to neu_guong_app;
grant update (recorded) on totp to neu_guong_app;

create table totp_use (
  person_id bigint not null,
  counter bigint not null
);
alter table totp_use add constraint totp_use_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(person_id);
alter table totp_use add constraint totp_use_pkey PRIMARY KEY (person_id, counter);
alter table totp_use enable row level security;
alter table totp_use force row level security;
create policy app_adds on totp_use for insert to neu_guong_app
  with check ((person_id = current_person_id()));
create policy app_reads on totp_use for select to neu_guong_app
  using ((person_id = current_person_id()));
create policy the_owner_loads on totp_use to neu_guong_owner
  using (is_loading());
grant insert, select on totp_use to neu_guong_app;

create table unit (
  unit_id integer not null generated by default as identity,
  key text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table unit add constraint unit_key_check CHECK ((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));
alter table unit add constraint unit_key_key UNIQUE (key);
alter table unit add constraint unit_pkey PRIMARY KEY (unit_id);
CREATE INDEX unit_recorded_at_idx ON public.unit USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.unit FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.unit REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.unit REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
grant select on unit to neu_guong_app;
grant select on unit to neu_guong_auditor;

create table unit_change (
  unit_change_id bigint not null generated by default as identity,
  plan jsonb not null,
  plan_digest text not null,
  laid_by bigint not null,
  laid_at timestamp with time zone not null default recorded_now()
);
alter table unit_change add constraint unit_change_laid_by_fkey FOREIGN KEY (laid_by) REFERENCES person(person_id);
alter table unit_change add constraint unit_change_pkey PRIMARY KEY (unit_change_id);
alter table unit_change add constraint unit_change_plan_check CHECK ((jsonb_typeof(plan) = 'object'::text));
alter table unit_change add constraint unit_change_plan_digest_check CHECK ((plan_digest ~ '^[0-9a-f]{64}$'::text));
CREATE INDEX unit_change_laid_at_idx ON public.unit_change USING brin (laid_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX unit_change_laid_by_idx ON public.unit_change USING btree (laid_by);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.unit_change REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.unit_change REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table unit_change enable row level security;
create policy app_adds on unit_change for insert to neu_guong_app
  with check (((laid_by = current_person_id()) AND may_change_units('keep'::text, plan)));
create policy app_reads on unit_change for select to neu_guong_app
  using (((laid_by = current_person_id()) OR may_change_units('keep'::text, plan)));
create policy the_auditor_reads on unit_change for select to neu_guong_auditor
  using (true);
grant insert, select on unit_change to neu_guong_app;
grant select on unit_change to neu_guong_auditor;

create table unit_change_step (
  unit_change_step_id bigint not null generated by default as identity,
  unit_change_id bigint not null,
  state text not null,
  reason text,
  taken_by bigint not null,
  taken_at timestamp with time zone not null default recorded_now()
);
alter table unit_change_step add constraint unit_change_step_check CHECK (((state = 'rejected'::text) = (reason IS NOT NULL)));
alter table unit_change_step add constraint unit_change_step_pkey PRIMARY KEY (unit_change_step_id);
alter table unit_change_step add constraint unit_change_step_reason_check CHECK ((reason <> ''::text));
alter table unit_change_step add constraint unit_change_step_state_check CHECK ((state = ANY (ARRAY['carried-out'::text, 'rejected'::text, 'withdrawn'::text, 'undone'::text])));
alter table unit_change_step add constraint unit_change_step_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(person_id);
alter table unit_change_step add constraint unit_change_step_unit_change_id_fkey FOREIGN KEY (unit_change_id) REFERENCES unit_change(unit_change_id);
CREATE UNIQUE INDEX one_answer_a_unit_change ON public.unit_change_step USING btree (unit_change_id) WHERE (state <> 'undone'::text);
CREATE UNIQUE INDEX one_undoing_a_unit_change ON public.unit_change_step USING btree (unit_change_id) WHERE (state = 'undone'::text);
CREATE INDEX unit_change_step_taken_at_idx ON public.unit_change_step USING brin (taken_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX unit_change_step_taken_by_idx ON public.unit_change_step USING btree (taken_by);
CREATE INDEX unit_change_step_unit_change_id_idx ON public.unit_change_step USING btree (unit_change_id);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.unit_change_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.unit_change_step REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER unit_change_is_lawful BEFORE INSERT ON public.unit_change_step FOR EACH ROW WHEN ((new.state = ANY (ARRAY['carried-out'::text, 'undone'::text]))) EXECUTE FUNCTION unit_change_is_lawful();
alter table unit_change_step enable row level security;
create policy app_adds on unit_change_step for insert to neu_guong_app
  with check (((taken_by = current_person_id()) AND (EXISTS ( SELECT
   FROM unit_change c
  WHERE ((c.unit_change_id = unit_change_step.unit_change_id) AND
        CASE unit_change_step.state
            WHEN 'withdrawn'::text THEN (c.laid_by = unit_change_step.taken_by)
            WHEN 'rejected'::text THEN ((c.laid_by <> unit_change_step.taken_by) AND may_change_units('confirm'::text, c.plan))
            ELSE false
        END)))));
create policy app_reads on unit_change_step for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM unit_change c
  WHERE (c.unit_change_id = unit_change_step.unit_change_id))));
create policy the_auditor_reads on unit_change_step for select to neu_guong_auditor
  using (true);
grant insert, select on unit_change_step to neu_guong_app;
grant select on unit_change_step to neu_guong_auditor;

create table unit_kind (
  unit_kind text not null,
  hierarchy text not null,
  rank integer not null,
  name_vi text not null,
  name_en text not null
);
alter table unit_kind add constraint unit_kind_hierarchy_fkey FOREIGN KEY (hierarchy) REFERENCES hierarchy(hierarchy);
alter table unit_kind add constraint unit_kind_pkey PRIMARY KEY (unit_kind);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.unit_kind FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
grant select on unit_kind to neu_guong_app;
grant select on unit_kind to neu_guong_auditor;

create table unit_list (
  unit_list_id bigint not null generated by default as identity,
  unit_id integer not null,
  uploaded_by bigint not null,
  file_name text not null,
  file bytea not null,
  digest text not null,
  seen jsonb not null,
  uploaded_at timestamp with time zone not null default recorded_now()
);
alter table unit_list add constraint unit_list_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
alter table unit_list add constraint unit_list_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 200)));
alter table unit_list add constraint unit_list_pkey PRIMARY KEY (unit_list_id);
alter table unit_list add constraint unit_list_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table unit_list add constraint unit_list_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(person_id);
CREATE INDEX unit_list_unit_id_idx ON public.unit_list USING btree (unit_id);
CREATE INDEX unit_list_uploaded_at_idx ON public.unit_list USING brin (uploaded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX unit_list_uploaded_by_idx ON public.unit_list USING btree (uploaded_by);
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.unit_list REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.unit_list REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table unit_list enable row level security;
create policy app_adds on unit_list for insert to neu_guong_app
  with check (((uploaded_by = current_person_id()) AND (judged_at(unit_id) IN ( SELECT u.unit_id
   FROM units_where_may('unit'::text, 'keep'::text) u(unit_id)))));
create policy app_reads on unit_list for select to neu_guong_app
  using (((uploaded_by = current_person_id()) OR (judged_at(unit_id) IN ( SELECT u.unit_id
   FROM units_where_may('unit'::text, 'confirm'::text) u(unit_id)))));
create policy the_auditor_reads on unit_list for select to neu_guong_auditor
  using (true);
grant insert, select on unit_list to neu_guong_app;
grant select on unit_list to neu_guong_auditor;

create table unit_list_reading (
  unit_list_reading_id bigint not null generated by default as identity,
  unit_list_id bigint not null,
  sheet integer not null,
  mapping jsonb not null,
  asked jsonb not null,
  faults jsonb not null default '[]'::jsonb,
  came_to jsonb,
  unit_change_id bigint,
  read_at timestamp with time zone not null default recorded_now()
);
alter table unit_list_reading add constraint unit_list_reading_check CHECK (((came_to IS NULL) = (faults <> '[]'::jsonb)));
alter table unit_list_reading add constraint unit_list_reading_pkey PRIMARY KEY (unit_list_reading_id);
alter table unit_list_reading add constraint unit_list_reading_unit_change_id_fkey FOREIGN KEY (unit_change_id) REFERENCES unit_change(unit_change_id);
alter table unit_list_reading add constraint unit_list_reading_unit_list_id_fkey FOREIGN KEY (unit_list_id) REFERENCES unit_list(unit_list_id);
CREATE INDEX unit_list_reading_unit_change_id_idx ON public.unit_list_reading USING btree (unit_change_id);
CREATE INDEX unit_list_reading_unit_list_id_unit_list_reading_id_idx ON public.unit_list_reading USING btree (unit_list_id, unit_list_reading_id);
alter table unit_list_reading enable row level security;
create policy app_adds on unit_list_reading for insert to neu_guong_app
  with check ((EXISTS ( SELECT
   FROM unit_list l
  WHERE ((l.unit_list_id = unit_list_reading.unit_list_id) AND (l.uploaded_by = current_person_id())))));
create policy app_reads on unit_list_reading for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM unit_list l
  WHERE (l.unit_list_id = unit_list_reading.unit_list_id))));
create policy the_auditor_reads on unit_list_reading for select to neu_guong_auditor
  using (true);
grant insert, select on unit_list_reading to neu_guong_app;
grant select on unit_list_reading to neu_guong_auditor;

create table unit_rating (
  unit_rating_id bigint not null generated by default as identity,
  review_round_id integer not null,
  unit_id integer not null,
  rating_level_id integer not null,
  points integer,
  happened_on date not null,
  actor_id bigint not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table unit_rating add constraint unit_rating_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table unit_rating add constraint unit_rating_pkey PRIMARY KEY (unit_rating_id);
alter table unit_rating add constraint unit_rating_points_check CHECK (((points >= 0) AND (points <= 100)));
alter table unit_rating add constraint unit_rating_rating_level_id_fkey FOREIGN KEY (rating_level_id) REFERENCES rating_level(rating_level_id);
alter table unit_rating add constraint unit_rating_review_round_id_fkey FOREIGN KEY (review_round_id) REFERENCES review_round(review_round_id);
alter table unit_rating add constraint unit_rating_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
CREATE STATISTICS public.unit_rating_expr_stat ON upper(recorded) FROM unit_rating;
CREATE INDEX unit_rating_latest ON public.unit_rating USING btree (review_round_id, unit_id, unit_rating_id DESC);
CREATE INDEX unit_rating_lower_idx ON public.unit_rating USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX unit_rating_upper_idx ON public.unit_rating USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.unit_rating FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.unit_rating REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.unit_rating REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.unit_rating FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
CREATE TRIGGER units_stay_above BEFORE INSERT ON public.unit_rating FOR EACH ROW EXECUTE FUNCTION units_stay_above();
alter table unit_rating enable row level security;
create policy app_adds on unit_rating for insert to neu_guong_app
  with check (((actor_id = current_person_id()) AND may_rate_unit(unit_id)));
create policy app_reads on unit_rating for select to neu_guong_app
  using (true);
create policy the_auditor_reads on unit_rating for select to neu_guong_auditor
  using (true);
grant insert, select on unit_rating to neu_guong_app;
grant select on unit_rating to neu_guong_auditor;

create table unit_version (
  unit_version_id bigint not null generated by default as identity,
  unit_id integer not null,
  code text,
  name text not null,
  unit_kind text not null,
  place_id integer,
  population integer,
  instrument_id bigint,
  valid daterange not null,
  recorded tstzrange not null default tstzrange(recorded_now(), 'infinity'::timestamp with time zone)
);
alter table unit_version add constraint unit_version_instrument_id_fkey FOREIGN KEY (instrument_id) REFERENCES instrument(instrument_id);
alter table unit_version add constraint unit_version_name_check CHECK (((name <> ''::text) AND (name = NORMALIZE(name, NFC))));
alter table unit_version add constraint unit_version_pkey PRIMARY KEY (unit_version_id);
alter table unit_version add constraint unit_version_place_id_fkey FOREIGN KEY (place_id) REFERENCES unit(unit_id);
alter table unit_version add constraint unit_version_population_check CHECK ((population > 0));
alter table unit_version add constraint unit_version_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table unit_version add constraint unit_version_unit_id_valid_recorded_excl EXCLUDE USING gist (unit_id WITH =, valid WITH &&, recorded WITH &&);
alter table unit_version add constraint unit_version_unit_kind_fkey FOREIGN KEY (unit_kind) REFERENCES unit_kind(unit_kind);
alter table unit_version add constraint unit_version_valid_check CHECK ((NOT isempty(valid)));
CREATE STATISTICS public.unit_version_expr_stat ON upper(recorded) FROM unit_version;
CREATE INDEX unit_version_lower_idx ON public.unit_version USING btree (lower(recorded));
CREATE INDEX unit_version_lower_idx1 ON public.unit_version USING btree (lower(valid));
CREATE INDEX unit_version_lower_idx2 ON public.unit_version USING brin (lower(recorded)) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX unit_version_place_id_idx ON public.unit_version USING btree (place_id) WHERE (place_id IS NOT NULL);
CREATE INDEX unit_version_unit_id_idx ON public.unit_version USING btree (unit_id);
CREATE INDEX unit_version_unit_kind_idx ON public.unit_version USING btree (unit_kind);
CREATE INDEX unit_version_upper_idx ON public.unit_version USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE INDEX unit_version_upper_idx1 ON public.unit_version USING btree (upper(valid)) WHERE (upper(valid) < 'infinity'::date);
CREATE INDEX unit_version_upper_idx2 ON public.unit_version USING btree (upper(recorded)) WHERE (upper(recorded) < 'infinity'::timestamp with time zone);
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.unit_version FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER history_is_kept BEFORE DELETE OR UPDATE ON public.unit_version FOR EACH ROW EXECUTE FUNCTION history_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.unit_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.unit_version REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE CONSTRAINT TRIGGER parent_outlives_children AFTER UPDATE ON public.unit_version DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION parent_outlives_children();
CREATE TRIGGER recorded_by_server BEFORE INSERT ON public.unit_version FOR EACH ROW EXECUTE FUNCTION recorded_by_server();
grant select on unit_version to neu_guong_app;
grant select on unit_version to neu_guong_auditor;

create table withdrawal (
  article_id integer not null,
  reason text not null,
  replaced_by integer,
  withdrawn_at timestamp with time zone not null default recorded_now()
);
alter table withdrawal add constraint withdrawal_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(article_id);
alter table withdrawal add constraint withdrawal_check CHECK ((replaced_by <> article_id));
alter table withdrawal add constraint withdrawal_pkey PRIMARY KEY (article_id);
alter table withdrawal add constraint withdrawal_reason_check CHECK ((reason <> ''::text));
alter table withdrawal add constraint withdrawal_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES article(article_id);
CREATE INDEX withdrawal_withdrawn_at_idx ON public.withdrawal USING brin (withdrawn_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER announce_change AFTER INSERT OR DELETE OR UPDATE ON public.withdrawal FOR EACH STATEMENT EXECUTE FUNCTION announce_change();
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.withdrawal FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.withdrawal REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.withdrawal REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
grant select on withdrawal to neu_guong_app;
grant select on withdrawal to neu_guong_auditor;

create table withdrawal_plan (
  withdrawal_plan_id bigint not null generated by default as identity,
  article_id integer not null,
  withdraw_at timestamp with time zone not null,
  reason text not null,
  replaced_by integer,
  planned_by bigint not null,
  planner_name text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table withdrawal_plan add constraint withdrawal_plan_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(article_id);
alter table withdrawal_plan add constraint withdrawal_plan_check CHECK ((replaced_by <> article_id));
alter table withdrawal_plan add constraint withdrawal_plan_pkey PRIMARY KEY (withdrawal_plan_id);
alter table withdrawal_plan add constraint withdrawal_plan_planned_by_fkey FOREIGN KEY (planned_by) REFERENCES person(person_id);
alter table withdrawal_plan add constraint withdrawal_plan_reason_check CHECK ((reason <> ''::text));
alter table withdrawal_plan add constraint withdrawal_plan_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES article(article_id);
CREATE INDEX withdrawal_plan_article_id_idx ON public.withdrawal_plan USING btree (article_id);
CREATE INDEX withdrawal_plan_recorded_at_idx ON public.withdrawal_plan USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.withdrawal_plan FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.withdrawal_plan REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.withdrawal_plan REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table withdrawal_plan enable row level security;
create policy app_adds on withdrawal_plan for insert to neu_guong_app
  with check (((planned_by = current_person_id()) AND (EXISTS ( SELECT
   FROM units_where_may('article'::text, 'withdraw'::text) units_where_may(unit_id)))));
create policy app_reads on withdrawal_plan for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM units_where_may('article'::text, 'read'::text) units_where_may(unit_id))));
create policy the_auditor_reads on withdrawal_plan for select to neu_guong_auditor
  using (true);
grant insert, select on withdrawal_plan to neu_guong_app;
grant select on withdrawal_plan to neu_guong_auditor;

create table withdrawal_plan_end (
  withdrawal_plan_id bigint not null,
  became text not null,
  actor_id bigint,
  actor_name text not null,
  recorded_at timestamp with time zone not null default recorded_now()
);
alter table withdrawal_plan_end add constraint withdrawal_plan_end_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(person_id);
alter table withdrawal_plan_end add constraint withdrawal_plan_end_became_check CHECK ((became = ANY (ARRAY['done'::text, 'cancelled'::text, 'void'::text])));
alter table withdrawal_plan_end add constraint withdrawal_plan_end_pkey PRIMARY KEY (withdrawal_plan_id);
alter table withdrawal_plan_end add constraint withdrawal_plan_end_withdrawal_plan_id_fkey FOREIGN KEY (withdrawal_plan_id) REFERENCES withdrawal_plan(withdrawal_plan_id);
CREATE INDEX withdrawal_plan_end_recorded_at_idx ON public.withdrawal_plan_end USING brin (recorded_at) WITH (pages_per_range='32', autosummarize='on');
CREATE TRIGGER draft_is_kept BEFORE DELETE OR UPDATE ON public.withdrawal_plan_end FOR EACH ROW EXECUTE FUNCTION draft_is_kept();
CREATE TRIGGER marks_what_begins AFTER INSERT ON public.withdrawal_plan_end REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
CREATE TRIGGER marks_what_ends AFTER UPDATE ON public.withdrawal_plan_end REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION marks_its_change();
alter table withdrawal_plan_end enable row level security;
create policy app_adds on withdrawal_plan_end for insert to neu_guong_app
  with check (((actor_id = current_person_id()) AND (became = 'cancelled'::text) AND (EXISTS ( SELECT
   FROM units_where_may('article'::text, 'withdraw'::text) units_where_may(unit_id)))));
create policy app_reads on withdrawal_plan_end for select to neu_guong_app
  using ((EXISTS ( SELECT
   FROM units_where_may('article'::text, 'read'::text) units_where_may(unit_id))));
create policy the_auditor_reads on withdrawal_plan_end for select to neu_guong_auditor
  using (true);
grant insert, select on withdrawal_plan_end to neu_guong_app;
grant select on withdrawal_plan_end to neu_guong_auditor;

create view contribution_state_of_rows with (security_invoker=true) as
 SELECT c.contribution_id,
    c.contribution_kind,
    c.place_id,
    c.kept_at,
    c.given_on,
    c.quantity,
    c.is_estimate,
    s.household_id,
    v.verified_on,
    lower(s.known) AS known_from,
    upper(s.known) AS known_until
   FROM ((contribution c
     CROSS JOIN LATERAL ( SELECT w.verified_on,
            (c.recorded * w.recorded) AS known
           FROM contribution_verification w
          WHERE (w.contribution_id = c.contribution_id)
        UNION ALL
         SELECT NULL::date,
            unnest((tstzmultirange(c.recorded) - COALESCE(range_agg(w.recorded), '{}'::tstzmultirange))) AS unnest
           FROM contribution_verification w
          WHERE (w.contribution_id = c.contribution_id)) v)
     CROSS JOIN LATERAL ( SELECT h.household_id,
            (v.known * h.recorded) AS known
           FROM contribution_household h
          WHERE (h.contribution_id = c.contribution_id)
        UNION ALL
         SELECT NULL::bigint,
            unnest((tstzmultirange(v.known) - COALESCE(range_agg(h.recorded), '{}'::tstzmultirange))) AS unnest
           FROM contribution_household h
          WHERE (h.contribution_id = c.contribution_id)) s)
  WHERE ((NOT isempty(s.known)) AND ((v.verified_on IS NOT NULL) OR (upper(s.known) = 'infinity'::timestamp with time zone)));
grant select on contribution_state_of_rows to neu_guong_auditor;
grant usage on sequence deed_step_deed_step_id_seq to neu_guong_app;
grant usage on sequence membership_membership_id_seq to neu_guong_app;
grant usage on sequence party_card_party_card_id_seq to neu_guong_app;
grant usage on sequence person_person_id_seq to neu_guong_app;
grant usage on sequence person_version_person_version_id_seq to neu_guong_app;

create view roster_left with (security_invoker=true) as
 SELECT roster_import_id,
    person_id,
    full_name,
    birth_date,
    birth_year,
    unit_id,
    kind,
    membership_id
   FROM roster_person p
  WHERE ((whence = 'here'::text) AND (NOT (EXISTS ( SELECT
           FROM roster_match m
          WHERE ((m.roster_import_id = p.roster_import_id) AND (m.person_id = p.person_id))))) AND (NOT (EXISTS ( SELECT
           FROM roster_choice c
          WHERE ((c.roster_import_id = p.roster_import_id) AND (c.person_id = p.person_id) AND is_open(c.recorded))))) AND (NOT (EXISTS ( SELECT
           FROM roster_candidate k
          WHERE ((k.roster_import_id = p.roster_import_id) AND (k.person_id = p.person_id) AND (NOT (EXISTS ( SELECT
                   FROM roster_choice c
                  WHERE ((c.roster_import_id = k.roster_import_id) AND (c.row_number = k.row_number) AND is_open(c.recorded))))))))) AND ((kind <> 'cadre'::text) OR (EXISTS ( SELECT
           FROM roster_row r
          WHERE ((r.roster_import_id = p.roster_import_id) AND (r.kind = 'cadre'::text))))));
grant select on roster_left to neu_guong_app;
grant select on roster_left to neu_guong_auditor;

create view roster_outcome with (security_invoker=true) as
 SELECT r.roster_import_id,
    r.row_number,
    r.full_name,
    r.unit_id,
    p.person_id,
    p.membership_id,
    p.person_version_id,
    p.party_card_id,
    p.unit_id AS former_unit_id,
    p.whence,
        CASE
            WHEN ((m.row_number IS NULL) AND (c.roster_choice_id IS NULL) AND k.is_here) THEN 'doubtful'::text
            WHEN ((w.person_id IS NOT NULL) AND (p.person_id IS NULL)) THEN 'beyond'::text
            WHEN (p.person_id IS NULL) THEN 'new'::text
            WHEN (p.whence = 'left'::text) THEN 'back'::text
            WHEN (d.version_differs OR d.card_differs OR d.membership_differs) THEN 'changed'::text
            ELSE 'same'::text
        END AS standing,
    (k.is_beside AND (NOT k.is_here)) AS resembles,
    COALESCE(d.version_differs, true) AS version_differs,
    COALESCE(d.card_differs, (r.card_number IS NOT NULL)) AS card_differs,
    COALESCE(d.membership_differs, true) AS membership_differs,
    array_remove(ARRAY[
        CASE
            WHEN (r.full_name <> p.full_name) THEN 'full_name'::text
            ELSE NULL::text
        END,
        CASE
            WHEN d.birth_differs THEN 'birth'::text
            ELSE NULL::text
        END,
        CASE
            WHEN ((r.gender <> p.gender) OR ((r.gender IS NOT NULL) AND (p.gender IS NULL))) THEN 'gender'::text
            ELSE NULL::text
        END,
        CASE
            WHEN ((r.ethnicity <> p.ethnicity) OR ((r.ethnicity IS NOT NULL) AND (p.ethnicity IS NULL))) THEN 'ethnicity'::text
            ELSE NULL::text
        END,
        CASE
            WHEN d.card_differs THEN 'card_number'::text
            ELSE NULL::text
        END,
        CASE
            WHEN (r.unit_id <> p.unit_id) THEN 'unit'::text
            ELSE NULL::text
        END,
        CASE
            WHEN (r.kind <> p.kind) THEN 'kind'::text
            ELSE NULL::text
        END], NULL::text) AS fields,
        CASE
            WHEN COALESCE(d.birth_differs, true) THEN r.birth_date
            ELSE p.birth_date
        END AS new_birth_date,
        CASE
            WHEN COALESCE(d.birth_differs, true) THEN r.birth_year
            ELSE p.birth_year
        END AS new_birth_year,
    COALESCE(r.gender, p.gender) AS new_gender,
    COALESCE(r.ethnicity, p.ethnicity) AS new_ethnicity,
    COALESCE(r.kind, p.kind, 'party-member'::text) AS new_kind,
    r.card_number AS new_card_number,
    r.birth_date,
    r.birth_year
   FROM (((((((roster_row r
     LEFT JOIN roster_match m ON (((m.roster_import_id = r.roster_import_id) AND (m.row_number = r.row_number))))
     LEFT JOIN roster_choice c ON (((c.roster_import_id = r.roster_import_id) AND (c.row_number = r.row_number) AND is_open(c.recorded))))
     LEFT JOIN ( SELECT k_1.roster_import_id,
            k_1.row_number,
            bool_or((q.whence = 'here'::text)) AS is_here,
            bool_or((q.whence <> 'here'::text)) AS is_beside
           FROM (roster_candidate k_1
             JOIN roster_person q USING (roster_import_id, person_id))
          GROUP BY k_1.roster_import_id, k_1.row_number) k ON (((k.roster_import_id = r.roster_import_id) AND (k.row_number = r.row_number))))
     LEFT JOIN LATERAL ( SELECT
                CASE
                    WHEN (c.roster_choice_id IS NULL) THEN m.person_id
                    ELSE c.person_id
                END AS person_id) w ON (true))
     LEFT JOIN roster_person p ON (((p.roster_import_id = r.roster_import_id) AND (p.person_id = w.person_id))))
     LEFT JOIN LATERAL ( SELECT (((r.birth_date IS NOT NULL) AND (r.birth_date IS DISTINCT FROM p.birth_date)) OR ((r.birth_year IS NOT NULL) AND (r.birth_year IS DISTINCT FROM birth_year_of(p.birth_date, p.birth_year)))) AS birth_differs) b ON ((p.person_id IS NOT NULL)))
     LEFT JOIN LATERAL ( SELECT b.birth_differs,
            (b.birth_differs OR (r.full_name <> p.full_name) OR ((r.gender IS NOT NULL) AND (r.gender IS DISTINCT FROM p.gender)) OR ((r.ethnicity IS NOT NULL) AND (r.ethnicity IS DISTINCT FROM p.ethnicity))) AS version_differs,
            ((r.card_number IS NOT NULL) AND (r.card_number IS DISTINCT FROM p.card_number)) AS card_differs,
            ((r.unit_id <> p.unit_id) OR ((r.kind IS NOT NULL) AND (r.kind <> p.kind))) AS membership_differs) d ON ((p.person_id IS NOT NULL)));
grant select on roster_outcome to neu_guong_app;
grant select on roster_outcome to neu_guong_auditor;

create view tally with (security_invoker=true) as
 SELECT commitment_tally.campaign_id,
    commitment_tally.unit_id,
    commitment_tally.deeds,
    commitment_tally.valid_on,
    commitment_tally.recorded_at,
    commitment_tally.due,
    commitment_tally.submitted,
    commitment_tally.on_time,
    commitment_tally.approved,
    0 AS commitments,
    0 AS registered,
    0 AS done,
    0 AS partly,
    0 AS not_done
   FROM commitment_tally
UNION ALL
 SELECT deed_tally.campaign_id,
    deed_tally.unit_id,
    (0)::smallint AS deeds,
    deed_tally.valid_on,
    deed_tally.recorded_at,
    0 AS due,
    0 AS submitted,
    0 AS on_time,
    0 AS approved,
    deed_tally.commitments,
    deed_tally.registered,
    deed_tally.done,
    deed_tally.partly,
    deed_tally.not_done
   FROM deed_tally;
grant select on tally to neu_guong_app;
grant select on tally to neu_guong_auditor;
grant usage on sequence tenure_tenure_id_seq to neu_guong_app;
