import type { TaggedCache } from '../freshness/tagged-cache.ts'
import { type Page, recompressPage } from './page.ts'

const longest_queue = 500

/**
 * Presses the brotli of kept pages as hard as it goes, one page after the other, so that most of the thread pool stays
 * free.
 */
export class Recompressor {
  readonly #pages: TaggedCache<Page>
  readonly #queue = new Map<string, Page>()
  #busy = false

  constructor(pages: TaggedCache<Page>) {
    this.#pages = pages
  }

  /**
   * Takes a page that has just been sent in brotli for the first time. Never throws: a page that cannot be polished
   * stays as it is.
   */
  polish(key: string, page: Page): void {
    if (this.#queue.size >= longest_queue) return
    this.#queue.set(key, page)
    if (this.#busy) return
    this.#busy = true
    this.#work().finally(() => {
      this.#busy = false
    })
  }

  async #work(): Promise<void> {
    for (const [key, page] of this.#queue) {
      this.#queue.delete(key)
      if (this.#pages.holds(key, page)) await recompressPage(page).catch(() => {})
    }
  }
}
