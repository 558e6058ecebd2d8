import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const figure_sealed: readonly SealedTable[] = [
  {
    table: 'figure_run',
    key: 'figure_run_id',
    columns: 'figure version parameters valid_as_of recorded_as_of map value row_count digest chain',
    instant: 'ran_at',
  },
]
