import type { Db } from '../../platform/database/index.ts'
import { follows, may, standingOf } from '../../platform/role/index.ts'
import type { RoleAtUnit } from '../../platform/sign-in/index.ts'
import { type Branch, listBranches, listCell, sorted } from '../../register/commitment/index.ts'
import { listOpenCampaigns } from '../../register/programme/index.ts'

/**
 * How a unit that one follows stands in a campaign; `missing` of `due` persons. A cell by name, with how many wait for
 * whoever asks; a unit above by its branches.
 */
export type SeatStanding = {
  key: string
  name: string
  campaign_id: number
  year: number
  due: number
  missing: number
  cell: { missing: string[]; waiting: number } | null
  branches: Branch[]
}

type Asked = { person_id: number; day: string; now: Date }

/**
 * One for each unit that one follows and each campaign that receives there; where none does, the last one. `day` is
 * today in Vietnam.
 */
export async function countSeats(db: Db, seats: readonly RoleAtUnit[], { person_id, day, now }: Asked): Promise<SeatStanding[]> {
  const followed = seats.filter(({ role }) => follows(role))
  const units = followed.filter(({ key }, i) => followed.findIndex(seat => seat.key === key) === i)
  const found: SeatStanding[] = []
  for (const { key, name, unit_kind } of units) {
    for (const { campaign_id, year } of await listOpenCampaigns(db, { unit: key, day })) {
      const branches = await listBranches(db, { unit: key, campaign_id, valid_as_of: day, recorded_as_of: now.toISOString() })
      const due = branches.reduce((sum, branch) => sum + branch.due, 0)
      const submitted = branches.reduce((sum, branch) => sum + branch.submitted, 0)
      const cell = unit_kind === 'cell' ? await lookInto(db, { person_id, day }, { unit: key, campaign_id }) : null
      found.push({ key, name, campaign_id, year, due, missing: due - submitted, cell, branches })
    }
  }
  return found
}

/** Names alone, and a number: no text is shown, so no reading is noted. One's own is another's to judge. */
async function lookInto(
  db: Db,
  { person_id, day }: Pick<Asked, 'person_id' | 'day'>,
  place: { unit: string; campaign_id: number },
): Promise<{ missing: string[]; waiting: number }> {
  const { missing, returned, waiting } = sorted(await listCell(db, { ...place, day }))
  const standing = await standingOf(db, person_id, day)
  return {
    missing: [...returned, ...missing].map(({ full_name }) => full_name),
    waiting: waiting.filter(row => may(standing, 'commitment', 'endorse', row).allowed).length,
  }
}
