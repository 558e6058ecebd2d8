import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { freePort } from '../../../../test/harness/program.ts'
import { openLog } from '../log.ts'
import { error_words } from '../shell/error-words.ts'
import { openSite, type Site } from '../shell/open-site.ts'
import { longest_form, longest_upload } from './body-limits.ts'

/** Offices put nginx before the portal, which has a limit of its own and, in Debian’s settings, 1 MB. */
const nginx = pathOfNginx()
const mb = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'neu-guong-nginx-'))
const log = openLog({ level: 'silent' })
const world = withDatabase('empty')
let site: Site
let proxy: ChildProcess | undefined
/** The ports of nginx by what it takes: less than we do, more than we do, more without keeping bodies back. */
let ports: { smaller: number; larger: number; passing_on: number }

beforeAll(async () => {
  site = await openSite({ rooms: [], connect: () => world.connect('neu_guong_app'), log, port: 0, host: '127.0.0.1', requests_at_once: 8 })
  if (nginx) await startNginx(nginx)
})
afterAll(async () => {
  proxy?.kill('SIGTERM')
  await site.stop()
  rmSync(folder, { recursive: true, force: true })
})

function pathOfNginx(): string | null {
  for (const path of ['nginx', '/usr/sbin/nginx']) {
    try {
      execFileSync(path, ['-v'], { stdio: 'ignore' })
      return path
    } catch {}
  }
  return null
}

async function startNginx(path: string): Promise<void> {
  chmodSync(folder, 0o777)
  ports = { smaller: await freePort(), larger: await freePort(), passing_on: await freePort() }
  const upstream = `proxy_pass http://portal; proxy_http_version 1.1; proxy_set_header connection ''; proxy_set_header host $http_host;`
  const serverAt = (port: number, limit: string, more = '') =>
    `server { listen 127.0.0.1:${port}; client_max_body_size ${limit}; location / { ${upstream} ${more} } }`
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join('\n')
  const settings = `
    daemon off; pid ${folder}/pid; error_log ${folder}/error.log warn;
    events { worker_connections 256; }
    http { access_log off; ${temp}
      upstream portal { server 127.0.0.1:${site.port}; keepalive 8; }
      ${serverAt(ports.smaller, '1m')} ${serverAt(ports.larger, '100m')} ${serverAt(ports.passing_on, '100m', 'proxy_request_buffering off;')} }`
  writeFileSync(join(folder, 'nginx.conf'), settings)
  proxy = spawn(path, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', join(folder, 'start.log')], { stdio: 'ignore' })
  const answers = () =>
    send(ports.larger, { bytes: 1 }).then(
      ({ status }) => status === 404,
      () => false,
    )
  await vi.waitUntil(answers, { timeout: 10_000, interval: 50 })
}

type Sent = { bytes: number; type?: string; site?: string; path?: string }
/** As a browser sends a form: all of it, whatever it hears meanwhile. */
function send(port: number, { bytes, type = 'application/x-www-form-urlencoded', site = 'same-origin', path = '/cam-ket/7/nop' }: Sent) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  const headers = { 'content-type': type, 'content-length': bytes, 'sec-fetch-site': site }
  const asked = request({ port, host: '127.0.0.1', path, method: 'POST', headers, agent: new Agent() }, response => {
    buffer(response).then(read => resolve({ status: response.statusCode!, text: read.toString() }), reject)
  })
  asked.on('error', reject)
  asked.end(Buffer.alloc(bytes, 'x'))
  return promise
}

/** Many, five at a time; how many had each status, and of ours the page. */
async function sendMany(port: number, sent: Sent, times = 20): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const lane = async (from: number) => {
    for (let i = from; i < times; i += 5) {
      const said = await send(port, sent).then(
        ({ status, text }) => `${status}${text.includes(error_words.vi[413].title) ? ' ours' : ''}`,
        (error: NodeJS.ErrnoException) => String(error.code),
      )
      counts[said] = (counts[said] ?? 0) + 1
    }
  }
  await Promise.all([0, 1, 2, 3, 4].map(lane))
  return counts
}

test.skipIf(nginx === null)(
  'behind nginx, what is too long for us is answered with our page each time, however nginx passes it on',
  async () => {
    const upload = 'multipart/form-data; boundary=x'
    expect([
      await sendMany(ports.larger, { bytes: longest_form + mb }, 20),
      await sendMany(ports.passing_on, { bytes: longest_form + mb }, 20),
      await sendMany(ports.larger, { bytes: longest_upload + mb, type: upload }, 10),
      await sendMany(ports.passing_on, { bytes: longest_upload + mb, type: upload }, 10),
    ]).toEqual([{ '413 ours': 20 }, { '413 ours': 20 }, { '413 ours': 10 }, { '413 ours': 10 }])
  },
)

test.skipIf(nginx === null)('behind nginx, what no page of ours has sent is refused each time, however long it is', async () => {
  const foreign = { bytes: 8 * mb, site: 'cross-site' }
  expect([await sendMany(ports.larger, foreign), await sendMany(ports.passing_on, foreign)]).toEqual([{ 403: 20 }, { 403: 20 }])
})

test.skipIf(nginx === null)(
  'an nginx that takes less than we do answers by itself, and what it takes comes to us, to be answered by us',
  async () => {
    expect(await sendMany(ports.smaller, { bytes: 2 * mb })).toEqual({ 413: 20 })
    expect(await sendMany(ports.smaller, { bytes: mb / 2 })).toEqual({ 404: 20 })
  },
)

test.runIf(nginx === null)('behind nginx: not tried, for there is no nginx on this machine («apt-get install nginx»)', () => {})
