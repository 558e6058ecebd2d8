import type { Hono } from 'hono'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
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
  answersIn,
  dayCell,
  listsOf,
  problemsWith,
  sayProblems,
  sendKeptFile,
  sendWorkbook,
  type Typed,
  typedInto,
  wantsWorkbook,
} from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import type { InstrumentText } from '../merger.ts'
import { attachFile, detachFile } from './attach-file.ts'
import { file_problems, file_words } from './file-words.ts'
import { findFile, listFiles } from './find-files.ts'
import { findInstruments, type InstrumentRow, listCitations, listUnitsCiting } from './find-instruments.ts'
import { instrument_kinds, instrument_words, record_problems } from './instrument-words.ts'
import { InstrumentPage, InstrumentsPage, RecordPage } from './pages/instruments.tsx'
import { record_form } from './record-form.ts'
import { recordInstrument } from './record-instrument.ts'
import { sentFitFile } from './sent-fit-file.ts'

/** The instruments by which things were done: found, read with what cites them, recorded. */
export function instrumentRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.instruments, { show: showInstruments }],
    [staff_paths.instrument_record, { show: showRecord, take }],
    [staff_paths.instrument, { show: showInstrument }],
    [staff_paths.instrument_files, { take: attach }],
    [staff_paths.instrument_file, { show: giveFile }],
    [staff_paths.instrument_file_off, { take: takeOff }],
  ])
}

const [most_found, most_in_a_workbook, most_units] = [100, 20_000, 200]
/** Who does by an instrument what the database lets them record one for. */
const recorders = [...rolesThatMay('unit', 'keep'), ...rolesThatMay('campaign', 'issue'), ...rolesThatMay('post', 'appoint')]
const mayRecord = ({ who }: StaffContext) => who.held.some(({ role }) => recorders.includes(role))

async function showInstruments(c: WebContext, work: StaffContext): Promise<Response> {
  const words = oneLine(c.req.query('tim') ?? '').slice(0, 100)
  const kind = Object.keys(instrument_kinds).find(kind => kind === c.req.query('loai')) ?? ''
  const most = wantsWorkbook(c) ? most_in_a_workbook : most_found
  const found = await work.look(db => findInstruments(db, { words, kind, instruments: null, most }))
  if (wantsWorkbook(c)) return sendWorkbook('van-ban', workbookOf(work, found))
  return showStaffPage(c, <InstrumentsPage {...{ ...work.staff_page, found, words, kind, may_record: mayRecord(work) }} />)
}

function workbookOf({ staff_page: { view }, now }: StaffContext, found: readonly InstrumentRow[]) {
  const { lang } = view
  const words = instrument_words[lang]
  const rows = found.map(({ number, kind, title, issuer, signed_on, effective_on }) => [
    number,
    lookUp(instrument_kinds, kind)?.[lang] ?? kind,
    title,
    issuer,
    dayCell(signed_on),
    dayCell(effective_on),
  ])
  const headings = [words.number, words.kind, words.subject, words.issuer, words.signed_on, words.effective_on]
  return listsOf({ lang, now }, words.title, [{ name: words.title, headings, rows }])
}

type FileProblem = Problem<keyof typeof file_problems & string>

async function showInstrument(c: WebContext, work: StaffContext, problems: readonly FileProblem[] = []): Promise<Response> {
  const instrument_id = numberOf(c.req.param('instrument'))
  const found = await work.look(async db => {
    const [instrument] = await findInstruments(db, { words: '', kind: '', instruments: [instrument_id], most: 1 })
    if (!instrument) return null
    const units = await listUnitsCiting(db, { instrument_id, day: work.today, most: most_units })
    return { instrument, units, citations: await listCitations(db, { instrument_id }), files: await listFiles(db, { instrument_id }) }
  })
  if (!found) return forbid(c, work.who, rolesThatMay('unit', 'keep'))
  const { lang } = work.staff_page.view
  const page = {
    ...{ ...work.staff_page, ...found, may_record: mayRecord(work) },
    field_errors: sayProblems(file_problems, { lang }, problems),
    told: lookUp({ ...instrument_words[lang].told, ...file_words[lang].told }, c.req.query('xong')),
  }
  return showStaffPage(c, <InstrumentPage {...page} />, problems.length > 0 ? 422 : 200)
}

async function attach(c: WebContext, work: StaffContext): Promise<Response> {
  if (!mayRecord(work)) return forbid(c, work.who, recorders)
  const instrument_id = numberOf(c.req.param('instrument'))
  const { key = '' } = await formOf(c)
  const made = await sentFitFile(c)
  if (!made.ok) return showInstrument(c, work, made.problems)
  const [known] = await work.look(db => findInstruments(db, { words: '', kind: '', instruments: [instrument_id], most: 1 }))
  if (!known) return forbid(c, work.who, recorders)
  const outcome = await work.change(tx => attachFile(tx, work.actor, { instrument_id, file: made.value, key }))
  if (!outcome.ok) return showInstrument(c, work, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.instrument({ instrument_id }), { xong: 'kem' }), 303)
}

function fileAsked(c: WebContext): { instrument_id: number; instrument_file_id: number } {
  return { instrument_id: numberOf(c.req.param('instrument')), instrument_file_id: numberOf(c.req.param('file')) }
}

async function takeOff(c: WebContext, work: StaffContext): Promise<Response> {
  if (!mayRecord(work)) return forbid(c, work.who, recorders)
  const asked = fileAsked(c)
  await work.change(tx => detachFile(tx, work.actor, asked))
  return c.redirect(withFlash(c.var.view.to.instrument(asked), { xong: 'bo' }), 303)
}

/** A file to save, never shown in a page of ours. */
async function giveFile(c: WebContext, work: StaffContext): Promise<Response> {
  const [file] = await work.look(db => findFile(db, fileAsked(c)))
  return file ? sendKeptFile(c, file) : forbid(c, work.who, recorders)
}

type RecordCode = keyof typeof record_problems
type Sent = { typed: Typed; problems: readonly Problem<RecordCode>[] }

function showRecord(c: WebContext, work: StaffContext, sent?: Sent): Response | Promise<Response> {
  if (!mayRecord(work)) return forbid(c, work.who, recorders)
  const field_errors = sayProblems(record_problems, { lang: work.staff_page.view.lang, form: record_form }, sent?.problems ?? [])
  return showStaffPage(c, <RecordPage {...{ ...work.staff_page, typed: sent?.typed ?? {}, field_errors }} />, sent ? 422 : 200)
}

async function take(c: WebContext, work: StaffContext): Promise<Response> {
  if (!mayRecord(work)) return forbid(c, work.who, recorders)
  const typed = typedInto(record_form, await formOf(c))
  const answers = answersIn(record_form, typed)
  const wrong = problemsOf<RecordCode>([...problemsWith(record_form, answers), ...problemsWithDays(answers, work.today)])
  if (wrong) return showRecord(c, work, { typed, problems: wrong.problems })
  const { kind, effective_on, published_on, ...named } = answers
  const days = { effective_on: effective_on || null, published_on: published_on || null }
  const instrument = { ...named, ...days, kind: kind as InstrumentText['kind'] }
  const outcome = await work.change(tx => recordAlone(tx, work.actor, instrument))
  if (!outcome.ok) throw new Error('recording an instrument refuses nothing')
  return c.redirect(withFlash(c.var.view.to.instrument(outcome.value), { xong: 'ghi' }), 303)
}

function* problemsWithDays(
  { signed_on, published_on }: { signed_on: string; published_on: string },
  today: string,
): Generator<Problem<RecordCode>> {
  if (signed_on > today && signed_on.length === today.length) yield { code: 'not-signed-yet', field: 'signed_on', limit: signed_on }
  if (published_on > today && published_on.length === today.length)
    yield { code: 'not-published-yet', field: 'published_on', limit: published_on }
}

/** An instrument by itself, with its entry of the ledger; one that is there already is that one. */
async function recordAlone(tx: Tx, actor: Actor, instrument: InstrumentText): Promise<Outcome<{ instrument_id: number }, never>> {
  const instrument_id = await recordInstrument(tx, instrument)
  const object = { object: 'instrument', object_id: String(instrument_id), digest: digestOf(instrument) }
  await record(tx, actor, { act: 'record-instrument', ...object, retention: 'organisation' })
  return done({ instrument_id })
}
