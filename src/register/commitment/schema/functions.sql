-- These functions see what the writer may see. Who cannot see a commitment cannot move it: the checks then find nothing
-- and refuse.

-- The deeds of a commitment that are not replaced lie within its campaign's bounds from its submission on; drafts are
-- free.
create or replace function deeds_are_within_bounds() returns trigger language plpgsql as $$
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
end $$;
create constraint trigger deeds_are_within_bounds after insert on commitment_step
  deferrable initially deferred for each row when (new.state = 'submitted') execute function deeds_are_within_bounds();
create constraint trigger deeds_are_within_bounds after insert or update on deed
  deferrable initially deferred for each row execute function deeds_are_within_bounds();
create constraint trigger deeds_are_within_bounds after insert or update on deed_step
  deferrable initially deferred for each row when (new.state = 'replaced') execute function deeds_are_within_bounds();

-- Nobody returns, endorses or approves their own.
create or replace function nobody_judges_their_own() returns trigger language plpgsql as $$
begin
  if new.actor_id = (select o.person_id from commitment c join obligation o using (obligation_id)
                      where c.commitment_id = new.commitment_id) then
    raise exception 'person % may not take the step «%» on their own commitment', new.actor_id, new.state
      using errcode = 'check_violation', constraint = 'nobody_judges_their_own';
  end if;
  return new;
end $$;
create trigger nobody_judges_their_own before insert on commitment_step
  for each row when (new.state in ('returned', 'endorsed', 'approved', 'concluded') and new.actor_id is not null)
  execute function nobody_judges_their_own();

-- At most one commitment of an obligation is approved and not superseded.
create or replace function one_live_commitment() returns trigger language plpgsql as $$
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
end $$;
create constraint trigger one_live_commitment after insert on commitment_step
  deferrable initially deferred for each row when (new.state = 'approved') execute function one_live_commitment();

-- Whether who is asking may judge what an obligation's person has promised: never their own, never the one's whose
-- power they were lent.
create or replace function may_judge(of_obligation bigint, of_act text) returns boolean language sql stable as $$
  select exists (
    select from obligation o
    join scope_of(current_person_id(), 'commitment', of_act, today_in_vietnam(), recorded_now()) s
         on s.unit_id = o.unit_id
   where o.obligation_id = of_obligation and o.person_id <> current_person_id()
     and o.person_id is distinct from s.giver_id)
$$;

-- One writes one's own; a secretary or an office writes what was handed in on paper.
create or replace function may_write_commitment(of_obligation bigint) returns boolean language sql stable as $$
  select exists (
    select from obligation o
     where o.obligation_id = of_obligation
       and (o.person_id = current_person_id()
            or o.unit_id in (select u.unit_id from units_where_may('commitment', 'enter-by-proxy') u)))
$$;

-- In the statement that writes what they count, whoever writes it. Archives loaded in bulk bring their own and let
-- these rest.
create or replace function is_handed_in(state text) returns boolean language sql immutable parallel safe as $$
  select coalesce(state in ('submitted', 'endorsed', 'approved', 'under-way', 'self-reviewed', 'concluded'), false)
$$;

create or replace function is_approved(state text) returns boolean language sql immutable parallel safe as $$
  select coalesce(state in ('approved', 'under-way', 'self-reviewed', 'concluded'), false)
$$;

create or replace function live_deeds(of_commitment bigint) returns integer language sql stable as $$
  select count(*)::int
    from deed d
   where d.commitment_id = of_commitment and is_open(d.recorded)
     and not exists (select from deed_step s
                      where s.deed_id = d.deed_id and s.state = 'replaced' and is_open(s.recorded))
$$;

-- A step moves a text from what it was before into what it is now. The tally of its cell takes the difference.
create or replace function tally_steps() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from added
                                join commitment using (commitment_id)),
                          but_steps => (select array_agg(commitment_step_id) from added));
  return null;
end $$;
revoke all on function tally_steps() from public;
create trigger tally_steps after insert on commitment_step
  referencing new table as added for each statement execute function tally_steps();

-- A review that is concluded counts where the person then is: once, however often its text is amended.
create or replace function tally_conclusions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_conclusions() from public;
create trigger tally_conclusions after insert on commitment_step
  referencing new table as added for each statement execute function tally_conclusions();

-- Who is waived or void is due no more, and what they handed in counts no more: the numerator stays within the
-- denominator.
create or replace function tally_exceptions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from added),
                             but_exceptions => (select array_agg(obligation_exception_id) from added));
  return null;
end $$;
revoke all on function tally_exceptions() from public;
create trigger tally_exceptions after insert on obligation_exception
  referencing new table as added for each statement execute function tally_exceptions();

-- An extension makes some who were late be in time, from the day on which it is granted. Only who handed in late can be
-- in time now.
create or replace function tally_extensions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_extensions() from public;
create trigger tally_extensions after insert on campaign_extension
  referencing new table as added for each statement execute function tally_extensions();

-- The live deeds of a commitment on a day.
create or replace function live_deeds_on(of_commitment bigint, on_day date) returns smallint
language sql stable set plan_cache_mode = 'force_generic_plan' as $$
  select count(*)::smallint
    from deed d
   where d.commitment_id = of_commitment and d.registered_on <= on_day and is_open(d.recorded)
     and not exists (select from deed_step s
                      where s.deed_id = d.deed_id and s.state = 'replaced' and s.happened_on <= on_day
                        and is_open(s.recorded))
$$;

-- What obligations add to the tallies of their cells, by the day on which it changes: on a day somebody is due unless
-- excepted, in the cell of the last move; the texts
-- of who is due count by their last step. `but_…` are rows to leave out, `and_…` closed rows to take in.
create or replace function counts_of(
  subjects bigint[],
  but_exceptions bigint[] default '{}', and_exceptions bigint[] default '{}', but_moves bigint[] default '{}',
  and_moves bigint[] default '{}',
  but_steps bigint[] default '{}', but_extensions bigint[] default '{}', and_steps bigint[] default '{}',
  and_texts bigint[] default '{}')
returns table (campaign_id integer, unit_id integer, deeds smallint, valid_on date, due integer, submitted integer,
  on_time integer, approved integer)
language sql stable as $$
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
$$;

-- Appends to the tallies what obligations come to now, less what they came to before. Whoever counts an obligation
-- holds its row, so that two come one after the other.
-- The planner takes the rows behind our policies for a handful, and goes through all of them for each of them: what is
-- done for one person takes twice as long for twice as many. So tens of thousands (a roster, a merger of many cells)
-- are done by the hundred, or by five hundred where a look at a whole table is the greater part.
create or replace function append_tally_delta(
  subjects bigint[],
  but_exceptions bigint[] default '{}', and_exceptions bigint[] default '{}', but_moves bigint[] default '{}',
  and_moves bigint[] default '{}',
  but_steps bigint[] default '{}', but_extensions bigint[] default '{}', and_steps bigint[] default '{}',
  and_texts bigint[] default '{}')
returns void language plpgsql as $$
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
end $$;

create or replace function tally_closed_exceptions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from closed),
                             and_exceptions => (select array_agg(obligation_exception_id) from closed));
  return null;
end $$;
revoke all on function tally_closed_exceptions() from public;
create trigger tally_closed_exceptions after update on obligation_exception
  referencing new table as closed for each statement execute function tally_closed_exceptions();

-- A step that is undone, and an amendment that was taken back, count no more. Erasing writes to rows, too, and closes
-- none.
create or replace function tally_closed_steps() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_closed_steps() from public;
create trigger tally_closed_steps after update on commitment_step
  referencing old table as still_open new table as closed for each statement execute function tally_closed_steps();

create or replace function tally_closed_texts() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_closed_texts() from public;
create trigger tally_closed_texts after update on commitment
  referencing old table as still_open new table as closed for each statement execute function tally_closed_texts();

create or replace function tally_moves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from added),
                             but_moves => (select array_agg(obligation_move_id) from added));
  return null;
end $$;
revoke all on function tally_moves() from public;
create trigger tally_moves after insert on obligation_move
  referencing new table as added for each statement execute function tally_moves();

create or replace function tally_closed_moves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_tally_delta((select array_agg(distinct obligation_id) from closed),
                             and_moves => (select array_agg(obligation_move_id) from closed));
  return null;
end $$;
revoke all on function tally_closed_moves() from public;
create trigger tally_closed_moves after update on obligation_move
  referencing new table as closed for each statement execute function tally_closed_moves();

-- Where a commitment stands, by its last step.
create or replace function state_of_commitment(of_commitment bigint) returns text language sql stable as $$
  select s.state
    from commitment_step s
   where s.commitment_id = of_commitment and is_open(s.recorded)
   order by s.happened_on desc, s.commitment_step_id desc
   limit 1
$$;

-- The newest text of an obligation, and the newest of those that were approved.
create or replace function newest_text(of_obligation bigint) returns bigint language sql stable as $$
  select c.commitment_id from commitment c where c.obligation_id = of_obligation and is_open(c.recorded)
   order by c.version desc limit 1
$$;

create or replace function approved_text(of_obligation bigint) returns bigint language sql stable as $$
  select c.commitment_id
    from commitment c
   where c.obligation_id = of_obligation and is_open(c.recorded)
     and exists (select from commitment_step s
                  where s.commitment_id = c.commitment_id and s.state = 'approved' and is_open(s.recorded))
   order by c.version desc
   limit 1
$$;

-- Whether a text was to take the place of an approved one, and the last of such texts was taken back: then none of them
-- stands.
create or replace function is_amendment_taken_back(of_commitment bigint) returns boolean language sql stable as $$
  select c.version > a.version and state_of_commitment(newest_text(c.obligation_id)) = 'withdrawn'
    from commitment c
    join commitment a on a.commitment_id = approved_text(c.obligation_id)
   where c.commitment_id = of_commitment
$$;

-- A text is superseded by another: where that is taken back, the earlier one stands again.
create or replace function something_supersedes() returns trigger language plpgsql as $$
begin
  if state_of_commitment(newest_text(new.obligation_id)) = 'superseded' then
    raise exception 'nothing supersedes the newest text of obligation %', new.obligation_id
      using errcode = 'check_violation', constraint = 'something_supersedes';
  end if;
  return new;
end $$;
create constraint trigger something_supersedes after update on commitment
  deferrable initially deferred for each row execute function something_supersedes();

-- What was last reported of a deed; null until then.
create or replace function state_of_deed(of_deed bigint) returns text language sql stable as $$
  select s.state
    from deed_step s
   where s.deed_id = of_deed and is_open(s.recorded)
   order by s.happened_on desc, s.deed_step_id desc
   limit 1
$$;

-- During which days each text of some obligations is approved or later, and in the counts of which cell. `but_…` are
-- rows to leave out, `and_…` closed rows to take in, as in counts_of. A long list is joined, not searched for each row.
create or replace function approved_during(
  subjects bigint[],
  but_exceptions bigint[] default '{}', and_exceptions bigint[] default '{}', but_moves bigint[] default '{}',
  and_moves bigint[] default '{}',
  but_steps bigint[] default '{}', and_steps bigint[] default '{}')
returns table (campaign_id integer, unit_id integer, commitment_id bigint, valid daterange) language sql stable as $$
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
$$;

-- What the deeds of some obligations add to the tallies of their cells, by the day on which it changes.
create or replace function deed_counts_of(
  subjects bigint[],
  but_exceptions bigint[] default '{}', and_exceptions bigint[] default '{}', but_moves bigint[] default '{}',
  and_moves bigint[] default '{}',
  but_steps bigint[] default '{}', but_deeds bigint[] default '{}', but_reports bigint[] default '{}',
  and_steps bigint[] default '{}')
returns table (campaign_id integer, unit_id integer, valid_on date, commitments integer, registered integer,
  done integer, partly integer, not_done integer)
language sql stable as $$
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
$$;

-- Appends what the deeds of obligations come to now, less what they came to before, as append_tally_delta does for
-- commitments.
create or replace function append_deed_tally_delta(
  subjects bigint[],
  but_exceptions bigint[] default '{}', and_exceptions bigint[] default '{}', but_moves bigint[] default '{}',
  and_moves bigint[] default '{}',
  but_steps bigint[] default '{}', but_deeds bigint[] default '{}', but_reports bigint[] default '{}',
  and_steps bigint[] default '{}')
returns void language plpgsql as $$
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
end $$;

-- The obligations of commitments that have ever been approved: the deeds of the others count nowhere.
create or replace function ever_approved(commitments bigint[]) returns bigint[]
language sql stable set plan_cache_mode = force_generic_plan as $$
  select array_agg(distinct c.obligation_id)
    from commitment c
    join commitment_step s on s.commitment_id = c.commitment_id and s.state = 'approved' and is_open(s.recorded)
   where c.commitment_id = any (commitments)
$$;

create or replace function tally_deeds_of_steps() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_deed_tally_delta(ever_approved((select array_agg(commitment_id) from added)),
                                  but_steps => (select array_agg(commitment_step_id) from added));
  return null;
end $$;
revoke all on function tally_deeds_of_steps() from public;
create trigger tally_deeds_of_steps after insert on commitment_step
  referencing new table as added for each statement execute function tally_deeds_of_steps();

create or replace function tally_reports() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_deed_tally_delta(ever_approved((select array_agg(d.commitment_id) from added
                                                   join deed d using (deed_id))),
                               but_reports => (select array_agg(deed_step_id) from added));
  return null;
end $$;
revoke all on function tally_reports() from public;
create trigger tally_reports after insert on deed_step
  referencing new table as added for each statement execute function tally_reports();

create or replace function tally_new_deeds() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_deed_tally_delta(ever_approved((select array_agg(commitment_id) from added)),
                                  but_deeds => (select array_agg(deed_id) from added));
  return null;
end $$;
revoke all on function tally_new_deeds() from public;
create trigger tally_new_deeds after insert on deed
  referencing new table as added for each statement execute function tally_new_deeds();

create or replace function tally_deeds_of_exceptions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_deed_tally_delta((select array_agg(distinct obligation_id) from added),
                                  but_exceptions => (select array_agg(obligation_exception_id) from added));
  return null;
end $$;
revoke all on function tally_deeds_of_exceptions() from public;
create trigger tally_deeds_of_exceptions after insert on obligation_exception
  referencing new table as added for each statement execute function tally_deeds_of_exceptions();

create or replace function tally_deeds_of_closed_exceptions() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_deed_tally_delta((select array_agg(distinct obligation_id) from closed),
                                  and_exceptions => (select array_agg(obligation_exception_id) from closed));
  return null;
end $$;
revoke all on function tally_deeds_of_closed_exceptions() from public;
create trigger tally_deeds_of_closed_exceptions after update on obligation_exception
  referencing new table as closed for each statement execute function tally_deeds_of_closed_exceptions();

create or replace function tally_deeds_of_moves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_deed_tally_delta((select array_agg(distinct obligation_id) from added),
                                  but_moves => (select array_agg(obligation_move_id) from added));
  return null;
end $$;
revoke all on function tally_deeds_of_moves() from public;
create trigger tally_deeds_of_moves after insert on obligation_move
  referencing new table as added for each statement execute function tally_deeds_of_moves();

create or replace function tally_deeds_of_closed_moves() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform append_deed_tally_delta((select array_agg(distinct obligation_id) from closed),
                                  and_moves => (select array_agg(obligation_move_id) from closed));
  return null;
end $$;
revoke all on function tally_deeds_of_closed_moves() from public;
create trigger tally_deeds_of_closed_moves after update on obligation_move
  referencing new table as closed for each statement execute function tally_deeds_of_closed_moves();

-- Whether nothing more is to be handed in for an obligation: it was, or is not asked.
create or replace function is_settled(of_obligation bigint, on_day date) returns boolean language sql stable as $$
  select exists (select from obligation_exception x
                  where x.obligation_id = of_obligation and x.valid @> on_day and is_open(x.recorded))
      or is_handed_in((select s.state
                         from commitment c
                         join commitment_step s on s.commitment_id = c.commitment_id and is_open(s.recorded)
                        where c.obligation_id = of_obligation and is_open(c.recorded)
                        order by c.version desc, s.happened_on desc, s.commitment_step_id desc
                        limit 1))
$$;
