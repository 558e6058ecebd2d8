-- The places for which who is asking may send values: those where the units of their reach work. A unit that has ended
-- is among them, for its past months.
create or replace function places_of_sender() returns table (place_id integer) language sql stable as $$
  select distinct v.place_id
    from units_where_may('indicator', 'send') u
    join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded)
   where v.place_id is not null
$$;
