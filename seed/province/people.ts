import { type Book, nextNumber, write } from './book.ts'
import { type Fact, known, rowsOf } from './history.ts'
import { type Body, opened, opening } from './organisation/bodies.ts'
import type { Party } from './organisation/found-party.ts'
import { heirOn, type Lives } from './organisation/life.ts'
import { between, chance, pick, type Random } from './random.ts'
import { day, dayText, forever, instantAt, instantText } from './time.ts'
import { nameOf, type People, peopleOf } from './words/names.ts'

/** A stay in one cell. */
export type Spell = Fact & { unit: number; kind: 'party-member' | 'probationary-member' | 'cadre' }
export type Person = {
  person_id: number
  name: string
  born: number
  gender: 'female' | 'male'
  people: People
  since: number
  spells: Spell[]
}

const at_start = { members: 29_400, cadres: 2_400 }
const joining_a_year = 1_050
const last_year = 2022

/** Everybody the register knows: members and cadres of its first day, and those who joined until the end of 2022. */
export function inventPeople(random: Random, party: Party, scale: number): Person[] {
  const homes = makeHomes(party.bodies)
  const people: Person[] = []
  const add = (since: number, least: number, most: number) => people.push(newPerson(random, homes, people.length + 1, since, least, most))
  const all = Math.round(at_start.members * scale)
  for (let i = 0; i < all; i++) {
    add(opened, 22, 78)
    enter(random, homes, people.at(-1)!, 'party-member', opening, opened)
  }
  for (let i = 0; i < Math.round(at_start.cadres * scale); i++) {
    add(opened, 22, 50)
    enter(random, homes, people.at(-1)!, 'cadre', opening, opened)
  }
  for (let year = 2016; year <= last_year; year++) passYear(random, party, homes, people, year, Math.round(joining_a_year * scale))
  for (const person of people) person.spells = person.spells.flatMap(spell => acrossMergers(party.lives, spell))
  return people
}

// ── Where they belong
// ────────────────────────────────────────────────────────────────────────────────────────────────────────────

type Homes = { bodies: Body[]; sums: number[]; of_offices: Body[]; peoples: Map<number, People> }

function makeHomes(all: Body[]): Homes {
  const bodies = all.filter(body => body.life.from === opening)
  let sum = 0
  const sums = bodies.map(body => {
    sum += body.weight
    return sum
  })
  return { bodies, sums, of_offices: bodies.filter(body => body.sort !== 'village'), peoples: new Map() }
}

/** A cell, each as likely as it is large. */
function someHome({ bodies, sums }: Homes, random: Random): Body {
  const at = random() * sums.at(-1)!
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sums[middle]! > at) high = middle
    else low = middle + 1
  }
  return bodies[low]!
}

/** In most villages one people is at home; elsewhere they mix as in the province. */
function peopleAt(random: Random, homes: Homes, home: Body): People {
  if (home.sort !== 'village' || chance(random, 0.3)) return peopleOf(random)
  if (!homes.peoples.has(home.unit_id)) homes.peoples.set(home.unit_id, peopleOf(random))
  return homes.peoples.get(home.unit_id)!
}

function newPerson(random: Random, homes: Homes, person_id: number, since: number, least: number, most: number): Person {
  const home = someHome(homes, random)
  const people = peopleAt(random, homes, home)
  const gender = chance(random, 0.42) ? 'female' : 'male'
  const born = Math.floor(since / 1440) - between(random, least * 365, most * 365)
  return { person_id, name: nameOf(random, people, gender), born, gender, people, since, spells: [spellAt(home.unit_id)] }
}

function spellAt(unit: number): Spell {
  return { unit, kind: 'party-member', from: opening, to: forever, learned: opened, ended: forever }
}

function enter(random: Random, homes: Homes, person: Person, kind: Spell['kind'], from: number, learned: number): void {
  const unit = kind === 'cadre' ? pick(random, homes.of_offices).unit_id : person.spells[0]!.unit
  person.spells = [{ unit, kind, from, to: forever, learned, ended: forever }]
}

// ── What becomes of them
// ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function passYear(random: Random, party: Party, homes: Homes, people: Person[], year: number, joining: number): void {
  const start = day(`${year}-01-01`)
  for (const person of people) liveOn(random, homes, person, start)
  const cadres = people.filter(({ spells }) => isCadreSince(spells.at(-1)!, start))
  for (let i = 0; i < joining; i++) {
    const on = start + between(random, 10, 350)
    const cadre = chance(random, 0.3) ? cadres.splice(Math.floor(random() * cadres.length), 1)[0] : undefined
    const person = cadre ?? newcomer(random, homes, people, on)
    admit(random, person, heirOn(party.lives, person.spells.at(-1)!.unit, on), on, cadre !== undefined)
  }
}

function isCadreSince({ kind, from, to }: Spell, start: number): boolean {
  return kind === 'cadre' && to === forever && from <= start
}

function newcomer(random: Random, homes: Homes, people: Person[], on: number): Person {
  const person = newPerson(random, homes, people.length + 1, instantAt(on + 5, 10), 19, 40)
  people.push(person)
  return person
}

/** Twelve months on probation, then a full member. */
function admit(random: Random, person: Person, unit: number, on: number, was_cadre: boolean): void {
  const learned = instantAt(on + between(random, 2, 9), between(random, 8, 16))
  const full = on + 365
  const confirmed = instantAt(full + between(random, 2, 9), 9)
  if (was_cadre) endSpell(person, on, learned)
  else {
    person.spells = []
    person.since = learned
  }
  person.spells.push({ unit, kind: 'probationary-member', from: on, to: full, learned, ended: confirmed })
  person.spells.push({ unit, kind: 'party-member', from: full, to: forever, learned: confirmed, ended: forever })
}

function liveOn(random: Random, homes: Homes, person: Person, start: number): void {
  const spell = person.spells.at(-1)!
  if (spell.to !== forever || spell.from > start) return
  const age = (start - person.born) / 365
  const leaving = 0.0015 + (age > 60 ? 0.006 : 0.0008) + (age > 75 ? 0.02 : 0)
  const on = start + between(random, 3, 360)
  const fate = random()
  if (fate < leaving) endSpell(person, on, instantAt(on + between(random, 1, 12), between(random, 8, 16)))
  if (fate < leaving || fate > leaving + 0.014) return
  const home = age > 58 ? someHome(homes, random) : pick(random, homes.of_offices)
  const learned = instantAt(on + between(random, 1, 10), between(random, 8, 16))
  endSpell(person, on, learned)
  person.spells.push({ unit: home.unit_id, kind: spell.kind, from: on, to: forever, learned, ended: forever })
}

function endSpell(person: Person, on: number, learned: number): void {
  Object.assign(person.spells.at(-1)!, { to: on, ended: learned })
}

/** A stay in a cell that was joined with another goes on in the joined one. */
function acrossMergers(lives: Lives, spell: Spell): Spell[] {
  const life = lives.get(spell.unit)!
  const heir = life.heirs[0]
  if (heir === undefined || spell.to <= life.to) return [spell]
  if (spell.from >= life.to) return acrossMergers(lives, { ...spell, unit: heir })
  const learned = Math.max(life.ended, spell.learned)
  const before = { ...spell, to: life.to, ended: learned }
  const after = { ...spell, unit: heir, from: life.to, learned }
  return [before, ...acrossMergers(lives, after)]
}

// ── On paper
// ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export function writePeople(book: Book, people: Person[]): void {
  for (const { person_id, name, born, gender, people: ethnicity, since, spells } of people) {
    if (nextNumber(book, 'person') !== person_id) throw new Error('persons are numbered from 1')
    if (since > book.limit) continue
    write(book, 'person', [person_id, instantText(since)])
    write(book, 'person_version', [person_id, name, dayText(born), gender, ethnicity, known(since)])
    for (const spell of spells) {
      for (const { valid, recorded } of rowsOf(spell, book.limit))
        write(book, 'membership', [person_id, spell.unit, spell.kind, valid, recorded])
    }
  }
}

/** The stay of a person on a day. */
export function spellOn(person: Person, on: number): Spell | undefined {
  return person.spells.find(spell => spell.from <= on && on < spell.to)
}
