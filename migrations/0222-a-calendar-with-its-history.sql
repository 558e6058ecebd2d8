-- A day off may be taken back: the calendar keeps its history.
drop trigger marks_what_begins on holiday;
drop trigger marks_what_ends on holiday;
alter table holiday add column recorded tstzrange not null default tstzrange(recorded_now(), 'infinity');
update holiday set recorded = tstzrange(recorded_at, 'infinity');
alter table holiday drop constraint holiday_pkey, drop column recorded_at;
create unique index one_open_day_off on holiday (holiday) where upper(recorded) = 'infinity';
call keep_history('holiday');
call seal('holiday');
