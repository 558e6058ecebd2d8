-- The campaign of a year (or, without a year, the last one whose due date has passed) of a unit of the party, as the register knew it.
select c.campaign_id, c.year, c.opens_on, c.due_on, c.closes_on, c.deeds_least, c.deeds_most, u.key as unit
  from campaign c
  join unit u using (unit_id)
 where c.recorded @> :recorded_as_of::timestamptz
   and c.opens_on <= :valid_as_of::date
   and (c.year = :year::int or (:year::int is null and c.due_on <= :valid_as_of::date))
   and is_under((select unit_id from unit where key = :unit), 'party', c.unit_id, least(c.closes_on, :valid_as_of::date), :recorded_as_of)
 order by c.year desc
 limit 1
