/** A server of others that did not answer, or is left alone for the moment. The log has it already. */
export class Unreached extends Error {}

export type BreakerOptions = {
  /** Whom the lines of the log are about. */
  name: string
  say: (line: string) => void
  /** After how many failures, one upon the other, the server is left alone, and for how long. */
  most_failures?: number
  rest_ms?: number
  now?: () => number
}

/** What is wrong with a server of others: a code, and since when, in milliseconds. */
export type Trouble = { reason: string; since: number }

/**
 * Keeps those who need another server from waiting for one that does not answer. After a few failures nobody asks it
 * for a while; then one may try, and the others go on when it has answered. That it fails is said once, and once that
 * it answers again.
 */
export class Breaker {
  readonly #options: Required<BreakerOptions>
  #failures = 0
  #rests_until = 0
  #trouble: Trouble | null = null
  #said: string | null = null

  constructor(options: BreakerOptions) {
    this.#options = { most_failures: 3, rest_ms: 30_000, now: Date.now, ...options }
  }

  /** What is wrong, while the server is left alone; null where nothing is. */
  get trouble(): Trouble | null {
    return this.#trouble
  }

  /**
   * Until when nobody is to ask, in milliseconds; null where one may. Whoever is told so first after a rest is the one
   * who tries: the rest begins anew for the others.
   */
  rest(): number | null {
    if (this.#trouble === null) return null
    const { now, rest_ms } = this.#options
    if (now() < this.#rests_until) return this.#rests_until
    this.#rests_until = now() + rest_ms
    return null
  }

  answered(): void {
    if (this.#said) this.#options.say(`${this.#options.name} answers again`)
    this.#failures = 0
    this.#said = null
    this.#trouble = null
  }

  /** `is_certain`: asking again at once would fail in the same way. */
  failed(reason: string, { is_certain = false } = {}): void {
    const { name, say, most_failures, rest_ms, now } = this.#options
    this.#failures += 1
    if (this.#said !== reason) say(`${name} does not answer as it should: ${reason}`)
    this.#said = reason
    if (!is_certain && this.#failures < most_failures) return
    this.#rests_until = now() + rest_ms
    this.#trouble = { reason, since: this.#trouble?.since ?? now() }
  }
}
