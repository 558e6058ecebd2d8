import type { Hono } from 'hono'
import type { VNode } from 'preact'
import { lookUp } from '../../basis/shared/look-up.ts'
import { type Outcome, type Problem, problemsOf } from '../../basis/shared/outcome.ts'
import { oneLine } from '../../basis/shared/vietnamese.ts'
import type { Tx } from '../../platform/database/index.ts'
import { once } from '../../platform/ledger/index.ts'
import { may, mayFollow, rolesAt, rolesThatMay, type Standing, standingOf } from '../../platform/role/index.ts'
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
  type Answers,
  answersIn,
  type Form,
  problemsWith,
  sayProblems,
  sendWorkbook,
  type Typed,
  typedInto,
  type Workbook,
  wantsWorkbook,
} from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { permittedMoves } from '../../platform/workflow/index.ts'
import { decisionIn } from '../organisation/index.ts'
import { listBranches } from '../people/index.ts'
import { type CampaignCall, campaign_flow, doubtsAbout, isDoubt, movable, problemsBetween, usualWindow } from './campaign.ts'
import { exceptObligation } from './except-obligation.ts'
import { exemptWorkbook } from './exempt-workbook.ts'
import { call_fields, call_form, exemption_form, extension_form, focus_form, note_form, withdrawal_form } from './forms.ts'
import { CampaignsPage } from './pages/campaigns.tsx'
import { CheckPage, ExceptPage, ExtendPage, FocusPage, IssuePage, NotePage, WithdrawPage } from './pages/forms.tsx'
import { type CampaignCode, campaign_problems } from './problem-words.ts'
import { type CampaignAtUnit, listCampaigns } from './reads/list-campaigns.ts'
import { countMembers, listDue, most_due } from './reads/list-due.ts'
import { listExempt } from './reads/list-exempt.ts'
import { listForms } from './reads/list-forms.ts'
import { listNotes } from './reads/list-notes.ts'
import { listPlans } from './reads/list-plans.ts'
import { listWithdrawn } from './reads/list-withdrawn.ts'
import { listExemptionReasons } from './rules/exemption-reasons.ts'
import { addFocus } from './verbs/add-focus.ts'
import { endException } from './verbs/end-exception.ts'
import { extendCampaign } from './verbs/extend-campaign.ts'
import { findBeside, issueCampaign } from './verbs/issue-campaign.ts'
import { noteCampaigns } from './verbs/note-campaigns.ts'
import { withdrawCampaign } from './verbs/withdraw-campaign.ts'
import { programme_words } from './words.ts'

/**
 * The campaigns of a unit: where they come from, calling one, moving its due date, adding a focus, exempting somebody.
 */
export function campaignRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.campaigns, { show: showCampaigns }],
    [staff_paths.campaign_issue, { show: (c, work) => showIssue(c, work, {}), take: issue }],
    [staff_paths.campaign_note, { show: showNote, take: note }],
    [staff_paths.campaign_extend, extending],
    [staff_paths.campaign_focus, focusing],
    [staff_paths.campaign_except, excepting],
    [staff_paths.campaign_withdraw, withdrawing],
    [staff_paths.exception_end, { take: stopException }],
  ])
}

const unitOf = (c: WebContext) => c.req.param('unit') ?? ''
/** In a unit with more units than this under it people are sought by name. */
const most_branches_by_name = 40
const campaignOf = (c: WebContext) => numberOf(c.req.param('campaign'))

type Problems = readonly Problem<CampaignCode>[]
type Sent = Awaited<ReturnType<typeof formOf>>
type Place = { unit_id: number; name: string; is_large: boolean; standing: Standing; campaigns: CampaignAtUnit[] }

/** The unit with its campaigns and what one may do there; null where there is no such unit of the party. */
function placeOf(c: WebContext, { look, today, who }: StaffContext): Promise<Place | null> {
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

async function showCampaigns(c: WebContext, work: StaffContext): Promise<Response> {
  const place = await placeOf(c, work)
  const unit = unitOf(c)
  if (!place || !mayFollow(place.standing, place)) return forbid(c, work.who, rolesAt('campaign', 'read'))
  const { name, standing } = place
  const campaigns = place.campaigns.map(campaign => ({ ...campaign, moves: permittedMoves(campaign_flow, movable(campaign), standing) }))
  const { plans, notes, withdrawn } = await work.look(async db => ({
    notes: await listNotes(db, { unit, day: work.today }),
    plans: await listPlans(db, { unit, day: work.today }),
    withdrawn: await listWithdrawn(db, { unit, day: work.today }),
  }))
  const allowed = (act: 'issue' | 'extend' | 'focus') => may(standing, 'campaign', act, place).allowed
  const what = {
    issue: allowed('issue'),
    extend: allowed('extend'),
    focus: allowed('focus'),
    except: may(standing, 'obligation', 'keep', place).allowed,
  }
  const told = lookUp(programme_words[c.var.view.lang].told, c.req.query('xong'))
  return showStaffPage(c, <CampaignsPage {...{ ...work.staff_page, unit, name, plans, campaigns, notes, withdrawn, may: what, told }} />)
}

// ── Calling one ──

async function showIssue(c: WebContext, work: StaffContext, typed: Typed, problems: Problems = []): Promise<Response> {
  const unit = unitOf(c)
  const place = await placeOf(c, work)
  if (!place || !may(place.standing, 'campaign', 'issue', place).allowed) return forbid(c, work.who, rolesThatMay('campaign', 'issue'))
  const { year, ...days } = usualWindow(work.today)
  const [programmes, [newest], { bounds, theme }] = await work.look(async db => {
    const programmes = await listPlans(db, { unit, day: work.today })
    const call = { year, opens_on: days.opens_on }
    const about = { unit_id: place.unit_id, today: work.today, programme: programmes[0]?.programme ?? '', call }
    return [programmes, await listForms(db, days.opens_on), await findBeside(db, about)] as const
  })
  const usual = {
    programme: programmes[0]?.programme ?? '',
    theme: theme ?? '',
    deeds_least: String(bounds?.deeds_least ?? ''),
    deeds_most: String(bounds?.deeds_most ?? ''),
    form_version: String(newest ?? ''),
    year: String(year),
    ...days,
  }
  const field_errors = sayProblems(campaign_problems, { lang: work.staff_page.view.lang, form: call_form }, problems)
  const page = <IssuePage {...{ ...work.staff_page, unit, name: place.name, programmes, typed: { ...usual, ...typed }, field_errors }} />
  return showStaffPage(c, page, problems.length > 0 ? 422 : 200)
}

type Called = { typed: Typed; answers: Answers<typeof call_form>; call: CampaignCall }

/** Checks first, and calls when the answers were seen: three answers to one address. */
async function issue(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(call_form, sent)
  const answers = answersIn(call_form, typed)
  if (sent.chac === 'sua') return showIssue(c, work, typed)
  const call = answersIn(call_fields, typed)
  const wrong = problemsOf([...problemsWith(call_form, answers), ...problemsBetween(call)])
  if (wrong) return showIssue(c, work, typed, wrong.problems)
  const called = { typed, answers, call }
  return sent.chac === '1' ? callFor(c, work, called, sent) : checkAnswers(c, work, called)
}

async function checkAnswers(
  c: WebContext,
  work: StaffContext,
  { typed, call, answers: { programme } }: Called,
  refused = false,
): Promise<Response> {
  const unit = unitOf(c)
  const place = await placeOf(c, work)
  if (!place || !may(place.standing, 'campaign', 'issue', place).allowed) return forbid(c, work.who, rolesThatMay('campaign', 'issue'))
  const { counted, beside } = await work.look(async db => ({
    counted: await countMembers(db, { unit, opens_on: call.opens_on }),
    beside: await findBeside(db, { unit_id: place.unit_id, today: work.today, programme, call }),
  }))
  const about = { lang: work.staff_page.view.lang, form: call_form }
  const doubts = sayProblems(campaign_problems, about, [...doubtsAbout(call, beside)]).map(({ say }) => say)
  const shown = { unit, name: place.name, typed, members: 0, cells: 0, ...counted[0], doubts, is_refused: refused }
  return showStaffPage(c, <CheckPage {...{ ...work.staff_page, ...shown }} />, refused ? 422 : 200)
}

async function callFor(c: WebContext, work: StaffContext, called: Called, { key, biet }: Sent): Promise<Response> {
  const { typed, answers, call } = called
  const unit = unitOf(c)
  const accepts_doubts = biet === '1'
  const issuing = { programme: answers.programme, unit, call, instrument: decisionIn(answers), today: work.today, accepts_doubts }
  const outcome = await press(work, key, 'issue-campaign', issuing, tx => issueCampaign(tx, work.actor, issuing))
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.campaigns({ unit }), { xong: 'phat-dong' }), 303)
  return outcome.problems.every(isDoubt) ? checkAnswers(c, work, called, true) : showIssue(c, work, typed, outcome.problems)
}

/** Does what a page asks once, however often it is pressed. */
function press<T>(
  work: StaffContext,
  key: string | undefined,
  act: string,
  request: unknown,
  verb: (tx: Tx) => Promise<Outcome<T, CampaignCode>>,
): Promise<Outcome<T, CampaignCode>> {
  return work.change(tx => once(tx, work.actor, { key: key ?? '', act, request }, () => verb(tx)))
}

// ── A note beside them ──

async function showNote(c: WebContext, work: StaffContext, sent?: { typed: Typed; problems: Problems }): Promise<Response> {
  const unit = unitOf(c)
  const place = await placeOf(c, work)
  if (!place || !may(place.standing, 'campaign', 'issue', place).allowed) return forbid(c, work.who, rolesThatMay('campaign', 'issue'))
  const { programmes, notes } = await work.look(async db => ({
    programmes: await listPlans(db, { unit, day: work.today }),
    notes: await listNotes(db, { unit, day: work.today }),
  }))
  const own = notes.find(note => note.unit === unit)
  const typed = sent?.typed ?? { programme: own?.programme ?? programmes[0]?.programme ?? '', note: own?.note ?? '' }
  const field_errors = sayProblems(campaign_problems, { lang: work.staff_page.view.lang, form: note_form }, sent?.problems ?? [])
  return showStaffPage(
    c,
    <NotePage {...{ ...work.staff_page, unit, name: place.name, programmes, typed, field_errors }} />,
    sent ? 422 : 200,
  )
}

async function note(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(note_form, sent)
  const unit = unitOf(c)
  const noting = { ...answersIn(note_form, typed), unit, today: work.today }
  const outcome = await press(work, sent.key, 'note-campaigns', noting, tx => noteCampaigns(tx, work.actor, noting))
  if (!outcome.ok) return showNote(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.campaigns({ unit }), { xong: 'ghi-chu' }), 303)
}

// ── Forms of one campaign ──

type Filled = { c: WebContext; work: StaffContext; place: Place; campaign: CampaignAtUnit; typed: Typed; problems: Problems }
type Asked = { campaign_id: number; unit: string; today: string }

/** A form of one campaign: who may, what it asks, its page, what it does, and what is said afterwards. */
type CampaignForm<F extends Form, Request> = {
  form: F
  may: ['campaign', 'extend' | 'focus' | 'withdraw'] | ['obligation', 'keep']
  /** Whether it is for who may at the unit that called it, wherever its page stands. */
  at_root?: boolean
  page(filled: Filled): Promise<VNode>
  request(answers: Answers<F>, asked: Asked): Request
  act: string
  verb(tx: Tx, actor: StaffContext['actor'], request: Request): Promise<Outcome<unknown, CampaignCode>>
  told: string
  /** The list that stands below the form. */
  workbook?(filled: Filled): Promise<Workbook>
}

/** The two answers of such a form: its page, and what becomes of what was sent. */
function campaignForm<F extends Form, Request>({ form, ...declared }: CampaignForm<F, Request>) {
  const [noun, act] = declared.may
  const show = async (c: WebContext, work: StaffContext, typed: Typed = {}, problems: Problems = []): Promise<Response> => {
    const place = await placeOf(c, work)
    const campaign = place?.campaigns.find(({ campaign_id }) => campaign_id === campaignOf(c))
    const at = declared.at_root && campaign ? { unit_id: campaign.root_id } : place
    if (!place || !campaign || !at || !may(place.standing, noun, act, at).allowed) return forbid(c, work.who, rolesThatMay(noun, act))
    const filled = { c, work, place, campaign, typed, problems }
    if (declared.workbook && wantsWorkbook(c) && problems.length === 0) return sendWorkbook(unitOf(c), await declared.workbook(filled))
    return showStaffPage(c, await declared.page(filled), problems.length > 0 ? 422 : 200)
  }
  const take = async (c: WebContext, work: StaffContext): Promise<Response> => {
    const sent = await formOf(c)
    const typed = typedInto(form, sent)
    const asked = { campaign_id: campaignOf(c), unit: unitOf(c), today: work.today }
    const request = declared.request(answersIn(form, typed), asked)
    const outcome = await press(work, sent.key, declared.act, request, tx => declared.verb(tx, work.actor, request))
    if (!outcome.ok) return show(c, work, typed, outcome.problems)
    return c.redirect(withFlash(c.var.view.to.campaigns({ unit: unitOf(c) }), { xong: declared.told }), 303)
  }
  return { show, take }
}

/** What every page of such a form is given. */
function pageOf({ c, work, place, campaign, typed, problems }: Filled, form: Form) {
  const field_errors = sayProblems(campaign_problems, { lang: work.staff_page.view.lang, form }, problems)
  return { ...work.staff_page, unit: unitOf(c), name: place.name, campaign, typed, field_errors }
}

const extending = campaignForm({
  form: extension_form,
  may: ['campaign', 'extend'],
  page: async filled => {
    const { c, work } = filled
    const units = await work.look(db => listBranches(db, { unit: unitOf(c), day: work.today }))
    return <ExtendPage {...pageOf(filled, extension_form)} units={units} />
  },
  request: ({ unit, due_on, ...answers }, { campaign_id, today }) => ({
    campaign_id,
    unit,
    due_on,
    instrument: decisionIn(answers),
    today,
  }),
  act: 'extend-campaign',
  verb: extendCampaign,
  told: 'gia-han',
})

const focusing = campaignForm({
  form: focus_form,
  may: ['campaign', 'focus'],
  page: async filled => <FocusPage {...pageOf(filled, focus_form)} />,
  request: ({ focus }, asked) => ({ ...asked, focus }),
  act: 'add-focus',
  verb: addFocus,
  told: 'trong-tam',
})

const withdrawing = campaignForm({
  form: withdrawal_form,
  may: ['campaign', 'withdraw'],
  at_root: true,
  page: async filled => <WithdrawPage {...pageOf(filled, withdrawal_form)} />,
  request: ({ reason }, { campaign_id, today }) => ({ campaign_id, reason, today }),
  act: 'withdraw-campaign',
  verb: withdrawCampaign,
  told: 'rut',
})

const most_exempt_on_a_page = 100
/** A province has fewer members. */
const most_exempt_in_a_workbook = 50_000

const excepting = campaignForm({
  form: exemption_form,
  may: ['obligation', 'keep'],
  page: async filled => {
    const { c, work, place, campaign } = filled
    const asked = oneLine(c.req.query('ten') ?? '').slice(0, 100)
    const wanted = { unit: unitOf(c), campaign_id: campaign.campaign_id, name: asked, day: work.today, asking: work.who.person_id }
    const listed = await work.look(async db => ({
      due: asked === '' && place.is_large ? null : await listDue(db, { ...wanted, most: most_due }),
      exempt: await listExempt(db, { ...wanted, most: most_exempt_on_a_page }),
      reasons: await listExemptionReasons(db, { day: work.today }),
    }))
    const told = lookUp(programme_words[c.var.view.lang].told, c.req.query('xong'))
    return <ExceptPage {...{ ...pageOf(filled, exemption_form), ...listed, asked, told }} />
  },
  workbook: async ({ c, work, place, campaign }) => {
    const { campaign_id, year } = campaign
    const wanted = { unit: unitOf(c), campaign_id, day: work.today, asking: work.who.person_id, most: most_exempt_in_a_workbook }
    const exempt = await work.look(db => listExempt(db, wanted))
    return exemptWorkbook({ lang: work.staff_page.view.lang, now: work.now, name: place.name, exempt, year })
  },
  request: (answers, { today }) => ({ ...answers, state: 'waived' as const, today }),
  act: 'except-obligation',
  verb: exceptObligation,
  told: 'mien',
})

/** Back among those who are due: from the list of those who are exempt. */
async function stopException(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const ending = { obligation_id: numberOf(sent.obligation_id), today: work.today }
  const outcome = await press(work, sent.key, 'end-exception', ending, tx => endException(tx, work.actor, ending))
  if (!outcome.ok) return excepting.show(c, work, {}, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.campaign_except({ unit: unitOf(c), campaign_id: campaignOf(c) }), { xong: 'thoi-mien' }), 303)
}
