import { sql } from 'kysely'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { standingOf } from '../../../platform/role/index.ts'
import { decideMove, readComment } from '../../../platform/workflow/index.ts'
import type { Clerk } from '../verbs/take-step.ts'
import { type Award, award_list_flow, type ListMove, movable } from './award-list.ts'
import { compareAwards } from './compare-awards.ts'
import { type AwardList, findAwardList } from './find-award-lists.ts'
import type { AwardListCode } from './problem-words.ts'
import { takeListStep } from './take-list-step.ts'
import { takeBackAwards, writeAwards } from './write-awards.ts'

type Moving = { award_list_id: number; move: ListMove; comment: string; key: string; today: string }

/**
 * Takes a list of recognitions a step further: a second person has it written, or rejects it; whoever sent it takes it
 * back; what was written is undone as a whole. Refusals: unknown-list; own-work, not-yours, wrong-state; no-comment,
 * too-long; list-moved (the register has changed since it was sent); not-oneself (whoever confirms it is in it);
 * awards-moved (some of it was revoked since).
 */
export function moveAwardList(
  tx: Tx,
  actor: Clerk,
  { award_list_id, move, comment, key, today }: Moving,
): Promise<Outcome<null, AwardListCode>> {
  return once(tx, actor, { key, act: `${move}-award-list`, request: { award_list_id, comment } }, async () => {
    await sql`select pg_advisory_xact_lock(hashtextextended('award-list', 0))`.execute(tx)
    const list = await findAwardList(tx, { award_list_id, day: today })
    if (!list) return refused({ code: 'unknown-list' })
    const decision = decideMove(award_list_flow, move, movable(list), await standingOf(tx, actor.person_id, today))
    if (!decision.ok) return decision
    const said = 'comment' in award_list_flow.moves[move] ? readComment(comment) : done(null)
    if (!said.ok) return said
    const unfit = move === 'confirm' ? await problemWithConfirming(tx, actor, list, today) : null
    if (unfit) return unfit
    await takeListStep(tx, actor, { award_list_id, digest: list.digest, move, comment: said.value })
    if (move === 'confirm') await writeAwards(tx, actor, list)
    if (move === 'undo' && !(await takeBackAwards(tx, actor, list, said.value!))) return refused({ code: 'awards-moved' })
    return done(null)
  })
}

/** What was right when it was sent is judged again, with the eyes of whoever confirms it. */
async function problemWithConfirming(tx: Tx, actor: Clerk, { lines, place, uploaded_by }: AwardList, today: string) {
  const again = await compareAwards(tx, { lines, columns: place.columns, sender: uploaded_by, today })
  const whose = (awards: readonly Award[]) => awards.map(({ row, exemplar_id }) => `${row} ${exemplar_id ?? ''}`).join()
  if (again.faults.length > 0 || whose(again.awards) !== whose(lines)) return refused<AwardListCode>({ code: 'list-moved' })
  return lines.some(({ person_id }) => person_id === actor.person_id) ? refused<AwardListCode>({ code: 'not-oneself' }) : null
}
