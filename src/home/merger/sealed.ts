import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for. */
export const merger_sealed: readonly SealedTable[] = [
  { table: 'merger_proposal', key: 'merger_proposal_id', columns: 'plan plan_digest proposed_by', instant: 'proposed_at' },
  { table: 'merger_decision', key: 'merger_proposal_id', columns: 'outcome reason decided_by', instant: 'decided_at' },
]
