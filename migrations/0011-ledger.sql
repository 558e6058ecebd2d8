-- ledger/: what was done. An entry lands in the transaction of what it tells of; the heads over the entries are signed with a key that the database never sees.
-- Entries hold identities and digests, never words about a person: what a person's own rows said is erased with those rows, by the rule of the entry's retention class.

create table ledger_entry (
  entry_id      bigint      generated always as identity primary key,  -- with gaps: what was rolled back took its number along
  recorded      timestamptz not null default transaction_timestamp(),
  act           text        not null check (act ~ '^[a-z]+(-[a-z]+)*$' and length(act) <= 60),               -- 'submit-commitment'
  actor_id      bigint,                                                                                      -- the person at the keyboard
  agent         text        check (length(agent) between 1 and 60),                                          -- or what acted by itself: a seed, a job
  on_behalf_of  bigint,                                                                                      -- the person it was done for
  object        text        not null check (object ~ '^[a-z]+([-_][a-z]+)*$' and length(object) <= 60),      -- 'commitment'
  object_id     text        not null check (object_id ~ '^[A-Za-z0-9._:/~-]{1,120}$'),                       -- its key or number: no blanks, so no words
  from_version  bigint      check (from_version >= 0),
  to_version    bigint      check (to_version >= 0),
  digest        text        not null check (digest ~ '^[0-9a-f]{64}$'),                                      -- of the content, canonical JSON, SHA-256
  retention     text        not null check (retention in (
    'organisation',  -- mergers, instruments, programmes: kept as long as the province
    'publication',   -- what the public read and by whom it was approved: kept as long as the portal
    'conduct',       -- commitments, reviews, plans: the content goes when its archive period ends
    'access'         -- sign-ins and readings of another person's file: the content goes first
  )),
  position      bigint      unique check (position >= 0),  -- the entry's place in the tree, from 0; null until a head covers it
  check ((actor_id is null) = (agent is not null))
);
create index ledger_entry_unsigned on ledger_entry (entry_id) where position is null;

-- RFC 6962: the root of the Merkle tree over entries 0 … size − 1. Each head holds the digest of the one before it.
create table ledger_head (
  size       bigint      primary key check (size > 0),
  root       text        not null check (root ~ '^[0-9a-f]{64}$'),
  signed_at  timestamptz not null,                                      -- the clock of the program, not the database's
  previous   text        not null check (previous ~ '^[0-9a-f]{64}$'),
  key_id     text        not null check (key_id ~ '^[0-9a-f]{64}$'),    -- SHA-256 of the public key
  signature  text        not null,                                      -- Ed25519, base64
  peaks      text[]      not null                                       -- roots of the full subtrees, left to right: from them the next head grows
);

create function ledger_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.position is null then return new; end if;
  elsif tg_op = 'UPDATE' and tg_table_name = 'ledger_entry' then
    -- Once, from nowhere to its place, and nothing else with it.
    if old.position is null and new.position is not null and to_jsonb(new) - 'position' = to_jsonb(old) - 'position' then return new; end if;
  end if;
  raise exception 'the ledger is append-only' using errcode = 'check_violation', constraint = 'ledger_is_kept';
end $$;
create trigger ledger_is_kept before insert or update or delete on ledger_entry for each row execute function ledger_is_kept();
create trigger ledger_is_not_emptied before truncate on ledger_entry for each statement execute function ledger_is_kept();
create trigger ledger_is_kept before update or delete on ledger_head for each row execute function ledger_is_kept();
create trigger ledger_is_not_emptied before truncate on ledger_head for each statement execute function ledger_is_kept();

-- The application adds entries, in the name of whoever asks and of nobody else; it gives neither number, time nor place, and does not read them.
revoke all on ledger_entry, ledger_head from neu_guong_app;
grant insert (act, actor_id, agent, on_behalf_of, object, object_id, from_version, to_version, digest, retention) on ledger_entry to neu_guong_app;
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
create policy one_records_in_ones_own_name on ledger_entry for insert to neu_guong_app with check (actor_id is not distinct from current_person_id());
create policy the_auditor_reads on ledger_entry for select to neu_guong_auditor using (true);

-- The first answer to a request, so that the same request again is answered and not done. Answers hold identities, not texts.
create table idempotency_key (
  actor_id        bigint,
  key             text        not null check (key ~ '^[A-Za-z0-9_-]{16,128}$'),
  act             text        not null check (act ~ '^[a-z]+(-[a-z]+)*$'),
  request_digest  text        not null check (request_digest ~ '^[0-9a-f]{64}$'),
  response        jsonb,                      -- written before the transaction ends: whoever sees the row sees its answer
  recorded        timestamptz not null default transaction_timestamp(),
  unique nulls not distinct (actor_id, key)   -- another's key says nothing to anybody else
);
create index idempotency_key_recorded on idempotency_key (recorded);
create function first_answer_stands() returns trigger language plpgsql as $$
begin
  raise exception 'a request is answered once' using errcode = 'check_violation', constraint = 'first_answer_stands';
end $$;
create trigger first_answer_stands before update on idempotency_key for each row when (old.response is not null) execute function first_answer_stands();
revoke all on idempotency_key from neu_guong_app;
grant select, insert (actor_id, key, act, request_digest), update (response) on idempotency_key to neu_guong_app;
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy one_repeats_ones_own on idempotency_key to neu_guong_app
  using (actor_id is not distinct from current_person_id()) with check (actor_id is not distinct from current_person_id());

-- The owner signs heads, loads archives and forgets old keys; its name is whatever account migrates.
do $$ begin
  execute format('create policy the_owner_signs on ledger_entry to %I using (true) with check (true)', current_user);
  execute format('create policy the_owner_forgets on idempotency_key to %I using (true) with check (true)', current_user);
end $$;
