import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for. */
export const rule_sealed: readonly SealedTable[] = [
  { table: 'rule_proposal', key: 'rule_proposal_id', columns: 'rule unit_id typed proposed_by', instant: 'proposed_at' },
  { table: 'rule_decision', key: 'rule_proposal_id', columns: 'outcome reason decided_by', instant: 'decided_at' },
]
