import type { Hono } from 'hono'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem } from '../../basis/shared/outcome.ts'
import { may, rolesAt, rolesThatMay, standingOf } from '../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  readFile,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../platform/sign-in/index.ts'
import { answersIn, sayProblems, sendWorkbook, type Typed, typedInto, wantsWorkbook } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { findUnit } from '../organisation/index.ts'
import { raising_form, remedy_form } from './forms.ts'
import { limitation_flow } from './limitation.ts'
import { limitationsWorkbook } from './limitations-workbook.ts'
import { LimitationPage, MyLimitationsPage, RaisePage } from './pages/one.tsx'
import { LimitationsUnderPage } from './pages/under.tsx'
import { type LimitationCode, limitation_problems } from './problem-words.ts'
import { countOpenByDay, findLimitation, listMyLimitations, listOpenLimitations } from './reads/find-limitation.ts'
import { findOwing } from './reads/find-owing.ts'
import { listLimitationBranches } from './reads/list-limitation-branches.ts'
import { listLimitationSteps } from './reads/list-limitation-steps.ts'
import { type Following, followLimitation, movesOfLimitation, planRemedy } from './verbs/follow-limitation.ts'
import { raiseLimitation } from './verbs/raise-limitation.ts'
import { limitation_words } from './words.ts'

/** What reviews found wanting: one's own, those of a unit, and each with what may be done about it. */
export function limitationRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.my_limitations, { show: showMine }],
    [staff_paths.limitation, { show: (c, work) => showOne(c, work) }],
    [staff_paths.limitation_plan, { take: plan }],
    [staff_paths.limitation_move, { take: move }],
    [staff_paths.limitations_under, { show: showUnder }],
    [staff_paths.limitation_raise, { show: (c, work) => showRaising(c, work), take: raise }],
  ])
}

async function showMine(c: WebContext, { staff_page, who, today, look }: StaffContext): Promise<Response> {
  const limitations = await look(db => listMyLimitations(db, { person_id: who.person_id, day: today }))
  return showStaffPage(c, <MyLimitationsPage {...{ ...staff_page, limitations, today }} />)
}

/** More than a page shows are read by branch, or in the workbook. */
const [most_shown, most_in_workbook] = [200, 100_000]

async function showUnder(c: WebContext, { staff_page, who, today, now, look }: StaffContext): Promise<Response> {
  const unit = c.req.param('unit') ?? ''
  const is_whole = wantsWorkbook(c)
  const shown = await look(async db => {
    const [found] = await findUnit(db, { unit, valid_as_of: today, recorded_as_of: now.toISOString() })
    if (!found || !may(await standingOf(db, who.person_id, today), 'limitation', 'read', found).allowed) return null
    const branches = await listLimitationBranches(db, { unit, day: today })
    const most = is_whole ? most_in_workbook : most_shown
    const limitations = await listOpenLimitations(db, { unit, day: today, most })
    return { name: found.name, branches, limitations, raised: await countOpenByDay(db, { unit, day: today }) }
  })
  if (!shown) return forbid(c, who, rolesAt('limitation', 'read'))
  const { lang } = staff_page.view
  if (is_whole) return sendWorkbook(unit, limitationsWorkbook({ lang, now, today, ...shown }))
  return showStaffPage(c, <LimitationsUnderPage {...{ ...staff_page, ...shown, unit, today }} />)
}

type Refused = { typed?: Typed; comment?: string; problems?: readonly Problem<LimitationCode>[] }

/** One limitation, opened as a file is: its person will see by whom. */
async function showOne(c: WebContext, work: StaffContext, { typed = {}, comment, problems = [] }: Refused = {}): Promise<Response> {
  const { staff_page, who, today, actor, now, database, look } = work
  const limitation_id = numberOf(c.req.param('limitation'))
  const [limitation] = await look(db => findLimitation(db, { limitation_id, day: today }))
  if (!limitation) return forbid(c, who, rolesThatMay('limitation', 'read'))
  const { unit_id, person_id } = limitation
  const opened = await readFile(
    ...([database, actor, { noun: 'limitation', unit_id, person_id }] as const),
    async tx =>
      done({
        steps: await listLimitationSteps(tx, { limitation_id }),
        moves: movesOfLimitation(limitation, await standingOf(tx, who.person_id, today)),
      }),
    now,
  )
  if (!opened.ok) return forbid(c, who, rolesThatMay('limitation', 'read'))
  const { lang } = staff_page.view
  const field_errors = sayProblems(limitation_problems, { lang, form: remedy_form }, problems)
  const words = limitation_words[lang]
  const told = lookUp({ ...words.done, neu: words.raised_now }, c.req.query('xong'))
  const is_mine = person_id === who.person_id
  return showStaffPage(
    c,
    <LimitationPage {...{ ...staff_page, ...opened.value, limitation, is_mine, today, typed, comment, field_errors, told }} />,
    problems.length > 0 ? 422 : 200,
  )
}

async function plan(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(remedy_form, sent)
  const limitation_id = numberOf(c.req.param('limitation'))
  const asked = { limitation_id, ...answersIn(remedy_form, typed), key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => planRemedy(tx, work.actor, asked))
  return afterwards(c, work, outcome, { limitation_id, said: 'bien-phap', typed })
}

async function move(c: WebContext, work: StaffContext): Promise<Response> {
  const { comment = '', key = '' } = await formOf(c)
  const limitation_id = numberOf(c.req.param('limitation'))
  const name = c.req.param('move') ?? ''
  if (name === 'plan' || !Object.hasOwn(limitation_flow.moves, name)) return c.notFound()
  const following = { limitation_id, move: name as Following['move'], said: comment, key, today: work.today }
  const outcome = await work.change(tx => followLimitation(tx, work.actor, following))
  return afterwards(c, work, outcome, { limitation_id, said: name, comment })
}

type Afterwards = Omit<Refused, 'problems'> & { limitation_id: number; said: string }

function afterwards(
  c: WebContext,
  work: StaffContext,
  outcome: Outcome<null, LimitationCode>,
  { limitation_id, said, ...kept }: Afterwards,
): Response | Promise<Response> {
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.limitation({ limitation_id }), { xong: said }), 303)
  return showOne(c, work, { ...kept, problems: outcome.problems })
}

async function showRaising(
  c: WebContext,
  { staff_page, who, today, look }: StaffContext,
  { typed = {}, problems = [] }: Refused = {},
): Promise<Response> {
  const unit = c.req.param('unit') ?? ''
  const of = await look(async db => {
    const [found] = await findOwing(db, { obligation_id: numberOf(c.req.param('obligation')), unit, day: today })
    return found && may(await standingOf(db, who.person_id, today), 'limitation', 'raise', found).allowed ? found : null
  })
  if (!of) return forbid(c, who, rolesAt('limitation', 'raise'))
  const field_errors = sayProblems(limitation_problems, { lang: staff_page.view.lang, form: raising_form }, problems)
  return showStaffPage(c, <RaisePage {...{ ...staff_page, unit, of, typed, field_errors }} />, problems.length > 0 ? 422 : 200)
}

async function raise(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(raising_form, sent)
  const raising = {
    obligation_id: numberOf(c.req.param('obligation')),
    ...answersIn(raising_form, typed),
    key: sent.key ?? '',
    today: work.today,
  }
  const outcome = await work.change(tx => raiseLimitation(tx, work.actor, raising))
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.limitation(outcome.value), { xong: 'neu' }), 303)
  return showRaising(c, work, { typed, problems: outcome.problems })
}
