/** Who goes first when not all can be served at once: what is saved and handed in, what staff read, public pages that are not kept, and what can wait. */
export const lanes = ['save', 'staff', 'public', 'bulk'] as const
export type Lane = (typeof lanes)[number]

/** How much of the whole a lane may take up together with those below it: so there is always room for what is above. */
const shares: Record<Lane, number> = { save: 1, staff: 0.75, public: 0.5, bulk: 0.25 }

export type LanesOptions = {
  /** How many requests are worked on at once. */
  most_at_once: number
  /** Within how many milliseconds an answer is wanted. Who could not be served by then is refused, at once where that can be foreseen. */
  in_time_ms?: number
  /** How many may wait, in all lanes together. */
  most_waiting?: number
  /** Milliseconds, for tests. */
  clock?: () => number
}

/** To be called once when the work is done. */
export type Leave = () => void
type Waiting = { start: () => void; refuse: () => void }

/**
 * A queue before the handlers, with a lane for each kind of request. A higher lane goes first; within a lane who came first. Nobody waits for longer than would let them be served in time: under a rush
 * most are told so at once, and those who are let in are served as fast as ever.
 */
export class Lanes {
  readonly #most: Record<Lane, number>
  readonly #in_time_ms: number
  readonly #most_waiting: number
  readonly #clock: () => number
  readonly #under_way: Record<Lane, number> = { save: 0, staff: 0, public: 0, bulk: 0 }
  readonly #waiting: Record<Lane, Waiting[]> = { save: [], staff: [], public: [], bulk: [] }
  /** What the work of a lane has taken of late, in milliseconds. */
  readonly #usual_ms: Record<Lane, number> = { save: 0, staff: 0, public: 0, bulk: 0 }

  constructor({ most_at_once, in_time_ms = 600, most_waiting = 500, clock = () => performance.now() }: LanesOptions) {
    const mostOf = (lane: Lane) => Math.max(1, Math.floor(most_at_once * shares[lane]))
    this.#most = { save: mostOf('save'), staff: mostOf('staff'), public: mostOf('public'), bulk: mostOf('bulk') }
    this.#in_time_ms = in_time_ms
    this.#most_waiting = most_waiting
    this.#clock = clock
  }

  /** Waits for one's turn: what to call afterwards, or null where one is refused. `onGone` is given what to call when whoever waits has gone away. */
  enter(lane: Lane, onGone: (forget: () => void) => void = () => {}): Promise<Leave | null> {
    if (this.#hasRoom(lane)) return Promise.resolve(this.#start(lane))
    const patience_ms = this.#in_time_ms - this.#usual_ms[lane]
    if (this.#expectedWait(lane) > patience_ms || !this.#makePlace(lane)) return Promise.resolve(null)
    return new Promise(resolve => {
      const timer = setTimeout(() => waiting.refuse(), patience_ms)
      const end = (answer: Leave | null) => {
        clearTimeout(timer)
        this.#waiting[lane] = this.#waiting[lane].filter(other => other !== waiting)
        resolve(answer)
      }
      const waiting: Waiting = { start: () => end(this.#start(lane)), refuse: () => end(null) }
      this.#waiting[lane].push(waiting)
      onGone(waiting.refuse)
    })
  }

  /** Room in a lane is room in all above it as well: what is below never takes the last place of what is above. */
  #hasRoom(lane: Lane): boolean {
    return lanes.slice(0, lanes.indexOf(lane) + 1).every(above => sum(this.#under_way, atOrBelow(above)) < this.#most[above])
  }

  #start(lane: Lane): Leave {
    const began_at = this.#clock()
    this.#under_way[lane] += 1
    return () => {
      this.#under_way[lane] -= 1
      this.#usual_ms[lane] += (this.#clock() - began_at - this.#usual_ms[lane]) / 10
      this.#letIn()
    }
  }

  #letIn(): void {
    for (const lane of lanes) while (this.#waiting[lane].length > 0 && this.#hasRoom(lane)) this.#waiting[lane][0]!.start()
  }

  #expectedWait(lane: Lane): number {
    const ahead = lanes.slice(0, lanes.indexOf(lane) + 1).reduce((count, above) => count + this.#waiting[above].length, 0)
    return ((ahead + 1) * this.#usual_ms[lane]) / this.#most[lane]
  }

  /** Where all places to wait are taken, the last of the lowest lane gives way to a higher one. */
  #makePlace(lane: Lane): boolean {
    const taken = lanes.reduce((count, each) => count + this.#waiting[each].length, 0)
    if (taken < this.#most_waiting) return true
    const lowest = lanes.findLast(each => this.#waiting[each].length > 0)
    if (lowest === undefined || lanes.indexOf(lowest) <= lanes.indexOf(lane)) return false
    this.#waiting[lowest].at(-1)!.refuse()
    return true
  }
}

function atOrBelow(lane: Lane): readonly Lane[] {
  return lanes.slice(lanes.indexOf(lane))
}

function sum(numbers: Record<Lane, number>, of: readonly Lane[]): number {
  return of.reduce((total, lane) => total + numbers[lane], 0)
}
