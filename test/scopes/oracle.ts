import { lookUp } from '../../src/basis/shared/look-up.ts'
import { policies } from '../../src/platform/role/policies.ts'
import { ever, type Span, type Unit, type World } from './invent-world.ts'

/**
 * What everybody may do, worked out from the world by sets alone: no SQL, nothing of the room but the table of
 * policies, which is what was decided. It shares no code with what it judges.
 */
export function oracleOf(world: World) {
  const unit_of = new Map(world.units.map(unit => [unit.unit_id, unit]))
  const reaches = new Map<number, Set<number>>()
  const reach = (root: number) => {
    if (!reaches.has(root)) reaches.set(root, reachOf(world, unit_of.get(root)!))
    return reaches.get(root)!
  }

  const own = (person_id: number) => [
    ...world.heads
      .filter(head => head.person_id === person_id && isSo(head) && unit_of.get(head.unit_id)!.from <= 0)
      .map(({ unit_id }) => ({ role: unit_of.get(unit_id)!.rank >= 3 ? 'secretary' : 'leader', unit_id })),
    ...world.grants.filter(grant => grant.person_id === person_id && isSo(grant)).map(({ role, unit_id }) => ({ role, unit_id })),
  ]

  /** What one person alone has opened uses no role. */
  const sleeps = (person_id: number) =>
    world.accounts.some(account => account.person_id === person_id && account.is_opened && account.on_word_of !== null)

  const held = (person_id: number) =>
    sleeps(person_id)
      ? []
      : [
          ...own(person_id).map(role => ({ ...role, giver_id: null as number | null, acts: null as string[] | null })),
          ...world.delegations
            .filter(lent => lent.receiver_id === person_id && isSo(lent))
            .filter(lent => own(lent.giver_id).some(({ role, unit_id }) => role === lent.role && unit_id === lent.unit_id)),
        ]

  /** Where somebody may act, and by whose power. */
  const powers = (person_id: number, noun: string, act: string) =>
    held(person_id)
      .filter(({ role, acts }) => rolesFor(noun, act).includes(role) && (acts === null || acts.includes(`${noun}.${act}`)))
      .filter(({ giver_id }) => giver_id === null || !in_ones_own_right.has(`${noun}.${act}`))
      .map(({ unit_id, giver_id }) => ({ giver_id, units: reach(unit_id) }))

  const scope = (person_id: number, noun: string, act: string) => new Set(powers(person_id, noun, act).flatMap(({ units }) => [...units]))

  const may = (person_id: number, noun: string, act: string, subject: { unit_id: number; person_id: number }) => {
    const judges = judging.has(`${noun}.${act}`)
    if (subject.person_id === person_id) {
      if (judges) return false
      if (rolesFor(noun, act).includes('self')) return true
    }
    return powers(person_id, noun, act).some(
      ({ giver_id, units }) => units.has(subject.unit_id) && !(judges && giver_id === subject.person_id),
    )
  }

  /** What the database shows somebody, table by table. */
  const seen = (person_id: number) => {
    const [persons, obligations, commitments] = ['person', 'obligation', 'commitment'].map(noun => scope(person_id, noun, 'read')) as [
      Set<number>,
      Set<number>,
      Set<number>,
    ]
    const partners = world.delegations
      .filter(({ giver_id, receiver_id }) => [giver_id, receiver_id].includes(person_id))
      .flatMap(({ giver_id, receiver_id }) => [giver_id, receiver_id])
    const members = world.memberships
      .filter(membership => isSo(membership) && persons.has(membership.unit_id))
      .map(membership => membership.person_id)
    const kept = scope(person_id, 'person', 'keep')
    const had = world.memberships
      .filter(({ unit_id, to, is_known }) => is_known && to <= 0 && kept.has(unit_id))
      .map(membership => membership.person_id)
    const owing = world.obligations.filter(({ unit_id }) => obligations.has(unit_id)).map(obligation => obligation.person_id)
    const of = (scope: Set<number>) =>
      world.obligations.filter(owed => owed.person_id === person_id || scope.has(owed.unit_id)).map(owed => owed.person_id)
    return {
      person_version: sorted([person_id, ...members, ...had, ...owing, ...partners]),
      obligation: sorted(of(obligations)),
      commitment: sorted(of(commitments)),
      membership: world.memberships.filter(membership => membership.person_id === person_id || persons.has(membership.unit_id)).length,
    }
  }

  /**
   * Where somebody's account could act, today or later: at each unit where they hold a role or were lent one, and
   * wherever that reaches.
   */
  const reached = (person_id: number) => {
    const at = [
      ...world.heads.filter(head => head.person_id === person_id && isNotOver(head)),
      ...world.grants.filter(grant => grant.person_id === person_id && isNotOver(grant)),
      ...world.delegations.filter(lent => lent.receiver_id === person_id && isNotOver(lent)),
    ]
    return new Set(at.flatMap(({ unit_id }) => [unit_id, ...reach(unit_id)]))
  }

  /**
   * Whether somebody may have a hand in opening another's account: a member of theirs, all of whose roles lie within
   * what they themselves reach for that act.
   */
  const mayRestore = (person_id: number, act: 'invite' | 'confirm' | 'end-session', whom: number) => {
    const mine = scope(person_id, 'account', act)
    const is_theirs = world.memberships.some(stay => stay.person_id === whom && isSo(stay) && mine.has(stay.unit_id))
    return person_id !== whom && is_theirs && [...reached(whom)].every(unit_id => mine.has(unit_id))
  }

  const isOpened = (person_id: number) => world.accounts.some(account => account.person_id === person_id && account.is_opened)
  const needsSecond = (person_id: number) => isOpened(person_id) || reached(person_id).size > 0

  /** As what somebody is in the world, lent roles included. */
  const rolesOf = (person_id: number) => held(person_id).map(({ role }) => role)
  const rolesHeld = (person_id: number) => held(person_id).map(({ role, unit_id }) => `${role} ${unit_id}`)

  return { scope, may, seen, rolesOf, rolesHeld, own, reached, mayRestore, isOpened, needsSecond, sleeps }
}

const in_ones_own_right = new Set([
  'account.confirm',
  'article.approve',
  'article.withdraw',
  'page.approve',
  'review.appraise',
  'review.decide',
  'exemplar.consent',
  'exemplar.nominate',
  'exemplar.recognise',
  'exemplar.verify',
  'exemplar.vote',
  'standing.appraise',
  'standing.decide',
  'standing.vote',
  'merger.confirm',
  'merger.propose',
  'unit.confirm',
  'unit.keep',
])

const judging = new Set([
  'commitment.return',
  'commitment.endorse',
  'commitment.approve',
  'plan.approve',
  'review.appraise',
  'review.decide',
  'contribution.verify',
  'limitation.verify',
  'standing.appraise',
  'standing.vote',
  'standing.decide',
  'account.invite',
  'account.confirm',
  'account.grant',
  'exemplar.verify',
  'exemplar.vote',
  'exemplar.recognise',
  'post.appoint',
])

function rolesFor(noun: string, act: string): readonly string[] {
  return lookUp(lookUp<Record<string, readonly string[]>>(policies, noun)!, act)!
}

export function sorted(numbers: number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function isSo({ from, to, is_known }: Span & { is_known: boolean }): boolean {
  return is_known && from <= 0 && 0 < to
}

function isNotOver({ to, is_known }: Span & { is_known: boolean }): boolean {
  return is_known && to > 0
}

/**
 * A living unit reaches what stands below it; an ended one what has become of what stood below it, where that is lower
 * than itself, or else what stands below the unit that goes on alone for it. Each answers for what was joined into
 * those.
 */
function reachOf(world: World, root: Unit): Set<number> {
  const reach = root.from > 0 ? new Set<number>() : root.to > 0 ? below(world, root.unit_id, 0) : after(world, root)
  const goes_on = root.to <= 0 && reach.size === 0 ? continuationOf(world, root.unit_id) : null
  if (goes_on !== null) for (const unit_id of below(world, goes_on, 0)) reach.add(unit_id)
  for (let grown = -1; grown !== reach.size; ) {
    grown = reach.size
    for (const unit of world.units) if (unit.to <= 0 && reach.has(heirOf(world, unit.unit_id))) reach.add(unit.unit_id)
  }
  return reach
}

function below(world: World, root: number, day: number): Set<number> {
  const found = new Set([root])
  for (const unit_id of found)
    for (const { unit_id: child, parent_id, from, to } of world.placements)
      if (parent_id === unit_id && from <= day && day < to) found.add(child)
  return found
}

function after(world: World, root: Unit): Set<number> {
  const line = [...below(world, root.unit_id, root.to - 1)].map(unit_id => ({ unit_id, since: root.to }))
  const known = new Set<string>()
  for (const { unit_id, since } of line)
    for (const { predecessor_id, successor_id, day } of world.successions) {
      const name = `${successor_id} ${day}`
      if (predecessor_id !== unit_id || day < since || day > 0 || known.has(name)) continue
      known.add(name)
      line.push({ unit_id: successor_id, since: day })
    }
  const is_member = (unit: Unit) => unit.from <= 0 && unit.to > 0 && unit.rank > root.rank
  return new Set(line.map(({ unit_id }) => unit_id).filter(unit_id => is_member(world.units.find(unit => unit.unit_id === unit_id)!)))
}

/**
 * The living unit at the end of a line whose every step has one predecessor and one successor; null where there is
 * none.
 */
function continuationOf(world: World, unit_id: number): number | null {
  const unit = world.units.find(unit => unit.unit_id === unit_id)!
  if (unit.to > 0) return unit_id
  const heir = heirOf(world, unit_id)
  const touching = world.successions.filter(edge => edge.predecessor_id === unit_id || edge.successor_id === heir)
  const is_alone = touching.length > 0 && touching.every(edge => edge.predecessor_id === unit_id && edge.successor_id === heir)
  return is_alone ? continuationOf(world, heir) : null
}

/** Of several heirs the one with the greatest share, then the first. */
function heirOf(world: World, unit_id: number): number {
  const edges = world.successions.filter(({ predecessor_id, day }) => predecessor_id === unit_id && day <= 0)
  const most = Math.max(...edges.map(({ share }) => share))
  return edges.find(({ share }) => share === most)?.successor_id ?? ever * -1
}
