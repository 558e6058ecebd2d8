import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { transfer_form } from '../forms.ts'
import {
  beginMembership,
  correctMembership,
  endMembership,
  findCell,
  findMembership,
  type Keeper,
  type Membership,
  mayKeep,
} from '../known.ts'
import { problemsWithEnd } from '../person-problems.ts'
import type { PeopleCode } from '../problem-words.ts'
import { layDownPosts, type PostKept } from './lay-down-posts.ts'

/** `ends_posts`: the posts that the person holds in the cell they leave end on the same day. */
export type Transfer = { person_id: number; unit: string; on: string; ends_posts: boolean; key: string; today: string }

/**
 * Moves somebody to another cell from a day on; whoever keeps both cells may. What they owe and have handed in goes
 * with them, and the posts of other units, which are given back. A transfer to the wrong cell is corrected on the day
 * it was recorded, by another one for the same day. Refusals: unknown-person, no-such-day, to-come, not-after (limit:
 * the day they came), no-unit, unknown-unit, not-a-cell, same-cell, not-yours, holds-post (of the cell they leave,
 * unless it ends with it).
 */
export function transferPerson(
  tx: Tx,
  actor: Keeper,
  transfer: Transfer,
): Promise<Outcome<{ unit: string; remaining: PostKept[] }, PeopleCode>> {
  const { person_id, unit, on, ends_posts, key, today } = transfer
  return once(tx, actor, { key, act: 'transfer-person', request: { person_id, unit, on, ends_posts } }, async () => {
    const membership = await findMembership(tx, person_id, today)
    if (!membership) return refused({ code: 'unknown-person', field: 'unit' })
    const wrong = problemsOf(problemsWithTransfer(transfer, membership))
    if (wrong) return wrong
    const cell = await findCell(tx, unit, on)
    if (!cell) return refused({ code: 'unknown-unit', field: 'unit' })
    if (!cell.takes_members) return refused({ code: 'not-a-cell', field: 'unit' })
    if (cell.unit_id === membership.unit_id) return refused({ code: 'same-cell', field: 'unit' })
    const [from, to] = [await mayKeep(tx, actor, membership.unit_id, today), await mayKeep(tx, actor, cell.unit_id, today)]
    if (!from.allowed || !to.allowed) return refused({ code: 'not-yours', field: 'unit' })
    const laid_down = await layDownPosts(tx, actor, { ...transfer, of_unit: membership.unit_id })
    if (!laid_down.ok) return laid_down
    if (corrects(transfer, membership)) await correctMembership(tx, membership, cell.unit_id)
    else {
      await endMembership(tx, membership, on)
      await beginMembership(tx, { person_id, unit_id: cell.unit_id, kind: membership.kind, from: on })
    }
    const told = {
      object: 'person',
      object_id: String(person_id),
      digest: digestOf({ person_id, unit, on }),
      retention: 'conduct',
    } as const
    await record(tx, actor, { act: 'transfer-person', ...told, on_behalf_of: to.on_behalf_of })
    return done({ unit, remaining: laid_down.value })
  })
}

function* problemsWithTransfer(transfer: Transfer, membership: Membership): Generator<Problem<PeopleCode>> {
  const { on, today } = transfer
  yield* problemsWith(transfer_form, transfer, { today })
  if (!corrects(transfer, membership)) yield* problemsWithEnd(on, { today, since: membership.since })
}

/**
 * Of the day on which the stretch began, and on the day on which it was recorded: what was written by mistake is
 * written anew.
 */
function corrects({ on, today }: Transfer, { since, recorded_on }: Membership): boolean {
  return on === since && recorded_on === today
}
