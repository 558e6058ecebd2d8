-- ledger/: content that its retention rule has erased is told from content that somebody changed.  (docs/decisions/0091)

-- What stood in a row before its content was erased: SHA-256 of the row as it was, and of what remains of it. Its own entry vouches for both; the row verifies by the first
-- while its content stands empty and the rest is what remained, and only then.
create table erasure (
  of_table     text        not null check (of_table ~ '^[a-z_]+$'),
  of_row       text        not null,                          -- the key of the row as text
  retention    text        not null check (retention in ('organisation', 'publication', 'conduct', 'access')),  -- the class whose rule it was
  stood        text        not null check (stood ~ '^[0-9a-f]{64}$'),
  remains      text        not null check (remains ~ '^[0-9a-f]{64}$'),
  recorded_at  timestamptz not null default transaction_timestamp(),
  primary key (of_table, of_row)
);
call seal('erasure', 'recorded_at');
revoke all on erasure from neu_guong_app, neu_guong_auditor;
grant select on erasure to neu_guong_auditor;

-- A short text could be guessed from the digest that stays behind. So each row holds a number drawn by chance, which is digested with the text and erased with it. Rows from before have none.
alter table commitment      add column salt uuid;
alter table commitment_step add column salt uuid;
alter table deed_step       add column salt uuid;
alter table commitment      alter column salt set default gen_random_uuid();
alter table commitment_step alter column salt set default gen_random_uuid();
alter table deed_step       alter column salt set default gen_random_uuid();
