-- Whether who is asking may take a step with somebody else's review: never with their own.
create or replace function may_judge_review(of_subject bigint, of_act text) returns boolean language sql stable as $$
  select exists (
    select from review_subject s
     where s.review_subject_id = of_subject and s.person_id <> current_person_id()
       and s.unit_id in (select u.unit_id from units_where_may('review', of_act) u))
$$;

-- Whether who is asking may do an act with the minutes of a meeting, by the unit that held it.
create or replace function may_open_paper(of_meeting bigint, of_act text) returns boolean language sql stable as $$
  select exists (
    select from review_meeting m
     where m.review_meeting_id = of_meeting and m.unit_id in (select u.unit_id from units_where_may('review', of_act) u))
$$;

-- Nobody appraises or decides their own.
create or replace function nobody_rates_themself() returns trigger language plpgsql as $$
begin
  if new.actor_id = (select s.person_id from review_subject s where s.review_subject_id = new.review_subject_id) then
    raise exception 'person % may not take the step «%» on their own review', new.actor_id, new.state
      using errcode = 'check_violation', constraint = 'nobody_rates_themself';
  end if;
  return new;
end $$;
create trigger nobody_rates_themself before insert on review_step
  for each row when (new.state in ('appraised', 'decided')) execute function nobody_rates_themself();

-- A vote is one of those who were present, and a meeting has its quorum.
create or replace function votes_are_of_those_present() returns trigger language plpgsql as $$
begin
  if new.votes > (select m.present from review_meeting m where m.review_meeting_id = new.review_meeting_id) then
    raise exception 'more votes than people present' using errcode = 'check_violation', constraint = 'votes_are_of_those_present';
  end if;
  return new;
end $$;
create trigger votes_are_of_those_present before insert on review_step
  for each row when (new.state = 'proposed') execute function votes_are_of_those_present();

create or replace function is_quorate(quorum text, members integer, present integer) returns boolean language sql immutable parallel safe as $$
  select case quorum when 'two-thirds' then present * 3 >= members * 2 else present * 2 > members end
$$;

create or replace function a_meeting_is_quorate() returns trigger language plpgsql as $$
begin
  if not (select is_quorate(s.quorum, new.members, new.present)
            from review_round r join rating_scheme s using (rating_scheme_id) where r.review_round_id = new.review_round_id) then
    raise exception '% of % are no quorum', new.present, new.members using errcode = 'check_violation', constraint = 'a_meeting_is_quorate';
  end if;
  return new;
end $$;
create trigger a_meeting_is_quorate before insert on review_meeting for each row execute function a_meeting_is_quorate();

-- The scheme is in force on the day on which the round opens.
create or replace function the_scheme_is_in_force() returns trigger language plpgsql as $$
begin
  if not exists (select from rating_scheme s where s.rating_scheme_id = new.rating_scheme_id and s.valid @> new.opens_on and is_open(s.recorded)) then
    raise exception 'the scheme of the round is not in force on %', new.opens_on using errcode = 'check_violation', constraint = 'the_scheme_is_in_force';
  end if;
  return new;
end $$;
create trigger the_scheme_is_in_force before insert on review_round for each row execute function the_scheme_is_in_force();

-- How many of a group may have the highest level, by those who are rated: the share of the base, rounded as the scheme
-- says. Without a cap: all.
create or replace function most_at_top(share numeric, base text, rounding text, at_top bigint, at_good bigint, rated bigint)
returns integer language sql immutable parallel safe as $$
  select case when share is null then rated
              else case rounding when 'up' then ceil(n) when 'nearest' then round(n) else floor(n) end end::integer
    from (select share * case base when 'of-good' then at_good when 'of-good-or-better' then at_good + at_top else rated end as n) x
$$;

-- The last decision of each of some subjects. What is asked for one round is asked by its index.
create or replace function decided_level(of_subject bigint, but bigint default 0) returns integer language sql stable as $$
  select s.rating_level_id
    from review_step s
   where s.review_subject_id = of_subject and s.state = 'decided' and s.review_step_id <> but and is_open(s.recorded)
   order by s.review_step_id desc
   limit 1
$$;

-- The levels of a scheme in their order: the highest is 1.
create or replace function level_ranks(of_scheme integer) returns table (rating_level_id integer, place bigint) language sql stable as $$
  select l.rating_level_id, row_number() over (order by l.least_points desc) from rating_level l where l.rating_scheme_id = of_scheme and is_open(l.recorded)
$$;

-- One at a time decides in a group, so that two offices at the same second do not both take its last place.
create or replace function lock_review_group(of_round integer, of_group integer) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('review-group ' || of_round || ' ' || of_group, 0))
$$;

-- No group has more at the highest level than its cap allows, whoever decides.
create or replace function caps_hold() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
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
      raise exception 'group % has more at the highest level than its cap allows', grp.group_id using errcode = 'check_violation', constraint = 'caps_hold';
    end if;
  end loop;
  return null;
end $$;
revoke all on function caps_hold() from public;
create trigger caps_hold after insert on review_step
  referencing new table as added for each statement execute function caps_hold();

create or replace function tally_review_subjects() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into review_tally (review_round_id, unit_id, group_id, valid_on, due)
  select a.review_round_id, a.unit_id, a.group_id, r.opens_on, count(*)
    from added a join review_round r using (review_round_id)
   group by 1, 2, 3, 4;
  return null;
end $$;
revoke all on function tally_review_subjects() from public;
create trigger tally_review_subjects after insert on review_subject
  referencing new table as added for each statement execute function tally_review_subjects();

-- The first step of its kind counts; of decisions the last, and the one before it no more.
create or replace function tally_review_steps() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into review_tally (review_round_id, unit_id, group_id, valid_on, self_reviewed, proposed, appraised)
  select s.review_round_id, s.unit_id, s.group_id, a.happened_on, count(*) filter (where a.state = 'self-reviewed'),
         count(*) filter (where a.state = 'proposed'), count(*) filter (where a.state = 'appraised')
    from added a join review_subject s using (review_subject_id)
   where a.state in ('self-reviewed', 'proposed', 'appraised')
     and not exists (select from review_step e where e.review_subject_id = a.review_subject_id and e.state = a.state and e.review_step_id < a.review_step_id)
   group by 1, 2, 3, 4;
  insert into review_tally (review_round_id, unit_id, group_id, rating_level_id, valid_on, rated)
  select s.review_round_id, s.unit_id, s.group_id, l.level, a.happened_on, sum(l.n)
    from added a
    join review_subject s using (review_subject_id)
   cross join lateral (values (a.rating_level_id, 1), (decided_level(a.review_subject_id, but => a.review_step_id), -1)) l (level, n)
   where a.state = 'decided' and l.level is not null
   group by 1, 2, 3, 4, 5
  having sum(l.n) <> 0;
  return null;
end $$;
revoke all on function tally_review_steps() from public;
create trigger tally_review_steps after insert on review_step
  referencing new table as added for each statement execute function tally_review_steps();
