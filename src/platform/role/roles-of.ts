import { type Db, query } from '../database/index.ts'
import type { Held, Standing } from './policies.ts'
import reach_of from './reach-of.sql?raw'
import roles_of from './roles-of.sql?raw'

const rolesHeld = query<{ person_id: number; day: string }, Held>(roles_of, { keeps_plan: true })
const unitsReached = query<{ unit_id: number; day: string }, { unit_id: number }>(reach_of, { keeps_plan: true })

/**
 * The roles of a person on a day. Ask it in the person's own name (`look`): nobody else sees what was granted and lent
 * to them.
 */
export function rolesOf(db: Db, person_id: number, day: string): Promise<Held[]> {
  return rolesHeld(db, { person_id, day })
}

/** The roles with the units that each reaches: all that `may` needs. */
export async function standingOf(db: Db, person_id: number, day: string): Promise<Standing> {
  const held = []
  for (const role of await rolesOf(db, person_id, day)) {
    const reached = await unitsReached(db, { unit_id: role.unit_id, day })
    held.push({ ...role, reach: new Set(reached.map(unit => unit.unit_id)) })
  }
  return { person_id, held }
}
