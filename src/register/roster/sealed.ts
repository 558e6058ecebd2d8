import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const roster_sealed: readonly SealedTable[] = [
  { table: 'roster_import', key: 'roster_import_id', columns: 'unit_id uploaded_by listed_on file_name digest seen', files: 'file' },
]
