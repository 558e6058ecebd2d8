-- Whether consent in a scope is in force: today in Vietnam, as the register knows it now. Publishing asks at the moment
-- of showing.
create or replace function has_consent(of_exemplar bigint, in_scope text) returns boolean
language sql stable parallel safe as $$
  select exists (
    select from consent c
     where c.exemplar_id = of_exemplar and c.scope = in_scope
       and c.valid @> (now() at time zone 'Asia/Ho_Chi_Minh')::date and is_open(c.recorded))
$$;

-- Whether who asks judges what a unit puts forward: in their own right, and never themselves. `from_elsewhere`: by a
-- role at another unit than the one that put it forward.
create or replace function may_judge_exemplar(of_unit integer, of_person bigint, nominated_by bigint, of_act text,
  from_elsewhere boolean)
returns boolean language sql stable as $$
  select current_person_id() is distinct from of_person and current_person_id() <> nominated_by and exists (
    select from roles_held(current_person_id(), today_in_vietnam(), recorded_now()) h
      join role_act a on a.role = h.role and a.noun = 'exemplar' and a.act = of_act
     where h.giver_id is null and not (from_elsewhere and h.unit_id = of_unit)
       and of_unit in (select r.unit_id from reach_of(h.unit_id, today_in_vietnam(), recorded_now()) r))
$$;

-- Whether who asks may take a case to a state: who put it forward, or who judges it.
create or replace function may_bring_nomination(of_nomination bigint, to_state text) returns boolean
language sql stable as $$
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
$$;

-- Whether who asks speaks for an exemplar about consent: the person themselves; or on paper, the office that keeps the
-- file, of everybody but themselves.
create or replace function may_speak_for(of_exemplar bigint, paper text) returns boolean language sql stable as $$
  select case when paper is null
              then exists (select from exemplar_profile p
                            where p.exemplar_id = of_exemplar and p.person_id = current_person_id()
                              and is_open(p.recorded))
              else exists (select from exemplar e
                             join exemplar_profile p on p.exemplar_id = e.exemplar_id and is_open(p.recorded)
                            where e.exemplar_id = of_exemplar and is_open(e.recorded)
                              and p.person_id is distinct from current_person_id()
                              and e.keeper_id in (select u.unit_id from units_where_may('exemplar', 'consent') u)) end
$$;

-- The last day of a notice: so many working days after it was opened, by the calendar as it is known now.
create or replace function notice_until(opened_on date, working_days integer) returns date language sql stable as $$
  select working_day_after(opened_on, working_days)
$$;

-- A notice that stands in public: today is one of its days, nobody has closed the case, and consent to it is in force.
create or replace function is_public_notice(of_notice notice) returns boolean language sql stable as $$
  select is_open(of_notice.recorded)
         and today_in_vietnam() between of_notice.opened_on and notice_until(of_notice.opened_on,
                                                                             of_notice.working_days)
     and has_consent(of_notice.exemplar_id, 'notice')
$$;

-- How many comments a notice has taken, whoever asks: what they say is the office's alone to read.
create or replace function comments_on(of_notice bigint) returns integer
language sql stable security definer set search_path = public, pg_temp as $$
  select count(*)::int from notice_comment c where c.notice_id = of_notice
$$;
revoke all on function comments_on(bigint) from public;
grant execute on function comments_on(bigint) to neu_guong_app;

-- The lists of recognitions that whoever asks takes to a state in this very transaction.
create or replace function award_lists_brought_to(to_state text) returns table (award_list_id bigint)
language sql stable as $$
  select s.award_list_id from award_list_step s
   where s.state = to_state and s.taken_by = current_person_id() and lower(s.recorded) = recorded_now()
$$;

-- The cases of such lists, and the exemplars that these are about.
create or replace function cases_brought_to(to_state text) returns table (nomination_id bigint, exemplar_id bigint)
language sql stable as $$
  select n.nomination_id, n.exemplar_id
    from award_lists_brought_to(to_state) b
    join award_list_case c on c.award_list_id = b.award_list_id
    join nomination n      on n.nomination_id = c.nomination_id
$$;
