-- Adds the tallies recorded after one instant and up to another to the lines of their units and of all above them; gives the last day of which they tell.
with recursive fresh as materialized (
       select t.unit_id, t.deeds, sum(t.due) as due, sum(t.submitted) as submitted, sum(t.on_time) as on_time, sum(t.approved) as approved,
              sum(t.commitments) as commitments, sum(t.registered) as registered, sum(t.done) as done, sum(t.partly) as partly, sum(t.not_done) as not_done,
              max(t.valid_on) as last_valid_on
         from tally t
        where t.campaign_id = :campaign_id::int and t.recorded_at > :since::timestamptz and t.recorded_at <= :settled_at::timestamptz
        group by t.unit_id, t.deeds),
     climb (unit_id, parent_id, is_counted, deeds, due, submitted, on_time, approved, commitments, registered, done, partly, not_done) as (
       select f.unit_id, coalesce(l.heir_id, l.parent_id), l.heir_id is null, f.deeds, f.due, f.submitted, f.on_time, f.approved,
              f.commitments, f.registered, f.done, f.partly, f.not_done
         from fresh f
         join tally_summary_line l on l.campaign_id = :campaign_id::int and l.unit_id = f.unit_id and l.deeds = 0
        union all
       select l.unit_id, coalesce(l.heir_id, l.parent_id), l.heir_id is null, c.deeds, c.due, c.submitted, c.on_time, c.approved,
              c.commitments, c.registered, c.done, c.partly, c.not_done
         from climb c
         join tally_summary_line l on l.campaign_id = :campaign_id::int and l.unit_id = c.parent_id and l.deeds = 0),
     added as (
       insert into tally_summary_line as line
              (campaign_id, unit_id, deeds, parent_id, due, submitted, on_time, approved, commitments, registered, done, partly, not_done)
       select :campaign_id::int, c.unit_id, c.deeds, min(c.parent_id), sum(c.due), sum(c.submitted), sum(c.on_time), sum(c.approved),
              sum(c.commitments), sum(c.registered), sum(c.done), sum(c.partly), sum(c.not_done)
         from climb c
        where c.is_counted
        group by c.unit_id, c.deeds
           on conflict (campaign_id, unit_id, deeds) do update
          set due = line.due + excluded.due, submitted = line.submitted + excluded.submitted,
              on_time = line.on_time + excluded.on_time, approved = line.approved + excluded.approved,
              commitments = line.commitments + excluded.commitments, registered = line.registered + excluded.registered,
              done = line.done + excluded.done, partly = line.partly + excluded.partly, not_done = line.not_done + excluded.not_done)
select max(f.last_valid_on) as last_valid_on from fresh f
