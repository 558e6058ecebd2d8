-- access/: a second person's word for an invitation opens an account that may do everything its person may, so the ledger vouches for it.  (docs/decisions/0083)
-- What is there already is of this change, for the entries of its own had nothing to say of it.
alter table invitation_confirmation add column recorded_at timestamptz not null default transaction_timestamp();
call seal('invitation_confirmation', 'recorded_at');
