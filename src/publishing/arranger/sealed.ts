import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const arranger_sealed: readonly SealedTable[] = [
  { table: 'arrangement', key: 'arrangement_id', columns: 'unit_id page from_edition begun_by', instant: 'recorded_at' },
  { table: 'arrangement_hand', key: 'arrangement_id person_id', columns: 'hand', instant: 'recorded_at' },
  {
    table: 'arrangement_step',
    key: 'arrangement_id number',
    columns: 'before from_state move state comment actor_id actor_name',
    instant: 'recorded_at',
  },
  {
    table: 'arrangement_version',
    key: 'arrangement_id number',
    columns: 'written_by writer_name hand step state blocks',
    instant: 'recorded_at',
  },
  {
    table: 'arrangement_approval',
    key: 'arrangement_id step',
    columns: 'state version approved_by hand digest publish_at',
    instant: 'recorded_at',
  },
]
