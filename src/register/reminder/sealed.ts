import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const reminder_sealed: readonly SealedTable[] = [
  { table: 'reminder_rule', key: 'reminder_rule_id', columns: 'days instrument_id valid for_running', later: { for_running: 'false' } },
  { table: 'letter_text', key: 'letter_text_id', columns: 'letter unit_id subject body_vi body_en instrument_id valid' },
  { table: 'reminder_wave', key: 'reminder_wave_id', columns: 'campaign_id unit_id sent_by sent_as sent_from' },
  { table: 'reminder', key: 'reminder_id', columns: 'reminder_wave_id obligation_id person_id', instant: 'reminded_at' },
]
