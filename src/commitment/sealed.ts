import type { SealedTable } from '../ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const commitment_sealed: readonly SealedTable[] = [
  { table: 'commitment', key: 'commitment_id', columns: 'obligation_id version thought ethics working_style discipline prevention' },
  { table: 'commitment_step', key: 'commitment_step_id', columns: 'commitment_id state happened_on actor_id comment' },
  { table: 'commitment_receipt', key: 'commitment_id', columns: 'number digest person_id entered_by' },
  { table: 'deed', key: 'deed_id', columns: 'commitment_id ordinal what how measure due_on registered_on' },
  { table: 'deed_step', key: 'deed_step_id', columns: 'deed_id state happened_on reason actor_id' },
  { table: 'evidence', key: 'evidence_id', columns: 'deed_step_id person_id name media_type digest', files: 'bytes' },
  { table: 'limitation', key: 'limitation_id', columns: 'obligation_id what raised_on' },
  { table: 'remedy', key: 'limitation_id commitment_id', columns: 'what due_on' },
  { table: 'proxy_confirmation', key: 'commitment_id', columns: 'person_id' },
  { table: 'plan_duty', key: 'plan_duty_id', columns: 'post_id person_id year campaign_id unit_id led_unit_id due_from' },
  {
    table: 'action_plan',
    key: 'action_plan_id',
    columns: 'post_id person_id year exemplary_content tasks_of_the_post presented_on state valid version actor_id comment',
  },
  { table: 'plan_deed', key: 'plan_deed_id', columns: 'plan_duty_id person_id version ordinal what how measure due_on' },
  { table: 'plan_receipt', key: 'plan_duty_id version', columns: 'person_id number digest' },
  { table: 'reminder_rule', key: 'reminder_rule_id', columns: 'days instrument_id valid' },
  { table: 'reminder_wave', key: 'reminder_wave_id', columns: 'campaign_id unit_id sent_by sent_as sent_from' },
  { table: 'reminder', key: 'reminder_id', columns: 'reminder_wave_id obligation_id person_id', instant: 'reminded_at' },
  {
    table: 'commitment_tally',
    key: 'commitment_tally_id',
    columns: 'campaign_id unit_id deeds valid_on due submitted on_time approved',
    instant: 'recorded_at',
  },
  {
    table: 'deed_tally',
    key: 'deed_tally_id',
    columns: 'campaign_id unit_id valid_on commitments registered done partly not_done',
    instant: 'recorded_at',
  },
  { table: 'leadership_tally', key: 'leadership_tally_id', columns: 'unit_id year valid_on tenures planned', instant: 'recorded_at' },
]
