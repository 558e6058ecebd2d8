-- Which roles may do which act, here and in policies.ts alike.
insert into role_act (noun, act, in_person, role)
select noun, act, in_person, unnest(roles)
  from (values
    ('account', 'confirm', true, '{administrator,superior-office}'::text[]),
    ('account', 'end-session', false, '{administrator}'::text[]),
    ('account', 'grant', false, '{administrator}'::text[]),
    ('account', 'invite', false, '{administrator}'::text[]),
    ('account', 'read', false, '{administrator}'::text[])) as line (noun, act, in_person, roles);

grant select, insert on account to neu_guong_app;
grant select on account to neu_guong_auditor;
call guard_persons('account');
create policy app_reads on account for select to neu_guong_app using (
     person_id = current_person_id()
     -- At the door, before anybody is signed in: the row that was presented.
  or sign_in_name = presented()
     -- They invite, they end sessions, they grant; they never set a means of signing in, and never for themselves.
  or may_to_person(person_id, 'account', 'read'));
create policy app_adds on account for insert to neu_guong_app with check (
  created_by = current_person_id() and not is_demo and may_restore(current_person_id(), 'invite', person_id));

grant select on demo_mark to neu_guong_app, neu_guong_auditor;

grant select, insert, update (recorded) on totp to neu_guong_app;
call guard_persons('totp', auditor_reads => false);
create policy app_reads on totp for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on totp for insert to neu_guong_app with check (person_id = current_person_id());
create policy app_changes on totp for update to neu_guong_app using (person_id = current_person_id());

grant select, insert on totp_use to neu_guong_app;
call guard_persons('totp_use', auditor_reads => false);
create policy app_reads on totp_use for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on totp_use for insert to neu_guong_app with check (person_id = current_person_id());

grant select, insert, update (recorded) on recovery_code to neu_guong_app;
call guard_persons('recovery_code', auditor_reads => false);
create policy app_reads on recovery_code for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on recovery_code for insert to neu_guong_app with check (person_id = current_person_id());
create policy app_changes on recovery_code for update to neu_guong_app using (person_id = current_person_id());

grant select, insert, update (recorded) on passkey to neu_guong_app;
call guard_persons('passkey', auditor_reads => false);
create policy app_reads on passkey for select to neu_guong_app using (
     person_id = current_person_id()
     -- At the door, before anybody is signed in: the row that was presented.
  or credential_id = presented());
create policy app_adds on passkey for insert to neu_guong_app with check (person_id = current_person_id());
create policy app_changes on passkey for update to neu_guong_app using (person_id = current_person_id());

grant select, insert, update (recorded) on external_identity to neu_guong_app;
call guard_persons('external_identity', auditor_reads => false);
create policy app_reads on external_identity for select to neu_guong_app using (
     person_id = current_person_id()
     -- At the door, before anybody is signed in: the row that was presented.
  or issuer || ' ' || subject = presented());
create policy app_adds on external_identity for insert to neu_guong_app with check (person_id = current_person_id());
create policy app_changes on external_identity for update to neu_guong_app using (person_id = current_person_id());

grant select, insert, update (used_at, withdrawn_at, asked_at) on invitation to neu_guong_app;
call guard_persons('invitation', auditor_reads => false);
create policy app_reads on invitation for select to neu_guong_app using (
     person_id = current_person_id()
     -- At the door, before anybody is signed in: the row that was presented.
  or code_digest = presented()
     -- The person who was told.
  or exists (select from account_notice n
              where n.invitation_id = invitation.invitation_id and n.person_id = current_person_id())
     -- Whoever printed it.
  or made_by = current_person_id()
     -- An administrator reads.
  or may_to_person(person_id, 'account', 'read')
     -- A second person reads.
  or (asked_at is not null and (used_at is null or grounds = 'first')
      and may_confirm(current_person_id(), made_by, person_id)));
create policy app_adds on invitation for insert to neu_guong_app with check (
  made_by = current_person_id() and may_restore(current_person_id(), 'invite', person_id)
  and grounds = case when needs_second(person_id) then 'again' else 'first' end
  and (grounds = 'again') = (asked_at is not null));
create policy app_changes on invitation for update to neu_guong_app using (
     -- The invited person uses it.
     person_id = current_person_id()
     -- Those who may invite or confirm withdraw it.
  or (made_by = current_person_id() or may_restore(current_person_id(), 'invite', person_id)
      or may_restore(current_person_id(), 'confirm', person_id)))
  with check (
     -- The invited person uses it.
     person_id = current_person_id()
     -- Those who may invite or confirm withdraw it.
  or used_at is null);

grant select, insert, update (wanted, left_out, done_at) on invitation_batch to neu_guong_app;
grant select on invitation_batch to neu_guong_auditor;
call guard_persons('invitation_batch');
create policy app_reads on invitation_batch for select to neu_guong_app using (
     made_by = current_person_id()
     -- Whoever may invite there, or be the second person.
  or (unit_id in (select u.unit_id from units_where_may('account', 'invite') u)) is true
  or (unit_id in (select u.unit_id from units_where_may('account', 'confirm') u)) is true);
create policy app_adds on invitation_batch for insert to neu_guong_app with check (
  made_by = current_person_id()
  and (unit_id in (select u.unit_id from units_where_may('account', 'invite') u)) is true);
create policy app_changes on invitation_batch for update to neu_guong_app
  using (made_by = current_person_id() and done_at is null)
  with check (made_by = current_person_id());

grant select, insert, delete on invitation_printing to neu_guong_app;
call guard_persons('invitation_printing', auditor_reads => false);
create policy app_reads on invitation_printing for select to neu_guong_app using (
     -- Whoever made it, for a day: from then on its codes are on paper alone.
     (made_by = current_person_id() and begun_at > now() - interval '1 day')
     -- Whoever clears away must see what goes: nobody asks then.
  or (current_person_id() is null and begun_at < now() - interval '1 day'));
create policy app_adds on invitation_printing for insert to neu_guong_app with check (
  made_by = current_person_id()
  and exists (select from invitation_batch b
               where b.invitation_batch_id = invitation_printing.invitation_batch_id
                 and b.made_by = current_person_id()));
create policy app_removes on invitation_printing for delete to neu_guong_app using (
     -- Their own.
     made_by = current_person_id()
     -- Old ones go by themselves.
  or (current_person_id() is null and begun_at < now() - interval '1 day'));

grant select, insert on invitation_mail to neu_guong_app;
grant select on invitation_mail to neu_guong_auditor;
call guard_persons('invitation_mail');
create policy app_reads on invitation_mail for select to neu_guong_app using (
  -- Seen with its invitation.
  exists (select from invitation i where i.invitation_id = invitation_mail.invitation_id));
create policy app_adds on invitation_mail for insert to neu_guong_app with check (
  exists (select from invitation i
           where i.invitation_id = invitation_mail.invitation_id and i.made_by = current_person_id()
             and i.invitation_batch_id is not null));

grant select, insert, update (recorded) on password to neu_guong_app;
call guard_persons('password', auditor_reads => false);
create policy app_reads on password for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on password for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from invitation i
               where i.invitation_id = password.invitation_id and i.person_id = current_person_id()
                 and i.used_at is not null));
create policy app_changes on password for update to neu_guong_app using (person_id = current_person_id());

grant select, insert, update (seen_at, ended_at, ended_by) on session to neu_guong_app;
call guard_persons('session', auditor_reads => false);
create policy app_reads on session for select to neu_guong_app using (
     person_id = current_person_id()
     -- At the door, before anybody is signed in: the row that was presented.
  or token_digest = presented()
     -- An administrator reads.
  or may_to_person(person_id, 'account', 'read'));
create policy app_adds on session for insert to neu_guong_app with check (person_id = current_person_id());
create policy app_changes on session for update to neu_guong_app using (
     -- Their own.
     person_id = current_person_id()
     -- An administrator ends.
  or may_restore(current_person_id(), 'end-session', person_id))
  with check (
     -- Their own.
     person_id = current_person_id()
     -- An administrator ends.
  or (ended_at is not null and ended_by = current_person_id()));

grant select, insert, update (recorded) on contact to neu_guong_app;
call guard_persons('contact', auditor_reads => false);
create policy app_reads on contact for select to neu_guong_app using (
     person_id = current_person_id()
     -- Those who may remind the person write to it.
  or exists (select from obligation o where o.person_id = contact.person_id
     and (o.unit_id in (select u.unit_id from units_where_may('obligation', 'remind') u)) is true)
     -- Those who may invite the person, until the account is open.
  or (exists (select from membership m
               where m.person_id = contact.person_id and m.valid @> today_in_vietnam() and is_open(m.recorded)
     and (m.unit_id in (select u.unit_id from units_where_may('account', 'invite') u)) is true)
     and not is_opened(person_id)));
create policy app_adds on contact for insert to neu_guong_app with check (
     -- Their own.
     person_id = current_person_id()
     -- Those who may invite the person, until the account is open.
  or (may_restore(current_person_id(), 'invite', person_id) and not is_opened(person_id)));
create policy app_changes on contact for update to neu_guong_app using (
     -- Their own.
     person_id = current_person_id()
     -- Those who may invite the person, until the account is open.
  or (may_restore(current_person_id(), 'invite', person_id) and not is_opened(person_id)));

grant select, insert on invitation_confirmation to neu_guong_app;
grant select on invitation_confirmation to neu_guong_auditor;
call guard_persons('invitation_confirmation');
create policy app_reads on invitation_confirmation for select to neu_guong_app using (
     person_id = current_person_id()
     -- Seen with its invitation.
  or exists (select from invitation i where i.invitation_id = invitation_confirmation.invitation_id));
create policy app_adds on invitation_confirmation for insert to neu_guong_app with check (
  confirmed_by = current_person_id()
  and exists (select from invitation i
               where i.invitation_id = invitation_confirmation.invitation_id and i.asked_at is not null
                 and i.withdrawn_at is null
                 and (i.used_at is null or i.grounds = 'first')
                 and may_confirm(current_person_id(), i.made_by, i.person_id)));

grant select, update (seen_at) on account_notice to neu_guong_app;
grant select on account_notice to neu_guong_auditor;
call guard_persons('account_notice');
create policy app_reads on account_notice for select to neu_guong_app using (person_id = current_person_id());
create policy app_changes on account_notice for update to neu_guong_app using (
  person_id = current_person_id() and seen_at is null)
  with check (
  person_id = current_person_id());

grant select, insert on account_notice_mail to neu_guong_app;
grant select on account_notice_mail to neu_guong_auditor;
call guard_persons('account_notice_mail');
create policy app_reads on account_notice_mail for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on account_notice_mail for insert to neu_guong_app with check (
  person_id = current_person_id()
  and exists (select from account_notice n
               where n.account_notice_id = account_notice_mail.account_notice_id
                 and n.person_id = current_person_id()));

grant select, insert, delete, update (state) on sign_in_attempt to neu_guong_app;
call guard_persons('sign_in_attempt', auditor_reads => false);
create policy app_reads on sign_in_attempt for select to neu_guong_app using (true);
create policy app_adds on sign_in_attempt for insert to neu_guong_app with check (true);
create policy app_changes on sign_in_attempt for update to neu_guong_app using (
  state = 'wrong')
  with check (
  state = 'right');
create policy app_removes on sign_in_attempt for delete to neu_guong_app using (happened_at < now() - interval '1 day');

grant select, insert, delete on taken_step to neu_guong_app;
call guard_persons('taken_step', auditor_reads => false);
create policy app_reads on taken_step for select to neu_guong_app using (true);
create policy app_adds on taken_step for insert to neu_guong_app with check (true);
create policy app_removes on taken_step for delete to neu_guong_app using (taken_at < now() - interval '1 day');

grant select, insert, delete on kept_form to neu_guong_app;
call guard_persons('kept_form', auditor_reads => false);
create policy app_reads on kept_form for select to neu_guong_app using (
     person_id = current_person_id()
     -- Whoever clears away must see what goes: nobody asks then, and it is sealed.
  or (current_person_id() is null and kept_at < now() - interval '1 day'));
create policy app_adds on kept_form for insert to neu_guong_app with check (person_id = current_person_id());
create policy app_removes on kept_form for delete to neu_guong_app using (
     -- Their own.
     person_id = current_person_id()
     -- Old ones go by themselves.
  or (current_person_id() is null and kept_at < now() - interval '1 day'));

grant select, insert on passkey_warning to neu_guong_app;
call guard_persons('passkey_warning', auditor_reads => false);
create policy app_reads on passkey_warning for select to neu_guong_app using (person_id = current_person_id());
create policy app_adds on passkey_warning for insert to neu_guong_app with check (person_id = current_person_id());

grant select on sealing_key_mark to neu_guong_app, neu_guong_auditor;
