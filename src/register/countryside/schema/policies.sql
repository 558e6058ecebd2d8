grant select on standing_level to neu_guong_app, neu_guong_auditor;

grant select on criteria_set to neu_guong_app, neu_guong_auditor;

grant select on assessment to neu_guong_app, neu_guong_auditor;

grant select on standing_decision to neu_guong_app, neu_guong_auditor;

grant select on standing_step to neu_guong_app, neu_guong_auditor;

grant select on contribution_kind to neu_guong_app, neu_guong_auditor;

grant select on contribution to neu_guong_app, neu_guong_auditor;

grant select on contribution_verification to neu_guong_app, neu_guong_auditor;

grant select on contribution_giver to neu_guong_app, neu_guong_auditor;
call guard_persons('contribution_giver');
create policy app_reads on contribution_giver for select to neu_guong_app using (person_id = current_person_id());
