import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, query, statement, type Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, type Standing, standingOf } from '../../../platform/role/index.ts'
import { moves, problemsWithUndo, type StepSince, undoableMove } from '../commitment.ts'
import sql from '../steps/find-steps.sql?raw'
import { lockObligation } from './save-draft.ts'
import { takeBack } from './take-back.ts'

type Step = StepSince & {
  commitment_step_id: number
  commitment_id: number
  obligation_id: number
  person_id: number
  unit_id: number
  full_name: string
}

/** `step_ids`: the steps that were in view, not their commitments: what somebody else has done anew meanwhile is not undone with them. */
export type Undoing = { step_ids: number[]; key: string; today: string }
/** What was undone: the move, and the commitment that stands now. */
export type Undone = { commitment_id: number; obligation_id: number; move: 'endorse' | 'enter-by-proxy' }[]

const most_at_once = 500
const findSteps = query<{ ids: number[] }, Step>(sql)
const closeStep = statement<{ commitment_step_id: number }, { commitment_id: number }>(`
  update commitment_step
     set recorded = closed(recorded)
   where commitment_step_id = :commitment_step_id and upper(recorded) = 'infinity'
  returning commitment_id`)

/**
 * Undoes endorsements and what was entered by proxy, while nothing has followed: all, or none. An endorsement leaves the register from now on, and stays in it as it was known
 * until now; an entry is withdrawn. Refusals, each naming whose it is: unknown-commitment, own-commitment, not-yours, and those of `problemsWithUndo`; none-chosen, too-many.
 */
export function undoSteps(tx: Tx, actor: Actor & { person_id: number }, { step_ids, key, today }: Undoing): Promise<Outcome<Undone>> {
  const ids = [...new Set(step_ids)].sort((a, b) => a - b)
  return once(tx, actor, { key, act: 'undo-step', request: { ids } }, async () => {
    if (ids.length === 0) return refused({ code: 'none-chosen' })
    if (ids.length > most_at_once) return refused({ code: 'too-many', limit: most_at_once })
    for (const obligation_id of new Set((await findSteps(tx, { ids })).map(step => step.obligation_id)))
      await lockObligation(tx, obligation_id)
    const steps = await findSteps(tx, { ids })
    if (steps.length < ids.length) return refused({ code: 'unknown-commitment' })
    const standing = await standingOf(tx, actor.person_id, today)
    const wrong = problemsOf(steps.flatMap(step => [...problemsWith(step, standing)]))
    if (wrong) return wrong
    const undone: Undone = []
    for (const step of steps)
      undone.push({
        commitment_id: await undo(tx, actor, step, today, standing),
        obligation_id: step.obligation_id,
        move: undoableMove(step)!,
      })
    return done(undone)
  })
}

function* problemsWith(step: Step, standing: Standing): Generator<Problem> {
  const values = { name: step.full_name }
  const move = undoableMove(step)
  if (step.person_id === standing.person_id) return yield { code: 'own-commitment', values }
  if (move && !may(standing, 'commitment', move, step).allowed) return yield { code: 'not-yours', values }
  for (const problem of problemsWithUndo(step)) yield { ...problem, values }
}

/** The commitment that stands now. */
async function undo(tx: Tx, actor: Actor, step: Step, today: string, standing: Standing): Promise<number> {
  const { commitment_step_id, commitment_id, obligation_id, person_id } = step
  const move = undoableMove(step)!
  const leave = may(standing, 'commitment', move, step)
  const restored = moves[move].undo === 'withdraw' ? await takeBack(tx, actor, { commitment_id, obligation_id, today }) : null
  if (moves[move].undo === 'close-step' && (await closeStep(tx, { commitment_step_id })).length !== 1)
    throw new Error(`step ${commitment_step_id} was not closed`)
  await record(tx, actor, {
    act: `undo-${move}`,
    object: 'commitment',
    object_id: String(commitment_id),
    digest: digestOf({ commitment_id, commitment_step_id, move, today }),
    retention: 'conduct',
    on_behalf_of: move === 'enter-by-proxy' ? person_id : leave.allowed ? leave.on_behalf_of : null,
  })
  return restored ?? commitment_id
}
