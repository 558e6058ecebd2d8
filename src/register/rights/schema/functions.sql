-- The superior office at the top of the party's tree decides how long content is kept.
create or replace function may_set_retention() returns boolean language sql stable as $$
  select exists (
    select from top_of_party() t join units_where_may('campaign', 'issue') u using (unit_id))
$$;
