import { wholeActs } from '../../src/platform/role/policies.ts'

/**
 * A world of units, people and roles, drawn from a number. Days are whole numbers; today is 0. A span holds its first
 * day and not its last.
 */
export type Span = { from: number; to: number }
export type Unit = Span & { unit_id: number; rank: number }
export type World = {
  units: Unit[]
  placements: (Span & { unit_id: number; parent_id: number })[]
  successions: { predecessor_id: number; successor_id: number; day: number; share: number }[]
  people: number[]
  /** `is_known` false: the register has learned that it is not so. */
  memberships: (Span & { person_id: number; unit_id: number; is_known: boolean })[]
  heads: (Span & { person_id: number; unit_id: number; is_known: boolean })[]
  grants: (Span & { person_id: number; unit_id: number; role: string; is_known: boolean })[]
  delegations: (Span & { giver_id: number; receiver_id: number; unit_id: number; role: string; acts: string[] | null; is_known: boolean })[]
  obligations: { person_id: number; unit_id: number }[]
  /**
   * Whether it was opened, and where one person alone has opened it, who that was. Whoever is not among them has no
   * account.
   */
  accounts: { person_id: number; is_opened: boolean; on_word_of: number | null }[]
}

export type Random = () => number
export const ever = 100_000
const beginning = -4000

/** The same numbers for the same seed, on every machine (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Numbers of units and people start after `first`, so that many worlds stand in one database and may not see one
 * another.
 */
export function inventWorld(random: Random, first: number, acts: readonly string[]): World {
  const world: World = {
    units: [],
    placements: [],
    successions: [],
    people: [],
    memberships: [],
    heads: [],
    grants: [],
    delegations: [],
    obligations: [],
    accounts: [],
  }
  const draw = drawing(random)
  plantTree(world, draw, first)
  for (const day of [-900, -30, -1, 0, 0, 1, 40]) if (draw.chance(0.5)) rearrange(world, draw, day)
  // Who was moved twice on one day was never where they stood between.
  world.placements = world.placements.filter(({ from, to }) => from < to)
  const count = draw.between(8, 14)
  for (let i = 1; i <= count; i++) world.people.push(first + i)
  for (const person_id of world.people) settle(world, draw, person_id)
  giveRoles(world, draw)
  lendRoles(world, draw, acts)
  openAccounts(world, draw)
  grant(world, draw, ['reporter', 'editor', 'fact-checker', 'publisher'], { least: 0, most: 5 })
  return world
}

type Draw = ReturnType<typeof drawing>

function drawing(random: Random) {
  const below = (limit: number) => Math.floor(random() * limit)
  const chance = (share: number) => random() < share
  return {
    chance,
    between: (least: number, most: number) => least + below(most - least + 1),
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    /** Mostly in force today; else over, or to come, with today at an edge. */
    span: (): Span =>
      chance(0.7)
        ? { from: -below(3) * 200, to: chance(0.5) ? ever : 1 + below(2) * 300 }
        : chance(0.5)
          ? { from: -1000, to: -below(2) * 50 }
          : { from: 1 + below(2) * 50, to: ever },
  }
}

// ── Units
// ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function plantTree(world: World, draw: Draw, first: number): void {
  const root = found(world, first + 1, 1, null, beginning)
  for (let i = 0; i < draw.between(1, 2); i++) {
    const district = found(world, next(world), 2, root, beginning)
    for (let j = 0; j < draw.between(1, 3); j++) {
      const base = found(world, next(world), 3, district, beginning)
      for (let k = 0; k < draw.between(0, 3); k++) found(world, next(world), 4, base, beginning)
    }
  }
}

function next(world: World): number {
  return world.units.at(-1)!.unit_id + 1
}

function found(world: World, unit_id: number, rank: number, parent_id: number | null, from: number): number {
  world.units.push({ unit_id, rank, from, to: ever })
  if (parent_id !== null) world.placements.push({ unit_id, parent_id, from, to: ever })
  return unit_id
}

/** Two units of one parent become one, or one becomes two, on a day; what stood below is placed anew. */
function rearrange(world: World, draw: Draw, day: number): void {
  const living = world.units.filter(unit => unit.rank > 1 && unit.to === ever && unit.from < day)
  if (living.length === 0) return
  const one = draw.pick(living)
  const parent_id = parentOn(world, one.unit_id, day)!
  const others = living.filter(
    unit => unit.unit_id !== one.unit_id && unit.rank === one.rank && parentOn(world, unit.unit_id, day) === parent_id,
  )
  const olds = others.length > 0 ? [one, draw.pick(others)] : [one]
  const heirs =
    olds.length === 2
      ? [found(world, next(world), one.rank, parent_id, day)]
      : [1, 2].map(() => found(world, next(world), one.rank, parent_id, day))
  for (const old of olds) endInto(world, draw, old, heirs, day)
}

function endInto(world: World, draw: Draw, old: Unit, heirs: number[], day: number): void {
  old.to = day
  for (const placement of world.placements) if (placement.unit_id === old.unit_id && placement.to === ever) placement.to = day
  const shares = heirs.length === 1 ? [1] : draw.pick([[0.6, 0.4], [0.3, 0.7], [0.5, 0.5]]) // biome-ignore format: pairs
  heirs.forEach((successor_id, i) => {
    world.successions.push({ predecessor_id: old.unit_id, successor_id, day, share: shares[i]! })
  })
  for (const child of world.placements.filter(placement => placement.parent_id === old.unit_id && placement.to === ever)) {
    child.to = day
    world.placements.push({ unit_id: child.unit_id, parent_id: draw.pick(heirs), from: day, to: ever })
  }
}

function parentOn(world: World, unit_id: number, day: number): number | undefined {
  return world.placements.find(placement => placement.unit_id === unit_id && placement.from <= day && day < placement.to)?.parent_id
}

// ── People
// ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function settle(world: World, draw: Draw, person_id: number): void {
  const homes = world.units.filter(({ rank }) => rank >= 3)
  if (draw.chance(0.9)) {
    const moved = draw.pick([-500, 0, 1, ever])
    world.memberships.push({ person_id, unit_id: draw.pick(homes).unit_id, from: -2000, to: moved, is_known: true })
    if (moved !== ever && draw.chance(0.7))
      world.memberships.push({ person_id, unit_id: draw.pick(homes).unit_id, from: moved, to: ever, is_known: true })
  }
  if (draw.chance(0.2)) world.memberships.push({ person_id, unit_id: draw.pick(homes).unit_id, from: -2000, to: ever, is_known: false })
  if (draw.chance(0.8)) world.obligations.push({ person_id, unit_id: draw.pick(homes).unit_id })
}

function giveRoles(world: World, draw: Draw): void {
  for (const { unit_id } of world.units) {
    if (draw.chance(0.5)) world.heads.push({ person_id: draw.pick(world.people), unit_id, ...draw.span(), is_known: draw.chance(0.85) })
  }
  grant(world, draw, ['unit-office', 'superior-office', 'administrator', 'auditor'], { least: 2, most: 8 })
}

function grant(world: World, draw: Draw, roles: readonly string[], { least, most }: { least: number; most: number }): void {
  for (let i = 0; i < draw.between(least, most); i++) {
    const grant = { person_id: draw.pick(world.people), unit_id: draw.pick(world.units).unit_id, role: draw.pick(roles) }
    if (!world.grants.some(other => sameRole(other, grant))) world.grants.push({ ...grant, ...draw.span(), is_known: draw.chance(0.85) })
  }
}

function sameRole(
  one: World['grants'][number],
  { person_id, unit_id, role }: { person_id: number; unit_id: number; role: string },
): boolean {
  return one.person_id === person_id && one.unit_id === unit_id && one.role === role
}

/** Mostly of roles that their giver holds; some of roles that they do not, or hold no more, or were lent themselves. */
function lendRoles(world: World, draw: Draw, acts: readonly string[]): void {
  const lendable = [
    ...world.heads.map(({ person_id, unit_id }) => ({
      giver_id: person_id,
      unit_id,
      role: rankOf(world, unit_id) >= 3 ? 'secretary' : 'leader',
    })),
    ...world.grants
      .filter(({ role }) => role.endsWith('office'))
      .map(({ person_id, unit_id, role }) => ({ giver_id: person_id, unit_id, role })),
  ]
  for (let i = 0; i < draw.between(0, 6) && lendable.length > 0; i++) {
    const lent = { ...draw.pick(lendable), receiver_id: draw.pick(world.people) }
    if (draw.chance(0.2)) lent.giver_id = draw.pick(world.people)
    const is_twin = world.delegations.some(
      d => d.giver_id === lent.giver_id && d.receiver_id === lent.receiver_id && d.role === lent.role && d.unit_id === lent.unit_id,
    )
    if (lent.giver_id === lent.receiver_id || is_twin) continue
    const { from, to } = draw.span()
    const limits = draw.chance(0.5) ? [] : wholeActs(acts.filter(() => draw.chance(0.2)))
    world.delegations.push({ ...lent, from, to: Math.min(to, 5000), acts: limits.length > 0 ? limits : null, is_known: draw.chance(0.85) })
  }
}

function openAccounts(world: World, draw: Draw): void {
  for (const person_id of world.people.filter(() => draw.chance(0.7))) {
    const other = draw.pick(world.people)
    const is_opened = draw.chance(0.6)
    const is_alone = is_opened && draw.chance(0.25) && other !== person_id
    world.accounts.push({ person_id, is_opened, on_word_of: is_alone ? other : null })
  }
}

function rankOf(world: World, unit_id: number): number {
  return world.units.find(unit => unit.unit_id === unit_id)!.rank
}
