-- Approved commitments of a campaign by their number of live deeds, for each branch directly under U.
with last as materialized (
       select c.campaign_id, least(:valid_as_of::date, t.closes_on) as day
         from campaign c
         join campaign_terms t on t.campaign_id = c.campaign_id and t.recorded @> :recorded_as_of::timestamptz
        where c.campaign_id = :campaign_id),
     folded as (
       select b.branch_id, t.deeds, sum(t.approved) as commitments
         from last
         join answering('party', (select unit_id from unit where key = :unit), last.day, :recorded_as_of) b on true
         join commitment_tally t on t.campaign_id = last.campaign_id and t.unit_id = b.unit_id
                                and t.valid_on <= :valid_as_of::date and t.recorded_at <= :recorded_as_of::timestamptz
        group by b.branch_id, t.deeds
       having sum(t.approved) <> 0)
select u.key, v.name, f.deeds, f.commitments
  from folded f
  join last           on true
  join unit u         on u.unit_id = f.branch_id
  join unit_version v on v.unit_id = f.branch_id and v.valid @> last.day and v.recorded @> :recorded_as_of::timestamptz
 order by u.key, f.deeds
