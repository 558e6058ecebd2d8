-- The cell that a person is in on a day, or was in last: where their file belongs. None outside the scope of who asks.
select m.unit_id
  from membership m
 where m.person_id = :person_id and lower(m.valid) <= :day::date and upper(m.recorded) = 'infinity'
 order by lower(m.valid) desc
 limit 1
