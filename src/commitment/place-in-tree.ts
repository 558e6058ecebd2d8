import { sql } from 'kysely'
import type { Db, Tx } from '../database/index.ts'

type InTree = { unit_id: number; parent_id: number | null; parent_key: string | null; parent_name: string | null }

/** Where a unit stands in the party's tree on a day, and what stands above it. */
export async function placeInTree(db: Db, unit: string, day: string): Promise<InTree | undefined> {
  const { rows } = await sql<InTree>`
    select u.unit_id, p.parent_id, above.key as parent_key, v.name as parent_name
      from unit u
      left join placement p    on p.unit_id = u.unit_id and p.hierarchy = 'party' and p.valid @> ${day}::date and upper(p.recorded) = 'infinity'
      left join unit above     on above.unit_id = p.parent_id
      left join unit_version v on v.unit_id = p.parent_id and v.valid @> ${day}::date and upper(v.recorded) = 'infinity'
     where u.key = ${unit}`.execute(db as Tx)
  return rows[0]
}
