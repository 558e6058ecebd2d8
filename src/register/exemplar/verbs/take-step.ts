import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { may, type Standing, standingOf } from '../../../platform/role/index.ts'
import { decideMove, type Movable, permittedMoves, recordMove } from '../../../platform/workflow/index.ts'
import { type NominationMove, nomination_flow } from '../exemplar.ts'
import type { ExemplarCode } from '../problem-words.ts'
import { lockedNomination, type Nomination } from '../reads/find-nomination.ts'

export type Clerk = Actor & { person_id: number }
type Hands = Pick<Nomination, 'unit_id' | 'nominated_by' | 'person_id' | 'state'>

/** What whoever put a case forward moves is theirs; what others judge is of whoever put it forward and of whom it names. */
function movable({ unit_id, nominated_by, person_id, state }: Hands, move: NominationMove): Movable {
  const is_nominators = nomination_flow.moves[move].by === 'nominator'
  return { unit_id, state, hands: is_nominators || person_id === null ? [nominated_by] : [nominated_by, person_id] }
}

/**
 * Whether somebody may take a step now. Refusals: own-work, not-yours, wrong-state; own-unit, where their role is of the
 * unit that put it forward.
 */
export function decideStep(found: Hands, move: NominationMove, standing: Standing): Outcome<unknown, ExemplarCode> {
  const decision = decideMove(nomination_flow, move, movable(found, move), standing)
  if (!decision.ok) return decision
  return nomination_flow.moves[move].by === 'verifier' && !isFromElsewhere(found, standing) ? refused({ code: 'own-unit' }) : decision
}

function isFromElsewhere({ unit_id }: Hands, standing: Standing): boolean {
  const elsewhere = { ...standing, held: standing.held.filter(held => held.unit_id !== unit_id) }
  return may(elsewhere, 'exemplar', 'verify', { unit_id }).allowed
}

/** The steps that somebody may take now, in the order of the table. */
export function stepsPermitted(found: Hands, standing: Standing): NominationMove[] {
  const by_maker = permittedMoves(nomination_flow, movable(found, 'submit'), standing)
  const of_others = permittedMoves(nomination_flow, movable(found, 'verify'), standing)
  return [...new Set([...by_maker, ...of_others])].filter(move => decideStep(found, move, standing).ok)
}

type Asked = { nomination_id: number; move: NominationMove; today: string }

/** The case, held for a step that somebody may take. Refusals: unknown-nomination and those of `decideStep`. */
export async function findForStep(tx: Tx, actor: Clerk, { nomination_id, move, today }: Asked): Promise<Outcome<Nomination, ExemplarCode>> {
  const found = await lockedNomination(tx, nomination_id, today)
  if (!found) return refused({ code: 'unknown-nomination' })
  const decision = decideStep(found, move, await standingOf(tx, actor.person_id, today))
  return decision.ok ? { ok: true, value: found } : decision
}

/** Writes a step with its entry of the ledger; `with_it` is what the step says besides. */
export async function takeStep(
  tx: Tx,
  actor: Clerk,
  { nomination_id, move, comment = null, with_it = {} }: Omit<Asked, 'today'> & { comment?: string | null; with_it?: object },
): Promise<void> {
  const state = nomination_flow.moves[move].to
  await tx.insertInto('nomination_step').values({ nomination_id, state, taken_by: actor.person_id, comment }).execute()
  await recordMove(tx, actor, nomination_flow, move, {
    object_id: nomination_id,
    digest: digestOf({ nomination_id, state, comment, ...with_it }),
  })
}
