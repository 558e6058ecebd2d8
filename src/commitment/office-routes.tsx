import { Hono } from 'hono'
import { forbid, may, mayFollow, rolesAt, showStaffPage, standingOf } from '../access/index.ts'
import type { Db } from '../database/index.ts'
import { findAbove, findUnit } from '../organisation/index.ts'
import { findCurrentCampaign } from '../programme/index.ts'
import type { Problem } from '../shared/outcome.ts'
import { staff_paths, type WebContext, type WebEnv } from '../web/index.ts'
import { approveCommitments } from './judge-commitment.ts'
import { listCell, sorted } from './list-cell.ts'
import { listCommitmentTallies } from './list-commitment-tallies.ts'
import { listHeadsWaiting } from './list-heads-waiting.ts'
import { CompletenessPage } from './pages/completeness.tsx'
import { complaintsOf } from './words.ts'
import { atWorkFor, formOf, numberOf, telling, toldBy, type Work, type WorkOptions } from './work.ts'

/** What an office does: follow how complete its units are down to the last cell, and approve what the cells have endorsed. */
export function officeRoutes(options: WorkOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const at = atWorkFor(options)
  routes.get(
    staff_paths.completeness,
    at((c, work) => showCompleteness(c, work)),
  )
  routes.post(staff_paths.completeness_approve, at(approve))
  return routes
}

/** Units with more people than this are read by count, not by name. */
const most_by_name = 800

async function showCompleteness(c: WebContext, work: Work, problems?: readonly Problem[]): Promise<Response> {
  const found = await work.look(db => completenessOf(db, work, c.req.param('unit') ?? ''))
  if (!found) return forbid(c, work.who, rolesAt('campaign', 'read'))
  const complaints = complaintsOf(work.desk.reading.lang, problems ?? [])
  const { desk, now } = work
  return showStaffPage(c, <CompletenessPage {...{ ...desk, ...found, now, told: toldBy(c), complaints }} />, problems ? 422 : 200)
}

async function completenessOf(db: Db, { who, today, now }: Work, unit: string) {
  const clocks = { valid_as_of: today, recorded_as_of: now.toISOString() }
  const [found] = await findUnit(db, { unit, ...clocks })
  const [campaign] = found ? await findCurrentCampaign(db, { unit, day: today }) : []
  if (!found || !campaign) return null
  const standing = await standingOf(db, who.person_id, today)
  if (!mayFollow(standing, found)) return null
  const { campaign_id } = campaign
  const branches = await listCommitmentTallies(db, { unit, campaign_id, ...clocks })
  const due = branches.reduce((sum, branch) => sum + branch.due, 0)
  const sees_names = may(standing, 'obligation', 'read', found).allowed
  const people = sees_names && due <= most_by_name ? await peopleOf(db, { unit, campaign_id, day: today }) : null
  const may_approve = may(standing, 'commitment', 'approve', found).allowed
  const heads = may(standing, 'commitment', 'endorse', found).allowed ? await listHeadsWaiting(db, { unit, campaign_id, day: today }) : []
  const may_remind = may(standing, 'obligation', 'remind', found).allowed
  const [parent] = await findAbove(db, { unit, day: today })
  const above = parent && mayFollow(standing, parent) ? parent : null
  return {
    unit,
    name: found.name,
    above,
    campaign,
    branches,
    people,
    heads: heads.filter(({ person_id }) => person_id !== who.person_id),
    may_approve,
    may_remind,
  }
}

async function peopleOf(db: Db, asked: { unit: string; campaign_id: number; day: string }) {
  const cell = sorted(await listCell(db, asked))
  const endorsed = cell.endorsed.slice(0, 500).map(row => row.commitment_id!)
  return { missing: [...cell.returned, ...cell.missing], excepted: cell.excepted.length, endorsed }
}

/** Approves those that the page listed: what was endorsed since waits for the next look. */
async function approve(c: WebContext, work: Work): Promise<Response> {
  const { ids = '', key = '' } = await formOf(c)
  const commitment_ids = ids.split(' ').map(numberOf)
  const outcome = await work.change(tx => approveCommitments(tx, work.actor, { commitment_ids, key, today: work.today }))
  if (!outcome.ok) return showCompleteness(c, work, outcome.problems)
  const unit = c.req.param('unit') ?? ''
  return c.redirect(telling(c.var.reading.to.completeness({ unit }), { xong: 'duyet', so: String(outcome.value.judged) }), 303)
}
