-- access/: who is lent an act is lent what it presupposes. Without it the second wall would deny what the first allows: a commitment is seen through its
-- obligation, and nobody judges what they may not read. The pairs are those of `presupposed` in policies.ts, which a test compares.

create function is_whole(acts text[]) returns boolean language sql immutable parallel safe as $$
  select acts is null
      or not exists (
           select from (values
             ('commitment.read',           'obligation.read'),
             ('commitment.enter-by-proxy', 'commitment.read'),
             ('commitment.return',         'commitment.read'),
             ('commitment.endorse',        'commitment.read'),
             ('commitment.approve',        'commitment.read'),
             ('plan.approve',              'plan.read'),
             ('obligation.keep',           'obligation.read'),
             ('person.keep',               'person.read'),
             ('roster.import',             'person.keep'),
             ('roster.confirm',            'person.keep')) as pair (act, presupposed)
            where pair.act = any (acts) and not pair.presupposed = any (acts))
$$;

-- `not valid`: what was lent before stands as it was lent.
alter table delegation add constraint lent_acts_are_whole check (is_whole(acts)) not valid;
