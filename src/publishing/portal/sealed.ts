import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const portal_sealed: readonly SealedTable[] = [
  { table: 'page_block', key: 'page_block_id', columns: 'page region place block settings' },
  { table: 'page_edition', key: 'page number', columns: 'arrangement_id approved_step digest', instant: 'recorded_at' },
]
