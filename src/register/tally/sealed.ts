import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const tally_sealed: readonly SealedTable[] = [
  {
    table: 'commitment_tally',
    key: 'commitment_tally_id',
    columns: 'campaign_id unit_id deeds valid_on due submitted on_time approved',
    instant: 'recorded_at',
  },
  {
    table: 'deed_tally',
    key: 'deed_tally_id',
    columns: 'campaign_id unit_id valid_on commitments registered done partly not_done',
    instant: 'recorded_at',
  },
  { table: 'leadership_tally', key: 'leadership_tally_id', columns: 'unit_id year valid_on tenures planned', instant: 'recorded_at' },
]
