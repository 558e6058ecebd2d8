import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const limitation_sealed: readonly SealedTable[] = [
  { table: 'limitation', key: 'limitation_id', columns: 'obligation_id what raised_on' },
  {
    ...{ table: 'limitation_step', key: 'limitation_step_id' },
    columns: 'limitation_id state happened_on remedy due_on owner_id said actor_id salt',
    erasable: 'remedy said salt',
  },
]
