-- The campaigns that reach a unit, the latest year first: their terms as they hold there, and what the levels have
-- added.
select c.campaign_id, c.year, c.unit_id as root_id, r.key as root, rv.name as root_name, t.opens_on,
       due_for(c.campaign_id, w.unit_id, :day) as due_on, t.closes_on, t.joins_until,
       t.deeds_least, t.deeds_most, t.form_version, h.title as theme, s.state, i.number as instrument,
       (select coalesce(jsonb_agg(jsonb_build_object('unit_name', v.name, 'due_on', x.due_on, 'instrument', xi.number)
                                  order by x.due_on, v.name), '[]')
          from campaign_extension x
          join unit_version v on v.unit_id = x.unit_id and v.valid @> last_day_alive(x.unit_id, :day, recorded_now())
                             and upper(v.recorded) = 'infinity'
          join instrument xi  on xi.instrument_id = x.instrument_id
         where x.campaign_id = c.campaign_id and upper(x.recorded) = 'infinity'
           and (is_under(w.unit_id, 'party', x.unit_id, :day, recorded_now())
                or is_under(x.unit_id, 'party', w.unit_id, :day, recorded_now()))) as extensions,
       (select coalesce(jsonb_agg(jsonb_build_object('unit_name', v.name, 'focus', f.focus) order by k.rank), '[]')
          from campaign_focus f
          join unit_version v on v.unit_id = f.unit_id and v.valid @> last_day_alive(f.unit_id, :day, recorded_now())
                             and upper(v.recorded) = 'infinity'
          join unit_kind k    on k.unit_kind = v.unit_kind
         where f.campaign_id = c.campaign_id and upper(f.recorded) = 'infinity'
           and is_under(w.unit_id, 'party', f.unit_id, :day, recorded_now())) as focuses
  from unit w
  join campaign c       on is_under(w.unit_id, 'party', c.unit_id, :day, recorded_now())
  join campaign_terms t on t.campaign_id = c.campaign_id and upper(t.recorded) = 'infinity'
  join unit r           on r.unit_id = c.unit_id
  join unit_version rv  on rv.unit_id = c.unit_id and rv.valid @> last_day_alive(c.unit_id, :day, recorded_now())
                       and upper(rv.recorded) = 'infinity'
  left join theme h          on h.programme_id = c.programme_id and h.unit_id = c.unit_id and h.year = c.year
                            and upper(h.recorded) = 'infinity'
  left join campaign_state s on s.campaign_id = c.campaign_id and s.valid @> :day::date
                            and upper(s.recorded) = 'infinity'
  left join instrument i     on i.instrument_id = t.instrument_id
 where w.key = :unit
 order by c.year desc, c.campaign_id
 limit 6
