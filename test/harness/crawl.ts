import type { Page } from 'playwright-core'
import { staff_paths } from '../../src/platform/web/href.ts'
import { violations } from './browser.ts'
import type { Keyboard } from './keyboard.ts'
import { kindOf } from './staff.ts'
import { tries } from './tries.ts'

export type Kind = keyof typeof staff_paths

/** What is wrong with a page, and where on it. */
export type Fault = { path: string; rule: string; where: string[] }

/** The accounts of the demo, and the kinds of pages that links lead each of them to. */
export const accounts: [name: string, kinds: Kind[]][] = [
  ['mau.dang-vien', ['my_commitments', 'account']],
  ['mau.bi-thu', ['my_commitments', 'cell', 'lending', 'account']],
  ['mau.lanh-dao', ['my_commitments', 'my_plans', 'completeness', 'plans_under', 'lending', 'account']],
  [
    'mau.van-phong',
    [
      'cell',
      'completeness',
      'plans_under',
      'campaigns',
      'people',
      'units',
      'unit',
      'unit_changes',
      'instruments',
      'instrument',
      'roster',
      'reminders',
      'lending',
    ],
  ],
  [
    'mau.cap-tren',
    [
      ...(['completeness', 'plans_under', 'campaigns', 'campaign_issue', 'campaign_extend', 'campaign_except', 'people'] as const),
      ...(['units', 'unit', 'unit_add', 'unit_revise', 'roster', 'reminders'] as const),
    ],
  ],
  [
    'mau.xa',
    ['countryside', 'assessment', 'contributions', 'contribution_add', 'contribution_thanks', 'contribution_years', 'contributions_file'],
  ],
  ['mau.quan-tri', ['people', 'invite', 'grants', 'ledger', 'account']],
  ['mau.kiem-tra', ['my_commitments', 'completeness', 'campaigns', 'ledger', 'account']],
  ['mau.phong-vien', ['newsdesk', 'draft_new', 'draft_import']],
  ['mau.bien-tap', ['newsdesk', 'pages']],
  ['mau.duyet-dang', ['newsdesk', 'article_withdraw', 'pages']],
]

const no_pages: Kind[] = ['sign_out', 'evidence', 'roster_marked']

/**
 * Who walks: a page of `newAuditedPage` that is signed in, and its keyboard. `met` holds the kinds of pages that
 * somebody, whoever it was, has been on.
 */
type Walk = { page: Page; keys: Keyboard; address: string; met: Set<Kind> }

/**
 * From the page of one's work along its links, one page of each kind, and all that is asked of each. The files of
 * persons are in the stories of who works with them.
 */
export async function crawl(walk: Walk): Promise<{ seen: Set<Kind>; found: Fault[] }> {
  const seen = new Set<Kind>()
  const found: Fault[] = []
  const ahead = [staff_paths.my_commitments as string]
  const linked = new Set(ahead)
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const kind = kindOf(path)
    if (kind === undefined || no_pages.includes(kind) || seen.has(kind)) continue
    seen.add(kind)
    found.push(...(await visit(walk, path, kind)))
    const links = (await linksOf(walk.page)).filter(link => !linked.has(link))
    for (const link of links) linked.add(link)
    ahead.push(...links)
  }
  return { seen, found }
}

/**
 * A kind that was met under another account is asked again for its answer, its width and its forms, and axe where it is
 * built otherwise; for all else too where properties are tried deep.
 */
async function visit({ page, keys, address, met }: Walk, path: string, kind: Kind): Promise<Fault[]> {
  const answer = await page.goto(`${address}${path}`)
  if (answer!.status() !== 200) return [{ path, rule: `answered ${answer!.status()}`, where: [] }]
  const is_known = met.has(kind) && tries(3).numRuns < 3
  met.add(kind)
  const found = [...(await faultsOf(page, path, is_known)), ...(await formsOfNobody(page, path))]
  found.push(...(await workbookFaults(page, address)))
  if (is_known) return found
  found.push(...(await languageFaults(page, `${address}/en${path}`, path)), ...(await narrowFaults(page, path)))
  return [...found, ...(await keyboardFaults(keys, path))]
}

/**
 * Forms that save something and do not say to whom they were shown: another who signs in meanwhile would send them in
 * their own name.
 */
export async function formsOfNobody(page: Page, path: string): Promise<Fault[]> {
  const where = await page
    .locator('form')
    .evaluateAll(forms =>
      (forms as HTMLFormElement[])
        .filter(form => form.method === 'post' && !(form.elements.namedItem('shown_to') as HTMLInputElement | null)?.value)
        .map(form => form.getAttribute('action') ?? 'here'),
    )
  return where.length === 0 ? [] : [{ path, rule: 'a form that says nothing of whom it was shown to', where }]
}

/** At the page at hand: what axe finds, whether it is too wide, and whether it says its language. */
export async function faultsOf(page: Page, path: string, is_known = false): Promise<Fault[]> {
  const broken = (await violations(page, { is_known })).map(({ rule, where }) => ({ path, rule, where }))
  const lang = path === '/en' || path.startsWith('/en/') ? 'en' : 'vi'
  const is_told = await page.evaluate(lang => document.documentElement.lang === lang, lang)
  return [
    ...broken,
    ...((await isTooWide(page)) ? [{ path, rule: 'scrolls sideways', where: [] }] : []),
    ...(await placesOf(page)).map(({ rule, where }) => ({ path, rule, where })),
    ...(is_told ? [] : [{ path, rule: `does not say that it is ${lang}`, where: [] }]),
  ]
}

/** At the narrowest telephone: no page scrolls sideways. The width of before comes back. */
async function narrowFaults(page: Page, path: string): Promise<Fault[]> {
  const { width, height } = page.viewportSize()!
  await page.setViewportSize({ width: 320, height })
  const is_too_wide = await isTooWide(page)
  await page.setViewportSize({ width, height })
  return is_too_wide ? [{ path, rule: 'scrolls sideways at 320 pixels', where: [] }] : []
}

/**
 * On a telephone the title begins on the first 200 pixels, and a row of a table of three columns or more is a block;
 * what a drawing says is 12 pixels high at least. A paper to print and a sheet of somebody else are as they are.
 */
function placesOf(page: Page): Promise<Omit<Fault, 'path'>[]> {
  return page.evaluate(() => {
    const is_ordinary = innerWidth <= 390 && !document.documentElement.matches('.co-lon, .co-rat-lon')
    // The line that says where in the tree one is may be long; it is not counted.
    const crumb = document.querySelector('.is-staff .crumb')?.getBoundingClientRect().height ?? 0
    const tops = [...document.querySelectorAll('h1')].map(title => title.getBoundingClientRect().top + scrollY - crumb)
    const low = tops.filter(top => top > 200)
    const is_narrow = innerWidth <= 390
    const flat = [...document.querySelectorAll<HTMLTableElement>('main table:not(.minutes table, .wide > table)')].filter(
      ({ rows: [head, ...rows] }) =>
        head && head.cells.length > 2 && rows.some(row => row.checkVisibility() && getComputedStyle(row).display !== 'block'),
    )
    const sizeOf = (text: SVGTextElement) => {
      const drawing = text.ownerSVGElement!
      const scale = drawing.viewBox.baseVal.width > 0 ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1
      return Number.parseFloat(getComputedStyle(text).fontSize) * scale
    }
    const small = [...document.querySelectorAll<SVGTextElement>('main svg text')].filter(
      text => text.getBoundingClientRect().width > 0 && sizeOf(text) < 11.9,
    )
    return [
      ...(is_ordinary && low.length > 0 ? [{ rule: 'the title begins too low', where: low.map(String) }] : []),
      ...(is_narrow && flat.length > 0
        ? [{ rule: 'a row of a table is no block', where: flat.map(({ rows }) => rows[0]!.textContent) }]
        : []),
      ...(small.length > 0
        ? [{ rule: 'type of a drawing under 12 pixels', where: small.map(text => `${text.textContent} ${sizeOf(text)}`) }]
        : []),
    ]
  })
}

export function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
}

/** A list that a page offers for Excel is sent as a workbook. */
async function workbookFaults(page: Page, address: string): Promise<Fault[]> {
  const offered = await page.locator('a[href*="tep=xlsx"]').evaluateAll(links => links.map(link => link.getAttribute('href')!))
  const answers = offered.map(async path => ({ path, answer: await page.request.get(`${address}${path}`) }))
  return (await Promise.all(answers)).flatMap(({ path, answer }) =>
    answer.status() === 200 && (answer.headers()['content-disposition'] ?? '').includes('.xlsx')
      ? []
      : [{ path, rule: `no workbook: answered ${answer.status()}`, where: [] }],
  )
}

/** The same page in English: it is there, and says so. */
async function languageFaults(page: Page, address: string, path: string): Promise<Fault[]> {
  const answer = await page.request.get(address)
  const is_english = answer.status() === 200 && (await answer.text()).includes('<html lang="en"')
  return is_english ? [] : [{ path, rule: `in English answered ${answer.status()}`, where: [] }]
}

async function keyboardFaults(keys: Keyboard, path: string): Promise<Fault[]> {
  try {
    await keys.round()
    return []
  } catch (error) {
    return [{ path, rule: 'keyboard', where: [(error as Error).message] }]
  }
}

/** The pages that a page leads to: not the files that it offers, such as the list of heads. */
function linksOf(page: Page): Promise<string[]> {
  return page.locator('main a[href], nav.nav a[href], .whose a[href]').evaluateAll(links =>
    links
      // By its attribute: a link in a drawing has no address of its own.
      .map(link => new URL(link.getAttribute('href')!, location.href))
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname }) => pathname)
      .filter(path => !/\.[a-z]+$/.test(path)),
  )
}
