-- Verified quantities of one kind given in a period, by the place where they were given, the place as it was, and in U,
-- on the day of giving. Summed by place and day before a place is named: many gifts are of one place and day.
with given as (
       select c.place_id, c.given_on, sum(c.quantity) as quantity, count(*) as contributions,
              count(*) filter (where c.is_estimate) as estimates
         from members_during('territory', (select unit_id from unit where key = :unit), :from,
                             least(:to::date, :valid_as_of::date), :recorded_as_of) m
         join contribution_state c on c.place_id = m.unit_id and c.given_on >= m.since and c.given_on < m.until
        where c.contribution_kind = :kind
          and c.given_on between :from and least(:to::date, :valid_as_of::date)
          and c.verified_on <= :valid_as_of::date and c.known_from <= :recorded_as_of
          and c.known_until > :recorded_as_of
        group by c.place_id, c.given_on)
select u.key as place, min(v.name) as name, min(v.unit_kind) as unit_kind, k.measure, sum(g.quantity) as quantity,
       sum(g.contributions)::bigint as contributions, sum(g.estimates)::bigint as estimates
  from given g
  join contribution_kind k on k.contribution_kind = :kind
  join unit u              on u.unit_id = g.place_id
  join unit_version v      on v.unit_id = g.place_id and v.valid @> g.given_on
                          and v.recorded @> :recorded_as_of::timestamptz
 group by u.key, k.measure
 order by u.key
