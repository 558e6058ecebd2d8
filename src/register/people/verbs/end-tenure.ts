import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { tenure_end_form } from '../forms.ts'
import type { Keeper } from '../known.ts'
import { problemsWithEnd } from '../person-problems.ts'
import type { PeopleCode } from '../problem-words.ts'
import { endTenures } from './end-tenures.ts'

export type TenureEnd = { tenure_id: number; on: string; key: string; today: string }
export type Held = {
  tenure_id: number
  post_id: number
  person_id: number
  unit_id: number
  title: string
  unit_name: string
  since: string
}

/**
 * Ends a tenure from a day on; with it go the role it brought and what was lent of it. Refusals: unknown-tenure,
 * to-oneself, not-yours, no-such-day, to-come, not-after.
 */
export function endTenure(tx: Tx, actor: Keeper, { tenure_id, on, key, today }: TenureEnd): Promise<Outcome<null, PeopleCode>> {
  return once(tx, actor, { key, act: 'end-tenure', request: { tenure_id, on } }, async () => {
    const held = await findTenure(tx, tenure_id, today)
    return held ? closeTenure(tx, actor, held, { on, today }) : refused({ code: 'unknown-tenure', field: 'on' })
  })
}

/** The same within another verb, which has found who holds what. */
export async function closeTenure(
  tx: Tx,
  actor: Keeper,
  held: Held,
  { on, today }: { on: string; today: string },
): Promise<Outcome<null, PeopleCode>> {
  const { tenure_id, person_id, since } = held
  const leave = may(await standingOf(tx, actor.person_id, today), 'post', 'appoint', held)
  if (!leave.allowed) return refused({ code: person_id === actor.person_id ? 'to-oneself' : 'not-yours', field: 'on' })
  const wrong = problemsOf([...problemsWith(tenure_end_form, { on }, { today }), ...problemsWithEnd(on, { today, since })])
  if (wrong) return wrong
  await endTenures(tx, { tenure_ids: [tenure_id], on })
  const told = { object: 'tenure', object_id: String(tenure_id), digest: digestOf({ tenure_id, on }), retention: 'conduct' } as const
  await record(tx, actor, { act: 'end-tenure', ...told, on_behalf_of: leave.on_behalf_of })
  return done(null)
}

async function findTenure(tx: Tx, tenure_id: number, day: string): Promise<Held | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('tenure', ${tenure_id}))`.execute(tx)
  const { rows } = await sql<Held>`
    select t.tenure_id, t.post_id, t.person_id, p.unit_id, p.title, v.name as unit_name, lower(t.valid)::text as since
      from tenure t
      join post p using (post_id)
      join unit_version v on v.unit_id = p.unit_id and v.valid @> last_day_alive(p.unit_id, today_in_vietnam(), recorded_now()) and upper(v.recorded) = 'infinity'
     where t.tenure_id = ${tenure_id} and t.valid @> ${day}::date and upper(t.recorded) = 'infinity'`.execute(tx)
  return rows[0]
}

/** What somebody holds on a day or will hold later. */
export async function listHeld(tx: Tx, person_id: number, on: string): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select t.tenure_id, t.post_id, t.person_id, p.unit_id, p.title, v.name as unit_name, lower(t.valid)::text as since
      from tenure t
      join post p using (post_id)
      join unit_version v on v.unit_id = p.unit_id and v.valid @> last_day_alive(p.unit_id, today_in_vietnam(), recorded_now()) and upper(v.recorded) = 'infinity'
     where t.person_id = ${person_id} and t.valid && daterange(${on}::date, 'infinity') and upper(t.recorded) = 'infinity'
     order by t.tenure_id`.execute(tx)
  return rows
}
