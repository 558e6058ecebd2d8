import type { Actor, Tx } from '../database/index.ts'
import { type Act, record } from '../ledger/index.ts'
import { moveNamed, type Workflow } from './flow.ts'

/**
 * What a move was made of: its number, the digest of what was done, and for whom where the power is lent or the work
 * another's.
 */
export type Moved = Pick<Act, 'digest' | 'from_version' | 'to_version' | 'on_behalf_of'> & { object_id: number }

/** Tells the ledger of a move, in its transaction. */
export function recordMove<Name extends string>(
  tx: Tx,
  actor: Actor,
  flow: Workflow<Name>,
  name: NoInfer<Name>,
  moved: Moved,
): Promise<void> {
  return tell(tx, actor, flow, moveNamed(flow, name).entry ?? `${name}-${flow.object}`, moved)
}

/** Tells the ledger that a move was undone. */
export function recordUndo<Name extends string>(
  tx: Tx,
  actor: Actor,
  flow: Workflow<Name>,
  name: NoInfer<Name>,
  moved: Moved,
): Promise<void> {
  return tell(tx, actor, flow, `undo-${name}`, moved)
}

async function tell(tx: Tx, actor: Actor, { object, retention }: Workflow, act: string, { object_id, ...moved }: Moved): Promise<void> {
  await record(tx, actor, { act, object, object_id: String(object_id), retention, ...moved })
}
