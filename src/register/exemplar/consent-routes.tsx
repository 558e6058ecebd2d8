import type { Hono } from 'hono'
import { lookUp } from '../../basis/shared/look-up.ts'
import { may, rolesAt, standingOf } from '../../platform/role/index.ts'
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
import { answersIn, sayProblems, type Typed, typedInto } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { consent_scopes } from './exemplar.ts'
import { paper_form } from './forms.ts'
import { MyConsentPage, MyExemplarsPage, PaperConsentPage } from './pages/consents.tsx'
import { type ExemplarCode, exemplar_problems } from './problem-words.ts'
import { findNomination } from './reads/find-nomination.ts'
import { listConsentItems, listMyExemplars } from './reads/list-consent-items.ts'
import { giveConsent, takeBackConsent } from './verbs/speak-for.ts'
import { exemplar_words } from './words.ts'

/** Consent, item by item: by whoever it is about, in two presses; or on paper, through the office that keeps the file. */
export function consentRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.my_exemplars, { show: showMine }],
    [staff_paths.my_consent, { show: showMyConsent, take: decideMine }],
    [staff_paths.paper_consent, { show: showPaper, take: decideOnPaper }],
  ])
}

type Refused = { typed: Typed; problems: readonly { code: ExemplarCode; field?: string }[] }
const scopeOf = (c: WebContext) => consent_scopes.find(scope => scope === c.req.param('scope'))

// ── By whoever it is about ──

async function showMine(c: WebContext, { look, who, staff_page }: StaffContext): Promise<Response> {
  const mine = await look(async db => {
    const found = await listMyExemplars(db, { person_id: who.person_id })
    return Promise.all(found.map(async one => ({ ...one, consents: await listConsentItems(db, one.exemplar_id) })))
  })
  const told = lookUp(exemplar_words[staff_page.view.lang].told, c.req.query('xong'))
  return showStaffPage(c, <MyExemplarsPage {...{ ...staff_page, mine, told }} />)
}

async function showMyConsent(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const { look, who, staff_page } = work
  const scope = scopeOf(c)
  const exemplar_id = numberOf(c.req.param('exemplar'))
  const found = await look(async db => {
    const mine = (await listMyExemplars(db, { person_id: who.person_id })).find(one => one.exemplar_id === exemplar_id)
    return mine && { mine, item: (await listConsentItems(db, exemplar_id)).find(item => item.scope === scope) }
  })
  if (!found?.item) return forbid(c, who, rolesAt('exemplar', 'consent'))
  const field_errors = refused && sayProblems(exemplar_problems, { lang: staff_page.view.lang }, refused.problems)
  return showStaffPage(c, <MyConsentPage {...{ ...staff_page, mine: found.mine, item: found.item, field_errors }} />, refused ? 422 : 200)
}

async function decideMine(c: WebContext, work: StaffContext): Promise<Response> {
  const { key = '', is_given } = await formOf(c)
  const speaking = { exemplar_id: numberOf(c.req.param('exemplar')), scope: scopeOf(c) ?? '', paper: null, key, today: work.today }
  const speak = is_given === '1' ? takeBackConsent : giveConsent
  const outcome = await work.change(tx => speak(tx, work.actor, speaking))
  if (!outcome.ok) return showMyConsent(c, work, { typed: {}, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.my_exemplars(), { xong: is_given === '1' ? 'rut' : 'dong-y' }), 303)
}

// ── On paper ──

async function findKept(c: WebContext, { look, who, today }: StaffContext) {
  return look(async db => {
    const found = await findNomination(db, numberOf(c.req.param('nomination')), today)
    if (!found || found.person_id === who.person_id) return null
    if (!may(await standingOf(db, who.person_id, today), 'exemplar', 'consent', { unit_id: found.unit_id }).allowed) return null
    const item = (await listConsentItems(db, found.exemplar_id)).find(({ scope }) => scope === scopeOf(c))
    return item ? { found, item } : null
  })
}

async function showPaper(c: WebContext, work: StaffContext, refused?: Refused): Promise<Response> {
  const kept = await findKept(c, work)
  const { staff_page, who } = work
  if (!kept) return forbid(c, who, rolesAt('exemplar', 'consent'))
  const { lang } = staff_page.view
  const field_errors = refused && sayProblems(exemplar_problems, { lang, form: paper_form }, refused.problems)
  return showStaffPage(
    c,
    <PaperConsentPage {...{ ...staff_page, ...kept, typed: refused?.typed ?? {}, field_errors }} />,
    refused ? 422 : 200,
  )
}

async function decideOnPaper(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(paper_form, sent)
  const nomination_id = numberOf(c.req.param('nomination'))
  const found = await work.look(db => findNomination(db, nomination_id, work.today))
  if (!found) return forbid(c, work.who, rolesAt('exemplar', 'consent'))
  const { paper } = answersIn(paper_form, typed)
  const speaking = { exemplar_id: found.exemplar_id, scope: scopeOf(c) ?? '', paper, key: sent.key ?? '', today: work.today }
  const is_given = sent.is_given === '1'
  const outcome = await work.change(tx => (is_given ? takeBackConsent : giveConsent)(tx, work.actor, speaking))
  if (!outcome.ok) return showPaper(c, work, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.nomination({ nomination_id }), { xong: is_given ? 'rut' : 'dong-y' }), 303)
}
