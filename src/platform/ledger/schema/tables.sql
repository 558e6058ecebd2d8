-- What was done. An entry lands in the transaction of what it tells of; the heads over the entries are signed with a
-- key that the database never sees.
-- Entries hold identities and digests, never words about a person: what a person's own rows said is erased with those
-- rows, by the rule of the entry's retention class.
create table ledger_entry (
  -- with gaps: what was rolled back took its number along
  entry_id      bigint      generated always as identity primary key,
  recorded      timestamptz not null default recorded_now(),
  -- 'submit-commitment'
  act           text        not null check (act ~ '^[a-z]+(-[a-z]+)*$' and length(act) <= 60),
  -- the person at the keyboard
  actor_id      bigint,
  -- or what acted by itself: a seed, a job
  agent         text        check (length(agent) between 1 and 60),
  -- the person it was done for
  on_behalf_of  bigint,
  -- 'commitment'
  object        text        not null check (object ~ '^[a-z]+([-_][a-z]+)*$' and length(object) <= 60),
  -- its key or number: no blanks, so no words
  object_id     text        not null check (object_id ~ '^[A-Za-z0-9._:/~-]{1,120}$'),
  from_version  bigint      check (from_version >= 0),
  to_version    bigint      check (to_version >= 0),
  -- of the content, canonical JSON, SHA-256
  digest        text        not null check (digest ~ '^[0-9a-f]{64}$'),
  retention     text        not null check (retention in (
    'organisation',  -- mergers, instruments, programmes: kept as long as the province
    'publication',   -- what the public read and by whom it was approved: kept as long as the portal
    'conduct',       -- commitments, reviews, plans: the content goes when its archive period ends
    'access'         -- sign-ins and readings of another person's file: the content goes first
  )),
  -- the entry's place in the tree, from 0; null until a head covers it
  position      bigint      unique check (position >= 0),
  format        smallint    not null default 2 check (format in (1, 2)),  -- 1: nothing vouches for the rows behind it
  nth           integer     not null default next_of_change(),
  rows_digest   text        check (rows_digest ~ '^[0-9a-f]{64}$'),  -- of the rows behind it, filled in with its place
  check ((actor_id is null) = (agent is not null)),
  constraint one_change_an_instant unique (recorded, nth),
  constraint a_place_comes_with_the_rows check ((rows_digest is not null) = (format = 2 and position is not null))
);
create index ledger_entry_unsigned on ledger_entry (entry_id) where position is null;
-- By day. Entries come in the order of their days, so a summary of each stretch of the table is enough, and costs a
-- writer next to nothing.
create index ledger_entry_recorded on ledger_entry using brin (recorded) with (pages_per_range = 16);
create index ledger_entry_archives on ledger_entry (recorded) where act = 'seal-archive';

-- RFC 6962: the root of the Merkle tree over entries 0 … size − 1. Each head holds the digest of the one before it.
create table ledger_head (
  size       bigint      primary key check (size > 0),
  root       text        not null check (root ~ '^[0-9a-f]{64}$'),
  signed_at  timestamptz not null,                                      -- the clock of the program, not the database's
  previous   text        not null check (previous ~ '^[0-9a-f]{64}$'),
  key_id     text        not null check (key_id ~ '^[0-9a-f]{64}$'),    -- SHA-256 of the public key
  signature  text        not null,                                      -- Ed25519, base64
  -- roots of the full subtrees, left to right: from them the next head grows
  peaks      text[]      not null
);
-- Heads are found by their day, for whoever keeps one of each day elsewhere.
create index on ledger_head (signed_at);

-- The first answer to a request, so that the same request again is answered and not done. Answers hold identities, not
-- texts.
create table idempotency_key (
  actor_id        bigint,
  key             text        not null check (key ~ '^[A-Za-z0-9_-]{16,128}$'),
  act             text        not null check (act ~ '^[a-z]+(-[a-z]+)*$'),
  request_digest  text        not null check (request_digest ~ '^[0-9a-f]{64}$'),
  -- written before the transaction ends: whoever sees the row sees its answer
  response        jsonb,
  recorded        timestamptz not null default recorded_now(),
  unique nulls not distinct (actor_id, key)   -- another's key says nothing to anybody else
);
create index idempotency_key_recorded on idempotency_key (recorded);
call seal('idempotency_key', 'recorded');

-- Content that its retention rule has erased is told from content that somebody changed.  (decision 0091)

-- What stood in a row before its content was erased: SHA-256 of the row as it was, and of what remains of it. Its own
-- entry vouches for both; the row verifies by the first
-- while its content stands empty and the rest is what remained, and only then.
create table erasure (
  of_table     text        not null check (of_table ~ '^[a-z_]+$'),
  of_row       text        not null,                          -- the key of the row as text
  -- the class whose rule it was
  retention    text        not null check (retention in ('organisation', 'publication', 'conduct', 'access')),
  stood        text        not null check (stood ~ '^[0-9a-f]{64}$'),
  remains      text        not null check (remains ~ '^[0-9a-f]{64}$'),
  recorded_at  timestamptz not null default recorded_now(),
  primary key (of_table, of_row)
);
call seal('erasure', 'recorded_at');

-- Recorded time never goes back.  (decision 0092)
--
-- The clock of a server may be put back. What is recorded afterwards still comes after what was recorded before: its
-- instant is that of the clock or, where the clock is behind the newest
-- instant of the register, one microsecond after that.

-- The last instant that was told as settled: an answer «as recorded at» it may be frozen or summed, so nothing may be
-- recorded up to it any more.
create table resolved_timestamp (
  instant    timestamptz not null,
  only_one   boolean     primary key default true check (only_one)
);
insert into resolved_timestamp (instant) values ('-infinity');
