import type { IncomingMessage } from 'node:http'
import { hasTooManyFields, longestBody } from './body-limits.ts'

/** Why a body was not taken: it came too slowly, it is too long, there is no room for it now. */
export type BodyRefusal = 408 | 413 | 503

export type BodyLimits = {
  /**
   * What a body must bring on average, in bytes a second, once `grace_ms` are over. A photo on a poor line of a village
   * brings ten times as much.
   */
  least_rate: number
  grace_ms: number
  /** By when it must be complete. */
  deadline_ms: number
  /**
   * From when on a body counts as slow, and how many slow ones there may be: of one client, and in all. What arrives at
   * once is never counted.
   */
  slow_after_ms: number
  most_slow_each: number
  most_slow: number
  /**
   * How many bytes are held at once, in all and of one client, until they are answered. The last quarter is kept for
   * what is short.
   */
  most_held: number
  most_held_each: number
  short: number
  /** How long what was refused is still read, so that its sender comes to read the answer. */
  linger_ms: number
}

const mb = 1024 * 1024
const usual: BodyLimits = {
  ...{ least_rate: 1024, grace_ms: 20_000, deadline_ms: 10 * 60_000 },
  ...{ slow_after_ms: 2_000, most_slow_each: 32, most_slow: 1_000 },
  ...{ most_held: 160 * mb, most_held_each: 40 * mb, short: 256 * 1024 },
  linger_ms: 30_000,
}

/**
 * A body on its way: whose it is, since when, how much of it has come and how much of that we hold, and since when it
 * is refused.
 */
type Arriving = {
  client: string
  began_at: number
  bytes: number
  held: number
  refused_at: number | null
  refuse(why: BodyRefusal): void
  cut(): void
}

export type BodiesOptions = { limits?: Partial<BodyLimits>; clientOf?: (request: IncomingMessage) => string; clock?: () => number }

/**
 * Takes in what is sent with requests. Whoever sends slowly keeps a connection, and a little memory, and nothing that
 * others wait for.
 */
export class Bodies {
  readonly #limits: BodyLimits
  readonly #clientOf: (request: IncomingMessage) => string
  readonly #clock: () => number
  /** In the order in which they began. */
  readonly #arriving = new Set<Arriving>()
  readonly #held = new Map<string, number>()
  #held_in_all = 0
  readonly #sweeping: NodeJS.Timeout

  constructor({ limits, clientOf = () => '', clock = () => performance.now() }: BodiesOptions = {}) {
    this.#limits = { ...usual, ...limits }
    this.#clientOf = clientOf
    this.#clock = clock
    this.#sweeping = setInterval(() => this.sweep(), Math.min(1000, this.#limits.slow_after_ms)).unref()
  }

  /** What is on its way, and how much is held: for whoever looks on. */
  look(): { arriving: { client: string; bytes: number }[]; held: number } {
    return { arriving: [...this.#arriving].map(({ client, bytes }) => ({ client, bytes })), held: this.#held_in_all }
  }

  stop(): void {
    clearInterval(this.#sweeping)
  }

  /**
   * The body of a request once it is complete, and what to call when it is no longer needed. Null where it was refused,
   * which is said at once through `refuse` while the rest is read and thrown away; or where its sender has gone.
   */
  receive(request: IncomingMessage, refuse: (why: BodyRefusal) => void): Promise<{ body: Buffer; release: () => void } | null> {
    const { promise, resolve } = Promise.withResolvers<{ body: Buffer; release: () => void } | null>()
    const type = request.headers['content-type']
    const longest = longestBody(request.url!.split('?', 1)[0]!, type)
    const chunks: Buffer[] = []
    const arriving = this.#begin(request, why => {
      chunks.length = 0
      refuse(why)
      resolve(null)
    })
    request.on('data', (chunk: Buffer) => {
      arriving.bytes += chunk.length
      if (arriving.refused_at !== null) return
      if (arriving.bytes > longest) arriving.refuse(413)
      else if (!this.#hold(arriving, chunk.length)) arriving.refuse(503)
      else chunks.push(chunk)
    })
    request.once('end', () => {
      const body = Buffer.concat(chunks)
      if (arriving.refused_at === null && hasTooManyFields(body, type)) arriving.refuse(413)
      resolve({ body, release: () => this.#release(arriving) })
    })
    request.once('close', () => {
      this.#arriving.delete(arriving)
      if (!request.complete) this.#release(arriving)
      resolve(null)
    })
    if (Number(request.headers['content-length']) > longest) arriving.refuse(413)
    return promise
  }

  #begin(request: IncomingMessage, onRefusal: (why: BodyRefusal) => void): Arriving {
    const arriving: Arriving = {
      ...{ client: this.#clientOf(request), began_at: this.#clock(), bytes: 0, held: 0, refused_at: null },
      refuse: why => {
        if (arriving.refused_at !== null) return
        arriving.refused_at = this.#clock()
        this.#release(arriving)
        onRefusal(why)
      },
      cut: () => request.destroy(),
    }
    this.#arriving.add(arriving)
    return arriving
  }

  /** Looks at all that is on its way: once a second, and in tests. */
  sweep(): void {
    const now = this.#clock()
    const slow = new Map<string, number>()
    let slow_in_all = 0
    for (const body of this.#arriving) {
      if (body.refused_at !== null) {
        if (now - body.refused_at > this.#limits.linger_ms) body.cut()
        continue
      }
      if (this.#isTooSlow(body, now)) body.refuse(408)
      else if (now - body.began_at >= this.#limits.slow_after_ms) {
        slow_in_all += 1
        const of_client = (slow.get(body.client) ?? 0) + 1
        slow.set(body.client, of_client)
        if (of_client > this.#limits.most_slow_each || slow_in_all > this.#limits.most_slow) body.refuse(503)
      }
    }
  }

  #isTooSlow({ began_at, bytes }: Arriving, now: number): boolean {
    const { least_rate, grace_ms, deadline_ms } = this.#limits
    const age_ms = now - began_at
    return age_ms > deadline_ms || bytes < (least_rate * (age_ms - grace_ms)) / 1000
  }

  #hold(arriving: Arriving, bytes: number): boolean {
    const { most_held, most_held_each, short } = this.#limits
    const of_client = this.#held.get(arriving.client) ?? 0
    const most = arriving.held + bytes > short ? most_held * 0.75 : most_held
    if (this.#held_in_all + bytes > most || of_client + bytes > most_held_each) return false
    arriving.held += bytes
    this.#held_in_all += bytes
    this.#held.set(arriving.client, of_client + bytes)
    return true
  }

  #release(arriving: Arriving): void {
    const left = (this.#held.get(arriving.client) ?? 0) - arriving.held
    this.#held_in_all -= arriving.held
    arriving.held = 0
    if (left > 0) this.#held.set(arriving.client, left)
    else this.#held.delete(arriving.client)
  }
}
