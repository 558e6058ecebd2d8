-- The superior office at the top of the party's tree decides how long content is kept: of a unit that has none above it
-- and others below. A union, or a unit that stands alone, decides nothing for the register.
create or replace function may_set_retention() returns boolean language sql stable as $$
  select exists (
    select from units_where_may('campaign', 'issue') u
      join unit_version v on v.unit_id = u.unit_id and v.valid @> today_in_vietnam() and is_open(v.recorded)
     where exists (select from placement p
                    where p.parent_id = u.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and is_open(p.recorded))
       and not exists (select from placement p
                        where p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and is_open(p.recorded)))
$$;
