import type { SealedTable } from '../ledger/index.ts'

/** The rows of this room that the ledger vouches for. */
export const backup_sealed: readonly SealedTable[] = [
  { table: 'backup_plan', key: 'backup_plan_id', columns: 'folder recovery_key at_hour days weeks months' },
]
