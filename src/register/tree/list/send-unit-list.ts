import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import type { SentFile } from '../../../platform/staff/index.ts'
import type { Clerk } from '../change/lay-change.ts'
import type { UnitCode } from '../problem-words.ts'
import type { ListSeen } from './tasks.ts'

export type ListSent = { unit_id: number; file: SentFile; seen: ListSeen; key: string }

/**
 * Takes a list of units in, as it was looked at; nothing of the map changes. Who may is asked by its page, and by the
 * database. Refusals: those of the key.
 */
export async function sendUnitList(
  tx: Tx,
  actor: Clerk,
  { unit_id, file, seen, key }: ListSent,
): Promise<Outcome<{ unit_list_id: number }, UnitCode>> {
  const { name, bytes } = file
  const digest = createHash('sha256').update(bytes).digest('hex')
  return once(tx, actor, { key, act: 'send-unit-list', request: { unit_id, digest } }, async () => {
    const { rows } = await sql<{ unit_list_id: number }>`
      insert into unit_list (unit_id, uploaded_by, file_name, file, digest, seen)
      values (${unit_id}, ${actor.person_id}, ${name}, ${Buffer.from(bytes)}, ${digest}, ${JSON.stringify(seen)}::jsonb)
      returning unit_list_id`.execute(tx)
    const { unit_list_id } = rows[0]!
    const object = { object: 'unit-list', object_id: String(unit_list_id), digest }
    await record(tx, actor, { act: 'send-unit-list', ...object, retention: 'organisation' })
    return done({ unit_list_id })
  })
}
