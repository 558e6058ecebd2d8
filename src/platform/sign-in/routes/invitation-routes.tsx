import { Hono } from 'hono'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { change } from '../../database/index.ts'
import { rolesAt } from '../../role/index.ts'
import { type Flash, listNames, sayProblems, sendWorkbook, wantsWorkbook } from '../../staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../web/index.ts'
import type { Doors } from '../doors.ts'
import { seeNotice } from '../invitation/account-notices.ts'
import {
  askForSecond,
  type Confirmed,
  confirmInvitations,
  listConfirmed,
  listWaiting,
  most_waiting,
  withdrawInvitations,
} from '../invitation/confirm-invitation.ts'
import { invitation_words } from '../invitation/invitation-words.ts'
import { waitingWorkbook } from '../lists.ts'
import { WaitingPage } from '../pages/waiting.tsx'
import { type AccessCode, access_problems } from '../problem-words.ts'
import type { SignedIn } from '../session/sessions.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { actorOf, forbid, signedIn } from '../session/signed-in.tsx'
import { staffPageOf } from '../session/staff-context.ts'
import { formOf, numberOf, withFlash } from './forms.ts'

/**
 * The second person of an invitation: what waits for them, confirming and rejecting; and for whom it is about: having
 * seen it, cancelling it, asking for a second person.
 */
export function invitationRoutes(doors: Doors): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const at = (answer: (c: WebContext, doors: Doors, who: SignedIn) => Promise<Response>) => async (c: WebContext) => {
    const who = await signedIn(c, doors)
    return who instanceof Response ? who : answer(c, doors, who)
  }
  routes.get(
    staff_paths.invitations_waiting,
    at((c, doors, who) => showWaiting(c, doors, who)),
  )
  routes.post(staff_paths.invitations_waiting, at(confirm))
  routes.post(staff_paths.withdraw_invitation, at(withdraw))
  routes.post(staff_paths.ask_for_second, at(ask))
  routes.post(staff_paths.notice_seen, at(see))
  return routes
}

async function showWaiting(c: WebContext, doors: Doors, who: SignedIn, problems: readonly Problem<AccessCode>[] = []): Promise<Response> {
  const { lang } = c.var.view
  const { staff_page } = await staffPageOf(c, doors.database, who)
  if (!who.held.some(({ role }) => rolesAt('account', 'confirm').includes(role))) {
    return forbid(c, { ...who, menu: staff_page.menu }, rolesAt('account', 'confirm'))
  }
  const waiting = await listWaiting(doors.database, who, doors.now())
  if (wantsWorkbook(c)) return sendWorkbook('giay-moi', waitingWorkbook({ lang, now: doors.now(), waiting }))
  const field_errors = sayProblems(access_problems, { lang }, problems)
  const told = problems.length > 0 ? undefined : await flashIn(c, doors, who)
  return showStaffPage(c, <WaitingPage {...{ ...staff_page, waiting, field_errors, told }} />, problems.length > 0 ? 422 : 200)
}

/** What was confirmed, for whom, and the way to undo it while nobody has used it. The address carries numbers alone. */
async function flashIn(c: WebContext, { database }: Doors, who: SignedIn): Promise<string | Flash | undefined> {
  const { lang, to } = c.var.view
  const words = invitation_words[lang]
  const { xong, cua = '' } = c.req.query()
  if (xong === 'huy') return words.withdrawn
  if (xong !== 'xac-nhan') return undefined
  const ids = cua.split('.', most_waiting).map(numberOf)
  const about = await listConfirmed(database, who, ids)
  const [unused, open] = [about.filter(one => one.is_unused), about.filter(one => !one.is_unused)]
  const names = (some: Confirmed[]) =>
    listNames(
      lang,
      some.map(one => one.full_name),
    )
  const fields = unused.map(one => ['withdrawn', String(one.invitation_id)] as [string, string])
  return {
    say: [
      about.length > 0 ? words.confirmed_of(names(about)) : words.confirmed_n(ids.length),
      open.length > 0 && words.open_already(names(open)),
    ]
      .filter(Boolean)
      .join(' '),
    undo: unused.length > 0 ? { action: to.withdraw_invitation(), fields, ...words.undo } : undefined,
  }
}

/** The invitations that were marked; those of one press stand in one mark. */
function idsIn(sent: FormDataEntryValue | FormDataEntryValue[]): number[] {
  return [sent].flat().flatMap(one => String(one).split('.', most_waiting).map(numberOf))
}

async function confirm(c: WebContext, doors: Doors, who: SignedIn): Promise<Response> {
  const { invitation_id = [] } = await c.req.parseBody({ all: true })
  const marked = idsIn(invitation_id)
  const actor = { ...actorOf(who), person_id: who.person_id }
  const waiting = await listWaiting(doors.database, who, doors.now())
  const outcome = await change(doors.database, actor, tx => confirmInvitations(tx, actor, marked, waiting))
  if (!outcome.ok) return showWaiting(c, doors, who, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.invitations_waiting(), { xong: 'xac-nhan', cua: marked.join('.') }), 303)
}

/** Back to where whoever pressed has come from: the list of what waits, or their own page. */
async function withdraw(c: WebContext, doors: Doors, who: SignedIn): Promise<Response> {
  const { withdrawn = [] } = await c.req.parseBody({ all: true })
  const ids = idsIn(withdrawn)
  const outcome = await change(doors.database, actorOf(who), tx => withdrawInvitations(tx, actorOf(who), ids, doors.now()))
  const { to } = c.var.view
  const confirms = who.held.some(({ role }) => rolesAt('account', 'confirm').includes(role))
  if (!outcome.ok && confirms) return showWaiting(c, doors, who, outcome.problems)
  return c.redirect(withFlash(confirms ? to.invitations_waiting() : to.account(), outcome.ok ? { xong: 'huy' } : {}), 303)
}

async function ask(c: WebContext, doors: Doors, who: SignedIn): Promise<Response> {
  const actor = { ...actorOf(who), person_id: who.person_id }
  await change(doors.database, actor, tx => askForSecond(tx, actor, doors.now()))
  return c.redirect(withFlash(c.var.view.to.account(), { xong: 'xin' }), 303)
}

async function see(c: WebContext, doors: Doors, who: SignedIn): Promise<Response> {
  const id = numberOf((await formOf(c)).notice)
  await change(doors.database, actorOf(who), tx => seeNotice(tx, actorOf(who), id, doors.now()))
  return c.redirect(c.var.view.to.my_commitments(), 303)
}
