-- Deeds of approved commitments of a campaign and what was reported of them, by branch directly under U. Replaced ones
-- are not among the registered.
with last as materialized (
       select c.campaign_id, least(:valid_as_of::date, t.closes_on) as day
         from campaign c
         join campaign_terms t on t.campaign_id = c.campaign_id and t.recorded @> :recorded_as_of::timestamptz
        where c.campaign_id = :campaign_id),
     folded as materialized (
       select b.branch_id, b.commitments, b.registered, b.done, b.partly, b.not_done
         from last
         join reported_under(last.campaign_id, (select unit_id from unit where key = :unit), last.day, :valid_as_of,
                             :recorded_as_of) b on true
        where b.registered <> 0)
select u.key, u.name, f.commitments, f.registered, f.done, f.partly, f.not_done,
       f.registered - f.done - f.partly - f.not_done as not_reported
  from folded f
 cross join last
 cross join lateral unit_named(f.branch_id, last.day, :recorded_as_of) u
 order by u.key
