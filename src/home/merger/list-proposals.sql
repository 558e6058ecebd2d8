-- The mergers that were laid before a second person, as far as who asks sees them: what they laid, and what lies within
-- their reach. Those that wait come first, the oldest on top.
select p.merger_proposal_id, p.plan, p.plan_digest, p.proposed_by, name_of(p.proposed_by) as proposer, p.proposed_at,
       d.outcome, d.reason, d.decided_by, name_of(d.decided_by) as decider, d.decided_at
  from merger_proposal p
  left join merger_decision d using (merger_proposal_id)
 where (:merger_proposal_id::bigint = 0 or p.merger_proposal_id = :merger_proposal_id::bigint)
   and (not :waits::boolean or d.outcome is null)
 order by d.outcome is not null, case when d.outcome is null then p.merger_proposal_id end, p.merger_proposal_id desc
 limit :most
