import type { Hono } from 'hono'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Outcome } from '../../../basis/shared/outcome.ts'
import { query } from '../../../platform/database/index.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import {
  formOf,
  type HomeNotice,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { answersIn, sayProblems, sendWorkbook, type Typed, typedInto, wantsWorkbook } from '../../../platform/staff/index.ts'
import { staff_paths, type WebEnv } from '../../../platform/web/index.ts'
import { type AtUnit, atUnit } from './at-unit.ts'
import { contributionsWorkbook, yearsWorkbook } from './contributions-workbook.ts'
import { contribution_form } from './forms.ts'
import { verifyContribution, withdrawContribution } from './judge-contribution.ts'
import { keepContribution } from './keep-contribution.ts'
import { giftListRoutes } from './list/list-routes.tsx'
import { ContributionFormPage } from './pages/contribution-form.tsx'
import { ContributionsPage, ThanksPage } from './pages/contributions.tsx'
import { YearsPage } from './pages/years.tsx'
import { type ContributionCode, type ContributionProblem, contribution_problems } from './problem-words.ts'
import { listContributionKinds, listGivenByYear, listGivingPlaces, listKept, listTotals } from './reads.ts'
import { giving_words } from './words.ts'

/** What people gave, as the offices of a unit write it down and verify it. */
export function givingRoutes(options: StaffRouteOptions): Hono<WebEnv>[] {
  return [giftListRoutes(options), giftRoutes(options)]
}

function giftRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.contributions, { show: atUnit(showContributions) }],
    [staff_paths.contribution_add, { show: atUnit(showForm), take: atUnit(keep) }],
    [staff_paths.contribution_thanks, { show: atUnit(showThanks) }],
    [staff_paths.contribution_years, { show: atUnit(showYears) }],
    [staff_paths.contribution_verify, { take: atUnit(judging(verifyContribution, 'xac-minh')) }],
    [staff_paths.contribution_withdraw, { take: atUnit(judging(withdrawContribution, 'rut')) }],
  ])
}

async function showContributions({ c, work, here }: AtUnit, problems: readonly ContributionProblem[] = []): Promise<Response> {
  const { look, staff_page, who, now } = work
  const { lang } = staff_page.view
  const { key: unit, name: unit_name, may_verify } = here
  const asked = { unit, is_whole: wantsWorkbook(c) }
  const kept = await look(db => listKept(db, asked))
  if (asked.is_whole) return sendWorkbook(unit, contributionsWorkbook({ lang, now, name: unit_name, is_thanks: false, kept }))
  const totals = await look(db => listTotals(db, { unit }))
  const field_errors = sayProblems(contribution_problems, { lang }, problems)
  const told = lookUp(giving_words[lang].told, c.req.query('xong'))
  const page = { ...staff_page, unit, unit_name, kept, totals, person_id: who.person_id, may_verify, field_errors, told }
  return showStaffPage(c, <ContributionsPage {...page} />, problems.length > 0 ? 422 : 200)
}

async function showThanks({ c, work: { look, staff_page, now }, here: { key: unit, name: unit_name } }: AtUnit): Promise<Response> {
  const asked = { unit, thanked: true, is_whole: wantsWorkbook(c) }
  const kept = await look(db => listKept(db, asked))
  const { lang } = staff_page.view
  if (asked.is_whole) return sendWorkbook(unit, contributionsWorkbook({ lang, now, name: unit_name, is_thanks: true, kept }))
  return showStaffPage(c, <ThanksPage {...{ ...staff_page, unit, unit_name, kept }} />)
}

async function showYears({ c, work: { look, staff_page, now }, here: { unit_id, key: unit, name: unit_name } }: AtUnit): Promise<Response> {
  const given = await look(db => listGivenByYear(db, { unit_id }))
  if (wantsWorkbook(c)) return sendWorkbook(unit, yearsWorkbook({ lang: staff_page.view.lang, now, name: unit_name, given }))
  return showStaffPage(c, <YearsPage {...{ ...staff_page, unit, unit_name, given }} />)
}

type Sent = { typed: Typed; problems: readonly ContributionProblem[] }

async function showForm({ c, work, here }: AtUnit, sent?: Sent): Promise<Response> {
  const { look, staff_page, today } = work
  const { lang } = staff_page.view
  const [kinds, places] = await look(async db => [await listContributionKinds(db, {}), await listGivingPlaces(db, here)] as const)
  // Where a unit works in one place, that is where it was.
  const alive = places.filter(({ until }) => until === null)
  const first: Typed = { given_on: today, giver_kind: 'household', place: alive.length === 1 ? alive[0]!.key : '' }
  const field_errors = sayProblems(contribution_problems, { lang, form: contribution_form }, sent?.problems ?? [])
  const told = lookUp(giving_words[lang].told, c.req.query('xong'))
  const page = { ...staff_page, unit: here.key, unit_name: here.name, kinds, places, typed: sent?.typed ?? first, field_errors, told }
  return showStaffPage(c, <ContributionFormPage {...page} />, sent ? 422 : 200)
}

async function keep(at: AtUnit): Promise<Response> {
  const { c, work, here } = at
  const { key = '', ...sent } = await formOf(c)
  const typed = typedInto(contribution_form, sent)
  const keeping = { ...answersIn(contribution_form, typed), unit_id: here.unit_id, today: work.today, key }
  const outcome = await work.change(tx => keepContribution(tx, work.actor, keeping))
  if (!outcome.ok) return showForm(at, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.contributions({ unit: here.key }), { xong: 'ghi' }), 303)
}

function judging(judge: typeof verifyContribution, xong: string) {
  return async (at: AtUnit): Promise<Response> => {
    const { c, work, here } = at
    const asked = { contribution_id: numberOf(c.req.param('contribution')), today: work.today }
    const outcome: Outcome<unknown, ContributionCode> = await work.change(tx => judge(tx, work.actor, asked))
    if (!outcome.ok) return showContributions(at, outcome.problems)
    return c.redirect(withFlash(c.var.view.to.contributions({ unit: here.key }), { xong }), 303)
  }
}

const countWaiting = query<Record<string, never>, { n: number }>(`
  select count(*)::int as n
    from contribution c
   where is_open(c.recorded) and c.kept_by <> current_person_id()
     and c.kept_at in (select u.unit_id from units_where_may('contribution', 'verify') u)
     and not exists (select from contribution_verification w where w.contribution_id = c.contribution_id and is_open(w.recorded))`)

/** On the home page of an office: how many contributions wait for its word. */
export async function contributionsWaiting({ look, seats, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  const seat = seats.find(({ role }) => rolesThatMay('contribution', 'verify').includes(role))
  if (!seat) return []
  const [{ n }] = (await look(db => countWaiting(db, {}))) as [{ n: number }]
  return n === 0 ? [] : [{ href: view.to.contributions({ unit: seat.key }), label: giving_words[view.lang].waiting_n(n), n }]
}
