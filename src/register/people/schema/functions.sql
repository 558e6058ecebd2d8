create or replace function birth_year_of(day date, year integer) returns integer language sql immutable parallel safe
  return coalesce(year, extract(year from day)::integer);

-- Whether two records are the same person: how much speaks for it, in hundredths, and why; no score where nothing does.
-- The one rule of enrolment and of rosters. Names come folded; `a` is who is told of, `b` who the register knows.
-- `place`: where the register has `b`, seen from the unit of `a`: a member of it (`here`), a member of another unit of
-- the same list (`listed`), or nobody of that list now, whose last unit it was (`last-here`) or was not (`beside`).
--
-- A card is given to one person, so with the name it decides; another card speaks against the same name. A name alone
-- is often two people's: the birth and the unit tell them apart. Whom a list should hold is expected in it; among
-- those who left, the same little is a guess. From 80 a record is taken for the person, where no other comes as near.
create or replace function likeness(name_a text, birth_a date, year_a integer, card_a text,
                                    name_b text, birth_b date, year_b integer, card_b text, place text)
returns table (score integer, why text) language sql immutable parallel safe as $$
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
$$;

-- Whoever has left a cell is known by name to whoever keeps it, as they were known there last, whether or not a
-- campaign ever knew them: who comes back is found. Cards in the same way.

-- When who is asking, or another keeper of the same cells, last wrote down where somebody belongs there. What was known
-- of them until then is known; what another office has written since is its own.
-- A row that was closed counts to its closing: an import that took somebody back and was taken back itself wrote once
-- more what was known of them before.
create or replace function last_kept(of_person bigint) returns timestamptz language sql stable as $$
  select max(case when is_open(m.recorded) then lower(m.recorded) else upper(m.recorded) end)
    from membership m
   where m.person_id = of_person and m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)
$$;

-- What somebody is called, for whoever is told of what they did.
create or replace function name_of(of_person bigint) returns text language plpgsql stable as $$
declare
  asking text := coalesce(current_setting('neu_guong.person_id', true), '');
  name   text;
begin
  perform set_config('neu_guong.person_id', of_person::text, true);
  select v.full_name into name from person_version v where v.person_id = of_person and is_open(v.recorded);
  perform set_config('neu_guong.person_id', asking, true);
  return name;
end $$;

-- Who heads the unit somebody belongs to; where that is themselves, or whoever printed the paper, or nobody, the head
-- of the next unit above.
create or replace function head_over(of_person bigint, maker bigint) returns bigint language sql stable as $$
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
$$;
