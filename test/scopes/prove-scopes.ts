import { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { dayOf } from '../../src/basis/shared/dates.ts'
import { type Database, type Db, inTransaction } from '../../src/platform/database/index.ts'
import { type Act, may, mayRestore, type Noun, policies, rolesAt, type Standing } from '../../src/platform/role/policies.ts'
import { standingOf } from '../../src/platform/role/roles-of.ts'
import { look } from '../../src/platform/sign-in/session/look.ts'
import { inventWorld, randomFrom, type World } from './invent-world.ts'
import { loadWorld } from './load-world.ts'
import { oracleOf, sorted } from './oracle.ts'

/**
 * What was compared: one scenario is one person and one act in one world, over all its units and people, or one person
 * and all tables; and what went wrong.
 */
export type ScopesProved = {
  scenarios: number
  leaks: number
  wrong_denials: number
  /** How many answers there are to meet, and those that were not. */
  matrix: { cells: number; empty: string[] }
  first: string[]
}
export type ScopesAsked = { database: Database; owner: pg.Client; scenarios: number; seed: number }

const acts = Object.entries(policies).flatMap(([noun, of]) => Object.keys(of).map(act => ({ noun: noun as Noun, act: act as Act })))
/** Acts that the database knows: those that some role may do, besides oneself. */
const acts_of_roles = new Set(
  Object.entries(policies).flatMap(([noun, of]) =>
    Object.entries(of)
      .filter(([, who]) => who.some((role: string) => role !== 'self'))
      .map(([act]) => `${noun}.${act}`),
  ),
)

/**
 * Nobody sees what is not theirs: random worlds, each decided three times: by sets, by `may`, and by the database under
 * the application's role alone.
 */
export async function proveScopes({ database, owner, scenarios, seed }: ScopesAsked): Promise<ScopesProved> {
  const proved: ScopesProved = { scenarios: 0, leaks: 0, wrong_denials: 0, matrix: { cells: 0, empty: [] }, first: [] }
  const matrix = new Matrix()
  const today = dayOf(new Date())
  for (let n = 0; proved.scenarios < scenarios; n++) {
    const first = 1_000_000 + n * 1000
    const world = inventWorld(randomFrom(seed + n), first, [...acts_of_roles])
    await loadWorld(owner, world, today, first)
    for (const person_id of world.people) {
      const one = { database, world, person_id, today, proved, matrix, seed: seed + n }
      await judgePerson(one)
      await judgeUndoing(one)
    }
  }
  return { ...proved, matrix: matrix.count() }
}

type Case = { database: Database; world: World; person_id: number; today: string; proved: ScopesProved; matrix: Matrix; seed: number }

async function judgePerson(one: Case): Promise<void> {
  const { database, world, person_id, today, proved, matrix } = one
  const oracle = oracleOf(world)
  await look(database, { person_id }, async db => {
    const standing = await standingOf(db, person_id, today)
    for (const { noun, act } of acts) {
      proved.scenarios++
      for (const subject of subjectsIn(world)) {
        const should = oracle.may(person_id, noun, act, subject)
        compare(
          one,
          `may ${noun}.${act} on ${JSON.stringify(subject)}`,
          should ? [1] : [],
          may(standing, noun, act, subject).allowed ? [1] : [],
        )
        matrix.note(
          standing.held.map(({ role }) => role),
          subject.person_id === person_id,
          noun,
          act,
          should,
        )
      }
      if (acts_of_roles.has(`${noun}.${act}`))
        compare(one, `units of ${noun}.${act}`, sorted([...oracle.scope(person_id, noun, act)]), await unitsWhereMay(db, noun, act))
    }
    await judgeAccounts(one, db, standing, oracle)
    proved.scenarios++
    const [should, seen] = [oracle.seen(person_id), await seenIn(db)]
    for (const table of ['person_version', 'obligation', 'commitment'] as const)
      compare(one, `rows of ${table}`, should[table], seen[table])
    compare(one, 'rows of membership', countTo(should.membership), countTo(seen.membership))
  })
}

/**
 * Whose endorsement, and whose amendment, somebody may undo: by sets, and by the wall around what would be closed.
 * Obligations bear the numbers of their people.
 */
async function judgeUndoing(one: Case): Promise<void> {
  const { database, world, person_id, proved } = one
  proved.scenarios += 2
  const oracle = oracleOf(world)
  const whose = (may: (owed: World['obligations'][number]) => boolean) => sorted(world.obligations.filter(may).map(owed => owed.person_id))
  const [endorsed, amended, restored] = await database.kysely
    .connection()
    .execute(connection =>
      inTransaction(connection, { person_id, begin: 'begin', end: 'rollback' }, async db => [
        await numbersOf(db, closable('endorsed')),
        await numbersOf(db, closing_amendments),
        await numbersOf(db, closable('superseded')),
      ]),
    )
  compare(
    one,
    'endorsements to undo',
    whose(owed => oracle.may(person_id, 'commitment', 'endorse', owed)),
    endorsed!,
  )
  const writable = whose(owed => owed.person_id === person_id || oracle.may(person_id, 'commitment', 'enter-by-proxy', owed))
  compare(one, 'amendments to take back', writable, amended!)
  compare(one, 'approved texts to restore', writable, restored!)
}

const closable = (state: string) => `
  with step as materialized (select s.commitment_id from commitment_step s where s.state = '${state}' for update of s)
  select c.obligation_id as n from step join commitment c using (commitment_id)`
const closing_amendments = `
  with taken_back as (update commitment set recorded = closed(recorded) where upper(recorded) = 'infinity' returning obligation_id)
  select distinct obligation_id as n from taken_back`

const restoring = ['invite', 'confirm', 'end-session'] as const

/** Into whose account somebody may have a hand: by sets, by the program, and by the database. */
async function judgeAccounts(one: Case, db: Db, standing: Standing, oracle: ReturnType<typeof oracleOf>): Promise<void> {
  const { world, person_id, proved } = one
  const reached = new Map<number, number[]>()
  for (const whom of world.people) {
    reached.set(whom, await numbersOf(db, 'select r.unit_id as n from reached_by($1) r', [whom]))
    compare(one, `units that ${whom} reaches`, sorted([...oracle.reached(whom)]), reached.get(whom)!)
  }
  for (const act of restoring) {
    proved.scenarios++
    const should = world.people.filter(whom => oracle.mayRestore(person_id, act, whom))
    const by_table = await numbersOf(db, 'select p as n from unnest($2::bigint[]) p where may_restore(current_person_id(), $1, p)', [
      act,
      world.people,
    ])
    compare(one, `accounts to ${act}, by the database`, should, by_table)
    const by_program = world.memberships
      .filter(stay => stay.is_known && stay.from <= 0 && 0 < stay.to)
      .filter(stay => mayRestore(standing, act, { ...stay, reached: reached.get(stay.person_id)! }))
    compare(one, `accounts to ${act}, by the program`, should, sorted(by_program.map(stay => stay.person_id)))
  }
}

/** Every person with each unit they belong or belonged to, and one unit of nobody. */
function subjectsIn(world: World): { unit_id: number; person_id: number }[] {
  const of_people = [...world.memberships, ...world.obligations].map(({ unit_id, person_id }) => ({ unit_id, person_id }))
  return [...of_people, ...world.units.map(({ unit_id }) => ({ unit_id, person_id: 0 }))]
}

/** More than should be is a leak; less is a wrong denial. */
function compare({ proved, person_id, seed }: Case, what: string, should: number[], is: number[]): void {
  const leaked = is.filter(number => !should.includes(number)).length
  const denied = should.filter(number => !is.includes(number)).length
  proved.leaks += leaked
  proved.wrong_denials += denied
  if (leaked + denied > 0 && proved.first.length < 5)
    proved.first.push(`seed ${seed}, person ${person_id}: ${what}: should ${should}; is ${is}`)
}

function unitsWhereMay(db: Db, noun: string, act: string): Promise<number[]> {
  return numbersOf(db, 'select u.unit_id as n from units_where_may($1, $2) u', [noun, act])
}

async function numbersOf(db: Db, question: string, values: unknown[] = []): Promise<number[]> {
  const { rows } = await db.executeQuery<{ n: number }>(CompiledQuery.raw(question, values))
  return sorted(rows.map(({ n }) => n))
}

/** The bare tables, with no condition at all: only the policies stand between. */
async function seenIn(db: Db) {
  return {
    person_version: await numbersOf(db, 'select person_id as n from person_version'),
    obligation: await numbersOf(db, 'select person_id as n from obligation'),
    commitment: await numbersOf(db, 'select distinct obligation_id as n from commitment'),
    membership: (await numbersOf(db, 'select membership_id as n from membership')).length,
  }
}

function countTo(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i)
}

/**
 * Role × act × answer: which of them the worlds have met. A role meets «no» everywhere, «yes» where the policies allow
 * it.
 */
class Matrix {
  private readonly met = new Set<string>()

  note(roles: string[], is_own: boolean, noun: string, act: string, allowed: boolean): void {
    for (const role of is_own ? ['self'] : roles.length > 0 ? roles : ['nobody']) this.met.add(`${role} ${noun}.${act} ${allowed}`)
  }

  count(): ScopesProved['matrix'] {
    const roles = [...new Set(acts.flatMap(({ noun, act }) => rolesAt(noun, act)))]
    const no = acts.flatMap(({ noun, act }) => [...roles, 'nobody'].map(role => `${role} ${noun}.${act} false`))
    const yes = acts.flatMap(({ noun, act }) =>
      (policies[noun] as Record<string, readonly string[]>)[act]!.map(role => `${role} ${noun}.${act} true`),
    )
    const cells = [...no, ...yes]
    return { cells: cells.length, empty: cells.filter(cell => !this.met.has(cell)) }
  }
}
