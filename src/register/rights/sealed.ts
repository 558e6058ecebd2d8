import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const rights_sealed: readonly SealedTable[] = [
  { table: 'data_request', key: 'data_request_id', columns: 'person_id unit_id kind said due_on', instant: 'asked_at' },
  { table: 'data_answer', key: 'data_request_id', columns: 'answered_by outcome said', instant: 'answered_at' },
  { table: 'retention_rule', key: 'retention_rule_id', columns: 'retention years authority decided_by valid' },
  {
    ...{ table: 'erasure_run', key: 'erasure_run_id', instant: 'ran_at' },
    columns: 'retention_rule_id data_request_id commitments rows_erased',
  },
]
