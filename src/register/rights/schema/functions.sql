-- The superior office at the top of the party's tree decides how long content is kept.
create or replace function may_set_retention() returns boolean language sql stable as $$
  select exists (
    select from units_where_may('campaign', 'issue') u where is_top_of_party(u.unit_id))
$$;
