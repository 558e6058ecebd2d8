/**
 * Who goes first when not all can be served at once: what is saved and handed in, what staff read, public pages that
 * are not kept, what can wait, and what anybody looks for by words.
 */
export const lanes = ['save', 'staff', 'public', 'bulk', 'search'] as const
export type Lane = (typeof lanes)[number]

/** How much of the whole a lane may take up together with those below it: so there is always room for what is above. */
const shares: Record<Lane, number> = { save: 1, staff: 0.75, public: 0.5, bulk: 0.25, search: 0.2 }

export type PriorityQueueOptions = {
  /**
   * How many requests are worked on at once, at most and at least: fewer where they take long, because then they only
   * keep one another waiting.
   */
  most_at_once: number
  least_at_once?: number
  /**
   * Within how many milliseconds an answer is wanted. Who could not be served by then is refused, at once where that
   * can be foreseen.
   */
  in_time_ms?: number
  /**
   * How many must wait, or for how many milliseconds somebody without a pause, before it is a rush. What is less waits,
   * for as long as that, and nobody is refused for it.
   */
  rush_of?: number
  burst_ms?: number
  /** How many may wait, in all lanes together. */
  most_waiting?: number
  /**
   * By how many milliseconds the program is behind with what has arrived: that long each request has waited before
   * anybody saw it.
   */
  lag_ms?: () => number
  /** Milliseconds, for tests. */
  clock?: () => number
}

/** To be called once when the work is done. */
export type Release = () => void
type Waiting = { start: () => void; refuse: () => void }

/**
 * A queue before the handlers, with a lane for each kind of request. A higher lane goes first; within a lane who came
 * first. Nobody waits for longer than would let them be served in time: under a rush most are told so at once, and
 * those who are let in are served as fast as ever.
 */
export class PriorityQueue {
  readonly #most_at_once: number
  readonly #least_at_once: number
  readonly #in_time_ms: number
  readonly #rush_of: number
  readonly #burst_ms: number
  readonly #most_waiting: number
  readonly #lag_ms: () => number
  readonly #clock: () => number
  readonly #under_way: Record<Lane, number> = { save: 0, staff: 0, public: 0, bulk: 0, search: 0 }
  readonly #waiting: Record<Lane, Waiting[]> = { save: [], staff: [], public: [], bulk: [], search: [] }
  #at_once: number
  /** Since when somebody has been waiting at any time; null while nobody is. */
  #waited_since: number | null = null
  /** What the work of a lane has taken of late, in milliseconds. */
  readonly #usual_ms: Record<Lane, number> = { save: 0, staff: 0, public: 0, bulk: 0, search: 0 }

  constructor({
    most_at_once,
    least_at_once = most_at_once,
    in_time_ms = 600,
    rush_of = 4 * most_at_once,
    burst_ms = 2000,
    most_waiting = 500,
    ...clocks
  }: PriorityQueueOptions) {
    this.#lag_ms = clocks.lag_ms ?? (() => 0)
    this.#clock = clocks.clock ?? (() => performance.now())
    this.#most_at_once = most_at_once
    this.#least_at_once = Math.min(least_at_once, most_at_once)
    this.#at_once = most_at_once
    this.#in_time_ms = in_time_ms
    this.#rush_of = rush_of
    this.#burst_ms = burst_ms
    this.#most_waiting = most_waiting
  }

  /**
   * Waits for one's turn: what to call afterwards, or null where one is refused. `onGone` is given what to call when
   * whoever waits has gone away.
   */
  enter(lane: Lane, onGone: (forget: () => void) => void = () => {}): Promise<Release | null> {
    if (this.refuses(lane)) return Promise.resolve(null)
    if (this.#hasRoom(lane)) return Promise.resolve(this.#start(lane))
    if (!this.#makePlace(lane)) return Promise.resolve(null)
    const patience_ms = this.#patience(lane)
    return new Promise(resolve => {
      const timer = setTimeout(() => waiting.refuse(), patience_ms)
      const end = (answer: Release | null) => {
        clearTimeout(timer)
        this.#waiting[lane] = this.#waiting[lane].filter(other => other !== waiting)
        if (this.#howManyWait() === 0) this.#waited_since = null
        resolve(answer)
      }
      const waiting: Waiting = { start: () => end(this.#start(lane)), refuse: () => end(null) }
      this.#waiting[lane].push(waiting)
      this.#waited_since ??= this.#clock()
      onGone(waiting.refuse)
    })
  }

  /**
   * Whether whoever came now would be told at once to come again: the lane is too long, or the program so far behind
   * that its time belongs to what is above.
   */
  refuses(lane: Lane): boolean {
    if (this.#isRush() && this.#lag_ms() > this.#in_time_ms * shares[lane]) return true
    return !this.#hasRoom(lane) && atOrAbove(lane).some(above => this.#expectedWait(above) > this.#patience(above))
  }

  /**
   * A crowd that stays, where waiting would only make everybody late; not a burst that passes, nor the first minute of
   * a program that has just been started.
   */
  #isRush(): boolean {
    if (this.#waited_since === null) return false
    return this.#howManyWait() >= this.#rush_of || this.#clock() - this.#waited_since >= this.#burst_ms
  }

  /**
   * How long one may wait and still be served in time. What is to be saved waits half of it in any case: better late
   * than sent again.
   */
  #patience(lane: Lane): number {
    const left_ms = this.#in_time_ms - this.#usual_ms[lane] - this.#lag_ms()
    const in_a_rush_ms = lane === 'save' ? Math.max(left_ms, this.#in_time_ms / 2) : left_ms
    return this.#isRush() ? in_a_rush_ms : Math.max(in_a_rush_ms, this.#burst_ms)
  }

  /** Room in a lane is room in all above it as well: what is below never takes the last place of what is above. */
  #hasRoom(lane: Lane): boolean {
    return atOrAbove(lane).every(above => sum(this.#under_way, atOrBelow(above)) < this.#mostOf(above))
  }

  #mostOf(lane: Lane): number {
    return Math.max(1, Math.floor(this.#at_once * shares[lane]))
  }

  #start(lane: Lane): Release {
    const began_at = this.#clock()
    this.#under_way[lane] += 1
    return () => {
      this.#under_way[lane] -= 1
      const took_ms = this.#clock() - began_at
      this.#usual_ms[lane] += (took_ms - this.#usual_ms[lane]) / 10
      if (lane !== 'bulk' && lane !== 'search') this.#adapt(took_ms)
      this.#letIn()
    }
  }

  /** Down by a part where somebody was long under way, up by a little where not. */
  #adapt(took_ms: number): void {
    const next = took_ms > this.#in_time_ms / 3 ? this.#at_once * 0.95 : this.#at_once + 0.1
    this.#at_once = Math.min(this.#most_at_once, Math.max(this.#least_at_once, next))
  }

  #letIn(): void {
    for (const lane of lanes) while (this.#waiting[lane].length > 0 && this.#hasRoom(lane)) this.#waiting[lane][0]!.start()
  }

  #expectedWait(lane: Lane): number {
    const ahead = atOrAbove(lane).reduce((count, above) => count + this.#waiting[above].length, 0)
    return ((ahead + 1) * this.#usual_ms[lane]) / this.#mostOf(lane)
  }

  #howManyWait(): number {
    return lanes.reduce((count, lane) => count + this.#waiting[lane].length, 0)
  }

  /** Where all places to wait are taken, the last of the lowest lane gives way to a higher one. */
  #makePlace(lane: Lane): boolean {
    if (this.#howManyWait() < this.#most_waiting) return true
    const lowest = lanes.findLast(each => this.#waiting[each].length > 0)
    if (lowest === undefined || lanes.indexOf(lowest) <= lanes.indexOf(lane)) return false
    this.#waiting[lowest].at(-1)!.refuse()
    return true
  }
}

function atOrAbove(lane: Lane): readonly Lane[] {
  return lanes.slice(0, lanes.indexOf(lane) + 1)
}

function atOrBelow(lane: Lane): readonly Lane[] {
  return lanes.slice(lanes.indexOf(lane))
}

function sum(numbers: Record<Lane, number>, of: readonly Lane[]): number {
  return of.reduce((total, lane) => total + numbers[lane], 0)
}
