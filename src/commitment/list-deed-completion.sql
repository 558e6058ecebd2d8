-- Deeds of approved commitments of a campaign and what was reported of them, by branch directly under U. Replaced ones are not among the registered.
with last as materialized (
       select c.campaign_id, least(:valid_as_of::date, t.closes_on) as day
         from campaign c
         join campaign_terms t on t.campaign_id = c.campaign_id and t.recorded @> :recorded_as_of::timestamptz
        where c.campaign_id = :campaign_id),
     folded as materialized (
       select b.branch_id, sum(t.commitments)::bigint as commitments, sum(t.registered)::bigint as registered,
              sum(t.done)::bigint as done, sum(t.partly)::bigint as partly, sum(t.not_done)::bigint as not_done
         from last
         join answering('party', (select unit_id from unit where key = :unit), last.day, :recorded_as_of) b on true
         join deed_tally t on t.campaign_id = last.campaign_id and t.unit_id = b.unit_id
                          and t.valid_on <= :valid_as_of::date and t.recorded_at <= :recorded_as_of::timestamptz
        group by b.branch_id
       having sum(t.registered) <> 0)
select u.key, u.name, f.commitments, f.registered, f.done, f.partly, f.not_done,
       f.registered - f.done - f.partly - f.not_done as not_reported
  from folded f
 cross join last
 cross join lateral (  -- each looked up by itself: as a join, all units there are may be read for a few
       select b.key, v.name
         from unit b
         join unit_version v on v.unit_id = b.unit_id and v.valid @> last.day and v.recorded @> :recorded_as_of::timestamptz
        where b.unit_id = f.branch_id
       offset 0) u
 order by u.key
