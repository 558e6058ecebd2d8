import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused, withField } from '../../../basis/shared/outcome.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { recordMove } from '../../../platform/workflow/index.ts'
import { campaign_flow } from '../campaign.ts'
import { withdrawal_form } from '../forms.ts'
import type { CampaignCode } from '../problem-words.ts'
import { decideCall } from './issue-campaign.ts'

export type CampaignWithdrawal = { campaign_id: number; reason: string; today: string }
export type CampaignWithdrawn = { year: number; freed: number }

/**
 * Takes a campaign back while nobody has handed in a commitment or a plan: whoever was due is due no more (`freed` of
 * them), and its year may be called anew. Nothing is erased: what the register knew of it before stays. Refusals:
 * no-reason, too-long, unknown-campaign, not-yours, handed-in.
 */
export async function withdrawCampaign(
  tx: Tx,
  actor: Actor,
  { campaign_id, reason, today }: CampaignWithdrawal,
): Promise<Outcome<CampaignWithdrawn, CampaignCode>> {
  const said = oneLine(reason)
  const wrong = problemsOf(problemsWith(withdrawal_form, { reason: said }))
  if (wrong) return wrong
  // Whoever joins, moves or leaves meanwhile comes before or after (migration 0030).
  await sql`select pg_advisory_xact_lock(hashtext('obligations'))`.execute(tx)
  const { rows } = await sql<{ unit_id: number; year: number; state: string | null }>`
    select c.unit_id, c.year, s.state
      from campaign c
      join campaign_terms t      on t.campaign_id = c.campaign_id and upper(t.recorded) = 'infinity'
      left join campaign_state s on s.campaign_id = c.campaign_id and upper(s.recorded) = 'infinity' and s.valid @> ${today}::date
     where c.campaign_id = ${campaign_id}`.execute(tx)
  const campaign = rows[0]
  if (!campaign) return refused({ code: 'unknown-campaign', field: 'reason' })
  const decision = await decideCall(tx, actor, 'withdraw', { ...campaign, hands: [] }, today)
  if (!decision.ok) return withField(decision, 'reason')
  if (await hasSomethingHandedIn(tx, campaign_id)) return refused({ code: 'handed-in', field: 'reason' })
  const freed = await free(tx, campaign_id, said, today)
  await endStates(tx, campaign_id, said, today)
  await sql`
    update campaign_terms set recorded = closed(recorded)
     where campaign_id = ${campaign_id} and upper(recorded) = 'infinity'`.execute(tx)
  const digest = digestOf({ campaign_id, reason: said, today, freed })
  await recordMove(tx, actor, campaign_flow, 'withdraw', { object_id: campaign_id, digest })
  return done({ year: campaign.year, freed })
}

/**
 * A commitment of any state, or a plan: drafts are not handed in. The schema asks the same of all rows, those too that
 * are hidden from who withdraws.
 */
async function hasSomethingHandedIn(tx: Tx, campaign_id: number): Promise<boolean> {
  const { rows } = await sql<{ is_so: boolean }>`
    select exists (select from obligation o join commitment c using (obligation_id) where o.campaign_id = ${campaign_id})
        or exists (select from plan_duty d join action_plan a using (post_id, person_id, year)
                    where d.campaign_id = ${campaign_id} and upper(d.recorded) = 'infinity') as is_so`.execute(tx)
  return rows[0]!.is_so
}

async function free(tx: Tx, campaign_id: number, reason: string, today: string): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into obligation_exception (obligation_id, state, reason, valid)
    select o.obligation_id, 'void', ${reason}, daterange(greatest(o.due_from, ${today}::date), 'infinity')
      from obligation o
     where o.campaign_id = ${campaign_id}
       and not exists (select from obligation_exception x
                        where x.obligation_id = o.obligation_id and upper(x.recorded) = 'infinity' and x.valid && daterange(${today}::date, 'infinity'))
     order by o.obligation_id`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

/** Its states go as far as they went; from today on it is withdrawn. */
async function endStates(tx: Tx, campaign_id: number, reason: string, today: string): Promise<void> {
  await sql`
    with closed as (
           update campaign_state set recorded = closed(recorded)
            where campaign_id = ${campaign_id} and upper(recorded) = 'infinity' and upper(valid) > ${today}::date
           returning state, instrument_id, valid)
    insert into campaign_state (campaign_id, state, instrument_id, valid)
    select ${campaign_id}, state, instrument_id, daterange(lower(valid), ${today}::date) from closed where lower(valid) < ${today}::date`.execute(
    tx,
  )
  await sql`
    insert into campaign_state (campaign_id, state, reason, valid)
    values (${campaign_id}, 'withdrawn', ${reason}, daterange(${today}::date, 'infinity'))`.execute(tx)
}
