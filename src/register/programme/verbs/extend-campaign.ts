import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { type InstrumentText, recordInstrument } from '../../organisation/index.ts'
import { extension_form } from '../forms.ts'
import type { CampaignCode } from '../problem-words.ts'
import { findUnitNumber } from '../reads/find-unit-number.ts'
import { mayCall } from './issue-campaign.ts'

export type CampaignExtension = { campaign_id: number; unit: string; due_on: string; instrument: InstrumentText; today: string }
type Bounds = { due_on: string; closes_on: string; is_under: boolean }

/**
 * Moves the due date of a campaign on, for a unit and all below it, by instrument. Who handed in late and is now in
 * time is counted so from today on. Refusals: no-such-day, no-instrument, no-issuer, no-title, unknown-campaign,
 * unknown-unit, not-yours, not-under (the campaign does not reach the unit), not-later, after-close.
 */
export async function extendCampaign(tx: Tx, actor: Actor, extension: CampaignExtension): Promise<Outcome<null, CampaignCode>> {
  const { campaign_id, unit, due_on, instrument, today } = extension
  const missing = problemsOf(problemsWith(extension_form, { unit, due_on, ...instrument }))
  if (missing) return missing
  const unit_id = await findUnitNumber(tx, unit)
  if (unit_id === null) return refused({ code: 'unknown-unit', field: 'unit' })
  if (!(await mayCall(tx, actor, 'extend', unit_id, today))) return refused({ code: 'not-yours', field: 'unit' })
  const bounds = await boundsOf(tx, { campaign_id, unit_id, today })
  if (!bounds) return refused({ code: 'unknown-campaign', field: 'campaign_id' })
  const wrong = problemsOf(problemsWithBounds(due_on, bounds))
  if (wrong) return wrong
  const instrument_id = await recordInstrument(tx, instrument)
  await sql`
    insert into campaign_extension (campaign_id, unit_id, due_on, instrument_id)
    values (${campaign_id}, ${unit_id}, ${due_on}, ${instrument_id})`.execute(tx)
  const digest = digestOf({ campaign_id, unit, due_on, instrument })
  await record(tx, actor, { act: 'extend-campaign', object: 'campaign', object_id: String(campaign_id), digest, retention: 'organisation' })
  return done(null)
}

function* problemsWithBounds(day: string, { due_on, closes_on, is_under }: Bounds): Generator<Problem<CampaignCode>> {
  if (!is_under) yield { code: 'not-under', field: 'unit' }
  if (day <= due_on) yield { code: 'not-later', field: 'due_on', limit: due_on }
  if (day > closes_on) yield { code: 'after-close', field: 'due_on', limit: closes_on }
}

async function boundsOf(
  tx: Tx,
  { campaign_id, unit_id, today }: { campaign_id: number; unit_id: number; today: string },
): Promise<Bounds | undefined> {
  const { rows } = await sql<Bounds>`
    select due_for(c.campaign_id, ${unit_id}, ${today}::date) as due_on, t.closes_on,
           is_under(${unit_id}, 'party', c.unit_id, ${today}::date, recorded_now()) as is_under
      from campaign c
      join campaign_terms t on t.campaign_id = c.campaign_id and upper(t.recorded) = 'infinity'
     where c.campaign_id = ${campaign_id}`.execute(tx)
  return rows[0]
}
