-- What people gave is written down by the office of a party unit, and verified by another person.
alter table contribution add column kept_at integer references unit;
alter table contribution add column kept_by bigint references person;
alter table contribution add column mobiliser text;
alter table contribution add column evidence text;
alter table contribution add check ((kept_at is null) = (kept_by is null));
create index on contribution (kept_at) where kept_at is not null;
create index on contribution (kept_by) where kept_by is not null;
alter table contribution_verification add column verified_by bigint references person;
create index on contribution_verification (verified_by) where verified_by is not null;
alter table contribution_giver add column giver_kind text not null default 'household'
  check (giver_kind in ('household', 'person', 'collective'));
alter table contribution_giver add column consented_on date;
insert into contribution_kind values
  ('cement',     'tấn', 'xi măng',           'cement'),
  ('aggregate',  'm3',  'cát, đá, sỏi',      'sand and stone'),
  ('road',       'km',  'đường đã làm',      'road built'),
  ('hall',       'nhà', 'nhà văn hóa',       'community halls'),
  ('playground', 'sân', 'sân chơi, sân thể thao', 'playgrounds');
