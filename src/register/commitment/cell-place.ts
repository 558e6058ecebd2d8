import type { Db } from '../../platform/database/index.ts'
import { rolesThatMay, type Standing, standingOf } from '../../platform/role/index.ts'
import { forbid, numberOf, type StaffContext, withFlash } from '../../platform/sign-in/index.ts'
import type { Flash } from '../../platform/staff/index.ts'
import type { InCampaign, WebContext } from '../../platform/web/index.ts'
import { decideMove, permittedMoves } from '../../platform/workflow/index.ts'
import type { CampaignHere } from '../programme/index.ts'
import { commitment_flow, decideUndoing, type MoveName, movable } from './commitment.ts'
import { flashOf } from './pages/undoing.tsx'
import { countHidden, type Hidden } from './reads/count-hidden.ts'
import { type Absence, answerAbsence, findPlace } from './reads/find-place.tsx'
import { type Cell, type CellRow, listCell, sorted } from './reads/list-cell.ts'

/**
 * What who asks may do here: `may_endorse` any that waits, undo the last steps in `undoable`, and of one text what
 * `movesOf` tells.
 */
export type Place = {
  at: InCampaign
  name: string
  campaign: CampaignHere
  campaigns: CampaignHere[]
  cell: Cell
  hidden: Hidden
  may_endorse: boolean
  undoable: ReadonlySet<number>
  movesOf: (row: CellRow) => MoveName[]
}

/** A unit with its campaign and everybody due in it whom one may see. */
export async function placeIn(db: Db, c: WebContext, work: StaffContext): Promise<Place | Absence> {
  const place = await findPlace(db, c, work)
  if ('why' in place) return place
  const { found, at, campaign, campaigns } = place
  const cell = sorted(await listCell(db, { unit: at.unit, campaign_id: campaign.campaign_id, day: work.today }))
  const standing = await standingOf(db, work.who.person_id, work.today)
  const may_endorse = cell.waiting.some(row => decideMove(commitment_flow, 'endorse', movable(row), standing).ok)
  const movesOf = (row: CellRow) => permittedMoves(commitment_flow, movable(row), standing)
  const hidden = await countHidden(db, { unit: at.unit, campaign_id: campaign.campaign_id, day: work.today }, cell)
  return { at, name: found.name, campaign, campaigns, cell, hidden, may_endorse, undoable: undoableIn(cell, standing), movesOf }
}

function undoableIn({ waiting, endorsed }: Cell, standing: Standing): ReadonlySet<number> {
  const rows = [...endorsed, ...waiting].filter(
    row => decideUndoing({ ...row, made: row.state!, state: row.state!, is_last: true }, standing).ok,
  )
  return new Set(rows.map(row => row.commitment_step_id!))
}

/** What the step before has done. The address holds no name, only numbers: names are those that who asks sees here. */
export function flashIn(c: WebContext, { at, cell, undoable }: Place): Flash | undefined {
  const { xong, so, cua = '' } = c.req.query()
  const commitment_ids = cua.split('.').map(numberOf)
  return flashOf({ done: xong, n: numberOf(so), commitment_ids }, { view: c.var.view, at, rows: Object.values(cell).flat(), undoable })
}

/** The address that says so. Of very many only the number. */
export function flashing(address: string, done: string, commitment_ids: readonly number[]): string {
  const n = commitment_ids.length
  return withFlash(address, { xong: done, so: String(n), ...(n <= most_named && { cua: commitment_ids.join('.') }) })
}

const most_named = 60

function isSeen({ cell }: Place): boolean {
  return Object.values(cell).some(rows => rows.length > 0)
}

export async function placeOrNot(c: WebContext, work: StaffContext): Promise<Place | Response> {
  return orRefused(c, work, await work.look(db => placeIn(db, c, work)))
}

export async function orRefused(c: WebContext, work: StaffContext, place: Place | Absence): Promise<Place | Response> {
  if ('why' in place) return answerAbsence(c, work, place)
  const holds = work.who.held.some(({ role }) => (rolesThatMay('commitment', 'read') as readonly string[]).includes(role))
  return isSeen(place) && holds ? place : forbid(c, work.who, rolesThatMay('commitment', 'endorse'))
}
