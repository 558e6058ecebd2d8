-- A photo is the newsroom's until an article that shows it is public (newsroom/): with nobody asking, no row of it is
-- seen.
grant select, insert on photo to neu_guong_app;
grant select on photo to neu_guong_auditor;
alter table photo enable row level security;
create policy the_auditor_reads on photo for select to neu_guong_auditor using (true);
create policy app_reads on photo for select to neu_guong_app using (
  unit_id in (select u.unit_id from units_where_may('article', 'read') u));
create policy app_adds on photo for insert to neu_guong_app with check (
  unit_id in (select u.unit_id from units_where_may('article', 'write') u));

grant select, insert on photo_version to neu_guong_app;
grant select on photo_version to neu_guong_auditor;
alter table photo_version enable row level security;
create policy the_auditor_reads on photo_version for select to neu_guong_auditor using (true);
create policy app_reads on photo_version for select to neu_guong_app using (
  photo_id in (select p.photo_id from photo p));
create policy app_adds on photo_version for insert to neu_guong_app with check (
  written_by = current_person_id()
  and photo_id in (select p.photo_id from photo p
                    where p.unit_id in (select u.unit_id from units_where_may('article', 'write') u))
  and (exemplar_id is null or has_consent(exemplar_id, 'photo')));

-- Files are read by whoever sees a version that has them.
grant select, insert on image to neu_guong_app;
grant select on image to neu_guong_auditor;
alter table image enable row level security;
create policy the_auditor_reads on image for select to neu_guong_auditor using (true);
create policy app_reads on image for select to neu_guong_app using (
  exists (select from photo_version v where v.digest = image.digest));
create policy app_adds on image for insert to neu_guong_app with check (
  exists (select from units_where_may('article', 'write')));

grant select, insert on image_file to neu_guong_app;
grant select on image_file to neu_guong_auditor;
alter table image_file enable row level security;
create policy the_auditor_reads on image_file for select to neu_guong_auditor using (true);
create policy app_reads on image_file for select to neu_guong_app using (
  exists (select from photo_version v where v.digest = image_file.digest));
create policy app_adds on image_file for insert to neu_guong_app with check (
  exists (select from units_where_may('article', 'write')));
