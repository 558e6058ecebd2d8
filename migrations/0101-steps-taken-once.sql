-- access/: a challenge for a passkey and a journey to a sign-on elsewhere are answered once, whoever kept a copy of the cookie that carried them.
create table taken_step (
  digest    text        primary key check (digest ~ '^[0-9a-f]{64}$'),
  taken_at  timestamptz not null
);
revoke all on taken_step from neu_guong_app, neu_guong_auditor;
grant select, insert, delete on taken_step to neu_guong_app;
call guard_persons('taken_step');
drop policy the_auditor_reads on taken_step;
create policy the_door_looks on taken_step for select to neu_guong_app using (true);
create policy the_door_notes on taken_step for insert to neu_guong_app with check (true);
create policy old_ones_go on taken_step for delete to neu_guong_app using (taken_at < now() - interval '1 day');

-- The name of the site for which a device made a passkey: it opens at no other. Null: made before this was noted.
alter table passkey add column rp_id text;
