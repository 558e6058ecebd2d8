import type { Hono } from 'hono'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { may, rolesAt, rolesThatMay, type Standing, standingOf } from '../../../platform/role/index.ts'
import {
  forbid,
  type HomeNotice,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { listsOf, sayProblems, sendWorkbook, wantsWorkbook } from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { type ExemplarCode, exemplar_problems } from '../problem-words.ts'
import { findPartyUnit } from '../reads/find-for-nomination.ts'
import { listResults, listUnverified, listWhoseUnverified, type ModelResult } from './list-results.ts'
import { type ReportToJudge, ResultsPage } from './pages/results.tsx'
import { decideVerification, verifyReport } from './verify-report.ts'
import { model_words } from './words.ts'

/** What models brought: the sums of a unit, what waits to be verified, and verifying it. */
export function resultRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.model_results, { show: (c, work) => showResults(c, work, c.req.param('unit') ?? '') }],
    [staff_paths.adoption_verify, { take: verify }],
  ])
}

async function showResults(c: WebContext, work: StaffContext, unit: string, problems: readonly Problem<ExemplarCode>[] = []) {
  const { look, who, today, now, staff_page } = work
  const { lang } = staff_page.view
  const found = await look(async db => {
    const [at] = await findPartyUnit(db, { unit, day: today })
    const standing = at && (await standingOf(db, who.person_id, today))
    if (!at || !may(standing!, 'exemplar', 'read', at).allowed) return null
    return { unit_name: at.name, results: await listResults(db, { unit }), waiting: await listToVerify(db, standing!) }
  })
  if (!found) return forbid(c, who, rolesAt('exemplar', 'read'))
  if (wantsWorkbook(c)) return sendWorkbook('ket-qua-mo-hinh', resultsWorkbook(lang, now, found.results))
  const told = lookUp(model_words[lang].told, c.req.query('xong'))
  const field_errors = sayProblems(exemplar_problems, { lang }, problems)
  return showStaffPage(c, <ResultsPage {...{ ...staff_page, ...found, unit, told, field_errors }} />, problems.length > 0 ? 422 : 200)
}

function resultsWorkbook(lang: 'vi' | 'en', now: Date, results: readonly ModelResult[]) {
  const words = model_words[lang]
  const rows = results.map(({ model_name, year, units, income, households, jobs }) => [model_name, year, units, income, households, jobs])
  const headings = [words.model, words.year, words.units, words.income_head, words.households_head, words.jobs_head]
  return listsOf({ lang, now }, words.results_of_models, [{ name: words.brought, headings, rows }])
}

/** The reports with numbers that whoever is at work may verify. */
async function listToVerify(db: Db, standing: Standing): Promise<ReportToJudge[]> {
  const reports = await listUnverified(db, {})
  return reports.filter(report => decideVerification(report, standing).ok).map(report => ({ ...report, may_verify: true }))
}

async function verify(c: WebContext, work: StaffContext): Promise<Response> {
  const adoption_report_id = numberOf(c.req.param('report'))
  const outcome = await work.change(tx => verifyReport(tx, work.actor, { adoption_report_id, today: work.today }))
  const unit = seatOf(work)?.key ?? ''
  if (!outcome.ok) return showResults(c, work, unit, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.model_results({ unit }), { xong: 'xac-minh' }), 303)
}

function seatOf({ seats }: StaffContext) {
  return seats.find(({ role }) => rolesThatMay('exemplar', 'verify').includes(role))
}

/** On the home page of an office: how many results of models wait for its word. */
export async function resultsWaiting(work: StaffContext): Promise<HomeNotice[]> {
  const seat = seatOf(work)
  if (!seat) return []
  const { look, who, today } = work
  const { view } = work.staff_page
  const n = await look(async db => {
    const standing = await standingOf(db, who.person_id, today)
    return (await listWhoseUnverified(db, {})).filter(report => decideVerification(report, standing).ok).length
  })
  return n === 0 ? [] : [{ href: view.to.model_results({ unit: seat.key }), label: model_words[view.lang].waiting_n(n), n }]
}
