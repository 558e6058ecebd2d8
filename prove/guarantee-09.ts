import { CompiledQuery } from 'kysely'
import { withoutMarks } from '../src/basis/shared/vietnamese.ts'
import { look } from '../src/platform/sign-in/index.ts'
import { ask, openDoor } from './door.ts'
import { onOwnGround } from './ground.ts'
import { goneAtItsHour, nameTakenBack } from './newsroom-doors.ts'
import { approveFor, begin, bring, type Newsroom, openNewsroom, publishAt, textWith, ways } from './newsroom-scene.ts'
import type { Proved } from './proof.ts'

/** Tries: one visitor at one address, over drafts in every state and editions that wait for their hour. */
export const n = 1000
export const nightly_n = 40_000

const hour_ms = 3_600_000

/**
 * 9. Nothing appears before its hour: not to a stranger, not to a member, not to the publisher of another newsroom; on
 *    no page, feed, picture, figure, run or desk whose address anybody could guess; and no row of it in bare SQL. At
 *    its hour it stands on all of them. What is to be withdrawn at an hour is public until then and gone after; and a
 *    person who takes their consent back is named at no door a second later.
 */
export function run(tries: number): Promise<Proved> {
  return knock(tries, async () => {}, { walks_doors: true })
}

/**
 * A program that does not wait for the hour must be caught; and without the wall of the database, SQL must show rows.
 * So must a register that takes every consent for one in force, and a program that does not withdraw what is to go.
 */
export async function control(): Promise<boolean> {
  const early = await knock(300, newsroom => publishAt(newsroom, new Date(Date.now() + 48 * hour_ms)))
  const unguarded = await knock(30, async ({ register }) => {
    for (const table of draft_tables) await register.owner.query(`alter table ${table} disable row level security`)
  })
  const named = await onDoors(async (newsroom, address) => nameTakenBack(newsroom, address, takeEveryConsent))
  const kept = await onDoors(async (newsroom, address) => goneAtItsHour(newsroom, address, async () => {}))
  return early.failures > 0 && unguarded.failures > 0 && named > 0 && kept > 0
}

async function takeEveryConsent({ register }: Newsroom): Promise<void> {
  await register.owner.query(
    `create or replace function has_consent(of_exemplar bigint, in_scope text) returns boolean language sql stable parallel safe as 'select true'`,
  )
}

/** How many hits one walk of the doors finds on a ground of its own. */
function onDoors(walk: (newsroom: Newsroom, address: string) => Promise<{ hits: string[] }>): Promise<number> {
  return onOwnGround(async newRegister => {
    const newsroom = await openNewsroom(await newRegister())
    const door = await openDoor(newsroom.register)
    try {
      return (await walk(newsroom, door.address)).hits.length
    } finally {
      await door.close()
    }
  })
}

const draft_tables = [
  'draft',
  'draft_hand',
  'draft_step',
  'draft_version',
  'draft_approval',
  'draft_comment',
  'draft_comment_act',
  'draft_countersign',
  'withdrawal_plan',
]

function knock(tries: number, before: (newsroom: Newsroom) => Promise<void>, { walks_doors = false } = {}): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const newsroom = await openNewsroom(await newRegister())
    const door = await openDoor(newsroom.register)
    try {
      const words = await writeInEveryState(newsroom)
      await before(newsroom)
      const rows = await rowsSeen(newsroom)
      const seen = await visit(newsroom, door.address, words, tries)
      await publishAt(newsroom, new Date(Date.now() + 48 * hour_ms))
      const unseen = await missingAtTheirHour(door.address, words.scheduled)
      const walks = walks_doors ? await walkDoors(newsroom, door.address) : []
      const walked = walks.flatMap(({ hits }) => hits)
      const notes = [
        ...walks.map(({ tries, hits }) => `${tries} tries at doors of what was taken back, ${hits.length} hits`),
        `${seen.tries} tries, ${seen.hits.length} hits, ${rows} rows seen in SQL; at their hour ${words.scheduled.length} texts, ${unseen.length} missing`,
      ]
      return {
        failures: seen.hits.length + rows + unseen.length + walked.length,
        notes: [...notes, ...walked.slice(0, 3), ...seen.hits.slice(0, 3), ...unseen.slice(0, 3)],
      }
    } finally {
      await door.close()
    }
  })
}

/** The name of whoever takes their consent back, and an article that is to go at an hour. */
async function walkDoors(newsroom: Newsroom, address: string) {
  const named = await nameTakenBack(newsroom, address, async () => {})
  const gone = await goneAtItsHour(newsroom, address, at => publishAt(newsroom, new Date(at.getTime() + 1000)))
  return [named, gone]
}

type Words = { all: string[]; scheduled: string[] }

/** Two drafts in each state, and two that wait for their hour: no word of them stands anywhere else. */
async function writeInEveryState(newsroom: Newsroom): Promise<Words> {
  const words: Words = { all: [], scheduled: [] }
  for (let i = 0; i < 2 * (ways + 2); i++) {
    const word = `kínbưng${i}`
    const steps = Math.floor(i / 2)
    const draft_id = await begin(newsroom, textWith(word))
    await bring(newsroom, draft_id, steps)
    if (steps > ways) await approveFor(newsroom, draft_id, new Date(Date.now() + (24 + i) * hour_ms))
    if (steps > ways) words.scheduled.push(word)
    words.all.push(word)
  }
  return words
}

/** Addresses that anybody could guess: those of the map, in both languages, with numbers from 1 on. */
function* addresses(words: string[]): Generator<string> {
  const plain = [
    '/',
    '/tin',
    '/tin.atom',
    '/tin.rss',
    '/tin.json',
    '/chuyen-muc/nong-thon-moi',
    '/chuyen-muc/nong-thon-moi/tin.rss',
    '/chu-de',
    '/sitemap.xml',
    '/sitemap-tin.xml',
    '/co-cau/tinh-bac-kan',
    '/co-cau/tinh-bac-kan/tin.rss',
    '/tim?q=mo+dau&noi=tinh+bac+kan',
    `/tin/ngay/${new Date().getFullYear()}`,
    '/dinh-chinh',
    '/so-lieu',
    '/so-lieu/F16',
    '/so-lieu/F16/nhung',
    '/so-lieu/F16.json',
    '/so-lieu/F16.csv',
    '/kiem-so',
    '/ban-tin',
  ]
  for (const path of plain) yield path
  for (let i = 1; ; i++) {
    const unmarked = withoutMarks(words[i % words.length]!)
    const slug = slugOf(words[i % words.length]!)
    yield* [
      // Asked without marks: what it was asked, the page of a search says back.
      `/tim?q=${unmarked}`,
      `/tim/goi-y?q=${unmarked.slice(0, 3)}`,
      `/tim?q=mo+dau&chu-de=chu-de-${unmarked}`,
      `/chu-de/chu-de-${unmarked}`,
      `/chu-de/chu-de-${unmarked}/tin.rss`,
      `/bai/${i}`,
      `/bai/${i}-${slug}`,
      `/bai/${i}-${slug}/ban/1`,
      `/so-lieu/lan-tinh/${i}`,
      `/so-lieu/lan-tinh/${i}.json`,
      `/so-lieu/lan-tinh/${i}.csv`,
    ]
    yield* [`/ban-tin/${i}`, `/ban-tin/${i}/sua`, `/ban-tin/${i}/ban/1`, `/ban-tin/go/${i}`, `/tranh/${slug}.png`]
  }
}

async function visit({ cast }: Newsroom, address: string, words: Words, most: number): Promise<{ tries: number; hits: string[] }> {
  const hits: string[] = []
  // 0 is nobody's session: a stranger.
  const visitors = [0, cast.member.person_id, cast.neighbour.person_id]
  let tries = 0
  for (const path of addresses(words.all)) {
    if (tries >= most) break
    for (const visitor of visitors)
      for (const language of ['', '/en']) {
        const { text } = await ask(address, visitor, language + path)
        tries++
        hits.push(...words.all.filter(word => tells(text, path, word)).map(word => `${visitor} ${language}${path}: ${word}`))
      }
  }
  return { tries, hits }
}

/** Whether it has the word, or leads to an article by its address, which has no marks; what was asked may be said back. */
function tells(text: string, path: string, word: string): boolean {
  return text.includes(word) || (!path.includes(withoutMarks(word)) && text.includes(slugOf(word)))
}

function slugOf(word: string): string {
  return `bai-${withoutMarks(word)}`
}

/** What bare SQL shows of drafts under the application’s role: to nobody, to a member, to another newsroom. */
async function rowsSeen({ register, cast }: Newsroom): Promise<number> {
  let rows = 0
  for (const person_id of [null, cast.member.person_id, cast.neighbour.person_id])
    for (const table of draft_tables)
      rows += await look(
        register.database,
        { person_id },
        async db => (await db.executeQuery(CompiledQuery.raw(`select 1 from ${table}`))).rows.length,
      )
  return rows
}

/** At its hour a text stands in every list, feed and sitemap, and is found: what nobody ever sees would be hidden well, too. */
async function missingAtTheirHour(address: string, words: string[]): Promise<string[]> {
  const lists = [
    ...['/tin', '/tin.atom', '/tin.rss', '/tin.json', '/chuyen-muc/nong-thon-moi', '/chu-de', '/sitemap.xml'],
    ...['/co-cau/tinh-bac-kan', '/co-cau/tinh-bac-kan/tin.rss', '/tim?q=mo+dau', '/tim?q=mo+dau&noi=tinh+bac+kan'],
  ]
  const pages = await Promise.all(lists.map(path => ask(address, 0, path)))
  return pages.flatMap(({ text }, i) => words.filter(word => !tells(text, lists[i]!, word)).map(word => `${word} is not on ${lists[i]}`))
}
