import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'
import { may, standingOf } from '../../platform/role/index.ts'
import { problemsWith } from '../../platform/staff/index.ts'
import { exemption_form } from './forms.ts'
import type { CampaignCode } from './problem-words.ts'
import { listExemptionReasons } from './rules/exemption-reasons.ts'

/**
 * `waived`: exempt, with a reason. `void`: left before the due date, or joined after the cut-off.
 * `exemption_reason_id`: one of the reasons in force, of which `reason` says more; without it `reason` is all that is
 * said.
 */
export type ObligationException = {
  obligation_id: number
  state: 'waived' | 'void'
  exemption_reason_id?: number
  reason: string
  today: string
}

/**
 * Takes somebody out of who is due, from today on; what they handed in meanwhile counts no more. Refusals: no-person,
 * no-kind-of-reason, unknown-reason, no-reason, too-long, unknown-obligation (or not in one's scope), not-yours, own-obligation, already-excepted.
 */
export async function exceptObligation(
  tx: Tx,
  actor: Actor,
  { obligation_id, state, today, ...why }: ObligationException,
): Promise<Outcome<null, CampaignCode>> {
  const more = why.reason.normalize('NFC').trim()
  const { exemption_reason_id = null } = why
  const wrong = problemsOf(problemsWithException({ obligation_id, exemption_reason_id, more }))
  if (wrong) return wrong
  const in_words = await sayReason(tx, { exemption_reason_id, more, today })
  if (!in_words.ok) return in_words
  const said = in_words.value
  await sql`select pg_advisory_xact_lock(hashtextextended('obligation', ${obligation_id}))`.execute(tx)
  const { rows } = await sql<{ unit_id: number; person_id: number; is_excepted: boolean }>`
    select o.unit_id, o.person_id,
           exists (select from obligation_exception x where x.obligation_id = o.obligation_id and x.valid && daterange(${today}::date, 'infinity') and upper(x.recorded) = 'infinity') as is_excepted
      from obligation o where o.obligation_id = ${obligation_id}`.execute(tx)
  const found = rows[0]
  if (!found) return refused({ code: 'unknown-obligation', field: 'obligation_id' })
  if (found.person_id === actor.person_id) return refused({ code: 'own-obligation', field: 'obligation_id' })
  if (actor.person_id !== null && !may(await standingOf(tx, actor.person_id, today), 'obligation', 'keep', found).allowed)
    return refused({ code: 'not-yours', field: 'obligation_id' })
  if (found.is_excepted) return refused({ code: 'already-excepted', field: 'obligation_id' })
  await sql`
    insert into obligation_exception (obligation_id, state, reason, valid)
    values (${obligation_id}, ${state}, ${said}, daterange(${today}::date, 'infinity'))`.execute(tx)
  const digest = digestOf({ obligation_id, state, reason: said, today })
  await record(tx, actor, {
    act: 'except-obligation',
    object: 'obligation',
    object_id: String(obligation_id),
    digest,
    retention: 'conduct',
  })
  return done(null)
}

/** Where no reason is chosen from the list, all of it is said. */
function* problemsWithException({ obligation_id, exemption_reason_id, more }: Omit<Why, 'today'> & { obligation_id: number }) {
  yield* problemsWith(exemption_form, { obligation_id, exemption_reason_id: exemption_reason_id ?? 1, reason: more })
  if (exemption_reason_id === null && more === '') yield { code: 'no-reason', field: 'reason' } as const
}

type Why = { exemption_reason_id: number | null; more: string; today: string }

/** «Ốm đau, điều trị dài ngày: theo giấy ra viện», as it is recorded for good. */
async function sayReason(tx: Tx, { exemption_reason_id, more, today }: Why): Promise<Outcome<string, CampaignCode>> {
  if (exemption_reason_id === null) return done(more)
  const reasons = await listExemptionReasons(tx, { day: today })
  const chosen = reasons.find(reason => reason.exemption_reason_id === exemption_reason_id)
  if (!chosen) return refused({ code: 'unknown-reason', field: 'exemption_reason_id' })
  if (chosen.asks_note && more === '') return refused({ code: 'no-reason', field: 'reason' })
  return done([chosen.name_vi, more].filter(Boolean).join(': '))
}
