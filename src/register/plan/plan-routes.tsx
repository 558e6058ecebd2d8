import type { Hono } from 'hono'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Problem } from '../../basis/shared/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import { saveDraftPart, showDraft, type Writing } from '../../platform/draft/index.ts'
import type { Fields } from '../../platform/ledger/index.ts'
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
import { answerAbsence, differingDigest, findPlace, inCampaign } from '../commitment/index.ts'
import { mark_form, type PlanSection } from './forms.ts'
import { MyPlansPage, PlanReceiptPage } from './pages/plan.tsx'
import { most_plans_by_name, PlanReadingPage, PlansUnderPage } from './pages/plans-under.tsx'
import { planWritingOf } from './pages/writing.tsx'
import type { PlanText } from './plan.ts'
import { planFieldsOf } from './plan-fields.ts'
import { plansWorkbook } from './plan-lists.ts'
import { digestOfPlan } from './plan-receipt.ts'
import { plan_words } from './plan-words.ts'
import { type PlanCode, plan_problems } from './problem-words.ts'
import { findPlan, listSections, type PlanTask, planAskedOf, readPlan } from './reads/find-plan.ts'
import { findPlanMark, type PlanMark } from './reads/find-plan-mark.ts'
import { listMyPlans } from './reads/list-my-plans.ts'
import { listPlanBranches } from './reads/list-plan-branches.ts'
import { listPlanSteps, type PlanStep } from './reads/list-plan-steps.ts'
import { listPlansUnder } from './reads/list-plans-under.ts'
import { approvePlan, canMark, movesOfPlan, returnPlan } from './verbs/judge-plan.ts'
import { markPlan } from './verbs/mark-plan.ts'
import { savePlanDraft } from './verbs/save-plan-draft.ts'
import { submitPlan } from './verbs/submit-plan.ts'
import { withdrawPlanAmendment } from './verbs/withdraw-plan.ts'

/**
 * A leader writes the plan of a post and hands it in; the level above reads it and approves it or gives it back; an
 * office sees who still owes one.
 */
export function planRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.my_plans, { show: showMine }],
    [staff_paths.plan_receipt, { show: (c, work) => showReceipt(c, work) }],
    [staff_paths.plan_submit, { take: submit }],
    [staff_paths.plan_withdraw, { take: withdraw }],
    [staff_paths.plan_part, { show: showPart, take: savePart }],
    [staff_paths.plans_under, { show: showUnder }],
    [staff_paths.plan_reading, { show: (c, work) => showReading(c, work) }],
    [staff_paths.plan_approve, { take: approve }],
    [staff_paths.plan_return, { take: giveBack }],
    [staff_paths.plan_mark, { take: mark }],
  ])
}

function tellPlan(c: WebContext): string | undefined {
  const words = plan_words[c.var.view.lang]
  return lookUp(
    {
      nop: words.submitted,
      'rut-sua': words.amendment_withdrawn,
      duyet: words.approved,
      'tra-lai': words.given_back,
      'danh-gia': words.marked,
    },
    c.req.query('xong'),
  )
}

// ── The leader
// ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────

async function showMine(c: WebContext, { staff_page, who, today, look }: StaffContext): Promise<Response> {
  const plans = await look(db => listMyPlans(db, { person_id: who.person_id, day: today }))
  return showStaffPage(c, <MyPlansPage {...{ ...staff_page, plans, told: tellPlan(c) }} />)
}

type OwnPlan = { task: PlanTask; sections: PlanSection[] }

/** The plan of the address with its form, if it is one's own. */
async function ownPlan(c: WebContext, { who, today, look }: StaffContext): Promise<OwnPlan | Response> {
  const plan_duty_id = numberOf(c.req.param('plan'))
  const found = await look(async db => {
    const [task] = await findPlan(db, { plan_duty_id, day: today })
    return task?.person_id === who.person_id ? { task, sections: await listSections(db, task.form_version) } : null
  })
  return found ?? forbid(c, who, rolesThatMay('plan', 'write'))
}

async function showPart(c: WebContext, work: StaffContext): Promise<Response> {
  const own = await ownPlan(c, work)
  return own instanceof Response ? own : showDraft(c, work, await written(work, own))
}

async function written(work: StaffContext, { task, sections }: OwnPlan): Promise<Writing<PlanCode>> {
  const { staff_page, today } = work
  const asked = planAskedOf(task, sections)
  return planWritingOf(staff_page.view, { task, asked, fields: await fieldsToWrite(work, task), today })
}

/** The draft; where there is none yet, what was handed in before is what one goes on from. */
async function fieldsToWrite({ look }: StaffContext, task: PlanTask): Promise<Fields> {
  if (task.draft) return task.draft
  const text = await look(db => readPlan(db, task))
  return text ? planFieldsOf(text) : {}
}

async function savePart(c: WebContext, work: StaffContext): Promise<Response> {
  const own = await ownPlan(c, work)
  if (own instanceof Response) return own
  const { plan_duty_id } = own.task
  const { actor, today } = work
  return saveDraftPart(c, work, await written(work, own), (tx, draft) => savePlanDraft(tx, actor, { plan_duty_id, ...draft, today }))
}

async function submit(c: WebContext, work: StaffContext): Promise<Response> {
  const own = await ownPlan(c, work)
  if (own instanceof Response) return own
  const { draft_version, key = '' } = await formOf(c)
  const { plan_duty_id } = own.task
  const { today, actor } = work
  const outcome = await work.change(tx => submitPlan(tx, actor, { plan_duty_id, version: numberOf(draft_version), key, today }))
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.plan_receipt({ plan_duty_id }), { xong: 'nop' }), 303)
  return showDraft(c, work, await written(work, own), outcome)
}

/**
 * Back to the plans, where the state stands as it is now: an amendment that could not be taken back any more shows
 * there.
 */
async function withdraw(c: WebContext, work: StaffContext): Promise<Response> {
  const plan_duty_id = numberOf(c.req.param('plan'))
  const outcome = await work.change(tx => withdrawPlanAmendment(tx, work.actor, { plan_duty_id, today: work.today }))
  const plans = c.var.view.to.my_plans()
  if (outcome.ok) return c.redirect(withFlash(plans, { xong: 'rut-sua' }), 303)
  const is_mine = !outcome.problems.some(({ code }) => code === 'unknown-plan' || code === 'not-yours')
  return is_mine ? c.redirect(plans, 303) : forbid(c, work.who, rolesThatMay('plan', 'write'))
}

async function showReceipt(c: WebContext, work: StaffContext): Promise<Response> {
  const own = await ownPlan(c, work)
  if (own instanceof Response) return own
  const found = own.task.number ? await work.look(db => readReceipt(db, own.task)) : null
  const { to } = c.var.view
  if (!found) return c.redirect(to.my_plans(), 303)
  const address = new URL(to.plan_receipt({ plan_duty_id: own.task.plan_duty_id }), work.originOf(c)).href
  return showStaffPage(c, <PlanReceiptPage {...{ ...work.staff_page, ...own, ...found, address, told: tellPlan(c) }} />)
}

type ReceiptRead = { text: PlanText; sections: PlanSection[]; steps: PlanStep[]; mark: PlanMark | null; differs: string | null }

/** Before a receipt is shown, what it shows is digested again. */
async function readReceipt(db: Db, task: PlanTask): Promise<ReceiptRead | null> {
  const text = await readPlan(db, task)
  if (!text) return null
  const { plan_duty_id, person_id, year, version, digest, received_at } = task
  const recomputed = digestOfPlan({ plan_duty_id, person: person_id, year, version: version!, text })
  const received = { object: 'plan' as const, object_id: plan_duty_id, digest: digest!, received_at: received_at! }
  const sections = await listSections(db, task.read_form_version)
  const [mark = null] = await findPlanMark(db, task)
  return { text, sections, steps: await listPlanSteps(db, task), mark, differs: await differingDigest(db, received, recomputed) }
}

// ── The level above
// ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

async function showUnder(c: WebContext, work: StaffContext): Promise<Response> {
  const { staff_page, who, today, now, look } = work
  const shown = await look(async db => {
    const place = await findPlace(db, c, work)
    if ('why' in place) return place
    const { found, at, campaign, campaigns } = place
    if (!may(await standingOf(db, who.person_id, today), 'plan', 'read', found).allowed) return null
    const asked = { unit: at.unit, year: campaign.year, day: today }
    const branches = await listPlanBranches(db, asked)
    return { at, name: found.name, campaign, campaigns, branches, plans: await listPlansUnder(db, { ...asked, most: most_plans_by_name }) }
  })
  if (shown && 'why' in shown) return answerAbsence(c, work, shown)
  if (!shown) return forbid(c, who, rolesAt('plan', 'read'))
  const { lang } = staff_page.view
  const { name, branches, plans, campaign } = shown
  if (wantsWorkbook(c)) return sendWorkbook(shown.at.unit, plansWorkbook({ lang, now, name, branches, plans, year: campaign.year }))
  return showStaffPage(c, <PlansUnderPage {...{ ...staff_page, ...shown, now, told: tellPlan(c) }} />)
}

/** The plan of somebody else, opened as a file is: its owner will see by whom. */
async function showReading(
  c: WebContext,
  work: StaffContext,
  { problems, ...kept }: { problems?: readonly Problem<PlanCode>[]; comment?: string; typed?: Typed } = {},
): Promise<Response> {
  const { staff_page, who, today, actor, now, database } = work
  const plan_duty_id = numberOf(c.req.param('plan'))
  const [task] = await work.look(db => findPlan(db, { plan_duty_id, day: today }))
  if (!task) return forbid(c, who, rolesThatMay('plan', 'read'))
  const file = { noun: 'plan', unit_id: task.led_unit_id, person_id: task.person_id } as const
  const opened = await readFile(
    database,
    actor,
    file,
    async tx => {
      const standing = await standingOf(tx, who.person_id, today)
      const [mark = null] = await findPlanMark(tx, task)
      return done({
        text: await readPlan(tx, task),
        steps: await listPlanSteps(tx, task),
        mark,
        sections: await listSections(tx, task.read_form_version),
        moves: movesOfPlan(task, standing),
        may_mark: canMark(task, standing),
      })
    },
    now,
  )
  if (!opened.ok || !opened.value.text) return forbid(c, who, rolesThatMay('plan', 'read'))
  const { text, ...read } = opened.value
  const unit = c.req.param('unit') ?? ''
  const field_errors = sayProblems(plan_problems, { lang: staff_page.view.lang, form: mark_form }, problems ?? [])
  return showStaffPage(
    c,
    <PlanReadingPage {...{ ...staff_page, ...read, ...kept, unit, task, text, field_errors }} />,
    problems ? 422 : 200,
  )
}

async function approve(c: WebContext, work: StaffContext): Promise<Response> {
  const { version, key = '' } = await formOf(c)
  const judging = { plan_duty_id: numberOf(c.req.param('plan')), version: numberOf(version), key, today: work.today }
  const outcome = await work.change(tx => approvePlan(tx, work.actor, judging))
  return outcome.ok ? toList(c, 'duyet') : showReading(c, work, { problems: outcome.problems })
}

async function giveBack(c: WebContext, work: StaffContext): Promise<Response> {
  const { version, comment = '', key = '' } = await formOf(c)
  const judging = { plan_duty_id: numberOf(c.req.param('plan')), version: numberOf(version), comment, key, today: work.today }
  const outcome = await work.change(tx => returnPlan(tx, work.actor, judging))
  return outcome.ok ? toList(c, 'tra-lai') : showReading(c, work, { problems: outcome.problems, comment })
}

async function mark(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(mark_form, sent)
  const judging = { plan_duty_id: numberOf(c.req.param('plan')), version: numberOf(sent.version), key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => markPlan(tx, work.actor, { ...judging, ...answersIn(mark_form, typed) }))
  return outcome.ok ? toList(c, 'danh-gia') : showReading(c, work, { problems: outcome.problems, typed })
}

function toList(c: WebContext, said: string): Response {
  return c.redirect(withFlash(c.var.view.to.plans_under(inCampaign(c)), { xong: said }), 303)
}
