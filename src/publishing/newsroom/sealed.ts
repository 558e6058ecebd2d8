import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const newsroom_sealed: readonly SealedTable[] = [
  { table: 'article', key: 'article_id', columns: 'slug topic', instant: 'recorded_at' },
  {
    table: 'edition',
    key: 'edition_id',
    columns: 'article_id lang number title lead picture body byline published_at reasons digest draft_id approved_step follows note',
  },
  { table: 'citation', key: 'citation_id', columns: 'edition_id mark figure_run_id printed', instant: 'recorded_at' },
  {
    table: 'printed_photo',
    key: 'edition_id photo_id',
    columns: 'version digest is_decided',
    instant: 'recorded_at',
  },
  { table: 'edition_subject', key: 'edition_id number', columns: 'unit_id instrument_id keyword name', instant: 'recorded_at' },
  { table: 'draft', key: 'draft_id', columns: 'unit_id article_id follows begun_by', instant: 'recorded_at' },
  { table: 'draft_hand', key: 'draft_id person_id', columns: 'hand', instant: 'recorded_at' },
  {
    table: 'draft_step',
    key: 'draft_id number',
    columns: 'before from_state move state comment actor_id actor_name',
    instant: 'recorded_at',
  },
  { table: 'draft_version', key: 'draft_id number', columns: 'written_by writer_name hand step state content', instant: 'recorded_at' },
  {
    table: 'draft_approval',
    key: 'draft_id step',
    columns: 'state version approved_by digest publish_at emergency hand',
    instant: 'recorded_at',
  },
  { table: 'draft_countersign', key: 'draft_id step', columns: 'signed_by signer_name hand', instant: 'recorded_at' },
  {
    table: 'draft_comment',
    key: 'comment_id',
    columns: 'draft_id version anchor at words said author_id author_name',
    instant: 'recorded_at',
  },
  { table: 'draft_comment_act', key: 'comment_id number', columns: 'draft_id act said actor_id actor_name', instant: 'recorded_at' },
  {
    table: 'withdrawal_plan',
    key: 'withdrawal_plan_id',
    columns: 'article_id withdraw_at reason replaced_by planned_by planner_name',
    instant: 'recorded_at',
  },
  { table: 'withdrawal_plan_end', key: 'withdrawal_plan_id', columns: 'became actor_id actor_name', instant: 'recorded_at' },
  { table: 'withdrawal', key: 'article_id', columns: 'reason replaced_by', instant: 'withdrawn_at' },
]
