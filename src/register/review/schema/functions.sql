-- On which day somebody was first rated for a year; null where they were not. What they had promised for that year ends
-- with it. With the owner's rights: whoever reads a plan need not see the review, and learns a day alone.
create or replace function year_rated_on(of_person bigint, of_year integer) returns date
language sql stable security definer set search_path = public, pg_temp as $$
  select min(s.happened_on)
    from review_subject r
    join review_round o on o.review_round_id = r.review_round_id and o.kind = 'year'
                       and extract(year from lower(o.period)) = of_year
    join review_step s  on s.review_subject_id = r.review_subject_id and s.state = 'decided'
   where r.person_id = of_person
$$;
revoke all on function year_rated_on(bigint, integer) from public;
grant execute on function year_rated_on(bigint, integer) to neu_guong_app;

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
     where m.review_meeting_id = of_meeting
       and m.unit_id in (select u.unit_id from units_where_may('review', of_act) u))
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
    raise exception 'more votes than people present' using errcode = 'check_violation',
      constraint = 'votes_are_of_those_present';
  end if;
  return new;
end $$;
create trigger votes_are_of_those_present before insert on review_step
  for each row when (new.state = 'proposed') execute function votes_are_of_those_present();

create or replace function is_quorate(quorum text, members integer, present integer) returns boolean
language sql immutable parallel safe as $$
  select case quorum when 'two-thirds' then present * 3 >= members * 2 else present * 2 > members end
$$;

create or replace function a_meeting_is_quorate() returns trigger language plpgsql as $$
begin
  if not (select is_quorate(s.quorum, new.members, new.present)
            from review_round r join rating_scheme s using (rating_scheme_id)
           where r.review_round_id = new.review_round_id) then
    raise exception '% of % are no quorum', new.present, new.members using errcode = 'check_violation',
      constraint = 'a_meeting_is_quorate';
  end if;
  return new;
end $$;
create trigger a_meeting_is_quorate before insert on review_meeting for each row
  execute function a_meeting_is_quorate();

-- The scheme is in force on the day on which the round opens.
create or replace function the_scheme_is_in_force() returns trigger language plpgsql as $$
begin
  if not exists (select from rating_scheme s
                  where s.rating_scheme_id = new.rating_scheme_id and s.valid @> new.opens_on
                    and is_open(s.recorded)) then
    raise exception 'the scheme of the round is not in force on %', new.opens_on using errcode = 'check_violation',
      constraint = 'the_scheme_is_in_force';
  end if;
  return new;
end $$;
create trigger the_scheme_is_in_force before insert on review_round for each row
  execute function the_scheme_is_in_force();

-- How many of a group may have the highest level, by those who are rated: the share of the base, rounded as the scheme
-- says. Without a cap: all.
create or replace function most_at_top(share numeric, base text, rounding text, at_top bigint, at_good bigint,
  rated bigint)
returns integer language sql immutable parallel safe as $$
  select case when share is null then rated
              else case rounding when 'up' then ceil(n) when 'nearest' then round(n) else floor(n) end end::integer
    from (select share * case base when 'of-good' then at_good when 'of-good-or-better' then at_good + at_top
                              else rated end as n) x
$$;

-- The last decision of each of some subjects. What is asked for one round is asked by its index.
create or replace function decided_level(of_subject bigint, but bigint default 0) returns integer
language sql stable as $$
  select s.rating_level_id
    from review_step s
   where s.review_subject_id = of_subject and s.state = 'decided' and s.review_step_id <> but and is_open(s.recorded)
   order by s.review_step_id desc
   limit 1
$$;

-- The levels of a scheme in their order: the highest is 1.
create or replace function level_ranks(of_scheme integer) returns table (rating_level_id integer, place bigint)
language sql stable as $$
  select l.rating_level_id, row_number() over (order by l.least_points desc) from rating_level l
   where l.rating_scheme_id = of_scheme and is_open(l.recorded)
$$;

-- One at a time decides in a group, so that two offices at the same second do not both take its last place.
create or replace function lock_review_group(of_round integer, of_group integer) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('review-group ' || of_round || ' ' || of_group, 0))
$$;

-- No group has more at the highest level than its cap allows, whoever decides.
create or replace function caps_hold() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function caps_hold() from public;
create trigger caps_hold after insert on review_step
  referencing new table as added for each statement execute function caps_hold();

-- Decisions about people of a round stand beside one another; while a unit is rated, no one else decides in it.
create or replace function lock_unit_ratings(of_round integer, is_rating boolean) returns void language plpgsql as $$
begin
  if is_rating then perform pg_advisory_xact_lock(hashtextextended('review-units ' || of_round, 0));
  else perform pg_advisory_xact_lock_shared(hashtextextended('review-units ' || of_round, 0));
  end if;
end $$;

-- Which unit each of some people heads on the day on which a round opens, among those that it reviews, with its level
-- so far; of several the one that binds: not rated yet, then the lowest. The top of the tree has nobody above to rate
-- it. Asked of many at once, so that whoever asks has their scope found once; and the posts of these people first.
create or replace function headed_results(of_round integer, of_persons bigint[])
returns table (person_id bigint, unit_name text, rating_level_id integer, points integer, least_points integer)
language sql stable as $$
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
$$;

-- Whether who is asking decides about a unit: from above it, and not about the unit that they head.
create or replace function may_rate_unit(of_unit integer) returns boolean language sql stable as $$
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
$$;

-- Where the scheme says so, a head is not rated above the unit that they head, nor before it is: whoever decides.
create or replace function heads_stay_within() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function heads_stay_within() from public;
create trigger heads_stay_within after insert on review_step
  referencing new table as added for each statement execute function heads_stay_within();

-- Nor is a unit rated below its head, once that is decided: the head's own rating would stand above it.
create or replace function units_stay_above() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function units_stay_above() from public;
create trigger units_stay_above before insert on unit_rating for each row execute function units_stay_above();

create or replace function tally_review_subjects() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
create or replace function tally_review_steps() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_review_steps() from public;
create trigger tally_review_steps after insert on review_step
  referencing new table as added for each statement execute function tally_review_steps();
