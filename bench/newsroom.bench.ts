import { ask, openDoor } from '../prove/door.ts'
import { onOwnGround } from '../prove/ground.ts'
import { approveFor, begin, bring, type Newsroom, openNewsroom, publishAt, textWith } from '../prove/newsroom-scene.ts'
import { from_the_newest, listArticles, listHeadlines, listPublished, type PublishedAsked } from '../src/publishing/newsroom/index.ts'
import { percentile, type Result, rounded, type Say, timed } from './measure.ts'

const archive = 10_000
const published = 200
const readers = 8
const times = 30
const list_goal_ms = 50
const fresh_goal_ms = 1000

/**
 * Lists over 10,000 articles with every filter; then 200 articles published one after another while readers read, each
 * timed from the press until it stands on its page, in the list and in the feed.
 */
export function bench(say: Say): Promise<Result[]> {
  return onOwnGround(async newRegister => {
    const newsroom = await openNewsroom(await newRegister())
    say(`${archive} articles of an archive`)
    await addArchive(newsroom)
    const lists = await timeLists(newsroom)
    say(`${published} drafts to the approver`)
    const words = await approveAll(newsroom)
    const door = await openDoor(newsroom.register)
    const reading = startReaders(door.address)
    try {
      const taken: number[] = []
      for (const { word, title, at } of words) taken.push(await timeOne(newsroom, door.address, { word, title, at }))
      say(`${await reading.stop()} pages read by ${readers} readers meanwhile`)
      return [...lists, fresh('publish → fresh on page, list and feed', taken)]
    } finally {
      await reading.stop()
      await door.close()
    }
  })
}

/** Every section, spread over five years, a tenth of it corrected once. */
async function addArchive({ register: { owner } }: Newsroom): Promise<void> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  await owner.query(
    `insert into article (article_id, slug, topic)
     select 100000 + i, 'bai-luu-' || i, (array['programme', 'exemplar', 'countryside', 'contribution', 'territory', 'register'])[1 + i % 6]
       from generate_series(1, $1::integer) i`,
    [archive],
  )
  await owner.query(
    `insert into edition (article_id, lang, number, title, lead, body, byline, published_at, digest, follows, note)
     select 100000 + i, 'vi', n, (array['Đường mới', 'Vườn ươm', 'Hiến đất', 'Nhà họp thôn'])[1 + i % 4] || ' ở thôn số ' || i, 'Sa pô.',
            jsonb_build_array(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('text', repeat('Một câu của bài. ', 60))))),
            'Người viết', '2021-01-01'::timestamptz + i * interval '4 hours' + (n - 1) * interval '1 day', repeat('0', 64),
            case n when 2 then 'correction' end, case n when 2 then 'Sửa một chữ.' end
       from generate_series(1, $1::integer) i, generate_series(1, 2) n
      where n = 1 or i % 10 = 0`,
    [archive],
  )
  await owner.query('analyze article, edition')
}

async function timeLists({ register: { database } }: Newsroom): Promise<Result[]> {
  const { db } = database
  const none: PublishedAsked = { topic: null, kind: null, since: null, until: null, words: null, limit: 51, ...from_the_newest }
  const filters: [string, Partial<PublishedAsked>][] = [
    ['no filter', {}],
    ['a section', { topic: 'exemplar' }],
    ['corrections', { kind: 'correction' }],
    ['what was withdrawn', { kind: 'withdrawn' }],
    ['a month', { since: '2022-03-01T00:00:00+07:00', until: '2022-04-01T00:00:00+07:00' }],
    ['words without marks', { words: 'hien dat' }],
    ['words that nothing has', { words: 'không có đâu' }],
    ['a section, a month and words', { topic: 'territory', since: '2023-01-01T00:00:00+07:00', words: 'vườn' }],
    ['from the middle on', { before: '2023-04-01T00:00:00+07:00', before_id: 104_000 }],
  ]
  const results: Result[] = []
  for (const [what, filter] of filters)
    results.push(await slowest(`${archive} articles, ${what}`, () => listPublished(db, { ...none, ...filter } as PublishedAsked)))
  results.push(await slowest(`${archive} articles, the feed`, () => listHeadlines(db, { lang: 'vi', limit: 50 })))
  results.push(await slowest(`${archive} articles, the public list with its numbers`, () => listArticles(db, { lang: 'vi', limit: 50 })))
  return results
}

async function slowest(what: string, work: () => Promise<unknown>): Promise<Result> {
  const value = rounded(percentile(await timed(work, { times, warmup: 3 }), 0.99))
  return { what, value, unit: 'ms, p99', against: null, ratio: null, goal: `≤ ${list_goal_ms} ms`, met: value <= list_goal_ms }
}

type Waiting = { word: string; title: string; at: Date }

/** Each with an hour of its own, so that one is due after another. */
async function approveAll(newsroom: Newsroom): Promise<Waiting[]> {
  const waiting: Waiting[] = []
  for (let i = 0; i < published; i++) {
    const [word, at] = [`từ${i}`, new Date(Date.now() + 86_400_000 + i * 60_000)]
    const draft_id = await begin(newsroom, textWith(word))
    await bring(newsroom, draft_id, 3)
    await approveFor(newsroom, draft_id, at)
    waiting.push({ word, title: `Bài ${word}`, at })
  }
  return waiting
}

/** From the press until the last door shows it; each door is asked again and again, as readers ask. */
async function timeOne(newsroom: Newsroom, address: string, { title, at }: Waiting): Promise<number> {
  const started = performance.now()
  await publishAt(newsroom, at)
  const slug = title.toLowerCase().replace('bài từ', 'bai-tu')
  await Promise.all(['/tin', '/tin.atom'].map(path => untilShown(address, path, `-${slug}`)))
  const { text } = await ask(address, 0, '/tin')
  const [own] = new RegExp(`/bai/\\d+-${slug}(?=")`).exec(text) ?? []
  await untilShown(address, own ?? '/', title)
  return performance.now() - started
}

async function untilShown(address: string, path: string, words: string): Promise<void> {
  const last = performance.now() + 10_000
  while (performance.now() < last) if ((await ask(address, 0, path)).text.includes(words)) return
  throw new Error(`${path} never showed ${words}`)
}

/** Readers who read the list, the feed and articles, each one page after another. */
function startReaders(address: string): { stop(): Promise<number> } {
  let is_over = false
  let pages = 0
  const one = async (i: number) => {
    for (let n = i; !is_over; n++) {
      await ask(address, 0, ['/tin', '/tin.atom', '/', '/dinh-chinh', articleOf(n % archive)][n % 5]!)
      pages++
    }
  }
  const all = Promise.all(Array.from({ length: readers }, (_, i) => one(i)))
  return {
    async stop() {
      is_over = true
      await all
      return pages
    },
  }
}

function articleOf(i: number): string {
  return `/bai/${100_001 + i}-bai-luu-${1 + i}`
}

function fresh(what: string, taken: number[]): Result {
  const value = rounded(percentile(taken, 0.99), 0)
  const goal = `≤ ${fresh_goal_ms} ms`
  return { what, value, unit: `ms, p99 of ${taken.length}`, against: null, ratio: null, goal, met: value <= fresh_goal_ms }
}
