import type { Actor, Tx } from '../database/index.ts'
import { record } from '../ledger/index.ts'
import { digestOf } from '../shared/canonical-json.ts'

/** Tells the ledger what was done to the map: to what, and the digest of what was ordered. */
export function recordOnTheMap(
  tx: Tx,
  actor: Actor,
  act: 'merge-units' | 'revise-unit' | 'correct-shares',
  { object, object_id, content }: { object: 'merger' | 'unit'; object_id: string; content: unknown },
): Promise<void> {
  return record(tx, actor, { act, object, object_id, digest: digestOf(content), retention: 'organisation' })
}
