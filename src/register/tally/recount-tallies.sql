-- Of some units, those whose tallies in a campaign are not what their obligations, texts, steps and deeds give, day by
-- day.
with chosen as (
       select unnest(:unit_ids::integer[]) as unit_id),
     subject as (
       select array_agg(obligation_id) as ids
         from (select o.obligation_id from obligation o join chosen using (unit_id)
                where o.campaign_id = :campaign_id::int
               union
               select m.obligation_id
                 from obligation_move m join chosen using (unit_id) join obligation o using (obligation_id)
                where o.campaign_id = :campaign_id::int) s),
     told as (
       select t.unit_id, t.deeds, t.valid_on, sum(t.due) as due, sum(t.submitted) as submitted,
              sum(t.on_time) as on_time, sum(t.approved) as approved,
              sum(t.commitments) as commitments, sum(t.registered) as registered, sum(t.done) as done,
              sum(t.partly) as partly, sum(t.not_done) as not_done
         from tally t join chosen using (unit_id)
        where t.campaign_id = :campaign_id::int
        group by 1, 2, 3),
     counted as (
       select c.unit_id, c.deeds, c.valid_on, c.due, c.submitted, c.on_time, c.approved, 0 as commitments,
              0 as registered, 0 as done, 0 as partly, 0 as not_done
         from subject s, counts_of(s.ids) c
       union all
       select d.unit_id, 0::smallint, d.valid_on, 0, 0, 0, 0, d.commitments, d.registered, d.done, d.partly, d.not_done
         from subject s, deed_counts_of(s.ids) d),
     given as (
       select unit_id, deeds, valid_on, sum(due) as due, sum(submitted) as submitted, sum(on_time) as on_time,
              sum(approved) as approved,
              sum(commitments) as commitments, sum(registered) as registered, sum(done) as done, sum(partly) as partly,
              sum(not_done) as not_done
         from counted join chosen using (unit_id)
        group by 1, 2, 3)
select distinct unit_id
  from told t
  full join given g using (unit_id, deeds, valid_on)
 where (coalesce(t.due, 0), coalesce(t.submitted, 0), coalesce(t.on_time, 0), coalesce(t.approved, 0),
        coalesce(t.commitments, 0), coalesce(t.registered, 0), coalesce(t.done, 0), coalesce(t.partly, 0),
        coalesce(t.not_done, 0))
    <> (coalesce(g.due, 0), coalesce(g.submitted, 0), coalesce(g.on_time, 0), coalesce(g.approved, 0),
        coalesce(g.commitments, 0), coalesce(g.registered, 0), coalesce(g.done, 0), coalesce(g.partly, 0),
        coalesce(g.not_done, 0))
 order by unit_id
