-- access/: a form that was sent when its session had ended is kept, sealed, for whom it belongs to: whichever way they sign in again, it is there. For twelve hours.
create table kept_form (
  kept_form_id  bigint      generated always as identity primary key,
  person_id     bigint      not null references person,
  token_digest  text        not null unique check (token_digest ~ '^[0-9a-f]{64}$'),
  sealed        text        not null,
  kept_at       timestamptz not null
);
create index on kept_form (person_id);
revoke all on kept_form from neu_guong_app, neu_guong_auditor;
grant select, insert, delete on kept_form to neu_guong_app;
call guard_persons('kept_form');
drop policy the_auditor_reads on kept_form;
create policy one_adds_ones_own on kept_form for insert to neu_guong_app with check (person_id = current_person_id());
create policy one_drops_ones_own on kept_form for delete to neu_guong_app using (person_id = current_person_id());
-- Whoever clears away must see what goes: nobody asks then, and it is sealed.
create policy old_ones_are_seen on kept_form for select to neu_guong_app using (current_person_id() is null and kept_at < now() - interval '1 day');
create policy old_ones_go on kept_form for delete to neu_guong_app using (current_person_id() is null and kept_at < now() - interval '1 day');

-- A device whose counter goes back may have been copied: its owner is told, and the row stays.
create table passkey_warning (
  passkey_warning_id  bigint      generated always as identity primary key,
  person_id           bigint      not null references person,
  credential_id       text        not null,
  known_counter       bigint      not null,
  shown_counter       bigint      not null check (shown_counter <= known_counter),
  happened_at         timestamptz not null
);
create index on passkey_warning (person_id);
revoke all on passkey_warning from neu_guong_app, neu_guong_auditor;
grant select, insert on passkey_warning to neu_guong_app;
call guard_persons('passkey_warning');
drop policy the_auditor_reads on passkey_warning;
create policy one_is_told on passkey_warning for insert to neu_guong_app with check (person_id = current_person_id());
