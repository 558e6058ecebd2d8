import type { Reads } from '../../../platform/database/index.ts'
import { listPlanMarkTallies } from '../../../register/plan/index.ts'
import { findCampaign } from '../../../register/programme/index.ts'
import { listCommitmentTallies, listDeedCompletion, listDeedTallies, listLeadershipTallies } from '../../../register/tally/index.ts'
import type { Counted } from '../catalogue.ts'
import type { FigureParameters } from '../figure.ts'
import { lastFullYear, rateOf, total } from './rate-of.ts'

/** F1: approved or later, of obligations neither waived nor void. No obligation is «none due», not 100 %. */
export async function commitmentRate(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const [campaign] = await findCampaign(db, parameters)
  if (!campaign) return null
  const rows = await listCommitmentTallies(db, { ...parameters, campaign_id: campaign.campaign_id })
  return { ...rateOf(rows, ({ approved, due }) => [approved, due]), rows, year: campaign.year }
}

/**
 * F2: handed in by the due date, of obligations neither waived nor void; an extension by instrument moves the date for
 * its subtree.
 */
export async function onTimeRate(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const [campaign] = await findCampaign(db, parameters)
  if (!campaign) return null
  const rows = await listCommitmentTallies(db, { ...parameters, campaign_id: campaign.campaign_id })
  return { ...rateOf(rows, ({ on_time, due }) => [on_time, due]), rows, year: campaign.year }
}

/**
 * F4: obligations for which nothing stands handed in, on time or late. A count and no names: those are read in the
 * register, within one's scope.
 */
export async function peopleMissing(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const [campaign] = await findCampaign(db, parameters)
  if (!campaign) return null
  const tallies = await listCommitmentTallies(db, { ...parameters, campaign_id: campaign.campaign_id })
  const rows = tallies.map(({ key, name, due, submitted }) => ({ key, name, due, missing: due - submitted }))
  const count = total(rows, row => row.missing)
  return { value: { kind: 'count', count }, rows, numerator: count, denominator: total(rows, row => row.due), year: campaign.year }
}

/** F3: live deeds of approved commitments. `within` counts those inside the campaign's own bounds. */
export async function deedsPerPerson(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const [campaign] = await findCampaign(db, parameters)
  if (!campaign) return null
  const rows = await listDeedTallies(db, { ...parameters, campaign_id: campaign.campaign_id })
  if (rows.length === 0) return { value: { kind: 'none-due' }, rows: [], year: campaign.year }
  const counted = total(rows, row => row.commitments)
  const inside = rows.filter(row => row.deeds >= campaign.deeds_least && row.deeds <= campaign.deeds_most)
  const within = total(inside, row => row.commitments)
  const deeds = rows.map(row => row.deeds)
  const mean = total(rows, row => row.deeds * row.commitments) / counted
  const value = { kind: 'bounds', least: Math.min(...deeds), most: Math.max(...deeds), mean, within, counted } as const
  return { value, rows, numerator: within, denominator: counted, year: campaign.year }
}

/**
 * F5: deeds reported as done, of those registered and not replaced. Partly done, not done and not reported stand apart
 * in the rows.
 */
export async function deedCompletion(db: Reads, parameters: FigureParameters): Promise<Counted | null> {
  const [campaign] = await findCampaign(db, parameters)
  if (!campaign) return null
  const rows = await listDeedCompletion(db, { ...parameters, campaign_id: campaign.campaign_id })
  return { ...rateOf(rows, ({ done, registered }) => [done, registered]), rows, year: campaign.year }
}

/**
 * F6: tenures with an approved plan, of tenures of leadership posts that overlap the year (the last full year unless
 * asked).
 */
export async function planCoverage(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const year = parameters.year ?? lastFullYear(parameters)
  const rows = await listLeadershipTallies(db, { ...parameters, year })
  return { ...rateOf(rows, ({ planned, tenures }) => [planned, tenures]), rows, year }
}

/**
 * F7: approved plans of the year (the last full one unless asked) in which a reviewer found the exemplary part concrete
 * and the tasks those of the post. One that nobody has marked does not pass.
 */
export async function plansPassed(db: Reads, parameters: FigureParameters): Promise<Counted> {
  const asked = { ...parameters, year: parameters.year ?? lastFullYear(parameters) }
  const passed = new Map((await listPlanMarkTallies(db, asked)).map(row => [row.key, row.passed]))
  const owed = await listLeadershipTallies(db, asked)
  const rows = owed.map(({ key, name, planned }) => ({ key, name, planned, passed: passed.get(key) ?? 0 }))
  return { ...rateOf(rows, row => [row.passed, row.planned]), rows, year: asked.year }
}
