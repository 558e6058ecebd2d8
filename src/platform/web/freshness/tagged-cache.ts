import { FreshStore, type Kept, type Moment } from './fresh-store.ts'
import type { Tag } from './tags.ts'

/**
 * What was made, and from what (null: it must not be kept). `until`: the instant, in ms, from which it is no longer
 * true though nothing changed.
 */
export type Made<Value> = { value: Value; tags: readonly Tag[] | null; until?: number }

/** A memory of any kind, as the one who hears of changes sees it. */
export type Purgeable = Pick<TaggedCache<unknown>, 'open' | 'close' | 'purge'>

type Flight<Value> = { since: Moment; made: Promise<Made<Value>> }
/**
 * What of it may still be shown, marked, while nothing can be made anew: for how long, in ms, and nothing that was made
 * from one of these tables.
 */
export type LeftBehind = { longest_ms: number; never: readonly string[] }
type Limits<Value> = { most_bytes?: number; weigh?: (value: Value) => number; clock?: () => number; left?: LeftBehind }

/**
 * Remembers what is costly to make until a row it was made from changes. It starts closed and is closed whenever it
 * might miss a change: closed, it keeps nothing, and everybody's own is made. What it promises: nobody is answered with
 * what is older than the last purge that ended before he asked.
 */
export class TaggedCache<Value> {
  readonly #store: FreshStore<Value>
  readonly #weigh: (value: Value) => number
  readonly #clock: () => number
  /** The making that others may join, by key; and all that is being made, in the order in which it began. */
  readonly #joinable = new Map<string, Flight<Value>>()
  readonly #under_way = new Set<Flight<Value>>()
  #open = false
  readonly #left_behind: LeftBehind | undefined
  #left: { since: number; kept: Map<string, Kept<Value>> } | null = null

  constructor({ most_bytes = 32 * 1024 * 1024, weigh = weightAsJson, clock = Date.now, left }: Limits<Value> = {}) {
    this.#left_behind = left
    this.#store = new FreshStore(most_bytes)
    this.#weigh = weigh
    this.#clock = clock
  }

  get is_open(): boolean {
    return this.#open
  }

  get bytes(): number {
    return this.#store.bytes
  }

  get size(): number {
    return this.#store.size
  }

  /** What is remembered under the key, if it is still so. */
  find(key: string): Value | undefined {
    const kept = this.#store.find(key)
    if (kept === undefined) return undefined
    if (kept.until > this.#clock()) return kept.value
    this.#store.drop(key)
    return undefined
  }

  holds(key: string, value: Value): boolean {
    return this.#store.holds(key, value)
  }

  /**
   * What is remembered under the key, or is now made from rows of these tables:
   * `remember('F16?…', ['standing', 'unit_version'], () => answer(…))`.
   */
  async remember(key: string, tags: readonly Tag[], make: () => Promise<Value>): Promise<Value> {
    return this.recall(key, async () => ({ value: await make(), tags }))
  }

  /** The same, where only the maker knows what it was made from. However many ask at once, it is made once. */
  async recall(key: string, make: () => Promise<Made<Value>>): Promise<Value> {
    if (!this.#open) return (await make()).value
    const kept = this.find(key)
    if (kept !== undefined) return kept
    const asked_at = this.#clock()
    const flight = this.#joinable.get(key)
    // What is being made is joined only if nothing at all was purged since it began: what it read is then still so.
    if (flight?.since !== this.#store.now) return (await this.#takeOff(key, make)).value
    const made = await flight.made
    return lasts(made) > asked_at ? made.value : this.recall(key, make)
  }

  /** Takes away exactly what was made from something of what changed, also of what is only being made. */
  purge(changed: readonly Tag[]): void {
    this.#store.purge(changed)
    this.#forgetPurges()
  }

  /**
   * What was so when changes were last heard, and since when nobody knows: for whoever can be answered with nothing
   * else. What was purged before is not in it.
   */
  findLeft(key: string): { value: Value; since: number } | undefined {
    if (this.#left === null) return undefined
    const now = this.#clock()
    if (now >= this.#left.since + this.#left_behind!.longest_ms) this.#left = null
    const kept = this.#left?.kept.get(key)
    return kept && kept.until > now ? { value: kept.value, since: this.#left!.since } : undefined
  }

  /** Changes are heard from now on. What was being made before may have missed one, and is not kept. */
  open(): void {
    this.#left = null
    this.#store.purgeAll()
    this.#open = true
  }

  /** Changes may be missed from now on: nothing is kept, and nobody joins in what another has made. */
  close(): void {
    if (this.#open && this.#left_behind) this.#leaveBehind(this.#left_behind)
    this.#open = false
    this.#store.purgeAll()
  }

  /** It goes by itself when its time is over, for it may be much. */
  #leaveBehind({ longest_ms, never }: LeftBehind): void {
    const kept = [...this.#store.entries()].filter(([, { tags }]) => !tags.some(tag => never.includes(tag.split(':')[0]!)))
    const left = { since: this.#clock(), kept: new Map(kept) }
    this.#left = left
    const forget = () => {
      if (this.#left === left) this.#left = null
    }
    setTimeout(forget, longest_ms).unref()
  }

  #takeOff(key: string, make: () => Promise<Made<Value>>): Promise<Made<Value>> {
    const since = this.#store.now
    const flight: Flight<Value> = { since, made: make().then(made => this.#land(key, made, since)) }
    this.#joinable.set(key, flight)
    this.#under_way.add(flight)
    const leave = () => this.#leave(key, flight)
    // Not `finally` on the promise that is handed out: a failure is thrown at those who wait for it, and must not be
    // thrown twice.
    flight.made.then(leave, leave)
    return flight.made
  }

  /** Whether it may be kept the store knows: closing and opening are purges of all. */
  #land(key: string, made: Made<Value>, since: Moment): Made<Value> {
    if (made.tags === null || lasts(made) <= this.#clock()) return made
    this.#store.keep(key, { value: made.value, tags: made.tags, until: lasts(made), weight: this.#weigh(made.value) }, since)
    return made
  }

  #leave(key: string, flight: Flight<Value>): void {
    if (this.#joinable.get(key) === flight) this.#joinable.delete(key)
    this.#under_way.delete(flight)
    this.#forgetPurges()
  }

  #forgetPurges(): void {
    const [oldest] = this.#under_way
    this.#store.forgetPurgesUntil(oldest?.since ?? this.#store.now)
  }
}

function lasts({ until = Number.POSITIVE_INFINITY }: Made<unknown>): number {
  return until
}

/** Two bytes a character in the heap, and the record around it. */
function weightAsJson(value: unknown): number {
  return JSON.stringify(value).length * 2 + 1024
}
