import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const people_sealed: readonly SealedTable[] = [
  { table: 'person', key: 'person_id', instant: 'since' },
  { table: 'person_version', key: 'person_version_id', columns: 'person_id full_name birth_date gender ethnicity birth_year' },
  { table: 'membership', key: 'membership_id', columns: 'person_id unit_id kind valid' },
  { table: 'membership_end', key: 'membership_id', columns: 'person_id reason' },
  { table: 'party_card', key: 'party_card_id', columns: 'person_id card_number' },
  { table: 'tenure', key: 'tenure_id', columns: 'post_id person_id instrument_id valid' },
  { table: 'post', key: 'post_id', columns: 'unit_id title is_head leads', instant: 'recorded_at' },
]
