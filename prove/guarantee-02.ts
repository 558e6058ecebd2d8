import { cells_of_accounts, proveAccounts } from '../test/scopes/prove-accounts.ts'
import { proveScopes } from '../test/scopes/prove-scopes.ts'
import { onOwnGround, type Register } from './ground.ts'
import { proveNames } from './names-in-public.ts'
import type { Proved } from './proof.ts'
import { cellsOfDoors, proveByDoor } from './scopes-by-door.ts'

/**
 * Scenarios: one person and one act in a world drawn at random, over all its units and people; or one person and all
 * guarded tables. A tenth as many requests go through the front door, and a tenth as many acts open accounts or lend
 * roles.
 */
export const n = 20_000
export const nightly_n = 2_000_000

/**
 * 2. Nobody sees what is not theirs: by plain sets, by the one decision of the program, as bare SQL under the
 *    application's role without any filter, and by the pages. And nobody becomes somebody else: accounts are opened,
 *    confirmed, restored and linked, and roles are given and lent between. No public page names anybody who does not
 *    agree to it at that moment.
 */
export async function run(scenarios: number): Promise<Proved> {
  const tenth = Math.ceil(scenarios / 10)
  const parts = [
    await proveInside(scenarios),
    await proveOutside(tenth),
    await proveOpening(tenth),
    await provePublic(Math.ceil(scenarios / 100)),
  ]
  return { failures: parts.reduce((sum, { failures }) => sum + failures, 0), notes: parts.flatMap(({ notes = [] }) => notes) }
}

function proveInside(scenarios: number): Promise<Proved> {
  return onOwnGround(async newRegister => {
    // Two halves side by side, each in its own register: a world grows no slower for those before it.
    const halves = await Promise.all(
      [2026, 20_260_000].map(async seed => proveScopes({ ...(await newRegister()), scenarios: Math.ceil(scenarios / 2), seed })),
    )
    const sum = (of: (half: (typeof halves)[number]) => number) => halves.reduce((total, half) => total + of(half), 0)
    const [{ cells, empty: in_first }, { empty: in_second }] = [halves[0]!.matrix, halves[1]!.matrix]
    const empty = in_first.filter(cell => in_second.includes(cell))
    const notes = [
      `${sum(half => half.scenarios)} scenarios, ${sum(half => half.leaks)} leaks, ${sum(half => half.wrong_denials)} wrong denials`,
    ]
    notes.push(`matrix role × act × answer ${cells - empty.length} of ${cells}`, ...halves.flatMap(half => half.first))
    notes.push(...empty.slice(0, 5).map(cell => `not met: ${cell}`))
    return { failures: sum(half => half.leaks + half.wrong_denials) + empty.length, notes }
  })
}

function proveOutside(requests: number): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const { leaks, wrong_denials, met, first, ...proved } = await proveByDoor(await newRegister(), { requests, seed: 7_000_000 })
    const cells = cellsOfDoors()
    const empty = cells.filter(cell => !met.has(cell))
    const notes = [`${proved.requests} requests of pages, ${leaks} leaks, ${wrong_denials} wrong denials`]
    notes.push(
      `matrix role × page × answer ${cells.length - empty.length} of ${cells.length}`,
      ...first,
      ...empty.slice(0, 3).map(cell => `not met: ${cell}`),
    )
    return { failures: leaks + wrong_denials + empty.length, notes }
  })
}

function proveOpening(scenarios: number): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const { leaks, wrong_denials, met, first, ...proved } = await proveAccounts({
      ...(await newRegister()),
      ...{ scenarios, seed: 9_000_000, until_all_met: true },
    })
    const empty = cells_of_accounts.filter(cell => !met.has(cell))
    const notes = [`${proved.scenarios} acts on accounts, ${leaks} leaks, ${wrong_denials} wrong denials`]
    notes.push(`matrix act × answer ${cells_of_accounts.length - empty.length} of ${cells_of_accounts.length}`, ...first)
    return { failures: leaks + wrong_denials + empty.length, notes: [...notes, ...empty.map(cell => `not met: ${cell}`)] }
  })
}

function provePublic(exemplars: number): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const { pages, leaks, missed, first } = await proveNames(await newRegister(), { exemplars: Math.min(exemplars, 1000), seed: 2026 })
    return { failures: leaks + missed, notes: [`${pages} public pages, ${leaks} names without consent, ${missed} not named`, ...first] }
  })
}

/**
 * With one table's wall taken down there must be leaks, in SQL and on the pages; where consent is asked of nobody,
 * public pages must name somebody; without the question of what an account reaches, or of a second person, somebody
 * must become more than they are.
 */
export function control(): Promise<boolean> {
  return onOwnGround(async newRegister => {
    const [register, behind_doors] = [await newRegister(), await newRegister()]
    await register.owner.query('alter table commitment disable row level security')
    for (const table of ['obligation', 'person_version']) await behind_doors.owner.query(`alter table ${table} disable row level security`)
    const inside = await proveScopes({ ...register, scenarios: 300, seed: 2026 })
    const outside = await proveByDoor(behind_doors, { requests: 300, seed: 2026 })
    return (
      inside.leaks > 0 &&
      outside.leaks > 0 &&
      (await isNamedUnasked(newRegister)) &&
      (await isFoundWithout(newRegister, no_reach)) &&
      (await isFoundWithout(newRegister, no_second))
    )
  })
}

/** With a consent that nobody is asked for. */
export const unasked = `create or replace function has_consent(of_exemplar bigint, in_scope text) returns boolean language sql stable parallel safe as $$ select true $$`

async function isNamedUnasked(newRegister: () => Promise<Register>): Promise<boolean> {
  const register = await newRegister()
  await register.owner.query(unasked)
  return (await proveNames(register, { exemplars: 20, seed: 2026 })).leaks > 0
}

const no_reach = [
  'create or replace function reached_by(of_person bigint) returns table (unit_id integer) language sql stable as $$ select 0 where false $$',
]
const no_second = ['needs_second', 'is_opened'].map(
  name => `create or replace function ${name}(of_person bigint) returns boolean language sql stable as $$ select false $$`,
)

async function isFoundWithout(newRegister: () => Promise<Register>, statements: string[]): Promise<boolean> {
  const register = await newRegister()
  for (const statement of statements) await register.owner.query(statement)
  return (await proveAccounts({ ...register, scenarios: 600, seed: 2026 })).leaks > 0
}
