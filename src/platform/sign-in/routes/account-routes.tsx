import { Hono } from 'hono'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { done, type Refusal } from '../../../basis/shared/outcome.ts'
import { change } from '../../database/index.ts'
import { type OnceCode, once } from '../../ledger/index.ts'
import { rolesAt } from '../../role/index.ts'
import { answersIn, type FieldError, sayProblems, sendWorkbook, type Typed, typedInto, wantsWorkbook } from '../../staff/index.ts'
import type { WebContext, WebEnv } from '../../web/index.ts'
import { mailInvitation } from '../batch/mail-invitation.ts'
import type { Doors } from '../doors.ts'
import { findMyAccount } from '../find-my-account.ts'
import { address_form } from '../forms.ts'
import { giveAddress } from '../give-address.ts'
import { invitation_words } from '../invitation/invitation-words.ts'
import { invitePerson, listInvitable } from '../invitation/invite-person.ts'
import { readingsWorkbook } from '../lists.ts'
import { AccountPage } from '../pages/account.tsx'
import { InvitePage, Sheet } from '../pages/invite.tsx'
import { type AccessCode, access_problems } from '../problem-words.ts'
import { endSessionsOf, type SignedIn } from '../session/sessions.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { actorOf, forbid, signedIn } from '../session/signed-in.tsx'
import { type RoleAtUnit, staffPageOf } from '../session/staff-context.ts'
import { originOf } from '../session/visitor.ts'
import { access_words } from '../words.ts'
import { formOf, numberOf, withFlash } from './forms.ts'

/** My account, and the invitations that an administrator prints or sends. */
export function accountRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get('/tai-khoan', async c => {
    const who = await signedIn(c, doors)
    return who instanceof Response ? who : showAccount(c, doors, who)
  })
  routes.post('/tai-khoan/phien', async c => {
    const who = await signedIn(c, doors)
    return who instanceof Response ? who : endOthers(c, doors, who)
  })
  routes.post('/tai-khoan/thu-dien-tu', async c => {
    const who = await signedIn(c, doors)
    return who instanceof Response ? who : takeAddress(c, doors, who)
  })
  routes.get('/tai-khoan/thu-moi', async c => {
    const who = await administrator(c, doors)
    return who instanceof Response ? who : showInvitable(c, doors, who)
  })
  routes.post('/tai-khoan/thu-moi', async c => {
    const who = await administrator(c, doors)
    return who instanceof Response ? who : invite(c, doors, who)
  })
  return routes
}

export async function showAccount(
  c: WebContext,
  doors: Doors,
  who: SignedIn,
  more: { told?: string; field_errors?: FieldError[]; typed?: Typed } = {},
): Promise<Response> {
  const account = await findMyAccount(doors.database, who, doors.now())
  const { staff_page } = await staffPageOf(c, doors.database, who)
  if (wantsWorkbook(c) && !more.field_errors)
    return sendWorkbook('nguoi-xem', readingsWorkbook({ lang: staff_page.view.lang, now: doors.now(), readings: account.readings }))
  const told = more.told ?? toldBy(c)
  const page = <AccountPage {...{ ...staff_page, account, sign_on: doors.sign_on?.label, ...more, told }} />
  return showStaffPage(c, page, more.field_errors ? 422 : 200)
}

/** What the step before has done, said once more by its name in the address: only names we know are said. */
function toldBy(c: WebContext): string | undefined {
  const words = access_words[c.var.view.lang]
  const { xong, so } = c.req.query()
  if (xong === 'phien') return words.ended(Number(so) || 0)
  const { unlinked, withdrawn, asked } = invitation_words[c.var.view.lang]
  const told = { khoa: words.passkey_added, noi: words.linked, 'thu-den': words.address_kept, 'thu-bo': words.address_gone }
  return lookUp({ ...told, 'bo-noi': unlinked, huy: withdrawn, xin: asked }, xong)
}

async function endOthers(c: WebContext, doors: Doors, who: SignedIn): Promise<Response> {
  const { person_id, session_id } = who
  const outcome = await change(doors.database, actorOf(who), async tx =>
    done(await endSessionsOf(tx, { person_id, but: session_id, by: person_id, now: doors.now() })),
  )
  return c.redirect(withFlash(c.var.view.to.account(), { xong: 'phien', so: String(outcome.ok ? outcome.value : 0) }), 303)
}

async function takeAddress(c: WebContext, doors: Doors, who: SignedIn): Promise<Response> {
  const typed = typedInto(address_form, await formOf(c))
  const actor = { ...actorOf(who), person_id: who.person_id }
  const outcome = await change(doors.database, actor, tx => giveAddress(tx, actor, answersIn(address_form, typed)))
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.account(), { xong: outcome.value ? 'thu-den' : 'thu-bo' }), 303)
  return showAccount(c, doors, who, { typed, field_errors: sayProblems(access_problems, c.var.view, outcome.problems) })
}

async function administrator(c: WebContext, doors: Doors): Promise<SignedIn | Response> {
  const who = await signedIn(c, doors)
  if (who instanceof Response || who.held.some(({ role }) => role === 'administrator')) return who
  const { staff_page } = await staffPageOf(c, doors.database, who)
  return forbid(c, { ...who, menu: staff_page.menu }, rolesAt('account', 'invite'))
}

async function showInvitable(c: WebContext, doors: Doors, who: SignedIn): Promise<Response> {
  const { staff_page, seats } = await staffPageOf(c, doors.database, who)
  const name = c.req.query('ten')?.slice(0, 100) ?? ''
  const found = name.trim() === '' ? null : await listInvitable(doors.database, who, { name: name.trim() }, doors.now())
  const { can_mail } = doors
  return showStaffPage(c, <InvitePage {...{ ...staff_page, name, units: administered(seats), found, can_mail }} />)
}

function administered(seats: RoleAtUnit[]): RoleAtUnit[] {
  return seats.filter(({ role }) => rolesAt('account', 'invite').includes(role))
}

/** By a letter where that is asked for and letters go out; on paper otherwise. */
async function invite(c: WebContext, doors: Doors, who: SignedIn): Promise<Response> {
  const { person_id, by_mail, key = '' } = await formOf(c)
  const whom = numberOf(person_id)
  return by_mail && doors.can_mail ? sendInvitation(c, doors, who, { whom, key }) : printInvitation(c, doors, who, whom)
}

async function sendInvitation(c: WebContext, doors: Doors, who: SignedIn, { whom, key }: { whom: number; key: string }): Promise<Response> {
  const actor = { ...actorOf(who), person_id: who.person_id }
  const request = { key, act: 'mail-invitation', request: { person_id: whom } }
  const mailing = { person_id: whom, key: doors.key, now: doors.now() }
  const outcome = await change(doors.database, actor, tx => once(tx, actor, request, () => mailInvitation(tx, actor, mailing)))
  if (!outcome.ok) return refuseInvitation(c, doors, who, outcome)
  return c.redirect(c.var.view.to.invitation_batch({ invitation_batch_id: outcome.value }), 303)
}

/**
 * The one answer to a POST that is a page: the code on it is kept nowhere, and could not be shown again after a
 * redirect.
 */
async function printInvitation(c: WebContext, doors: Doors, who: SignedIn, person_id: number): Promise<Response> {
  const outcome = await invitePerson(doors.database, actorOf(who), { person_id }, doors.now())
  if (!outcome.ok) return refuseInvitation(c, doors, who, outcome)
  const { staff_page } = await staffPageOf(c, doors.database, who)
  const address = new URL(c.var.view.to.invitation({ code: outcome.value.code }), originOf(c, doors)).href
  return showStaffPage(c, <Sheet {...{ ...staff_page, invitation: outcome.value, address }} />)
}

async function refuseInvitation(
  c: WebContext,
  doors: Doors,
  who: SignedIn,
  { problems }: Refusal<AccessCode | OnceCode>,
): Promise<Response> {
  const { staff_page, seats } = await staffPageOf(c, doors.database, who)
  const field_errors = sayProblems(access_problems, c.var.view, problems)
  const page = { ...staff_page, name: '', units: administered(seats), found: null, field_errors, can_mail: doors.can_mail }
  return showStaffPage(c, <InvitePage {...page} />, 422)
}
