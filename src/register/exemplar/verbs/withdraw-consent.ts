import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'

/** `reason`: how it was heard, in the words of whoever records it; the ledger keeps their digest alone. */
export type ConsentWithdrawal = { consent_id: number; reason: string }

export type WithdrawalCode = 'unknown-consent' | 'consent-ended'

/**
 * Records that somebody has taken a consent back. From this moment nothing that it allowed is told anywhere; what was
 * counted stays counted. Written as the owner of the register, for whoever is told of it is not who keeps the file.
 * Refusals: unknown-consent, consent-ended.
 */
export async function withdrawConsent(
  tx: Tx,
  actor: Actor,
  { consent_id, reason }: ConsentWithdrawal,
): Promise<Outcome<EndedConsent, WithdrawalCode>> {
  const consent = await tx.selectFrom('consent').select(['exemplar_id', 'scope']).where('consent_id', '=', consent_id).executeTakeFirst()
  if (!consent) return refused({ code: 'unknown-consent' })
  const { rows } = await sql<{ at: string }>`select recorded_now() as at`.execute(tx)
  const ended = { ...consent, at: rows[0]!.at }
  if (!(await endConsent(tx, actor, ended, digestOf({ scope: consent.scope, reason })))) return refused({ code: 'consent-ended' })
  return done(consent)
}

export type EndedConsent = { exemplar_id: number; scope: string }

/**
 * What was allowed before an instant and still stands ends on its day; what was allowed anew afterwards stays. Whether
 * there was any.
 */
export async function endConsent(
  tx: Tx,
  actor: Actor,
  { exemplar_id, scope, at }: EndedConsent & { at: string },
  digest: string,
): Promise<boolean> {
  const { rows } = await sql<{ exemplar_id: number }>`
    with ended as (
         update consent c
            set recorded = closed(c.recorded)
          where c.exemplar_id = ${exemplar_id} and c.scope = ${scope} and is_open(c.recorded) and lower(c.recorded) < ${at}::timestamptz
            and (upper_inf(c.valid) or upper(c.valid) > day_in_vietnam(${at}::timestamptz))
         returning c.exemplar_id, c.scope, c.valid, c.given_by, c.paper),
       kept as (
         insert into consent (exemplar_id, scope, valid, given_by, paper)
         select exemplar_id, scope, daterange(lower(valid), day_in_vietnam(${at}::timestamptz)), given_by, paper
           from ended
          where lower(valid) < day_in_vietnam(${at}::timestamptz))
    select exemplar_id from ended`.execute(tx)
  if (rows.length === 0) return false
  await record(tx, actor, { act: 'withdraw-consent', object: 'exemplar', object_id: String(exemplar_id), digest, retention: 'publication' })
  return true
}
