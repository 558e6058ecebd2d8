-- The changes of units that who asks sees: what they laid, and what lies in their charge. Those that wait come first,
-- the oldest on top.
select c.unit_change_id, c.plan, c.plan_digest, c.laid_by, name_of(c.laid_by) as proposer, c.laid_at,
       coalesce(u.state, d.state, 'waits') as state, d.reason, d.taken_by as decided_by,
       name_of(d.taken_by) as decider, d.taken_at as decided_at,
       name_of(u.taken_by) as undone_by, u.taken_at as undone_at
  from unit_change c
  left join unit_change_step d on d.unit_change_id = c.unit_change_id and d.state <> 'undone'
  left join unit_change_step u on u.unit_change_id = c.unit_change_id and u.state = 'undone'
 where (:unit_change_id::bigint = 0 or c.unit_change_id = :unit_change_id::bigint)
   and (not :waits::boolean or d.state is null)
 order by d.state is not null, case when d.state is null then c.unit_change_id end, c.unit_change_id desc
 limit :most
