import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const exemplar_sealed: readonly SealedTable[] = [
  { table: 'exemplar', key: 'exemplar_id', columns: 'kind field unit_id' },
  { table: 'exemplar_profile', key: 'exemplar_id person_id', columns: 'name' },
  { table: 'exemplar_story', key: 'exemplar_id', columns: 'story_vi story_en' },
  { table: 'recognition', key: 'recognition_id', columns: 'exemplar_id level form achievement instrument_id decided_on revoked_on' },
  { table: 'consent', key: 'consent_id', columns: 'exemplar_id scope valid' },
]
