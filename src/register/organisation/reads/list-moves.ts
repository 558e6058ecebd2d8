import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-moves.sql?raw'

/** Keys of units from the parent upwards. `line_after` is null where what left its parent became nothing. */
export type MoveRow = { line_before: string[]; line_after: string[] | null }

/**
 * What moved on the tree after one day and up to another, or became known to have moved; `since_instant` is the first
 * day's.
 */
export const listMoves = query<Clocks & { hierarchy: string; since: string; since_instant: string }, MoveRow>(sql)
