-- Who lets themselves be named, with the latest award that stands on the day: of a year, a field, a level and a place,
-- where these are asked. Consent is asked at this moment, for each item apart; the place counts only where it may be
-- told. First who they are, then a page of them: names and stories are read of these alone, one by one, for each is
-- guarded by its consent.
with named as materialized (
       select c.exemplar_id from consent c
        where c.scope = 'name' and c.valid @> today_in_vietnam() and is_open(c.recorded)),
     placed as materialized (
       select c.exemplar_id from consent c
        where c.scope = 'place' and c.valid @> today_in_vietnam() and is_open(c.recorded)),
     awarded as materialized (
       select distinct on (r.exemplar_id) r.exemplar_id, r.recognition_id, r.level, r.form, r.achievement, r.decided_on, r.instrument_id
         from recognition r
        where r.exemplar_id in (select n.exemplar_id from named n)
          and is_open(r.recorded) and r.decided_on <= :day::date and (r.revoked_on is null or r.revoked_on > :day::date)
          and (:year::int is null or r.decided_on between make_date(:year::int, 1, 1) and make_date(:year::int, 12, 31))
          and (:level::text is null or r.level = :level::text)
        order by r.exemplar_id, r.decided_on desc, r.recognition_id desc),
     found as materialized (
       select a.*, e.kind, e.field, case when a.exemplar_id in (select p.exemplar_id from placed p) then e.unit_id end as place_id
         from awarded a
         join exemplar e on e.exemplar_id = a.exemplar_id and is_open(e.recorded)
        where (:field::text is null or e.field = :field::text)
          and (:place::text is null or (a.exemplar_id in (select p.exemplar_id from placed p)
                                        and e.unit_id = (select u.unit_id from unit u where u.key = :place::text)))),
     shown as materialized (
       select * from found order by decided_on desc, exemplar_id limit :most offset :after)
select s.exemplar_id, s.kind, s.field, f.name_vi as field_vi, f.name_en as field_en, p.name, t.story_vi, t.story_en,
       v.name as place_name, v.unit_kind as place_kind, s.level, s.form, s.achievement, s.decided_on, i.number,
       (select count(*)::int from found) as total
  from shown s
  join field f                 on f.field = s.field
  join instrument i            on i.instrument_id = s.instrument_id
  join lateral (
       select p.name from exemplar_profile p where p.exemplar_id = s.exemplar_id and is_open(p.recorded) limit 1) p on true
  left join lateral (
       select t.story_vi, t.story_en from exemplar_story t
        where t.exemplar_id = s.exemplar_id and is_open(t.recorded) and has_consent(s.exemplar_id, 'story') limit 1) t on true
  left join unit_version v     on v.unit_id = s.place_id and v.valid @> s.decided_on and is_open(v.recorded)
 order by s.decided_on desc, s.exemplar_id
