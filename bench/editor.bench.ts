import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { editor_script, type PageOptions } from '../src/publishing/newsroom/index.ts'
import { launch } from '../test/harness/browser.ts'
import bare from './editor/bare.ts?browser'
import { percentile, type Result, rounded, type Say } from './measure.ts'

const paragraphs = 50
const words_each = 100
const tokens = 40
const keystrokes = 150
const rounds = 4

/**
 * A keystroke in an article of 5,000 words with 40 numbers of the register, each of them marked by the check: from the
 * key until the page is laid out again; beside ProseMirror with nothing of ours over the same words, in the same browser,
 * turn by turn.
 */
export async function bench(say: Say): Promise<Result[]> {
  const server = createServer((request, response) => answer(request.url ?? '', response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await launch()
  const [ours, theirs] = [await opened(browser, `${address}/ours`), await opened(browser, `${address}/bare`)]
  await ours
    .locator('.judged')
    .nth(tokens - 1)
    .waitFor()
  const taken = { ours: [] as number[], bare: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const [our_ms, bare_ms] = [await ours.evaluate(typeLetters, keystrokes), await theirs.evaluate(typeLetters, keystrokes)]
    say(`round ${round}: ours ${rounded(percentile(our_ms, 0.5))} ms, bare ${rounded(percentile(bare_ms, 0.5))} ms`)
    if (round > 0) {
      taken.ours.push(...our_ms)
      taken.bare.push(...bare_ms)
    }
  }
  await browser.close()
  server.close()
  return (['median', 'p95'] as const).map(what => lineFor(what, taken, what === 'median' ? 0.5 : 0.95))
}

function lineFor(what: string, taken: { ours: number[]; bare: number[] }, share: number): Result {
  const [ours, theirs] = [percentile(taken.ours, share), percentile(taken.bare, share)]
  const goal = what === 'median' ? { goal: '≤ 1.5 × bare ProseMirror', met: ours / theirs <= 1.5 } : { goal: null, met: null }
  const against = `bare ProseMirror, ${rounded(theirs)} ms`
  return { what: `a keystroke, ${what} of ${taken.ours.length}`, value: rounded(ours), unit: 'ms', against, ratio: ours / theirs, ...goal }
}

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto(address)
  await page
    .locator('.ProseMirror p')
    .nth(paragraphs - 1)
    .waitFor()
  return page
}

/** Runs inside the page: types in the middle of the text, and gives the milliseconds of each letter. */
async function typeLetters(times: number): Promise<number[]> {
  const field = document.querySelector<HTMLElement>('.ProseMirror')!
  field.focus()
  const middle = field.querySelectorAll('p')[25]!.firstChild!
  document.getSelection()!.collapse(middle, 20)
  await new Promise(done => setTimeout(done, 50))
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    document.execCommand('insertText', false, 'n')
    await Promise.resolve()
    await Promise.resolve()
    field.getBoundingClientRect()
    taken.push(performance.now() - started)
    await new Promise(done => setTimeout(done, 8))
  }
  return taken
}

const token = '{F16 | 15}'
const text = Array.from({ length: paragraphs }, (_, i) => {
  const words = Array.from({ length: words_each }, (_, n) => ['đường', 'vào', 'thôn', 'bản', 'cam', 'kết'][n % 6]!)
  return i < tokens ? `${words.slice(0, 50).join(' ')} ${token} ${words.slice(50).join(' ')}` : words.join(' ')
}).join('\n\n')

/** Where the numbers stand in what the check reads: the title and the lead are one letter each. */
function found() {
  const plain = text.replaceAll(token, '§§').replaceAll('\n\n', '\n')
  const places = [...plain.matchAll(/§§/g)].map(({ index }) => 4 + index)
  const judged = { length: 2, quantity: '15', words: '15', judgement: 'holds', say: '', binding: null, is_bound: true }
  return { found: places.map(at => ({ at, ...judged })), say: [] }
}

const options: PageOptions = {
  draft: '',
  figures: [],
  scenes: [],
  photos: [],
  documents: [],
  addresses: { check: '/check', figure: '/figure', open: '' },
}
const style = '<style>.ProseMirror { white-space: pre-wrap; max-width: 40rem }</style>'
const pages: Record<string, [type: string, body: string]> = {
  '/ours': [
    'text/html; charset=utf-8',
    `<!doctype html>${style}<form data-editor='${JSON.stringify(options)}'><input name="title" value="t"><input name="lead" value="l"><input name="scene" value=""><input name="read" value="0"><label for="body">x</label><textarea id="body" name="body">${text}</textarea></form><script type="module" src="/ours.js"></script>`,
  ],
  '/bare': [
    'text/html; charset=utf-8',
    `<!doctype html>${style}<textarea>${text}</textarea><script type="module" src="/bare.js"></script>`,
  ],
  '/ours.js': ['text/javascript', editor_script.bytes.toString()],
  '/bare.js': ['text/javascript', bare],
  '/check': ['application/json', JSON.stringify(found())],
}

function answer(url: string, response: ServerResponse): void {
  const page = Object.hasOwn(pages, url) ? pages[url] : undefined
  response.writeHead(page ? 200 : 404, { 'content-type': page?.[0] ?? 'text/plain' }).end(page?.[1] ?? '')
}
