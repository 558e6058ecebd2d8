-- The units that an office at a unit reaches on a day, the ended ones included for which they answer.
select r.unit_id
  from reach_of(:unit_id::integer, :day::date, recorded_now()) r
