import type { SealedTable } from '../../platform/ledger/index.ts'

/** The rows of this room that the ledger vouches for: whatever a change writes here, its entries are digested over. */
export const newsroom_sealed: readonly SealedTable[] = [
  { table: 'article', key: 'article_id', columns: 'slug topic', instant: 'recorded_at' },
  { table: 'edition', key: 'edition_id', columns: 'article_id lang number title lead picture body byline published_at' },
  { table: 'citation', key: 'citation_id', columns: 'edition_id mark figure_run_id printed', instant: 'recorded_at' },
]
