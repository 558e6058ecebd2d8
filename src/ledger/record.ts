import type { Actor, Tx } from '../database/index.ts'
import { type Act, whoActs } from './entry.ts'

/**
 * Adds an entry, in the transaction of what it tells of: both land or neither. One insert. The actor must be the one whose change it is; the database sees to it.
 * Throws where an act is not named as acts are, or an object's identity holds blanks: both are mistakes of the program.
 */
export async function record(tx: Tx, actor: Actor, act: Act): Promise<void> {
  const { act: name, object, object_id, digest, retention, from_version = null, to_version = null, on_behalf_of = null } = act
  await tx
    .insertInto('ledger_entry')
    .values({ act: name, ...whoActs(actor), object, object_id, digest, retention, from_version, to_version, on_behalf_of })
    .execute()
}
