import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { addDays, dayOf } from '../src/basis/shared/dates.ts'

/**
 * One of those who come to be a burden: at which port, from which address of this machine, and which of them. It ends
 * soon after `stopped`.
 */
export type Bearer = { port: number; from: string; n: number; stopped: AbortSignal }

const own = { host: 'neu-guong', 'sec-fetch-site': 'same-origin' }

/** Begins a form, and sends of it a byte now and then. */
function sendSlowly({ port, from, stopped }: Bearer): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const socket = connect({ port, host: '127.0.0.1', localAddress: from })
  const head = Object.entries({ ...own, 'content-type': 'application/x-www-form-urlencoded', 'content-length': 100_000 })
  socket.write(`POST /cam-ket/1/nop HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
  const trickle = setInterval(() => socket.write('x'), 500)
  stopped.addEventListener('abort', () => socket.destroy())
  socket.on('error', () => {}).on('data', () => {})
  socket.on('close', () => {
    clearInterval(trickle)
    resolve()
  })
  return promise
}

/** Days that nobody may ask for, and the farthest that one may: a page with a history over all years. */
function askForDays(bearer: Bearer): Promise<void> {
  const today = dayOf(new Date())
  const days = ['9999-12-31', addDays(today, 365), '1945-01-01', addDays(today, 366 - (bearer.n % 300)), '-1', '2016-02-31']
  const asked = ['F1', 'F4', 'F16', 'F18'].map(figure => `/so-lieu/${figure}?unit=huyen-uy&valid_as_of=`)
  return ask(bearer, `${asked[bearer.n % asked.length]}${days[bearer.n % days.length]}`)
}

/** What is nothing but numbers: as much as is taken, and five times as much. */
function pasteText(bearer: Bearer): Promise<void> {
  const words = 'một trăm '.repeat(bearer.n % 2 === 0 ? 3_400 : 16_000)
  return ask(bearer, '/kiem-so', String(new URLSearchParams({ bai: words, ngay: '' })))
}

/** What each kind of burden does, and how many do it at once. */
export const burdens = {
  'slow senders': { bear: sendSlowly, at_once: 100 },
  'absurd days': { bear: askForDays, at_once: 16 },
  'heavy texts': { bear: pasteText, at_once: 8 },
}
export type Burden = keyof typeof burdens

function ask({ port, from, stopped }: Bearer, path: string, body?: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const headers =
    body === undefined ? own : { ...own, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
  const method = body === undefined ? 'GET' : 'POST'
  const asked = request({ port, host: '127.0.0.1', localAddress: from, path, method, headers, agent: false, signal: stopped }, response => {
    text(response).then(
      () => resolve(),
      () => resolve(),
    )
  })
  asked.on('error', () => resolve())
  asked.end(body)
  return promise
}

/** Bears a burden on a port, from one address or from many, until it is told to stop. */
export function begin(burden: Burden, { port, addresses }: { port: number; addresses: number }): () => Promise<void> {
  const { bear, at_once } = burdens[burden]
  const stopping = new AbortController()
  let n = 0
  const bearing = Array.from({ length: at_once }, async (_, i) => {
    const from = `127.0.1.${(i % addresses) + 1}`
    while (!stopping.signal.aborted) {
      await bear({ port, from, n: n++, stopped: stopping.signal })
      await wait(20)
    }
  })
  return async () => {
    stopping.abort()
    await Promise.all(bearing)
  }
}
