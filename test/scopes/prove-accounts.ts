import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { addDays, dayOf } from '../../src/basis/shared/dates.ts'
import { done, type Outcome } from '../../src/basis/shared/outcome.ts'
import { change, type Database, type Tx } from '../../src/platform/database/index.ts'
import { delegateRole } from '../../src/platform/role/delegate-role.ts'
import type { Role } from '../../src/platform/role/policies.ts'
import { acceptInvitation } from '../../src/platform/sign-in/invitation/accept-invitation.ts'
import { confirmInvitations, listWaiting } from '../../src/platform/sign-in/invitation/confirm-invitation.ts'
import { invitePerson } from '../../src/platform/sign-in/invitation/invite-person.ts'
import { linkElsewhere, signInElsewhere } from '../../src/platform/sign-in/means/sign-in-elsewhere.ts'
import { inventWorld, type Random, randomFrom, type World } from './invent-world.ts'
import { loadWorld } from './load-world.ts'
import { oracleOf } from './oracle.ts'

/**
 * What was tried: each scenario is one act on an account, by the verb and, past it, as a bare row under the
 * application's role.
 */
export type AccountsProved = { scenarios: number; leaks: number; wrong_denials: number; met: Set<string>; first: string[] }
/** `until_all_met`: what the numbers of a run do not happen to draw is looked for in further worlds. */
export type AccountsAsked = { database: Database; owner: pg.Client; scenarios: number; seed: number; until_all_met?: boolean }

const password = 'con đường mới qua nhà ông Sinh'
const lendable = ['secretary', 'leader', 'unit-office', 'superior-office']

/**
 * Nobody comes into the use of an account that may do more than they cover, nor alone into one that holds anything:
 * people of random worlds invite, confirm, accept, lend and link, while roles are given and lent between one step and
 * the next. Sets alone say what must happen.
 */
export async function proveAccounts({ database, owner, scenarios, seed, until_all_met = false }: AccountsAsked): Promise<AccountsProved> {
  const proved: AccountsProved = { scenarios: 0, leaks: 0, wrong_denials: 0, met: new Set(), first: [] }
  const now = new Date()
  const isMissing = (n: number) => until_all_met && n < most_worlds && cells_of_accounts.some(cell => !proved.met.has(cell))
  for (let n = 0; proved.scenarios < scenarios || isMissing(n); n++) {
    const first = 1_000_000 + n * 1000
    const random = randomFrom(seed + n)
    const world = withOffices(inventWorld(random, first, ['commitment.read']), random)
    await loadWorld(owner, world, dayOf(now), first)
    const stage = { database, owner, world, random, now, proved, seed: seed + n }
    for (let i = 0; i < 6; i++) await openOne(stage)
    for (let i = 0; i < 6; i++) await lendOne(stage)
  }
  return proved
}

/** No more worlds than this are searched for a rare answer: then it is not to be met, and the matrix says so. */
const most_worlds = 200

/** At the root an administrator and an office above all: without them few invitations find their second person. */
function withOffices(world: World, random: Random): World {
  for (const role of ['administrator', 'superior-office']) {
    const grant = { person_id: pick({ random }, world.people), unit_id: world.units[0]!.unit_id, role }
    const is_held = world.grants.some(g => g.person_id === grant.person_id && g.unit_id === grant.unit_id && g.role === role)
    if (!is_held) world.grants.push({ ...grant, from: -10, to: 100_000, is_known: true })
  }
  return world
}

type Stage = { database: Database; owner: pg.Client; world: World; random: Random; now: Date; proved: AccountsProved; seed: number }

/**
 * Somebody prints an invitation for another; perhaps the other is given a role; somebody confirms it, perhaps; whoever
 * has the code uses it.
 */
async function openOne(stage: Stage): Promise<void> {
  const { world, proved } = stage
  const [maker, whom] = pairOf(stage)
  const before = oracleOf(world)
  const may_print = before.mayRestore(maker, 'invite', whom)
  const needs_second = before.needsSecond(whom)
  await hold(stage, 'write an invitation', [maker, whom], may_print, () => isWritten(stage, maker, whom, needs_second))
  await hold(stage, 'write one of the other kind', [maker, whom], false, () => isWritten(stage, maker, whom, !needs_second))
  const printed = await invitePerson(stage.database, actorOf(maker), { person_id: whom }, stage.now)
  note(stage, 'invite', [maker, whom], may_print, printed.ok)
  if (!printed.ok) return
  openAccount(world, whom)
  if (pick(stage, [true, false])) await giveSomething(stage, whom)
  const confirmed = needs_second ? await confirmOne(stage, { maker, whom }) : []
  const now = oracleOf(world)
  const is_confirmed = confirmed.some(second => now.mayRestore(second, 'confirm', whom))
  const may_use = now.mayRestore(maker, 'invite', whom) && (needs_second ? is_confirmed : !now.isOpened(whom))
  await hold(stage, 'mark it as used', [maker, whom], may_use, () => isMarked(stage, whom))
  await hold(stage, 'set a password without one', [whom], false, () => isPasswordSet(stage, whom))
  const identity = { issuer: 'https://elsewhere.invalid', subject: `${whom} ${proved.scenarios}` }
  if (now.isOpened(whom)) await linkElsewhere(stage.database, signedIn(whom), identity)
  const accepted = await acceptInvitation(stage.database, { code: printed.value.code, password, agent: 'x' }, stage.now)
  note(stage, needs_second ? 'accept what needs a second' : 'accept', [maker, whom], may_use, accepted.ok)
  if (!accepted.ok) return
  Object.assign(world.accounts.find(account => account.person_id === whom)!, { is_opened: true, on_word_of: needs_second ? null : maker })
  await hold(
    stage,
    'come in by what was linked',
    [whom],
    false,
    async () => (await signInElsewhere(stage.database, identity, 'x', stage.now)).ok,
  )
  await judgeRoles(stage, whom)
}

/** An administrator more often than others; and often one who may open somebody alone, but does not reach the root. */
function pairOf(stage: Stage): [number, number] {
  const { world } = stage
  const oracle = oracleOf(world)
  const administrators = world.grants.filter(({ role }) => role === 'administrator').map(({ person_id }) => person_id)
  const local = [...new Set(administrators)].filter(maker => !oracle.scope(maker, 'account', 'invite').has(world.units[0]!.unit_id))
  const alone = local.flatMap(maker =>
    world.people
      .filter(whom => oracle.mayRestore(maker, 'invite', whom) && !oracle.needsSecond(whom))
      .map((whom): [number, number] => [maker, whom]),
  )
  if (alone.length > 0 && stage.random() < 0.5) return pick(stage, alone)
  return [pick(stage, [...administrators, ...administrators, ...world.people]), pick(stage, world.people)]
}

/** Two try to confirm: whoever may is asked first. Gives who has confirmed. */
async function confirmOne(stage: Stage, { maker, whom }: { maker: number; whom: number }): Promise<number[]> {
  const { world, database, now } = stage
  const oracle = oracleOf(world)
  const able = world.people.filter(second => second !== maker && oracle.mayRestore(second, 'confirm', whom))
  const confirmed = []
  for (const second of new Set([...able.slice(0, 1), pick(stage, world.people), maker, whom].filter(() => stage.random() < 0.7))) {
    const should = able.includes(second)
    await hold(stage, 'write a confirmation', [second, maker, whom], should, () => isConfirmationWritten(stage, second, whom))
    const waiting = (await listWaiting(database, { person_id: second }, now)).filter(({ person_id }) => person_id === whom)
    const ids = waiting.map(({ invitation_id }) => invitation_id)
    const outcome = await change(database, actorOf(second), tx => confirmInvitations(tx, actorOf(second), ids, waiting))
    note(stage, 'confirm', [second, maker, whom], should && confirmed.length === 0, outcome.ok)
    if (outcome.ok) confirmed.push(second)
  }
  return confirmed
}

/** A role at some unit, often the highest: whoever gives it is not of this story. */
async function giveSomething(stage: Stage, person_id: number): Promise<void> {
  const { world, owner, now } = stage
  const { unit_id } = pick(stage, [pick(stage, world.units), world.units[0]!])
  const role = pick(stage, ['unit-office', 'superior-office', 'administrator'])
  if (world.grants.some(held => held.person_id === person_id && held.unit_id === unit_id && held.role === role)) return
  world.grants.push({ person_id, unit_id, role, from: 0, to: 100_000, is_known: true })
  await owner.query(`begin; set local neu_guong.loading = 'yes'`)
  await owner.query(
    `insert into role_grant (person_id, role, unit_id, valid, recorded) values ($1, $2, $3, daterange($4::date, 'infinity'), '[2010-01-01,infinity)')`,
    [person_id, role, unit_id, dayOf(now)],
  )
  await owner.query('commit')
}

/** Somebody lends a role, which may not be theirs, or nobody's to lend, from a day that may have passed. */
async function lendOne(stage: Stage): Promise<void> {
  const { world, database, now } = stage
  const oracle = oracleOf(world)
  const today = dayOf(now)
  const giver = pick(stage, world.people)
  const own = oracle.own(giver)
  const { role, unit_id } =
    own.length > 0 && stage.random() < 0.7 ? pick(stage, own) : pick(stage, world.people.flatMap(oracle.own).concat(own, anything(stage)))
  const receiver_id = pick(stage, oracle.seen(giver).person_version)
  const from = pick(stage, [today, today, addDays(today, 1), addDays(today, -1)])
  const is_held = !oracle.sleeps(giver) && own.some(held => held.role === role && held.unit_id === unit_id)
  const is_new = !world.delegations.some(
    d => d.giver_id === giver && d.receiver_id === receiver_id && d.role === role && d.unit_id === unit_id,
  )
  if (!is_new || receiver_id === giver) return
  const should = is_held && lendable.includes(role) && from >= today
  const asked = { receiver_id, role: role as Role, unit_id, acts: null, from, to: addDays(today, 5) }
  const row = { giver_id: giver, receiver_id, role, unit_id, valid: `[${from},${addDays(today, 5)}]` }
  await hold(stage, 'write a lending', [giver, role, unit_id, from], should, () =>
    isAllowed(stage, giver, tx => tx.insertInto('delegation').values(row).execute()),
  )
  const outcome = await change(database, actorOf(giver), tx => delegateRole(tx, actorOf(giver), asked, now))
  note(stage, 'lend', [giver, role, unit_id, from], should, outcome.ok)
  if (!outcome.ok) return
  world.delegations.push({ giver_id: giver, receiver_id, role, unit_id, acts: null, from: from === today ? 0 : 1, to: 6, is_known: true })
  await judgeRoles(stage, receiver_id)
}

function anything(stage: Stage): { role: string; unit_id: number } {
  return { role: pick(stage, [...lendable, 'administrator', 'auditor']), unit_id: pick(stage, stage.world.units).unit_id }
}

/** After an account was opened or a role lent, its person is what the sets say, and no more. */
async function judgeRoles(stage: Stage, person_id: number): Promise<void> {
  const { rows } = await inTheirName(
    stage,
    person_id,
    `select role || ' ' || unit_id as held from roles_held($1, today_in_vietnam(), recorded_now())`,
    [person_id],
  )
  const is = rows.map(row => row.held as string)
  const oracle = oracleOf(stage.world)
  const may = new Set(oracle.rolesHeld(person_id))
  note(
    stage,
    'hold more than by the sets',
    [person_id, ...is],
    false,
    is.some(held => !may.has(held)),
  )
  note(
    stage,
    'hold all by the sets',
    [person_id, ...may],
    true,
    [...may].every(held => is.includes(held)),
  )
}

// ── Past the verbs: bare rows under the application's role, taken back at once ──

function isWritten(stage: Stage, maker: number, whom: number, needs_second: boolean): Promise<boolean> {
  const grounds = needs_second ? { grounds: 'again', asked_at: stage.now } : { grounds: 'first' }
  const expires_at = new Date(stage.now.getTime() + 86_400_000)
  const row = { person_id: whom, code_digest: `${maker} ${whom} by hand`, made_by: maker, made_at: stage.now, expires_at, ...grounds }
  return isAllowed(stage, maker, tx => tx.insertInto('invitation').values(row).execute())
}

function isConfirmationWritten(stage: Stage, second: number, whom: number): Promise<boolean> {
  return isAllowed(stage, second, async tx => {
    const { invitation_id } = await openInvitationOf(stage, whom)
    await tx.insertInto('invitation_confirmation').values({ invitation_id, person_id: whom, confirmed_by: second }).execute()
  })
}

function isMarked(stage: Stage, whom: number): Promise<boolean> {
  return isAllowed(stage, whom, async tx => {
    const { invitation_id } = await openInvitationOf(stage, whom)
    await tx.updateTable('invitation').set({ used_at: stage.now }).where('invitation_id', '=', invitation_id).execute()
  })
}

function isPasswordSet(stage: Stage, whom: number): Promise<boolean> {
  return isAllowed(stage, whom, async tx => {
    const { invitation_id } = await openInvitationOf(stage, whom)
    await tx.insertInto('password').values({ person_id: whom, phc: '$argon2id$of-nobody', invitation_id }).execute()
  })
}

/** As its owner sees it: the number of a row is no secret. */
async function openInvitationOf({ owner }: Stage, whom: number): Promise<{ invitation_id: number }> {
  await owner.query(`begin; set local neu_guong.loading = 'yes'`)
  const { rows } = await owner.query<{ invitation_id: number }>(
    'select invitation_id from invitation where person_id = $1 and used_at is null and withdrawn_at is null',
    [whom],
  )
  await owner.query('rollback')
  return rows[0]!
}

class TakenBack extends Error {}

/** Whether the database lets somebody write it; nothing of it stays. */
async function isAllowed({ database }: Stage, person_id: number, write: (tx: Tx) => Promise<unknown>): Promise<boolean> {
  try {
    await change(database, actorOf(person_id), async tx => {
      await write(tx)
      throw new TakenBack()
    })
    return true
  } catch (error) {
    if (error instanceof TakenBack) return true
    if (['42501', '23514'].includes((error as { code?: string }).code ?? '')) return false
    throw error
  }
}

async function inTheirName(
  { database }: Stage,
  person_id: number,
  question: string,
  values: unknown[],
): Promise<{ rows: Record<string, unknown>[] }> {
  const outcome: Outcome<Record<string, unknown>[]> = await change(database, actorOf(person_id), async tx =>
    done((await tx.executeQuery<Record<string, unknown>>(CompiledQuery.raw(question, values))).rows),
  )
  return { rows: outcome.ok ? outcome.value : [] }
}

// ── The judge ──

/** The acts that are tried; «never» must not succeed, and what is held by the sets must always be. */
const acts = [
  'write an invitation',
  'invite',
  'write a confirmation',
  'confirm',
  'mark it as used',
  'accept',
  'accept what needs a second',
  'write a lending',
  'lend',
] as const
const never = [
  'write one of the other kind',
  'set a password without one',
  'come in by what was linked',
  'hold more than by the sets',
] as const
type Tried = (typeof acts)[number] | (typeof never)[number] | 'hold all by the sets'

/** Act × answer: every act is refused somewhere, and succeeds somewhere where the sets let it. */
export const cells_of_accounts: string[] = [
  ...acts.flatMap(act => [`${act} true`, `${act} false`]),
  ...never.map(act => `${act} false`),
  'hold all by the sets true',
]

async function hold(stage: Stage, act: Tried, who: (number | string)[], should: boolean, is: () => Promise<boolean>): Promise<void> {
  note(stage, act, who, should, await is())
}

function note({ proved, seed }: Stage, act: Tried, who: (number | string)[], should: boolean, is: boolean): void {
  proved.scenarios++
  proved.met.add(`${act} ${should}`)
  if (is === should) return
  if (is) proved.leaks++
  else proved.wrong_denials++
  if (proved.first.length < 5) proved.first.push(`seed ${seed}: ${act} (${who.join(', ')}): should ${should}, is ${is}`)
}

function pick<T>({ random }: Pick<Stage, 'random'>, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!
}

function actorOf(person_id: number) {
  return { person_id, name: 'prove' }
}

function signedIn(person_id: number) {
  return { session_id: 0, person_id, name: 'prove', sign_in_name: 'prove', stage: 'whole' as const, held: [] }
}

function openAccount(world: World, person_id: number): void {
  if (world.accounts.some(account => account.person_id === person_id)) return
  world.accounts.push({ person_id, is_opened: false, on_word_of: null })
}
