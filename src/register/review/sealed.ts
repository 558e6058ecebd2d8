import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const review_sealed: readonly SealedTable[] = [
  { table: 'review_round', key: 'review_round_id', columns: 'kind unit_id rating_scheme_id period opens_on due_on opened_by' },
  { table: 'review_subject', key: 'review_subject_id', columns: 'review_round_id person_id unit_id group_id obligation_id' },
  {
    table: 'review_meeting',
    key: 'review_meeting_id',
    columns: 'review_round_id unit_id held_on chair clerk members present said recorded_by',
  },
  {
    ...{ table: 'review_paper', key: 'review_paper_id', files: 'bytes' },
    columns: 'review_meeting_id name media_type digest recorded_by',
  },
  {
    table: 'review_step',
    key: 'review_step_id',
    columns: 'review_subject_id state happened_on rating_level_id points review_meeting_id votes said shortcomings actor_id salt',
    erasable: 'said shortcomings salt',
  },
  { table: 'unit_rating', key: 'unit_rating_id', columns: 'review_round_id unit_id rating_level_id points happened_on actor_id' },
  { table: 'reviewed_deed', key: 'review_step_id deed_id', columns: 'result said salt', erasable: 'said salt' },
]
