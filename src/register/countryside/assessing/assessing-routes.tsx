import type { Hono } from 'hono'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { type Db, query } from '../../../platform/database/index.ts'
import { may, rolesAt, rolesThatMay, type Standing, standingOf } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  type HomeNotice,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { sayProblems, sendWorkbook, wantsWorkbook } from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { listHoldings } from '../list-holdings.ts'
import { casesWorkbook, caseWorkbook, communesWorkbook } from './assessing-workbook.ts'
import { formRoutes } from './form-routes.tsx'
import { BoardPage } from './pages/board.tsx'
import { CasePage } from './pages/case.tsx'
import { CommunesPage } from './pages/communes.tsx'
import { type AssessingCode, assessing_problems } from './problem-words.ts'
import { findCase, listCases, type StandingCase } from './reads/find-case.ts'
import { type Charge, findCharge, listCriteriaSets, listLevels } from './reads/find-charge.ts'
import { listCommunesAssessed, listCriteria } from './reads/list-communes-assessed.ts'
import { listResults } from './reads/list-results.ts'
import { listSteps } from './reads/list-steps.ts'
import { type PlainMove, plain_moves } from './standing-case.ts'
import { moveCase } from './verbs/move-case.ts'
import { stepsPermitted } from './verbs/take-step.ts'
import { assessing_words } from './words.ts'

/** Communes from their assessment to the decision: the board of one, the criteria of many, a case with its steps. */
export function assessingRoutes(options: StaffRouteOptions): Hono<WebEnv>[] {
  const cases = staffRoutes(options, [
    [staff_paths.countryside, { show: showCountryside }],
    [staff_paths.assessment, { show: showCase }],
    [staff_paths.assessment_move, { take: move }],
  ])
  return [formRoutes(options), cases]
}

// ── The board of a commune, or the communes under a unit ──

async function showCountryside(c: WebContext, work: StaffContext): Promise<Response> {
  const found = await work.look(async db => {
    const [charge] = await findCharge(db, { unit: c.req.param('unit') ?? '', day: work.today })
    const standing = charge && (await standingOf(db, work.who.person_id, work.today))
    return charge && may(standing!, 'standing', 'read', charge).allowed ? { charge, standing: standing! } : null
  })
  if (!found) return forbid(c, work.who, rolesAt('standing', 'read'))
  return found.charge.place_kind === 'commune' ? showBoard(c, work, found) : showCommunes(c, work, found)
}

type Found = { charge: Charge; standing: Standing }

async function showBoard(c: WebContext, work: StaffContext, { charge, standing }: Found): Promise<Response> {
  const { look, staff_page, today, now } = work
  const { lang } = staff_page.view
  const cases = await look(db => listCases(db, charge.unit_id, today))
  if (wantsWorkbook(c)) return sendWorkbook(charge.key, casesWorkbook({ lang, now, name: charge.name, cases }))
  const may_assess = may(standing, 'standing', 'assess', charge).allowed
  const shown = await look(async db => ({
    levels: await listLevels(db, {}),
    holding: await holdingOf(db, charge.place!, work),
    latest: await latestOf(db, cases, standing),
  }))
  return showStaffPage(c, <BoardPage {...{ ...staff_page, ...shown, charge, cases, may_assess, today }} />)
}

async function holdingOf(db: Db, unit: string, { today, now }: StaffContext) {
  const clocks = { valid_as_of: today, recorded_as_of: now.toISOString() }
  return (await listHoldings(db, { ...clocks, unit, map_day: today })).get(unit) ?? null
}

async function latestOf(db: Db, cases: StandingCase[], standing: Standing) {
  const found = cases.find(({ state }) => state !== 'withdrawn')
  if (!found) return null
  return { found, results: await listResults(db, found), may_say: stepsPermitted(found, standing).includes('submit') }
}

async function showCommunes(c: WebContext, work: StaffContext, { charge, standing }: Found): Promise<Response> {
  const { look, staff_page, today: day, now } = work
  const { lang } = staff_page.view
  const read = await look(async db => {
    const sets = await listCriteriaSets(db, {})
    const asked = numberOf(c.req.query('bo'))
    const known = sets.filter(({ has_criteria, since }) => has_criteria && since <= day)
    const set = known.find(({ criteria_set_id }) => criteria_set_id === asked) ?? known[0]
    const { unit_id } = charge
    const is_of_communes = set?.of_kind === 'commune'
    const communes = is_of_communes ? await listCommunesAssessed(db, { unit_id, criteria_set_id: set.criteria_set_id, day }) : []
    return { sets, set, communes, criteria: set ? await listCriteria(db, set) : [] }
  })
  if (wantsWorkbook(c)) return sendWorkbook(charge.key, communesWorkbook({ lang, now, name: charge.name, ...read }))
  const may_decide = may(standing, 'standing', 'decide', charge).allowed
  const told = lookUp(assessing_words[lang].told, c.req.query('xong'))
  return showStaffPage(c, <CommunesPage {...{ ...staff_page, ...read, charge, may_decide, told }} />)
}

// ── One case ──

async function showCase(
  c: WebContext,
  work: StaffContext,
  problems: readonly Problem<AssessingCode>[] = [],
  said?: { refused: PlainMove; comment: string },
): Promise<Response> {
  const { look, who, today, now, staff_page } = work
  const { lang } = staff_page.view
  const shown = await look(async db => {
    const found = await findCase(db, numberOf(c.req.param('assessment')), today)
    if (!found) return null
    const moves = stepsPermitted(found, await standingOf(db, who.person_id, today))
    return { found, moves, results: await listResults(db, found), steps: await listSteps(db, found) }
  })
  if (!shown) return forbid(c, who, rolesAt('standing', 'read'))
  if (wantsWorkbook(c)) return sendWorkbook(shown.found.place, caseWorkbook({ lang, now, ...shown }))
  const page = {
    ...{ ...staff_page, ...shown, today, ...said },
    field_errors: sayProblems(assessing_problems, { lang }, problems),
    told: lookUp(assessing_words[lang].told, c.req.query('xong')),
  }
  return showStaffPage(c, <CasePage {...page} />, problems.length > 0 ? 422 : 200)
}

async function move(c: WebContext, work: StaffContext): Promise<Response> {
  const { comment = '', key = '' } = await formOf(c)
  const standing_case_id = numberOf(c.req.param('assessment'))
  const name = plain_moves.find(known => known === c.req.param('move'))
  if (!name) return forbid(c, work.who, rolesAt('standing', 'read'))
  const outcome = await work.change(tx => moveCase(tx, work.actor, { standing_case_id, move: name, comment, key, today: work.today }))
  if (!outcome.ok) return showCase(c, work, outcome.problems, { refused: name, comment })
  return c.redirect(withFlash(c.var.view.to.assessment({ standing_case_id }), { xong: 'buoc' }), 303)
}

// ── What waits for somebody ──

type Waiting = Pick<StandingCase, 'kept_at' | 'begun_by' | 'hands' | 'state' | 'met' | 'criteria'>

const listWaiting = query<Record<never, never>, Waiting>(`
  select c.kept_at, c.begun_by, s.state, cs.criteria, r.met, r.hands
    from standing_case c
    join criteria_set cs on cs.criteria_set_id = c.criteria_set_id
    join lateral (
         select x.state from standing_case_step x
          where x.standing_case_id = c.standing_case_id
          order by x.standing_case_step_id desc limit 1) s on s.state in ('draft', 'returned', 'submitted', 'appraised', 'voted')
   cross join lateral (
         select (count(*) filter (where x.is_met))::int as met, coalesce(array_agg(distinct x.said_by), '{}') as hands
           from criterion_result x
          where x.standing_case_id = c.standing_case_id and is_open(x.recorded)) r`)

/** On the home page: the assessments of which the next step is for whoever is at work. */
export async function assessmentsWaiting({ look, seats, who, today, staff_page: { view } }: StaffContext): Promise<HomeNotice[]> {
  const seat = seats.find(({ role, unit_kind }) => unit_kind !== 'cell' && rolesThatMay('standing', 'assess').includes(role))
  if (!seat) return []
  const n = await look(async db => {
    const standing = await standingOf(db, who.person_id, today)
    return (await listWaiting(db, {})).filter(one => waitsFor(one, standing)).length
  })
  return n === 0 ? [] : [{ href: view.to.countryside({ unit: seat.key }), label: assessing_words[view.lang].waiting_n(n), n }]
}

/** A draft waits for the office that writes it, not for those above it. */
function waitsFor(one: Waiting, standing: Standing): boolean {
  const moves = stepsPermitted(one, standing)
  const is_theirs = standing.held.some(({ unit_id }) => unit_id === one.kept_at)
  return moves.some(move => move !== 'withdraw' && (move !== 'submit' || is_theirs))
}
