-- An office of a unit above the one that the plan belongs to; not the office of that unit itself, which its leader
-- leads.
create or replace function may_judge_plan(of_post bigint, of_person bigint, of_year integer) returns boolean
language sql stable as $$
  select exists (
    select from plan_duty d
    join roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h
         on h.unit_id <> d.led_unit_id and h.giver_id is distinct from d.person_id
    join role_act a on a.role = h.role and a.noun = 'plan' and a.act = 'approve'
   where d.post_id = of_post and d.person_id = of_person and d.year = of_year and is_open(d.recorded)
     and d.person_id <> current_person_id() and (h.acts is null or 'plan.approve' = any (h.acts))
     and d.led_unit_id in (select r.unit_id from reach_of(h.unit_id, today_in_vietnam(), recorded_now()) r))
$$;

-- What stood approved, word for word, until an amendment took its place: whoever takes the amendment back brings this
-- row again and no other. An approval has no undo (plan.ts): nothing but an amendment closes an approved row. Were it
-- given one, the two would have to be told apart here.
create or replace function stood_approved(told action_plan) returns boolean language sql stable as $$
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
$$;

-- A plan stands somewhere on every day since it was first handed in: no row of it goes unless another says what stood
-- instead.
create or replace function a_plan_has_no_gap() returns trigger language plpgsql as $$
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
end $$;
create constraint trigger a_plan_has_no_gap after update on action_plan
  deferrable initially deferred for each row execute function a_plan_has_no_gap();

-- Nobody endorses or returns the plan of somebody who leads them: whose office stands in a unit that the subject heads.
-- (The policies cannot see it: such a unit may lie above what the judge may read.)
create or replace function nobody_judges_their_leader() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function nobody_judges_their_leader() from public;
create trigger nobody_judges_their_leader before insert on action_plan
  for each row when (new.state in ('returned', 'approved') and new.actor_id is not null
                     and upper(new.valid) = 'infinity' and not stood_approved(new))
  execute function nobody_judges_their_leader();

-- With the rating of its author's year an approved plan is concluded: nothing amends it.
create or replace function a_concluded_plan_stays() returns trigger language plpgsql as $$
begin
  if year_rated_on(new.person_id, new.year) is not null and exists (
       select from action_plan a
        where a.post_id = new.post_id and a.person_id = new.person_id and a.year = new.year and a.state = 'approved'
          and a.version < new.version) then
    raise exception 'the plan of person % for % is concluded', new.person_id, new.year
      using errcode = 'check_violation', constraint = 'a_concluded_plan_stays';
  end if;
  return new;
end $$;
create trigger a_concluded_plan_stays before insert on action_plan
  for each row when (new.state in ('submitted', 'approved') and upper(new.valid) = 'infinity')
  execute function a_concluded_plan_stays();

-- The duties that should stand: of each tenure of a leadership post that reaches into a year that is not over, where a
-- campaign of that year covers the holder's cell.
create or replace function duties_wanted(of_campaign integer, of_person bigint)
returns table (post_id bigint, person_id bigint, year integer, campaign_id integer, unit_id integer,
  led_unit_id integer, due_from date)
language sql stable as $$
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
$$;

create or replace function duties_follow_campaign() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into plan_duty (post_id, person_id, year, campaign_id, unit_id, led_unit_id, due_from)
  select w.post_id, w.person_id, w.year, w.campaign_id, w.unit_id, w.led_unit_id, w.due_from
    from duties_wanted(new.campaign_id, null) w
      on conflict do nothing;
  return null;
end $$;
revoke all on function duties_follow_campaign() from public;
create trigger duties_follow_campaign after insert on campaign_terms for each row
  execute function duties_follow_campaign();

-- At the end of the transaction: a tenure is changed by closing its row and adding another.
create or replace function duties_follow_tenure() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function duties_follow_tenure() from public;
create constraint trigger duties_follow_tenure after insert or update on tenure
  deferrable initially deferred for each row execute function duties_follow_tenure();

create or replace function is_planned(of_post bigint, of_person bigint, of_year integer) returns boolean
language sql stable as $$
  select exists (select from action_plan a
                  where a.post_id = of_post and a.person_id = of_person and a.year = of_year and a.state = 'approved'
                    and upper(a.valid) = 'infinity' and is_open(a.recorded))
$$;

-- On which days an approved plan stands.
create or replace function planned_days(of_post bigint, of_person bigint, of_year integer) returns datemultirange
language sql stable as $$
  select coalesce(range_agg(a.valid), '{}')
    from action_plan a
   where a.post_id = of_post and a.person_id = of_person and a.year = of_year and a.state = 'approved'
     and is_open(a.recorded)
$$;

-- On which days a plan was counted as owed by duties that were closed since: until the day on which each was closed.
create or replace function days_owed_before(of_post bigint, of_person bigint, of_year integer) returns datemultirange
language sql stable as $$
  select coalesce(range_agg(daterange(d.due_from, greatest(d.due_from, day_in_vietnam(upper(d.recorded))))), '{}')
    from plan_duty d
   where d.post_id = of_post and d.person_id = of_person and d.year = of_year and not is_open(d.recorded)
$$;

-- What days with a tenure, and of them those with an approved plan, add to a tally: one where they begin, one less
-- where they end.
create or replace function turns_of(owed datemultirange, planned datemultirange)
returns table (valid_on date, tenures integer, planned integer)
language sql immutable as $$
  select t.day, sum(t.owed)::int, sum(t.planned)::int
    from (select lower(r) as day, 1 as owed, 0 as planned from unnest(turns_of.owed) r
          union all select upper(r), -1, 0 from unnest(turns_of.owed) r
          union all select lower(r), 0, 1 from unnest(turns_of.planned) r
          union all select upper(r), 0, -1 from unnest(turns_of.planned) r) t
   where t.day < 'infinity'
   group by t.day
$$;

-- Who owes it again, because what had ended it was taken back, is counted on no day twice.
create or replace function tally_duties() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_duties() from public;
create trigger tally_duties after insert on plan_duty
  referencing new table as added for each statement execute function tally_duties();

create or replace function tally_closed_duties() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_closed_duties() from public;
create trigger tally_closed_duties after update on plan_duty
  referencing new table as closed for each statement execute function tally_closed_duties();

-- A plan that becomes approved counts, where it is owed; one that stops being it does no more. One that stands again
-- counts from the day on which an amendment had taken its place.
create or replace function tally_plans() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_plans() from public;
create trigger tally_plans after insert on action_plan
  referencing new table as added for each statement execute function tally_plans();

-- Whether the last mark of a version finds both parts good.
create or replace function passes(of_post bigint, of_person bigint, of_year integer, of_version integer,
  but bigint default 0)
returns boolean language sql stable as $$
  select coalesce((select m.is_exemplary and m.is_of_the_post
                     from plan_mark m
                    where m.post_id = of_post and m.person_id = of_person and m.year = of_year
                      and m.version = of_version and m.plan_mark_id <> but and is_open(m.recorded)
                    order by m.plan_mark_id desc limit 1), false)
$$;

-- On which days an approved plan stands that passes.
create or replace function passed_days(of_post bigint, of_person bigint, of_year integer) returns datemultirange
language sql stable as $$
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
$$;

-- Nobody marks the plan of somebody who leads them, either.
create trigger nobody_judges_their_leader before insert on plan_mark
  for each row when (new.actor_id is not null) execute function nobody_judges_their_leader();

-- A mark counts where the plan that it is of stands approved and is owed.
create or replace function tally_marks() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_marks() from public;
create trigger tally_marks after insert on plan_mark
  referencing new table as added for each statement execute function tally_marks();

-- It sees all rows, whoever withdraws: what was handed in may be hidden from them by a move into another unit.
create or replace function withdrawal_takes_nothing_back() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from obligation o join commitment c using (obligation_id) where o.campaign_id = new.campaign_id)
     or exists (select from plan_duty d
                  join action_plan a using (post_id, person_id, year)
                 where d.campaign_id = new.campaign_id and is_open(d.recorded)) then
    raise exception 'something was handed in for campaign %', new.campaign_id using errcode = 'check_violation',
      constraint = 'withdrawal_takes_nothing_back';
  end if;
  return new;
end $$;
revoke all on function withdrawal_takes_nothing_back() from public;
create trigger withdrawal_takes_nothing_back before insert on campaign_state
  for each row when (new.state = 'withdrawn') execute function withdrawal_takes_nothing_back();

-- The plans that leaders owed by it are owed no more, unless another campaign of the year asks for them.
create or replace function duties_end_with_campaign() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function duties_end_with_campaign() from public;
create constraint trigger duties_end_with_campaign after update on campaign_terms
  deferrable initially deferred for each row execute function duties_end_with_campaign();
