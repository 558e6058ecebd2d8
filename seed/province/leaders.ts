import { type Book, nextNumber, write } from './book.ts'
import { rowsOf } from './history.ts'
import type { Life } from './organisation/life.ts'
import type { Organisation } from './organisation/load-organisation.ts'
import { type Person, spellOn } from './people.ts'
import { between, chance, type Random, randomFrom } from './random.ts'
import { day, forever, instantAt } from './time.ts'

/** A post with where its holders are sought: the base organisation, or several, whose members they are. */
type Post = { post_id: number; unit_id: number; label: string; title: string; is_head: boolean; life: Life; pool: number[] }
export type Tenure = {
  post: Post
  person: Person
  from: number
  to: number
  learned: number
  ended: number
}

/** What holders are known afterwards by cell, for those who endorse and approve. */
export type Leaders = { tenures: Tenure[]; secretary_of: Map<number, Person> }

const congress = { from: day('2020-04-10'), days: 110 }
const last_start = day('2023-06-30')

export function writeLeaders(book: Book, seed: number, organisation: Organisation, people: Person[]): Leaders {
  const seekers = seekersOf(organisation, people)
  const posts = [...postsOf(book, organisation)].filter(post => post.life.learned <= book.limit)
  for (const post of posts) write(book, 'post', [post.post_id, post.unit_id, post.title, post.is_head, true])
  const tenures = fillPosts(seed, seekers, posts)
  for (const tenure of tenures) {
    for (const { valid, recorded } of rowsOf(tenure, book.limit)) {
      write(book, 'tenure', [tenure.post.post_id, tenure.person.person_id, valid, recorded])
    }
  }
  return { tenures, secretary_of: seekers.first_of }
}

// ── Posts
// ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

type RoleAtUnit = [title: string, is_head: boolean]
const of_party: RoleAtUnit[] = [
  ['Bí thư', true],
  ['Phó Bí thư', false],
]
const of_government: RoleAtUnit[] = [
  ['Chủ tịch', true],
  ['Phó Chủ tịch', false],
]
const of_department: RoleAtUnit[] = [
  ['Giám đốc', true],
  ['Phó Giám đốc', false],
  ['Phó Giám đốc', false],
]

function* postsOf(book: Book, { party, government, departments, places }: Organisation): Generator<Post> {
  const { lives, of, root } = party
  const life_of = (unit: number) => lives.get(unit)!
  yield* seats(book, 'tinh-uy', root, [...of_party, ['Phó Bí thư', false]], life_of(root), [...party.base_of_department.values()])
  for (const { unit_id, key, unit_kind } of new Map(places.map(place => [place.unit_id, place])).values()) {
    const [committee, council] = [of.get(unit_id), government.of.get(unit_id)]
    if (committee === undefined || council === undefined || unit_kind === 'province') continue
    const pool = unit_kind === 'district' || unit_kind === 'city' ? basesUnder(party, unit_id) : [committee]
    yield* seats(book, `dang-bo-${key}`, committee, of_party, life_of(committee), pool)
    yield* seats(book, `ubnd-${key}`, council, of_government, government.lives.get(council)!, pool)
  }
  const keys = new Map(party.bodies.map(body => [body.base, body.key]))
  const communal = new Set(of.values())
  for (const base of party.bases) if (!communal.has(base)) yield* seats(book, keys.get(base)!, base, of_party, life_of(base), [base])
  for (const [name, unit] of departments) {
    yield* seats(book, name, unit, of_department, life_of(root), [party.base_of_department.get(name)!])
  }
}

function* seats(book: Book, label: string, unit_id: number, list: RoleAtUnit[], life: Life, pool: number[]): Generator<Post> {
  for (const [i, [title, is_head]] of list.entries()) {
    yield { post_id: nextNumber(book, 'post'), unit_id, label: `${label} ${i}`, title, is_head, life, pool }
  }
}

function basesUnder(party: Organisation['party'], place: number): number[] {
  return [...new Set(party.bodies.filter(body => body.place === place).map(body => body.base))]
}

// ── Holders
// ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Who may be asked, by the base organisation in which they started; each is asked once. */
type Seekers = { by_base: Map<number, Person[]>; first_of: Map<number, Person>; heirs_of: Map<number, number[]> }

function seekersOf({ party }: Organisation, people: Person[]): Seekers {
  const base_of = new Map(party.bodies.map(body => [body.unit_id, body.base]))
  const by_base = new Map<number, Person[]>()
  const first_of = new Map<number, Person>()
  for (const person of people) {
    const spell = person.spells.findLast(({ kind }) => kind === 'party-member')
    if (!spell || spell.to !== forever || spell.from > day('2018-01-01')) continue
    const base = base_of.get(spell.unit) ?? spell.unit
    if (!first_of.has(spell.unit)) first_of.set(spell.unit, person)
    const waiting = by_base.get(base)
    if (waiting) waiting.push(person)
    else by_base.set(base, [person])
  }
  const heirs_of = new Map<number, number[]>()
  for (const base of by_base.keys()) {
    for (const heir of party.lives.get(base)!.heirs) heirs_of.set(heir, [...(heirs_of.get(heir) ?? []), base])
  }
  return { by_base, first_of, heirs_of }
}

/** In the order of days, so that what the register does not know yet of one post takes nobody away from another. */
function fillPosts(seed: number, seekers: Seekers, posts: Post[]): Tenure[] {
  const vacant = posts.map(post => ({ post, from: post.life.from, learned: post.life.learned, random: randomFrom(seed, post.label) }))
  const tenures: Tenure[] = []
  while (vacant.length > 0) {
    const first = vacant.reduce((least, _, i) => (vacant[i]!.from < vacant[least]!.from ? i : least), 0)
    const next = vacant[first]!
    const tenure = next.from < last_start ? fillPost(next, seekers) : undefined
    if (tenure) tenures.push(tenure)
    if (!tenure || tenure.to >= next.post.life.to) vacant.splice(first, 1)
    else next.from = tenure.to + (chance(next.random, 0.3) ? between(next.random, 20, 80) : 0)
    next.learned = Math.max(instantAt(next.from + between(next.random, 1, 8), 10), tenure?.ended ?? 0)
  }
  return tenures
}

type Vacancy = { post: Post; from: number; learned: number; random: Random }

function fillPost({ post, from, learned, random }: Vacancy, seekers: Seekers): Tenure | undefined {
  const person = from < post.life.to ? nextHolder(seekers, post, from) : undefined
  if (!person) return undefined
  const to = endOf(random, post, from)
  const at_end = to === post.life.to ? post.life.ended : instantAt(to + between(random, 1, 8), 10)
  const ended = to === forever ? forever : Math.max(at_end, learned)
  return { post, person, from, to, learned, ended }
}

/**
 * At the congresses of 2020 nearly half of the seats change; a few change in other years. Never in the last days of a
 * year, nor in its first.
 */
function endOf(random: Random, post: Post, from: number): number {
  const at_congress = congress.from + between(random, 0, congress.days)
  const changes = [2017, 2018, 2019, 2021, 2022]
    .filter(() => chance(random, 0.06))
    .map(year => day(`${year}-02-15`) + between(random, 0, 200))
  const all = [...changes, ...(chance(random, 0.45) ? [at_congress] : [])].filter(on => on > from + 60).toSorted((a, b) => a - b)
  return Math.min(all[0] ?? forever, post.life.to)
}

function nextHolder({ by_base, heirs_of }: Seekers, { pool }: Post, on: number): Person | undefined {
  for (const base of pool) {
    for (const home of [base, ...(heirs_of.get(base) ?? [])]) {
      const waiting = by_base.get(home)
      const index = waiting?.findIndex(person => spellOn(person, on)?.kind === 'party-member') ?? -1
      if (index >= 0) return waiting!.splice(index, 1)[0]
    }
  }
}
