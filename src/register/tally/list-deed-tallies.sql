-- Approved commitments of a campaign by their number of live deeds, for each branch directly under U.
with last as materialized (
       select c.campaign_id, least(:valid_as_of::date, t.closes_on) as day
         from campaign c
         join campaign_terms t on t.campaign_id = c.campaign_id and t.recorded @> :recorded_as_of::timestamptz
        where c.campaign_id = :campaign_id),
     folded as materialized (
       select b.branch_id, b.deeds, b.approved as commitments
         from last
         join counted_under(last.campaign_id, (select unit_id from unit where key = :unit), last.day, :valid_as_of,
                            :recorded_as_of) b on true
        where b.approved <> 0)
select u.key, u.name, f.deeds, f.commitments
  from folded f
 cross join last
 cross join lateral unit_named(f.branch_id, last.day, :recorded_as_of) u
 order by u.key, f.deeds
