import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'

/**
 * Ends the versions of units on a day: what was written without the end is closed in recorded time, and written anew
 * with it.
 */
export async function endVersions(tx: Tx, keys: string[], day: string): Promise<void> {
  await sql`
    with closed as (
      update unit_version v
         set recorded = closed(v.recorded)
        from unit u
       where u.unit_id = v.unit_id and u.key = any(${keys})
         and v.valid && daterange(${day}, 'infinity') and upper(v.recorded) = 'infinity'
      returning v.unit_id, v.code, v.name, v.unit_kind, v.place_id, v.population, v.instrument_id, v.valid)
    insert into unit_version (unit_id, code, name, unit_kind, place_id, population, instrument_id, valid)
    select c.unit_id, c.code, c.name, c.unit_kind, c.place_id, c.population, c.instrument_id, daterange(lower(c.valid), ${day})
      from closed c
     where lower(c.valid) < ${day}`.execute(tx)
}

/** Ends the placements of units, in every hierarchy, on a day. */
export async function endPlacements(tx: Tx, keys: string[], day: string): Promise<void> {
  await sql`
    with closed as (
      update placement p
         set recorded = closed(p.recorded)
        from unit u
       where u.unit_id = p.unit_id and u.key = any(${keys})
         and p.valid && daterange(${day}, 'infinity') and upper(p.recorded) = 'infinity'
      returning p.unit_id, p.hierarchy, p.parent_id, p.instrument_id, p.valid)
    insert into placement (unit_id, hierarchy, parent_id, instrument_id, valid)
    select c.unit_id, c.hierarchy, c.parent_id, c.instrument_id, daterange(lower(c.valid), ${day})
      from closed c
     where lower(c.valid) < ${day}`.execute(tx)
}
