-- What somebody holds on a day as the register knows it now: by the head post of a party unit, by grant, or lent to
-- them.
select h.role, h.unit_id, h.giver_id, h.acts
  from roles_held(:person_id::bigint, :day::date, recorded_now()) h
 order by h.role, h.unit_id, h.giver_id nulls first
