import { query } from '../database/index.ts'
import type { Clocks } from '../shared/dates.ts'
import sql from './list-line.sql?raw'

/** `day`: the day on which the line stood so, which is that asked while the unit goes on. */
export type LineRow = { key: string; day: string }

/** A unit with all above it, the top first; none if it did not exist yet. */
export const listLine = query<Clocks & { hierarchy: string; unit: string }, LineRow>(sql)
