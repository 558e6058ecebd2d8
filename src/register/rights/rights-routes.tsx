import type { Hono } from 'hono'
import { dayOf } from '../../basis/shared/dates.ts'
import { may, rolesAt, rolesThatMay, standingOf } from '../../platform/role/index.ts'
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
import { answersIn, sayProblems, sendWorkbook, type Typed, typedInto, wantsWorkbook } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { listBranches } from '../people/index.ts'
import { answer_form, request_form, retention_form } from './forms.ts'
import { MyDataPage } from './pages/my-data.tsx'
import { AnswerPage, RequestsPage, RetentionPage } from './pages/requests.tsx'
import { type RightsCode, rights_problems } from './problem-words.ts'
import { findHeld } from './reads/find-held.ts'
import { findRetentionRule, listErasures, maySetRetention } from './reads/list-erasures.ts'
import { findRequestUnder, listMyRequests, listRequestsUnder } from './reads/list-requests.ts'
import { requestsWorkbook } from './requests-workbook.ts'
import { answerRequest } from './verbs/answer-request.ts'
import { askAboutData } from './verbs/ask-about-data.ts'
import { setRetention } from './verbs/set-retention.ts'
import { rights_words } from './words.ts'

/** What people may ask of what is kept about them, the office's list, and the retention rule. */
export function rightsRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.my_data, { show: showMyData, take: ask }],
    [staff_paths.data_requests, { show: showRequests }],
    [staff_paths.data_answer, { show: showAnswer, take: answer }],
    [staff_paths.retention, { show: showRetention, take: decideRetention }],
  ])
}

type Refused = { typed: Typed; problems: readonly { code: RightsCode; field?: string }[] }

const unitOf = (c: WebContext) => c.req.param('unit') ?? ''

async function showMyData(c: WebContext, { who, look, today, staff_page }: StaffContext, refused?: Refused): Promise<Response> {
  const { lang } = staff_page.view
  const shown = await look(async db => ({
    held: (await findHeld(db, { person_id: who.person_id }))[0]!,
    requests: await listMyRequests(db, { person_id: who.person_id, day: today }),
  }))
  const field_errors = refused && sayProblems(rights_problems, { lang, form: request_form }, refused.problems)
  const told = c.req.query('xong') === 'gui' ? rights_words[lang].asked : undefined
  const page = <MyDataPage {...{ ...staff_page, ...shown, today, typed: refused?.typed ?? {}, field_errors, told }} />
  return showStaffPage(c, page, refused ? 422 : 200)
}

async function ask(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(request_form, sent)
  const asked = { ...answersIn(request_form, typed), key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => askAboutData(tx, work.actor, asked))
  if (!outcome.ok) return showMyData(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.my_data(), { xong: 'gui' }), 303)
}

/** The unit, where whoever asks keeps the files of its people. */
async function findOffice(c: WebContext, { who, look, today }: StaffContext): Promise<{ unit: string; unit_name: string } | null> {
  const unit = unitOf(c)
  return look(async db => {
    const [root] = await listBranches(db, { unit, day: today })
    if (!root || !may(await standingOf(db, who.person_id, today), 'person', 'keep', root).allowed) return null
    return { unit, unit_name: root.name }
  })
}

async function showRequests(c: WebContext, work: StaffContext): Promise<Response> {
  const office = await findOffice(c, work)
  if (!office) return forbid(c, work.who, rolesAt('person', 'keep'))
  const { look, today, now, staff_page } = work
  const { lang } = staff_page.view
  const { requests, may_set_retention } = await look(async db => ({
    requests: await listRequestsUnder(db, { unit: office.unit, day: today }),
    may_set_retention: (await maySetRetention(db, {}))[0]!.may,
  }))
  if (wantsWorkbook(c)) return sendWorkbook(office.unit, requestsWorkbook({ lang, now, name: office.unit_name, requests }))
  const told = c.req.query('xong') === 'tra-loi' ? rights_words[lang].answered : undefined
  return showStaffPage(c, <RequestsPage {...{ ...staff_page, ...office, requests, may_set_retention, today, told }} />)
}

async function showAnswer(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const office = await findOffice(c, work)
  const { look, today, staff_page } = work
  const data_request_id = numberOf(c.req.param('request'))
  const request = office && (await look(db => findRequestUnder(db, { unit: office.unit, day: today, data_request_id })))
  if (!request) return forbid(c, work.who, rolesThatMay('person', 'keep'))
  const { lang } = staff_page.view
  const field_errors = refused && sayProblems(rights_problems, { lang, form: answer_form }, refused.problems)
  const page = <AnswerPage {...{ ...staff_page, unit: office!.unit, request, typed: refused?.typed ?? {}, field_errors }} />
  return showStaffPage(c, page, refused ? 422 : 200)
}

async function answer(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(answer_form, sent)
  const data_request_id = numberOf(c.req.param('request'))
  const given = { ...answersIn(answer_form, typed), data_request_id, key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => answerRequest(tx, work.actor, given))
  if (!outcome.ok) return showAnswer(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.data_requests({ unit: unitOf(c) }), { xong: 'tra-loi' }), 303)
}

async function showRetention(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const office = await findOffice(c, work)
  const { look, today, staff_page } = work
  const shown =
    office &&
    (await look(async db =>
      (
        await maySetRetention(db, {})
      )[0]!.may
        ? { rule: (await findRetentionRule(db, { day: today }))[0] ?? null, runs: await listErasures(db, {}) }
        : null,
    ))
  if (!shown) return forbid(c, work.who, rolesThatMay('campaign', 'issue'))
  const { lang } = staff_page.view
  const field_errors = refused && sayProblems(rights_problems, { lang, form: retention_form }, refused.problems)
  const told = c.req.query('xong') === 'luu-tru' ? rights_words[lang].retention_set : undefined
  const page = <RetentionPage {...{ ...staff_page, ...office!, ...shown, typed: refused?.typed ?? {}, field_errors, told }} />
  return showStaffPage(c, page, refused ? 422 : 200)
}

async function decideRetention(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(retention_form, sent)
  const given = { ...answersIn(retention_form, typed), key: sent.key ?? '', today: dayOf(work.now) }
  const outcome = await work.change(tx => setRetention(tx, work.actor, given))
  if (!outcome.ok) return showRetention(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.retention({ unit: unitOf(c) }), { xong: 'luu-tru' }), 303)
}
