-- Where a limitation stands, by its last step; null where nothing was done about it yet.
create or replace function state_of_limitation(of_limitation bigint) returns text language sql stable as $$
  select s.state from limitation_step s where s.limitation_id = of_limitation and is_open(s.recorded)
   order by s.limitation_step_id desc limit 1
$$;

-- What somebody's reviews of the years before found wanting, and nobody has seen repaired: what the form of a year asks
-- for, the oldest first.
create or replace function open_limitations(of_person bigint, before_year integer)
returns table (limitation_id bigint, what text) language sql stable as $$
  select l.limitation_id, l.what
    from obligation o
    join campaign c   on c.campaign_id = o.campaign_id and c.year < before_year
    join limitation l on l.obligation_id = o.obligation_id and is_open(l.recorded)
   where o.person_id = of_person and state_of_limitation(l.limitation_id) is distinct from 'verified'
   order by c.year, l.limitation_id
$$;

-- Whether who is asking may take a step with somebody else's limitation: never with their own, nor with one of which
-- they are the owner.
create or replace function may_follow_limitation(of_limitation bigint, of_act text) returns boolean
language sql stable as $$
  select exists (
    select from limitation l
      join obligation o using (obligation_id)
     where l.limitation_id = of_limitation and o.person_id <> current_person_id()
       and o.unit_id in (select u.unit_id from units_where_may('limitation', of_act) u))
$$;

-- Nobody says of their own that it is repaired and has it believed: whoever verifies is neither the person nor the
-- owner.
create or replace function nobody_verifies_their_own() returns trigger language plpgsql as $$
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
end $$;
create trigger nobody_verifies_their_own before insert on limitation_step
  for each row when (new.state in ('verified', 'returned')) execute function nobody_verifies_their_own();

create or replace function tally_limitations() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into limitation_tally (unit_id, valid_on, recorded_at, raised)
  select o.unit_id, a.raised_on, least(lower(a.recorded), recorded_now()), count(*) from added a
    join obligation o using (obligation_id) group by 1, 2, 3;
  return null;
end $$;
revoke all on function tally_limitations() from public;
create trigger tally_limitations after insert on limitation
  referencing new table as added for each statement execute function tally_limitations();

-- One that was carried over twice is counted apart until it is repaired.
create or replace function tally_limitation_steps() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function tally_limitation_steps() from public;
create trigger tally_limitation_steps after insert on limitation_step
  referencing new table as added for each statement execute function tally_limitation_steps();
