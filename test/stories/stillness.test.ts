import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()

/** The least that a reader could notice; what Google calls good is five times as much. */
const unnoticed = 0.02

test.for([390, 1280])('nothing on a page of %i pixels moves when its fonts and pictures come late', { timeout: 120_000 }, async width => {
  const page = await stage.newPage({ width })
  await countShifts(page)
  const release = await holdFiles(page)
  const moved: Record<string, number> = {}
  for (const path of ['/', await addressOfArticle(), '/so-lieu/F15', '/en', '/tin']) {
    await page.goto(portal.address + path, { waitUntil: 'domcontentloaded' })
    await painted(page)
    await release()
    await readToTheEnd(page)
    moved[path] = await shiftOf(page)
  }
  expect(Object.entries(moved).filter(([, shift]) => shift > unnoticed)).toEqual([])
})

test('a block that is put in above the text later is seen to move it', async () => {
  const page = await stage.newPage()
  await countShifts(page)
  await page.goto(`${portal.address}/gioi-thieu`)
  await painted(page)
  await page.evaluate(() =>
    document.querySelector('main')!.prepend(Object.assign(document.createElement('p'), { textContent: 'quảng cáo '.repeat(99) })),
  )
  await painted(page)
  expect(await shiftOf(page)).toBeGreaterThan(unnoticed)
})

/** What stands on the page now has been drawn: only what was drawn once can move. */
async function painted(page: Page): Promise<void> {
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))))
}

/** Adds up how much of the page moves by itself, from its first paint on. */
async function countShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = { shift: 0, count: () => add(observer.takeRecords()) }
    const add = (entries: PerformanceEntryList) => {
      for (const entry of entries as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) counted.shift += entry.value
    }
    const observer = new PerformanceObserver(list => add(list.getEntries()))
    observer.observe({ type: 'layout-shift', buffered: true })
    Object.assign(window, { counted })
  })
}

function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { counted } = window as unknown as { counted: { shift: number; count(): void } }
    counted.count()
    return counted.shift
  })
}

/** Fonts and pictures wait until they are released: as on a slow line, the text is there first. */
async function holdFiles(page: Page): Promise<() => Promise<void>> {
  let waiting: (() => Promise<void>)[] = []
  let held = true
  page.on('framenavigated', () => {
    held = true
  })
  await page.route('**/tai-nguyen/**', route => {
    if (!held || route.request().resourceType() === 'script') return route.continue()
    waiting.push(() => route.continue())
  })
  return async () => {
    held = false
    const now = waiting
    waiting = []
    await Promise.all(now.map(go => go().catch(() => {})))
    await page.waitForLoadState('load')
    await page.evaluate(() => document.fonts.ready)
  }
}

/** Scrolls through the page, so that pictures that were put off are fetched, and waits for them. */
async function readToTheEnd(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
      scrollTo({ top, behavior: 'instant' })
      await new Promise(requestAnimationFrame)
    }
    await Promise.all([...document.images].map(image => image.decode().catch(() => {})))
  })
  await painted(page)
}

async function addressOfArticle(): Promise<string> {
  const slug = 'tu-trang-cam-ket-den-con-duong-moi'
  const { article_id } = await world.db.selectFrom('article').select('article_id').where('slug', '=', slug).executeTakeFirstOrThrow()
  return `/bai/${article_id}-${slug}`
}
