import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const countryside_sealed: readonly SealedTable[] = [
  {
    table: 'criteria_set',
    key: 'criteria_set_id',
    columns: 'instrument_id standing_level criteria valid of_kind',
    later: { of_kind: 'commune' },
  },
  { table: 'criterion', key: 'criterion_id', columns: 'criteria_set_id number heading_vi heading_en name_vi name_en' },
  { table: 'criterion_indicator', key: 'criterion_indicator_id', columns: 'criterion_id number name_vi name_en' },
  { table: 'standing_rule', key: 'standing_rule_id', columns: 'attended_percent favour_percent instrument_id valid' },
  { table: 'standing_case', key: 'standing_case_id', columns: 'criteria_set_id unit_id kept_at assessed_on begun_by' },
  {
    table: 'criterion_result',
    key: 'criterion_result_id',
    columns: 'standing_case_id criterion_id is_met value evidence in_charge due_on said_by',
  },
  { table: 'measured_indicator', key: 'criterion_result_id criterion_indicator_id', columns: 'value' },
  { table: 'standing_case_step', key: 'standing_case_step_id', columns: 'standing_case_id state taken_by comment' },
  { table: 'standing_vote', key: 'standing_case_id', columns: 'met_on seats attended in_favour against' },
  { table: 'assessment', key: 'assessment_id', columns: 'criteria_set_id unit_id assessed_on met note' },
  {
    table: 'standing_decision',
    key: 'standing_decision_id',
    columns: 'unit_id standing_level verdict instrument_id decided_on effective_year published_on note standing_case_id',
  },
  { table: 'standing_step', key: 'standing_step_id', columns: 'unit_id standing_level step valid note' },
  {
    table: 'contribution',
    key: 'contribution_id',
    columns:
      'contribution_kind quantity is_estimate work place_id given_on kept_at kept_by mobiliser evidence contribution_list_id list_row',
    later: { contribution_list_id: 'null', list_row: 'null' },
  },
  {
    table: 'contribution_list',
    key: 'contribution_list_id',
    columns: 'kept_at sent_by file_name digest',
    instant: 'sent_at',
  },
  { table: 'contribution_verification', key: 'contribution_verification_id', columns: 'contribution_id verified_on verified_by' },
  {
    table: 'contribution_giver',
    key: 'contribution_id person_id',
    columns: 'household giver_kind consented_on',
    later: { giver_kind: 'household' },
  },
  { table: 'contribution_household', key: 'contribution_id', columns: 'household_id' },
]
