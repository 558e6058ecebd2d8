import { Hono } from 'hono'
import { typedDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { type Outcome, type Problem, problemsOf } from '../../basis/shared/outcome.ts'
import { oneLine } from '../../basis/shared/vietnamese.ts'
import type { Tx } from '../../platform/database/index.ts'
import { once } from '../../platform/ledger/index.ts'
import { may, mayFollow, rolesAt, rolesThatMay, type Standing, standingOf } from '../../platform/role/index.ts'
import { atWorkFor, forbid, formOf, numberOf, showStaffPage, telling, type Work, type WorkOptions } from '../../platform/sign-in/index.ts'
import { sendWorkbook, type Workbook, wantsWorkbook } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import type { InstrumentText } from '../organisation/index.ts'
import { listBranches } from '../people/index.ts'
import { type CampaignCall, doubtsAbout, isDoubt, problemsWithCall, problemsWithInstrument } from './campaign.ts'
import { exceptObligation } from './except-obligation.ts'
import { exemptWorkbook } from './exempt-workbook.ts'
import { CampaignsPage } from './pages/campaigns.tsx'
import { CheckPage, ExceptPage, ExtendPage, FocusPage, IssuePage, NotePage, type Typed, WithdrawPage } from './pages/forms.tsx'
import { type CampaignAtUnit, listCampaigns } from './reads/list-campaigns.ts'
import { listCampaignsBeside } from './reads/list-campaigns-beside.ts'
import { countMembers, listDue, most_due } from './reads/list-due.ts'
import { listExempt } from './reads/list-exempt.ts'
import { listNotes } from './reads/list-notes.ts'
import { listPlans } from './reads/list-plans.ts'
import { listWithdrawn } from './reads/list-withdrawn.ts'
import { addFocus } from './verbs/add-focus.ts'
import { endException } from './verbs/end-exception.ts'
import { extendCampaign } from './verbs/extend-campaign.ts'
import { issueCampaign } from './verbs/issue-campaign.ts'
import { noteCampaigns } from './verbs/note-campaigns.ts'
import { withdrawCampaign } from './verbs/withdraw-campaign.ts'
import { complaintsOf, programme_words, sayDoubts } from './words.ts'

/** The campaigns of a unit: where they come from, calling one, moving its due date, adding a focus, exempting somebody. */
export function campaignRoutes(options: WorkOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const at = atWorkFor(options)
  routes.get(staff_paths.campaigns, at(showCampaigns))
  routes.get(
    staff_paths.campaign_issue,
    at((c, work) => showIssue(c, work, {})),
  )
  routes.post(staff_paths.campaign_issue, at(issue))
  routes.get(
    staff_paths.campaign_note,
    at((c, work) => showNote(c, work)),
  )
  routes.post(staff_paths.campaign_note, at(note))
  for (const [path, form] of [
    [staff_paths.campaign_extend, extending],
    [staff_paths.campaign_focus, focusing],
    [staff_paths.campaign_except, excepting],
    [staff_paths.campaign_withdraw, withdrawing],
  ] as const) {
    routes.get(
      path,
      at((c, work) => showForm(c, work, form)),
    )
    routes.post(
      path,
      at((c, work) => sendForm(c, work, form)),
    )
  }
  routes.post(staff_paths.exception_end, at(stopException))
  return routes
}

const unitOf = (c: WebContext) => c.req.param('unit') ?? ''
/** In a unit with more units than this under it people are sought by name. */
const most_branches_by_name = 40
const campaignOf = (c: WebContext) => numberOf(c.req.param('campaign'))

type Place = { unit_id: number; name: string; is_large: boolean; standing: Standing; campaigns: CampaignAtUnit[] }

/** The unit with its campaigns and what one may do there; null where there is no such unit of the party. */
function placeOf(c: WebContext, { look, today, who }: Work): Promise<Place | null> {
  const unit = unitOf(c)
  return look(async db => {
    const [root, ...branches] = await listBranches(db, { unit, day: today })
    if (!root) return null
    const is_large = !root.takes_members || branches.length > most_branches_by_name
    const standing = await standingOf(db, who.person_id, today)
    return { unit_id: root.unit_id, name: root.name, is_large, standing, campaigns: await listCampaigns(db, { unit, day: today }) }
  })
}

// ── What is called ──

async function showCampaigns(c: WebContext, work: Work): Promise<Response> {
  const place = await placeOf(c, work)
  const unit = unitOf(c)
  if (!place || !mayFollow(place.standing, place)) return forbid(c, work.who, rolesAt('campaign', 'read'))
  const { name, campaigns, standing } = place
  const { plans, notes, withdrawn } = await work.look(async db => ({
    notes: await listNotes(db, { unit, day: work.today }),
    plans: await listPlans(db, { unit, day: work.today }),
    withdrawn: await listWithdrawn(db, { unit, day: work.today }),
  }))
  const allowed = (act: 'issue' | 'extend' | 'focus' | 'withdraw') => may(standing, 'campaign', act, place).allowed
  const what = {
    issue: allowed('issue'),
    extend: allowed('extend'),
    focus: allowed('focus'),
    withdraw: allowed('withdraw'),
    except: may(standing, 'obligation', 'keep', place).allowed,
  }
  const told = lookUp(programme_words[c.var.reading.lang].told, c.req.query('xong'))
  return showStaffPage(c, <CampaignsPage {...{ ...work.desk, unit, name, plans, campaigns, notes, withdrawn, may: what, told }} />)
}

// ── Calling one ──

const days = ['opens_on', 'due_on', 'closes_on', 'joins_until', 'signed_on']

async function typedIn(c: WebContext): Promise<Typed> {
  const entries = Object.entries(await formOf(c)).map(([name, text]) => [
    name,
    days.includes(name) ? typedDay(oneLine(text)) : oneLine(text),
  ])
  return Object.fromEntries(entries)
}

async function showIssue(c: WebContext, work: Work, typed: Typed, problems: readonly Problem[] = []): Promise<Response> {
  const unit = unitOf(c)
  const place = await placeOf(c, work)
  if (!place || !may(place.standing, 'campaign', 'issue', place).allowed) return forbid(c, work.who, rolesThatMay('campaign', 'issue'))
  const programmes = await work.look(db => listPlans(db, { unit, day: work.today }))
  const usual = { programme: programmes[0]?.programme ?? '', deeds_least: '2', deeds_most: '3', form_version: '1' }
  const complaints = complaintsOf(work.desk.reading.lang, problems)
  const page = <IssuePage {...{ ...work.desk, unit, name: place.name, programmes, typed: { ...usual, ...typed }, complaints }} />
  return showStaffPage(c, page, problems.length > 0 ? 422 : 200)
}

/** Checks first, and calls when the answers were seen: three answers to one address. */
async function issue(c: WebContext, work: Work): Promise<Response> {
  const typed = await typedIn(c)
  if (typed.chac === 'sua') return showIssue(c, work, typed)
  const call = callIn(typed)
  const instrument = instrumentIn(typed)
  const wrong = problemsOf(problemsWith(typed.programme ?? '', call, instrument))
  if (wrong) return showIssue(c, work, typed, wrong.problems)
  return typed.chac === '1' ? callFor(c, work, typed, { call, instrument }) : checkAnswers(c, work, typed, { call })
}

async function checkAnswers(
  c: WebContext,
  work: Work,
  typed: Typed,
  { call, refused = false }: { call: CampaignCall; refused?: boolean },
): Promise<Response> {
  const unit = unitOf(c)
  const place = await placeOf(c, work)
  if (!place || !may(place.standing, 'campaign', 'issue', place).allowed) return forbid(c, work.who, rolesThatMay('campaign', 'issue'))
  const { counted, others } = await work.look(async db => ({
    counted: await countMembers(db, { unit, opens_on: typed.opens_on! }),
    others: await listCampaignsBeside(db, { unit_id: place.unit_id, today: work.today }),
  }))
  const doubts = sayDoubts(work.desk.reading.lang, [...doubtsAbout(call, others)])
  const shown = { unit, name: place.name, typed, members: 0, cells: 0, ...counted[0], doubts, is_refused: refused }
  return showStaffPage(c, <CheckPage {...{ ...work.desk, ...shown }} />, refused ? 422 : 200)
}

async function callFor(
  c: WebContext,
  work: Work,
  typed: Typed,
  { call, instrument }: { call: CampaignCall; instrument: InstrumentText },
): Promise<Response> {
  const unit = unitOf(c)
  const accepts_doubts = typed.biet === '1'
  const issuing = { programme: typed.programme ?? '', unit, call, instrument, today: work.today, accepts_doubts }
  const outcome = await press(work, typed, 'issue-campaign', issuing, tx => issueCampaign(tx, work.actor, issuing))
  if (outcome.ok) return c.redirect(telling(c.var.reading.to.campaigns({ unit }), { xong: 'phat-dong' }), 303)
  const is_doubted = outcome.problems.every(isDoubt)
  return is_doubted ? checkAnswers(c, work, typed, { call, refused: true }) : showIssue(c, work, typed, outcome.problems)
}

/** Does what a page asks once, however often it is pressed. */
function press<T>(work: Work, typed: Typed, act: string, request: unknown, verb: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return work.change(tx => once(tx, work.actor, { key: typed.key ?? '', act, request }, () => verb(tx)))
}

function callIn(typed: Typed): CampaignCall {
  const whole = (text = '') => (/^\d{1,4}$/.test(text) ? Number(text) : 0)
  const { opens_on = '', due_on = '', closes_on = '', joins_until = '', theme = '' } = typed
  const [year, deeds_least, deeds_most, form_version] = [typed.year, typed.deeds_least, typed.deeds_most, typed.form_version].map(whole)
  return {
    year: year!,
    opens_on,
    due_on,
    closes_on,
    joins_until,
    theme,
    deeds_least: deeds_least!,
    deeds_most: deeds_most!,
    form_version: form_version!,
  }
}

function instrumentIn({ number = '', issuer = '', title = '', signed_on = '' }: Typed): InstrumentText {
  return { number, issuer, title, signed_on, kind: 'decision' }
}

/** The forms that the pages know. */
const last_form = 1

function* problemsWith(programme: string, call: CampaignCall, instrument: InstrumentText): Generator<Problem> {
  if (programme === '') yield { code: 'unknown-programme', field: 'programme' }
  yield* problemsWithCall(call)
  if (call.form_version < 1 || call.form_version > last_form) yield { code: 'wrong-form', field: 'form_version' }
  yield* problemsWithInstrument(instrument)
}

// ── A note beside them ──

async function showNote(c: WebContext, work: Work, sent?: { typed: Typed; problems: readonly Problem[] }): Promise<Response> {
  const unit = unitOf(c)
  const place = await placeOf(c, work)
  if (!place || !may(place.standing, 'campaign', 'issue', place).allowed) return forbid(c, work.who, rolesThatMay('campaign', 'issue'))
  const { programmes, notes } = await work.look(async db => ({
    programmes: await listPlans(db, { unit, day: work.today }),
    notes: await listNotes(db, { unit, day: work.today }),
  }))
  const own = notes.find(note => note.unit === unit)
  const typed = sent?.typed ?? { programme: own?.programme ?? programmes[0]?.programme ?? '', note: own?.note ?? '' }
  const complaints = complaintsOf(work.desk.reading.lang, sent?.problems ?? [])
  return showStaffPage(c, <NotePage {...{ ...work.desk, unit, name: place.name, programmes, typed, complaints }} />, sent ? 422 : 200)
}

async function note(c: WebContext, work: Work): Promise<Response> {
  const typed = await typedIn(c)
  const unit = unitOf(c)
  const noting = { programme: typed.programme ?? '', unit, note: typed.note ?? '', today: work.today }
  const outcome = await press(work, typed, 'note-campaigns', noting, tx => noteCampaigns(tx, work.actor, noting))
  if (!outcome.ok) return showNote(c, work, { typed, problems: outcome.problems })
  return c.redirect(telling(c.var.reading.to.campaigns({ unit }), { xong: 'ghi-chu' }), 303)
}

// ── Forms of one campaign ──

type Filled = { c: WebContext; work: Work; place: Place; campaign: CampaignAtUnit; typed: Typed; problems: readonly Problem[] }

/** A form of one campaign: who may, what it shows, what it does, and what is said afterwards. */
type CampaignForm = {
  may(place: Place): boolean
  roles: readonly string[]
  show(filled: Filled): Promise<Parameters<typeof showStaffPage>[1]>
  send(c: WebContext, work: Work, typed: Typed): Promise<Outcome<unknown>>
  told: string
  /** The list that stands below the form. */
  workbook?(filled: Filled): Promise<Workbook>
}

async function showForm(
  c: WebContext,
  work: Work,
  form: CampaignForm,
  typed: Typed = {},
  problems: readonly Problem[] = [],
): Promise<Response> {
  const place = await placeOf(c, work)
  const campaign = place?.campaigns.find(({ campaign_id }) => campaign_id === campaignOf(c))
  if (!place || !campaign || !form.may(place)) return forbid(c, work.who, form.roles)
  const filled = { c, work, place, campaign, typed, problems }
  if (form.workbook && wantsWorkbook(c) && problems.length === 0) return sendWorkbook(unitOf(c), await form.workbook(filled))
  return showStaffPage(c, await form.show(filled), problems.length > 0 ? 422 : 200)
}

async function sendForm(c: WebContext, work: Work, form: CampaignForm): Promise<Response> {
  const typed = await typedIn(c)
  const outcome = await form.send(c, work, typed)
  if (!outcome.ok) return showForm(c, work, form, typed, outcome.problems)
  return c.redirect(telling(c.var.reading.to.campaigns({ unit: unitOf(c) }), { xong: form.told }), 303)
}

function pageOf({ c, work, place, campaign, typed, problems }: Filled) {
  return { ...work.desk, unit: unitOf(c), name: place.name, campaign, typed, complaints: complaintsOf(work.desk.reading.lang, problems) }
}

const extending: CampaignForm = {
  may: place => may(place.standing, 'campaign', 'extend', place).allowed,
  roles: rolesThatMay('campaign', 'extend'),
  told: 'gia-han',
  show: async filled => {
    const { c, work } = filled
    return <ExtendPage {...pageOf(filled)} units={await work.look(db => listBranches(db, { unit: unitOf(c), day: work.today }))} />
  },
  send: (c, work, typed) => {
    const { unit = '', due_on = '' } = typed
    const extension = { campaign_id: campaignOf(c), unit, due_on, instrument: instrumentIn(typed), today: work.today }
    return press(work, typed, 'extend-campaign', extension, tx => extendCampaign(tx, work.actor, extension))
  },
}

const focusing: CampaignForm = {
  may: place => may(place.standing, 'campaign', 'focus', place).allowed,
  roles: rolesThatMay('campaign', 'focus'),
  told: 'trong-tam',
  show: async filled => <FocusPage {...pageOf(filled)} />,
  send: (c, work, typed) => {
    const focus = { campaign_id: campaignOf(c), unit: unitOf(c), focus: typed.focus ?? '', today: work.today }
    return press(work, typed, 'add-focus', focus, tx => addFocus(tx, work.actor, focus))
  },
}

const most_exempt_on_a_page = 100
/** A province has fewer members. */
const most_exempt_in_a_workbook = 50_000

const excepting: CampaignForm = {
  may: place => may(place.standing, 'obligation', 'keep', place).allowed,
  roles: rolesThatMay('obligation', 'keep'),
  told: 'mien',
  show: async filled => {
    const { c, work, place, campaign } = filled
    const asked = oneLine(c.req.query('ten') ?? '').slice(0, 100)
    const wanted = { unit: unitOf(c), campaign_id: campaign.campaign_id, name: asked, day: work.today, asking: work.who.person_id }
    const listed = await work.look(async db => ({
      due: asked === '' && place.is_large ? null : await listDue(db, { ...wanted, most: most_due }),
      exempt: await listExempt(db, { ...wanted, most: most_exempt_on_a_page }),
    }))
    return (
      <ExceptPage
        {...{ ...pageOf(filled), ...listed, asked }}
        told={lookUp(programme_words[c.var.reading.lang].told, c.req.query('xong'))}
      />
    )
  },
  workbook: async ({ c, work, place, campaign }) => {
    const { campaign_id, year } = campaign
    const wanted = { unit: unitOf(c), campaign_id, day: work.today, asking: work.who.person_id, most: most_exempt_in_a_workbook }
    const exempt = await work.look(db => listExempt(db, wanted))
    return exemptWorkbook({ lang: work.desk.reading.lang, now: work.now, name: place.name, exempt, year })
  },
  send: (_, work, typed) => {
    const exception = {
      obligation_id: numberOf(typed.obligation_id),
      state: 'waived' as const,
      reason: typed.reason ?? '',
      today: work.today,
    }
    return press(work, typed, 'except-obligation', exception, tx => exceptObligation(tx, work.actor, exception))
  },
}

const withdrawing: CampaignForm = {
  may: place => may(place.standing, 'campaign', 'withdraw', place).allowed,
  roles: rolesThatMay('campaign', 'withdraw'),
  told: 'rut',
  show: async filled => <WithdrawPage {...pageOf(filled)} />,
  send: (c, work, typed) => {
    const withdrawal = { campaign_id: campaignOf(c), reason: typed.reason ?? '', today: work.today }
    return press(work, typed, 'withdraw-campaign', withdrawal, tx => withdrawCampaign(tx, work.actor, withdrawal))
  },
}

/** Back among those who are due: from the list of those who are exempt. */
async function stopException(c: WebContext, work: Work): Promise<Response> {
  const typed = await typedIn(c)
  const ending = { obligation_id: numberOf(typed.obligation_id), today: work.today }
  const outcome = await press(work, typed, 'end-exception', ending, tx => endException(tx, work.actor, ending))
  if (!outcome.ok) return showForm(c, work, excepting, {}, outcome.problems)
  return c.redirect(telling(c.var.reading.to.campaign_except({ unit: unitOf(c), campaign_id: campaignOf(c) }), { xong: 'thoi-mien' }), 303)
}
