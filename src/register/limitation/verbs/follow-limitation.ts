import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { manyLines } from '../../../basis/shared/vietnamese.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { type Standing, standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { decideMove, type Movable, permittedMoves, readComment, recordMove } from '../../../platform/workflow/index.ts'
import { remedy_form } from '../forms.ts'
import { type LimitationMove, limitation_flow } from '../limitation.ts'
import type { LimitationCode } from '../problem-words.ts'
import { findLimitation, type Limitation } from '../reads/find-limitation.ts'
import { addPlan, problemsWithDue } from './raise-limitation.ts'

type Keeper = Actor & { person_id: number }
type At = { limitation_id: number; key: string; today: string }

/** Says anew how a limitation is to be repaired. Refusals: unknown-limitation, those of a move, of the form, past-day. */
export function planRemedy(
  tx: Tx,
  actor: Keeper,
  { limitation_id, key, today, ...answers }: At & Answers<typeof remedy_form>,
): Promise<Outcome<null, LimitationCode>> {
  return once(tx, actor, { key, act: 'plan-limitation', request: { limitation_id, ...answers } }, async () => {
    const found = await decided(tx, actor, 'plan', limitation_id, today)
    if (!found.ok) return found
    const wrong = problemsOf([...problemsWith(remedy_form, answers), ...problemsWithDue(answers, today)])
    if (wrong) return wrong
    await addPlan(tx, actor, { limitation_id, person_id: found.value.person_id, today, ...answers })
    await recordMove(tx, actor, limitation_flow, 'plan', {
      object_id: limitation_id,
      digest: digestOf({ limitation_id, ...answers, today }),
    })
    return done(null)
  })
}

export type Following = At & { move: Exclude<LimitationMove, 'plan'>; said: string }

/**
 * Takes a step with a limitation: its person says that it is repaired, somebody else has seen so or not, or it is
 * carried over. Refusals: unknown-limitation, own-work, not-yours, wrong-state, no-comment, too-long.
 */
export function followLimitation(
  tx: Tx,
  actor: Keeper,
  { limitation_id, move, key, today, ...sent }: Following,
): Promise<Outcome<null, LimitationCode>> {
  return once(tx, actor, { key, act: `${move}-limitation`, request: { limitation_id, said: sent.said } }, async () => {
    const found = await decided(tx, actor, move, limitation_id, today)
    if (!found.ok) return found
    const said = manyLines(sent.said)
    const comment = said === '' && !needsComment(move) ? done('') : readComment(said)
    if (!comment.ok) return comment
    await sql`
      insert into limitation_step (limitation_id, state, happened_on, said, actor_id)
      values (${limitation_id}, ${limitation_flow.moves[move].to}, ${today}, nullif(${comment.value}, ''), ${actor.person_id})`.execute(tx)
    await recordMove(tx, actor, limitation_flow, move, { object_id: limitation_id, digest: digestOf({ limitation_id, move, said, today }) })
    return done(null)
  })
}

function needsComment(move: LimitationMove): boolean {
  return limitation_flow.moves[move].comment === 'required'
}

/** The limitation, one step at a time, if who asks may take this one now. */
async function decided(
  tx: Tx,
  actor: Keeper,
  move: LimitationMove,
  limitation_id: number,
  today: string,
): Promise<Outcome<Limitation, LimitationCode>> {
  await sql`select pg_advisory_xact_lock(hashtextextended('limitation', ${limitation_id}))`.execute(tx)
  const [limitation] = await findLimitation(tx, { limitation_id, day: today })
  if (!limitation) return refused({ code: 'unknown-limitation' })
  const standing = await standingOf(tx, actor.person_id, today)
  const decision = decideMove(limitation_flow, move, movable(limitation, move), standing)
  return decision.ok ? done(limitation) : decision
}

/** What somebody may do with a limitation now. */
export function movesOfLimitation(limitation: Limitation, standing: Standing): LimitationMove[] {
  const names = Object.keys(limitation_flow.moves) as LimitationMove[]
  return names.filter(name => permittedMoves(limitation_flow, movable(limitation, name), standing).includes(name))
}

/** Whoever answers for the remedy has a hand in it where somebody is to see that it is repaired. */
function movable({ unit_id, person_id, owner_id, state }: Limitation, move: LimitationMove): Movable {
  const judged = move === 'verify' || move === 'return'
  return { unit_id, hands: judged && owner_id !== null && owner_id !== person_id ? [person_id, owner_id] : [person_id], state }
}
