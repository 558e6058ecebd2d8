import { addDays, dayOf } from '../src/basis/shared/dates.ts'
import { type Act, type Noun, rolesThatMay } from '../src/platform/role/index.ts'
import { policies } from '../src/platform/role/policies.ts'
import { inventWorld, randomFrom, type World } from '../test/scopes/invent-world.ts'
import { loadWorld } from '../test/scopes/load-world.ts'
import { oracleOf } from '../test/scopes/oracle.ts'
import { ask, letIn, openDoor } from './door.ts'
import type { Register } from './ground.ts'

/** What was asked through the pages, and what was wrong. */
export type DoorsProved = { requests: number; leaks: number; wrong_denials: number; met: Set<string>; first: string[] }
type Oracle = ReturnType<typeof oracleOf>

const acts_of_roles = Object.entries(policies).flatMap(([noun, of]) =>
  Object.entries(of as Record<string, readonly string[]>).flatMap(([act, who]) =>
    who.some(role => role !== 'self') ? [`${noun}.${act}`] : [],
  ),
)

/**
 * The pages that are asked, the acts of which each needs one, and on what: a unit, or somebody's obligation at its
 * unit.
 */
const pages: { acts: [Noun, Act][]; on: 'unit' | 'obligation'; path: (unit: string, obligation: number) => string }[] = [
  {
    acts: [
      ['obligation', 'read'],
      ['campaign', 'read'],
    ],
    on: 'unit',
    path: unit => `/doi-soat/${unit}`,
  },
  { acts: [['obligation', 'remind']], on: 'unit', path: unit => `/nhac/${unit}` },
  { acts: [['commitment', 'enter-by-proxy']], on: 'obligation', path: (unit, obligation) => `/chi-bo/${unit}/phieu/${obligation}` },
  { acts: [['commitment', 'write']], on: 'obligation', path: (_, obligation) => `/cam-ket/${obligation}/viet` },
]

/**
 * The same random worlds through the front door: everybody, signed in, opens pages of the units and of the obligations
 * of their world. Whether a page opens is held against the oracle; and no name may stand on any page, opened or
 * refused, of somebody whom the oracle does not let them see. What the numbers of a run do not happen to draw (a role
 * that is let in at a rare place) is looked for in further worlds, where only that is asked.
 */
export async function proveByDoor(register: Register, { requests, seed }: { requests: number; seed: number }): Promise<DoorsProved> {
  const proved: DoorsProved = { requests: 0, leaks: 0, wrong_denials: 0, met: new Set(), first: [] }
  const door = await openDoor(register)
  const today = dayOf(new Date())
  try {
    const rare = () => new Set(cellsOfDoors().filter(cell => !proved.met.has(cell)))
    for (let n = 0; proved.requests < requests || (rare().size > 0 && n < most_worlds); n++) {
      const wanted = proved.requests < requests ? null : rare()
      const first = 1_000_000 + n * 1000
      const world = inventWorld(randomFrom(seed + n), first, acts_of_roles)
      await loadWorld(register.owner, world, today, first)
      await openCampaign(register, { campaign_id: first, today, world })
      const lanes = [0, 1, 2, 3].map(async lane => {
        const random = randomFrom(seed + n * 4 + lane)
        const visit = { address: door.address, world, proved, isAsked: askedBy(random, wanted) }
        for (const person_id of world.people.filter((_, i) => i % 4 === lane)) await knock({ ...visit, person_id })
      })
      await Promise.all(lanes)
    }
    return proved
  } finally {
    await door.close()
  }
}

/** No more worlds than this are searched for a rare answer: then it is not to be met, and the matrix says so. */
const most_worlds = 400

/** Most questions are left out, so that many worlds are met; or all but those whose answer has not been met yet. */
function askedBy(random: () => number, wanted: Set<string> | null): Visit['isAsked'] {
  return cells => (wanted === null ? random() < 0.2 : cells.some(cell => wanted.has(cell)))
}

async function openCampaign(
  { owner }: Register,
  { campaign_id, today, world }: { campaign_id: number; today: string; world: World },
): Promise<void> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  await owner.query('insert into campaign_terms (campaign_id, opens_on, due_on, closes_on) values ($1, $2, $3, $4)', [
    campaign_id,
    ...[addDays(today, -10), addDays(today, 10), addDays(today, 30)],
  ])
  await owner.query(
    `insert into commitment_draft (obligation_id, version, person_id, fields) select o, 1, o, '{}' from unnest($1::bigint[]) o`,
    [world.obligations.map(owed => owed.person_id)],
  )
  await letIn(owner, world.people[0]!, world.people.at(-1)!)
}

/** `isAsked`: whether a question is put, by the cells of the matrix that its answer would fill. */
type Visit = { address: string; world: World; person_id: number; proved: DoorsProved; isAsked: (cells: string[]) => boolean }

async function knock(visit: Visit): Promise<void> {
  const { world, person_id } = visit
  const oracle = oracleOf(world)
  const known = new Set(oracle.seen(person_id).person_version)
  const alive = new Set(world.units.filter(unit => unit.from <= 0 && unit.to > 0).map(unit => unit.unit_id))
  for (const { acts, on, path } of pages) {
    const subjects = on === 'unit' ? [...alive].map(unit_id => ({ unit_id, person_id: 0 })) : world.obligations
    for (const subject of subjects.filter(({ unit_id }) => alive.has(unit_id))) {
      const cells = acts.flatMap(act => cellsOf(visit, oracle, act, subject))
      if (!visit.isAsked(cells)) continue
      const should = acts.some(act => shouldOpen(oracle, person_id, act, subject))
      const text = await open(visit, path(`don-vi-${subject.unit_id}`, subject.person_id), should)
      for (const cell of cells) visit.proved.met.add(cell)
      findLeaks(visit, text, known, acts.map(act => act.join('.')).join(' or '))
    }
  }
  for (const unit_id of alive) if (visit.isAsked([])) await knockAtCell(visit, oracle, unit_id, known)
}

/** Nobody enters by proxy for themselves. */
function shouldOpen(oracle: Oracle, person_id: number, [noun, act]: [Noun, Act], subject: { unit_id: number; person_id: number }): boolean {
  if (act === 'enter-by-proxy' && subject.person_id === person_id) return false
  return oracle.may(person_id, noun, act, subject)
}

async function open({ address, person_id, proved }: Visit, path: string, should: boolean): Promise<string> {
  const { status, text } = await ask(address, person_id, path)
  proved.requests++
  if (status !== 200 && status !== 403) throw new Error(`${path}: ${status}`)
  if (status === 200 && !should) proved.leaks++
  if (status === 403 && should) proved.wrong_denials++
  if ((status === 200) !== should && proved.first.length < 5)
    proved.first.push(`person ${person_id}: ${path} answered ${status}, should ${should}`)
  return text
}

/** A cell's page shows by name those whom the oracle shows, to whoever holds a role that reads commitments. */
async function knockAtCell(visit: Visit, oracle: Oracle, unit_id: number, known: Set<number>): Promise<void> {
  const { address, world, person_id, proved } = visit
  const seen = new Set(oracle.seen(person_id).obligation)
  const theirs = world.obligations.filter(owed => owed.unit_id === unit_id && seen.has(owed.person_id)).map(owed => owed.person_id)
  const { status, text } = await ask(address, person_id, `/chi-bo/don-vi-${unit_id}`)
  proved.requests++
  findLeaks(visit, text, known, 'cell')
  if (!oracle.scope(person_id, 'commitment', 'read').has(unit_id)) return
  const shown = namesOn(text)
  const denied = theirs.filter(other => !shown.has(other))
  proved.wrong_denials += denied.length
  if (denied.length > 0 && proved.first.length < 5)
    proved.first.push(`person ${person_id}: cell ${unit_id} (${status}) does not show ${denied}`)
}

function findLeaks({ person_id, proved }: Visit, text: string, known: Set<number>, where: string): void {
  const leaked = [...namesOn(text)].filter(other => other !== person_id && !known.has(other))
  proved.leaks += leaked.length
  if (leaked.length > 0 && proved.first.length < 5) proved.first.push(`person ${person_id}: ${where} shows ${leaked}`)
}

function namesOn(text: string): Set<number> {
  return new Set([...text.matchAll(/người (\d{7,})/g)].map(([, number]) => Number(number)))
}

/** Role × page × answer, as one question meets them. */
function cellsOf(
  { person_id }: Visit,
  oracle: Oracle,
  [noun, act]: [Noun, Act],
  subject: { unit_id: number; person_id: number },
): string[] {
  const should = shouldOpen(oracle, person_id, [noun, act], subject)
  const roles = subject.person_id === person_id ? ['self'] : oracle.rolesOf(person_id)
  return (roles.length > 0 ? roles : ['nobody']).map(role => `${role} ${noun}.${act} ${should}`)
}

/** Role × page × answer: every role is refused somewhere, and let in where the policies say so. */
export function cellsOfDoors(): string[] {
  const roles = [
    'secretary',
    'leader',
    'unit-office',
    'superior-office',
    'administrator',
    'auditor',
    'reporter',
    'editor',
    'fact-checker',
    'publisher',
    'nobody',
  ]
  return pages
    .flatMap(({ acts }) => acts)
    .flatMap(([noun, act]) => {
      const may = rolesThatMay(noun, act).filter(role => role !== 'self' || act === 'write')
      return [...roles.map(role => `${role} ${noun}.${act} false`), ...may.map(role => `${role} ${noun}.${act} true`)]
    })
}
