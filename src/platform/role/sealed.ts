import type { SealedTable } from '../ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const role_sealed: readonly SealedTable[] = [
  { table: 'role_grant', key: 'role_grant_id', columns: 'person_id role unit_id instrument_id granted_by valid' },
  { table: 'delegation', key: 'delegation_id', columns: 'giver_id receiver_id role unit_id acts valid' },
  { table: 'person_reading', key: 'person_id reader_id on_behalf_of noun', instant: 'read_at' },
]
