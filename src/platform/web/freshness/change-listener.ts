import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import type { Log } from '../log.ts'
import type { Purgeable } from './tagged-cache.ts'
import { isTag } from './tags.ts'

const channel = 'neu_guong_changed'
const pauses_ms = { least: 50, most: 5000 }
/** A line may be cut without a word. It is asked whether it lives this often, and given this long to answer. */
const pulse_ms = 5000

type Options = { connect: () => Promise<pg.Client>; memories: readonly Purgeable[]; log: Log; pulse_ms?: number }

/**
 * Hears from the database which tables were written, over a connection of its own, and lets the memories forget. While
 * it hears nothing they are closed; when it hears again they are opened, empty. PostgreSQL delivers what it announces
 * only after the commit is visible: what is read from then on is new.
 */
export class ChangeListener {
  readonly #options: Required<Options>
  readonly #stopping = new AbortController()
  readonly #work: Promise<void>
  #hears = false
  #told_first = (): void => {}
  /** Settles after the first attempt, whether it hears or not. */
  readonly tried = new Promise<void>(tell => {
    this.#told_first = tell
  })

  constructor(options: Options) {
    this.#options = { pulse_ms, ...options }
    this.#work = this.#keepListening()
  }

  get hears(): boolean {
    return this.#hears
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#work
  }

  async #keepListening(): Promise<void> {
    for (let wait = pauses_ms.least; !this.#stopping.signal.aborted; wait = Math.min(wait * 2, pauses_ms.most)) {
      const heard = await this.#listen()
      if (heard) wait = pauses_ms.least
      await pause(wait, null, { signal: this.#stopping.signal }).catch(() => {})
    }
  }

  /** Listens until the line is lost; says whether it heard at all. */
  async #listen(): Promise<boolean> {
    try {
      const line = this.#watch(await this.#options.connect())
      await line.listening.finally(this.#told_first)
      await line.lost
      return true
    } catch (error) {
      this.#options.log.warn({ error: String(error) }, 'cannot listen for changes: nothing is kept')
      this.#told_first()
      return false
    }
  }

  /**
   * Opens the memories when the line hears, and closes them at its end, however that comes: broken, silent, or because
   * we stop.
   */
  #watch(client: pg.Client): { listening: Promise<void>; lost: Promise<void> } {
    const { promise: lost, resolve } = Promise.withResolvers<void>()
    let is_lost = false
    // Once only: the end of an old line may be told when the next one already hears.
    const lose = (): void => {
      if (is_lost) return
      is_lost = true
      this.#close()
      clearInterval(pulse)
      this.#stopping.signal.removeEventListener('abort', lose)
      client.end().catch(() => {})
      resolve()
    }
    const pulse = setInterval(() => this.#feel(client, lose), this.#options.pulse_ms)
    client.on('notification', ({ payload }) => this.#hear(payload))
    client.on('error', lose)
    client.on('end', lose)
    this.#stopping.signal.addEventListener('abort', lose)
    const listening = client.query(`listen ${channel}`).then(() => {
      if (!is_lost) this.#open()
    })
    listening.catch(lose)
    if (this.#stopping.signal.aborted) lose()
    return { listening, lost }
  }

  #feel(client: pg.Client, lose: () => void): void {
    const patience = setTimeout(lose, this.#options.pulse_ms)
    patience.unref()
    client.query('select 1').then(
      () => clearTimeout(patience),
      () => lose(),
    )
  }

  #hear(payload: string | undefined): void {
    for (const memory of this.#options.memories) {
      if (payload !== undefined && isTag(payload)) memory.purge([payload])
      else memory.open()
    }
  }

  #open(): void {
    this.#hears = true
    for (const memory of this.#options.memories) memory.open()
  }

  #close(): void {
    if (!this.#hears) return
    this.#hears = false
    for (const memory of this.#options.memories) memory.close()
    if (!this.#stopping.signal.aborted) this.#options.log.warn('the line to the database is lost: nothing is kept until it is back')
  }
}
