import { setImmediate } from 'node:timers/promises'
import type { Hono } from 'hono'
import { dayOf } from '../../../basis/shared/dates.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { once } from '../../ledger/index.ts'
import { may, rolesAt, standingOf } from '../../role/index.ts'
import { answersIn, sayProblems, sendWorkbook, type Typed, typedInto, wantsWorkbook } from '../../staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../web/index.ts'
import { notComeWorkbook } from '../lists.ts'
import { BatchPage, type PrintedSheet, SheetsPage, StripsPage } from '../pages/batch.tsx'
import { InviteAddressesPage } from '../pages/invite-addresses.tsx'
import { InviteUnitPage } from '../pages/invite-unit.tsx'
import { squareOf } from '../pages/qr-code.tsx'
import { type AccessCode, access_problems } from '../problem-words.ts'
import { formOf, numberOf, withFlash } from '../routes/forms.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { forbid } from '../session/signed-in.tsx'
import { type StaffContext, type StaffRouteOptions, staffRoutes } from '../session/staff-context.ts'
import { most_in_batch, type Whom } from './batch.ts'
import { codeOf } from './batch-codes.ts'
import { batch_words } from './batch-words.ts'
import { beginBatch, endPrinting } from './begin-batch.ts'
import { type Batch, findBatch, listBatches, listSheets } from './find-batch.ts'
import { addressForm, batch_form } from './forms.ts'
import { keepCovered } from './keep-covered.ts'
import { findInviteUnit, listNotCome } from './list-not-come.ts'
import { noteAddresses } from './note-addresses.ts'

type BatchOptions = StaffRouteOptions & { key: Buffer; can_mail: boolean }

/** Invitations by the hundred: who has not come, the press, how it stands, and what is printed. */
export function batchRoutes({ key, can_mail, ...options }: BatchOptions): Hono<WebEnv> {
  const showUnit: ShowUnit = (c, work, typed, problems) => showUnitTo(c, work, { can_mail, typed, problems })
  const printed = (has_squares: boolean) => (c: WebContext, work: StaffContext) =>
    print(c, work, { key, origin: options.access.originOf(c), has_squares })
  return staffRoutes(options, [
    [staff_paths.invite_unit, { show: (c, work) => showUnit(c, work), take: (c, work) => inviteUnit(c, work, showUnit) }],
    [staff_paths.invite_addresses, { show: showAddresses, take: takeAddresses }],
    [staff_paths.invitation_batch, { show: showBatch }],
    [staff_paths.invitation_printed, { take: forgetCodes }],
    [staff_paths.invitation_sheets, { show: printed(true) }],
    [staff_paths.invitation_list, { show: printed(false) }],
  ])
}

type Refused = { typed?: Typed; problems?: readonly Problem<AccessCode>[] }
type ShowUnit = (c: WebContext, work: StaffContext, typed?: Typed, problems?: Refused['problems']) => Promise<Response>

/** A unit where who asks may invite, with who has not come. */
function findUnit(c: WebContext, { today, now, who, look }: StaffContext) {
  return look(async db => {
    const [unit] = await findInviteUnit(db, { unit: c.req.param('unit') ?? '', day: today })
    const standing = await standingOf(db, who.person_id, today)
    const isTheirs = (unit_id: number) => may(standing, 'account', 'invite', { unit_id }).allowed
    if (!unit || !isTheirs(unit.unit_id)) return null
    const above = unit.above && isTheirs(unit.above.unit_id) ? unit.above : null
    const not_come = await listNotCome(db, { unit_id: unit.unit_id, day: today, now, most: most_in_batch })
    return { unit: { ...unit, above }, not_come, batches: await listBatches(db, unit) }
  })
}

/** Letters go out unless whoever presses would rather print. */
const at_first: Typed = { by_mail: '1' }

async function showUnitTo(
  c: WebContext,
  work: StaffContext,
  { can_mail, typed = at_first, problems }: Refused & { can_mail: boolean },
): Promise<Response> {
  const { staff_page, now, who } = work
  const { lang } = staff_page.view
  const found = await findUnit(c, work)
  if (!found) return forbid(c, who, rolesAt('account', 'invite'))
  if (wantsWorkbook(c) && !problems) return sendWorkbook(found.unit.key, notComeWorkbook({ lang, now, name: found.unit.name, ...found }))
  const field_errors = sayProblems(access_problems, { lang }, problems ?? [])
  const told = c.req.query('xong') === 'dia-chi' ? batch_words[lang].addresses_saved : undefined
  const page = { ...staff_page, ...found, typed, field_errors, can_mail, told }
  return showStaffPage(c, <InviteUnitPage {...page} />, problems ? 422 : 200)
}

async function showAddresses(c: WebContext, work: StaffContext, { typed = {}, problems }: Refused = {}): Promise<Response> {
  const { staff_page, who, now } = work
  const found = await findUnit(c, work)
  if (!found) return forbid(c, who, rolesAt('account', 'invite'))
  const not_come = await work.look(db => keepCovered(db, who.person_id, found.not_come, now))
  const field_errors = sayProblems(access_problems, { lang: staff_page.view.lang, form: addressForm(not_come) }, problems ?? [])
  return showStaffPage(c, <InviteAddressesPage {...{ ...staff_page, ...found, not_come, typed, field_errors }} />, problems ? 422 : 200)
}

async function takeAddresses(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const unit = c.req.param('unit') ?? ''
  const outcome = await work.change(tx => noteAddresses(tx, work.actor, { unit, sent }, work.now))
  if (!outcome.ok) return showAddresses(c, work, { typed: sent, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.invite_unit({ unit }), { xong: 'dia-chi' }), 303)
}

async function inviteUnit(c: WebContext, work: StaffContext, showUnit: ShowUnit): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(batch_form, sent)
  const { whom, by_mail } = answersIn(batch_form, typed)
  const asked = { unit: c.req.param('unit') ?? '', whom: whom as Whom, by_mail }
  const request = { key: sent.key ?? '', act: 'invite-unit', request: asked }
  const outcome = await work.change(tx => once(tx, work.actor, request, () => beginBatch(tx, work.actor, asked, work.now)))
  if (!outcome.ok) return showUnit(c, work, typed, outcome.problems)
  return c.redirect(c.var.view.to.invitation_batch({ invitation_batch_id: outcome.value }), 303)
}

/** A batch of a unit where who asks may invite; nobody else reads its page. */
function findTheirs(c: WebContext, work: StaffContext): Promise<Batch | null> {
  const { today, now, who } = work
  return work.look(async db => {
    const batch = await findBatch(db, { invitation_batch_id: numberOf(c.req.param('batch')), now, day: today })
    if (!batch) return null
    return may(await standingOf(db, who.person_id, today), 'account', 'invite', batch).allowed ? batch : null
  })
}

async function showBatch(c: WebContext, work: StaffContext): Promise<Response> {
  const batch = await findTheirs(c, work)
  if (!batch) return forbid(c, work.who, rolesAt('account', 'invite'))
  const told = c.req.query('xong') === 'in' ? batch_words[work.staff_page.view.lang].was_printed : undefined
  return showStaffPage(c, <BatchPage {...{ ...work.staff_page, batch, told }} />)
}

async function forgetCodes(c: WebContext, work: StaffContext): Promise<Response> {
  const invitation_batch_id = numberOf(c.req.param('batch'))
  const outcome = await work.change(tx => endPrinting(tx, work.actor, invitation_batch_id))
  const address = c.var.view.to.invitation_batch({ invitation_batch_id })
  return c.redirect(outcome.ok && outcome.value ? withFlash(address, { xong: 'in' }) : address, 303)
}

type Print = { key: Buffer; origin: URL; has_squares: boolean }

/** The codes are made for this answer, and kept nowhere. */
async function print(c: WebContext, work: StaffContext, { key, origin, has_squares }: Print): Promise<Response> {
  const batch = await findTheirs(c, work)
  if (!batch) return forbid(c, work.who, rolesAt('account', 'invite'))
  const rows = await work.look(db => listSheets(db, { ...batch, now: work.now, day: dayOf(work.now) }))
  const sheets: PrintedSheet[] = []
  for (const row of rows) {
    const code = codeOf(key, row.salt, row.person_id)
    const address = new URL(c.var.view.to.invitation({ code }), origin).href
    sheets.push({ ...row, code, address, square: has_squares ? squareOf(address) : undefined })
    // Hundreds of squares take seconds: others are answered meanwhile.
    if (has_squares) await setImmediate()
  }
  const page = { ...work.staff_page, batch, sheets }
  return showStaffPage(c, has_squares ? <SheetsPage {...page} /> : <StripsPage {...page} />)
}
