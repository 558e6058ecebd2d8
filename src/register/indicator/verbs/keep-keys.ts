import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { key_form } from '../forms.ts'
import type { IndicatorCode } from '../problem-words.ts'

type Clerk = Actor & { person_id: number }

/** So many keys a unit may have in force. */
export const most_keys = 10

/** A secret that nobody guesses: 32 random bytes. It is shown once; the register keeps its digest. */
export function newSecret(): string {
  return `ng_${randomBytes(32).toString('base64url')}`
}

export function digestOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/**
 * Issues a key for another system of the unit, once for each press: the answer has the digest of the secret that holds,
 * which is not that of a second press. Refusals: not-yours, no-name, too-many-keys, and
 * those of the key of the page.
 */
export function issueKey(
  tx: Tx,
  actor: Clerk,
  { unit_id, name, secret, key, today }: { unit_id: number; name: string; secret: string; key: string; today: string },
): Promise<Outcome<{ indicator_key_id: number; digest: string }, IndicatorCode>> {
  return once(tx, actor, { key, act: 'issue-indicator-key', request: { unit_id, name } }, async () => {
    const decision = may(await standingOf(tx, actor.person_id, today), 'indicator', 'send', { unit_id })
    if (!decision.allowed) return refused({ code: 'not-yours' })
    const wrong = problemsOf(problemsWith(key_form, { name }))
    if (wrong) return wrong
    await sql`select pg_advisory_xact_lock(hashtextextended('indicator_key', ${unit_id}))`.execute(tx)
    const { rows: held } = await sql<{ n: number }>`
      select count(*)::int as n from indicator_key where unit_id = ${unit_id} and is_open(recorded)`.execute(tx)
    if (held[0]!.n >= most_keys) return refused({ code: 'too-many-keys', field: 'name', limit: most_keys })
    const digest = digestOfSecret(secret)
    const { rows } = await sql<{ indicator_key_id: number }>`
      insert into indicator_key (unit_id, name, digest, issued_by) values (${unit_id}, ${name}, ${digest}, ${actor.person_id})
      returning indicator_key_id`.execute(tx)
    const { indicator_key_id } = rows[0]!
    await record(tx, actor, {
      ...{ act: 'issue-indicator-key', object: 'indicator-key', object_id: String(indicator_key_id) },
      ...{ digest: digestOf({ unit_id, name, digest }), retention: 'organisation', on_behalf_of: decision.on_behalf_of },
    })
    return done({ indicator_key_id, digest })
  })
}

/** Revokes a key: from now on it sends nothing. Refusals: unknown-key, and those of the key of the page. */
export function revokeKey(
  tx: Tx,
  actor: Clerk,
  { unit_id, indicator_key_id, key, today }: { unit_id: number; indicator_key_id: number; key: string; today: string },
): Promise<Outcome<null, IndicatorCode>> {
  return once(tx, actor, { key, act: 'revoke-indicator-key', request: { unit_id, indicator_key_id } }, async () => {
    const decision = may(await standingOf(tx, actor.person_id, today), 'indicator', 'send', { unit_id })
    if (!decision.allowed) return refused({ code: 'unknown-key' })
    const { rows } = await sql`
      update indicator_key set recorded = closed(recorded)
       where indicator_key_id = ${indicator_key_id} and unit_id = ${unit_id} and is_open(recorded)
      returning indicator_key_id`.execute(tx)
    if (rows.length === 0) return refused({ code: 'unknown-key' })
    await record(tx, actor, {
      ...{ act: 'revoke-indicator-key', object: 'indicator-key', object_id: String(indicator_key_id) },
      ...{ digest: digestOf({ indicator_key_id }), retention: 'organisation', on_behalf_of: decision.on_behalf_of },
    })
    return done(null)
  })
}
