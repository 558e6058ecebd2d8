import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for. */
export const tree_sealed: readonly SealedTable[] = [
  { table: 'unit_change', key: 'unit_change_id', columns: 'plan plan_digest laid_by', instant: 'laid_at' },
  { table: 'unit_change_step', key: 'unit_change_step_id', columns: 'unit_change_id state reason taken_by', instant: 'taken_at' },
  {
    table: 'unit_list',
    key: 'unit_list_id',
    columns: 'unit_id uploaded_by file_name digest seen',
    files: 'file',
    instant: 'uploaded_at',
  },
]
