import type { Hono } from 'hono'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { may, rolesThatMay, standingOf } from '../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffContext,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../platform/sign-in/index.ts'
import {
  answersIn,
  type FieldError,
  problemsWith,
  sayProblems,
  sendWorkbook,
  sentFile,
  type Typed,
  typedInto,
  wantsWorkbook,
} from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { findUnit } from '../organisation/index.ts'
import { key_form, value_form } from './forms.ts'
import { type SenderPlace, typedMonth, typedQuantity, type ValueLine } from './indicator.ts'
import { IndicatorsPage, type Office } from './pages/indicators.tsx'
import { KeysPage, NewKeyPage, type Sample } from './pages/keys.tsx'
import { atRow, type IndicatorCode, indicator_problems } from './problem-words.ts'
import { listDeliveries } from './reads/list-deliveries.ts'
import { listIndicators } from './reads/list-indicators.ts'
import { listKeys } from './reads/list-keys.ts'
import { listSenderPlaces } from './reads/list-sender-places.ts'
import { listSeries } from './reads/list-series.ts'
import { seriesWorkbook } from './series-workbook.ts'
import { readValuesApart } from './table/in-worker.ts'
import { type Delivering, deliverValues } from './verbs/deliver-values.ts'
import { digestOfSecret, issueKey, newSecret, revokeKey } from './verbs/keep-keys.ts'
import { indicator_words } from './words.ts'

/** Monthly values from other systems: sent by the page or from a file, and the keys with which a system sends them. */
export function indicatorRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.indicators, { show: showIndicators, take: sendTyped }],
    [staff_paths.indicator_file, { take: sendFile }],
    [staff_paths.indicator_keys, { show: showKeys, take: issue }],
    [staff_paths.indicator_key_revoke, { take: revoke }],
  ])
}

type Problems = readonly Problem<IndicatorCode>[]
type Refused = { typed: Typed; problems: Problems }

/** The unit of the address, where whoever asks sends its values. */
async function findOffice(c: WebContext, { look, who, today, now }: StaffContext): Promise<Office | Response> {
  const unit = c.req.param('unit') ?? ''
  const found = await look(async db => {
    const [found] = await findUnit(db, { unit, valid_as_of: today, recorded_as_of: now.toISOString() })
    if (!found) return null
    const { unit_id, name } = found
    const leave = may(await standingOf(db, who.person_id, today), 'indicator', 'send', { unit_id })
    return leave.allowed ? { unit, unit_id, name } : null
  })
  return found ?? forbid(c, who, rolesThatMay('indicator', 'send'))
}

async function showIndicators(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const office = await findOffice(c, work)
  if (office instanceof Response) return office
  const { look, today, now, staff_page } = work
  const { lang } = staff_page.view
  const shown = await look(async db => ({
    series: await listSeries(db, { unit_id: office.unit_id, day: today }),
    deliveries: await listDeliveries(db, office),
    indicators: await listIndicators(db, { recorded_as_of: now.toISOString() }),
    places: await listSenderPlaces(db, { unit_id: office.unit_id, day: today }),
  }))
  if (wantsWorkbook(c)) return sendWorkbook(office.unit, seriesWorkbook({ lang, now, name: office.name, series: shown.series }))
  const options = shown.indicators.map(({ key, name_vi, name_en }) => ({ value: key, label: lang === 'vi' ? name_vi : name_en }))
  const field_errors = refused && saidOf(refused.problems, lang)
  const told = toldOf(c, lang)
  const typed = { place: onlyPlaceOf(shown.places), ...refused?.typed }
  const has_places = shown.places.length > 0
  const page = <IndicatorsPage {...{ ...staff_page, ...shown, office, options, has_places, typed, field_errors, told }} />
  return showStaffPage(c, page, refused ? 422 : 200)
}

/** Where an office sends for one place, it stands in the form already. */
function onlyPlaceOf(places: readonly SenderPlace[]): string {
  const alive = places.filter(({ until }) => until === null)
  return alive.length === 1 ? `${alive[0]!.kind} ${alive[0]!.name}` : ''
}

/** So many rows are said; a file of which more are wrong is wrong throughout. */
const most_said = 100

/** A row of a file stands at the field of the file, with its number; what was typed at its own. */
function saidOf(problems: Problems, lang: 'vi' | 'en') {
  const said = sayProblems(indicator_problems, { lang, form: value_form }, problems.slice(0, most_said)).map(atItsField(lang))
  const rest = problems.length - most_said
  return rest > 0 ? [...said, { field: 'file', say: indicator_words[lang].returned(problems.length) }] : said
}

function atItsField(lang: 'vi' | 'en') {
  return ({ field, say }: FieldError): FieldError => {
    const row = field?.startsWith('row-') ? Number(field.slice('row-'.length)) : undefined
    return row === undefined ? { field, say } : { field: 'file', say: atRow(lang, row, say) }
  }
}

function toldOf(c: WebContext, lang: 'vi' | 'en'): string | undefined {
  const counts = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(c.req.query('xong') ?? '')
  return counts ? indicator_words[lang].delivered(Number(counts[1]), Number(counts[2]), Number(counts[3])) : undefined
}

/** Takes the value that was typed. */
async function sendTyped(c: WebContext, work: StaffContext): Promise<Response> {
  const form = await formOf(c)
  const typed = typedInto(value_form, form)
  const missing = [...problemsWith(value_form, answersIn(value_form, typed))]
  if (missing.length > 0) return showIndicators(c, work, { typed, problems: missing })
  const lines = [typedLine(typed)]
  return deliver(c, work, { way: 'page', lines, key: form.key ?? '' }, problems => ({ typed, problems: problems.map(atTypedField) }))
}

/** Takes a file: every row of it, or none. */
async function sendFile(c: WebContext, work: StaffContext): Promise<Response> {
  const office = await findOffice(c, work)
  if (office instanceof Response) return office
  const { key = '' } = await formOf(c)
  const read = await fileSent(c)
  if (!read.ok) return showIndicators(c, work, { typed: {}, problems: read.problems })
  return deliver(c, work, { way: 'workbook', ...read.value, key }, problems => ({ typed: {}, problems }))
}

type Sent = Pick<Delivering, 'way' | 'file_name' | 'lines' | 'key'>

async function deliver(c: WebContext, work: StaffContext, sent: Sent, refusedAs: (problems: Problems) => Refused): Promise<Response> {
  const office = await findOffice(c, work)
  if (office instanceof Response) return office
  const { unit, unit_id } = office
  const outcome = await work.change(tx => deliverValues(tx, work.actor, { ...sent, unit_id, today: work.today }))
  if (!outcome.ok) return showIndicators(c, work, refusedAs(outcome.problems))
  const { added, revised, unchanged } = outcome.value
  return c.redirect(withFlash(c.var.view.to.indicators({ unit }), { xong: `${added}-${revised}-${unchanged}` }), 303)
}

async function fileSent(c: WebContext) {
  const file = await sentFile(c)
  if (!file.ok) return file
  const lines = await readValuesApart(file.value.bytes)
  return lines.ok ? { ok: true as const, value: { file_name: file.value.name, lines: lines.value } } : lines
}

function typedLine(typed: Typed): ValueLine {
  const { indicator, place, month, quantity, note } = answersIn(value_form, typed)
  return {
    row: 1,
    indicator,
    place,
    month: typedMonth(month) ?? month,
    quantity: typedQuantity(quantity) ?? quantity,
    measure: '',
    note: note.trim(),
  }
}

const fields: Partial<Record<IndicatorCode, keyof typeof value_form>> = {
  'unknown-indicator': 'indicator',
  'unknown-place': 'place',
  'which-place': 'place',
  'not-alive': 'place',
  'no-such-month': 'month',
  'month-not-over': 'month',
  'no-quantity': 'quantity',
  'more-than-whole': 'quantity',
  'revision-without-note': 'note',
  'late-without-note': 'note',
  'implausible-without-note': 'note',
}

function atTypedField(problem: Problem<IndicatorCode>): Problem<IndicatorCode> {
  return { ...problem, field: lookUp<string | undefined>(fields, problem.code) ?? 'quantity' }
}

async function showKeys(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const office = await findOffice(c, work)
  if (office instanceof Response) return office
  const { look, staff_page, today } = work
  const { lang } = staff_page.view
  const { keys, has_places } = await look(async db => ({
    keys: await listKeys(db, office),
    has_places: (await listSenderPlaces(db, { unit_id: office.unit_id, day: today })).length > 0,
  }))
  const field_errors = refused && sayProblems(indicator_problems, { lang, form: key_form }, refused.problems)
  const told = c.req.query('xong') === 'thu-hoi' ? indicator_words[lang].revoked : undefined
  const page = <KeysPage {...{ ...staff_page, office, keys, has_places, typed: refused?.typed ?? {}, field_errors, told }} />
  return showStaffPage(c, page, refused ? 422 : 200)
}

/** The secret is on this one page; a press that is repeated finds the key that was issued, without it. */
async function issue(c: WebContext, work: StaffContext): Promise<Response> {
  const office = await findOffice(c, work)
  if (office instanceof Response) return office
  const form = await formOf(c)
  const typed = typedInto(key_form, form)
  const { name } = answersIn(key_form, typed)
  const secret = newSecret()
  const asked = { unit_id: office.unit_id, name, secret, key: form.key ?? '', today: work.today }
  const outcome = await work.change(tx => issueKey(tx, work.actor, asked))
  if (!outcome.ok) return showKeys(c, work, { typed, problems: outcome.problems })
  const is_first = outcome.value.digest === digestOfSecret(secret)
  if (!is_first) return c.redirect(c.var.view.to.indicator_keys({ unit: office.unit }), 303)
  const sample = await sampleFor(work, office)
  return showStaffPage(c, <NewKeyPage {...{ ...work.staff_page, office, name, secret, origin: work.originOf(c).origin, sample }} />, 200)
}

async function revoke(c: WebContext, work: StaffContext): Promise<Response> {
  const office = await findOffice(c, work)
  if (office instanceof Response) return office
  const { key = '' } = await formOf(c)
  const asked = { unit_id: office.unit_id, indicator_key_id: numberOf(c.req.param('access')), key, today: work.today }
  const outcome = await work.change(tx => revokeKey(tx, work.actor, asked))
  if (!outcome.ok) return showKeys(c, work, { typed: {}, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.indicator_keys({ unit: office.unit }), { xong: 'thu-hoi' }), 303)
}

/** The first indicator of the first place that the office sends for, in the month that runs. */
async function sampleFor({ look, today, now }: StaffContext, { unit_id }: Office): Promise<Sample> {
  const { indicators, places } = await look(async db => ({
    indicators: await listIndicators(db, { recorded_as_of: now.toISOString() }),
    places: await listSenderPlaces(db, { unit_id, day: today }),
  }))
  const alive = places.find(({ until }) => until === null)
  return { indicator: indicators[0]?.key ?? '…', place: alive?.key ?? '…', month: today.slice(0, 7) }
}
