import { type ChildProcess, execFile, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { openApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/platform/database/index.ts'
import { openLog } from '../src/platform/web/index.ts'
import { withDemo } from './demo-register.ts'
import { percentile, type Result, rounded, type Say } from './measure.ts'

const rounds = 7
const seconds = 1
/**
 * Before the first round, of each server: a program is compiled while it runs, and one that renders has the most to
 * compile.
 */
const warm_seconds = 3
const connections = 20
/** In a process of its own, so that asking does not take from answering. */
const cannon = createRequire(import.meta.url).resolve('autocannon')

/** A page as it leaves the portal, for a server that does nothing but send it. */
type Sent = { path: string; headers: string[]; body: string }
type Server = { what: string; port: number; process: ChildProcess; rates: number[] }

/**
 * An article's page, in brotli: kept, rendered for each reader, and the same bytes from a bare `node:http` server.
 * Three processes, asked in turn.
 */
export function bench(say: Say): Promise<Result[]> {
  return withDemo(say, async () => {
    const kept = await start('kept', 'kept by the page cache')
    const sent = await pageOf(kept.port)
    const rendered = await start('rendered', 'rendered each time, figures remembered')
    const bare = await start('bare', 'bare node:http, same bytes', sent)
    try {
      const size = sent.body.length
      const unkept = (await ask(rendered.port, sent.path, 'br')).body.length
      say(`${sent.path}, ${size} bytes in brotli, ${unkept} where it is not kept`)
      say(`${rounds} rounds of ${seconds} s, ${connections} connections, after ${warm_seconds} s of each`)
      for (const server of [bare, kept, rendered]) await rateOf(server, sent.path, warm_seconds)
      for (let round = 0; round < rounds; round++)
        for (const server of [bare, kept, rendered]) server.rates.push(await rateOf(server, sent.path, seconds))
      const memory = [
        residentOf('the portal, resident', [kept.process.pid!]),
        residentOf('its database, all processes', databaseProcesses()),
      ]
      return [resultOf(bare), resultOf(kept, bare, 1), resultOf(rendered, bare, 0.15), weight(size), ...memory]
    } finally {
      for (const server of [kept, rendered, bare]) server.process.kill()
    }
  })
}

function resultOf(server: Server, against?: Server, goal?: number): Result {
  const value = percentile(server.rates, 0.5)
  // Round by round, so that a neighbour on the machine disturbs both alike.
  const ratio = against
    ? rounded(
        percentile(
          server.rates.map((rate, round) => rate / against.rates[round]!),
          0.5,
        ),
      )
    : null
  return {
    what: server.what,
    value: rounded(value, 0),
    unit: 'requests/s',
    against: against?.what ?? null,
    ratio,
    goal: goal === undefined ? null : `≥ ${goal} of it`,
    met: goal === undefined ? null : ratio! >= goal,
  }
}

/** The style is in the page: this is all that must arrive before it is read. */
function weight(size: number): Result {
  const most = 14_600
  return {
    what: 'the page with its style',
    value: size,
    unit: 'bytes',
    against: null,
    ratio: null,
    goal: `≤ ${most} bytes`,
    met: size <= most,
  }
}

/** Proportional set size: what processes share is counted once. Linux alone tells it. */
function residentOf(what: string, pids: number[]): Result {
  const kilobytes = pids.map(pid => Number(/^Pss:\s+(\d+)/m.exec(memoryOf(pid))?.[1] ?? 0))
  const value = rounded(kilobytes.reduce((sum, part) => sum + part, 0) / 1024, 0)
  return { what, value, unit: 'MB', against: null, ratio: null, goal: null, met: null }
}

/** Empty for a process that has ended meanwhile, as the database's workers do. */
function memoryOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
  } catch {
    return ''
  }
}

/** The embedded server and its children. */
function databaseProcesses(): number[] {
  const { data_dir } = readConfig()
  const parent = readFileSync(join(data_dir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]!
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ')
  return [parent, ...children].map(Number)
}

async function rateOf({ port }: Server, path: string, seconds: number): Promise<number> {
  const url = `http://127.0.0.1:${port}${path}`
  const asked = ['--json', '-c', String(connections), '-d', String(seconds), '-H', 'accept-encoding=br', url]
  const { stdout } = await promisify(execFile)(process.execPath, [cannon, ...asked])
  const { requests, duration, non2xx, errors } = JSON.parse(stdout)
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} answers were no page, ${errors} did not come`)
  return requests.total / duration
}

async function start(mode: string, what: string, sent?: Sent): Promise<Server> {
  const child = fork(fileURLToPath(import.meta.url), ['server', mode], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  if (sent) child.send(sent)
  const { promise: port, resolve, reject } = Promise.withResolvers<number>()
  child.once('message', value => resolve(value as number))
  child.once('exit', code => reject(new Error(`the server "${mode}" ended with ${code}`)))
  return { what, port: await port, process: child, rates: [] }
}

/** The first article of the list, twice: the second time its best compression is there. */
async function pageOf(port: number): Promise<Sent> {
  const list = await ask(port, '/tin', 'identity')
  const path = /href="(\/bai\/[^"?#]+)"/.exec(list.body)?.[1] ?? '/'
  await ask(port, path, 'br')
  await new Promise(polished => setTimeout(polished, 500))
  return { path, ...(await ask(port, path, 'br')) }
}

function ask(port: number, path: string, encoding: string): Promise<Omit<Sent, 'path'>> {
  const { promise, resolve, reject } = Promise.withResolvers<Omit<Sent, 'path'>>()
  get({ port, path, headers: { 'accept-encoding': encoding }, agent: false }, async response => {
    const chunks: Buffer[] = []
    for await (const chunk of response) chunks.push(chunk)
    resolve({ headers: response.rawHeaders, body: Buffer.concat(chunks).toString('latin1') })
  }).on('error', reject)
  return promise
}

/** Node adds these by itself, to every answer. */
const added_by_node = new Set(['Date', 'Connection', 'Keep-Alive'])

async function serveBare({ headers, body }: Sent): Promise<number> {
  const pairs = headers.flatMap((name, i) => (i % 2 === 0 && !added_by_node.has(name) ? [[name, headers[i + 1]!] as const] : []))
  const record = Object.fromEntries(pairs)
  const bytes = Buffer.from(body, 'latin1')
  const server = createServer((_, response) => {
    response.writeHead(200, record)
    response.end(bytes)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  return (server.address() as AddressInfo).port
}

async function servePortal(keeps_pages: boolean): Promise<number> {
  const database = await openDatabase({ ...readConfig(), exclusive: false, say: () => {} })
  const config = { port: 0, host: '127.0.0.1', is_behind_tls: false, sign_on: null }
  return (await openApp({ config, database, key: randomBytes(32), keeps_pages, log: openLog({ level: 'silent' }) })).port
}

async function serve(mode: string): Promise<void> {
  const port =
    mode === 'bare'
      ? await new Promise<Sent>(told => process.once('message', told as () => void)).then(serveBare)
      : await servePortal(mode === 'kept')
  process.send!(port)
}

if (process.argv[2] === 'server') {
  // Whoever measures may be ended at any time; nobody is left behind.
  process.once('disconnect', () => process.exit())
  await serve(process.argv[3]!)
}
