grant select on field to neu_guong_app, neu_guong_auditor;

grant select on exemplar to neu_guong_app, neu_guong_auditor;

grant select on consent to neu_guong_app, neu_guong_auditor;

grant select on exemplar_profile to neu_guong_app, neu_guong_auditor;
call guard_persons('exemplar_profile');
create policy app_reads on exemplar_profile for select to neu_guong_app using (
     person_id = current_person_id()
     -- Everybody, with consent.
  or (is_open(recorded) and has_consent(exemplar_id, 'name')));

grant select on exemplar_story to neu_guong_app, neu_guong_auditor;
call guard_persons('exemplar_story');
create policy app_reads on exemplar_story for select to neu_guong_app using (
  is_open(recorded) and has_consent(exemplar_id, 'story'));

grant select on recognition to neu_guong_app, neu_guong_auditor;
