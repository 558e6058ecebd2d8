import { sql } from 'kysely'
import { dayOf } from '../../../basis/shared/dates.ts'
import type { Db, Tx } from '../../database/index.ts'
import { mayRestore, standingOf } from '../../role/index.ts'
import type { NotCome } from './list-not-come.ts'

type Held = { person_id: number; sign_in_name: string | null; needs_second: boolean; reached: number[] }
/** Somebody who has not come, and whom this administrator may invite. */
export type Covered = NotCome & Omit<Held, 'reached'>

/** Those whose every role the administrator covers; the others are an administrator's above. */
export async function keepCovered(db: Db, asking: number, wanted: readonly NotCome[], now: Date): Promise<Covered[]> {
  const standing = await standingOf(db, asking, dayOf(now))
  const held = await heldBy(db as Tx, wanted)
  return wanted.flatMap(one => {
    const { reached, ...of } = held.get(one.person_id)!
    return mayRestore(standing, 'invite', { ...one, reached }) ? [{ ...one, ...of }] : []
  })
}

async function heldBy(tx: Tx, wanted: readonly NotCome[]): Promise<Map<number, Held>> {
  const ids = wanted.map(({ person_id }) => person_id)
  const { rows } = await sql<Held>`
    select p.person_id, needs_second(p.person_id) as needs_second, array(select r.unit_id from reached_by(p.person_id) r) as reached,
           (select a.sign_in_name from account a where a.person_id = p.person_id and is_open(a.recorded)) as sign_in_name
      from unnest(${ids}::bigint[]) p (person_id)`.execute(tx)
  return new Map(rows.map(row => [row.person_id, row]))
}
