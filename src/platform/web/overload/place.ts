import type { IncomingMessage } from 'node:http'
import type { WebContext } from '../shell/web-env.ts'
import type { Lane, PriorityQueue, Release } from './priority-queue.ts'

const places = new WeakMap<IncomingMessage, Place>()

/** The place of a request in its lane: others have it while the request waits for a server that is not ours. */
export class Place {
  readonly #lanes: PriorityQueue
  readonly #lane: Lane
  #leave: Release | null
  #is_over = false

  constructor(request: IncomingMessage, lanes: PriorityQueue, lane: Lane, leave: Release) {
    this.#lanes = lanes
    this.#lane = lane
    this.#leave = leave
    places.set(request, this)
  }

  /** Whoever finds no place afterwards goes on without: what the other server has given opens only once. */
  async lend<T>(work: () => Promise<T>): Promise<T> {
    this.#giveBack()
    try {
      return await work()
    } finally {
      this.#leave = await this.#lanes.enter(this.#lane)
      if (this.#is_over) this.#giveBack()
    }
  }

  end(): void {
    this.#is_over = true
    this.#giveBack()
  }

  #giveBack(): void {
    this.#leave?.()
    this.#leave = null
  }
}

/**
 * Asks a server of others while nobody has to wait for it: the request's place in its lane is somebody else's
 * meanwhile.
 */
export function outOfLane<T>(c: WebContext, ask: () => Promise<T>): Promise<T> {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  const place = incoming && places.get(incoming)
  return place ? place.lend(ask) : ask()
}
