import type { Db } from '../../../platform/database/index.ts'
import { type Act, may, standingOf } from '../../../platform/role/index.ts'
import { numberOf, type StaffContext } from '../../../platform/sign-in/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { findUnit, type UnitOnDay } from '../../organisation/index.ts'
import { listRatingSchemes, type SchemeInForce } from '../../programme/index.ts'
import { listRoundsHere, type RoundHere } from './list-rounds-here.ts'

/** The unit of an address with all its rounds, and whether who asks may do an act there. */
export type ReviewPlace = {
  unit: string
  found: UnitOnDay
  rounds: RoundHere[]
  schemes: SchemeInForce[]
  may(act: Act<'review'>): boolean
}

/** Null where there is no such unit, or its reviews are not those of who asks. */
export async function findReviewPlace(db: Db, c: WebContext, { who, today, now }: StaffContext): Promise<ReviewPlace | null> {
  const unit = c.req.param('unit') ?? ''
  const [found] = await findUnit(db, { unit, valid_as_of: today, recorded_as_of: now.toISOString() })
  if (!found) return null
  const standing = await standingOf(db, who.person_id, today)
  const mayDo = (act: Act<'review'>) => may(standing, 'review', act, { unit_id: found.unit_id }).allowed
  if (!mayDo('read')) return null
  const [rounds, schemes] = [await listRoundsHere(db, { unit, day: today }), await listRatingSchemes(db, { day: today })]
  return { unit, found, rounds, schemes, may: mayDo }
}

export type RoundPlace = ReviewPlace & { round: RoundHere; scheme: SchemeInForce }

/** The round that the address names, in its unit. */
export async function findRoundPlace(db: Db, c: WebContext, work: StaffContext): Promise<RoundPlace | null> {
  const place = await findReviewPlace(db, c, work)
  const round = place?.rounds.find(({ review_round_id }) => review_round_id === numberOf(c.req.param('round')))
  const scheme = place?.schemes.find(({ rating_scheme_id }) => rating_scheme_id === round?.rating_scheme_id)
  return place && round && scheme ? { ...place, round, scheme } : null
}
