import { createHash } from 'node:crypto'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import type { SentFile } from '../../../platform/staff/index.ts'
import { decideMove, notYours } from '../../../platform/workflow/index.ts'
import type { Clerk } from '../verbs/take-step.ts'
import { award_list_flow } from './award-list.ts'
import { compareAwards } from './compare-awards.ts'
import type { AwardListCode } from './problem-words.ts'
import { takeListStep } from './take-list-step.ts'
import type { AwardsRead } from './tasks.ts'

type Sending = { unit_id: number; file: SentFile; read: AwardsRead; key: string; today: string }

/**
 * Keeps a list of recognitions with what it comes to beside the register: it waits for a second person, or for its
 * cells to be mended. Nothing is recognised by it. Refusals: those of the move and of the key.
 */
export function sendAwardList(
  tx: Tx,
  actor: Clerk,
  { unit_id, file, read, key, today }: Sending,
): Promise<Outcome<{ award_list_id: number }, AwardListCode>> {
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  return once(tx, actor, { key, act: 'send-award-list', request: { unit_id, digest } }, async () => {
    const standing = await standingOf(tx, actor.person_id, today)
    const decision = decideMove(award_list_flow, 'send', { unit_id, hands: [actor.person_id], state: null }, standing)
    if (!decision.ok) return decision
    if (!may(standing, 'exemplar', 'recognise', { unit_id }).allowed) return refused(notYours(award_list_flow, 'confirm'))
    const { columns } = read.place
    const compared = await compareAwards(tx, { lines: read.lines, columns, sender: actor.person_id, today })
    const faults = [...read.faults, ...compared.faults].toSorted((a, b) => a.row - b.row || a.column - b.column)
    const { award_list_id } = await tx
      .insertInto('award_list')
      .values({
        ...{ unit_id, uploaded_by: actor.person_id, file_name: file.name, file: Buffer.from(file.bytes), digest },
        ...{ place: JSON.stringify(read.place), lines: JSON.stringify(compared.awards), faults: JSON.stringify(faults) },
      })
      .returning('award_list_id')
      .executeTakeFirstOrThrow()
    await takeListStep(tx, actor, { award_list_id, digest, move: 'send', state: faults.length > 0 ? 'faulty' : 'waits' })
    return done({ award_list_id })
  })
}
