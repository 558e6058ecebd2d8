-- access/: what opens an account is closed and given anew, and nothing of it changes; a session is seen again or ended. An account has no verb that changes it, nor has a code that was used.  (docs/decisions/0087)
-- Of an invitation the trigger says what goes forward, and the rest of it stands.
do $$
declare
  of_table text;
begin
  foreach of_table in array '{password,totp,recovery_code,passkey,external_identity,contact,role_grant,delegation}'::text[] loop
    execute format('revoke update on %I from neu_guong_app', of_table);
    execute format('grant update (recorded) on %I to neu_guong_app', of_table);
  end loop;
end $$;

revoke update on account, totp_use, session from neu_guong_app;
grant update (seen_at, ended_at, ended_by) on session to neu_guong_app;
drop policy one_changes_ones_own on totp_use;
