import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const plan_sealed: readonly SealedTable[] = [
  { table: 'plan_duty', key: 'plan_duty_id', columns: 'post_id person_id year campaign_id unit_id led_unit_id due_from' },
  {
    table: 'action_plan',
    key: 'action_plan_id',
    columns: 'post_id person_id year exemplary_content tasks_of_the_post presented_on state valid version actor_id comment',
  },
  { table: 'plan_deed', key: 'plan_deed_id', columns: 'plan_duty_id person_id version ordinal what how measure due_on' },
  {
    table: 'plan_mark',
    key: 'plan_mark_id',
    columns: 'post_id person_id year version is_exemplary is_of_the_post marked_on said actor_id',
  },
  { table: 'plan_receipt', key: 'plan_duty_id version', columns: 'person_id number digest' },
]
