import { ask } from './door.ts'
import { addConsented, approveFor, begin, bring, type Newsroom, planAt, publishAt, takeBack, textWith } from './newsroom-scene.ts'

/** What a door still told, and how many times one was tried. */
export type Told = { tries: number; hits: string[] }

/** The search is asked for words beside those that must not be seen: a page says what it was asked. */
const section = '/chuyen-muc/nong-thon-moi'
const year = new Date().getFullYear()
const lists = [
  ...['/', '/tin', '/tin.atom', '/tin.rss', '/tin.json', '/tim?q=bai+ve', '/tim/goi-y?q=bai', '/dinh-chinh'],
  ...[section, `${section}/tin.atom`, `${section}/tin.rss`, `${section}/tin.json`, '/sitemap.xml', '/sitemap-tin.xml'],
  ...['/tin/ngay', `/tin/ngay/${year}`, '/so-lieu/F16', '/so-lieu/F16.json'],
  ...['/chu-de', '/chu-de/chu-de-kingo', '/chu-de/chu-de-kingo/tin.atom', '/tim?q=bai+ve&chu-de=chu-de-kingo'],
  // The numbers of these texts are of the province: they stand on its page, and are found by it.
  ...['/co-cau/tinh-bac-kan', '/co-cau/tinh-bac-kan/tin.atom', '/co-cau/tinh-bac-kan/tin.json', '/tim?q=mo+dau&noi=tinh+bac+kan'],
]
const languages = ['', '/en']

/** Every page, feed and list on which a word of an article could stand, in both languages. */
function doorsOf(address: string): string[] {
  const own = [address, `${address}/ban`, `${address}/ban/1`]
  const runs = Array.from({ length: 40 }, (_, i) => [`/so-lieu/lan-tinh/${i + 1}`, `/so-lieu/lan-tinh/${i + 1}.json`]).flat()
  return [...own, ...lists, ...runs].flatMap(path => languages.map(language => language + path))
}

/**
 * A person is named wherever words of an article stand. They take it back, and a second later no door says their name;
 * before, the article’s own page must have said it.
 */
export async function nameTakenBack(newsroom: Newsroom, address: string, before: (newsroom: Newsroom) => Promise<void>): Promise<Told> {
  const name = 'Lò Thị Tênrút'
  const { consent_id, token } = await addConsented(newsroom, name)
  const { address: article } = await publishNow(newsroom, address, token, 'nhân vật')
  const doors = doorsOf(article)
  for (const door of doors) await ask(address, 0, door)
  const hits = (await ask(address, 0, article)).text.includes(name) ? [] : [`${article} does not name who may be named`]
  await before(newsroom)
  await takeBack(newsroom, consent_id)
  await new Promise(passed => setTimeout(passed, 1000))
  for (const door of doors) if ((await ask(address, 0, door)).text.includes(name)) hits.push(`${door} names who took it back`)
  return { tries: doors.length * 2, hits }
}

/**
 * An article is to be withdrawn at an hour. Before it no door tells of that, and it is there; after it no door has a
 * word of it.
 */
export async function goneAtItsHour(newsroom: Newsroom, address: string, catchUp: (at: Date) => Promise<void>): Promise<Told> {
  const [word, reason] = ['kíngỡ', 'lýdogỡ']
  const { article_id, address: article } = await publishNow(newsroom, address, word, word)
  const at = new Date(Date.now() + 5 * 86_400_000)
  await planAt(newsroom, article_id, at, reason)
  const hits: string[] = []
  const doors = doorsOf(article)
  for (const door of doors)
    if ((await ask(address, 0, door)).text.includes(reason)) hits.push(`${door} tells before its hour that it will go`)
  if ((await ask(address, 0, article)).status !== 200) hits.push(`${article} is gone before its hour`)
  await catchUp(at)
  await new Promise(passed => setTimeout(passed, 1000))
  for (const door of doors) {
    const { text } = await ask(address, 0, door)
    // The log of what was withdrawn names it by its title, with the reason.
    if (text.includes(`Sa pô ${word}`)) hits.push(`${door} shows it after its hour`)
  }
  if ((await ask(address, 0, article)).status !== 410) hits.push(`${article} does not say that it is gone`)
  return { tries: doors.length * 2, hits }
}

async function publishNow(
  newsroom: Newsroom,
  address: string,
  word: string,
  title: string,
): Promise<{ article_id: number; address: string }> {
  const draft_id = await begin(newsroom, { ...textWith(word), byline: 'Bút danh', title: `Bài về ${title}` })
  await bring(newsroom, draft_id, 3)
  await approveFor(newsroom, draft_id, new Date())
  await publishAt(newsroom, new Date(Date.now() + 60_000))
  const { rows } = await newsroom.register.owner.query(
    'select a.article_id, a.slug from article a join edition e using (article_id) where e.draft_id = $1',
    [draft_id],
  )
  await ask(address, 0, '/tin')
  return { article_id: rows[0].article_id, address: `/bai/${rows[0].article_id}-${rows[0].slug}` }
}
