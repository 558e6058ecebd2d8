import type { Browser, BrowserContext, Page } from 'playwright-core'
import { loadDemo } from '../seed/load-demo.ts'
import { demo_password } from '../src/platform/sign-in/index.ts'
import { launch } from '../test/harness/browser.ts'
import { faultsOf } from '../test/harness/crawl.ts'
import { openDoor } from './door.ts'
import { onOwnGround } from './ground.ts'
import type { Proved } from './proof.ts'

/** Pages, each in one mode: a part of all pairs, and all of them. */
export const n = 36
export const nightly_n = 200

/** One page of each kind, and who opens it; null: a reader. */
const pages: [account: string | null, path: string][] = [
  [null, '/'],
  [null, '/tin'],
  [null, 'an article'],
  [null, '/so-lieu'],
  [null, '/so-lieu/F15'],
  [null, '/so-lieu/F16'],
  [null, '/dien-hinh'],
  [null, '/kiem-so'],
  [null, '/tim?q=nong+thon'],
  [null, '/gioi-thieu'],
  [null, '/khong-co'],
  [null, '/dang-nhap'],
  [null, '/en'],
  ['mau.dang-vien', '/cam-ket'],
  ['mau.bi-thu', '/cam-ket'],
  ['mau.cap-tren', '/cam-ket'],
  ['mau.kiem-tra', '/nhat-ky'],
  ['mau.phong-vien', '/ban-tin'],
]

type Mode = { name: string; look: Parameters<Browser['newContext']>[0]; asked?: string }
/** In it the machine chooses the colours of text; axe reads the colours that the page asked for. */
const forced = 'forced colours'
const phone = { width: 390, height: 844 }
/** A window of 1280 pixels enlarged twice is one of 640; four times, one of 320. */
const modes: Mode[] = [
  { name: 'light', look: { viewport: phone } },
  { name: 'dark', look: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' } },
  { name: 'high contrast', look: { viewport: phone }, asked: 'tp=cao' },
  { name: 'very large type', look: { viewport: phone }, asked: 'co=rat-lon' },
  { name: forced, look: { viewport: phone, forcedColors: 'active' } },
  { name: '200 %', look: { viewport: { width: 640, height: 450 } } },
  { name: '400 %', look: { viewport: { width: 320, height: 256 } } },
]

/**
 * 14. Usable by everyone: on one page of each kind, in light and dark, in high contrast, in colours that the machine
 *     forces, with very large type and enlarged two and four times, axe finds nothing, nothing scrolls sideways, the
 *     title begins on the first screen, and what a drawing says can be read.
 */
export function run(times: number): Promise<Proved> {
  const pairs = modes.flatMap((mode, i) => pages.map((_, j) => [mode, pages[(j + i) % pages.length]!] as const))
  // Spread over all modes, however few there are.
  const step = Math.max(1, Math.floor(pairs.length / times))
  const visited = pairs.filter((_, i) => i % step === 0)
  return onPages(async visit => {
    const found: string[] = []
    for (const [mode, [account, path]] of visited) found.push(...(await visit(mode, account, path, page => faultsOf(page, path))))
    return {
      failures: found.length,
      notes: [`${visited.length} pages in ${new Set(visited.map(([mode]) => mode)).size} modes`, ...found.slice(0, 10)],
    }
  })
}

/** A picture without words, grey letters on grey and a line that is too long must be found on a page of ours. */
export function control(): Promise<boolean> {
  return onPages(async visit => {
    const found = await visit(modes[0]!, null, '/gioi-thieu', async page => {
      await page.evaluate(spoil)
      return faultsOf(page, '/gioi-thieu')
    })
    return ['image-alt', 'color-contrast', 'scrolls sideways', 'the title begins too low'].every(rule =>
      found.some(one => one.includes(rule)),
    )
  })
}

/** Runs in the page. */
function spoil(): void {
  const grey = Object.assign(document.createElement('p'), { textContent: 'chữ xám' })
  grey.style.cssText = 'color:#aaa;background:#bbb'
  // By itself: of letters that another part may lie over axe says nothing.
  const wide = Object.assign(document.createElement('p'), { textContent: 'rộng '.repeat(40) })
  wide.style.cssText = 'width:60rem;white-space:nowrap'
  const picture = Object.assign(document.createElement('img'), { src: '/favicon.ico', width: 40, height: 300 })
  document.querySelector('main')!.prepend(grey, wide, picture)
}

type Found = { rule: string; where: string[] }[]
type Visit = (mode: Mode, account: string | null, path: string, judge: (page: Page) => Promise<Found>) => Promise<string[]>

function onPages<T>(work: (visit: Visit) => Promise<T>): Promise<T> {
  return onOwnGround(async newRegister => {
    const { owner, database } = await newRegister(4)
    await loadDemo(owner, { seed: 19_022_021, scale: 1 / 40, until: 'infinity', say: () => {} })
    const door = await openDoor({ database })
    const browser = await launch()
    try {
      return await work(visitorOf(browser, door.address))
    } finally {
      await browser.close()
      await door.close()
    }
  })
}

/** A context for each person in each mode: signing in takes longer than a page. */
function visitorOf(browser: Browser, address: string): Visit {
  const contexts = new Map<string, Promise<BrowserContext>>()
  return async (mode, account, path, judge) => {
    const who = `${mode.name} ${account}`
    if (!contexts.has(who)) contexts.set(who, enter(browser, address, mode, account))
    const page = await (await contexts.get(who)!).newPage()
    try {
      const place = path === 'an article' ? await addressOfArticle(page, address) : path
      await page.goto(`${address}${place}${mode.asked ? `${place.includes('?') ? '&' : '?'}${mode.asked}` : ''}`)
      const title = await page.locator('h1').first().boundingBox()
      const is_in_view = title !== null && title.y < page.viewportSize()!.height
      const judged = (await judge(page)).filter(({ rule }) => mode.name !== forced || rule !== 'color-contrast')
      const found = [...judged, ...(is_in_view ? [] : [{ rule: 'the title is not on the first screen', where: [] }])]
      return found.map(({ rule, where }) => `${mode.name}, ${account ?? 'reader'}, ${place}: ${rule} ${where.slice(0, 3).join(' ')}`)
    } finally {
      await page.close()
    }
  }
}

async function enter(browser: Browser, address: string, { look }: Mode, account: string | null): Promise<BrowserContext> {
  const context = await browser.newContext({ ...look, bypassCSP: true, reducedMotion: 'reduce', locale: 'vi-VN' })
  if (account === null) return context
  const page = await context.newPage()
  await page.goto(`${address}/dang-nhap`)
  await page.getByLabel('Tên đăng nhập').fill(account)
  await page.getByLabel('Mật khẩu').fill(demo_password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.waitForURL(url => url.pathname !== '/dang-nhap')
  await page.close()
  return context
}

async function addressOfArticle(page: Page, address: string): Promise<string> {
  await page.goto(`${address}/tin`)
  return (await page.locator('main h2 a').first().getAttribute('href'))!
}
