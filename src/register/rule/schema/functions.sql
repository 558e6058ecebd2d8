-- Whether whoever asks has confirmed a rule of somebody else in this transaction.
create or replace function confirms_rule(of_rule text) returns boolean language sql stable as $$
  select exists (
    select from rule_decision d
      join rule_proposal p using (rule_proposal_id)
     where p.rule = of_rule and d.outcome = 'confirmed' and d.decided_at = recorded_now()
       and d.decided_by = current_person_id() and p.proposed_by <> current_person_id())
$$;
