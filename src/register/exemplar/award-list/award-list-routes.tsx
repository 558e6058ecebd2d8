import type { Hono } from 'hono'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { may, rolesThatMay, standingOf } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import {
  dayCell,
  listsOf,
  sayProblems,
  sendMarkedFile,
  sendWorkbook,
  sentFile,
  sheet_words,
  wantsWorkbook,
} from '../../../platform/staff/index.ts'
import { type Language, staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { markingOf } from '../../../platform/workbook/index.ts'
import { permittedMoves } from '../../../platform/workflow/index.ts'
import { findPartyUnit } from '../reads/find-for-nomination.ts'
import { exemplar_words, form_words, kind_words, level_words } from '../words.ts'
import { type AwardFault, award_list_flow, list_moves, movable } from './award-list.ts'
import {
  type AwardList,
  findAwardList,
  findAwardListFile,
  listAwardListCases,
  listAwardListSteps,
  listAwardLists,
} from './find-award-lists.ts'
import { inAwardWorker } from './in-award-worker.ts'
import { moveAwardList } from './move-award-list.ts'
import { AwardListPage } from './pages/list.tsx'
import { AwardListsPage } from './pages/lists.tsx'
import { type AwardListCode, award_list_problems } from './problem-words.ts'
import { sendAwardList } from './send-award-list.ts'
import { award_list_words, list_move_words } from './words.ts'

/** Recognitions from a file: sent, looked at, confirmed by a second person, undone as a whole. */
export function awardListRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.award_lists, { show: showLists, take: send }],
    [staff_paths.award_list, { show: showList }],
    [staff_paths.award_list_marked, { show: sendMarked }],
    [staff_paths.award_list_move, { take: move }],
  ])
}

type Problems = readonly Problem<AwardListCode>[]

/** The unit of the address, where whoever asks recognises exemplars in their own right. */
async function findOffice(c: WebContext, { look, who, today }: StaffContext) {
  const unit = c.req.param('unit') ?? ''
  const found = await look(async db => {
    const [at] = await findPartyUnit(db, { unit, day: today })
    if (!at?.alive) return null
    return may(await standingOf(db, who.person_id, today), 'exemplar', 'recognise', at).allowed ? { ...at, unit } : null
  })
  return found ?? forbid(c, who, rolesThatMay('exemplar', 'recognise'))
}

async function showLists(c: WebContext, work: StaffContext, problems: Problems = []): Promise<Response> {
  const office = await findOffice(c, work)
  if (office instanceof Response) return office
  const { unit, unit_id, name: unit_name } = office
  const { look, today, now, staff_page } = work
  const { lang } = staff_page.view
  const lists = await look(db => listAwardLists(db, { unit_id, day: today }))
  if (wantsWorkbook(c) && problems.length === 0) {
    const words = award_list_words[lang]
    const rows = lists.map(one => [one.file_name, list_move_words.steps[one.state][lang], one.n, sayInstant(one.sent_at, lang)])
    const sheet = { name: words.list, headings: [words.list, words.state, words.n, words.sent], rows }
    return sendWorkbook(unit, listsOf({ lang, now, name: unit_name }, words.title, [sheet]))
  }
  const field_errors = sayProblems(award_list_problems, { lang }, problems.map(named(lang)))
  return showStaffPage(c, <AwardListsPage {...{ ...staff_page, unit, unit_name, lists, field_errors }} />, problems.length > 0 ? 422 : 200)
}

/** Columns that lack are called as the page calls them. */
function named(lang: Language) {
  const { columns } = award_list_words[lang]
  return (problem: Problem<AwardListCode>): Problem<AwardListCode> => {
    if (problem.code !== 'columns-lacking') return problem
    const lacking = String(problem.values?.columns).split(' ')
    return { ...problem, values: { columns: lacking.map(column => lookUp<string | undefined>(columns, column) ?? column).join('; ') } }
  }
}

/** Reads the file before anything of it is kept: what cannot be read is refused at its field. */
async function send(c: WebContext, work: StaffContext): Promise<Response> {
  const office = await findOffice(c, work)
  if (office instanceof Response) return office
  const { key = '' } = await formOf(c)
  const file = await sentFile(c)
  if (!file.ok) return showLists(c, work, file.problems)
  const read = await inAwardWorker({ task: 'read', bytes: file.value.bytes })
  if (!read.ok) return showLists(c, work, read.problems)
  const sent = { unit_id: office.unit_id, file: file.value, read: read.value, key, today: work.today }
  const outcome = await work.change(tx => sendAwardList(tx, work.actor, sent))
  if (!outcome.ok) return showLists(c, work, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.award_list(outcome.value), { xong: 'gui' }), 303)
}

async function findHere(c: WebContext, { look, who, today }: StaffContext): Promise<AwardList | Response> {
  const award_list_id = numberOf(c.req.param('awards'))
  return (await look(db => findAwardList(db, { award_list_id, day: today }))) ?? forbid(c, who, rolesThatMay('exemplar', 'recognise'))
}

const most_faults = 200

async function showList(c: WebContext, work: StaffContext, problems: Problems = [], comment?: string): Promise<Response> {
  const list = await findHere(c, work)
  if (list instanceof Response) return list
  const { look, who, today, now, staff_page } = work
  const { lang } = staff_page.view
  if (wantsWorkbook(c) && problems.length === 0) return sendWorkbook(list.file_name.replace(/\.\w+$/, ''), linesWorkbook(lang, now, list))
  const read = await look(async db => ({
    steps: await listAwardListSteps(db, list),
    moves: permittedMoves(award_list_flow, movable(list), await standingOf(db, who.person_id, today)).filter(isOfPage),
    cases: new Map((await listAwardListCases(db, list)).map(({ row_number, nomination_id }) => [row_number, nomination_id])),
  }))
  const page = {
    ...{ ...staff_page, list, ...read, comment, is_own: list.uploaded_by === who.person_id },
    faults: said(lang, list.faults.slice(0, most_faults)),
    field_errors: sayProblems(award_list_problems, { lang }, problems),
    told: lookUp(award_list_words[lang].told, c.req.query('xong')),
  }
  return showStaffPage(c, <AwardListPage {...page} />, problems.length > 0 ? 422 : 200)
}

function isOfPage(name: string): name is (typeof list_moves)[number] {
  return list_moves.some(known => known === name)
}

function said(lang: Language, faults: readonly AwardFault[]) {
  return faults.map(({ row, column, ...problem }) => ({ row, column, say: sayProblems(award_list_problems, { lang }, [problem])[0]!.say }))
}

function linesWorkbook(lang: Language, now: Date, { unit_name, lines }: AwardList) {
  const [words, { kind, place }] = [award_list_words[lang], exemplar_words[lang]]
  const rows = lines.map(line => [
    ...[line.name, kind_words[line.kind][lang], line.place, line.achievement, form_words[line.form][lang], level_words[line.level][lang]],
    ...[line.number, dayCell(line.signed_on), line.issuer, line.exemplar_id === null ? words.is_new : words.is_known],
  ])
  const { form, level, number, signed_on, issuer } = words.columns
  const headings = [words.who, kind, place, words.what, form, level, number, signed_on, issuer, words.in_register]
  return listsOf({ lang, now, name: unit_name }, words.title, [{ name: words.list, headings, rows }])
}

async function move(c: WebContext, work: StaffContext): Promise<Response> {
  const { comment = '', key = '' } = await formOf(c)
  const award_list_id = numberOf(c.req.param('awards'))
  const name = list_moves.find(known => known === c.req.param('move'))
  if (!name) return forbid(c, work.who, rolesThatMay('exemplar', 'recognise'))
  const outcome = await work.change(tx => moveAwardList(tx, work.actor, { award_list_id, move: name, comment, key, today: work.today }))
  if (!outcome.ok) return showList(c, work, outcome.problems, comment)
  return c.redirect(withFlash(c.var.view.to.award_list({ award_list_id }), { xong: name }), 303)
}

/** The same workbook, each faulty cell marked. */
async function sendMarked(c: WebContext, work: StaffContext): Promise<Response> {
  const list = await findHere(c, work)
  if (list instanceof Response) return list
  const { award_list_id, place, faults, file_name } = list
  const back = c.redirect(c.var.view.to.award_list({ award_list_id }), 303)
  if (faults.length === 0) return back
  const { lang } = work.staff_page.view
  const marking = markingOf({ ...place, heading: sheet_words[lang].mark_heading }, said(lang, faults))
  const bytes = await work.look(db => findAwardListFile(db, award_list_id))
  const marked = await inAwardWorker({ task: 'mark', bytes, marking })
  return marked.ok ? sendMarkedFile(c, file_name, marked.value) : back
}
