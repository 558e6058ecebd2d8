import { type Page, polishPage, preparePage, type Rendered } from './page.ts'
import { type Moment, PageStore } from './page-store.ts'

/** Makes the page of a key anew. It sees nothing of the request but the key: what the cache keeps cannot depend on who asked. */
export type Render = (key: string) => Promise<Rendered>

/** The memory that pages may take: some 2,500 articles of 12 KB in all their encodings. */
export const most_bytes_kept = 64 * 1024 * 1024

type Flight = { since: Moment; page: Promise<Page> }

/**
 * Pages kept until a fact they were made from changes. It starts closed, and is closed whenever it might miss a purge: closed, it
 * keeps nothing and every request makes its own page. What it promises: nobody is answered with a page older than the last purge
 * that ended before he asked.
 */
export class PageCache {
  readonly #store: PageStore
  readonly #render: Render
  readonly #clock: () => number
  /** The render to join, by key, and every render under way in the order in which they began. */
  readonly #joinable = new Map<string, Flight>()
  readonly #under_way = new Set<Flight>()
  readonly #to_polish: Page[] = []
  #polishing = false
  #open = false

  constructor(render: Render, { limit = most_bytes_kept, clock = Date.now }: { limit?: number; clock?: () => number } = {}) {
    this.#store = new PageStore(limit)
    this.#render = render
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

  /** The page, if it is kept and still true. */
  find(key: string): Page | undefined {
    const page = this.#store.find(key)
    if (page === undefined || page.until > this.#clock()) return page
    this.#store.drop(key)
    return undefined
  }

  /** The page, kept or made. However many ask at once, it is made once. */
  async fetch(key: string): Promise<Page> {
    if (!this.#open) return passing(await this.#render(key))
    const kept = this.find(key)
    if (kept !== undefined) return kept
    const asked_at = this.#clock()
    const flight = this.#joinable.get(key)
    // A render under way is joined only if nothing at all was purged since it began: what it read is then still so.
    if (flight?.since !== this.#store.now) return this.#takeOff(key)
    const page = await flight.page
    return page.until > asked_at ? page : this.fetch(key)
  }

  /** Takes away exactly the pages that carry one of these tags, and every page under way that began before now and carries one. */
  purge(tags: readonly string[]): void {
    this.#store.purge(tags)
  }

  purgeAll(): void {
    this.#store.purgeAll()
  }

  /** Purges are heard from now on. What was being made before may have missed one, and is not kept. */
  open(): void {
    this.#store.purgeAll()
    this.#open = true
  }

  /** Purges may be missed from now on: nothing is kept, and nobody joins another's render. */
  close(): void {
    this.#open = false
    this.#store.purgeAll()
  }

  #takeOff(key: string): Promise<Page> {
    const since = this.#store.now
    const flight: Flight = { since, page: this.#render(key).then(rendered => this.#land(key, preparePage(rendered), since)) }
    this.#joinable.set(key, flight)
    this.#under_way.add(flight)
    // Not `finally` on the promise handed out: a failed render is thrown at those who wait for it, and must not be thrown twice.
    flight.page.then(
      () => this.#leave(key, flight),
      () => this.#leave(key, flight),
    )
    return flight.page
  }

  #land(key: string, page: Page, since: Moment): Page {
    const may_keep = this.#open && page.status === 200 && page.tags !== null && page.until > this.#clock()
    if (!may_keep || !this.#store.keep(key, page, since)) return passing(page)
    return page
  }

  #leave(key: string, flight: Flight): void {
    if (this.#joinable.get(key) === flight) this.#joinable.delete(key)
    this.#under_way.delete(flight)
    const [oldest] = this.#under_way
    this.#store.forgetPurgesUntil(oldest?.since ?? this.#store.now)
  }
}
