import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const organisation_sealed: readonly SealedTable[] = [
  { table: 'instrument', key: 'instrument_id', columns: 'number kind issuer title signed_on effective_on published_on note' },
  { table: 'unit', key: 'unit_id', columns: 'key', instant: 'recorded_at' },
  { table: 'instrument_file', key: 'instrument_file_id', columns: 'instrument_id name media_type digest', files: 'bytes' },
  { table: 'unit_version', key: 'unit_version_id', columns: 'unit_id code name unit_kind place_id population instrument_id valid' },
  { table: 'placement', key: 'placement_id', columns: 'unit_id hierarchy parent_id instrument_id valid' },
  { table: 'succession_event', key: 'succession_event_id', columns: 'kind effective_on instrument_id' },
  {
    table: 'succession',
    key: 'succession_id',
    columns: 'succession_event_id predecessor_id successor_id population_share area_share certainty note',
  },
  {
    ...{ table: 'carry_rule', key: 'carry_rule_id' },
    ...{ columns: 'subject instrument_id rule least_share note valid set_by_instrument_id', later: { set_by_instrument_id: 'null' } },
  },
  { table: 'carry_statement', key: 'carry_statement_id', columns: 'carry_rule_id successor_id' },
  { table: 'holiday', key: 'holiday', columns: 'name_vi name_en instrument_id', later: { instrument_id: 'null' } },
  {
    ...{ table: 'register_profile', key: 'register_profile_id', files: 'emblem' },
    ...{ columns: 'unit_id keeper contact notice instrument_id', later: { instrument_id: 'null' } },
  },
]
