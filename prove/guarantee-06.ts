import { randomFrom } from '../seed/province/random.ts'
import {
  type Block,
  type DraftText,
  digestOfEdition,
  findEditionAsWritten,
  type Inline,
  listHeadlines,
} from '../src/publishing/newsroom/index.ts'
import { ask, openDoor } from './door.ts'
import { onOwnGround } from './ground.ts'
import { addConsented, approveFor, begin, bring, type Newsroom, openNewsroom, publishAt, takeBack, textWith } from './newsroom-scene.ts'
import type { Proved } from './proof.ts'

/** Articles, each approved and published, then read at its address. */
export const n = 40
export const nightly_n = 1000

/**
 * 6. What the public reads is what was approved: each published article has the digest that its approver saw, also when
 *    it is worked out again from the rows; its page says every word that was approved, in order, and no other between
 *    title and byline, but the names of persons who may be named now; and no link on any page leads elsewhere than into
 *    the portal, or to where an approved text leads.
 */
export function run(articles: number): Promise<Proved> {
  return readWhatWasApproved(articles, async () => {})
}

/**
 * Somebody who owns the database puts other words, a link to a gambling site, or another number into a published
 * edition: each must be found.
 */
export async function control(): Promise<boolean> {
  const tampers = [
    `update edition set lead = lead || ' Thêm một câu.' where edition_id = (select max(edition_id) from edition)`,
    `update edition set body = body || '[{"type":"paragraph","content":[{"text":"xem","href":"https://nha-cai.example/"}]}]' where edition_id = (select max(edition_id) from edition)`,
    `update citation set printed = '16' where citation_id = (select max(citation_id) from citation)`,
  ]
  const found = []
  for (const tamper of tampers)
    found.push(
      await readWhatWasApproved(2, async ({ register: { owner } }) => {
        for (const table of ['edition', 'citation']) await owner.query(`alter table ${table} disable trigger user`)
        await owner.query(tamper)
      }),
    )
  return found.every(({ failures }) => failures > 0)
}

/** `persons`: by its token, the name that stands in its place now. */
type Approved = { content: DraftText; digest: string; persons: Persons }
type Persons = Map<string, string>

function readWhatWasApproved(articles: number, before: (newsroom: Newsroom) => Promise<void>): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const newsroom = await openNewsroom(await newRegister())
    const approved = new Map<string, Approved>()
    const [stays, goes] = [await addConsented(newsroom, 'Ma Văn Còn'), await addConsented(newsroom, 'Ma Văn Rút')]
    const persons: Persons = new Map([
      [stays.token, 'Ma Văn Còn'],
      [goes.token, 'một nhân vật'],
    ])
    for (let i = 0; i < articles; i++) {
      const one = { ...(await approveOne(newsroom, i, [stays, goes][i % 2]!.token)), persons }
      approved.set(one.content.title, one)
    }
    await publishAt(newsroom, new Date(Date.now() + 60_000))
    await takeBack(newsroom, goes.consent_id)
    await before(newsroom)
    const door = await openDoor(newsroom.register)
    try {
      const wrong = [...(await wrongEditions(newsroom, door.address, approved)), ...(await wrongLinks(door.address, approved))]
      return { failures: wrong.length, notes: [`${approved.size} articles read at their addresses`, ...wrong.slice(0, 4)] }
    } finally {
      await door.close()
    }
  })
}

async function approveOne(newsroom: Newsroom, i: number, token: string): Promise<Omit<Approved, 'persons'>> {
  const content = textWith(`từ${'abcdefghij'[i % 10]}${i}`)
  const random = randomFrom(i, 'words')
  const more: Block[] = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, k) => randomBlock(random, k))
  const text = {
    ...content,
    title: `${content.title} ${i}`,
    lead: `${content.lead} Theo ${token} & bà con.`,
    body: [...content.body, ...more],
  }
  const draft_id = await begin(newsroom, text)
  await bring(newsroom, draft_id, 3)
  return { content: text, digest: await approveFor(newsroom, draft_id, new Date()) }
}

const letters = 'một đường qua đồi tới những nếp nhà sàn bên suối'.split(' ')

function randomBlock(random: () => number, k: number): Block {
  const words = () => Array.from({ length: 3 + Math.floor(random() * 5) }, () => letters[Math.floor(random() * letters.length)]).join(' ')
  const content: Inline[] = [{ text: `${words()} ` }, { text: words(), strong: true }, { text: ` ${words()} & <b>` }, { footnote: words() }]
  const blocks: Block[] = [
    { type: 'heading', text: words() },
    { type: 'paragraph', content: [...content, { text: ' tới đây', href: 'https://example.vn/van-ban' }] },
    { type: 'list', items: [content, [{ text: words() }]] },
    { type: 'table', head: [[{ text: words() }], [{ text: words() }]], rows: [[[{ text: words() }], []]] },
    { type: 'note', content },
    { type: 'chart', items: [[{ text: `${words()}: ` }, { cite: 's1' }]], caption: words() },
  ]
  return blocks[(k + Math.floor(random() * blocks.length)) % blocks.length]!
}

/**
 * By the register: each article that is shown was approved, with the digest that its rows come to. By the page: what
 * stands between its title and its byline.
 */
async function wrongEditions({ register }: Newsroom, address: string, approved: ReadonlyMap<string, Approved>): Promise<string[]> {
  const { db } = register.database
  const wrong: string[] = []
  const shown = await listHeadlines(db, { lang: 'vi', limit: approved.size + 10 })
  if (shown.length !== approved.size) wrong.push(`${shown.length} articles are shown, ${approved.size} were approved`)
  for (const { article_id, slug, title } of shown) {
    const one = approved.get(title)
    const edition = await findEditionAsWritten(db, { article_id, lang: 'vi' })
    if (!one || !edition) {
      wrong.push(`${title}: nobody approved it`)
      continue
    }
    const citations = edition.citations.map(({ mark, printed, run }) => ({ mark, printed, answer: run }))
    const { lead, byline, picture, body, reasons, note, subjects } = edition
    const digest = digestOfEdition({
      lang: 'vi',
      title: edition.title,
      lead,
      byline,
      picture,
      body,
      reasons,
      note,
      citations,
      photos: edition.photos,
      subjects,
    })
    if (digest !== one.digest) wrong.push(`${title}: its rows come to another digest than was approved`)
    const { text } = await ask(address, 0, `/bai/${article_id}-${slug}`)
    const [said, meant] = [wordsOnPage(text), wordsApproved(one)]
    if (said !== meant) wrong.push(`${title}: the page says «${difference(said, meant)}»`)
    const below = [...JSON.stringify(one.content.body).matchAll(/"footnote":"([^"]+)"/g)].map(([, footnote]) => footnote!)
    for (const footnote of below)
      if (!text.includes(`>${footnote}</span>`)) wrong.push(`${title}: the page lacks the footnote «${footnote}»`)
  }
  return wrong
}

function difference(said: string, meant: string): string {
  const at = [...said].findIndex((letter, i) => letter !== meant[i])
  return said.slice(Math.max(0, at - 20), at + 60)
}

/** A renderer of its own: the approved words in their order, without any of the portal’s code. */
function wordsApproved({ content: { title, lead, picture, body, citations, byline }, persons }: Approved): string {
  const printed = new Map(citations.map(citation => [citation.mark, citation.printed]))
  let footnotes = 0
  const said = (piece: Inline) => ('text' in piece ? piece.text : 'cite' in piece ? printed.get(piece.cite)! : String(++footnotes))
  const inline = (content: readonly Inline[]) => content.map(said).join('')
  const last = body.findLastIndex(block => block.type === 'paragraph')
  const blocks = body.map((block, i) => {
    if (block.type === 'heading') return block.text
    if (block.type === 'quotation') return `${block.text} ${block.source}`
    if (block.type === 'list') return block.items.map(inline).join(' ')
    if (block.type === 'table') return [block.head, ...block.rows].flat().map(inline).join(' ')
    if (block.type === 'picture') return `(Ảnh minh họa: ${block.caption})`
    if (block.type === 'chart') return [...block.items.map(inline), block.caption].join(' ')
    if (block.type === 'document') return block.caption
    if (block.type === 'photo') return `(${block.caption})`
    return inline(block.content) + (i === last ? './.' : '')
  })
  const words = single([title, lead, picture ? `(Ảnh minh họa: ${picture.caption})` : '', ...blocks, byline].join(' '))
  return words.replace(/\{@\d+\}/g, token => persons.get(token)!)
}

/** From the title to the byline. */
function wordsOnPage(html: string): string {
  const article = /<h1[\s\S]*?<p class="byline"[\s\S]*?<\/p>/.exec(html)?.[0] ?? ''
  const plain = article.replace(/<\/(?:h[1-3]|p|li|td|th|footer|figcaption)>/g, ' ').replace(/<[^>]+>/g, '')
  return single(plain.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

function single(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Every page that links of the portal lead to, up to a number: an address outside must stand in an approved text. */
async function wrongLinks(address: string, approved: ReadonlyMap<string, Approved>): Promise<string[]> {
  const allowed = new Set(
    [...approved.values()].flatMap(({ content }) =>
      [...JSON.stringify(content.body).matchAll(/"href":"([^"]+)"/g)].map(([, href]) => href!),
    ),
  )
  const ahead = ['/', '/tin', '/so-lieu', '/kiem-so', '/gioi-thieu', '/dinh-chinh']
  const met = new Set(ahead)
  const wrong: string[] = []
  for (let path = ahead.shift(); path !== undefined && met.size < most_pages; path = ahead.shift()) {
    const { status, text } = await ask(address, 0, path)
    if (status >= 400) wrong.push(`${path} answers ${status}`)
    for (const [, href] of text.matchAll(/<a\b[^>]*\bhref="([^"]+)"/g)) {
      const link = href!.replaceAll('&amp;', '&')
      if (link.startsWith('#')) continue
      if (!link.startsWith('/')) {
        if (!allowed.has(link)) wrong.push(`${path} leads to ${link}`)
        continue
      }
      const next = link.split('#')[0]!
      if (!met.has(next) && /^\/(?:bai|tin|dinh-chinh)/.test(next)) ahead.push(next)
      met.add(next)
    }
  }
  return wrong
}

const most_pages = 4000
