import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { retention_form } from '../forms.ts'
import type { RightsCode } from '../problem-words.ts'
import { maySetRetention } from '../reads/list-erasures.ts'

export type RetentionSetting = { years: number; authority: string; key: string; today: string }

/**
 * Sets for how many years the content of commitments is kept, from today on. Refusals: not-yours, and those of what was
 * typed.
 */
export function setRetention(
  tx: Tx,
  actor: Actor & { person_id: number },
  { years, authority, key, today }: RetentionSetting,
): Promise<Outcome<null, RightsCode>> {
  return once(tx, actor, { key, act: 'set-retention', request: { years, authority } }, async () => {
    const [{ may }] = (await maySetRetention(tx, {})) as [{ may: boolean }]
    if (!may) return refused({ code: 'not-yours' })
    const wrong = problemsOf(problemsWith(retention_form, { years, authority }))
    if (wrong) return wrong
    await endRuleInForce(tx, today)
    const { rows } = await sql<{ retention_rule_id: number }>`
      insert into retention_rule (retention, years, authority, decided_by, valid)
      values ('conduct', ${years}, ${authority}, ${actor.person_id}, daterange(${today}::date, 'infinity'))
      returning retention_rule_id`.execute(tx)
    const { retention_rule_id } = rows[0]!
    await record(tx, actor, {
      ...{ act: 'set-retention', object: 'retention_rule', object_id: String(retention_rule_id) },
      ...{ digest: digestOf({ years, authority, today }), retention: 'organisation' },
    })
    return done(null)
  })
}

/** What was in force until today stays known as such; a rule of this very day is taken back whole. */
async function endRuleInForce(tx: Tx, today: string): Promise<void> {
  await sql`
    update retention_rule set recorded = closed(recorded)
     where retention = 'conduct' and valid @> ${today}::date and is_open(recorded)`.execute(tx)
  await sql`
    insert into retention_rule (retention, years, authority, decided_by, valid)
    select retention, years, authority, current_person_id(), daterange(lower(valid), ${today}::date)
      from retention_rule
     where retention = 'conduct' and valid @> ${today}::date and upper(recorded) = recorded_now() and lower(valid) < ${today}::date`.execute(
    tx,
  )
}
