import type { SealedTable } from './sealed-table.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const ledger_sealed: readonly SealedTable[] = [
  { table: 'erasure', key: 'of_table of_row', columns: 'retention stood remains', instant: 'recorded_at' },
  { table: 'idempotency_key', key: 'actor_id key act request_digest response', instant: 'recorded' },
]
