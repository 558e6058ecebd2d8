import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import type { Standing } from '../../../platform/role/index.ts'
import { decideMove, readComment, recordMove } from '../../../platform/workflow/index.ts'
import { problemsWithBlocks } from '../../portal/index.ts'
import type { ArrangementCode } from '../problem-words.ts'
import { digestOfBlocks } from './arranged-blocks.ts'
import { type ArrangementMove, type ArrangementState, arrangement_flow } from './arrangement-flow.ts'
import { type Arranger, addStep, type ByArranger, takeHand } from './arrangement-rows.ts'
import { type Arrangement, lockArrangement } from './find-arrangement.ts'

/** Every move but approving: `read` is the number of the version that was in view. */
export type PlainMove = Exclude<ArrangementMove, 'approve'>
export type MoveAsked = ByArranger & { arrangement_id: number; move: PlainMove; read: number; comment: string }

/**
 * Moves an arrangement on, or back with what is to be mended. Refusals: unknown-arrangement, own-work, not-yours,
 * wrong-state, stale-version, no-comment, too-long; before it is handed in: those of its blocks (`problemsWithBlocks`).
 */
export function moveArrangement(tx: Tx, actor: Arranger, asked: MoveAsked): Promise<Outcome<{ step: number }, ArrangementCode>> {
  const { arrangement_id, move, read, key } = asked
  const said = commentOf(asked)
  if (!said.ok) return Promise.resolve(said)
  const comment = said.value
  return once(tx, actor, { key, act: `${move}-arrangement`, request: { arrangement_id, read, comment } }, async () => {
    const arrangement = await lockArrangement(tx, arrangement_id)
    if (!arrangement) return refused({ code: 'unknown-arrangement' })
    const unfit = move === 'submit' ? problemsOf(problemsWithBlocks(arrangement.page, arrangement.blocks)) : null
    const refusal = refusalToMove(arrangement, move, asked) ?? unfit
    if (refusal) return refusal
    return done({ step: await takeStep(tx, actor, arrangement, move, comment) })
  })
}

function commentOf({ move, comment }: Pick<MoveAsked, 'move' | 'comment'>): Outcome<string | null, ArrangementCode> {
  return 'comment' in arrangement_flow.moves[move] ? readComment(comment) : done(null)
}

/** Why somebody may not make a move upon what they have read; null where they may. */
function refusalToMove(
  { unit_id, writers, state, version }: Arrangement,
  move: ArrangementMove,
  { read, standing }: { read: number; standing: Standing },
) {
  const decision = decideMove(arrangement_flow, move, { unit_id, hands: writers, state }, standing)
  if (!decision.ok) return decision
  return read === version ? null : refused({ code: 'stale-version', limit: version })
}

/** The next step, and its entry in the ledger. */
async function takeStep(tx: Tx, actor: Arranger, arrangement: Arrangement, move: ArrangementMove, comment: string | null): Promise<number> {
  const { arrangement_id, page, blocks, version, state: from_state } = arrangement
  const number = arrangement.step + 1
  await addStep(tx, actor, {
    arrangement_id,
    number,
    from_state,
    move,
    state: arrangement_flow.moves[move].to as ArrangementState,
    comment,
  })
  const digest = digestOfBlocks(page, blocks)
  await recordMove(tx, actor, arrangement_flow, move, { object_id: arrangement_id, digest, to_version: version })
  return number
}

/** `publish_at` is null for now: a second press of the same button asks for the same. */
export type ApprovalAsked = ByArranger & { arrangement_id: number; read: number; publish_at: string | null; now: Date }

/**
 * Approves an arrangement to stand from an hour on, by its digest. Refusals: those of a move (own-work: who arranged in
 * it does not approve it), those of its blocks, hour-past, hour-too-far.
 */
export function approveArrangement(tx: Tx, actor: Arranger, asked: ApprovalAsked): Promise<Outcome<{ digest: string }, ArrangementCode>> {
  const { arrangement_id, read, publish_at, key, now } = asked
  const wrong = publish_at === null ? null : problemWithHour(publish_at, now)
  if (wrong) return Promise.resolve(wrong)
  return once(tx, actor, { key, act: 'approve-arrangement', request: { arrangement_id, read, publish_at } }, async () => {
    const arrangement = await lockArrangement(tx, arrangement_id)
    if (!arrangement) return refused({ code: 'unknown-arrangement' })
    const { page, blocks, version } = arrangement
    const refusal = refusalToMove(arrangement, 'approve', asked) ?? problemsOf(problemsWithBlocks(page, blocks))
    if (refusal) return refusal
    await takeHand(tx, actor, arrangement_id, 'approved')
    const step = await takeStep(tx, actor, arrangement, 'approve', null)
    const digest = digestOfBlocks(page, blocks)
    const approval = { arrangement_id, step, version, approved_by: actor.person_id, digest, publish_at: publish_at ?? now.toISOString() }
    await tx.insertInto('arrangement_approval').values(approval).execute()
    return done({ digest })
  })
}

const farthest_ms = 366 * 86_400_000
/** The clock of whoever presses may be a little behind ours. */
const just_now_ms = 60_000

function problemWithHour(publish_at: string, now: Date) {
  const ahead_ms = Date.parse(publish_at) - now.getTime()
  if (!(ahead_ms > -just_now_ms)) return refused({ code: 'hour-past', field: 'hour' })
  return ahead_ms > farthest_ms ? refused({ code: 'hour-too-far', field: 'day' }) : null
}
