import type { Hono } from 'hono'
import { dayBefore } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once } from '../../../platform/ledger/index.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import {
  forbid,
  formOf,
  formWithMarksOf,
  numberOf,
  type StaffContext,
  type StaffPage,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../../platform/sign-in/index.ts'
import { type Answers, answersIn, problemsWith, type Typed, typedInto } from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { decisionIn } from '../../../register/organisation/index.ts'
import { listKinds } from '../../../register/tree/index.ts'
import { percentOf } from '../carry/share-field.ts'
import { previewProposal } from '../preview-proposal.ts'
import { proposeMerger } from '../propose-merger.ts'
import type { MergerOptions } from '../routes.tsx'
import { formFieldErrors, type MergerCode } from '../words.ts'
import { type Drafted, type DraftedOther, inDraft, planOf, problemsInDraft } from './drafted.ts'
import { beginMergerDraft, endMergerDraft } from './drafts.ts'
import { others_form, resolution_form } from './forms.ts'
import { asRead, type InDraft, type Sent, save, toDraft, withDraft } from './in-draft.ts'
import { showFromList, takeFromListPage } from './list-routes.tsx'
import { findSources, listSources } from './list-sources.ts'
import { DraftPage } from './pages/draft.tsx'
import { OthersPage } from './pages/others.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { ResolutionPage } from './pages/resolution.tsx'
import { UnitFormPage } from './pages/unit.tsx'
import { formWith, keysTyped, problemsWithUnit, typedOf, type UnitPage, unitIn, withMarked } from './unit-of-draft.ts'
import { wizard_words } from './wizard-words.ts'

/** A merger that is written in the browser, part by part, until it is laid before a second person. */
export function wizardRoutes(options: MergerOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.merger_begin, { show: whereMayBegin(beginPage), take: whereMayBegin(begin) }],
    [staff_paths.merger_draft, withDraft({ show: showDraft, take: drop })],
    [staff_paths.merger_resolution, withDraft({ show: showResolution, take: saveResolution })],
    [staff_paths.merger_unit, withDraft({ show: showUnit, take: takeUnit })],
    [staff_paths.merger_others, withDraft({ show: showOthers, take: takeOthers })],
    [staff_paths.merger_from_list, withDraft({ show: at => showFromList(at), take: takeFromListPage })],
    [staff_paths.merger_preview, withDraft({ show: preview(options), take: lay(options) })],
  ])
}

/** A merger is begun by whoever may lay one somewhere. */
function whereMayBegin(answer: NonNullable<StaffPage['show']>): NonNullable<StaffPage['show']> {
  const roles = rolesThatMay('merger', 'propose')
  return (c, work) => (work.seats.some(({ role }) => roles.includes(role)) ? answer(c, work) : forbid(c, work.who, roles))
}

const beginPage = (c: WebContext, work: StaffContext) => showBegin(c, work, { typed: { hierarchy: 'territory' }, problems: [] })

type Typing = { typed: Typed; problems: readonly Problem<MergerCode>[] }

function showBegin(c: WebContext, work: StaffContext, { typed, problems }: Typing): Response | Promise<Response> {
  const field_errors = formFieldErrors(work.staff_page.view.lang, resolution_form, problems)
  const page = <ResolutionPage {...{ ...work.staff_page, draft: null, typed, field_errors }} />
  return showStaffPage(c, page, problems.length > 0 ? 422 : 200)
}

async function begin(c: WebContext, work: StaffContext): Promise<Response> {
  const read = readResolution(await formOf(c), { units: [], others: [] })
  if (!read.ok) return showBegin(c, work, { typed: read.typed, problems: read.problems })
  const begun = await work.change(tx => beginMergerDraft(tx, work.actor, read.drafted))
  return begun.ok ? toDraft({ c }, begun.value, 'soan') : showBegin(c, work, { typed: read.typed, problems: begun.problems })
}

type ReadResolution = { ok: true; typed: Typed; drafted: Drafted } | ({ ok: false } & Typing)

/** The instrument, its day and its rule, around the units that are drafted already. */
function readResolution(sent: Sent, { units, others }: Pick<Drafted, 'units' | 'others'>): ReadResolution {
  const typed = typedInto(resolution_form, sent)
  const answers = answersIn(resolution_form, typed)
  const problems: Problem<MergerCode>[] = [...problemsWith(resolution_form, answers), ...problemsWithRule(answers)]
  if (problems.length > 0) return { ok: false, typed, problems }
  const { hierarchy, effective_on, rule, least_share } = answers
  const instrument = { ...decisionIn(answers), kind: 'resolution' as const }
  return {
    ok: true,
    typed,
    drafted: { hierarchy, instrument, effective_on, rule: (rule || null) as Drafted['rule'], least_share, units, others },
  }
}

function* problemsWithRule({ rule, least_share }: Answers<typeof resolution_form>): Generator<Problem<MergerCode>> {
  if (rule === 'population' && least_share === null) yield { code: 'no-such-share', field: 'least_share' }
  if (rule !== 'population' && least_share !== null) yield { code: 'share-without-rule', field: 'least_share' }
}

function showDraft({ c, work, draft }: InDraft, problems: readonly Problem<MergerCode>[] = []): Promise<Response> | Response {
  const { lang } = work.staff_page.view
  const told = lookUp(wizard_words[lang].told, c.req.query('xong'))
  const field_errors = formFieldErrors(lang, {}, problems)
  return showStaffPage(c, <DraftPage {...{ ...work.staff_page, draft, told, field_errors }} />, problems.length > 0 ? 422 : 200)
}

async function drop(at: InDraft): Promise<Response> {
  const { version = '' } = await formOf(at.c)
  const dropped = await at.work.change(tx => endMergerDraft(tx, { ...at.draft, version: numberOf(version) }, 'dropped'))
  if (!dropped.ok) return showDraft(at, dropped.problems)
  return at.c.redirect(withFlash(at.c.var.view.to.mergers(), { xong: 'bo' }), 303)
}

function showResolution(at: InDraft, sent?: Typing): Promise<Response> | Response {
  const { c, work, draft } = at
  const { instrument, hierarchy, effective_on, rule, least_share } = draft.drafted
  const { number, issuer, title, signed_on } = instrument
  const drafted = { hierarchy, effective_on, rule: rule ?? '', least_share: percentOf(least_share), number, issuer, title, signed_on }
  const field_errors = formFieldErrors(work.staff_page.view.lang, resolution_form, sent?.problems ?? [])
  return showStaffPage(
    c,
    <ResolutionPage {...{ ...work.staff_page, draft, typed: sent?.typed ?? drafted, field_errors }} />,
    sent ? 422 : 200,
  )
}

async function saveResolution(now: InDraft): Promise<Response> {
  const sent = await formOf(now.c)
  const at = await asRead(now, sent)
  const read = readResolution(sent, at.draft.drafted)
  if (!read.ok) return showResolution(at, read)
  const saved = await save(at, sent, read.drafted)
  return saved.ok ? toDraft(at, saved.value, 'luu') : showResolution(at, { typed: read.typed, problems: saved.problems })
}

/** The place of a unit in its draft; null begins one. */
function placeOf({ c, draft }: InDraft): number | null {
  const place = c.req.param('place') ?? ''
  return /^\d{1,4}$/.test(place) && draft.drafted.units[Number(place)] ? Number(place) : null
}

/** What the page of a unit needs from the register, for what is typed. */
async function unitPageOf({ work, draft }: InDraft, typed: Typed): Promise<UnitPage> {
  const { hierarchy, effective_on } = draft.drafted
  const day = dayBefore(effective_on)
  return work.look(async db => {
    const sources = await listSources(db, { units: keysTyped({ parts: typed.parts ?? '' }), hierarchy, day })
    const found = await findSources(db, { words: typed.words ?? '', hierarchy, day })
    const [receiving] = typed.receives ? await listSources(db, { units: [typed.receives], hierarchy, day }) : []
    const kinds = (await listKinds(db, {})).filter(kind => kind.hierarchy === hierarchy)
    const read = typedInto(formWith(sources), typed)
    return { typed: { ...read, parts: sources.map(({ key }) => key).join(' ') }, sources, found, receiving, kinds }
  })
}

async function showUnit(at: InDraft, sent?: { page: UnitPage; problems: readonly Problem<MergerCode>[] }): Promise<Response> {
  const { c, work, draft } = at
  const place = placeOf(at)
  const page = sent?.page ?? (await unitPageOf(at, typedOf(place === null ? undefined : draft.drafted.units[place])))
  const field_errors = formFieldErrors(work.staff_page.view.lang, formWith(page.sources), sent?.problems ?? [])
  const shown = <UnitFormPage {...{ ...work.staff_page, draft, place, page, field_errors }} />
  return showStaffPage(c, shown, sent && sent.problems.length > 0 ? 422 : 200)
}

/** Finding units, putting them on the list, taking the unit out of the draft, and keeping it: one form, four buttons. */
async function takeUnit(now: InDraft): Promise<Response> {
  const sent = await formWithMarksOf(now.c)
  const at = await asRead(now, sent)
  const place = placeOf(at)
  if (sent.act === 'remove' && place !== null) return removeUnit(at, sent, place)
  const page = await unitPageOf(at, { ...withMarked(sent), ...(sent.act === 'add' && { words: '' }) })
  if (sent.act !== 'save') return showUnit(at, { page, problems: [] })
  const problems = [...problemsWithUnit(page)]
  if (problems.length > 0) return showUnit(at, { page, problems })
  const { drafted } = at.draft
  const unit = await at.work.look(db => unitIn(db, page, drafted, place === null ? undefined : drafted.units[place]))
  const units = place === null ? [...drafted.units, unit] : drafted.units.with(place, unit)
  const saved = await save(at, sent, { ...drafted, units })
  return saved.ok ? toDraft(at, saved.value, 'don-vi') : showUnit(at, { page, problems: saved.problems })
}

async function removeUnit(at: InDraft, sent: Sent, place: number): Promise<Response> {
  const { drafted } = at.draft
  const saved = await save(at, sent, { ...drafted, units: drafted.units.toSpliced(place, 1) })
  return saved.ok
    ? toDraft(at, saved.value, 'go')
    : showUnit(at, { page: await unitPageOf(at, typedOf(drafted.units[place])), problems: saved.problems })
}

async function showOthers(at: InDraft, sent?: Typing): Promise<Response> {
  const { c, work, draft } = at
  const { hierarchy, effective_on, units } = draft.drafted
  const day = dayBefore(effective_on)
  const typed = sent?.typed ?? {}
  const told = lookUp(wizard_words[work.staff_page.view.lang].told, c.req.query('xong'))
  const found = await work.look(db => findSources(db, { words: typed.words ?? '', hierarchy, day }))
  const above = await work.look(db => listSources(db, { units: found.map(({ key }) => key), hierarchy, day }))
  const field_errors = formFieldErrors(work.staff_page.view.lang, others_form, sent?.problems ?? [])
  const coming = units.filter(({ stands }) => !stands)
  const page = <OthersPage {...{ ...work.staff_page, draft, typed, found, above, coming, told, field_errors }} />
  return showStaffPage(c, page, sent && sent.problems.length > 0 ? 422 : 200)
}

/** Units that end, or get another unit above them; and taking one of them off the list again. */
async function takeOthers(now: InDraft): Promise<Response> {
  const sent = await formWithMarksOf(now.c)
  const at = await asRead(now, sent)
  const typed = typedInto(others_form, sent)
  const { drafted } = at.draft
  if (sent.act === 'find') return showOthers(at, { typed, problems: [] })
  const off = sent.act?.startsWith('off ') ? sent.act.slice(4) : null
  const marked = off === null ? await othersMarked(at, typed) : []
  if (off === null && marked.length === 0) return showOthers(at, { typed, problems: [{ code: 'no-unit-marked', field: 'add' }] })
  const kept = drafted.others.filter(({ unit }) => unit !== off && !marked.some(other => other.unit === unit))
  const saved = await save(at, sent, { ...drafted, others: [...kept, ...marked] })
  if (!saved.ok) return showOthers(at, { typed, problems: saved.problems })
  return at.c.redirect(withFlash(at.c.var.view.to.merger_others(saved.value), { xong: 'luu' }), 303)
}

async function othersMarked({ work, draft }: InDraft, { add = '', parent = '' }: Typed): Promise<DraftedOther[]> {
  const { hierarchy, effective_on, units } = draft.drafted
  const keys = add.split(' ').filter(Boolean)
  const day = dayBefore(effective_on)
  const named = await work.look(db => listSources(db, { units: [...keys, parent].filter(Boolean), hierarchy, day }))
  const name = (key: string) => units.find(unit => unit.key === key)?.name ?? named.find(unit => unit.key === key)?.name ?? key
  return keys.map(unit => ({ unit, name: name(unit), parent: parent || null, parent_name: parent ? name(parent) : null }))
}

/** What the draft would mean, or why it cannot be: nothing is written. */
async function seenOf({ work, draft: { drafted } }: InDraft, { database }: MergerOptions) {
  const own = [...problemsInDraft(drafted)]
  if (own.length > 0) return { preview: null, digest: '', problems: own }
  const seen = await previewProposal(database, work.actor, planOf(drafted))
  return { ...seen, problems: seen.problems.map(problem => inDraft(drafted, problem)) }
}

function preview(options: MergerOptions) {
  return async (at: InDraft, refused: readonly Problem<MergerCode>[] = []): Promise<Response> => {
    const seen = await seenOf(at, options)
    const { lang } = at.work.staff_page.view
    const field_errors = formFieldErrors(
      lang,
      {},
      refused.map(problem => ({ ...inDraft(at.draft.drafted, problem), field: undefined })),
    )
    return showStaffPage(
      at.c,
      <PreviewPage {...{ ...at.work.staff_page, draft: at.draft, seen, field_errors }} />,
      refused.length > 0 ? 422 : 200,
    )
  }
}

/** Lays the plan before a second person, and ends the draft, in one change. */
function lay(options: MergerOptions) {
  return async (at: InDraft): Promise<Response> => {
    const { key = '', version = '' } = await formOf(at.c)
    const { work, draft } = at
    const seen = await seenOf(at, options)
    if (!seen.preview) return preview(options)(at, seen.problems)
    const read = { ...draft, version: numberOf(version) }
    const laying = async (tx: Tx): Promise<Outcome<{ merger_proposal_id: number }, MergerCode>> => {
      const laid = await proposeMerger(tx, work.actor, { plan: planOf(draft.drafted), now: work.now })
      if (!laid.ok) return laid
      const ended = await endMergerDraft(tx, read, 'laid')
      return ended.ok ? done(laid.value) : ended
    }
    const request = { key, act: 'lay-merger-draft', request: { merger_draft_id: draft.merger_draft_id, version } }
    const outcome = await work.change(tx => once(tx, work.actor, request, () => laying(tx)))
    if (!outcome.ok) return preview(options)(at, outcome.problems)
    return at.c.redirect(withFlash(at.c.var.view.to.merger(outcome.value), { xong: 'trinh' }), 303)
  }
}
