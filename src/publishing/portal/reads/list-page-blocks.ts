import { query } from '../../../platform/database/index.ts'
import type { Region } from '../pages/composed-page.tsx'
import sql from './list-page-blocks.sql?raw'

export type PageName = 'home' | 'article'
export type PageBlockRow = { region: Region; place: number; block: string; settings: unknown }

/** How a page is arranged: its blocks by region and place. */
export const listPageBlocks = query<{ page: PageName; recorded_as_of: string }, PageBlockRow>(sql, { is_short: true })
