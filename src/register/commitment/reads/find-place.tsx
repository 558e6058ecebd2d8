import type { Db } from '../../../platform/database/index.ts'
import type { StaffContext } from '../../../platform/sign-in/index.ts'
import { numberOf, showStaffPage } from '../../../platform/sign-in/index.ts'
import { Frame } from '../../../platform/staff/index.ts'
import type { InCampaign, WebContext } from '../../../platform/web/index.ts'
import { findUnit, type UnitOnDay } from '../../organisation/index.ts'
import { type CampaignChoice, findCampaignHere } from '../../programme/index.ts'
import { commitment_words } from '../words.ts'

/**
 * The unit of an address as it stands today, with the campaign that its page shows. `at` is what the page's own
 * addresses carry.
 */
export type PlaceInCampaign = CampaignChoice & { found: UnitOnDay; at: InCampaign }

/** Why there is no such page: the unit or the campaign that is asked for is not there; or none has been called yet. */
export type Absence = { why: 'not-found' } | { why: 'no-campaign'; name: string }

/** The unit and the campaign (`?dot=`) that an address names. */
export async function findPlace(db: Db, c: WebContext, { today, now }: StaffContext): Promise<PlaceInCampaign | Absence> {
  const { unit, campaign_id: asked } = inCampaign(c)
  const [found] = await findUnit(db, { unit, valid_as_of: today, recorded_as_of: now.toISOString() })
  if (!found) return { why: 'not-found' }
  const choice = await findCampaignHere(db, { unit, day: today, asked })
  if (choice) return { ...choice, found, at: { unit, campaign_id: choice.asked } }
  return asked === undefined ? { why: 'no-campaign', name: found.name } : { why: 'not-found' }
}

/** The unit and the campaign of an address as they were typed: for the way back after something was sent. */
export function inCampaign(c: WebContext): InCampaign {
  const dot = c.req.query('dot')
  return { unit: c.req.param('unit') ?? '', campaign_id: dot === undefined ? undefined : numberOf(dot) }
}

/**
 * A page that is not there is «not found», never «forbidden»; where no campaign has been called, its page says so and
 * what happens then.
 */
export function answerAbsence(c: WebContext, { staff_page }: StaffContext, absence: Absence): Response | Promise<Response> {
  if (absence.why === 'not-found') return c.notFound()
  const { lang } = staff_page.view
  const words = commitment_words[lang]
  return showStaffPage(
    c,
    <Frame {...staff_page} title={words.no_campaign} crumb={absence.name} here={to => to.my_commitments()}>
      <p>{words.no_campaign_lead}</p>
    </Frame>,
  )
}
