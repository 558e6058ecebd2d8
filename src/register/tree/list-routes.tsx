import type { Hono } from 'hono'
import { sayInstant } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { type Problem, problemsOf } from '../../basis/shared/outcome.ts'
import { may, rolesThatMay, standingOf } from '../../platform/role/index.ts'
import { forbid, formOf, numberOf, type StaffContext, showStaffPage, staffRoutes, withFlash } from '../../platform/sign-in/index.ts'
import {
  answersIn,
  columnsIn,
  problemsWith,
  sayProblems,
  sendMarkedFile,
  sendWorkbook,
  sentFile,
  sheet_words,
  type Typed,
  typedInto,
  wantsWorkbook,
} from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { markingOf } from '../../platform/workbook/index.ts'
import { decisionIn } from '../organisation/index.ts'
import type { TreeOptions } from './change-routes.tsx'
import { list_form, national_form } from './forms.ts'
import { type ListMapping, list_columns } from './list/columns.ts'
import { findList, findListFile, listLists, type UnitList } from './list/find-lists.ts'
import { inListWorker } from './list/in-list-worker.ts'
import { nationalList } from './list/national-list.ts'
import { readUnitList } from './list/read-unit-list.ts'
import type { ListFault } from './list/read-units.ts'
import { sendUnitList } from './list/send-unit-list.ts'
import { ListCameToPage, ListFaultyPage } from './pages/list-came-to.tsx'
import { ListColumnsPage } from './pages/list-columns.tsx'
import { ListsPage, stateOf } from './pages/lists.tsx'
import type { UnitCode } from './problem-words.ts'
import { unit_problems } from './problem-words.ts'
import { findUnitHere, type UnitHere } from './reads/find-unit-here.ts'
import { listKinds } from './reads/list-kinds.ts'
import { listNamed } from './reads/list-named.ts'
import { tree_words } from './words.ts'
import { listsWorkbook } from './workbooks.ts'

/**
 * Units from a file: sent, its columns named, laid beside the register; what differs waits as a change for a second
 * person.
 */
export function listRoutes(options: TreeOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.unit_lists, { show: showLists, take: send }],
    [staff_paths.unit_list, { show: showList }],
    [staff_paths.unit_list_columns, { take: read }],
    [staff_paths.unit_list_marked, { show: sendMarked }],
  ])
}

/** The unit of the address, if one may found units under it. */
async function unitOf(c: WebContext, { look, who, today }: StaffContext): Promise<UnitHere | Response> {
  const here = await look(async db => {
    const [found] = await findUnitHere(db, { unit: c.req.param('unit') ?? '', day: today })
    if (!found?.is_alive || found.founds_at === null) return null
    return may(await standingOf(db, who.person_id, today), 'unit', 'keep', { unit_id: found.founds_at }).allowed ? found : null
  })
  return here ?? forbid(c, who, rolesThatMay('unit', 'keep'))
}

async function showLists(
  c: WebContext,
  work: StaffContext,
  problems: readonly Problem<UnitCode>[] = [],
  typed: Typed = {},
): Promise<Response> {
  const here = await unitOf(c, work)
  if (here instanceof Response) return here
  const lists = await work.look(db => listLists(db, here.unit_id))
  const { lang } = work.staff_page.view
  if (wantsWorkbook(c) && problems.length === 0) {
    const rows = lists.map(list => ({ ...list, at: sayInstant(list.uploaded_at, lang), state: stateOf(list) }))
    return sendWorkbook(here.key, listsWorkbook({ lang, now: work.now, name: here.name, lists: rows }))
  }
  const field_errors = sayProblems(unit_problems, { lang }, problems)
  return showStaffPage(c, <ListsPage {...{ ...work.staff_page, here, lists, typed, field_errors }} />, problems.length > 0 ? 422 : 200)
}

/** Looks at the file before anything of it is kept: what cannot be read is refused at its field. */
async function send(c: WebContext, work: StaffContext): Promise<Response> {
  const here = await unitOf(c, work)
  if (here instanceof Response) return here
  const form = await formOf(c)
  const { key = '', province } = form
  const file = province === undefined ? await sentFile(c) : nationalList(province, { ...work.staff_page.view, ...here })
  if (!file.ok) return showLists(c, work, file.problems, typedInto(national_form, form))
  const seen = await inListWorker({ task: 'look', bytes: file.value.bytes })
  if (!seen.ok) return showLists(c, work, seen.problems)
  const sent = { unit_id: here.unit_id, file: file.value, seen: seen.value, key }
  const outcome = await work.change(tx => sendUnitList(tx, work.actor, sent))
  if (!outcome.ok) return showLists(c, work, outcome.problems)
  return c.redirect(c.var.view.to.unit_list({ unit: here.key, ...outcome.value }), 303)
}

type Place = { here: UnitHere; list: UnitList }

async function listOf(c: WebContext, work: StaffContext): Promise<Place | Response> {
  const here = await unitOf(c, work)
  if (here instanceof Response) return here
  const unit_list_id = numberOf(c.req.param('list'))
  const list = await work.look(db => findList(db, { unit_id: here.unit_id, unit_list_id }))
  return list ? { here, list } : forbid(c, work.who, rolesThatMay('unit', 'keep'))
}

/** The page of a list is what it has come to. */
async function showList(c: WebContext, work: StaffContext): Promise<Response> {
  const place = await listOf(c, work)
  if (place instanceof Response) return place
  const { list } = place
  const asks_columns = /^(cot|trang-\d+)$/.test(c.req.query('xem') ?? '')
  if (!list.reading || asks_columns) return showColumns(c, work, place)
  const { faults, came_to } = list.reading
  if (came_to === null) {
    const shown = said(work, faults).slice(0, most_faults)
    return showStaffPage(c, <ListFaultyPage {...{ ...work.staff_page, ...place, faults: shown, of: faults.length }} />)
  }
  const units = came_to.elsewhere.flatMap(({ parent, said }) => [parent, said])
  const named = new Map((await work.look(db => listNamed(db, { units, day: work.today }))).map(unit => [unit.key, unit]))
  const told = list.reading.unit_change_id === null ? undefined : lookUp(tree_words[work.staff_page.view.lang].told, c.req.query('xong'))
  return showStaffPage(c, <ListCameToPage {...{ ...work.staff_page, ...place, came_to, named, told }} />)
}

const most_faults = 200

function said({ staff_page }: StaffContext, faults: readonly ListFault[]) {
  const { lang } = staff_page.view
  return faults.map(({ row, column, ...problem }) => ({ row, column, say: sayProblems(unit_problems, { lang }, [problem])[0]!.say }))
}

type Refused = { typed: Typed; mapping: ListMapping; sheet: number; problems: readonly Problem<UnitCode>[] }

function showColumns(c: WebContext, { staff_page, today }: StaffContext, { here, list }: Place, refused?: Refused): Response {
  const { sheets } = list.seen
  const asked = refused?.sheet ?? Number(/^trang-(\d+)$/.exec(c.req.query('xem') ?? '')?.[1] ?? list.reading?.sheet ?? -1)
  const sheet = sheets[asked]?.header ? asked : sheets.findIndex(({ header }) => header !== null)
  const kept = list.reading?.sheet === sheet ? list.reading.mapping : undefined
  const mapping = refused?.mapping ?? kept ?? sheets[sheet]!.proposal
  const typed = refused?.typed ?? list.reading?.asked ?? { from: today }
  const field_errors = sayProblems(unit_problems, { lang: staff_page.view.lang, form: list_form }, refused?.problems ?? [])
  const page = <ListColumnsPage {...{ ...staff_page, here, list, sheet, mapping, typed, field_errors }} />
  return showStaffPage(c, page, refused ? 422 : 200)
}

/** Takes the columns as they were chosen, and lays the list beside the register. */
async function read(c: WebContext, work: StaffContext): Promise<Response> {
  const place = await listOf(c, work)
  if (place instanceof Response) return place
  const { here, list } = place
  const sent = await formOf(c)
  const [sheet, mapping, typed] = [numberOf(sent.sheet), columnsIn(list_columns, sent), typedInto(list_form, sent)]
  const refuse = (problems: readonly Problem<UnitCode>[]) => showColumns(c, work, place, { typed, mapping, sheet, problems })
  const answers = answersIn(list_form, typed)
  if (list.uploaded_by !== work.who.person_id) return refuse([{ code: 'anothers-list' }])
  const wrong = problemsOf([...problemsWithColumns(list, sheet, mapping), ...problemsWith(list_form, answers)])
  if (wrong) return refuse(wrong.problems)
  const { bytes, kinds } = await work.look(async db => ({
    bytes: await findListFile(db, list.unit_list_id),
    kinds: (await listKinds(db, {})).filter(({ hierarchy }) => hierarchy === here.hierarchy),
  }))
  const found = await inListWorker({ task: 'read', bytes, sheet, mapping, kinds })
  if (!found.ok) return refuse(found.problems)
  const { from, ...named } = answers
  const asked = { list, here, sheet, mapping, asked: typed, from, instrument: decisionIn(named), read: found.value }
  const outcome = await work.change(tx => readUnitList(tx, work.actor, { ...asked, today: work.today, now: work.now }))
  if (!outcome.ok) return refuse(outcome.problems.map(problem => ({ ...problem, field: problem.field?.replace(/^instrument\./, '') })))
  return c.redirect(withFlash(c.var.view.to.unit_list({ unit: here.key, unit_list_id: list.unit_list_id }), { xong: 'doc' }), 303)
}

function* problemsWithColumns({ seen }: UnitList, sheet: number, mapping: ListMapping): Generator<Problem<UnitCode>> {
  if (!seen.sheets[sheet]?.header) yield { code: 'no-sheet', field: 'sheet' }
  if (mapping.name === undefined) yield { code: 'no-name-column', field: 'column-name' }
  const chosen = list_columns.filter(column => mapping[column] !== undefined)
  for (const [i, column] of chosen.entries())
    if (chosen.slice(0, i).some(other => mapping[other] === mapping[column])) yield { code: 'column-twice', field: `column-${column}` }
}

/** The same workbook, each faulty cell marked. */
async function sendMarked(c: WebContext, work: StaffContext): Promise<Response> {
  const place = await listOf(c, work)
  if (place instanceof Response) return place
  const { here, list } = place
  const { reading, seen, unit_list_id, file_name } = list
  const back = c.redirect(c.var.view.to.unit_list({ unit: here.key, unit_list_id }), 303)
  if (!reading || reading.faults.length === 0) return back
  const { header } = seen.sheets[reading.sheet]!
  const heading = sheet_words[work.staff_page.view.lang].mark_heading
  const marking = markingOf({ sheet: reading.sheet, header: header!, heading }, said(work, reading.faults))
  const bytes = await work.look(db => findListFile(db, unit_list_id))
  const marked = await inListWorker({ task: 'mark', bytes, marking })
  return marked.ok ? sendMarkedFile(c, file_name, marked.value) : back
}
