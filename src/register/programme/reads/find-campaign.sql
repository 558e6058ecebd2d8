-- The campaign of a year (or, without a year, the last one whose due date has passed) of a unit of the party, as the
-- register knew it.
select c.campaign_id, c.year, t.opens_on, t.due_on, t.closes_on, t.deeds_least, t.deeds_most, u.key as unit
  from campaign c
  join campaign_terms t on t.campaign_id = c.campaign_id and t.recorded @> :recorded_as_of::timestamptz
  join unit u           on u.unit_id = c.unit_id
 where c.recorded @> :recorded_as_of::timestamptz
   and t.opens_on <= :valid_as_of::date
   and (c.year = :year::int or (:year::int is null and t.due_on <= :valid_as_of::date))
   and is_under((select unit_id from unit where key = :unit), 'party', c.unit_id,
                least(t.closes_on, :valid_as_of::date), :recorded_as_of)
 order by c.year desc
 limit 1
