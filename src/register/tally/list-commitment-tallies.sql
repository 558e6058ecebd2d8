-- Obligations and commitments of a campaign, by branch directly under U. The tree is that of the day, or of the
-- campaign's close if earlier.
with last as materialized (
       select c.campaign_id, least(:valid_as_of::date, t.closes_on) as day
         from campaign c
         join campaign_terms t on t.campaign_id = c.campaign_id and t.recorded @> :recorded_as_of::timestamptz
        where c.campaign_id = :campaign_id),
     folded as materialized (
       select b.branch_id, sum(b.due)::bigint as due, sum(b.submitted)::bigint as submitted,
              sum(b.on_time)::bigint as on_time,
              sum(b.approved)::bigint as approved
         from last
         join counted_under(last.campaign_id, (select unit_id from unit where key = :unit), last.day, :valid_as_of,
                            :recorded_as_of) b on true
        group by b.branch_id
       having sum(b.due) <> 0 or sum(b.submitted) <> 0 or sum(b.on_time) <> 0 or sum(b.approved) <> 0)
select u.key, u.name, f.due, f.submitted, f.on_time, f.approved
  from folded f
 cross join last
 cross join lateral unit_named(f.branch_id, last.day, :recorded_as_of) u
 order by u.key
