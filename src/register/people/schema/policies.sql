-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('person', 'keep', false, '{superior-office,unit-office}'::text[]),
    ('person', 'read', false, '{administrator,leader,secretary,superior-office,unit-office}'::text[]),
    ('post', 'appoint', false, '{administrator,superior-office,unit-office}'::text[]))
       as line (noun, act, in_person, roles);

grant select, insert on person to neu_guong_app;
grant select on person to neu_guong_auditor;
grant usage on sequence person_person_id_seq to neu_guong_app;
call guard_persons('person');
create policy app_reads on person for select to neu_guong_app using (
     person_id = current_person_id()
  or (exists (select from membership m
               where m.person_id = person.person_id and m.valid @> today_in_vietnam() and is_open(m.recorded)
                 and (m.unit_id in (select u.unit_id from units_where_may('person', 'read') u)) is true)
      or exists (select from obligation o where o.person_id = person.person_id))
     -- A person made in this transaction is no member yet: their maker sees them.
  or (since = recorded_now() and exists (select from units_where_may('person', 'keep'))));
create policy app_adds on person for insert to neu_guong_app with check (
  since = recorded_now() and exists (select from units_where_may('person', 'keep')));

grant select, insert, update (recorded) on person_version to neu_guong_app;
grant select on person_version to neu_guong_auditor;
grant usage on sequence person_version_person_version_id_seq to neu_guong_app;
call guard_persons('person_version');
create policy app_reads on person_version for select to neu_guong_app using (
     person_id = current_person_id()
  or (exists (select from membership m
               where m.person_id = person_version.person_id and m.valid @> today_in_vietnam() and is_open(m.recorded)
                 and (m.unit_id in (select u.unit_id from units_where_may('person', 'read') u)) is true)
      or exists (select from obligation o where o.person_id = person_version.person_id))
     -- Whose plan one may read, one knows by name.
  or exists (select from plan_duty d where d.person_id = person_version.person_id)
     -- One knows by name who has read one's file, and with whom one shares a role.
  or (exists (select from person_reading r
               where r.person_id = current_person_id() and person_version.person_id in (r.reader_id, r.on_behalf_of))
      or exists (select from delegation d
                  where current_person_id() in (d.giver_id, d.receiver_id)
                    and person_version.person_id in (d.giver_id, d.receiver_id)))
     -- A person made in this transaction is no member yet: their maker sees them.
  or exists (select from person p where p.person_id = person_version.person_id and p.since = recorded_now())
     -- Former members, as their keeper last knew them. Asked last, and of nobody who keeps nothing.
  or (exists (select from units_where_may('person', 'keep'))
      and exists (select from membership m
                   where m.person_id = person_version.person_id and upper(m.valid) <= today_in_vietnam()
                     and is_open(m.recorded)
                     and ((m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true))
      and is_open(recorded) and lower(recorded) <= last_kept(person_id)));
create policy app_adds on person_version for insert to neu_guong_app with check (
  exists (select from membership m
           where m.person_id = person_version.person_id and m.valid @> today_in_vietnam() and is_open(m.recorded)
             and (m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true)
  or exists (select from person p where p.person_id = person_version.person_id and p.since = recorded_now()));
create policy app_changes on person_version for update to neu_guong_app using (
  exists (select from membership m
  where m.person_id = person_version.person_id and m.valid @> today_in_vietnam() and is_open(m.recorded)
    and (m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true));

grant select, insert, update (recorded) on membership to neu_guong_app;
grant select on membership to neu_guong_auditor;
grant usage on sequence membership_membership_id_seq to neu_guong_app;
call guard_persons('membership');
create policy the_owner_keeps_counts on membership to current_user using (is_keeping_counts());
create policy app_reads on membership for select to neu_guong_app using (
     person_id = current_person_id()
     -- What is read in bulk has its condition here, so that a scope is found once a query; a function would find it for
     -- each row.
  or unit_id in (select u.unit_id from units_where_may('person', 'read') u));
create policy app_adds on membership for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('person', 'keep') u));
create policy app_changes on membership for update to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('person', 'keep') u));

grant select, insert on post to neu_guong_app;
grant select on post to neu_guong_auditor;
alter table post enable row level security;
create policy the_auditor_reads on post for select to neu_guong_auditor using (true);
create policy app_reads on post for select to neu_guong_app using (true);

create policy app_adds on post for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('post', 'appoint') u));

grant select, insert, update (recorded) on tenure to neu_guong_app;
grant select on tenure to neu_guong_auditor;
grant usage on sequence tenure_tenure_id_seq to neu_guong_app;
call guard_persons('tenure');
create policy the_owner_keeps_counts on tenure to current_user using (is_keeping_counts());
create policy app_reads on tenure for select to neu_guong_app using (
     person_id = current_person_id()
  or exists (select from post p
              where p.post_id = tenure.post_id
                and (p.unit_id in (select u.unit_id from units_where_may('person', 'read') u)) is true)
     -- The keeper of somebody's file sees every post they hold, also one of a unit above: when they leave, the office
     -- says which posts it cannot end.
  or (exists (select from membership m
      where m.person_id = tenure.person_id and m.valid @> today_in_vietnam() and is_open(m.recorded)
        and ((m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true)))
     -- Who was lent a role sees by what right its giver has it.
  or exists (select from delegation d where d.giver_id = tenure.person_id and d.receiver_id = current_person_id()));
create policy app_adds on tenure for insert to neu_guong_app with check (
  exists (select from post p
           where p.post_id = tenure.post_id
             and p.unit_id in (select u.unit_id from units_where_may('post', 'appoint') u))
  and (upper(valid) < 'infinity'
       or person_id <> current_person_id() and exists (select from membership m where m.person_id = tenure.person_id)));
create policy app_changes on tenure for update to neu_guong_app using (
  exists (select from post p
           where p.post_id = tenure.post_id
             and (p.unit_id in (select u.unit_id from units_where_may('post', 'appoint') u)) is true));

grant select, insert, update (recorded) on party_card to neu_guong_app;
grant select on party_card to neu_guong_auditor;
grant usage on sequence party_card_party_card_id_seq to neu_guong_app;
call guard_persons('party_card');
create policy app_reads on party_card for select to neu_guong_app using (
     person_id = current_person_id()
     -- Cards belong to whoever may know the person.
  or exists (select from membership m
     where m.person_id = party_card.person_id and m.valid @> today_in_vietnam() and is_open(m.recorded)
       and (m.unit_id in (select u.unit_id from units_where_may('person', 'read') u)) is true)
     -- A person made in this transaction is no member yet: their maker sees them.
  or exists (select from person p where p.person_id = party_card.person_id and p.since = recorded_now())
     -- The cards of former members, for the keeper of their last file.
  or (exists (select from units_where_may('person', 'keep'))
      and exists (select from membership m
                   where m.person_id = party_card.person_id and upper(m.valid) <= today_in_vietnam()
                     and is_open(m.recorded)
                     and ((m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true))
      and is_open(recorded) and lower(recorded) <= last_kept(person_id)));
create policy app_adds on party_card for insert to neu_guong_app with check (
  exists (select from membership m
           where m.person_id = party_card.person_id and m.valid @> today_in_vietnam() and is_open(m.recorded)
             and (m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true)
  or exists (select from person p where p.person_id = party_card.person_id and p.since = recorded_now()));
create policy app_changes on party_card for update to neu_guong_app using (
  exists (select from membership m
  where m.person_id = party_card.person_id and m.valid @> today_in_vietnam() and is_open(m.recorded)
    and (m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true));

grant select, insert on membership_end to neu_guong_app;
grant select on membership_end to neu_guong_auditor;
call guard_persons('membership_end');
create policy app_reads on membership_end for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its membership.
  or exists (select from membership m where m.membership_id = membership_end.membership_id));
create policy app_adds on membership_end for insert to neu_guong_app with check (
  exists (select from membership m
           where m.membership_id = membership_end.membership_id and m.person_id = membership_end.person_id
  and (m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)) is true));
