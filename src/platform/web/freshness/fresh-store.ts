import { namesOf, namesStruckBy, type Tag } from './tags.ts'

/** A point in the order of purges: the number of purges there had been. */
export type Moment = number

/** A thing kept: what it was made from, when it stops being true by itself (ms), and what it weighs (bytes). */
export type Kept<Value> = { value: Value; tags: readonly Tag[]; until: number; weight: number }

/**
 * Things kept within a number of bytes, the least recently read first to go; which of them was made from what; and when
 * each of those was last changed. It holds nothing that a purge has made old, in whatever order renders and purges end.
 */
export class FreshStore<Value> {
  readonly #limit: number
  readonly #kept = new Map<string, Kept<Value>>()
  readonly #keys_by_name = new Map<string, Set<string>>()
  readonly #struck_at = new Map<string, Moment>()
  #all_struck_at: Moment = 0
  #now: Moment = 0
  #bytes = 0

  constructor(limit_in_bytes: number) {
    this.#limit = limit_in_bytes
  }

  get now(): Moment {
    return this.#now
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#kept.size
  }

  /** What is kept under the key, and now the most recently read. */
  find(key: string): Kept<Value> | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, kept)
    return kept
  }

  /** Whether the key holds this very thing; does not count as reading it. */
  holds(key: string, value: Value): boolean {
    return this.#kept.get(key)?.value === value
  }

  /**
   * Keeps what began to be made at `since`, unless something it was made from changed after that. Says whether it did.
   */
  keep(key: string, kept: Kept<Value>, since: Moment): boolean {
    if (kept.weight > this.#limit || this.#isOlder(kept, since)) return false
    this.drop(key)
    this.#kept.set(key, kept)
    this.#bytes += kept.weight
    for (const name of kept.tags.flatMap(namesOf)) this.#keysOf(name).add(key)
    this.#makeRoom()
    return true
  }

  /** Takes away exactly what was made from something of what changed. */
  purge(changed: readonly Tag[]): void {
    this.#now += 1
    for (const name of changed.flatMap(namesStruckBy)) {
      // Set anew, so that the map stays in the order of purges.
      this.#struck_at.delete(name)
      this.#struck_at.set(name, this.#now)
      for (const key of this.#keys_by_name.get(name) ?? []) this.drop(key)
    }
  }

  /** All that is kept, as it is kept now. */
  entries(): Map<string, Kept<Value>> {
    return new Map(this.#kept)
  }

  purgeAll(): void {
    this.#now += 1
    this.#all_struck_at = this.#now
    this.#kept.clear()
    this.#keys_by_name.clear()
    this.#struck_at.clear()
    this.#bytes = 0
  }

  drop(key: string): void {
    const kept = this.#kept.get(key)
    if (kept === undefined) return
    this.#kept.delete(key)
    this.#bytes -= kept.weight
    for (const name of kept.tags.flatMap(namesOf)) this.#unlink(name, key)
  }

  /**
   * Forgets the purges that nothing still being made can have missed: those up to the moment at which the oldest of it
   * began.
   */
  forgetPurgesUntil(moment: Moment): void {
    for (const [name, struck_at] of this.#struck_at) {
      if (struck_at > moment) return
      this.#struck_at.delete(name)
    }
  }

  #isOlder({ tags }: Kept<Value>, since: Moment): boolean {
    if (this.#all_struck_at > since) return true
    return tags.flatMap(namesOf).some(name => (this.#struck_at.get(name) ?? 0) > since)
  }

  #keysOf(name: string): Set<string> {
    const keys = this.#keys_by_name.get(name) ?? new Set()
    this.#keys_by_name.set(name, keys)
    return keys
  }

  #unlink(name: string, key: string): void {
    const keys = this.#keys_by_name.get(name)
    keys?.delete(key)
    if (keys?.size === 0) this.#keys_by_name.delete(name)
  }

  #makeRoom(): void {
    for (const key of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) return
      this.drop(key)
    }
  }
}
