-- A register on the way to being founded, step by step: what was typed so far. Names of the first people are among it,
-- so all of it is gone once the register is founded; the ledger keeps digests.
create table founding_step (
  step      text        primary key check (step ~ '^[a-z]+(-[a-z]+)*$'),
  typed     jsonb       not null check (jsonb_typeof(typed) = 'object'),
  salt      text        not null,
  saved_at  timestamptz not null
);
