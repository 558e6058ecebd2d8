-- Approved commitments of a campaign whose review is concluded, by branch directly under U. The tree is that of the
-- day, or of the campaign's close if earlier, as of commitments.
with last as materialized (
       select c.campaign_id, least(:valid_as_of::date, t.closes_on) as day
         from campaign c
         join campaign_terms t on t.campaign_id = c.campaign_id and t.recorded @> :recorded_as_of::timestamptz
        where c.campaign_id = :campaign_id),
     folded as materialized (
       select b.branch_id, sum(t.concluded)::bigint as concluded
         from last
         join units_by_branch('party', (select unit_id from unit where key = :unit), last.day, :recorded_as_of) b
              on true
         join conclusion_tally t on t.campaign_id = last.campaign_id and t.unit_id = b.unit_id
                                and t.valid_on <= :valid_as_of::date and t.recorded_at <= :recorded_as_of::timestamptz
        group by b.branch_id)
select u.key, u.name, f.concluded
  from folded f
 cross join last
 cross join lateral unit_named(f.branch_id, last.day, :recorded_as_of) u
 order by u.key
