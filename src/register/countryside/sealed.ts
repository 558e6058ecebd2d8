import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const countryside_sealed: readonly SealedTable[] = [
  { table: 'assessment', key: 'assessment_id', columns: 'criteria_set_id unit_id assessed_on met note' },
  {
    table: 'standing_decision',
    key: 'standing_decision_id',
    columns: 'unit_id standing_level verdict instrument_id decided_on effective_year published_on note',
  },
  { table: 'standing_step', key: 'standing_step_id', columns: 'unit_id standing_level step valid note' },
  {
    table: 'contribution',
    key: 'contribution_id',
    columns: 'contribution_kind quantity is_estimate work place_id given_on kept_at kept_by mobiliser evidence',
  },
  { table: 'contribution_verification', key: 'contribution_verification_id', columns: 'contribution_id verified_on verified_by' },
  {
    table: 'contribution_giver',
    key: 'contribution_id person_id',
    columns: 'household giver_kind consented_on',
    later: { giver_kind: 'household' },
  },
]
