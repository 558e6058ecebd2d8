import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Tx } from '../../platform/database/index.ts'
import { type Held, may, rolesThatMay, type Standing, standingOf } from '../../platform/role/index.ts'
import { findCampaignHere, findUnitNumber } from '../programme/index.ts'
import type { RemindCode } from './remind-words.ts'

/** Where somebody reminds, and as what. Without `campaign_id` the campaign of the latest year is meant. */
export type PlaceToRemind = { campaign_id: number; unit_id: number; seat: Held; on_behalf_of: number | null }

/** The unit and the campaign in which somebody may remind today. Refusals: no-campaign, not-yours, not-open, closed. */
export async function findPlaceToRemind(
  tx: Tx,
  { person_id }: { person_id: number },
  { unit, campaign_id: asked, today }: { unit: string; campaign_id?: number; today: string },
): Promise<Outcome<PlaceToRemind, RemindCode>> {
  const choice = await findCampaignHere(tx, { unit, day: today, asked })
  const unit_id = await findUnitNumber(tx, unit)
  if (!choice || unit_id === null) return refused({ code: 'no-campaign' })
  const { campaign_id, opens_on, closes_on } = choice.campaign
  const standing = await standingOf(tx, person_id, today)
  const leave = may(standing, 'obligation', 'remind', { unit_id })
  const seat = seatOf(standing, unit_id)
  if (!leave.allowed || !seat) return refused({ code: 'not-yours' })
  if (today < opens_on) return refused({ code: 'not-open', limit: opens_on })
  if (today > closes_on) return refused({ code: 'closed', limit: closes_on })
  return done({ campaign_id, unit_id, seat, on_behalf_of: leave.on_behalf_of })
}

/**
 * As what somebody reminds: the first of their roles that reaches the unit; one of their own before one that was lent.
 */
export function seatOf({ held }: Standing, unit_id: number): Held | undefined {
  return held
    .filter(
      ({ role, acts, reach }) =>
        rolesThatMay('obligation', 'remind').includes(role) && reach.has(unit_id) && (acts === null || acts.includes('obligation.remind')),
    )
    .sort((a, b) => Number(a.giver_id !== null) - Number(b.giver_id !== null))[0]
}
