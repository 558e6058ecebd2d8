import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const commitment_sealed: readonly SealedTable[] = [
  { table: 'commitment_part', key: 'form_version part', columns: 'ordinal title_vi title_en holds', instant: 'recorded_at' },
  {
    ...{ table: 'commitment_section', key: 'form_version section', instant: 'recorded_at' },
    columns: 'part ordinal title_vi title_en hint_vi hint_en longest',
  },
  {
    ...{
      table: 'commitment',
      key: 'commitment_id',
      columns: 'obligation_id version thought ethics working_style discipline prevention salt',
    },
    erasable: 'thought ethics working_style discipline prevention salt',
  },
  {
    table: 'commitment_step',
    key: 'commitment_step_id',
    columns: 'commitment_id state happened_on actor_id comment salt',
    erasable: 'comment salt',
  },
  { table: 'commitment_receipt', key: 'commitment_id', columns: 'number digest person_id entered_by' },
  {
    ...{ table: 'deed', key: 'deed_id', columns: 'commitment_id ordinal what how measure due_on registered_on salt' },
    erasable: 'what how measure salt',
  },
  { table: 'deed_step', key: 'deed_step_id', columns: 'deed_id state happened_on reason actor_id salt', erasable: 'reason salt' },
  {
    ...{ table: 'evidence', key: 'evidence_id', columns: 'deed_step_id person_id name media_type digest salt', files: 'bytes' },
    erasable: 'name bytes salt',
  },
  { table: 'remedy', key: 'limitation_id commitment_id', columns: 'what due_on' },
  { table: 'proxy_confirmation', key: 'commitment_id', columns: 'person_id' },
]
