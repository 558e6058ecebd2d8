-- Whether whoever asks administers the whole register: where nothing stands above the unit.
create or replace function administers_all() returns boolean language sql stable as $$
  select exists (
    select from units_where_may('account', 'grant') u
      join unit_version v on v.unit_id = u.unit_id and v.valid @> today_in_vietnam() and is_open(v.recorded)
     where not exists (select from placement p
                        where p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> today_in_vietnam() and is_open(p.recorded)))
$$;
