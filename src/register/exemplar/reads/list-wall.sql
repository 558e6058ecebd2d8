-- Who lets themselves be named, with the latest award that stands on the day: of a year, a field, a level and a place,
-- where these are asked. Consent is asked at this moment, for each item apart; the place counts only where it may be
-- told. First who they are, then a page of them: all else is read of these alone, one by one, for names and stories
-- are guarded by their consent. «is true» makes PostgreSQL look each award up in a hash of these numbers. Without it,
-- it joins them, takes them for one row, and looks for the awards one by one.
with named as materialized (
       select c.exemplar_id from consent c
        where c.scope = 'name' and c.valid @> today_in_vietnam() and is_open(c.recorded)),
     asked as materialized (
       select e.exemplar_id
         from exemplar e
        where is_open(e.recorded)
          and (:field::text is null or e.field = :field::text)
          and (:place::text is null
               or (e.unit_id = (select u.unit_id from unit u where u.key = :place::text)
                   and e.exemplar_id in (
                         select c.exemplar_id from consent c
                          where c.scope = 'place' and c.valid @> today_in_vietnam() and is_open(c.recorded))))),
     found as materialized (
       select distinct on (r.exemplar_id) r.exemplar_id, r.recognition_id, r.level, r.form, r.achievement,
              r.decided_on, r.instrument_id
         from recognition r
        where (r.exemplar_id in (select n.exemplar_id from named n)) is true
          and (r.exemplar_id in (select a.exemplar_id from asked a)) is true
          and is_open(r.recorded) and r.decided_on <= :day::date and (r.revoked_on is null or r.revoked_on > :day::date)
          and (:year::int is null or r.decided_on between make_date(:year::int, 1, 1) and make_date(:year::int, 12, 31))
          and (:level::text is null or r.level = :level::text)
        order by r.exemplar_id, r.decided_on desc, r.recognition_id desc),
     shown as materialized (
       select * from found order by decided_on desc, exemplar_id limit :most offset :after)
select s.exemplar_id, e.kind, e.field, f.name_vi as field_vi, f.name_en as field_en, p.name, t.story_vi, t.story_en,
       v.name as place_name, v.unit_kind as place_kind, s.level, s.form, s.achievement, s.decided_on, i.number,
       (select count(*)::int from found) as total
  from shown s
  join exemplar e              on e.exemplar_id = s.exemplar_id
  join field f                 on f.field = e.field
  join instrument i            on i.instrument_id = s.instrument_id
  join lateral (
       select p.name from exemplar_profile p where p.exemplar_id = s.exemplar_id and is_open(p.recorded) limit 1) p
       on true
  left join lateral (
       select t.story_vi, t.story_en from exemplar_story t
        where t.exemplar_id = s.exemplar_id and is_open(t.recorded) and has_consent(s.exemplar_id, 'story') limit 1) t
       on true
  left join lateral (
       select v.name, v.unit_kind from unit_version v
        where v.unit_id = e.unit_id and v.valid @> s.decided_on and is_open(v.recorded)
          and has_consent(s.exemplar_id, 'place') limit 1) v on true
 order by s.decided_on desc, s.exemplar_id
