import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { staff_paths } from '../../src/web/href.ts'
import { type Violation, violations, withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { kindOf, signInAs } from '../harness/staff.ts'

const world = withDatabase('demo')
const portal = withProgram(world)
const stage = withBrowser()

/** Each account of the demo, and the kinds of pages that the links lead it to. */
const accounts: [string, (keyof typeof staff_paths)[]][] = [
  ['mau.dang-vien', ['my_commitments', 'account']],
  ['mau.bi-thu', ['my_commitments', 'cell', 'lending', 'account']],
  ['mau.lanh-dao', ['my_commitments', 'my_plans', 'completeness', 'plans_under', 'lending', 'account']],
  ['mau.van-phong', ['cell', 'completeness', 'plans_under', 'campaigns', 'people', 'roster', 'reminders', 'lending']],
  [
    'mau.cap-tren',
    ['completeness', 'plans_under', 'campaigns', 'campaign_issue', 'campaign_extend', 'campaign_except', 'people', 'roster', 'reminders'],
  ],
  ['mau.quan-tri', ['people', 'invite', 'grants', 'ledger', 'account']],
  ['mau.kiem-tra', ['my_commitments', 'completeness', 'campaigns', 'ledger', 'account']],
]

test.for(accounts)(
  'whoever works as %s reaches every page of theirs by links, and is shut out of none',
  { timeout: 600_000 },
  async ([name, expected]) => {
    const page = await stage.newAuditedPage()
    await signInAs(page, portal.address, name, '/cam-ket')
    const { seen, found } = await walk(page)
    expect(expected.filter(kind => !seen.has(kind))).toEqual([])
    expect(found).toEqual([])
  },
)

const no_pages = ['sign_out', 'evidence', 'roster_marked']
type Fault = { path: string; rule: string; where: string[] }

/** From the page at hand along its links, one page of each kind. The files of persons are in the stories of whoever works with them. */
async function walk(page: Page): Promise<{ seen: Set<string>; found: Fault[] }> {
  const seen = new Set<string>()
  const found: Fault[] = []
  const ahead = ['/cam-ket']
  const met = new Set(ahead)
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const kind = kindOf(path)
    if (kind === undefined || no_pages.includes(kind) || seen.has(kind)) continue
    seen.add(kind)
    const answer = await page.goto(`${portal.address}${path}`)
    found.push(...(await faultsOf(page, path, answer!.status())))
    const links = (await linksOf(page)).filter(link => !met.has(link))
    for (const link of links) met.add(link)
    ahead.push(...links)
  }
  return { seen, found }
}

async function faultsOf(page: Page, path: string, status: number): Promise<Fault[]> {
  if (status !== 200) return [{ path, rule: `answered ${status}`, where: [] }]
  const is_wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  const broken = (await violations(page)).map(({ rule, where }: Violation) => ({ path, rule, where }))
  return is_wider ? [...broken, { path, rule: 'scrolls sideways', where: [] }] : broken
}

function linksOf(page: Page): Promise<string[]> {
  return page.locator('main a[href], nav.nav a[href], .whose a[href]').evaluateAll(links =>
    links
      .map(link => new URL((link as HTMLAnchorElement).href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname),
  )
}
