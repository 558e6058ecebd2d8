import { type Db, query } from '../../../platform/database/index.ts'
import type { Cell } from './list-cell.ts'

/**
 * Of those due in a unit, how many are not shown to who asks, and how many of these are missing. The counts name
 * nobody, so everybody may read them.
 */
export type Hidden = { due: number; missing: number }

const countDue = query<{ unit: string; campaign_id: number; day: string }, { due: number; missing: number }>(`
  select coalesce(sum(t.due), 0)::int as due, coalesce(sum(t.due) - sum(t.submitted), 0)::int as missing
    from commitment_tally t
   where t.campaign_id = :campaign_id and t.valid_on <= :day::date
     and t.unit_id = any (array(select a.unit_id from unit u cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a where u.key = :unit))`)

/** What the tallies know of a unit beyond the rows that are shown. */
export async function countHidden(db: Db, of: { unit: string; campaign_id: number; day: string }, cell: Cell): Promise<Hidden> {
  const [all] = await countDue(db, of)
  const { missing, returned, waiting, endorsed, approved } = cell
  const shown = {
    due: missing.length + returned.length + waiting.length + endorsed.length + approved.length,
    missing: missing.length + returned.length,
  }
  return { due: Math.max(0, all!.due - shown.due), missing: Math.max(0, all!.missing - shown.missing) }
}
