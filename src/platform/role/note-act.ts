import { digestOf } from '../../basis/shared/canonical-json.ts'
import type { Actor, Tx } from '../database/index.ts'
import { record } from '../ledger/index.ts'

/**
 * Tells the ledger of an act of this room, in its transaction: who, on what, and the digest of the particulars. No
 * secret goes into them.
 */
export async function noteAct(
  tx: Tx,
  actor: Actor,
  act: string,
  object: string,
  object_id: number,
  particulars: Record<string, unknown> = {},
): Promise<void> {
  const { on_behalf_of = null } = particulars as { on_behalf_of?: number | null }
  await record(tx, actor, { act, object, object_id: String(object_id), digest: digestOf(particulars), retention: 'access', on_behalf_of })
}
