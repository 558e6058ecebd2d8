import type { Hono } from 'hono'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { may, rolesAt, type Standing, standingOf } from '../../../platform/role/index.ts'
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
  sayProblems,
  sendWorkbook,
  type Typed,
  typedInto,
  wantsWorkbook,
} from '../../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { sayPlace } from '../../organisation/index.ts'
import { type ExemplarCode, exemplar_problems } from '../problem-words.ts'
import { findPartyUnit, listPlaces } from '../reads/find-for-nomination.ts'
import { adoptModel, endAdoption, reportAdoption } from './adopt-model.ts'
import { adopt_form, end_form, report_form } from './forms.ts'
import { type Adoption, findAdoption, findModel, listAdoptionsBy, listModels, type Model } from './list-models.ts'
import { listReports } from './list-results.ts'
import { AdoptionPage, AdoptPage, EndAdoptionPage, ModelsPage } from './pages/models.tsx'
import { decideVerification } from './verify-report.ts'
import { model_words } from './words.ts'

/** Models for other units: what there is, what a unit takes up, what came of it. */
export function modelRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.models, { show: showModels }],
    [staff_paths.model_adopt, { show: showAdopt, take: adopt }],
    [staff_paths.adoption, { show: showAdoption, take: report }],
    [staff_paths.adoption_end, { show: showEnd, take: end }],
  ])
}

type Refused = { typed: Typed; problems: readonly Problem<ExemplarCode>[] }

/** The unit of the address, where whoever asks reads its exemplars; and whether they act for it. */
async function findHere(c: WebContext, { look, who, today }: StaffContext) {
  return look(async db => {
    const unit = c.req.param('unit') ?? ''
    const [at] = await findPartyUnit(db, { unit, day: today })
    const standing = at && (await standingOf(db, who.person_id, today))
    if (!at || !may(standing!, 'exemplar', 'read', at).allowed) return null
    return { ...at, unit, may_adopt: at.alive && may(standing!, 'exemplar', 'nominate', at).allowed }
  })
}

async function showModels(c: WebContext, work: StaffContext): Promise<Response> {
  const here = await findHere(c, work)
  if (!here) return forbid(c, work.who, rolesAt('exemplar', 'read'))
  const { look, today, now, staff_page } = work
  const { lang } = staff_page.view
  const { models, adopted } = await look(async db => ({
    models: await listModels(db, {}),
    adopted: await listAdoptionsBy(db, { unit_id: here.unit_id, day: today }),
  }))
  if (wantsWorkbook(c)) return sendWorkbook('mo-hinh', modelsWorkbook(lang, now, models))
  const page = { models, adopted, unit: here.unit, unit_name: here.name, may_adopt: here.may_adopt }
  return showStaffPage(c, <ModelsPage {...{ ...staff_page, ...page }} />)
}

function modelsWorkbook(lang: 'vi' | 'en', now: Date, models: readonly Model[]) {
  const words = model_words[lang]
  const rows = models.map(({ name, field_vi, field_en, started_on, ended_on, adoptions }) => [
    ...[name, lang === 'vi' ? field_vi : field_en, dayCell(started_on), dayCell(ended_on), adoptions],
  ])
  const headings = [words.model, words.field, words.since, words.until, words.adoptions]
  return listsOf({ lang, now }, words.title, [{ name: words.models, headings, rows }])
}

async function showAdopt(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const here = await findHere(c, work)
  const { look, today, who, staff_page } = work
  const { lang } = staff_page.view
  const found = await look(async db => ({
    model: (await findModel(db, { model_id: numberOf(c.req.param('model')) }))[0],
    places: await listPlaces(db, { day: today }),
  }))
  if (!here?.may_adopt || !found.model) return forbid(c, who, rolesAt('exemplar', 'nominate'))
  const places = found.places.map(({ key, ...place }) => ({ value: key, label: sayPlace(place, lang) }))
  const field_errors = refused && sayProblems(exemplar_problems, { lang, form: adopt_form }, refused.problems)
  const page = { unit: here.unit, unit_name: here.name, model: found.model, places, typed: refused?.typed ?? {}, field_errors }
  return showStaffPage(c, <AdoptPage {...{ ...staff_page, ...page }} />, refused ? 422 : 200)
}

async function adopt(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(adopt_form, sent)
  const asked = { unit: c.req.param('unit') ?? '', model_id: numberOf(c.req.param('model')), key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => adoptModel(tx, work.actor, { ...asked, adoption: answersIn(adopt_form, typed) }))
  if (!outcome.ok) return showAdopt(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.adoption(outcome.value), { xong: 'ap-dung' }), 303)
}

type Mine = { adoption: Adoption; may_report: boolean; standing: Standing }

/** An adoption, and whether whoever asks acts for the unit; null where they read nothing of it. */
async function findMine(c: WebContext, { look, who, today }: StaffContext): Promise<Mine | null> {
  return look(async db => {
    const [adoption] = await findAdoption(db, { adoption_id: numberOf(c.req.param('adoption')), day: today })
    if (!adoption) return null
    const standing = await standingOf(db, who.person_id, today)
    const mayHere = (act: 'read' | 'nominate') => may(standing, 'exemplar', act, { unit_id: adoption.unit_id }).allowed
    return mayHere('read') ? { adoption, may_report: mayHere('nominate'), standing } : null
  })
}

async function showAdoption(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const mine = await findMine(c, work)
  const { look, who, staff_page } = work
  if (!mine) return forbid(c, who, rolesAt('exemplar', 'read'))
  const { adoption, may_report, standing } = mine
  const { lang } = staff_page.view
  const said = await look(db => listReports(db, adoption))
  const reports = said.map(report => ({ ...report, may_verify: decideVerification(report, standing).ok }))
  const field_errors = refused && sayProblems(exemplar_problems, { lang, form: report_form }, refused.problems)
  const told = lookUp(model_words[lang].told, c.req.query('xong'))
  const page = { adoption, may_report, reports, typed: refused?.typed ?? {}, field_errors, told }
  return showStaffPage(c, <AdoptionPage {...{ ...staff_page, ...page }} />, refused ? 422 : 200)
}

async function report(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(report_form, sent)
  const adoption_id = numberOf(c.req.param('adoption'))
  const asked = { adoption_id, report: answersIn(report_form, typed), key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => reportAdoption(tx, work.actor, asked))
  if (!outcome.ok) return showAdoption(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.adoption({ adoption_id }), { xong: 'ket-qua' }), 303)
}

async function showEnd(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const mine = await findMine(c, work)
  const { who, staff_page } = work
  if (!mine?.may_report) return forbid(c, who, rolesAt('exemplar', 'nominate'))
  const field_errors = refused && sayProblems(exemplar_problems, { lang: staff_page.view.lang, form: end_form }, refused.problems)
  const page = { adoption: mine.adoption, typed: refused?.typed ?? {}, field_errors }
  return showStaffPage(c, <EndAdoptionPage {...{ ...staff_page, ...page }} />, refused ? 422 : 200)
}

async function end(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(end_form, sent)
  const adoption_id = numberOf(c.req.param('adoption'))
  const asked = { adoption_id, end: answersIn(end_form, typed), key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => endAdoption(tx, work.actor, asked))
  if (!outcome.ok) return showEnd(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.adoption({ adoption_id }), { xong: 'thoi' }), 303)
}
