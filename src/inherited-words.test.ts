import { globSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../test/harness/database.ts'
import { inherited_words } from '../test/harness/inherited-words.ts'
import { withPortal } from '../test/harness/portal.ts'
import { Browser, type Seen } from '../test/harness/test-browser.ts'
import { tries } from '../test/harness/tries.ts'
import { demo_password } from './platform/sign-in/index.ts'
import { asked_parameters, paths, staff_paths } from './platform/web/index.ts'

const world = withDatabase('demo')
const portal = withPortal(world)
const accounts = ['mau.dang-vien', 'mau.bi-thu', 'mau.lanh-dao', 'mau.van-phong', 'mau.cap-tren', 'mau.quan-tri', 'mau.kiem-tra']

/** One page of each kind that the links lead somebody to, with the forms on it. */
type Met = { who: string; address: string; forms: Form[] }
type Form = { action: string; method: string; names: string[]; hidden: [name: string, value: string][] }

const browsers = new Map<string, Browser>()
const met: Met[] = []
const parameters = parametersRead()

/**
 * The words in turn, one at each place; at every second `__proto__`, which is unlike the others. Where properties are
 * tried deep, both at each.
 */
const others = inherited_words.filter(word => word !== '__proto__')
const turns = tries(3).numRuns > 2 ? 2 : 1
const wordAt = (place: number) => (place % 2 === 0 ? '__proto__' : others[(place >> 1) % others.length]!)
const wordsAt = (place: number) => Array.from({ length: turns }, (_, turn) => wordAt(place + turn))

beforeAll(async () => {
  for (const who of ['', ...accounts]) {
    browsers.set(who, await signedIn(who))
    met.push(...(await pagesOf(who)).filter(isNew))
  }
}, 300_000)

test('of every kind of page some are met, and their forms and parameters are known', () => {
  const kinds = new Set(met.map(({ address }) => kindOf(address)))
  expect(kinds.size).toBeGreaterThan(40)
  expect(parameters).toEqual(expect.arrayContaining(['xong', 'xem', 'ten', 've', 'unit', 'valid_as_of', 'co']))
  expect(met.flatMap(({ forms }) => forms.flatMap(({ names }) => names))).toEqual(
    expect.arrayContaining(['bai', 'sign_in_name', 'full_name', 'deed_1_what', 'theme']),
  )
})

test('in an address these words stand for nothing: no page fails on them, and none prints what they are to an object', async () => {
  const addresses = [...Object.values(paths), ...Object.values(staff_paths)].flatMap((path, at) =>
    wordsAt(at).map(word => path.replace(/:\w+/g, word)),
  )
  const wrong = await all(addresses, async address => wrongWith(address, await browsers.get('mau.cap-tren')!.get(address)))
  expect(wrong).toEqual([])
})

test('nor as the value of any parameter, and as the name of one, of any page', async () => {
  const asked = met.flatMap((page, at) => questionsOf(page, at).map(question => ({ ...page, asked: withQuestion(page.address, question) })))
  expect(await all(asked, async ({ who, asked }) => wrongWith(asked, await browsers.get(who)!.get(asked)))).toEqual([])
})

test('nor in any field of any form, and as a field of it', async () => {
  const sent = met.flatMap(({ who, forms }) =>
    forms.flatMap((form, at) => wordsAt(at).map(word => ({ who, action: form.action, body: filledWith(form, word) }))),
  )
  expect(sent.length).toBeGreaterThan(50)
  expect(
    await all(sent, async ({ who, action, body }) => wrongWith(`POST ${action} ${body}`, await browsers.get(who)!.post(action, body))),
  ).toEqual([])
})

function wrongWith(what: string, { status, text }: Seen): string[] {
  if (status >= 500) return [`${what}: ${status}`]
  const native = /\[native code\]|\[object \w+\]|function \w*\(/.exec(text)
  return native ? [`${what}: ${native[0]}`] : []
}

/** A few at once, in order. */
async function all<Item>(items: readonly Item[], look: (item: Item) => Promise<string[]>): Promise<string[]> {
  const found: string[] = []
  for (let i = 0; i < items.length; i += 8) found.push(...(await Promise.all(items.slice(i, i + 8).map(look))).flat())
  return found
}

/** Every parameter that a route reads from an address, or a figure or a display takes. */
function parametersRead(): string[] {
  const sources = globSync('src/**/*.{ts,tsx}')
    .filter(path => !path.includes('.test.'))
    .map(path => readFileSync(path, 'utf8'))
  const one_by_one = sources.flatMap(text => [...text.matchAll(/req\.query\('(\w+)'\)/g)].map(([, name]) => name!))
  const several = sources.flatMap(text =>
    [...text.matchAll(/\{([^{}\n]*)\} = c\.req\.query\(\)/g)].flatMap(([, names]) => names!.match(/\b[a-z_]+\b/g)!),
  )
  return [...new Set([...one_by_one, ...several, ...asked_parameters, 'co', 'tp'])].sort()
}

async function signedIn(who: string): Promise<Browser> {
  const browser = new Browser((path, { headers, ...init }) => {
    // A connection that is kept may be closed just when it is used again.
    const once = new Headers([...new Headers(headers), ['connection', 'close']])
    return fetch(new URL(path, portal.address), { ...init, headers: once, redirect: 'manual' })
  })
  if (who !== '') await browser.post(staff_paths.sign_in, { sign_in_name: who, password: demo_password })
  return browser
}

/** The first page of each kind; of a kind that others have met too, only what has forms they did not see. */
function isNew({ address, forms }: Met): boolean {
  const unseen = [kindOf(address), ...forms.map(({ action, names }) => `${kindOf(action)} ${names}`)].filter(name => !seen.has(name))
  for (const name of unseen) seen.add(name)
  return unseen.length > 0
}

const seen = new Set<string>()

/** From the front page and one's own along the links of this site, deep before wide, two pages of each kind. */
async function pagesOf(who: string): Promise<Met[]> {
  const pages: Met[] = []
  const ahead = who === '' ? ['/', staff_paths.sign_in, '/khong-co'] : [staff_paths.my_commitments]
  const times = new Map<string, number>()
  const known = new Set(ahead)
  for (let address = ahead.pop(); address !== undefined; address = ahead.pop()) {
    const kind = kindOf(address)
    if ((times.get(kind) ?? 0) >= 2 || kind === staff_paths.sign_out) continue
    times.set(kind, (times.get(kind) ?? 0) + 1)
    const { text } = await browsers.get(who)!.get(address)
    pages.push({ who, address, forms: formsIn(text, address) })
    const links = [...new Set(linksIn(text))].filter(link => !known.has(link))
    for (const link of links) known.add(link)
    ahead.push(...links.reverse())
  }
  return pages
}

function kindOf(address: string): string {
  const { pathname } = new URL(address, portal.address)
  const like = (path: string) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(pathname)
  return [...Object.values(staff_paths), ...Object.values(paths)].find(like) ?? pathname
}

/** The other language and the other displays are the same pages. */
function linksIn(text: string): string[] {
  const links = [...text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map(([, link]) => link!.replaceAll('&amp;', '&'))
  return links.filter(link => !/^\/en(\/|$)|[?&](co|tp)=/.test(link))
}

/** Signing out, and signing in as nobody, would end or hinder the walk. */
const not_sent = new Set<string>([staff_paths.sign_out, staff_paths.end_sessions])

function formsIn(text: string, address: string): Form[] {
  const forms = [...text.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, head, body]) => {
    const fields = [...body!.matchAll(/<(?:input|select|textarea)\b[^>]*>/g)].map(([tag]) => tag)
    const names = fields.flatMap(tag => attributeOf(tag, 'name') ?? [])
    const hidden = fields.filter(tag => tag.includes('type="hidden"'))
    return {
      action: attributeOf(head!, 'action') ?? address,
      method: attributeOf(head!, 'method') ?? 'get',
      names: [...new Set(names)],
      hidden: hidden.map((tag): [string, string] => [attributeOf(tag, 'name') ?? '', attributeOf(tag, 'value') ?? '']),
    }
  })
  return forms.filter(({ action, method }) => /post/i.test(method) && !not_sent.has(kindOf(action)))
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&').replaceAll('&quot;', '"')
}

/**
 * Where people work, parameters that a page does not know are passed over: all at once. Public pages may refuse them:
 * one at a time.
 */
function questionsOf({ who }: Met, at: number): [name: string, value: string][][] {
  const as_names = inherited_words.map((word): [string, string] => [word, word])
  if (who !== '') return [as_names, ...wordsAt(at).map(word => parameters.map((name): [string, string] => [name, word]))]
  const as_values = parameters.map((name, i): [string, string] => [name, wordAt(at + i)])
  return [...as_names, ...as_values].map(pair => [pair])
}

function withQuestion(address: string, question: [string, string][]): string {
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(question)}`
}

/**
 * What a form carries unseen stays, so that it gets as far as it can; all else is the word, which is a field as well.
 */
function filledWith({ names, hidden }: Form, word: string): [string, string][] {
  const unseen = new Set(hidden.map(([name]) => name))
  return [...hidden, ...names.filter(name => !unseen.has(name)).map((name): [string, string] => [name, word]), [word, word]]
}
