import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { vanishing_share } from '../roster.ts'
import { readInBulk } from '../verbs/compare-roster.ts'

/**
 * What a roster comes to beside the register: `back` are taken for people who had left, `resembling` are lines that may
 * be somebody who left or is elsewhere, whatever they are taken for, and `beyond` lines taken for somebody whom who
 * asks may not see. `known` is how many the register had, `a_year_before` how many a year before the day of the roster.
 */
export type RosterCounts = {
  lines: number
  new: number
  changed: number
  same: number
  doubtful: number
  back: number
  resembling: number
  beyond: number
  left: number
  known: number
  a_year_before: number
}

type Asked = { roster_import_id: number; unit_id: number; listed_on: string }

export async function countRoster(db: Db, { roster_import_id, unit_id, listed_on }: Asked): Promise<RosterCounts> {
  await readInBulk(db as Tx)
  const { rows } = await sql<RosterCounts>`
    select count(*)::int as lines,
           count(*) filter (where standing = 'new')::int as new,
           count(*) filter (where standing = 'changed')::int as changed,
           count(*) filter (where standing = 'same')::int as same,
           count(*) filter (where standing = 'doubtful')::int as doubtful,
           count(*) filter (where standing = 'back')::int as back,
           count(*) filter (where resembles)::int as resembling,
           count(*) filter (where standing = 'beyond')::int as beyond,
           (select count(*)::int from roster_left l where l.roster_import_id = ${roster_import_id}) as left,
           (select count(*)::int from roster_person p where p.roster_import_id = ${roster_import_id} and p.whence = 'here') as known,
           (select count(*)::int from membership m
             where m.unit_id in (select u.counted_id from units_counted_for('party', ${unit_id}, today_in_vietnam(), recorded_now()) u)
               and m.valid @> (${listed_on}::date - interval '1 year')::date and upper(m.recorded) = 'infinity') as a_year_before
      from roster_outcome
     where roster_import_id = ${roster_import_id}`.execute(db as Tx)
  return rows[0]!
}

/** How many lines and people would be written. */
export function countDiffering({ new: added, changed, back, left }: RosterCounts): number {
  return added + changed + back + left
}

/** The same, unit by unit: only those where something differs. */
export type UnitCounts = { unit_id: number; name: string; known: number; lines: number; new: number; left: number }

export async function listUnitCounts(db: Db, { roster_import_id }: Pick<Asked, 'roster_import_id'>): Promise<UnitCounts[]> {
  const { rows } = await sql<UnitCounts>`
    with counted as (
      select unit_id, 1 as known, 0 as lines, 0 as new, 0 as left from roster_person where roster_import_id = ${roster_import_id} and whence = 'here'
      union all
      select unit_id, 0, 1, (standing = 'new')::int, 0 from roster_outcome where roster_import_id = ${roster_import_id}
      union all
      select unit_id, 0, 0, 0, 1 from roster_left where roster_import_id = ${roster_import_id})
    select c.unit_id, v.name, sum(c.known)::int as known, sum(c.lines)::int as lines, sum(c.new)::int as new, sum(c.left)::int as left
      from counted c
      join unit_version v on v.unit_id = c.unit_id and v.valid @> last_day_alive(c.unit_id, today_in_vietnam(), recorded_now()) and upper(v.recorded) = 'infinity'
     group by 1, 2
    having sum(c.known) <> sum(c.lines) or sum(c.new) > 0 or sum(c.left) > 0
     order by sum(c.left) desc, v.name collate "vi-x-icu"`.execute(db as Tx)
  return rows
}

/** Whether some unit would lose more than a twentieth of its members. */
export function needsTyping(units: UnitCounts[]): boolean {
  return units.some(({ left, known }) => left > known * vanishing_share)
}
