import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { type Look, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { accounts, crawl, type Fault, faultsOf, isTooWide, type Kind } from '../harness/crawl.ts'
import { withDatabase } from '../harness/database.ts'
import { keyboardOf } from '../harness/keyboard.ts'
import { signInAs } from '../harness/staff.ts'

const world = withDatabase('served')
const portal = withProgram(world)
const stage = withBrowser()
/** The kinds of pages that one of them has been on. */
const met = new Set<Kind>()

test.for(accounts)(
  'whoever works as %s reaches every page of theirs by links, and is shut out of none',
  { timeout: 600_000 },
  async ([name, kinds]) => {
    const page = await stage.newAuditedPage()
    const keys = await keyboardOf(page, { kindOf: path => path, walked: new Set() })
    await signInAs(page, portal.address, name, '/cam-ket')
    const { seen, found } = await crawl({ page, keys, address: portal.address, met })
    expect(kinds.filter(kind => !seen.has(kind))).toEqual([])
    expect(found).toEqual([])
  },
)

const pages = [
  '/',
  '/tin',
  'article',
  'article#so-sau',
  '/so-lieu',
  '/so-lieu/F15',
  '/so-lieu/F16/nhung',
  '/so-lieu/lan-tinh/1',
  '/kiem-so',
  '/co-cau',
  '/van-ban-cong-bo',
  '/gioi-thieu',
  '/khong-co',
  '/en',
  '/en/so-lieu/F1',
]
const faces = ['/', 'article#so-sau']
/**
 * Every page on a phone in daylight and on a desktop at night: colours differ by the one, places by the other. The two
 * faces of the portal in the rest.
 */
const looks: [string, Look, string, string[]][] = [
  ['on a phone, light', {}, '', pages],
  ['on a desktop, dark', { width: 1280, height: 900, dark: true }, '', pages],
  ['on a phone, dark', { dark: true }, '', faces],
  ['on a desktop, light', { width: 1280, height: 900 }, '', faces],
  ['in high contrast, very large and in easy type', {}, 'co=rat-lon&tp=cao&kc=de-doc', faces],
]

test.for(looks)('nobody is shut out of any page: %s', { timeout: 240_000 }, async ([, look, display, open_in]) => {
  const page = await stage.newAuditedPage(look)
  const found: Fault[] = []
  for (const path of open_in) {
    await open(page, path, display)
    found.push(...(await faultsOf(page, path)))
  }
  expect(found).toEqual([])
})

test('at 320 pixels, and with very large type, no page scrolls sideways', { timeout: 120_000 }, async () => {
  const page = await stage.newPage({ width: 320, height: 640 })
  const wider: string[] = []
  for (const path of pages)
    for (const display of ['', 'co=rat-lon&kc=de-doc']) {
      await open(page, path, display)
      if (await isTooWide(page)) wider.push(`${path} ${display}`)
    }
  expect(wider).toEqual([])
})

test('in colours that the reader’s machine forces, the judgement of a number is still said in words', async () => {
  const page = await stage.newPage({ forcedColours: true })
  await open(page, 'article#so-sau', '')
  expect(await page.getByRole('note', { name: 'Xã đang đạt chuẩn' }).getByText('còn đúng').isVisible()).toBe(true)
})

async function open(page: Page, path: string, display: string): Promise<void> {
  const [place, fragment] = (path.startsWith('article') ? path.replace('article', await addressOfArticle()) : path).split('#')
  await page.goto(`${portal.address}${place}${display && `?${display}`}${fragment ? `#${fragment}` : ''}`)
}

async function addressOfArticle(): Promise<string> {
  const slug = 'tu-trang-cam-ket-den-con-duong-moi'
  const { article_id } = await world.db.selectFrom('article').select('article_id').where('slug', '=', slug).executeTakeFirstOrThrow()
  return `/bai/${article_id}-${slug}`
}
