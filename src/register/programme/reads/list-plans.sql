-- The directives in force with what says more of them, and the plans by which each level down to a unit carries them
-- out, from above.
select g.key as programme, g.name_vi, g.name_en, d.instrument_id as directive_id, d.number as directive, d.issuer,
       d.title as directive_title, g.started_on,
       (select coalesce(jsonb_agg(jsonb_build_object('instrument_id', i.instrument_id, 'instrument', i.number,
                                                     'issuer', i.issuer, 'title', i.title,
                                                     'signed_on', i.signed_on) order by i.signed_on, i.instrument_id),
                        '[]')
          from programme_conclusion c
          join instrument i on i.instrument_id = c.instrument_id
         where c.programme_id = g.programme_id and c.valid @> :day::date and upper(c.recorded) = 'infinity')
       as conclusions,
       (select coalesce(jsonb_agg(jsonb_build_object('unit_name', v.name, 'instrument_id', i.instrument_id,
                                                     'instrument', i.number, 'title', i.title,
                                                     'signed_on', i.signed_on) order by k.rank), '[]')
          from programme_plan p
          join unit_version v on v.unit_id = p.unit_id and v.valid @> last_day_alive(p.unit_id, :day, recorded_now())
                             and upper(v.recorded) = 'infinity'
          join unit_kind k    on k.unit_kind = v.unit_kind
          join instrument i   on i.instrument_id = p.instrument_id
         where p.programme_id = g.programme_id and p.valid @> :day::date and upper(p.recorded) = 'infinity'
           and is_under(w.unit_id, 'party', p.unit_id, :day, recorded_now())) as plans
  from unit w
  join programme g  on g.started_on <= :day::date and upper(g.recorded) = 'infinity'
  join instrument d on d.instrument_id = g.instrument_id
 where w.key = :unit
 order by g.started_on, g.key
