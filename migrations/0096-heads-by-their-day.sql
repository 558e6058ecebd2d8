-- ledger/: heads are found by their day, for whoever keeps one of each day elsewhere.
create index on ledger_head (signed_at);
