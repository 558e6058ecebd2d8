import { randomBytes } from 'node:crypto'
import type { TextCheck } from '../../numbers/check/index.ts'

/** What was pasted, kept in the form however the check ends. */
export type Pasted = { text: string; day: string }
/** A text with what was found in it. */
export type CheckedPaste = { pasted: Pasted; checked: TextCheck }

const limits = { minutes: 30, bytes: 50 * 1024 * 1024 }

/**
 * Results of the number check for half an hour, so that «back» and «reload» find them: in memory alone, each under an
 * address that nobody can guess. Then they are forgotten, asked for or not. Where there are too many, the oldest go
 * first.
 */
export class KeptChecks {
  // In the order of their time, as a map keeps it.
  readonly #kept = new Map<string, { at: number; bytes: Buffer }>()
  readonly #limits: typeof limits
  #held = 0

  constructor(given: Partial<typeof limits> = {}) {
    this.#limits = { ...limits, ...given }
  }

  /** Keeps a result and gives its name, of 128 random bits. */
  keep(result: CheckedPaste, now: Date): string {
    const name = randomBytes(16).toString('base64url')
    const bytes = Buffer.from(JSON.stringify(result))
    this.#kept.set(name, { at: now.getTime(), bytes })
    this.#held += bytes.length
    setTimeout(() => this.#forget(name), this.#limits.minutes * 60_000).unref()
    for (const old of this.#kept.keys()) {
      if (this.#held <= this.#limits.bytes) break
      this.#forget(old)
    }
    return name
  }

  /** How many are in memory. */
  get size(): number {
    return this.#kept.size
  }

  find(name: string, now: Date): CheckedPaste | null {
    const found = this.#kept.get(name)
    return found && this.#isFresh(found.at, now) ? JSON.parse(found.bytes.toString()) : null
  }

  #isFresh(at: number, now: Date): boolean {
    return now.getTime() - at < this.#limits.minutes * 60_000
  }

  #forget(name: string): void {
    this.#held -= this.#kept.get(name)?.bytes.length ?? 0
    this.#kept.delete(name)
  }
}
