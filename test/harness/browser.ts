import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium as driver, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { chromium } from './chromium.ts'
import { type Part, partsOf } from './shape.ts'

/** What a reader holds in the hand. Sizes in CSS pixels; a phone of 390 unless told otherwise. */
export type Look = { width?: number; height?: number; dark?: boolean; script?: boolean; forcedColours?: boolean }

/** One finding of axe: the rule, how grave, and where it stands on the page. */
export type Violation = { rule: string; impact: string; help: string; where: string[] }

/** A test file's pages, in the browser that all files of a process share. */
export type Stage = {
  /**
   * A page of its own context: no cookie, no cache and no storage of another test's. Vietnamese first, as most readers
   * are.
   */
  newPage(look?: Look): Promise<Page>
  /**
   * The same, with the content security policy set aside so that axe can be put into the page: for `violations` alone.
   */
  newAuditedPage(look?: Look): Promise<Page>
}

let shared: Promise<Browser> | undefined

/**
 * Call it at the top of a story file. The browser is started for the first file of a process and ends with the process;
 * of a file's pages none is left over.
 */
export function withBrowser(): Stage {
  const opened: BrowserContext[] = []
  beforeAll(async () => {
    shared ??= launch()
    await shared
  })
  afterAll(() => Promise.all(opened.map(context => context.close())))
  const open = async (options: BrowserContextOptions) => {
    const context = await (await shared!).newContext(options)
    context.setDefaultTimeout(patience_ms)
    opened.push(context)
    return context.newPage()
  }
  return {
    newPage: (look = {}) => open(contextFor(look)),
    newAuditedPage: (look = {}) => open({ ...contextFor(look), bypassCSP: true }),
  }
}

/** A page may take long on a machine that is busy with other tests. */
const patience_ms = 120_000

/** A page of a test lives a second: threads that would draw and compile ahead for it cost a tenth of all. */
const few_threads = ['--num-raster-threads=1', '--js-flags=--single-threaded']

/** A browser of one's own, for scripts that take pictures; the caller closes it. */
export function launch(): Promise<Browser> {
  const { executable, env } = chromium()
  // --no-sandbox: tests run as root in a clean machine, too. The package's own arguments are left out: they hold
  // --single-process, which dies at the second page.
  // Names that end in .lan are this machine, as an office's own name server would have it: over plain HTTP, and no
  // browser calls that secure.
  const names = '--host-resolver-rules=MAP *.lan 127.0.0.1'
  return driver.launch({
    executablePath: executable,
    env,
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...few_threads, names],
  })
}

/** The parts of pages, and their bones, in which axe found nothing, in this process. */
const judged = new Set<Part>()

/**
 * What axe finds on a page of `newAuditedPage`, with its rules for WCAG 2.2 A and AA and for good practice; `within` is
 * a CSS selector. Empty is good. A page whose every part it has judged before, in the same look, it is not asked again:
 * that takes longer than all else of a visit. Of a page of a kind that was judged (`is_known`) the bones are compared.
 */
export async function violations(page: Page, { within = 'html', is_known = false } = {}): Promise<Violation[]> {
  const { parts, bones } = await page.evaluate(partsOf, within)
  if ((is_known ? bones : parts).every(part => judged.has(part))) return []
  await page.addScriptTag({ url: await addressOfAxe() })
  const found = await page.evaluate(runAxe, within)
  if (found.length === 0) for (const part of [...parts, ...bones]) judged.add(part)
  return found.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    where: nodes.map(node => node.target.join(' ')),
  }))
}

/** How many sheets a printed page takes. */
export function sheets(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}

type AxeFinding = { id: string; impact: string | null; help: string; nodes: { target: string[] }[] }

/** Runs inside the page. */
async function runAxe(within: string): Promise<AxeFinding[]> {
  const { axe } = globalThis as unknown as { axe: { run(within: string, options: object): Promise<{ violations: AxeFinding[] }> } }
  return (await axe.run(within, { resultTypes: ['violations'] })).violations
}

let serving: Promise<string> | undefined

/**
 * axe at an address of its own, which a browser fetches and compiles once for all pages of a context: sent into each
 * page as text, half a megabyte was carried and compiled again every time, and that took longer than all its rules.
 */
function addressOfAxe(): Promise<string> {
  serving ??= serveAxe()
  return serving
}

async function serveAxe(): Promise<string> {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'))
  const headers = {
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'max-age=86400, immutable',
    'cross-origin-resource-policy': 'cross-origin',
  }
  const server = createServer((_, response) => response.writeHead(200, headers).end(axe)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  server.unref()
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/axe.js`
}

function contextFor({ width = 390, height = 844, dark = false, script = true, forcedColours = false }: Look): BrowserContextOptions {
  return {
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    forcedColors: forcedColours ? 'active' : 'none',
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  }
}
