import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, statement, type Tx } from '../../database/index.ts'

/**
 * A request as its sender numbered it: `key` is made by the form (16 to 128 letters, digits, - and _), `request` is
 * everything that was asked, as JSON.
 */
export type Request = { key: string; act: string; request: unknown }
export type OnceCode = 'unreadable-key' | 'key-reused'

/**
 * Does the work once for each key of an actor, however often and however simultaneously it is asked: a second request
 * waits for the first, then gets its answer. If the first was refused or failed, nothing of it stands and the second is
 * done. To be called before anything else in the change. The answer is kept as JSON: identities, no texts. Refusals:
 * unreadable-key, key-reused (the same key with another act or request), and those of the work.
 */
export async function once<T, Code extends string = string>(
  tx: Tx,
  actor: Actor,
  { key, act, request }: Request,
  work: () => Promise<Outcome<T, Code>>,
): Promise<Outcome<T, Code | OnceCode>> {
  if (!/^[A-Za-z0-9_-]{16,128}$/.test(key)) return refused({ code: 'unreadable-key', field: 'key' })
  const asked = { actor_id: actor.person_id, key, act, request_digest: digestOf(request) }
  // Waits at the unique constraint while a twin is at work.
  const [taken] = await takeKey(tx, asked)
  if (!taken) return answeredBefore<T>(tx, asked)
  const outcome = await work()
  if (outcome.ok) await keepAnswer(tx, asked, outcome.value)
  return outcome
}

type Asked = { actor_id: number | null; key: string; act: string; request_digest: string }

const takeKey = statement<Asked, { key: string }>(`
  insert into idempotency_key (actor_id, key, act, request_digest)
  values (:actor_id, :key, :act, :request_digest)
  on conflict do nothing returning key`)

async function answeredBefore<T>(tx: Tx, { actor_id, key, act, request_digest }: Asked): Promise<Outcome<T, OnceCode>> {
  const first = await tx
    .selectFrom('idempotency_key')
    .select(['act', 'request_digest', 'response'])
    .where('key', '=', key)
    .where('actor_id', 'is not distinct from', actor_id)
    .executeTakeFirstOrThrow()
  if (first.act !== act || first.request_digest !== request_digest) return refused({ code: 'key-reused', field: 'key' })
  return done(first.response as T)
}

async function keepAnswer(tx: Tx, { actor_id, key }: Asked, value: unknown): Promise<void> {
  await fillAnswer(tx, { actor_id, key, response: JSON.stringify(value ?? null) })
}

const fillAnswer = statement<{ actor_id: number | null; key: string; response: string }>(
  'update idempotency_key set response = :response where key = :key and actor_id is not distinct from :actor_id',
)
