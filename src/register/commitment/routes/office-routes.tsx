import type { Hono } from 'hono'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { may, mayFollow, rolesAt, standingOf } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
} from '../../../platform/sign-in/index.ts'
import { listNames, sayProblems, sendWorkbook, wantsWorkbook } from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { findAbove } from '../../organisation/index.ts'
import { type Branch, listBranches } from '../branches/list-branches.ts'
import { flashing } from '../cell-place.ts'
import { completenessWorkbook } from '../lists.ts'
import { CompletenessPage } from '../pages/completeness.tsx'
import { type CommitmentCode, commitment_problems } from '../problem-words.ts'
import { answerAbsence, findPlace, inCampaign } from '../reads/find-place.tsx'
import { countExcepted, listEndorsed } from '../reads/list-endorsed.ts'
import { listHeadsWaiting } from '../reads/list-heads-waiting.ts'
import { listMissing } from '../reads/list-missing.ts'
import { listWhose } from '../reads/list-whose.ts'
import { approveCommitments } from '../verbs/judge-commitment.ts'
import { commitment_words } from '../words.ts'

/**
 * What an office does: follow how complete its units are down to the last cell, and approve what the cells have
 * endorsed.
 */
export function officeRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.completeness, { show: showCompleteness }],
    [staff_paths.completeness_approve, { take: approve }],
  ])
}

/**
 * Where more people than this are missing, they are read by count, not by name; and where more than this are due,
 * approved further down.
 */
const most_by_name = 800

async function showCompleteness(c: WebContext, work: StaffContext, problems?: readonly Problem<CommitmentCode>[]): Promise<Response> {
  const found = await work.look(db => completenessOf(db, c, work))
  if (found && 'why' in found) return answerAbsence(c, work, found)
  if (!found) return forbid(c, work.who, rolesAt('campaign', 'read'))
  const field_errors = sayProblems(commitment_problems, { lang: work.staff_page.view.lang }, problems ?? [])
  const { staff_page, now } = work
  const { lang } = staff_page.view
  if (wantsWorkbook(c)) {
    const { name, branches, people, campaign, at } = found
    return sendWorkbook(at.unit, completenessWorkbook({ lang, now, name, branches, missing: people?.missing ?? null, year: campaign.year }))
  }
  return showStaffPage(c, <CompletenessPage {...{ ...staff_page, ...found, now, field_errors }} />, problems ? 422 : 200)
}

async function completenessOf(db: Db, c: WebContext, work: StaffContext) {
  const { who, today, now } = work
  const clocks = { valid_as_of: today, recorded_as_of: now.toISOString() }
  const place = await findPlace(db, c, work)
  if ('why' in place) return place
  const { found, at, campaign, campaigns } = place
  const { unit } = at
  const standing = await standingOf(db, who.person_id, today)
  if (!mayFollow(standing, found)) return null
  const { campaign_id } = campaign
  const branches = await listBranches(db, { unit, campaign_id, ...clocks })
  const sees_names = may(standing, 'obligation', 'read', found).allowed
  const people = sees_names ? await peopleOf(db, { unit, campaign_id, day: today }, branches) : null
  const may_approve = may(standing, 'commitment', 'approve', found).allowed
  const heads = may(standing, 'commitment', 'endorse', found).allowed ? await listHeadsWaiting(db, { unit, campaign_id, day: today }) : []
  const may_remind = may(standing, 'obligation', 'remind', found).allowed
  const [parent] = await findAbove(db, { unit, day: today })
  const above = parent && mayFollow(standing, parent) ? parent : null
  return {
    at,
    name: found.name,
    above,
    campaign,
    campaigns,
    branches,
    people,
    told: await toldIn(db, c, campaign_id),
    heads: heads.filter(({ person_id }) => person_id !== who.person_id),
    may_approve,
    may_remind,
  }
}

/**
 * Whose commitments were just approved; their number alone where they are very many, or nobody whom the reader sees.
 */
async function toldIn(db: Db, c: WebContext, campaign_id: number): Promise<string | undefined> {
  const { xong, so, cua = '' } = c.req.query()
  if (xong !== 'duyet') return undefined
  const { lang } = c.var.view
  const whose = cua ? await listWhose(db, { campaign_id, ids: cua.split('.').map(numberOf) }) : []
  const names = whose.map(({ full_name }) => full_name)
  return names.length > 0 ? commitment_words[lang].approved_of(listNames(lang, names)) : commitment_words[lang].approved_n(numberOf(so))
}

async function peopleOf(db: Db, asked: { unit: string; campaign_id: number; day: string }, branches: readonly Branch[]) {
  const due = branches.reduce((sum, branch) => sum + branch.due, 0)
  const submitted = branches.reduce((sum, branch) => sum + branch.submitted, 0)
  if (due - submitted > most_by_name) return null
  const missing = await listMissing(db, asked)
  const [counted] = await countExcepted(db, asked)
  const endorsed = due > most_by_name ? [] : await listEndorsed(db, asked)
  return { missing, excepted: counted!.excepted, endorsed: endorsed.map(({ commitment_id }) => commitment_id) }
}

/** Approves those that the page listed: what was endorsed since waits for the next look. */
async function approve(c: WebContext, work: StaffContext): Promise<Response> {
  const { ids = '', key = '' } = await formOf(c)
  const commitment_ids = ids.split(' ').map(numberOf)
  const outcome = await work.change(tx => approveCommitments(tx, work.actor, { commitment_ids, key, today: work.today }))
  if (!outcome.ok) return showCompleteness(c, work, outcome.problems)
  return c.redirect(flashing(c.var.view.to.completeness(inCampaign(c)), 'duyet', commitment_ids), 303)
}
