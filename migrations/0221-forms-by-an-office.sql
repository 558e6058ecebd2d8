-- Versions of the form are written by an office, by an instrument, and vouched for.
alter table campaign_form add column instrument_id bigint references instrument, add column recorded_at timestamptz not null default recorded_now();
alter table commitment_part add column recorded_at timestamptz not null default recorded_now();
alter table commitment_section add column recorded_at timestamptz not null default recorded_now();
call seal('campaign_form', 'recorded_at');
call seal('commitment_part', 'recorded_at');
call seal('commitment_section', 'recorded_at');
