import type { Db } from '../database/index.ts'
import { findCurrentCampaign } from '../programme/index.ts'
import { listCommitmentTallies } from './list-commitment-tallies.ts'
import type { Seat } from './work.ts'

/** How a unit that one follows stands in the campaign that runs there; `missing` of `due` persons. */
export type SeatStanding = { key: string; name: string; is_cell: boolean; year: number; due: number; missing: number }

/** One line for each unit that one follows and in which a campaign runs. `day` is today in Vietnam. */
export async function countSeats(db: Db, seats: readonly Seat[], { day, now }: { day: string; now: Date }): Promise<SeatStanding[]> {
  const units = seats.filter(({ key }, i) => seats.findIndex(seat => seat.key === key) === i)
  const found: SeatStanding[] = []
  for (const { key, name, unit_kind } of units) {
    const [campaign] = await findCurrentCampaign(db, { unit: key, day })
    if (!campaign) continue
    const clocks = { valid_as_of: day, recorded_as_of: now.toISOString() }
    const branches = await listCommitmentTallies(db, { unit: key, campaign_id: campaign.campaign_id, ...clocks })
    const due = branches.reduce((sum, branch) => sum + branch.due, 0)
    const submitted = branches.reduce((sum, branch) => sum + branch.submitted, 0)
    found.push({ key, name, is_cell: unit_kind === 'cell', year: campaign.year, due, missing: due - submitted })
  }
  return found
}
