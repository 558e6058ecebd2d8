-- The campaign that runs in a unit: of those that cover it and have opened by the day, the one of the latest year; with its due date there and its theme.
select c.campaign_id, c.year, t.opens_on, due_for(c.campaign_id, w.unit_id, :day) as due_on, t.closes_on, t.deeds_least, t.deeds_most, h.title as theme
  from unit w
  join campaign c       on is_under(w.unit_id, 'party', c.unit_id, :day, now())
  join campaign_terms t on t.campaign_id = c.campaign_id and upper(t.recorded) = 'infinity' and t.opens_on <= :day::date
  left join theme h     on h.programme_id = c.programme_id and h.unit_id = c.unit_id and h.year = c.year and upper(h.recorded) = 'infinity'
 where w.key = :unit
 order by c.year desc
 limit 1
