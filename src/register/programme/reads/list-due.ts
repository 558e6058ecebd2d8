import { query } from '../../../platform/database/index.ts'
import sql from './list-due.sql?raw'

export type DueRow = { obligation_id: number; full_name: string; unit_name: string; above_name: string | null }

/** How many a search shows. */
export const most_due = 30

/** At most `most`. */
export const listDue = query<{ unit: string; campaign_id: number; name: string; day: string; asking: number; most: number }, DueRow>(sql)

/** How many would be due if a campaign opened in a unit on a day. */
export const countMembers = query<{ unit: string; opens_on: string }, { members: number; cells: number }>(`
  select count(distinct m.person_id)::int as members, count(distinct w.unit_id)::int as cells
    from unit u
   cross join lateral units_counted_for('party', u.unit_id, :opens_on::date, recorded_now()) w
    join membership m on m.unit_id = w.counted_id and m.valid @> :opens_on::date and upper(m.recorded) = 'infinity'
   where u.key = :unit`)
