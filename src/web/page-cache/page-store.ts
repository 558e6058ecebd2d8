import type { Page } from './page.ts'

/** A point in the order of purges: the number of purges there had been. */
export type Moment = number

/**
 * The pages that are kept, least recently read first, within a number of bytes; which page carries which tag; and when each tag was
 * last purged. It holds no page that a purge has made old, whatever the order in which renders and purges end.
 */
export class PageStore {
  readonly #limit: number
  readonly #pages = new Map<string, Page>()
  readonly #keys_by_tag = new Map<string, Set<string>>()
  readonly #purged_at = new Map<string, Moment>()
  #all_purged_at: Moment = 0
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
    return this.#pages.size
  }

  find(key: string): Page | undefined {
    const page = this.#pages.get(key)
    if (page === undefined) return undefined
    this.#pages.delete(key)
    this.#pages.set(key, page)
    return page
  }

  /** Keeps a page whose render began at `since`, unless one of its tags was purged after that. Says whether it did. */
  keep(key: string, page: Page, since: Moment): boolean {
    if (page.weight > this.#limit || this.#isOlder(page, since)) return false
    this.drop(key)
    this.#pages.set(key, page)
    this.#bytes += page.weight
    for (const tag of page.tags ?? []) this.#keysOf(tag).add(key)
    this.#makeRoom()
    return true
  }

  /** Takes away exactly the pages that carry one of the tags. */
  purge(tags: readonly string[]): void {
    this.#now += 1
    for (const tag of tags) {
      // Set anew, so that the map stays in the order of purges.
      this.#purged_at.delete(tag)
      this.#purged_at.set(tag, this.#now)
      for (const key of this.#keys_by_tag.get(tag) ?? []) this.drop(key)
    }
  }

  purgeAll(): void {
    this.#now += 1
    this.#all_purged_at = this.#now
    this.#pages.clear()
    this.#keys_by_tag.clear()
    this.#purged_at.clear()
    this.#bytes = 0
  }

  drop(key: string): void {
    const page = this.#pages.get(key)
    if (page === undefined) return
    this.#pages.delete(key)
    this.#bytes -= page.weight
    for (const tag of page.tags ?? []) this.#unlink(tag, key)
  }

  /** Forgets the purges that no render still under way can have missed: those up to the moment at which the oldest one began. */
  forgetPurgesUntil(moment: Moment): void {
    for (const [tag, purged_at] of this.#purged_at) {
      if (purged_at > moment) return
      this.#purged_at.delete(tag)
    }
  }

  #isOlder(page: Page, since: Moment): boolean {
    if (this.#all_purged_at > since) return true
    return (page.tags ?? []).some(tag => (this.#purged_at.get(tag) ?? 0) > since)
  }

  #keysOf(tag: string): Set<string> {
    const keys = this.#keys_by_tag.get(tag) ?? new Set()
    this.#keys_by_tag.set(tag, keys)
    return keys
  }

  #unlink(tag: string, key: string): void {
    const keys = this.#keys_by_tag.get(tag)
    keys?.delete(key)
    if (keys?.size === 0) this.#keys_by_tag.delete(tag)
  }

  #makeRoom(): void {
    for (const key of this.#pages.keys()) {
      if (this.#bytes <= this.#limit) return
      this.drop(key)
    }
  }
}
