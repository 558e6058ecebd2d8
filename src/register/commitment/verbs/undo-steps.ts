import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, refused, withValues } from '../../../basis/shared/outcome.ts'
import { type Actor, query, statement, type Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { standingOf } from '../../../platform/role/index.ts'
import { recordUndo } from '../../../platform/workflow/index.ts'
import { commitment_flow, type DecidedUndo, decideUndoing, type MoveName, type UndoableStep } from '../commitment.ts'
import type { CommitmentCode } from '../problem-words.ts'
import sql from '../steps/find-steps.sql?raw'
import { lockObligation } from './save-draft.ts'
import { takeBack } from './take-back.ts'

type Step = UndoableStep & { commitment_step_id: number; commitment_id: number; obligation_id: number; full_name: string }

/**
 * `step_ids`: the steps that were in view, not their commitments: what somebody else has done anew meanwhile is not
 * undone with them.
 */
export type Undoing = { step_ids: number[]; key: string; today: string }
/** What was undone: the move, and the commitment that stands now. */
export type Undone = { commitment_id: number; obligation_id: number; move: MoveName }[]

const most_at_once = 500
const findSteps = query<{ ids: number[] }, Step>(sql)
const closeStep = statement<{ commitment_step_id: number }, { commitment_id: number }>(`
  update commitment_step
     set recorded = closed(recorded)
   where commitment_step_id = :commitment_step_id and upper(recorded) = 'infinity'
  returning commitment_id`)

/**
 * Undoes endorsements and what was entered by proxy, while nothing has followed: all, or none. An endorsement leaves
 * the register from now on, and stays in it as it was known until now; an entry is withdrawn, until its member has said
 * that it is theirs. Refusals, each naming whose it is: unknown-commitment, those of `decideUndoing`; none-chosen,
 * too-many.
 */
export function undoSteps(
  tx: Tx,
  actor: Actor & { person_id: number },
  { step_ids, key, today }: Undoing,
): Promise<Outcome<Undone, CommitmentCode>> {
  const ids = [...new Set(step_ids)].sort((a, b) => a - b)
  return once(tx, actor, { key, act: 'undo-step', request: { ids } }, async () => {
    if (ids.length === 0) return refused({ code: 'none-chosen' })
    if (ids.length > most_at_once) return refused({ code: 'too-many', limit: most_at_once })
    const steps = await lockedSteps(tx, ids)
    if (steps.length < ids.length) return refused({ code: 'unknown-commitment' })
    const standing = await standingOf(tx, actor.person_id, today)
    const problems: Problem<CommitmentCode>[] = []
    const undone: Undone = []
    for (const step of steps) {
      const decision = decideUndoing(step, standing)
      if (!decision.ok) problems.push(...withValues(decision, { name: step.full_name }).problems)
      else if (problems.length === 0) undone.push(await undo(tx, actor, step, decision.value, today))
    }
    return problems.length > 0 ? refused(...problems) : done(undone)
  })
}

/** Of those who judge at once one comes after the other, and sees what the first has done. */
async function lockedSteps(tx: Tx, ids: number[]): Promise<Step[]> {
  const before = await findSteps(tx, { ids })
  for (const obligation_id of new Set(before.map(step => step.obligation_id))) await lockObligation(tx, obligation_id)
  return findSteps(tx, { ids })
}

/** What was undone, with the commitment that stands now. */
async function undo(tx: Tx, actor: Actor, step: Step, { move, on_behalf_of }: DecidedUndo, today: string): Promise<Undone[number]> {
  const { commitment_step_id, commitment_id, obligation_id, person_id } = step
  const is_withdrawn = commitment_flow.moves[move].undo === 'withdraw'
  const restored = is_withdrawn ? await takeBack(tx, actor, { commitment_id, obligation_id, today }) : null
  if (!is_withdrawn && (await closeStep(tx, { commitment_step_id })).length !== 1)
    throw new Error(`step ${commitment_step_id} was not closed`)
  await recordUndo(tx, actor, commitment_flow, move, {
    object_id: commitment_id,
    digest: digestOf({ commitment_id, commitment_step_id, move, today }),
    on_behalf_of: move === 'enter-by-proxy' ? person_id : on_behalf_of,
  })
  return { commitment_id: restored ?? commitment_id, obligation_id, move }
}
