-- What the offices of a party unit and of those below it keep, as far as who asks has charge of it: what waits for
-- verification first, the newest on top. First which ones are shown; all else is read of these alone, one by one. The
-- giver is named to whoever keeps it. `resembles`: another that may be the same gift told twice.
with kept as not materialized (
       select c.contribution_id, c.given_on, c.verified_on
         from contribution_state c
        where c.known_until = 'infinity'
          and c.kept_at = any (array(
                select b.unit_id
                  from unit root cross join lateral units_by_branch('party', root.unit_id, today_in_vietnam(),
                                                                    recorded_now()) b
                 where root.key = :unit))
          and (:thanked::boolean is false
               or (c.verified_on is not null
                   and exists (select from contribution_giver g
                                where g.contribution_id = c.contribution_id and is_open(g.recorded)
                                  and g.consented_on is not null)))),
     total as materialized (
       select count(*)::int as total from kept),
     shown as materialized (
       select k.contribution_id, w.verified_on, w.verified_by
         from (select * from kept order by verified_on is not null, given_on desc, contribution_id desc limit :most) k
         left join contribution_verification w on w.contribution_id = k.contribution_id and is_open(w.recorded)),
     verifier as materialized (
       select v.verified_by, name_of(v.verified_by) as name from (select distinct verified_by from shown) v)
select c.contribution_id, k.name_vi as kind_vi, k.name_en as kind_en, k.measure, c.quantity::float8 as quantity,
       c.is_estimate, c.work,
       pv.name as place_name, pv.unit_kind as place_kind, c.given_on::text as given_on, c.mobiliser, c.evidence,
       g.household as giver, c.kept_by, s.verified_on::text as verified_on, f.name as verifier,
       (select min(o.contribution_id)
          from contribution o
          left join contribution_giver og on og.contribution_id = o.contribution_id and is_open(og.recorded)
         where o.place_id = c.place_id and o.contribution_kind = c.contribution_kind and o.quantity = c.quantity
           and o.contribution_id <> c.contribution_id
           and o.given_on between c.given_on - :days_alike::integer and c.given_on + :days_alike::integer
           and is_open(o.recorded)
           and (og.household is null or og.print = g.print)) as resembles,
       t.total
  from shown s
 cross join total t
  left join verifier f on f.verified_by = s.verified_by
 cross join lateral (select c.* from contribution c where c.contribution_id = s.contribution_id and is_open(c.recorded)
                      limit 1) c
  join contribution_kind k on k.contribution_kind = c.contribution_kind
 cross join lateral (
       select v.name, v.unit_kind from unit_version v
        where v.unit_id = c.place_id and v.valid @> c.given_on and is_open(v.recorded) limit 1) pv
  left join lateral (
       select g.household, g.print from contribution_giver g
        where g.contribution_id = s.contribution_id and is_open(g.recorded) limit 1) g on true
 order by s.verified_on is not null, c.given_on desc, c.contribution_id desc
