import type { Hono } from 'hono'
import { dayOf } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Problem } from '../../basis/shared/outcome.ts'
import type { Db, Tx } from '../../platform/database/index.ts'
import { may, rolesAt, standingOf } from '../../platform/role/index.ts'
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
import { sayPlace } from '../organisation/index.ts'
import { awardListRoutes } from './award-list/award-list-routes.tsx'
import { consentRoutes } from './consent-routes.tsx'
import { evidenceRoutes } from './evidence-routes.ts'
import { type PlainMove, plain_moves } from './exemplar.ts'
import { formRoutes } from './form-routes.tsx'
import { nominate_form } from './forms.ts'
import { mayDeclare, mayEnd } from './model/declare-model.ts'
import { listModelsOf } from './model/list-models.ts'
import { modelRoutes } from './model/model-routes.tsx'
import { resultRoutes } from './model/results-routes.tsx'
import { nominationsWorkbook } from './nominations-workbook.ts'
import { CertificateSheet } from './pages/certificate.tsx'
import { NominationPage } from './pages/nomination.tsx'
import { NominatePage, NominationsPage } from './pages/nominations.tsx'
import { type ExemplarCode, exemplar_problems } from './problem-words.ts'
import { findStory, findVote, listAwards, listComments, listEvidence, listSteps } from './reads/case-parts.ts'
import { findCertificateCode } from './reads/find-certificate.ts'
import { findPartyUnit, listMembers, listPlaces } from './reads/find-for-nomination.ts'
import { findNomination, type Nomination } from './reads/find-nomination.ts'
import { listConsentItems } from './reads/list-consent-items.ts'
import { listFields } from './reads/list-fields.ts'
import { listNominations } from './reads/list-nominations.ts'
import { beginNomination } from './verbs/begin-nomination.ts'
import { moveNomination } from './verbs/move-nomination.ts'
import { stepsPermitted } from './verbs/take-step.ts'
import { exemplar_words } from './words.ts'

/** Exemplars from their nomination to the instrument: the list of an office, a case with its steps, and consent. */
export function exemplarRoutes(options: StaffRouteOptions): Hono<WebEnv>[] {
  const cases = staffRoutes(options, [
    [staff_paths.nominations, { show: showNominations }],
    [staff_paths.nominate, { show: showNominate, take: begin }],
    [staff_paths.nomination, { show: showCase }],
    [staff_paths.nomination_move, { take: move }],
    [staff_paths.nomination_certificate, { show: showCertificate }],
  ])
  const of_case = [formRoutes(options), evidenceRoutes(options, showCase), consentRoutes(options)]
  return [cases, ...of_case, awardListRoutes(options), modelRoutes(options), resultRoutes(options)]
}

const [most_cases, most_in_a_workbook] = [200, 20_000]
const most_members = 500

// ── The list of an office ──

async function showNominations(c: WebContext, work: StaffContext): Promise<Response> {
  const unit = c.req.param('unit') ?? ''
  const { who, today, now, staff_page } = work
  const found = await work.look(async db => {
    const [at] = await findPartyUnit(db, { unit, day: today })
    const standing = at && (await standingOf(db, who.person_id, today))
    if (!at || !may(standing!, 'exemplar', 'read', at).allowed) return null
    const most = wantsWorkbook(c) ? most_in_a_workbook : most_cases
    const cases = await listNominations(db, { unit_id: at.unit_id, day: today, most })
    const may_here = (act: 'nominate' | 'recognise') => at.alive && may(standing!, 'exemplar', act, at).allowed
    return { unit, unit_name: at.name, cases, may_nominate: may_here('nominate'), may_recognise: may_here('recognise') }
  })
  if (!found) return forbid(c, who, rolesAt('exemplar', 'read'))
  const { lang } = staff_page.view
  if (wantsWorkbook(c)) return sendWorkbook(unit, nominationsWorkbook({ lang, now, name: found.unit_name, cases: found.cases }))
  return showStaffPage(c, <NominationsPage {...{ ...staff_page, ...found }} />)
}

// ── Somebody new ──

type Refused = { typed: Typed; problems: readonly Problem<ExemplarCode>[] }

async function showNominate(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const unit = c.req.param('unit') ?? ''
  const { who, today, staff_page } = work
  const { lang } = staff_page.view
  const found = await work.look(async db => {
    const [at] = await findPartyUnit(db, { unit, day: today })
    if (!at?.alive || !may(await standingOf(db, who.person_id, today), 'exemplar', 'nominate', at).allowed) return null
    const members = await listMembers(db, { unit_id: at.unit_id, day: today, most: most_members })
    return { at, members, fields: await listFields(db, {}), places: await listPlaces(db, { day: today }) }
  })
  if (!found) return forbid(c, who, rolesAt('exemplar', 'nominate'))
  const options = {
    person: found.members.map(({ person_id, full_name }) => ({ value: String(person_id), label: full_name })),
    field: found.fields.map(({ field, name_vi, name_en }) => ({ value: field, label: lang === 'vi' ? name_vi : name_en })),
    place: found.places.map(({ key, ...place }) => ({ value: key, label: sayPlace(place, lang) })),
  }
  const field_errors = refused && sayProblems(exemplar_problems, { lang, form: nominate_form }, refused.problems)
  const page = { ...staff_page, unit, unit_name: found.at.name, options, typed: refused?.typed ?? {}, field_errors }
  return showStaffPage(c, <NominatePage {...page} />, refused ? 422 : 200)
}

async function begin(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(nominate_form, sent)
  const beginning = { unit: c.req.param('unit') ?? '', text: answersIn(nominate_form, typed), key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => beginNomination(tx, work.actor, beginning))
  if (!outcome.ok) return showNominate(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.nomination(outcome.value), { xong: 'lap' }), 303)
}

// ── One case ──

export type ShowCase = (
  c: WebContext,
  work: StaffContext,
  problems?: readonly Problem<ExemplarCode>[],
  said?: { refused: PlainMove; comment: string },
) => Promise<Response>

async function showCase(
  c: WebContext,
  work: StaffContext,
  problems: readonly Problem<ExemplarCode>[] = [],
  said?: Parameters<ShowCase>[3],
): Promise<Response> {
  const { who, today, staff_page } = work
  const nomination_id = numberOf(c.req.param('nomination'))
  const found = await work.look(db => findNomination(db, nomination_id, today))
  const read = found && (await readCase(work, found))
  if (!read) return forbid(c, who, rolesAt('exemplar', 'read'))
  const { lang } = staff_page.view
  const page = {
    ...{ ...staff_page, found, ...read, ...said },
    field_errors: sayProblems(exemplar_problems, { lang }, problems),
    told: lookUp(exemplar_words[lang].told, c.req.query('xong')),
  }
  return showStaffPage(c, <NominationPage {...page} />, problems.length > 0 ? 422 : 200)
}

/** What a case holds. That it was opened is noted for whom it is about, where the register knows them. */
async function readCase({ database, actor, look, who, now, today }: StaffContext, found: Nomination) {
  const { nomination_id, exemplar_id, person_id, unit_id, notice_id } = found
  const is_running = found.state === 'notice' && found.notice_until !== null && today <= found.notice_until
  const read = async (db: Db | Tx) => {
    const standing = await standingOf(db, who.person_id, dayOf(now))
    const may_keep = (act: 'nominate' | 'consent') => may(standing, 'exemplar', act, { unit_id }).allowed
    return {
      ...{ steps: await listSteps(db, { nomination_id }), is_running },
      moves: stepsPermitted(found, standing).filter(move => !(is_running && move === 'recommend')),
      evidence: await listEvidence(db, { nomination_id }),
      vote: (await findVote(db, { nomination_id }))[0] ?? null,
      comments: notice_id !== null && may(standing, 'exemplar', 'vote', { unit_id }).allowed ? await listComments(db, { notice_id }) : null,
      ...{ awards: await listAwards(db, { exemplar_id }), story: (await findStory(db, { exemplar_id }))[0] ?? null },
      consents: await listConsentItems(db, exemplar_id),
      models: await listModelsOf(db, { exemplar_id }),
      may_declare: mayDeclare(found, standing),
      may_end: mayEnd(found, standing),
      may_write: may_keep('nominate'),
      may_record_consent: may_keep('consent') && person_id !== who.person_id,
    }
  }
  if (person_id === null || person_id === who.person_id || found.nominated_by === who.person_id) return look(read)
  const opened = await readFile(database, actor, { noun: 'exemplar', unit_id, person_id }, async tx => done(await read(tx)), now)
  return opened.ok ? opened.value : null
}

async function move(c: WebContext, work: StaffContext): Promise<Response> {
  const { comment = '', key = '' } = await formOf(c)
  const nomination_id = numberOf(c.req.param('nomination'))
  const name = plain_moves.find(known => known === c.req.param('move'))
  if (!name) return forbid(c, work.who, rolesAt('exemplar', 'read'))
  const outcome = await work.change(tx => moveNomination(tx, work.actor, { nomination_id, move: name, comment, key, today: work.today }))
  if (!outcome.ok) return showCase(c, work, outcome.problems, { refused: name, comment })
  return c.redirect(withFlash(c.var.view.to.nomination({ nomination_id }), { xong: 'buoc' }), 303)
}

/** The certificate of a case whose award stands, to be printed. */
async function showCertificate(c: WebContext, work: StaffContext): Promise<Response> {
  const { look, today, who, staff_page, originOf } = work
  const shown = await look(async db => {
    const found = await findNomination(db, numberOf(c.req.param('nomination')), today)
    const [certificate] = found ? await findCertificateCode(db, found) : []
    const award = found && (await listAwards(db, found)).find(({ achievement }) => achievement === found.achievement)
    return found && certificate && award ? { found, award, code: certificate.code } : null
  })
  if (!shown) return forbid(c, who, rolesAt('exemplar', 'read'))
  const address = new URL(c.var.view.to.certificate({ code: shown.code }), originOf(c)).href
  return showStaffPage(c, <CertificateSheet {...{ ...staff_page, ...shown, address }} />)
}
