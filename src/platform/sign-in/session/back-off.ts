import { CompiledQuery } from 'kysely'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { change, type Database, query, type Tx } from '../../database/index.ts'
import { clientNetwork } from '../../web/index.ts'
import { digestOf } from '../means/sealing.ts'
import type { AccessCode } from '../problem-words.ts'
import find_earlier_attempts from './find-earlier-attempts.sql?raw'
import { type AttemptKind, type Earlier, isKnown, type Verdict, verdictOn } from './waits.ts'

/**
 * What is tried at the door. `name` is what it is tried at: a name, whose code, a printed code. `browser` is what makes
 * the browser known there, if anything does.
 */
export type Attempt = { kind: AttemptKind; name: string; address: string | null; browser?: string | null; field: string }

type Keys = { kind: AttemptKind; name_key: string; address_key: string | null; browser_key: string | null }

const door = { person_id: null, name: 'access' }

/**
 * Notes an attempt before it is judged, so that guesses sent side by side count too. Gives its number, to be said right
 * by `noteRight` where it was. Refusals, at its field: `wait`, with seconds, `guessed` and `closed` (waits.ts); such an
 * attempt does not count.
 */
export async function noteAttempt(database: Pick<Database, 'kysely'>, attempt: Attempt, now: Date): Promise<Outcome<number, AccessCode>> {
  const keys = keysOf(attempt)
  const outcome = await change<{ verdict: Verdict; number: number }, never>(database, door, async tx => {
    await oneByOne(tx, keys)
    const earlier = await earlierOf(tx, keys, now)
    const verdict = verdictOn(keys.kind, earlier, now)
    const noted = isKnown(earlier) ? { ...keys, address_key: null } : { ...keys, browser_key: null }
    if (verdict.go) return done({ verdict, number: await insertAttempt(tx, noted, 'wrong', now) })
    if (verdict.code === 'wait' && earlier.told_at === null) await insertAttempt(tx, noted, 'told-to-wait', now)
    return done({ verdict, number: 0 })
  })
  if (!outcome.ok) return outcome
  const { verdict, number } = outcome.value
  return verdict.go ? done(number) : refused({ field: attempt.field, code: verdict.code, limit: verdict.seconds })
}

/** The attempt was right: it counts for nobody, and the waits of its name begin anew. */
export async function noteRight(tx: Tx, number: number): Promise<void> {
  await tx.updateTable('sign_in_attempt').set({ state: 'right' }).where('sign_in_attempt_id', '=', number).execute()
}

/**
 * Clears away what no count looks at any more: attempts, steps and kept forms of days before, and after a day what the
 * codes of a batch are made from. Gives how many attempts went.
 */
export async function clearOldAttempts(database: Pick<Database, 'kysely'>, now: Date): Promise<number> {
  const outcome = await change(database, door, async tx => {
    const [a_day_ago, until] = [1, 2].map(days => new Date(now.getTime() - days * 86_400_000).toISOString()) as [string, string]
    await tx.deleteFrom('taken_step').where('taken_at', '<', until).execute()
    await tx.deleteFrom('kept_form').where('kept_at', '<', until).execute()
    await tx.deleteFrom('invitation_printing').where('begun_at', '<', a_day_ago).execute()
    const { numDeletedRows } = await tx.deleteFrom('sign_in_attempt').where('happened_at', '<', until).executeTakeFirstOrThrow()
    return done(Number(numDeletedRows))
  })
  return outcome.ok ? outcome.value : 0
}

function keysOf({ kind, name, address, browser = null }: Attempt): Keys {
  return {
    kind,
    name_key: digestOf(`${kind} ${name}`),
    address_key: address === null ? null : digestOf(`address ${clientNetwork(address)}`),
    browser_key: browser === null ? null : digestOf(`browser ${browser}`),
  }
}

/** Whoever tries at the same name, or from the same address, is counted after those before. */
async function oneByOne(tx: Tx, { name_key, address_key, browser_key }: Keys): Promise<void> {
  const keys = [name_key, address_key, browser_key].filter(key => key !== null).sort()
  for (const key of keys) await tx.executeQuery(CompiledQuery.raw('select pg_advisory_xact_lock(hashtextextended($1, 12))', [key]))
}

type Row = Omit<Earlier, 'last_at_name' | 'told_at'> & { last_at_name: string | null; told_at: string | null }

const findEarlier = query<Keys & { now: Date }, Row>(find_earlier_attempts)

async function earlierOf(tx: Tx, keys: Keys, now: Date): Promise<Earlier> {
  const [row] = await findEarlier(tx, { ...keys, now })
  return { ...row!, last_at_name: instantOf(row!.last_at_name), told_at: instantOf(row!.told_at) }
}

function instantOf(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}

async function insertAttempt(tx: Tx, keys: Keys, state: 'wrong' | 'told-to-wait', now: Date): Promise<number> {
  const row = { ...keys, state, happened_at: now }
  const { sign_in_attempt_id } = await tx
    .insertInto('sign_in_attempt')
    .values(row)
    .returning('sign_in_attempt_id')
    .executeTakeFirstOrThrow()
  return sign_in_attempt_id
}
