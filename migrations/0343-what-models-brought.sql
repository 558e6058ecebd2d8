-- Units report what a model brought in a year, and another person verifies it.
alter table adoption_report
  add column said_by bigint references person,
  add column year integer check (year between 2000 and 2100),
  add column income numeric check (income >= 0),
  add column households integer check (households >= 0),
  add column jobs integer check (jobs >= 0),
  add constraint what_it_brought_is_of_a_year check ((year is null) = (coalesce(income, households, jobs) is null));
create index on adoption_report (said_by) where said_by is not null;

create table adoption_report_verification (
  adoption_report_id  bigint    primary key references adoption_report,
  verified_on         date      not null,
  verified_by         bigint    not null references person,
  recorded            tstzrange not null default tstzrange(recorded_now(), 'infinity')
);
create index on adoption_report_verification (verified_by);
call keep_history('adoption_report_verification');
call seal('adoption_report_verification');
