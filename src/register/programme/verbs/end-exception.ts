import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import type { CampaignCode } from '../problem-words.ts'

type Excepted = { obligation_exception_id: number; unit_id: number; person_id: number; reason: string; since: string }

/**
 * Ends an exemption: from today on the person is due again, and what they had handed in counts again. Until yesterday
 * they were exempt, and stay so. Refusals: unknown-exception (none, or not in one's scope), own-obligation, not-yours.
 */
export async function endException(
  tx: Tx,
  actor: Actor & { person_id: number },
  { obligation_id, today }: { obligation_id: number; today: string },
): Promise<Outcome<null, CampaignCode>> {
  const found = await findExemption(tx, obligation_id, today)
  if (!found) return refused({ code: 'unknown-exception' })
  if (found.person_id === actor.person_id) return refused({ code: 'own-obligation' })
  const leave = may(await standingOf(tx, actor.person_id, today), 'obligation', 'keep', found)
  if (!leave.allowed) return refused({ code: 'not-yours' })
  const { obligation_exception_id, reason, since } = found
  await sql`
    update obligation_exception set recorded = closed(recorded)
     where obligation_exception_id = ${obligation_exception_id} and upper(recorded) = 'infinity'`.execute(tx)
  await sql`
    insert into obligation_exception (obligation_id, state, reason, instrument_id, valid)
    select obligation_id, state, reason, instrument_id, daterange(${since}::date, ${today}::date)
      from obligation_exception where obligation_exception_id = ${obligation_exception_id} and ${since}::date < ${today}::date`.execute(tx)
  const told = { object: 'obligation', object_id: String(obligation_id), digest: digestOf({ obligation_id, reason, today }) }
  await record(tx, actor, { act: 'end-exception', ...told, retention: 'conduct', on_behalf_of: leave.on_behalf_of })
  return done(null)
}

/** Only what somebody said: who left or joined too late is void by the membership itself. */
async function findExemption(tx: Tx, obligation_id: number, today: string): Promise<Excepted | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('obligation', ${obligation_id}))`.execute(tx)
  const { rows } = await sql<Excepted>`
    select x.obligation_exception_id, o.unit_id, o.person_id, x.reason, lower(x.valid)::text as since
      from obligation o
      join obligation_exception x on x.obligation_id = o.obligation_id and x.valid @> ${today}::date and upper(x.recorded) = 'infinity'
     where o.obligation_id = ${obligation_id} and x.state = 'waived'`.execute(tx)
  return rows[0]
}
