-- As before; moreover `back`, somebody who had left; `beyond`, somebody whom who asks may not see: it is never written.
-- A choice goes before a match: a line that seems to be somebody who left is
-- matched with them only until somebody says otherwise. `resembles`: of nobody here, but of somebody who left or is
-- elsewhere.
create or replace view roster_outcome with (security_invoker = true) as
select r.roster_import_id, r.row_number, r.full_name, r.unit_id, p.person_id, p.membership_id, p.person_version_id,
  p.party_card_id, p.unit_id as former_unit_id, p.whence,
       case when m.row_number is null and c.roster_choice_id is null and k.is_here then 'doubtful'
            when w.person_id is not null and p.person_id is null then 'beyond'
            when p.person_id is null then 'new'
            when p.whence = 'left' then 'back'
            when d.version_differs or d.card_differs or d.membership_differs then 'changed'
            else 'same' end as standing,
       k.is_beside and not k.is_here as resembles,
       coalesce(d.version_differs, true) as version_differs,
  coalesce(d.card_differs, r.card_number is not null) as card_differs,
       coalesce(d.membership_differs, true) as membership_differs,
       array_remove(array[
         case when r.full_name <> p.full_name then 'full_name' end,
         case when d.birth_differs then 'birth' end,
         case when r.gender <> p.gender or (r.gender is not null and p.gender is null) then 'gender' end,
         case when r.ethnicity <> p.ethnicity or (r.ethnicity is not null and p.ethnicity is null) then 'ethnicity' end,
         case when d.card_differs then 'card_number' end,
         case when r.unit_id <> p.unit_id then 'unit' end,
         case when r.kind <> p.kind then 'kind' end], null) as fields,
       case when coalesce(d.birth_differs, true) then r.birth_date else p.birth_date end as new_birth_date,
       case when coalesce(d.birth_differs, true) then r.birth_year else p.birth_year end as new_birth_year,
       coalesce(r.gender, p.gender) as new_gender, coalesce(r.ethnicity, p.ethnicity) as new_ethnicity,
       coalesce(r.kind, p.kind, 'party-member') as new_kind, r.card_number as new_card_number, r.birth_date,
  r.birth_year
  from roster_row r
  left join roster_match m  on m.roster_import_id = r.roster_import_id and m.row_number = r.row_number
  left join roster_choice c on c.roster_import_id = r.roster_import_id and c.row_number = r.row_number
  and is_open(c.recorded)
  left join (select k.roster_import_id, k.row_number, bool_or(q.whence = 'here') as is_here,
                    bool_or(q.whence <> 'here') as is_beside
               from roster_candidate k
               join roster_person q using (roster_import_id, person_id)
              group by 1, 2) k on k.roster_import_id = r.roster_import_id and k.row_number = r.row_number
  left join lateral (select case when c.roster_choice_id is null then m.person_id else c.person_id end
                            as person_id) w on true
  left join roster_person p on p.roster_import_id = r.roster_import_id and p.person_id = w.person_id
  left join lateral (
    select (r.birth_date is not null and r.birth_date is distinct from p.birth_date)
           or (r.birth_year is not null and r.birth_year is distinct from birth_year_of(p.birth_date, p.birth_year))
           as birth_differs) b on p.person_id is not null
  left join lateral (
    select b.birth_differs,
           b.birth_differs or r.full_name <> p.full_name
           or (r.gender is not null and r.gender is distinct from p.gender)
             or (r.ethnicity is not null and r.ethnicity is distinct from p.ethnicity) as version_differs,
           r.card_number is not null and r.card_number is distinct from p.card_number as card_differs,
           r.unit_id <> p.unit_id or (r.kind is not null and r.kind <> p.kind) as membership_differs) d on p.person_id
  is not null;

create or replace view roster_left with (security_invoker = true) as
select p.roster_import_id, p.person_id, p.full_name, p.birth_date, p.birth_year, p.unit_id, p.kind, p.membership_id
  from roster_person p
 where p.whence = 'here'
   and not exists (select from roster_match m
                    where m.roster_import_id = p.roster_import_id and m.person_id = p.person_id)
   and not exists (select from roster_choice c
                    where c.roster_import_id = p.roster_import_id and c.person_id = p.person_id and is_open(c.recorded))
   and not exists (select from roster_candidate k
                    where k.roster_import_id = p.roster_import_id and k.person_id = p.person_id
                      and not exists (select from roster_choice c
                                       where c.roster_import_id = k.roster_import_id and c.row_number = k.row_number
                                         and is_open(c.recorded)))
   and (p.kind <> 'cadre' or exists (select from roster_row r
                                      where r.roster_import_id = p.roster_import_id and r.kind = 'cadre'));

-- Whoever has sent a roster is told who may be its second person.  (docs/decisions/0021, 0094)
--
-- Roles are seen by whom they belong to, and by administrators. So this one question is answered with the owner's
-- rights: of one roster, to the one who sent it, and nothing but
-- a name, the role and where it is held. It first takes those whose roles are held above the unit, or at a unit merged
-- into one of these; then it asks as every other place does.
create or replace function list_roster_confirmers(of_import bigint)
returns table (full_name text, role text, unit_id integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
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
end $$;
revoke all on function list_roster_confirmers(bigint) from public;
grant execute on function list_roster_confirmers(bigint) to neu_guong_app;
