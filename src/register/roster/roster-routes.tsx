import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Problem } from '../../basis/shared/outcome.ts'
import { may, rolesThatMay, standingOf } from '../../platform/role/index.ts'
import {
  forbid,
  formOf,
  noteReadings,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../platform/sign-in/index.ts'
import {
  answersIn,
  columnsIn,
  problemsWith,
  sayProblems,
  sendMarkedFile,
  sendWorkbook,
  sentFile,
  type Typed,
  typedColumns,
  typedInto,
  wantsWorkbook,
} from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { permittedMoves } from '../../platform/workflow/index.ts'
import { findUnit } from '../organisation/index.ts'
import { columns_form, confirm_form, upload_form } from './forms.ts'
import { inWorker } from './in-worker.ts'
import { move_words } from './move-words.ts'
import { findNewCells } from './new-cells/find-new-cells.ts'
import { ColumnsPage } from './pages/columns.tsx'
import { RostersPage } from './pages/home.tsx'
import type { Part } from './pages/lists.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { BusyPage, EndPage, FaultyPage, OnePress, PostsKept, UnreadablePage } from './pages/states.tsx'
import { listPostsEnded, listPostsLeft } from './posts-left.ts'
import { type RosterCode, roster_problems } from './problem-words.ts'
import { countRoster, listUnitCounts } from './reads/count-roster.ts'
import { findFile, findRoster, listRosters } from './reads/find-roster.ts'
import { listConfirmers } from './reads/list-confirmers.ts'
import { listDifferences, listDoubts, listFaults, listLeavers } from './reads/list-differences.ts'
import { listRostersWaiting } from './reads/rosters-waiting.ts'
import { busy, isStalled, movable, type Roster, type RosterMove, roster_flow } from './roster.ts'
import { roster_words } from './roster-words.ts'
import { rostersWorkbook } from './rosters-workbook.ts'
import { columns, type Mapping } from './table/columns.ts'
import { markingOf } from './table/marking-of.ts'
import { beginReading, findMapping, headerKey } from './verbs/begin-reading.ts'
import { type Choice, chooseAlike, choosePersons, countAlike } from './verbs/choose-persons.ts'
import { beginUndoing, confirmRoster, dropRoster } from './verbs/confirm-roster.ts'
import { type RosterWork, runApplying, runReading, runUndoing } from './verbs/run-roster.ts'
import { uploadRoster } from './verbs/upload-roster.ts'

/** Rosters from Excel: sent, read, compared, chosen, confirmed by a second person, taken back. */
export function rosterRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.roster, { show: showHome, take: upload }],
    [staff_paths.roster_import, { show: showRoster }],
    [staff_paths.roster_columns, { take: read }],
    [staff_paths.roster_choose, { take: choose }],
    [staff_paths.roster_confirm, { take: confirm }],
    [staff_paths.roster_undo, { take: undo }],
    [staff_paths.roster_drop, { take: drop }],
    [staff_paths.roster_marked, { show: sendMarked }],
  ])
}

type Unit = { unit: string; unit_id: number; name: string }

/** The unit of the address, if one may import into it. */
async function unitOf(c: WebContext, { look, who, today, now }: StaffContext): Promise<Unit | Response> {
  const unit = c.req.param('unit') ?? ''
  const found = await look(async db => {
    const [version] = await findUnit(db, { unit, valid_as_of: today, recorded_as_of: now.toISOString() })
    const row = await db.selectFrom('unit').select('unit_id').where('key', '=', unit).executeTakeFirst()
    if (!version || !row) return null
    const leave = may(await standingOf(db, who.person_id, today), 'roster', 'import', { unit_id: row.unit_id })
    return leave.allowed ? { unit, unit_id: row.unit_id, name: version.name } : null
  })
  return found ?? forbid(c, who, rolesThatMay('roster', 'import'))
}

async function showHome(c: WebContext, work: StaffContext): Promise<Response> {
  const unit = await unitOf(c, work)
  return unit instanceof Response ? unit : showHomeOf(c, work, unit)
}

type Sent = { typed: Typed; problems: readonly Problem<RosterCode>[] }

async function showHomeOf(
  c: WebContext,
  { staff_page, look, today, now, who }: StaffContext,
  { unit, unit_id, name }: Unit,
  sent?: Sent,
): Promise<Response> {
  const { rosters, waiting } = await look(async db => ({
    rosters: await listRosters(db, unit_id),
    waiting: await listRostersWaiting(db, { person_id: who.person_id, today }),
  }))
  const { lang } = staff_page.view
  if (wantsWorkbook(c) && !sent) return sendWorkbook(unit, rostersWorkbook({ lang, now, name, rosters, waiting }))
  const field_errors = sayProblems(roster_problems, { lang, form: upload_form }, sent?.problems ?? [])
  const page = (
    <RostersPage
      {...{ ...staff_page, unit, rosters, waiting, field_errors }}
      unit_name={name}
      typed={sent?.typed ?? { listed_on: today }}
    />
  )
  return showStaffPage(c, page, sent ? 422 : 200)
}

/** Looks at the file before anything of it is kept: what cannot be read is refused at its field. */
async function upload(c: WebContext, work: StaffContext): Promise<Response> {
  const unit = await unitOf(c, work)
  if (unit instanceof Response) return unit
  const { key = '', ...fields } = await formOf(c)
  const typed = typedInto(upload_form, fields)
  const answers = answersIn(upload_form, typed)
  const refuse = (problems: readonly Problem<RosterCode>[]) => showHomeOf(c, work, unit, { typed, problems })
  const file = await sentFile(c)
  if (!file.ok) return refuse([...file.problems, ...problemsWith(upload_form, answers, work)])
  const { name, bytes } = file.value
  const seen = await inWorker({ task: 'look', bytes })
  if (!seen.ok) return refuse(seen.problems)
  const sent = {
    unit: unit.unit,
    listed_on: answers.listed_on,
    file_name: name,
    file: bytes,
    digest: createHash('sha256').update(bytes).digest('hex'),
    seen: seen.value,
    key,
    today: work.today,
  }
  const outcome = await work.change(tx => uploadRoster(tx, work.actor, sent))
  if (!outcome.ok) return refuse(outcome.problems)
  return c.redirect(c.var.view.to.roster_import({ unit: unit.unit, ...outcome.value }), 303)
}

type Refused = { problems: readonly Problem<RosterCode>[]; typed?: Typed }

/** A roster with what who asks may do with it now. */
type RosterHere = Roster & { moves: readonly RosterMove[] }

/** The roster of the address, if one may have to do with it. */
export async function rosterOf(c: WebContext, { look, who, today }: StaffContext): Promise<RosterHere | Response> {
  const found = await look(async db => {
    const roster = await findRoster(db, numberOf(c.req.param('import')))
    if (!roster || roster.unit !== c.req.param('unit')) return null
    const standing = await standingOf(db, who.person_id, today)
    if (!may(standing, 'roster', 'confirm', roster).allowed) return null
    return { ...roster, moves: permittedMoves(roster_flow, movable(roster), standing) }
  })
  return found ?? forbid(c, who, rolesThatMay('roster', 'import'))
}

async function showRoster(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const roster = await rosterOf(c, work)
  return roster instanceof Response ? roster : showRosterOf(c, work, roster, refused)
}

/** The page of a roster is what it has come to. */
async function showRosterOf(c: WebContext, work: StaffContext, roster: RosterHere, refused?: Refused): Promise<Response> {
  const { staff_page, look, now } = work
  const { lang, to } = staff_page.view
  const words = roster_words[lang]
  const { state, detail, unit, roster_import_id } = roster
  const may_read = roster.moves.includes('read')
  const status = refused ? 422 : 200
  const field_errors = sayProblems(roster_problems, { lang }, refused?.problems ?? detail.problems ?? [])
  const props = { ...staff_page, roster, field_errors, told: c.req.query('xong') === 'chon' ? words.chosen_told : undefined }
  const columns_asked = /^(cot|trang-\d+)$/.test(c.req.query('xem') ?? '')
  if (may_read && (state === 'uploaded' || (columns_asked && ['unreadable', 'faulty', 'compared'].includes(state))))
    return showColumns(c, work, roster, refused)
  if (busy.has(state)) {
    const again = lookUp({ reading: to.roster_columns, applying: to.roster_confirm, undoing: to.roster_undo }, state)!({
      unit,
      roster_import_id,
    })
    const may_begin = roster.moves.some(move => roster_flow.moves[move].to === state)
    return showStaffPage(c, <BusyPage {...{ ...staff_page, roster, again, may_begin }} is_stalled={isStalled(roster, now)} />, status)
  }
  if (state === 'faulty') {
    const faults = await look(db => listFaults(db, { roster_import_id, most: 200 }))
    const new_cells = may_read ? (await findNewCells(work, roster)).length : 0
    return showStaffPage(c, <FaultyPage {...{ ...staff_page, roster, faults, new_cells }} />, status)
  }
  if (state === 'unreadable') return showStaffPage(c, <UnreadablePage {...{ ...props, may_read }} />, status)
  if (state === 'compared') return showPreview(c, work, roster, refused)
  return showStaffPage(c, await endOf(work, roster, props), status)
}

type EndProps = Omit<Parameters<typeof EndPage>[0], 'title'>

/** A roster that is written, taken back, laid aside, or waits to be begun again: each with its one way on. */
async function endOf({ change, look, staff_page, actor, now }: StaffContext, roster: RosterHere, props: EndProps) {
  const { to, lang } = staff_page.view
  const words = roster_words[lang]
  const { state, unit, roster_import_id } = roster
  const again = roster.moves.includes('read') && (
    <OnePress action={to.roster_columns({ unit, roster_import_id })} label={words.compare_again} />
  )
  if (state === 'undone') return <EndPage {...props} title={words.undone_title} lead={words.undone_lead} />
  if (state === 'refused') return <EndPage {...props} title={words.refused_title} children={again} />
  if (state === 'stopped') return <EndPage {...props} title={words.stopped_title} children={again} />
  if (state !== 'applied') return <EndPage {...props} title={state === 'dropped' ? words.dropped_title : move_words.steps[state][lang]} />
  const counts = await look(db => countRoster(db, roster))
  const posts = await change(async tx => {
    const found = await listPostsEnded(tx, roster)
    await noteReadings(tx, actor, 'person', found.kept.map(keptIn), now)
    return done(found)
  })
  if (!posts.ok) throw new Error('a page of what was written refuses nothing')
  const { ended, kept } = posts.value
  return (
    <EndPage {...props} title={words.applied_title} lead={words.applied_lead({ ...counts, posts: ended })}>
      <PostsKept {...{ lang, kept }} />
      {roster.moves.includes('undo') && <OnePress action={to.roster_undo({ unit, roster_import_id })} label={words.undo} is_quiet />}
      <p class="hint">{words.undo_hint}</p>
    </EndPage>
  )
}

async function showColumns(c: WebContext, { staff_page, look }: StaffContext, roster: Roster, refused?: Refused): Promise<Response> {
  const { sheets } = roster.seen
  const asked = Number(/^trang-(\d+)$/.exec(c.req.query('xem') ?? '')?.[1] ?? roster.detail.sheet ?? -1)
  const sheet = sheets[asked]?.header ? asked : sheets.findIndex(({ header }) => header !== null)
  const shown = sheets[sheet]!
  const remembered = await look(db => findMapping(db as never, { unit_id: roster.unit_id, header: headerKey(shown.header!.texts) }))
  const typed = refused?.typed ?? typedColumns(remembered ?? shown.proposal)
  const field_errors = sayProblems(roster_problems, { ...staff_page.view, form: all_columns }, refused?.problems ?? [])
  return showStaffPage(
    c,
    <ColumnsPage {...{ ...staff_page, roster, sheet, typed, field_errors }} is_remembered={remembered !== null} />,
    refused ? 422 : 200,
  )
}

const [few, many] = [25, 200]
const is_part = (text: string | undefined): text is Part => ['moi', 'doi', 'roi', 'nghi', 'cu', 'chuc'].includes(text ?? '')

/** Whoever stands on the lists learns that they were looked at, and by whom. */
async function showPreview(c: WebContext, work: StaffContext, roster: Roster, refused?: Refused): Promise<Response> {
  const { staff_page, who, actor, now } = work
  const asked = c.req.query('xem')
  const part = is_part(asked) ? asked : null
  const list = { roster_import_id: roster.roster_import_id, most: part ? many : few }
  const is_own = roster.uploaded_by === who.person_id
  const found = await work.change(async tx => {
    const shown = {
      counts: await countRoster(tx, roster),
      units: await listUnitCounts(tx, roster),
      added: await listDifferences(tx, { ...list, standing: 'new' }),
      changed: await listDifferences(tx, { ...list, standing: 'changed' }),
      leavers: await listLeavers(tx, list),
      posts: await listPostsLeft(tx, actor, roster),
      doubts: is_own ? await listDoubts(tx, list) : [],
      resembling: await listDoubts(tx, { ...list, resembling: true, after: numberOf(c.req.query('sau')) }),
      alike: is_own ? await countAlike(tx, roster.roster_import_id) : 0,
      confirmers: is_own ? await listConfirmers(tx, { roster_import_id: roster.roster_import_id, day: work.today }) : [],
    }
    const known = shown.changed.flatMap(({ person_id, unit_id }) => (person_id === null ? [] : [{ person_id, unit_id }]))
    await noteReadings(
      tx,
      actor,
      'person',
      [
        ...known,
        ...shown.leavers,
        ...shown.posts.slice(0, list.most).map(keptIn),
        ...[...shown.doubts, ...shown.resembling].flatMap(({ candidates }) => candidates),
      ],
      now,
    )
    return done(shown)
  })
  if (!found.ok) throw new Error('a preview refuses nothing')
  const field_errors = sayProblems(roster_problems, staff_page.view, refused?.problems ?? [])
  const told = c.req.query('xong') === 'chon' ? roster_words[staff_page.view.lang].chosen_told : undefined
  const page = <PreviewPage {...{ ...staff_page, ...found.value, roster, part, is_own, field_errors, told }} typed={refused?.typed ?? {}} />
  return showStaffPage(c, page, refused ? 422 : 200)
}

const keptIn = ({ person_id, belongs_to }: { person_id: number; belongs_to: number }) => ({ person_id, unit_id: belongs_to })

/** Takes the columns as they were chosen and begins; asked without any, it begins again with those it had. */
async function read(c: WebContext, work: StaffContext): Promise<Response> {
  const roster = await rosterOf(c, work)
  if (roster instanceof Response) return roster
  const sent = await formOf(c)
  const is_chosen = 'sheet' in sent
  const typed = typedInto(all_columns, sent)
  const mapping: Mapping = is_chosen ? columnsIn(columns, typed) : (roster.detail.mapping ?? {})
  const chosen = {
    roster_import_id: roster.roster_import_id,
    sheet: is_chosen ? numberOf(sent.sheet) : (roster.detail.sheet ?? 0),
    mapping,
    now: work.now,
  }
  const outcome = await work.change(tx => beginReading(tx, work.actor, chosen))
  return outcome.ok ? goOn(c, work, roster, runReading) : showRosterOf(c, work, roster, is_chosen ? { ...outcome, typed } : outcome)
}

const all_columns = { ...columns_form.whole, ...columns_form.apart }

/** Sets the work going and shows how far it has come. */
export function goOn(
  c: WebContext,
  work: StaffContext,
  { unit, roster_import_id }: Roster,
  run: (work: RosterWork) => Promise<void>,
): Response {
  const say = (line: string) => c.var.log.error({ request: c.var.request_id }, line)
  void run({ database: work.database, actor: work.actor, roster_import_id, say })
  return c.redirect(c.var.view.to.roster_import({ unit, roster_import_id }), 303)
}

async function choose(c: WebContext, work: StaffContext): Promise<Response> {
  const roster = await rosterOf(c, work)
  if (roster instanceof Response) return roster
  const { unit, roster_import_id } = roster
  const sent = await formOf(c)
  const choices = Object.entries(sent).flatMap(([name, value]): Choice[] => {
    const row = /^row-(\d{1,7})$/.exec(name)
    return row ? [{ row_number: Number(row[1]), person_id: value === 'moi' ? null : numberOf(value) }] : []
  })
  const of = { roster_import_id, now: work.now }
  const outcome = await work.change(tx =>
    'alike' in sent ? chooseAlike(tx, work.actor, of) : choosePersons(tx, work.actor, { ...of, choices }),
  )
  if (!outcome.ok) return showRosterOf(c, work, roster, outcome)
  return c.redirect(withFlash(c.var.view.to.roster_import({ unit, roster_import_id }), { xong: 'chon' }), 303)
}

async function confirm(c: WebContext, work: StaffContext): Promise<Response> {
  const roster = await rosterOf(c, work)
  if (roster instanceof Response) return roster
  const { key = '', ...sent } = await formOf(c)
  const typed = typedInto(confirm_form, sent)
  const { version, left_typed, posts } = answersIn(confirm_form, typed)
  const { roster_import_id } = roster
  const confirmation = { roster_import_id, version: numberOf(version), left_typed, posts: numberOf(posts), key, now: work.now }
  const outcome = await work.change(tx => confirmRoster(tx, work.actor, confirmation))
  return outcome.ok ? goOn(c, work, roster, runApplying) : showRosterOf(c, work, roster, { ...outcome, typed })
}

async function undo(c: WebContext, work: StaffContext): Promise<Response> {
  const roster = await rosterOf(c, work)
  if (roster instanceof Response) return roster
  const { key = '' } = await formOf(c)
  const outcome = await work.change(tx => beginUndoing(tx, work.actor, { roster_import_id: roster.roster_import_id, key, now: work.now }))
  return outcome.ok ? goOn(c, work, roster, runUndoing) : showRosterOf(c, work, roster, outcome)
}

async function drop(c: WebContext, work: StaffContext): Promise<Response> {
  const roster = await rosterOf(c, work)
  if (roster instanceof Response) return roster
  const outcome = await work.change(tx => dropRoster(tx, work.actor, { roster_import_id: roster.roster_import_id, now: work.now }))
  return outcome.ok ? c.redirect(c.var.view.to.roster({ unit: roster.unit }), 303) : showRosterOf(c, work, roster, outcome)
}

/** The same workbook, each faulty cell marked. */
async function sendMarked(c: WebContext, work: StaffContext): Promise<Response> {
  const roster = await rosterOf(c, work)
  if (roster instanceof Response) return roster
  const { lang } = c.var.view
  const { roster_import_id, unit, file_name } = roster
  const { bytes, faults } = await work.look(async db => ({
    bytes: await findFile(db, roster_import_id),
    faults: await listFaults(db, { roster_import_id, most: 100_000 }),
  }))
  if (faults.length === 0) return c.redirect(c.var.view.to.roster_import({ unit, roster_import_id }), 303)
  const marked = await inWorker({ task: 'mark', bytes, marking: markingOf(roster, faults, lang) })
  if (!marked.ok) return showRosterOf(c, work, roster, marked)
  return sendMarkedFile(c, file_name, marked.value)
}
