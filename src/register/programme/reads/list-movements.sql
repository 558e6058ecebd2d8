-- The campaigns that were called for a whole register and have opened by a day, the latest year first: their programme,
-- theme and terms. One that was withdrawn is none.
select c.campaign_id, c.year, u.key as unit, v.name as unit_name, p.name_vi, p.name_en, h.title as theme,
       t.opens_on, t.due_on, t.closes_on, i.number as instrument
  from campaign c
  join programme p      on p.programme_id = c.programme_id and upper(p.recorded) = 'infinity'
  join campaign_terms t on t.campaign_id = c.campaign_id and t.recorded @> :recorded_as_of::timestamptz
                       and t.opens_on <= :valid_as_of::date
  join unit u           on u.unit_id = c.unit_id
  join unit_version v   on v.unit_id = c.unit_id
                       and v.valid @> last_day_alive(c.unit_id, :valid_as_of::date, :recorded_as_of)
                       and v.recorded @> :recorded_as_of::timestamptz
  left join theme h      on h.programme_id = c.programme_id and h.unit_id = c.unit_id and h.year = c.year
                        and h.recorded @> :recorded_as_of::timestamptz
  left join instrument i on i.instrument_id = t.instrument_id
 where c.recorded @> :recorded_as_of::timestamptz
   and not exists (select from placement b
                    where b.unit_id = c.unit_id and b.hierarchy = 'party' and b.parent_id is not null
                      and b.valid @> t.opens_on and b.recorded @> :recorded_as_of::timestamptz)
   and not exists (select from campaign_state s
                    where s.campaign_id = c.campaign_id and s.state = 'withdrawn' and s.valid @> :valid_as_of::date
                      and s.recorded @> :recorded_as_of::timestamptz)
 order by c.year desc, c.campaign_id desc
 limit 30
