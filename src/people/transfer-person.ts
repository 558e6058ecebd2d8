import type { Tx } from '../database/index.ts'
import { once, record } from '../ledger/index.ts'
import { digestOf } from '../shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../shared/outcome.ts'
import { beginMembership, endMembership, findCell, findMembership, type Keeper, mayKeep } from './known.ts'
import { problemsWithDay } from './person.ts'

export type Transfer = { person_id: number; unit: string; on: string; key: string; today: string }

/**
 * Moves somebody to another cell from a day on; whoever keeps both cells may. What they owe and have handed in goes with them. Refusals: unknown-person, no-such-day,
 * to-come, not-after (limit: the day they came), no-unit, unknown-unit, not-a-cell, same-cell, not-yours.
 */
export function transferPerson(tx: Tx, actor: Keeper, transfer: Transfer): Promise<Outcome<{ unit: string }>> {
  const { person_id, unit, on, key, today } = transfer
  return once(tx, actor, { key, act: 'transfer-person', request: { person_id, unit, on } }, async () => {
    const membership = await findMembership(tx, person_id, today)
    if (!membership) return refused({ code: 'unknown-person', field: 'unit' })
    const wrong = problemsOf(problemsWith(transfer, membership.since))
    if (wrong) return wrong
    const cell = await findCell(tx, unit, on)
    if (!cell) return refused({ code: 'unknown-unit', field: 'unit' })
    if (!cell.takes_members) return refused({ code: 'not-a-cell', field: 'unit' })
    if (cell.unit_id === membership.unit_id) return refused({ code: 'same-cell', field: 'unit' })
    const [from, to] = [await mayKeep(tx, actor, membership.unit_id, today), await mayKeep(tx, actor, cell.unit_id, today)]
    if (!from.allowed || !to.allowed) return refused({ code: 'not-yours', field: 'unit' })
    await endMembership(tx, membership, on)
    await beginMembership(tx, { person_id, unit_id: cell.unit_id, kind: membership.kind, from: on })
    const told = {
      object: 'person',
      object_id: String(person_id),
      digest: digestOf({ person_id, unit, on }),
      retention: 'conduct',
    } as const
    await record(tx, actor, { act: 'transfer-person', ...told, on_behalf_of: to.on_behalf_of })
    return done({ unit })
  })
}

function* problemsWith({ unit, on, today }: Transfer, since: string): Generator<Problem> {
  if (unit === '') yield { code: 'no-unit', field: 'unit' }
  yield* problemsWithDay('on', on, { today, since })
}
