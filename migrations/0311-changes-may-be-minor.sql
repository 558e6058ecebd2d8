alter table draft drop constraint draft_follows_check;
alter table draft add constraint draft_follows_check check (follows in ('update', 'correction', 'minor'));
alter table edition drop constraint edition_follows_check;
alter table edition add constraint edition_follows_check check (follows in ('update', 'correction', 'minor'));
