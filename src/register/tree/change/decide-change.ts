import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { asOwner, change, type Database, type Db, type Tx } from '../../../platform/database/index.ts'
import { look } from '../../../platform/sign-in/index.ts'
import type { UnitCode } from '../problem-words.ts'
import { applyChange } from './apply-change.ts'
import { type Clerk, takeStep } from './lay-change.ts'
import { findChange, hasCharge, type LaidChange } from './list-changes.ts'
import { takeBack } from './take-back.ts'
import { type ChangeMove, longest_reason, moves } from './unit-change.ts'

type Asked = { unit_change_id: number; now: Date }
type Decided = Outcome<{ unit_change_id: number }, UnitCode>

/**
 * A second person's word for a change, which is carried out in the same transaction, as the owner of the register.
 * Refusals: unknown-change, settled-already, own-change, no-charge; register-moved with those of `applyChange`, where
 * the register does not take it any more.
 */
export async function confirmChange(
  database: Pick<Database, 'kysely' | 'connect'>,
  actor: Clerk,
  { unit_change_id, now }: Asked,
): Promise<Decided> {
  const found = await look(database, actor, db => findToMove(db, actor, 'confirm', { unit_change_id, now }))
  if (!found.ok) return found
  const { plan } = found.value
  return asOwner(database, owned =>
    change(owned, actor, async tx => {
      const applied = await applyChange(tx, actor, plan, now)
      if (!applied.ok) return { ok: false, problems: [{ code: 'register-moved' }, ...applied.problems] }
      const taken = await takeStep(tx, actor, { unit_change_id, state: 'carried-out', plan })
      return taken ? done({ unit_change_id }) : refused({ code: 'settled-already' })
    }),
  )
}

/**
 * A second person says no, and why; or whoever laid it takes it back. Refusals: unknown-change, settled-already,
 * own-change, anothers-change, no-charge, no-reason, too-long.
 */
export async function refuseChange(
  tx: Tx,
  actor: Clerk,
  { unit_change_id, move, reason, now }: Asked & { move: 'reject' | 'withdraw'; reason: string },
): Promise<Decided> {
  const found = await findToMove(tx, actor, move, { unit_change_id, now })
  if (!found.ok) return found
  const why = move === 'reject' ? reason.trim().normalize('NFC') : null
  if (why === '') return refused({ code: 'no-reason', field: 'reason' })
  if ((why ?? '').length > longest_reason) return refused({ code: 'too-long', field: 'reason', limit: longest_reason })
  const taken = await takeStep(tx, actor, { unit_change_id, state: moves[move].to, reason: why, plan: found.value.plan })
  return taken ? done({ unit_change_id }) : refused({ code: 'settled-already' })
}

/**
 * Takes back what a change has written, while nothing goes on from it. Refusals: unknown-change, settled-already (it
 * waits, or was undone), no-charge, changed-since, named-elsewhere (where).
 */
export async function undoChange(
  database: Pick<Database, 'kysely' | 'connect'>,
  actor: Clerk,
  { unit_change_id, now }: Asked,
): Promise<Decided> {
  const found = await look(database, actor, db => findToMove(db, actor, 'undo', { unit_change_id, now }))
  if (!found.ok) return found
  return asOwner(database, owned =>
    change(owned, actor, async tx => {
      const taken = await takeStep(tx, actor, { unit_change_id, state: 'undone', plan: found.value.plan })
      if (!taken) return refused({ code: 'settled-already' })
      const back = await takeBack(tx, unit_change_id)
      return back.ok ? done({ unit_change_id }) : back
    }),
  )
}

/** A change of which somebody may take a step now. */
async function findToMove(
  db: Db,
  { person_id }: Clerk,
  move: ChangeMove,
  { unit_change_id, now }: Asked,
): Promise<Outcome<LaidChange, UnitCode>> {
  const found = await findChange(db, unit_change_id)
  if (!found) return refused({ code: 'unknown-change' })
  const { by, act, from } = moves[move]
  const is_own = found.laid_by === person_id
  if (found.state !== from) return refused({ code: 'settled-already' })
  if (by === 'proposer' && !is_own) return refused({ code: 'anothers-change' })
  if (by === 'second' && is_own) return refused({ code: 'own-change' })
  if (by === 'proposer') return done(found)
  return (await hasCharge(db, { person_id, plan: found.plan, act, today: dayOf(now) })) ? done(found) : refused({ code: 'no-charge' })
}
