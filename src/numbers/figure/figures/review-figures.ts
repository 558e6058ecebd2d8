import type { Reads } from '../../../platform/database/index.ts'
import { listLimitationTallies } from '../../../register/limitation/index.ts'
import { findCampaign } from '../../../register/programme/index.ts'
import { findLastReviewYear, listRatingTallies } from '../../../register/review/index.ts'
import { listCommitmentTallies, listConclusionTallies } from '../../../register/tally/index.ts'
import type { Counted } from '../catalogue.ts'
import type { FigureParameters } from '../figure.ts'

/**
 * F8: limitations repaired in a year (the last full year unless asked), of those that were open at its start or raised
 * in it. What was carried over twice at least, and is open still, stands apart in the rows.
 */
export async function limitationsRepaired(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const year = parameters.year ?? yearBefore(parameters)
  const rows = await listLimitationTallies(db, { ...parameters, year })
  return {
    ...rateOf(
      total(rows, row => row.repaired),
      total(rows, row => row.followed),
    ),
    rows,
    year,
  }
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
  return {
    ...rateOf(
      total(rows, row => row.concluded),
      total(rows, row => row.approved),
    ),
    rows,
    year,
  }
}

/**
 * F10: people at the highest level, of those who were rated in the last round of a kind in a year; the other levels, and
 * how many more may have the highest, stand in the rows. Without a year: the last in which such a round ended.
 */
export async function ratingsGiven(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const [last] = parameters.year ? [] : await findLastReviewYear(db, parameters)
  const year = parameters.year ?? last?.year ?? yearBefore(parameters)
  const rows = (await listRatingTallies(db, { ...parameters, year })).map(({ headroom, ...row }) =>
    headroom === null ? row : { ...row, headroom },
  )
  return {
    ...rateOf(
      total(rows, row => row.level_1),
      total(rows, row => row.rated),
    ),
    rows,
    year,
  }
}

function yearBefore({ valid_as_of }: FigureParameters): number {
  return Number(valid_as_of.slice(0, 4)) - 1
}

function total<Row>(rows: readonly Row[], amount: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + amount(row), 0)
}

function rateOf(numerator: number, denominator: number) {
  const value: Counted['value'] = denominator === 0 ? { kind: 'none-due' } : { kind: 'rate', numerator, denominator }
  return { value, numerator, denominator }
}
