import { digestOf } from '../../basis/shared/canonical-json.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'

/** Tells the ledger what was done to the map: to what, and the digest of what was ordered. */
export function recordOnTheMap(
  tx: Tx,
  actor: Actor,
  act: 'merge-units' | 'revise-unit' | 'revise-units' | 'correct-shares' | 'add-units',
  { object, object_id, content }: { object: 'merger' | 'unit' | 'instrument'; object_id: string; content: unknown },
): Promise<void> {
  return record(tx, actor, { act, object, object_id, digest: digestOf(content), retention: 'organisation' })
}
