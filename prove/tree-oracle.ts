import { type Act, closes_on, type InventedTree, type Person, type Step } from './invented-tree.ts'

/** A day and an instant at the end of a day, by which a question is asked. */
export type Clocks = { valid: string; known: string }
/** What figures count of one set of people, by column. */
export type Counts = Readonly<Record<string, number>>
/**
 * A set of people that is counted together: by the unit whose people they are, and for exemplars when they were
 * recognised.
 */
export type Group = ReadonlySet<string>

/** Each number as the parts that it is made of. Deeds are counted in units of people's promises. */
export const splits: Readonly<Record<string, Readonly<Record<string, number>>[]>> = {
  due: [{ submitted: 1, missing: 1 }],
  submitted: [
    { on_time: 1, late: 1 },
    { approved: 1, waiting: 1 },
  ],
  approved: [{ deeds_2: 1, deeds_3: 1, deeds_4: 1 }],
  registered: [
    { deeds_2: 2, deeds_3: 3, deeds_4: 4 },
    { done: 1, partly: 1, not_done: 1, not_reported: 1 },
  ],
  tenures: [{ planned: 1, unplanned: 1 }],
  exemplars: [{ collective: 1, individual: 1 }],
  collective: [{ 'collective economy': 1, 'collective culture': 1, 'collective health': 1 }],
  individual: [{ 'individual economy': 1, 'individual culture': 1, 'individual health': 1 }],
}

/** The column that says how many people a column is about. */
export function baseOf(column: string): string {
  if (/^(due|submitted|missing|on_time|late|approved|waiting)$/.test(column)) return 'due'
  if (/^(deeds_|registered|done|partly|not_)/.test(column)) return 'approved'
  return /plan|tenures/.test(column) ? 'tenures' : 'exemplars'
}

/** What plain logic says of a tree, by the clocks of a question; nothing of it is taken from the register. */
export class Oracle {
  readonly tree: InventedTree
  readonly clocks: Clocks
  readonly #recognised: Map<string, Person[]>
  readonly #found = new Map<string, unknown>()

  constructor(tree: InventedTree, clocks: Clocks) {
    this.tree = tree
    this.clocks = clocks
    this.#recognised = Map.groupBy(
      tree.people.filter(({ acts }) => acts.recognised),
      person => this.groupOf(person),
    )
  }

  /** The day of the tree: that of the question, or of the campaign's close. */
  get day(): string {
    return this.clocks.valid < closes_on ? this.clocks.valid : closes_on
  }

  parentOf(unit: string, day = this.day): string | undefined {
    const { known } = this.clocks
    return this.tree.placed.find(
      one => one.unit === unit && one.from <= day && day < one.to && one.known_from <= known && known < one.known_to,
    )?.parent
  }

  isAlive(unit: string): boolean {
    return unit === this.tree.root || this.parentOf(unit) !== undefined
  }

  childrenOf(unit: string): string[] {
    return this.#once(`children ${unit}`, () => this.tree.units.filter(one => this.parentOf(one) === unit))
  }

  /** The groups of people that a unit itself answers for: its own, and those of what ended into it. */
  ownOf(unit: string): Group {
    return this.#once(`own ${unit}`, () => new Set([unit, ...this.#endedInto(unit).flatMap(one => [...this.ownOf(one)])]))
  }

  #endedInto(unit: string): string[] {
    const known = this.tree.heirs.filter(
      heir => heir.on <= this.day && heir.known_from <= this.clocks.known && !this.isAlive(heir.predecessor),
    )
    return known.filter(({ successor }) => successor === unit).map(({ predecessor }) => predecessor)
  }

  under(unit: string): Group {
    return this.#once(
      `under ${unit}`,
      () => new Set([...this.ownOf(unit), ...this.childrenOf(unit).flatMap(child => [...this.under(child)])]),
    )
  }

  /** Exemplars of a unit: those that stood under it when they were recognised, and those that stand under it now. */
  exemplarsUnder(unit: string): Group {
    return this.#once(`exemplars ${unit}`, () => {
      const now = this.isAlive(unit) ? this.#subtree(unit, this.clocks.valid) : new Set<string>()
      const isOf = ({ unit: of, acts }: Person) => now.has(of) || this.#subtree(unit, acts.recognised!.on).has(of)
      return new Set([...this.#recognised].filter(([, [one]]) => isOf(one!)).map(([group]) => group))
    })
  }

  #subtree(unit: string, day: string): Group {
    return this.#once(`subtree ${unit} ${day}`, () => {
      const children = this.tree.units.filter(one => this.parentOf(one, day) === unit)
      return new Set([unit, ...children.flatMap(child => [...this.#subtree(child, day)])])
    })
  }

  /** A tree does not change: what was found of it is not looked for again. */
  #once<Found>(what: string, find: () => Found): Found {
    const found = (this.#found.get(what) as Found | undefined) ?? find()
    this.#found.set(what, found)
    return found
  }

  /** People of a unit who were recognised between the same mergers are always counted together. */
  groupOf({ unit, acts }: Person): string {
    return `${unit}@${this.tree.merged_on.filter(on => acts.recognised && on <= acts.recognised.on).length}`
  }

  /** What is so of some units' people (`unit`), or of groups of exemplars (`unit@…`). */
  countsOf(group: Group): Counts {
    const sum = new Map<string, number>()
    for (const one of group) for (const [column, n] of this.#counted.get(one) ?? []) sum.set(column, (sum.get(column) ?? 0) + n)
    return Object.fromEntries(sum)
  }

  /** What is so of each unit's own people, and of each group of exemplars. */
  get #counted(): Map<string, Map<string, number>> {
    return this.#once('counted', () => {
      const counted = new Map<string, Map<string, number>>()
      const add = (one: string, column: string, n = 1) => {
        const own = counted.get(one) ?? new Map<string, number>()
        counted.set(one, own.set(column, (own.get(column) ?? 0) + n))
      }
      for (const person of this.tree.people) {
        const { unit, kind, field, deeds, report } = person
        if (this.has(person, 'recognised')) for (const column of ['exemplars', kind, `${kind} ${field}`]) add(this.groupOf(person), column)
        for (const column of this.#columnsOf(person)) add(unit, column)
        if (this.has(person, 'approved'))
          for (const column of ['registered', this.has(person, 'reported') ? report : 'not_reported']) add(unit, column, deeds)
      }
      return counted
    })
  }

  #columnsOf(person: Person): string[] {
    const has = (step: Step) => this.has(person, step)
    return [
      ...(has('due') ? ['due', has('submitted') ? 'submitted' : 'missing'] : []),
      ...(has('submitted') ? [person.is_late ? 'late' : 'on_time', has('approved') ? 'approved' : 'waiting'] : []),
      ...(has('approved') ? [`deeds_${person.deeds}`] : []),
      ...(has('tenure') ? ['tenures', has('planned') ? 'planned' : 'unplanned'] : []),
    ]
  }

  has({ acts }: Person, step: Step): boolean {
    const act: Act | undefined = acts[step]
    return act !== undefined && act.on <= this.clocks.valid && act.known <= this.clocks.known
  }

  /**
   * Two questions with the same state are about the same people in the same state, whatever the tree: whoever knows
   * that nothing changed knows it.
   */
  get state(): string {
    const steps: Step[] = ['due', 'submitted', 'approved', 'reported', 'tenure', 'planned', 'recognised']
    return this.#once('state', () =>
      this.tree.people.map(person => steps.map(step => (this.has(person, step) ? '1' : '0')).join('')).join(' '),
    )
  }
}
