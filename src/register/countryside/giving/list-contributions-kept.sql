-- What the offices of a party unit and of those below it keep, as far as who asks has charge of it: what waits for
-- verification first, the newest on top. The giver is named to whoever keeps it. `resembles`: another that may be the
-- same gift told twice.
select c.contribution_id, k.name_vi as kind_vi, k.name_en as kind_en, k.measure, c.quantity::float8 as quantity, c.is_estimate, c.work,
       pv.name as place_name, pv.unit_kind as place_kind, c.given_on::text as given_on, c.mobiliser, c.evidence,
       g.household as giver, c.kept_by, w.verified_on::text as verified_on, name_of(w.verified_by) as verifier,
       (select min(o.contribution_id)
          from contribution o
          left join contribution_giver og on og.contribution_id = o.contribution_id and is_open(og.recorded)
         where o.place_id = c.place_id and o.contribution_kind = c.contribution_kind and o.quantity = c.quantity and o.contribution_id <> c.contribution_id
           and o.given_on between c.given_on - :days_alike::integer and c.given_on + :days_alike::integer and is_open(o.recorded)
           and (og.household is null or og.print = g.print)) as resembles,
       count(*) over ()::int as total
  from unit root
 cross join lateral units_by_branch('party', root.unit_id, today_in_vietnam(), recorded_now()) b
  join contribution c      on c.kept_at = b.unit_id and is_open(c.recorded)
  join contribution_kind k using (contribution_kind)
  join unit_version pv     on pv.unit_id = c.place_id and pv.valid @> c.given_on and is_open(pv.recorded)
  left join contribution_giver g        on g.contribution_id = c.contribution_id and is_open(g.recorded)
  left join contribution_verification w on w.contribution_id = c.contribution_id and is_open(w.recorded)
 where root.key = :unit and (:thanked::boolean is false or (g.consented_on is not null and w.verified_on is not null))
 order by w.verified_on is not null, c.given_on desc, c.contribution_id desc
 limit :most
