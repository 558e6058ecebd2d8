import { query } from '../../platform/database/index.ts'
import sql from './list-to-remind.sql?raw'

/** Somebody who is missing. `again_on` is the first day on which they may be reminded again; null: they never were. */
export type MissingRow = {
  obligation_id: number
  person_id: number
  reminded_on: string | null
  again_on: string | null
  has_address: boolean
}

/** Within the scope of who asks. `day` is today in Vietnam. */
export const listToRemind = query<{ unit: string; campaign_id: number; day: string }, MissingRow>(sql)

/** Whom the rule of the days lets be reminded on a day. */
export function dueForReminder(rows: readonly MissingRow[], day: string): MissingRow[] {
  return rows.filter(({ again_on }) => again_on === null || again_on <= day)
}
