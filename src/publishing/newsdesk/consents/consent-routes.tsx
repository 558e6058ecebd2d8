import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, formOf, numberOf, type StaffContext, showStaffPage, withFlash } from '../../../platform/sign-in/index.ts'
import { sayProblems } from '../../../platform/staff/index.ts'
import { showError, type WebContext } from '../../../platform/web/index.ts'
import { listConsents, listConsentsInForce } from '../../../register/exemplar/index.ts'
import { type DraftCode, draft_problems, listArticlesNaming, recordWithdrawal } from '../../newsroom/index.ts'
import { type DeskOptions, newsroomsWhereMay, standingAt } from '../desk-options.ts'
import { ConsentsPage, type NamedConsent, WithdrawConsentPage } from '../pages/consents.tsx'
import { consent_words } from './consent-words.ts'

const most = 100

/** Whoever may be named in a text. */
export async function showConsents(c: WebContext, work: StaffContext, { database }: DeskOptions): Promise<Response> {
  if (!(await isOfNewsroom(work))) return forbid(c, work.who, rolesThatMay('article', 'read'))
  const wanted = oneLine(c.req.query('ten') ?? '').slice(0, 100)
  const consents = await listConsentsInForce(database.db, { wanted: wanted === '' ? null : wanted, exemplar_id: null, limit: most })
  const may_write = newsroomsWhereMay(await standingAt(work), 'write').length > 0
  const told = lookUp<string>(consent_words[c.var.view.lang].told, c.req.query('xong')?.replace('rut-', ''))
  return showStaffPage(c, <ConsentsPage {...{ ...work.staff_page, consents, most, wanted, may_write, ...(told && { told }) }} />)
}

async function isOfNewsroom(work: StaffContext): Promise<boolean> {
  return newsroomsWhereMay(await standingAt(work), 'read').length > 0
}

export function showWithdrawConsent(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  return showWith(c, work, options, '', [])
}

async function showWith(
  c: WebContext,
  work: StaffContext,
  { database }: DeskOptions,
  reason: string,
  problems: readonly Problem<DraftCode>[],
) {
  if (!(await isOfNewsroom(work))) return forbid(c, work.who, rolesThatMay('article', 'read'))
  const consent = await findNamed(database, numberOf(c.req.param('consent')))
  if (!consent) return showError(c, 404)
  const used_in = await listArticlesNaming(database.db, consent)
  const field_errors = sayProblems(draft_problems, { lang: c.var.view.lang }, problems)
  const page = { ...work.staff_page, consent, used_in, reason, field_errors }
  return showStaffPage(c, <WithdrawConsentPage {...page} />, problems.length > 0 ? 422 : 200)
}

/** A consent that is in force, with the name of whoever gave it. */
async function findNamed({ db }: Pick<DeskOptions['database'], 'db'>, consent_id: number): Promise<NamedConsent | null> {
  const [consent] = await listConsents(db, { consents: [consent_id] })
  if (!consent?.is_in_force) return null
  return { ...consent, name: consent.name ?? `#${consent.exemplar_id}` }
}

export async function withdrawConsentHeard(c: WebContext, work: StaffContext, options: DeskOptions): Promise<Response> {
  const { reason = '' } = await formOf(c)
  const asked = { consent_id: numberOf(c.req.param('consent')), reason }
  const outcome = await recordWithdrawal(options.database, work.actor, await standingAt(work), asked)
  if (!outcome.ok) return showWith(c, work, options, reason, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.consents(), { xong: `rut-${outcome.value.scope}` }), 303)
}
