-- The campaign that runs in a unit: of those that cover it and have opened by the day, the one of the latest year; with its due date there, its theme and what the levels added.
select c.campaign_id, c.year, t.opens_on, due_for(c.campaign_id, w.unit_id, :day) as due_on, t.closes_on, t.deeds_least, t.deeds_most, h.title as theme,
       (select string_agg(f.focus, ' · ' order by k.rank)
          from campaign_focus f
          join unit_version v on v.unit_id = f.unit_id and v.valid @> last_day_alive(f.unit_id, :day, now()) and upper(v.recorded) = 'infinity'
          join unit_kind k    on k.unit_kind = v.unit_kind
         where f.campaign_id = c.campaign_id and upper(f.recorded) = 'infinity' and is_under(w.unit_id, 'party', f.unit_id, :day, now())) as focus
  from unit w
  join campaign c       on is_under(w.unit_id, 'party', c.unit_id, :day, now())
  join campaign_terms t on t.campaign_id = c.campaign_id and upper(t.recorded) = 'infinity' and t.opens_on <= :day::date
  left join theme h     on h.programme_id = c.programme_id and h.unit_id = c.unit_id and h.year = c.year and upper(h.recorded) = 'infinity'
 where w.key = :unit
 order by c.year desc
 limit 1
