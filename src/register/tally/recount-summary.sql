-- The units whose line in a campaign's summary is not what the tallies up to its instant give.
with recursive climb (unit_id, is_counted, deeds, due, submitted, on_time, approved, commitments, registered, done,
                      partly, not_done) as (
       select l.unit_id, l.heir_id is null, t.deeds, sum(t.due), sum(t.submitted), sum(t.on_time), sum(t.approved),
              sum(t.commitments), sum(t.registered), sum(t.done), sum(t.partly), sum(t.not_done)
         from tally_summary s
         join tally t on t.campaign_id = s.campaign_id and t.recorded_at <= s.settled_at
         join tally_summary_line l on l.campaign_id = s.campaign_id and l.unit_id = t.unit_id and l.deeds = 0
        where s.campaign_id = :campaign_id::int
        group by l.unit_id, l.heir_id, t.deeds
       union all
       select up.unit_id, up.heir_id is null, c.deeds, c.due, c.submitted, c.on_time, c.approved, c.commitments,
              c.registered, c.done, c.partly, c.not_done
         from climb c
         join tally_summary_line l  on l.campaign_id = :campaign_id::int and l.unit_id = c.unit_id and l.deeds = 0
         join tally_summary_line up on up.campaign_id = :campaign_id::int
                                   and up.unit_id = coalesce(l.heir_id, l.parent_id) and up.deeds = 0),
     given as (
       select unit_id, deeds, sum(due) as due, sum(submitted) as submitted, sum(on_time) as on_time,
              sum(approved) as approved,
              sum(commitments) as commitments, sum(registered) as registered, sum(done) as done, sum(partly) as partly,
              sum(not_done) as not_done
         from climb
        where is_counted
        group by 1, 2)
select distinct unit_id
  from (select * from tally_summary_line where campaign_id = :campaign_id::int) l
  full join given g using (unit_id, deeds)
 where (coalesce(l.due, 0), coalesce(l.submitted, 0), coalesce(l.on_time, 0), coalesce(l.approved, 0),
        coalesce(l.commitments, 0), coalesce(l.registered, 0), coalesce(l.done, 0), coalesce(l.partly, 0),
        coalesce(l.not_done, 0))
    <> (coalesce(g.due, 0), coalesce(g.submitted, 0), coalesce(g.on_time, 0), coalesce(g.approved, 0),
        coalesce(g.commitments, 0), coalesce(g.registered, 0), coalesce(g.done, 0), coalesce(g.partly, 0),
        coalesce(g.not_done, 0))
 order by unit_id
