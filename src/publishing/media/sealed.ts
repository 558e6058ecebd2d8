import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const media_sealed: readonly SealedTable[] = [
  { table: 'image', key: 'digest', columns: 'width height fallback', instant: 'recorded_at' },
  { table: 'image_file', key: 'digest width media_type', files: 'bytes', instant: 'recorded_at' },
  { table: 'photo', key: 'photo_id', columns: 'unit_id', instant: 'recorded_at' },
  {
    table: 'photo_version',
    key: 'photo_id number',
    columns: 'written_by writer_name name sent_digest digest alt caption credit focus shows exemplar_id is_decided',
    instant: 'recorded_at',
  },
]
