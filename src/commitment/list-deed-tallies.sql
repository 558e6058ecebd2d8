-- Approved commitments of a campaign by their number of live deeds, for each branch directly under U.
select u.key, v.name, t.deeds, sum(t.approved) as commitments
  from campaign c
  join branches('party', (select unit_id from unit where key = :unit), least(:valid_as_of, c.closes_on), :recorded_as_of) b on true
  join commitment_tally t on t.campaign_id = c.campaign_id and t.unit_id = b.unit_id
                         and t.valid_on <= :valid_as_of::date and t.recorded_at <= :recorded_as_of::timestamptz
  join unit u             on u.unit_id = b.branch_id
  join unit_version v     on v.unit_id = b.branch_id and v.valid @> least(:valid_as_of::date, c.closes_on) and v.recorded @> :recorded_as_of::timestamptz
 where c.campaign_id = :campaign_id
 group by u.key, v.name, t.deeds
having sum(t.approved) <> 0
 order by u.key, t.deeds
