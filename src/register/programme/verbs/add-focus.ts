import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { focus_form } from '../forms.ts'
import type { CampaignCode } from '../problem-words.ts'
import { findUnitNumber } from '../reads/find-unit-number.ts'
import { mayCall } from './issue-campaign.ts'

export type Focus = { campaign_id: number; unit: string; focus: string; today: string }

/**
 * What a level adds to a campaign for itself and all below it; a later one takes the place of its first. Refusals:
 * no-focus, too-long, unknown-unit, not-yours, unknown-campaign, not-under.
 */
export async function addFocus(tx: Tx, actor: Actor, { campaign_id, unit, focus, today }: Focus): Promise<Outcome<null, CampaignCode>> {
  const said = oneLine(focus)
  const wrong = problemsOf(problemsWith(focus_form, { focus: said }))
  if (wrong) return wrong
  const unit_id = await findUnitNumber(tx, unit)
  if (unit_id === null) return refused({ code: 'unknown-unit', field: 'focus' })
  if (!(await mayCall(tx, actor, 'focus', unit_id, today))) return refused({ code: 'not-yours', field: 'focus' })
  const { rows } = await sql<{ is_under: boolean }>`
    select is_under(${unit_id}, 'party', c.unit_id, ${today}::date, recorded_now()) as is_under from campaign c where c.campaign_id = ${campaign_id}`.execute(
    tx,
  )
  if (!rows[0]) return refused({ code: 'unknown-campaign', field: 'focus' })
  if (!rows[0].is_under) return refused({ code: 'not-under', field: 'focus' })
  await sql`
    update campaign_focus set recorded = closed(recorded)
     where campaign_id = ${campaign_id} and unit_id = ${unit_id} and upper(recorded) = 'infinity'`.execute(tx)
  await sql`insert into campaign_focus (campaign_id, unit_id, focus) values (${campaign_id}, ${unit_id}, ${said})`.execute(tx)
  const digest = digestOf({ campaign_id, unit, focus: said })
  await record(tx, actor, { act: 'add-focus', object: 'campaign', object_id: String(campaign_id), digest, retention: 'organisation' })
  return done(null)
}
