-- The rule for mergers whose instrument says nothing is set in the browser, by an instrument of its own.
alter table carry_rule
  add column set_by_instrument_id bigint references instrument,
  add constraint only_a_standing_rule_is_set check (set_by_instrument_id is null or instrument_id is null);
