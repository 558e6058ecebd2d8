import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for. */
export const indicator_sealed: readonly SealedTable[] = [
  {
    table: 'indicator',
    key: 'indicator_id',
    columns: 'key name_vi name_en measure base_id direction due_day plausible_most instrument_id',
  },
  { table: 'indicator_key', key: 'indicator_key_id', columns: 'unit_id name digest issued_by' },
  {
    table: 'indicator_delivery',
    key: 'indicator_delivery_id',
    columns: 'unit_id sent_by indicator_key_id way file_name',
    instant: 'received_at',
  },
  { table: 'indicator_value', key: 'indicator_value_id', columns: 'indicator_id place_id month quantity note indicator_delivery_id' },
]
