import { done, type Outcome, refused } from '../../../../basis/shared/outcome.ts'
import type { Tx } from '../../../../platform/database/index.ts'
import { once } from '../../../../platform/ledger/index.ts'
import { readComment } from '../../../../platform/workflow/index.ts'
import type { AssessingCode } from '../problem-words.ts'
import type { StandingCase } from '../reads/find-case.ts'
import { case_flow, type PlainMove } from '../standing-case.ts'
import { isAssessed } from './begin-case.ts'
import { type Clerk, findForStep, takeStep } from './take-step.ts'

export type CaseMoving = { standing_case_id: number; move: PlainMove; comment: string; key: string; today: string }

/**
 * Takes an assessment a step on: sends it in, takes it back, appraises it, or gives it back. What was appraised is the
 * commune's number in the register. Refusals: unknown-case, own-work, not-yours, own-unit, wrong-state; no-comment,
 * too-long; criteria-open (limit: how many); day-assessed-already.
 */
export function moveCase(
  tx: Tx,
  actor: Clerk,
  { standing_case_id, move, comment, key, today }: CaseMoving,
): Promise<Outcome<null, AssessingCode>> {
  return once(tx, actor, { key, act: 'move-assessment', request: { standing_case_id, move, comment } }, async () => {
    const asked = await findForStep(tx, actor, { standing_case_id, move, today })
    if (!asked.ok) return asked
    const found = asked.value
    const said = 'comment' in case_flow.moves[move] ? readComment(comment) : done(null)
    if (!said.ok) return said
    if (move === 'submit' && found.said < found.criteria) return refused({ code: 'criteria-open', limit: found.criteria - found.said })
    if (move === 'appraise') {
      if (await isAssessed(tx, found)) return refused({ code: 'day-assessed-already' })
      await count(tx, found)
    }
    await takeStep(tx, actor, { standing_case_id, move, today, found, comment: said.value })
    return done(null)
  })
}

/** How many criteria were met, in the register for everybody. */
async function count(tx: Tx, { criteria_set_id, place_id, assessed_on, met }: StandingCase): Promise<void> {
  await tx.insertInto('assessment').values({ criteria_set_id, unit_id: place_id, assessed_on, met }).execute()
}
