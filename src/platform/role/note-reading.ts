import type { Actor, Tx } from '../database/index.ts'
import { noteAct } from './note-act.ts'
import type { Noun } from './policies.ts'

/** That somebody's file was opened, and on whose behalf; null: in one's own right. */
export type Reading = { person_id: number; noun: Noun; on_behalf_of: number | null }

/** Writes down that a file was opened, where its person finds it, and tells the ledger. */
export async function noteReading(tx: Tx, actor: Actor & { person_id: number }, reading: Reading): Promise<void> {
  await tx
    .insertInto('person_reading')
    .values({ ...reading, reader_id: actor.person_id })
    .execute()
  await noteAct(tx, actor, 'read-file', 'person', reading.person_id, reading)
}
