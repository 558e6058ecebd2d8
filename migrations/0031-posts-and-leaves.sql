-- people/ by form: why a membership ended, and who appoints to posts.

create table membership_end (
  membership_id  bigint    primary key references membership,  -- the row that says until when
  person_id      bigint    not null references person,
  reason         text      not null check (reason in ('moved-away', 'retired', 'asked-to-leave', 'excluded', 'died')),
  recorded       tstzrange not null default tstzrange(transaction_timestamp(), 'infinity')
);
create index on membership_end (person_id);
call keep_history('membership_end');
call guard_persons('membership_end');
create policy seen_with_its_membership on membership_end for select to neu_guong_app using (
  exists (select from membership m where m.membership_id = membership_end.membership_id));
create policy keepers_add on membership_end for insert to neu_guong_app with check (
  exists (select from membership m where m.membership_id = membership_end.membership_id and m.person_id = membership_end.person_id
                                     and m.unit_id in (select u.unit_id from units_where_may('person', 'keep') u)));

-- A post brings a role. Offices and administrators appoint; nobody themselves.
insert into role_act (noun, act, role)
select 'post', 'appoint', unnest('{unit-office,superior-office,administrator}'::text[]);
drop policy keepers_add on tenure;
drop policy keepers_close on tenure;
create policy appointers_add on tenure for insert to neu_guong_app with check (
  exists (select from post p where p.post_id = tenure.post_id and p.unit_id in (select u.unit_id from units_where_may('post', 'appoint') u)));
create policy appointers_close on tenure for update to neu_guong_app using (
  exists (select from post p where p.post_id = tenure.post_id and p.unit_id in (select u.unit_id from units_where_may('post', 'appoint') u)));
