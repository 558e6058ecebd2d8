import type { Hono } from 'hono'
import { done, type Problem } from '../../../basis/shared/outcome.ts'
import { type FormInParts, wholeForm } from '../../../platform/draft/index.ts'
import { may, rolesThatMay, standingOf } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  noteReadings,
  numberOf,
  readFile,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { sayProblems, sendWorkbook, typedInto, wantsWorkbook } from '../../../platform/staff/index.ts'
import { type InCampaign, staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { flashIn, flashing, orRefused, type Place, placeIn, placeOrNot } from '../cell-place.ts'
import { commitmentForm, formAskedOf } from '../commitment-form.tsx'
import { cellWorkbook } from '../lists.ts'
import { CellPage, NotWaitingPage, ReadAllPage, ReadingPage } from '../pages/cell.tsx'
import { PaperSheetPage } from '../pages/paper-sheet.tsx'
import { ProxyPage } from '../pages/proxy.tsx'
import { type CommitmentCode, commitment_problems } from '../problem-words.ts'
import { findForm } from '../reads/find-form.ts'
import { inCampaign } from '../reads/find-place.tsx'
import { findTask, type Task } from '../reads/find-task.ts'
import type { CellRow } from '../reads/list-cell.ts'
import { type CommitmentRead, readCommitment } from '../reads/read-commitment.ts'
import { listSteps } from '../steps/list-steps.ts'
import { endorseCommitments, returnCommitment } from '../verbs/judge-commitment.ts'
import { enterByProxy } from '../verbs/submit-commitment.ts'
import { undoSteps } from '../verbs/undo-steps.ts'

/**
 * What a secretary does: see who is missing and what waits, read and endorse one after the other, give back, enter from
 * paper.
 */
export function secretaryRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.cell, { show: showCell }],
    [staff_paths.cell_reading, { show: showNext }],
    [staff_paths.cell_reading_all, { show: showAll }],
    [staff_paths.cell_endorse, { take: endorse }],
    [staff_paths.cell_return, { take: giveBack }],
    [staff_paths.cell_undo, { take: undo }],
    [staff_paths.cell_proxy, { show: showProxy, take: enter }],
    [staff_paths.cell_sheet, { show: showSheet }],
  ])
}

const most_at_once = 20

/** What is promised by those who wait stands on the page: each of them will see that it was read, and by whom. */
async function showCell(c: WebContext, work: StaffContext, problems: readonly Problem<CommitmentCode>[] = []): Promise<Response> {
  const opened = await work.change(async tx => {
    const place = await placeIn(tx, c, work)
    if (!('why' in place)) await noteReadings(tx, work.actor, 'commitment', place.cell.waiting, work.now)
    return done(place)
  })
  const place = await orRefused(c, work, opened.ok ? opened.value : { why: 'not-found' })
  if (place instanceof Response) return place
  const { staff_page, now, who } = work
  const { lang } = staff_page.view
  if (wantsWorkbook(c))
    return sendWorkbook(place.at.unit, cellWorkbook({ lang, now, name: place.name, cell: place.cell, year: place.campaign.year }))
  const may_enter = who.held.some(({ role }) => rolesThatMay('commitment', 'enter-by-proxy').includes(role))
  const may_remind = who.held.some(({ role }) => rolesThatMay('obligation', 'remind').includes(role))
  const field_errors = sayProblems(commitment_problems, { lang }, problems)
  const told = flashIn(c, place)
  const page = <CellPage {...{ ...staff_page, ...place, now, may_enter, may_remind, reader_id: who.person_id, told, field_errors }} />
  return showStaffPage(c, page, problems.length > 0 ? 422 : 200)
}

/**
 * The one that was asked for, the next that waits after the one that was put off, or the first. One's own is another's
 * to read.
 */
async function showNext(c: WebContext, work: StaffContext): Promise<Response> {
  const place = await placeOrNot(c, work)
  if (place instanceof Response) return place
  const waiting = waitingFor(work, place)
  const at = (asked?: string) => (asked ? waiting.findIndex(row => row.obligation_id === numberOf(asked)) : -1)
  const row = waiting[at(c.req.query('ban'))] ?? waiting[at(c.req.query('sau')) + 1] ?? waiting[0]
  return row ? showOne(c, work, { place, row }) : c.redirect(toCell(c, place.at), 303)
}

/** The cell, where nothing waits any more; what the step before has done is said there. */
function toCell(c: WebContext, at: InCampaign): string {
  const { xong, so = '', cua = '' } = c.req.query()
  const cell = c.var.view.to.cell(at)
  return xong ? withFlash(cell, { xong, so, cua }) : cell
}

type Refused = { problems: readonly Problem<CommitmentCode>[]; comment?: string }

/**
 * What was refused stands where it was read. Where it no longer waits, its comment is shown by itself: never under
 * another's text.
 */
async function showRefused(
  c: WebContext,
  work: StaffContext,
  { commitment_id, ...refused }: Refused & { commitment_id: number | undefined },
): Promise<Response> {
  const place = await placeOrNot(c, work)
  if (place instanceof Response) return place
  const row = waitingFor(work, place).find(waits => waits.commitment_id === commitment_id)
  if (row) return showOne(c, work, { place, row, refused })
  const field_errors = sayProblems(commitment_problems, { lang: work.staff_page.view.lang }, refused.problems)
  const { at, name } = place
  return showStaffPage(c, <NotWaitingPage {...{ ...work.staff_page, at, name, field_errors }} unsent={refused.comment} />, 422)
}

async function showOne(
  c: WebContext,
  work: StaffContext,
  { place, row, refused }: { place: Place; row: CellRow; refused?: Refused },
): Promise<Response> {
  const text = await opened(work, row)
  if (!text) return forbid(c, work.who, rolesThatMay('commitment', 'endorse'))
  const steps = await work.look(db => listSteps(db, row))
  const { at, name } = place
  const waiting = waitingFor(work, place)
  const index = waiting.indexOf(row)
  const shown = {
    at,
    name,
    row,
    text,
    steps,
    place: index + 1,
    of: waiting.length,
    next: waiting[index + 1]?.obligation_id,
    moves: place.movesOf(row),
  }
  const field_errors = sayProblems(commitment_problems, { lang: work.staff_page.view.lang }, refused?.problems ?? [])
  const page = <ReadingPage {...{ ...work.staff_page, ...shown, field_errors }} told={flashIn(c, place)} comment={refused?.comment} />
  return showStaffPage(c, page, refused ? 422 : 200)
}

function waitingFor({ who }: StaffContext, { cell }: Place): CellRow[] {
  return cell.waiting.filter(row => row.person_id !== who.person_id)
}

/** The text of somebody else, opened as a file is: its owner will see by whom. */
async function opened(
  { actor, now, database }: StaffContext,
  { unit_id, person_id, commitment_id }: CellRow,
): Promise<CommitmentRead | null> {
  const outcome = await readFile(
    database,
    actor,
    { noun: 'commitment', unit_id, person_id },
    async tx => done(await readCommitment(tx, commitment_id!)),
    now,
  )
  return outcome.ok ? outcome.value : null
}

async function showAll(c: WebContext, work: StaffContext): Promise<Response> {
  const place = await placeOrNot(c, work)
  return place instanceof Response ? place : showAllOf(c, work, place)
}

type Marked = { problems: readonly Problem<CommitmentCode>[]; marked: number[] }

async function showAllOf(c: WebContext, work: StaffContext, place: Place, refused?: Marked): Promise<Response> {
  const shown = []
  for (const row of waitingFor(work, place).slice(0, most_at_once)) {
    const text = await opened(work, row)
    if (text) shown.push({ row, text })
  }
  const { at, name, may_endorse } = place
  const field_errors = sayProblems(commitment_problems, { lang: work.staff_page.view.lang }, refused?.problems ?? [])
  const page = <ReadAllPage {...{ ...work.staff_page, at, name, shown, may_endorse, field_errors }} marked={refused?.marked} />
  return showStaffPage(c, page, refused ? 422 : 200)
}

/** Endorses what was in view: one, and on to the next; or those that were marked. */
async function endorse(c: WebContext, work: StaffContext): Promise<Response> {
  const body = await c.req.parseBody({ all: true })
  const commitment_ids = [body.commitment_id ?? []].flat().map(id => numberOf(String(id)))
  const { key = '', next } = Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String([value].flat()[0])]))
  const outcome = await work.change(tx => endorseCommitments(tx, work.actor, { commitment_ids, key, today: work.today }))
  const { to } = c.var.view
  const at = inCampaign(c)
  const then = next === undefined || next === '0' ? to.cell(at) : to.cell_reading(at)
  if (outcome.ok) return c.redirect(flashing(then, 'xac-nhan', commitment_ids), 303)
  const { problems } = outcome
  if (next !== undefined) return showRefused(c, work, { commitment_id: commitment_ids[0], problems })
  const place = await placeOrNot(c, work)
  return place instanceof Response ? place : showAllOf(c, work, place, { problems, marked: commitment_ids })
}

async function giveBack(c: WebContext, work: StaffContext): Promise<Response> {
  const { commitment_id: id, comment = '', key = '' } = await formOf(c)
  const commitment_id = numberOf(id)
  const outcome = await work.change(tx => returnCommitment(tx, work.actor, { commitment_id, comment, key, today: work.today }))
  if (outcome.ok) return c.redirect(flashing(c.var.view.to.cell_reading(inCampaign(c)), 'tra-lai', [commitment_id]), 303)
  return showRefused(c, work, { commitment_id, problems: outcome.problems, comment })
}

/** Back to the one whose endorsement was undone, to be read again; or to the cell. */
async function undo(c: WebContext, work: StaffContext): Promise<Response> {
  const { step = [], key = '' } = await c.req.parseBody({ all: true })
  const step_ids = [step].flat().map(id => numberOf(String(id)))
  const outcome = await work.change(tx => undoSteps(tx, work.actor, { step_ids, key: String(key), today: work.today }))
  if (!outcome.ok) return showCell(c, work, outcome.problems)
  const { to } = c.var.view
  const at = inCampaign(c)
  const [first, ...others] = outcome.value
  const is_one = first?.move === 'endorse' && others.length === 0
  const then = is_one ? to.cell_reading({ ...at, at: first.obligation_id }) : to.cell(at)
  const ids = outcome.value.map(({ commitment_id }) => commitment_id)
  return c.redirect(flashing(then, 'hoan-tac', ids), 303)
}

/** The task of somebody for whom one may enter. */
async function taskToEnter(c: WebContext, { look, today, who }: StaffContext): Promise<Task | Response> {
  const task = await look(async db => {
    const [found] = await findTask(db, { obligation_id: numberOf(c.req.param('obligation')), day: today })
    if (!found) return null
    return may(await standingOf(db, who.person_id, today), 'commitment', 'enter-by-proxy', found).allowed ? found : null
  })
  return task && task.person_id !== who.person_id ? task : forbid(c, who, rolesThatMay('commitment', 'enter-by-proxy'))
}

async function showProxy(c: WebContext, work: StaffContext): Promise<Response> {
  const task = await taskToEnter(c, work)
  if (task instanceof Response) return task
  return showStaffPage(
    c,
    <ProxyPage {...{ ...work.staff_page, task, fields: {} }} form={await formToEnter(work, task)} unit={c.req.param('unit') ?? ''} />,
  )
}

async function enter(c: WebContext, work: StaffContext): Promise<Response> {
  const task = await taskToEnter(c, work)
  if (task instanceof Response) return task
  const sent = await formOf(c)
  const form = await formToEnter(work, task)
  const fields = typedInto(wholeForm(form), sent)
  const entry = { obligation_id: task.obligation_id, fields, key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => enterByProxy(tx, work.actor, entry))
  const unit = c.req.param('unit') ?? ''
  const { campaign_id } = task
  if (outcome.ok) return c.redirect(flashing(c.var.view.to.cell({ unit, campaign_id }), 'nhap-ho', [outcome.value.commitment_id]), 303)
  const field_errors = sayProblems(commitment_problems, { lang: work.staff_page.view.lang, form: wholeForm(form) }, outcome.problems)
  return showStaffPage(c, <ProxyPage {...{ ...work.staff_page, task, form, fields, field_errors, unit }} />, 422)
}

async function formToEnter({ look }: StaffContext, task: Task): Promise<FormInParts<CommitmentCode>> {
  return commitmentForm(formAskedOf(task, await look(db => findForm(db, task.form_version))), {})
}

async function showSheet(c: WebContext, work: StaffContext): Promise<Response> {
  const task = await taskToEnter(c, work)
  if (task instanceof Response) return task
  const unit = c.req.param('unit') ?? ''
  const { sections } = await work.look(db => findForm(db, task.form_version))
  const address = new URL(c.var.view.to.cell_proxy({ unit, obligation_id: task.obligation_id }), work.originOf(c)).href
  return showStaffPage(c, <PaperSheetPage {...{ ...work.staff_page, task, sections, unit, address }} />)
}
