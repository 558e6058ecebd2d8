-- people/: whoever has sent a roster is told who may be its second person.  (docs/decisions/0021, 0094)
--
-- Roles are seen by whom they belong to, and by administrators. So this one question is answered with the owner's rights: of one roster, to the one who sent it, and nothing but
-- a name, the role and where it is held. It first takes those whose roles are held above the unit, or at a unit merged into one of these; then it asks as every other place does.
create function list_roster_confirmers(of_import bigint) returns table (full_name text, role text, unit_id integer)
language plpgsql stable security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  before text := coalesce(current_setting('neu_guong.loading', true), '');
begin
  perform set_config('neu_guong.loading', 'yes', true);
  return query
  with recursive asked as materialized (
         select i.unit_id, i.uploaded_by from roster_import i where i.roster_import_id = of_import and i.uploaded_by = current_person_id()),
       above (unit_id) as (
         select a.unit_id from asked a
         union
         select n.unit_id
           from above b
          cross join lateral (
                select p.parent_id as unit_id from placement p
                 where p.unit_id = b.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and upper(p.recorded) = 'infinity'
                union all
                select s.predecessor_id from succession s where s.successor_id = b.unit_id and upper(s.recorded) = 'infinity') n
          where n.unit_id is not null),
       roles as materialized (
         select r.role from role_act r where r.noun = 'roster' and r.act = 'confirm'),
       candidate as materialized (
         select g.person_id from role_grant g
          where g.unit_id in (select unit_id from above) and g.role in (select role from roles) and g.valid @> today_in_vietnam() and upper(g.recorded) = 'infinity'
         union
         select d.receiver_id from delegation d
          where d.unit_id in (select unit_id from above) and d.role in (select role from roles) and d.valid @> today_in_vietnam() and upper(d.recorded) = 'infinity')
  select distinct v.full_name, h.role, h.unit_id
    from asked a
    join candidate c      on c.person_id <> a.uploaded_by and exists (select from account t where t.person_id = c.person_id and upper(t.recorded) = 'infinity')
   cross join lateral roles_held(c.person_id, today_in_vietnam(), recorded_now()) h
    join roles r          on r.role = h.role and (h.acts is null or 'roster.confirm' = any (h.acts))
    join person_version v on v.person_id = c.person_id and upper(v.recorded) = 'infinity'
   where a.unit_id in (select k.unit_id from reach_kept(h.unit_id, today_in_vietnam(), recorded_now()) k);
  perform set_config('neu_guong.loading', before, true);
end $$;
revoke execute on function list_roster_confirmers(bigint) from public;
grant execute on function list_roster_confirmers(bigint) to neu_guong_app;
