import { query } from '../../../platform/database/index.ts'
import type { PlacedBlock } from '../arrangement.ts'
import type { PageName } from '../regions.ts'
import sql from './list-page-blocks.sql?raw'

/** How a page is arranged at an instant of the register: its blocks by region, in their order. */
export const listPageBlocks = query<{ page: PageName; recorded_as_of: string }, PlacedBlock>(sql, { is_short: true })
