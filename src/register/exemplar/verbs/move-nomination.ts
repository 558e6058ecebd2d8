import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { readComment } from '../../../platform/workflow/index.ts'
import { nomination_flow, type PlainMove } from '../exemplar.ts'
import { findExemplarRule } from '../exemplar-rule.ts'
import type { ExemplarCode } from '../problem-words.ts'
import type { Nomination } from '../reads/find-nomination.ts'
import { type Clerk, findForStep, takeStep } from './take-step.ts'

export type NominationMoving = { nomination_id: number; move: PlainMove; comment: string; key: string; today: string }

/**
 * Takes a case a step on: sends it in, takes it back, verifies it, gives it back, rejects it, gives notice of it, ends it
 * by what the notice brought, or recommends it. Refusals: unknown-nomination, own-work, not-yours, own-unit, wrong-state;
 * no-comment, too-long; notice-not-over, with the last day on which it stands.
 */
export function moveNomination(
  tx: Tx,
  actor: Clerk,
  { nomination_id, move, comment, key, today }: NominationMoving,
): Promise<Outcome<null, ExemplarCode>> {
  return once(tx, actor, { key, act: 'move-nomination', request: { nomination_id, move, comment } }, async () => {
    const found = await findForStep(tx, actor, { nomination_id, move, today })
    if (!found.ok) return found
    const said = asksWhy(move) ? readComment(comment) : done(null)
    if (!said.ok) return said
    const until = found.value.notice_until
    if (move === 'recommend' && until !== null && today <= until) return refused({ code: 'notice-not-over', limit: until })
    if (move === 'announce') await announce(tx, found.value, today)
    if (move === 'dismiss') await sql`update notice set recorded = closed(recorded) where nomination_id = ${nomination_id}`.execute(tx)
    await takeStep(tx, actor, { nomination_id, move, comment: said.value })
    return done(null)
  })
}

/** Whether a step needs its reason said. */
export function asksWhy(move: PlainMove): boolean {
  return 'comment' in nomination_flow.moves[move]
}

/** From today, for as many working days as the register asks. */
async function announce(tx: Tx, { nomination_id, exemplar_id, name, achievement }: Nomination, today: string): Promise<void> {
  const { notice_days } = await findExemplarRule(tx, today)
  await tx
    .insertInto('notice')
    .values({ nomination_id, exemplar_id, name: name ?? `#${exemplar_id}`, achievement, opened_on: today, working_days: notice_days })
    .execute()
}
