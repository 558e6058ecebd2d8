import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const exemplar_sealed: readonly SealedTable[] = [
  { table: 'exemplar', key: 'exemplar_id', columns: 'kind field unit_id keeper_id' },
  { table: 'exemplar_profile', key: 'exemplar_id person_id', columns: 'name' },
  { table: 'exemplar_story', key: 'exemplar_id', columns: 'story_vi story_en' },
  {
    table: 'recognition',
    key: 'recognition_id',
    columns: 'exemplar_id level form achievement instrument_id decided_on revoked_on revocation_id',
  },
  { table: 'consent', key: 'consent_id', columns: 'exemplar_id scope valid given_by paper' },
  { table: 'exemplar_rule', key: 'exemplar_rule_id', columns: 'notice_days attended_percent favour_percent instrument_id valid' },
  { table: 'nomination', key: 'nomination_id', columns: 'exemplar_id unit_id person_id nominated_by' },
  { table: 'nomination_text', key: 'nomination_id', columns: 'achievement account' },
  { table: 'nomination_evidence', key: 'nomination_evidence_id', columns: 'nomination_id name media_type digest', files: 'bytes' },
  { table: 'nomination_step', key: 'nomination_step_id', columns: 'nomination_id state taken_by comment' },
  { table: 'council_vote', key: 'nomination_id', columns: 'met_on seats attended in_favour against' },
  { table: 'notice', key: 'notice_id', columns: 'nomination_id exemplar_id name achievement opened_on working_days' },
  {
    table: 'award_list',
    key: 'award_list_id',
    columns: 'unit_id uploaded_by file_name digest place lines faults',
    files: 'file',
  },
  { table: 'award_list_step', key: 'award_list_step_id', columns: 'award_list_id state taken_by comment' },
  { table: 'award_list_case', key: 'nomination_id', columns: 'award_list_id row_number' },
  { table: 'model', key: 'model_id', columns: 'exemplar_id name what started_on' },
  { table: 'model_end', key: 'model_id', columns: 'ended_on' },
  { table: 'adoption', key: 'adoption_id', columns: 'model_id unit_id place_id started_on' },
  { table: 'adoption_end', key: 'adoption_id', columns: 'ended_on' },
  {
    table: 'adoption_report',
    key: 'adoption_report_id',
    columns: 'adoption_id said said_by year income households jobs',
    later: { said_by: 'null', year: 'null', income: 'null', households: 'null', jobs: 'null' },
  },
  { table: 'adoption_report_verification', key: 'adoption_report_id', columns: 'verified_on verified_by' },
  { table: 'notice_comment', key: 'notice_comment_id', columns: 'notice_id said said_by' },
]
