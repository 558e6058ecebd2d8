import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const programme_sealed: readonly SealedTable[] = [
  { table: 'programme', key: 'programme_id', columns: 'key name_vi name_en instrument_id started_on' },
  { table: 'programme_plan', key: 'programme_plan_id', columns: 'programme_id unit_id under_plan_id instrument_id valid' },
  { table: 'theme', key: 'theme_id', columns: 'programme_id unit_id year title instrument_id note' },
  { table: 'campaign', key: 'campaign_id', columns: 'programme_id unit_id year call', later: { call: '1' } },
  {
    table: 'campaign_terms',
    key: 'campaign_terms_id',
    columns: 'campaign_id opens_on due_on closes_on deeds_least deeds_most form_version instrument_id joins_until',
  },
  { table: 'campaign_state', key: 'campaign_state_id', columns: 'campaign_id state instrument_id valid reason' },
  { table: 'campaign_extension', key: 'campaign_extension_id', columns: 'campaign_id unit_id due_on instrument_id' },
  { table: 'campaign_focus', key: 'campaign_focus_id', columns: 'campaign_id unit_id focus' },
  { table: 'programme_note', key: 'programme_note_id', columns: 'programme_id unit_id note' },
  { table: 'obligation', key: 'obligation_id', columns: 'campaign_id person_id unit_id due_from' },
  {
    table: 'obligation_exception',
    key: 'obligation_exception_id',
    columns: 'obligation_id state reason instrument_id valid by_membership',
  },
  {
    ...{
      table: 'rating_scheme',
      key: 'rating_scheme_id',
      columns: 'instrument_id cap_share cap_base valid by_points cap_rounding quorum heads_within_unit',
    },
    later: { by_points: 'true', cap_rounding: 'down', quorum: 'two-thirds', heads_within_unit: 'false' },
  },
  { table: 'rating_level', key: 'rating_level_id', columns: 'rating_scheme_id least_points name_vi name_en' },
  { table: 'campaign_form', key: 'form_version', columns: 'valid instrument_id', instant: 'recorded_at' },
  { table: 'deed_bounds', key: 'deed_bounds_id', columns: 'deeds_least deeds_most instrument_id valid' },
  { table: 'exemption_reason', key: 'exemption_reason_id', columns: 'ordinal name_vi name_en asks_note instrument_id valid' },
  { table: 'programme_conclusion', key: 'programme_conclusion_id', columns: 'programme_id instrument_id valid' },
  { table: 'obligation_move', key: 'obligation_move_id', columns: 'obligation_id unit_id moved_on' },
]
