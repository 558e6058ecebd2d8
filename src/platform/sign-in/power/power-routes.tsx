import type { Hono } from 'hono'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import { once } from '../../ledger/index.ts'
import {
  delegateRole,
  endDelegation,
  endGrant,
  findInstrument,
  findPeople,
  type GrantedRole,
  grantRole,
  listGrants,
  listLendable,
  listLent,
  listUnitsHere,
  may,
  problemsWithGrant,
  type Role,
  rolesAt,
  standingOf,
} from '../../role/index.ts'
import { answersIn, sayProblems, sendWorkbook, type Typed, typedInto, wantsWorkbook } from '../../staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../web/index.ts'
import { grantsWorkbook, lentWorkbook } from '../lists.ts'
import { GrantsPage, LendingPage } from '../pages/powers.tsx'
import { type AccessCode, access_problems } from '../problem-words.ts'
import { formWithMarksOf, numberOf, withFlash } from '../routes/forms.ts'
import { showStaffPage } from '../session/show-staff-page.ts'
import { forbid } from '../session/signed-in.tsx'
import { type StaffContext, type StaffRouteOptions, staffRoutes } from '../session/staff-context.ts'
import { grant_form, lending_form } from './forms.ts'
import { power_words } from './power-words.ts'

/**
 * Who may do what: roles that an administrator grants at a unit and ends, and roles of one's own that one lends and
 * takes back.
 */
export function powerRoutes(options: StaffRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.grants, { show: showGrants, take: grant }],
    [staff_paths.grant_end, { take: stopGrant }],
    [staff_paths.lending, { show: showLending, take: lend }],
    [staff_paths.lending_end, { take: takeBack }],
  ])
}

const nameAsked = (c: WebContext) => oneLine(c.req.query('ten') ?? '').slice(0, 100)

function saidBy(c: WebContext, problems: readonly Problem<AccessCode>[] | undefined) {
  const { lang } = c.var.view
  return { field_errors: sayProblems(access_problems, { lang }, problems ?? []), told: lookUp(power_words[lang].told, c.req.query('xong')) }
}

// ── Granting ──

const most_grants_on_a_page = 200
const most_grants_in_a_workbook = 50_000

async function showGrants(
  c: WebContext,
  work: StaffContext,
  typed: Typed = {},
  problems?: readonly Problem<AccessCode>[],
): Promise<Response> {
  const [unit, asked] = [c.req.param('unit') ?? '', nameAsked(c)]
  const { today, now, who, staff_page } = work
  const { lang } = staff_page.view
  const shown = await work.look(async db => {
    const units = await listUnitsHere(db, { unit, day: today })
    const standing = await standingOf(db, who.person_id, today)
    if (!units[0] || !may(standing, 'account', 'grant', units[0]).allowed) return null
    const most = wantsWorkbook(c) ? most_grants_in_a_workbook : most_grants_on_a_page
    const grants = await listGrants(db, { unit_ids: units.map(({ unit_id }) => unit_id), day: today, most })
    const found = asked === '' ? null : await findPeople(db, { name: asked, day: today, asking: who.person_id })
    return { units, grants, found }
  })
  if (!shown) return forbid(c, who, rolesAt('account', 'grant'))
  if (wantsWorkbook(c) && !problems)
    return sendWorkbook(unit, grantsWorkbook({ lang, now, name: shown.units[0]?.name, grants: shown.grants }))
  const answers = { from: today, ...typed }
  return showStaffPage(
    c,
    <GrantsPage {...{ ...staff_page, ...shown, ...saidBy(c, problems), unit, asked, typed: answers }} />,
    problems ? 422 : 200,
  )
}

async function grant(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formWithMarksOf(c)
  const typed = typedInto(grant_form, sent)
  const { number, to, role, ...answers } = answersIn(grant_form, typed)
  const [instrument] = number === '' ? [] : await work.look(db => findInstrument(db, { number }))
  const asked = { ...answers, role: role as GrantedRole, instrument_id: instrument?.instrument_id ?? null, to: to === '' ? null : to }
  if (number !== '' && !instrument)
    return showGrants(c, work, typed, [...problemsWithGrant(asked), { code: 'unknown-instrument', field: 'number' }])
  const outcome = await press(work, sent, 'grant-role', asked, tx => grantRole(tx, work.actor, asked, work.now))
  if (!outcome.ok) return showGrants(c, work, typed, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.grants({ unit: c.req.param('unit') ?? '' }), { xong: 'giao' }), 303)
}

async function stopGrant(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formWithMarksOf(c)
  const id = numberOf(sent.role_grant_id)
  const outcome = await press(work, sent, 'end-grant', id, async tx => ended(await endGrant(tx, work.actor, id)))
  if (!outcome.ok) return showGrants(c, work, {}, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.grants({ unit: c.req.param('unit') ?? '' }), { xong: 'thoi' }), 303)
}

/** What ended nothing is a refusal: somebody else was quicker, or it is not theirs to end. */
function ended(outcome: Outcome<boolean, AccessCode>): Outcome<boolean, AccessCode> {
  return outcome.ok && !outcome.value ? refused({ code: 'nothing-ended' }) : outcome
}

function press<T>(
  work: StaffContext,
  { key = '' }: Typed,
  act: string,
  request: unknown,
  verb: (tx: Parameters<Parameters<StaffContext['change']>[0]>[0]) => Promise<Outcome<T, AccessCode>>,
): Promise<Outcome<T, AccessCode>> {
  return work.change(tx => once(tx, work.actor, { key, act, request }, () => verb(tx)))
}

// ── Lending ──

async function showLending(
  c: WebContext,
  work: StaffContext,
  typed: Typed = {},
  problems?: readonly Problem<AccessCode>[],
): Promise<Response> {
  const asked = nameAsked(c)
  const { today, now, who, staff_page } = work
  const { lang } = staff_page.view
  const shown = await work.look(async db => ({
    lendable: await listLendable(db, { person_id: who.person_id, day: today }),
    lent: await listLent(db, { person_id: who.person_id, day: today }),
    found: asked === '' ? null : await findPeople(db, { name: asked, day: today, asking: who.person_id }),
  }))
  if (wantsWorkbook(c) && !problems) return sendWorkbook('uy-quyen', lentWorkbook({ lang, now, lent: shown.lent }))
  const answers = { from: today, ...typed }
  return showStaffPage(
    c,
    <LendingPage {...{ ...staff_page, ...shown, ...saidBy(c, problems), asked, typed: answers }} />,
    problems ? 422 : 200,
  )
}

async function lend(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formWithMarksOf(c)
  const typed = typedInto(lending_form, sent)
  const { receiver_id, acts, from, to, ...answers } = answersIn(lending_form, typed)
  const [role, unit] = answers.role.split(' ')
  const asked = { receiver_id, role: role as Role, unit_id: numberOf(unit), acts: acts.length > 0 ? acts : null, from, to }
  const outcome = await press(work, sent, 'lend-role', asked, tx => delegateRole(tx, work.actor, asked, work.now))
  if (!outcome.ok) return showLending(c, work, typed, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.lending(), { xong: 'uy-quyen' }), 303)
}

async function takeBack(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formWithMarksOf(c)
  const id = numberOf(sent.delegation_id)
  const outcome = await press(work, sent, 'take-role-back', id, async tx => ended(await endDelegation(tx, work.actor, id)))
  if (!outcome.ok) return showLending(c, work, {}, outcome.problems)
  return c.redirect(withFlash(c.var.view.to.lending(), { xong: 'lay-lai' }), 303)
}
