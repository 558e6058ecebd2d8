-- The calendar and the name of the register are set by an instrument, as every rule is.
alter table holiday add column instrument_id bigint references instrument;
alter table register_profile add column instrument_id bigint references instrument;
