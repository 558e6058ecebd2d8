-- The campaigns between which a page of a unit may switch, the latest year first: those that still receive on the day,
-- the last that was called, and the one that is asked for. Each with its due date there, its theme and what the levels
-- added. A campaign that was withdrawn has no terms, and is none of them.
with reaching as materialized (
       select w.unit_id, c.campaign_id, c.programme_id, c.unit_id as root_id, c.year, t.opens_on, t.closes_on,
              t.deeds_least, t.deeds_most,
              row_number() over (order by c.year desc, c.campaign_id desc) as place
         from unit w
         join campaign c       on is_under(w.unit_id, 'party', c.unit_id, :day, recorded_now())
         join campaign_terms t on t.campaign_id = c.campaign_id and upper(t.recorded) = 'infinity'
                              and t.opens_on <= :day::date
        where w.key = :unit)
select r.campaign_id, r.year, r.opens_on, due_for(r.campaign_id, r.unit_id, :day) as due_on, r.closes_on,
       r.closes_on >= :day::date as receives,
       r.deeds_least, r.deeds_most, h.title as theme,
       (select string_agg(f.focus, ' · ' order by k.rank)
          from campaign_focus f
          join unit_version v on v.unit_id = f.unit_id and v.valid @> last_day_alive(f.unit_id, :day, recorded_now())
                             and upper(v.recorded) = 'infinity'
          join unit_kind k    on k.unit_kind = v.unit_kind
         where f.campaign_id = r.campaign_id and upper(f.recorded) = 'infinity'
           and is_under(r.unit_id, 'party', f.unit_id, :day, recorded_now())) as focus
  from reaching r
  left join theme h on h.programme_id = r.programme_id and h.unit_id = r.root_id and h.year = r.year
                   and upper(h.recorded) = 'infinity'
 where r.place = 1 or r.closes_on >= :day::date or r.campaign_id = :asked::int
 order by r.place
