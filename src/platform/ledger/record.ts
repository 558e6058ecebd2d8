import { type Actor, statement, type Tx } from '../database/index.ts'
import { type Act, whoActs } from './entry.ts'

/**
 * Adds an entry, in the transaction of what it tells of: both land or neither. One insert. The actor must be the one
 * whose change it is; the database sees to it. Throws where an act is not named as acts are, or an object's identity
 * holds blanks: both are mistakes of the program.
 */
export async function record(tx: Tx, actor: Actor, act: Act): Promise<void> {
  await insertEntry(tx, { from_version: null, to_version: null, on_behalf_of: null, ...whoActs(actor), ...act })
}

const insertEntry = statement<Act & Partial<ReturnType<typeof whoActs>>>(`
  insert into ledger_entry (act, actor_id, agent, on_behalf_of, object, object_id, from_version, to_version, digest, retention)
  values (:act, :actor_id, :agent, :on_behalf_of, :object, :object_id, :from_version, :to_version, :digest, :retention)`)
