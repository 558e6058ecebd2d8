import { CompiledQuery } from 'kysely'
import { change, type Database, type Tx } from '../database/index.ts'
import { done } from '../shared/outcome.ts'
import { digestOf } from './sealing.ts'

/** After how many failures in a row a wait begins, and how long it may become, in seconds. It doubles each time and never locks for good. */
const waits = { name: { free: 5, longest: 60 }, address: { free: 30, longest: 300 } }
const memory_ms = 3600_000

export type Attempt = { name: string; address: string | null }

/**
 * Notes an attempt before it is judged, so that guesses sent side by side count too. Gives the seconds to wait, 0 where it may go on; an attempt that
 * came too early is not noted. A failure is an attempt after which no success was noted.
 */
export async function noteAttempt(database: Pick<Database, 'kysely'>, attempt: Attempt, now: Date): Promise<number> {
  const outcome = await change(database, { person_id: null, name: 'access' }, async tx => {
    const keys = keysOf(attempt)
    for (const { key } of keys) await tx.executeQuery(CompiledQuery.raw('select pg_advisory_xact_lock(hashtextextended($1, 12))', [key]))
    const seconds = Math.max(...(await Promise.all(keys.map(({ key, kind }) => secondsLeft(tx, key, kind, now)))))
    if (seconds === 0) await insertAttempts(tx, keys, now, false)
    return done(seconds)
  })
  return outcome.ok ? outcome.value : 0
}

/** The attempt was good: the name's count begins anew. The address's does not, or one account of one's own would wash every guess. */
export async function noteSuccess(tx: Tx, attempt: Attempt, now: Date): Promise<void> {
  await insertAttempts(tx, keysOf({ ...attempt, address: null }), now, true)
}

type Kind = keyof typeof waits

function keysOf({ name, address }: Attempt): { key: string; kind: Kind }[] {
  const keys: { key: string; kind: Kind }[] = [{ key: digestOf(`name ${name}`), kind: 'name' }]
  if (address !== null) keys.push({ key: digestOf(`address ${address}`), kind: 'address' })
  return keys.sort((a, b) => (a.key < b.key ? -1 : 1))
}

async function insertAttempts(tx: Tx, keys: { key: string }[], now: Date, succeeded: boolean): Promise<void> {
  await tx
    .insertInto('sign_in_attempt')
    .values(keys.map(({ key }) => ({ key, happened_at: now, succeeded })))
    .execute()
}

async function secondsLeft(tx: Tx, key: string, kind: Kind, now: Date): Promise<number> {
  const since = new Date(now.getTime() - memory_ms)
  const { rows } = await tx.executeQuery<{ failures: number; last: string | null }>(
    CompiledQuery.raw(
      `select count(*) as failures, max(a.happened_at) as last
         from sign_in_attempt a
        where a.key = $1 and a.happened_at > $2 and not a.succeeded
          and a.happened_at > coalesce((select max(s.happened_at) from sign_in_attempt s where s.key = $1 and s.succeeded), '-infinity')`,
      [key, since],
    ),
  )
  return secondsToWait(kind, rows[0]!.failures, rows[0]!.last, now)
}

/** 1, 2, 4 … seconds after the failures that are free. */
export function secondsToWait(kind: Kind, failures: number, last: string | null, now: Date): number {
  const { free, longest } = waits[kind]
  if (failures < free || last === null) return 0
  const wait = Math.min(longest, 2 ** Math.min(failures - free, 20))
  return Math.max(0, Math.ceil((new Date(last).getTime() + wait * 1000 - now.getTime()) / 1000))
}
