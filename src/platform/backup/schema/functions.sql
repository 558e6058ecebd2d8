-- Whether whoever asks administers the whole register: where nothing stands above the unit.
create or replace function administers_all() returns boolean language sql stable as $$
  select exists (
    select from top_of_party() t join units_where_may('account', 'grant') u using (unit_id))
$$;
