grant select, insert on instrument to neu_guong_app;
grant select on instrument to neu_guong_auditor;
alter table instrument enable row level security;
create policy the_auditor_reads on instrument for select to neu_guong_auditor using (true);
create policy app_reads on instrument for select to neu_guong_app using (true);
-- An instrument belongs to no unit: whoever may do what cites one may record it, and nobody changes it.
create policy app_adds on instrument for insert to neu_guong_app with check (may_record_instrument());

-- Its files are for whoever is signed in, and for everybody where it has a day of publication; whoever may record one
-- attaches them, and takes off what was attached by mistake.
grant select, insert, update (recorded) on instrument_file to neu_guong_app;
grant select on instrument_file to neu_guong_auditor;
alter table instrument_file enable row level security;
create policy the_auditor_reads on instrument_file for select to neu_guong_auditor using (true);
create policy app_reads on instrument_file for select to neu_guong_app using (
  current_person_id() is not null
  or exists (select from instrument i
              where i.instrument_id = instrument_file.instrument_id and upper(i.recorded) = 'infinity'
                and i.published_on <= today_in_vietnam()));
create policy app_adds on instrument_file for insert to neu_guong_app with check (may_record_instrument());
create policy app_closes on instrument_file for update to neu_guong_app using (may_record_instrument());

grant select on hierarchy to neu_guong_app, neu_guong_auditor;

grant select on unit_kind to neu_guong_app, neu_guong_auditor;

grant select on unit to neu_guong_app, neu_guong_auditor;

grant select on unit_version to neu_guong_app, neu_guong_auditor;

grant select on placement to neu_guong_app, neu_guong_auditor;

grant select on succession_event to neu_guong_app, neu_guong_auditor;

grant select on succession to neu_guong_app, neu_guong_auditor;

grant select, insert, update (recorded) on carry_rule to neu_guong_app;
grant select on carry_rule to neu_guong_auditor;
alter table carry_rule enable row level security;
create policy the_auditor_reads on carry_rule for select to neu_guong_auditor using (true);
create policy app_reads on carry_rule for select to neu_guong_app using (true);
-- The standing rule alone: what a merger says comes with the merger.
create policy app_adds on carry_rule for insert to neu_guong_app
  with check (instrument_id is null and (select sets_rules()));
create policy app_changes on carry_rule for update to neu_guong_app
  using (instrument_id is null and (select sets_rules()));

grant select on carry_statement to neu_guong_app, neu_guong_auditor;

grant select on map_tile to neu_guong_app, neu_guong_auditor;

call guard_rule('holiday');

call guard_rule('register_profile');
