-- Whether whoever asks administers the whole register: where nothing stands above the unit.
create or replace function administers_all() returns boolean language sql stable as $$
  select exists (
    select from units_where_may('account', 'grant') u where is_top_of_party(u.unit_id))
$$;
