-- What an edition is about may be a keyword too, which the newsroom names.
alter table edition_subject add column keyword text check (keyword ~ '^[a-z0-9]+(-[a-z0-9]+)*$');
alter table edition_subject drop constraint edition_subject_check;
alter table edition_subject add constraint edition_subject_check check (num_nonnulls(unit_id, instrument_id, keyword) = 1);
alter table edition_subject add unique (edition_id, keyword);
create index on edition_subject (keyword);
