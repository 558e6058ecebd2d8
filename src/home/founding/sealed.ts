import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for. */
export const founding_sealed: readonly SealedTable[] = [
  { table: 'backup_setting', key: 'backup_setting_id', columns: 'folder hour kept_days' },
]
