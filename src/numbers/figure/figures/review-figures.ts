import type { Reads } from '../../../platform/database/index.ts'
import { findLastFollowedYear, listLimitationTallies } from '../../../register/limitation/index.ts'
import { findCampaign } from '../../../register/programme/index.ts'
import { findLastReviewYear, listRatingTallies } from '../../../register/review/index.ts'
import { listCommitmentTallies, listConclusionTallies } from '../../../register/tally/index.ts'
import type { Counted } from '../catalogue.ts'
import type { FigureParameters } from '../figure.ts'
import { lastFullYear, rateOf } from './rate-of.ts'

/**
 * F8: limitations repaired in a year, of those that were open at its start or raised in it. What was carried over twice
 * at least, and is open still, stands apart in the rows. Without a year: the last full one in which any was raised or
 * repaired.
 */
export async function limitationsRepaired(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const [last] = parameters.year ? [] : await findLastFollowedYear(db, parameters)
  const year = parameters.year ?? last?.year ?? lastFullYear(parameters)
  const rows = await listLimitationTallies(db, { ...parameters, year })
  return { ...rateOf(rows, ({ repaired, followed }) => [repaired, followed]), rows, year }
}

/** F9: approved commitments of a campaign whose review is concluded. */
export async function reviewsConcluded(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const [campaign] = await findCampaign(db, parameters)
  if (!campaign) return null
  const { campaign_id, year } = campaign
  const asked = { ...parameters, campaign_id }
  const approved = await listCommitmentTallies(db, asked)
  const concluded = new Map((await listConclusionTallies(db, asked)).map(row => [row.key, row.concluded]))
  const rows = approved.map(({ key, name, approved }) => ({ key, name, approved, concluded: concluded.get(key) ?? 0 }))
  return { ...rateOf(rows, ({ concluded, approved }) => [concluded, approved]), rows, year }
}

/**
 * F10: people at the highest level, of those who were rated in the last round of a kind in a year; the other levels, and
 * how many more may have the highest, stand in the rows. Without a year: the last in which such a round ended.
 */
export async function ratingsGiven(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const [last] = parameters.year ? [] : await findLastReviewYear(db, parameters)
  const year = parameters.year ?? last?.year ?? lastFullYear(parameters)
  const rows = (await listRatingTallies(db, { ...parameters, year })).map(({ headroom, ...row }) =>
    headroom === null ? row : { ...row, headroom },
  )
  return { ...rateOf(rows, ({ level_1, rated }) => [level_1, rated]), rows, year }
}
