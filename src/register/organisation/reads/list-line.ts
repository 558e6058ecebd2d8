import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-line.sql?raw'

/** `day`: the day on which the line stood so, which is that asked while the unit goes on. */
export type LineRow = { key: string; day: string }

/** A unit with all above it, the top first; none if it did not exist yet. */
export const listLine = query<Clocks & { hierarchy: string; unit: string }, LineRow>(sql)
