-- Verified quantities of one kind given in a period, by the place where they were given, the place as it was on the day of giving.
select u.key as place, min(v.name) as name, min(v.unit_kind) as unit_kind, k.measure, sum(c.quantity) as quantity, count(*) as contributions,
       count(*) filter (where c.is_estimate) as estimates
  from contribution c
  join contribution_kind k         using (contribution_kind)
  join contribution_verification w on w.contribution_id = c.contribution_id
                                  and w.verified_on <= :valid_as_of::date and w.recorded @> :recorded_as_of::timestamptz
  join unit u                      on u.unit_id = c.place_id
  join unit_version v              on v.unit_id = c.place_id and v.valid @> c.given_on and v.recorded @> :recorded_as_of::timestamptz
 where c.contribution_kind = :kind
   and c.given_on between :from and least(:to::date, :valid_as_of::date)
   and c.recorded @> :recorded_as_of::timestamptz
   and c.place_id in (select h.unit_id
                        from (select u2.unit_id from unit u2 where u2.key = :unit) root,
                             lateral (select m.unit_id from members_of('territory', root.unit_id, :from, :recorded_as_of) m
                                      union
                                      select m.unit_id from members_of('territory', root.unit_id, least(:to::date, :valid_as_of::date), :recorded_as_of) m) h)
 group by u.key, k.measure
 order by u.key
