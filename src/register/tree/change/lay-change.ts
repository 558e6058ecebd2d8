import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, asOwner, change, type Database, type Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import type { UnitCode } from '../problem-words.ts'
import { applyChange } from './apply-change.ts'
import { hasCharge } from './list-changes.ts'
import { most_alone, sizeOf, type UnitChange } from './unit-change.ts'

export type Clerk = Actor & { person_id: number }
type Asked = { plan: UnitChange; now: Date }

/**
 * Lays a change before a second person; nothing of the map changes. That the register takes it is seen where it is
 * confirmed. Refusals: not-signed-yet, nothing-to-change, no-charge (units that whoever lays it has no charge of),
 * laid-already.
 */
export async function layChange(tx: Tx, actor: Clerk, { plan, now }: Asked): Promise<Outcome<{ unit_change_id: number }, UnitCode>> {
  const unfit = problemsOf(problemsWithLaying(plan, now))
  if (unfit) return unfit
  if (!(await hasCharge(tx, { person_id: actor.person_id, plan, act: 'keep', today: dayOf(now) }))) return refused({ code: 'no-charge' })
  const { rows: waiting } = await sql<{ unit_change_id: number }>`
    select c.unit_change_id from unit_change c left join unit_change_step s using (unit_change_id)
     where c.plan_digest = ${digestOf(plan)} and s.state is null`.execute(tx)
  if (waiting[0]) return refused({ code: 'laid-already', values: { number: waiting[0].unit_change_id } })
  return done(await insertChange(tx, actor, plan))
}

/**
 * What an office founds or names otherwise of its own word: few units, at once. It runs as the owner of the register,
 * for the application may not write the map; that whoever asks has charge of it is asked here, and by the database in
 * the same transaction. `key` is the form's, and `request` what was asked in it: a second press does nothing more.
 * Refusals: those of laying it, too-many-alone, those of `applyChange` and of the key.
 */
export function changeAlone(
  database: Pick<Database, 'connect'>,
  actor: Clerk,
  { plan, now, key, request = plan }: Asked & { key: string; request?: unknown },
): Promise<Outcome<{ unit_change_id: number }, UnitCode>> {
  return asOwner(database, owned =>
    change(owned, actor, tx =>
      once(tx, actor, { key, act: 'change-units', request }, async () => {
        await sql`set local neu_guong.loading = 'yes'`.execute(tx)
        if (sizeOf(plan) > most_alone) return refused({ code: 'too-many-alone', limit: most_alone })
        const laid = await layChange(tx, actor, { plan, now })
        if (!laid.ok) return laid
        const applied = await applyChange(tx, actor, plan, now)
        if (!applied.ok) return applied
        await takeStep(tx, actor, { ...laid.value, state: 'carried-out', plan })
        return laid
      }),
    ),
  )
}

function* problemsWithLaying(plan: UnitChange, now: Date): Generator<Problem<UnitCode>> {
  const { signed_on } = plan.instrument
  if (sizeOf(plan) === 0) yield { code: 'nothing-to-change' }
  if (signed_on > dayOf(now)) yield { code: 'not-signed-yet', field: 'instrument.signed_on', values: { day: signed_on } }
}

async function insertChange(tx: Tx, actor: Clerk, plan: UnitChange): Promise<{ unit_change_id: number }> {
  const plan_digest = digestOf(plan)
  const { rows } = await sql<{ unit_change_id: number }>`
    insert into unit_change (plan, plan_digest, laid_by)
    values (${JSON.stringify(plan)}::jsonb, ${plan_digest}, ${actor.person_id}) returning unit_change_id`.execute(tx)
  const { unit_change_id } = rows[0]!
  await note(tx, actor, 'lay-unit-change', { unit_change_id, digest: plan_digest })
  return { unit_change_id }
}

export type Step = {
  unit_change_id: number
  state: 'carried-out' | 'rejected' | 'withdrawn' | 'undone'
  reason?: string | null
  plan: UnitChange
}

const acts = {
  'carried-out': 'carry-out-unit-change',
  rejected: 'reject-unit-change',
  withdrawn: 'withdraw-unit-change',
  undone: 'undo-unit-change',
} as const

/**
 * Says what came of a change, with its entry of the ledger. Of two who decide at once the second waits, and gets false.
 */
export async function takeStep(tx: Tx, actor: Clerk, { unit_change_id, state, reason = null, plan }: Step): Promise<boolean> {
  const { rows } = await sql`
    insert into unit_change_step (unit_change_id, state, reason, taken_by)
    values (${unit_change_id}, ${state}, ${reason}, ${actor.person_id})
        on conflict do nothing
    returning unit_change_step_id`.execute(tx)
  if (rows.length === 0) return false
  await note(tx, actor, acts[state], { unit_change_id, digest: digestOf(plan) })
  return true
}

function note(tx: Tx, actor: Clerk, act: string, { unit_change_id, digest }: { unit_change_id: number; digest: string }) {
  return record(tx, actor, { act, object: 'unit-change', object_id: String(unit_change_id), digest, retention: 'organisation' })
}
