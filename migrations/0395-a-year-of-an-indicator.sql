-- A year of an indicator in a whole province, and the last month of which there is a value.
create index on indicator_value (indicator_id, month);
