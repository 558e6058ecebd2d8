import { createHash } from 'node:crypto'
import { pick, randomFrom } from '../seed/province/random.ts'
import { addDays, dayOf } from '../src/basis/shared/dates.ts'
import { ask, openDoor } from './door.ts'
import type { Register } from './ground.ts'

/** What was read in public, whom it named without their consent, and whom it did not name though they agreed. */
export type NamesProved = { pages: number; leaks: number; missed: number; first: string[] }

const scopes = ['name', 'story', 'place', 'notice'] as const
type Scope = (typeof scopes)[number]
/** How a consent stands: never given, in force, taken back, given for a time to come, or recorded and corrected away. */
const ways = ['never', 'given', 'taken-back', 'to-come', 'corrected'] as const
type Invented = {
  exemplar_id: number
  name: string
  agreed: Record<Scope, (typeof ways)[number]>
  award: 'none' | 'stands' | 'revoked'
  /** When its notice was opened, in days before today. */
  notice: number | null
}

const first_id = 5_000_000
const instrument_id = 5001

/**
 * Exemplars whose consent is drawn at random, item by item; beside them members of the register and givers, whom nobody
 * asked. Every page that links lead everybody to is read, and those of each exemplar, award and notice at its address.
 * Then half of those who agreed take it back, and all is read again.
 */
export async function proveNames(register: Register, { exemplars, seed }: { exemplars: number; seed: number }): Promise<NamesProved> {
  const invented = inventExemplars(exemplars, seed)
  await load(register, invented)
  const door = await openDoor(register)
  const proved: NamesProved = { pages: 0, leaks: 0, missed: 0, first: [] }
  try {
    await readAll(door.address, invented, proved)
    const later = invented.map((one, i) => (i % 2 === 0 ? one : takenBack(one)))
    await takeBack(register, later)
    await untilGone(door.address, invented, later)
    await readAll(door.address, later, proved)
    return proved
  } finally {
    await door.close()
  }
}

function inventExemplars(n: number, seed: number): Invented[] {
  const random = randomFrom(seed, 'consent')
  return Array.from({ length: n }, (_, i) => ({
    exemplar_id: first_id + i,
    name: nameOf('Nông', i),
    // In force as often as not.
    agreed: Object.fromEntries(scopes.map(scope => [scope, random() < 0.4 ? 'given' : pick(random, ways)])) as Invented['agreed'],
    award: pick(random, ['stands', 'stands', 'stands', 'revoked', 'none'] as const),
    notice: pick(random, [null, 0, 3, 400]),
  }))
}

/** A name that no other begins with: «Nông Thị Qaab». */
function nameOf(family: string, i: number): string {
  const letters = [...i.toString(26).padStart(4, '0')].map(digit => 'abcdefghijklmnopqrstuvwxyz'[Number.parseInt(digit, 26)])
  return `${family} Thị Q${letters.join('')}`
}

function takenBack(one: Invented): Invented {
  const over = (way: (typeof ways)[number]) => (way === 'given' ? 'taken-back' : way)
  return { ...one, agreed: Object.fromEntries(scopes.map(scope => [scope, over(one.agreed[scope])])) as Invented['agreed'] }
}

const mayBeNamed = ({ agreed }: Invented) => agreed.name === 'given'
const mayBeInNotice = ({ agreed, notice }: Invented) => agreed.notice === 'given' && notice !== null && notice < 10
const bystanders = 20

async function load({ owner }: Register, invented: readonly Invented[]): Promise<void> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  await owner.query(ground)
  const today = dayOf(new Date())
  for (const { exemplar_id, name, agreed, award, notice } of invented) {
    const here = [exemplar_id, achievementOf(exemplar_id)]
    await owner.query(`insert into exemplar (exemplar_id, kind, field, unit_id) values ($1, $2, 'economy', 5002)`, [
      exemplar_id,
      exemplar_id % 3 === 0 ? 'collective' : 'individual',
    ])
    await owner.query('insert into exemplar_profile (exemplar_id, name) values ($1, $2)', [exemplar_id, name])
    await owner.query('insert into exemplar_story (exemplar_id, story_vi, story_en) values ($1, $2, $2)', [
      exemplar_id,
      `Chuyện của ${name}.`,
    ])
    for (const scope of scopes) await giveConsent(owner, exemplar_id, scope, agreed[scope], today)
    if (award !== 'none')
      await owner.query(
        `insert into recognition (exemplar_id, achievement, level, form, instrument_id, decided_on, revoked_on)
         values ($1, $2, 'province', 'title', ${instrument_id}, '2020-05-05', $3)`,
        [...here, award === 'revoked' ? '2021-01-01' : null],
      )
    if (exemplar_id % 4 === 0)
      await owner.query(
        `insert into model (model_id, exemplar_id, name, what, started_on) values ($1, $1, $2, 'Cùng làm.', '2021-01-01')`,
        here,
      )
    if (notice === null) continue
    await owner.query(
      `with n as (insert into nomination (exemplar_id, unit_id, nominated_by) values ($1::bigint, 5001, 5000) returning nomination_id)
       insert into notice (notice_id, nomination_id, exemplar_id, name, achievement, opened_on, working_days)
       select $1, nomination_id, $1, $2, $3, $4, 10 from n`,
      [exemplar_id, name, here[1], addDays(today, -notice)],
    )
  }
  await owner.query('reset neu_guong.loading')
}

async function giveConsent(
  owner: Register['owner'],
  exemplar_id: number,
  scope: Scope,
  way: (typeof ways)[number],
  today: string,
): Promise<void> {
  if (way === 'never') return
  const valid = {
    given: `[2020-01-01,infinity)`,
    corrected: `[2020-01-01,infinity)`,
    'taken-back': `[2020-01-01,${today})`,
    'to-come': `[${addDays(today, 1)},infinity)`,
  }[way]
  const recorded = way === 'corrected' ? '[2020-01-01,2020-02-01)' : '[2020-01-01,infinity)'
  await owner.query('insert into consent (exemplar_id, scope, valid, recorded) values ($1, $2, $3, $4)', [
    exemplar_id,
    scope,
    valid,
    recorded,
  ])
}

/** A commune under its province, and people whom nobody asked: members, the head of a unit, givers. */
const ground = `
  insert into instrument (instrument_id, number, kind, issuer, title, signed_on) values (${instrument_id}, '1/QĐ', 'decision', 'UBND tỉnh', 'x', '2020-05-05');
  insert into unit (unit_id, key) values (5000, 'tinh-q'), (5002, 'xa-q'), (5001, 'dang-uy-q');
  insert into unit_version (unit_id, name, unit_kind, valid, recorded)
  select unit_id, name, unit_kind, '[2015-01-01,infinity)', '[2015-01-01,infinity)'
    from (values (5000, 'Tỉnh Quê', 'province'), (5002, 'Xã Quê', 'commune'), (5001, 'Đảng ủy Quê', 'province-committee')) v (unit_id, name, unit_kind);
  insert into placement (unit_id, hierarchy, parent_id, valid, recorded)
  values (5002, 'territory', 5000, '[2015-01-01,infinity)', '[2015-01-01,infinity)');
  insert into person (person_id) select 5000 + i from generate_series(0, ${bystanders - 1}) i;
  insert into contribution (contribution_id, contribution_kind, quantity, work, place_id, given_on)
  select 5000 + i, 'land', 100, 'đường thôn', 5002, '2021-03-03' from generate_series(0, ${bystanders - 1}) i;
  insert into contribution_verification (contribution_id, verified_on) select 5000 + i, '2021-03-04' from generate_series(0, ${bystanders - 1}) i;
  ${Array.from(
    { length: bystanders },
    (_, i) => `
  insert into person_version (person_id, full_name) values (${5000 + i}, '${nameOf('Vi', i)}');
  insert into contribution_giver (contribution_id, household, consented_on) values (${5000 + i}, '${nameOf('Hà', i)}', '2021-03-03');`,
  ).join('')}`

async function takeBack({ owner }: Register, later: readonly Invented[]): Promise<void> {
  await owner.query('begin')
  await owner.query(
    `with ended as (update consent set recorded = closed(recorded)
                     where exemplar_id = any ($1) and is_open(recorded) and valid @> today_in_vietnam() returning *)
     insert into consent (exemplar_id, scope, valid) select exemplar_id, scope, daterange(lower(valid), today_in_vietnam()) from ended`,
    [later.filter((_, i) => i % 2 === 1).map(({ exemplar_id }) => exemplar_id)],
  )
  await owner.query('commit')
}

/** Until the pages that are kept have heard of it: one of those who took it back is gone. */
async function untilGone(address: string, before: readonly Invented[], later: readonly Invented[]): Promise<void> {
  const gone = before.find((one, i) => mayBeNamed(one) && one.award === 'stands' && !mayBeNamed(later[i]!))
  for (let tries = 0; gone && tries < 100; tries++) {
    if ((await ask(address, 0, `/dien-hinh/${gone.exemplar_id}`)).status === 404) return
    await new Promise(resolve => setTimeout(resolve, 200))
  }
}

const starts = [
  '/',
  '/dien-hinh',
  '/dien-hinh/lay-y-kien',
  '/mo-hinh',
  '/tin',
  '/so-lieu',
  '/co-cau',
  '/phong-trao',
  '/so-do-trang',
  '/sitemap.xml',
]
/** Of figures, structure and models there is a page for every day, unit and exemplar: so many of them. */
const most_followed = 300

/** Reads every page once; whoever may be named must be named somewhere, and nobody else anywhere. */
async function readAll(address: string, invented: readonly Invented[], proved: NamesProved): Promise<void> {
  const named = new Set<string>()
  const read = async (path: string): Promise<string> => {
    const { text } = await ask(address, 0, path)
    proved.pages++
    const is_notice = /^(\/en)?\/dien-hinh\/lay-y-kien/.test(path)
    for (const [name] of text.matchAll(/(?:Nông|Vi|Hà) Thị Q[a-z]{4}/g)) {
      named.add(`${is_notice ? 'notice' : 'name'} ${name}`)
      if (isWrong(is_notice, name)) note(proved, 'leaks', `${path} names ${name}`)
    }
    return text
  }
  const by_name = new Map(invented.map(one => [one.name, one]))
  const isWrong = (is_notice: boolean, name: string) => {
    const one = by_name.get(name)
    return !one || !(is_notice ? mayBeInNotice(one) : mayBeNamed(one))
  }
  await follow(read)
  for (const path of invented.flatMap(addressesOf)) await read(path)
  for (const one of invented) {
    if (mayBeNamed(one) && one.award === 'stands' && !named.has(`name ${one.name}`)) note(proved, 'missed', `nobody names ${one.name}`)
    if (mayBeInNotice(one) && !named.has(`notice ${one.name}`)) note(proved, 'missed', `no notice names ${one.name}`)
  }
}

/** Where a reader who knows the numbers could look for somebody: their notice and model have the same number. */
function addressesOf({ exemplar_id, name }: Invented): string[] {
  const award = `${exemplar_id} ${instrument_id} ${achievementOf(exemplar_id)}`
  const code = createHash('md5').update(award).digest('hex').slice(0, 24)
  const own = [`/dien-hinh/${exemplar_id}`, `/chung-nhan/${code}`, `/dien-hinh/lay-y-kien/${exemplar_id}`, `/mo-hinh/${exemplar_id}`]
  return [...own, `/en${own[0]}`, `/tim?q=${name.split(' ').at(-1)}`, `/tim/goi-y?q=${name.split(' ').at(-1)}`]
}

const achievementOf = (exemplar_id: number) => `Việc tốt số ${exemplar_id}`

/** The pages that links lead to, in the order in which a reader meets them. */
async function follow(read: (path: string) => Promise<string>): Promise<void> {
  const ahead = [...starts, ...starts.map(path => `/en${path}`)]
  const met = new Set(ahead)
  let followed = 0
  for (let path = ahead.shift(); path !== undefined && followed < most_followed; path = ahead.shift(), followed++) {
    const text = await read(path)
    for (const [, href] of text.matchAll(/<a\b[^>]*\bhref="([^"#]+)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      if (!next.startsWith('/') || met.has(next)) continue
      met.add(next)
      if (/^(\/en)?\/(dien-hinh|mo-hinh|chung-nhan)/.test(next)) ahead.unshift(next)
      else ahead.push(next)
    }
  }
}

function note(proved: NamesProved, what: 'leaks' | 'missed', said: string): void {
  proved[what]++
  if (proved.first.length < 5) proved.first.push(said)
}
