import type { CompiledQuery } from 'kysely'
import type pg from 'pg'
import { digestOf } from '../src/basis/shared/canonical-json.ts'
import { addDays, dayOf, endOf } from '../src/basis/shared/dates.ts'
import { type FiguresAt, openFigureMemory, type PublicAnswer, rememberedFigures } from '../src/numbers/figure/index.ts'
import { branchesTold, least_unit, type Step, stepsTold, sumOf } from '../src/numbers/figure/public/small-cells.ts'
import type { Db } from '../src/platform/database/index.ts'
import { keepPlan } from '../src/platform/database/pool/keep-plans.ts'
import { onOwnGround, type Register } from './ground.ts'
import { type InventedTree, inventTree, plantGround, plantTree, year } from './invented-tree.ts'
import type { Proved } from './proof.ts'
import { type Fact, factsOf } from './public-facts.ts'
import { determinedCells, type Told } from './small-cells.ts'
import { type Clocks, type Group, Oracle } from './tree-oracle.ts'

/** Random trees of at most 60 units on three levels, with two mergers in twelve months, each asked about every unit. */
export const n = 200
export const nightly_n = 1000

const figures = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F11']

/**
 * 16. A small cell cannot be worked out: neither adding and subtracting nor the bounds of all that is told, over units,
 *     figures, days, clocks and mergers, determine one.
 */
export async function run(trees: number): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const counted = nothing()
    for (let first = 1; first <= trees; first += of_one_register) {
      const register = await newRegister(4)
      await plantGround(register.owner)
      await planOnce(register.owner)
      await countTrees(counted, register, Math.min(trees, first + of_one_register - 1), first)
      process.stderr.write(`${Math.min(trees, first + of_one_register - 1)} trees, ${counted.answers} answers\n`)
    }
    return provedBy(counted)
  })
}

/** Plans are kept from the first tree on: with many trees in one register each question would read them all. */
const of_one_register = 8

/**
 * The trees are small and alike, and the questions many: every function plans once for each connection, and not at each
 * call. An answer does not depend on it.
 */
async function planOnce(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc where 'plan_cache_mode=force_custom_plan' = any (proconfig)`,
  )
  for (const { name } of rows) await owner.query(`alter function ${name} set plan_cache_mode = force_generic_plan`)
}

type Counted = { answers: number; numbers: number; hidden: number; failures: number; found: string[] }

const nothing = (): Counted => ({ answers: 0, numbers: 0, hidden: 0, failures: 0, found: [] })

/** The trees from one number to another: each is the same whenever it is invented. */
export async function proveTrees(register: Register, trees: number, first = 1): Promise<Proved> {
  const counted = nothing()
  await countTrees(counted, register, trees, first)
  return provedBy(counted)
}

async function countTrees(counted: Counted, register: Register, trees: number, first: number): Promise<void> {
  for (let number = first; number <= trees; number++) {
    const tree = inventTree(number)
    await plantTree(register.owner, tree)
    const { answers, states } = await askEverything(register, tree)
    counted.answers += answers
    for (const told of states) {
      counted.numbers += told.facts.length
      const { hidden, determined } = determinedCells(told)
      counted.hidden += hidden
      counted.failures += determined.length
      const clocks = JSON.stringify(told.oracles.map(({ clocks }) => clocks))
      for (const { name, column, n } of determined.slice(0, 3)) counted.found.push(`tree ${number}: ${n} ${column} of ${name}, ${clocks}`)
    }
  }
}

function provedBy({ answers, numbers, hidden, failures, found }: Counted): Proved {
  return {
    failures,
    notes: [
      `${answers} public answers told ${numbers} numbers; ${hidden} hidden cells, ${failures} of them determined`,
      ...found.slice(0, 10),
    ],
  }
}

/**
 * Every unit and every figure, at ends of months and on other days, by both clocks: what was told, by the state of the
 * register.
 */
async function askEverything({ database }: Register, tree: InventedTree): Promise<{ answers: number; states: Told[] }> {
  const memory = openFigureMemory()
  for (const part of Object.values(memory)) part.open()
  const asking = rememberedFigures(keepingPlans(database.db), memory, new Date())
  const told = new ToldByState(tree)
  let answers = 0
  for (const { valid, known } of clocksFor(tree)) {
    const asked = tree.units.flatMap(unit => figures.map(figure => ask(asking, figure, unit, valid, known)))
    for (const answer of await Promise.all(asked)) {
      if (!answer) continue
      answers++
      told.add(answer)
    }
  }
  return { answers, states: told.states() }
}

/** Each read is planned once for each connection, as each function is. */
function keepingPlans(db: Db): Db {
  const executeQuery = (asked: CompiledQuery) => {
    keepPlan(asked.sql)
    return db.executeQuery(asked)
  }
  return { executeQuery } as unknown as Db
}

async function ask({ ask }: FiguresAt, figure: string, unit: string, valid_as_of: string, known: string): Promise<PublicAnswer | null> {
  const answer = await ask(figure, { unit, valid_as_of, recorded_as_of: endOf(known), ...(figure === 'F11' ? {} : { year }) })
  if (answer && answer.digest !== digestOf(answer.rows)) throw new Error(`the digest of ${figure} of ${unit} is of more than is shown`)
  return answer
}

/**
 * The day before and of each merger, the ends of months before and after, and the last of the year; by both clocks
 * together and apart.
 */
function clocksFor({ merged_on, opens_on }: InventedTree): Clocks[] {
  const last = `${year}-12-31`
  const days = merged_on.flatMap(on => [addDays(on, -1), on])
  const ends = merged_on.flatMap(on => [addDays(`${on.slice(0, 7)}-01`, -1), addDays(`${addDays(on, 76).slice(0, 7)}-01`, -1)])
  const together = [...new Set([...days, ...ends, last])].map(day => ({ valid: day, known: day }))
  const apart = [ends[0] ?? last, days[0] ?? last].flatMap(day => [
    { valid: day, known: last },
    { valid: last, known: day },
  ])
  return [...together, ...apart].filter(({ valid }) => valid >= opens_on)
}

class ToldByState {
  readonly #tree: InventedTree
  readonly #oracles = new Map<string, Oracle>()
  readonly #states = new Map<string, Told>()

  constructor(tree: InventedTree) {
    this.#tree = tree
  }

  add(answer: PublicAnswer): void {
    const { valid_as_of: valid, recorded_as_of } = answer.parameters
    const oracle = this.oracleAt({ valid, known: dayOf(new Date(recorded_as_of)) })
    this.addFacts(oracle, factsOf(answer, oracle))
  }

  addFacts(oracle: Oracle, facts: Fact[]): void {
    for (const { group, column, n } of facts) {
      const truth = oracle.countsOf(group)[column] ?? 0
      if (truth !== n)
        throw new Error(`${n} ${column} were told of ${[...group].join(' ')}, and there are ${truth}: ${JSON.stringify(oracle.clocks)}`)
    }
    const state = this.#states.get(oracle.state) ?? { oracles: [], facts: [], is_at_month_end: false }
    this.#states.set(oracle.state, state)
    if (!state.oracles.includes(oracle)) state.oracles.push(oracle)
    state.facts.push(...facts)
    state.is_at_month_end ||= isEnd(oracle.clocks.valid) && isEnd(oracle.clocks.known)
  }

  oracleAt(clocks: Clocks): Oracle {
    const key = `${clocks.valid} ${clocks.known}`
    const oracle = this.#oracles.get(key) ?? new Oracle(this.#tree, clocks)
    this.#oracles.set(key, oracle)
    return oracle
  }

  states(): Told[] {
    return [...this.#states.values()]
  }
}

function isEnd(day: string): boolean {
  return addDays(day, 1).endsWith('-01')
}

/** How it would be told without each of the protections: every one must be missed. */
const unprotected: Record<string, Telling> = {
  'page by page, as before': pageByPage,
  'without a second branch': (branches, steps, of_unit, least) => branchesAlone(branches, steps, of_unit, least),
  'without ends of months': (branches, steps, of_unit) => branchesTold(branches, steps, of_unit, least_unit.at_month_end),
  'without regard to mergers': branchesTold,
}
type Telling = typeof branchesTold
type Branches = Parameters<Telling>[0]

const steps: Step[] = [
  { name: 'due', of: null, base: 'due', parts: ['due'] },
  { name: 'submitted', of: 'due', base: 'due', parts: ['submitted', 'missing'] },
]

/** In some tree each of them gives a small cell away. */
export async function control(): Promise<boolean> {
  return Object.values(unprotected).every(withFlash => givesAway(withFlash, 1))
}

function givesAway(withFlash: Telling, number: number): boolean {
  return number <= 60 && (foundIn(inventTree(number), withFlash) > 0 || givesAway(withFlash, number + 1))
}

/** How many hidden cells are determined where a tree is told in another way. */
function foundIn(tree: InventedTree, withFlash: Telling): number {
  const told = new ToldByState(tree)
  for (const clocks of clocksFor(tree)) {
    const oracle = told.oracleAt(clocks)
    const least = isEnd(clocks.valid) && isEnd(clocks.known) ? least_unit.at_month_end : least_unit.on_any_day
    told.addFacts(oracle, tellUnder(oracle, tree.root, withFlash, least))
  }
  return told.states().reduce((sum, state) => sum + determinedCells(state).determined.length, 0)
}

function tellUnder(oracle: Oracle, root: string, withFlash: Telling, least: 10 | 50): Fact[] {
  const branchesOf = (unit: string): Map<string, Group> =>
    new Map([[unit, oracle.ownOf(unit)], ...oracle.childrenOf(unit).map(child => [child, oracle.under(child)] as const)])
  const cellOf = (group: Group) => ({ due: 0, submitted: 0, missing: 0, ...oracle.countsOf(group) })
  const tell = (unit: string, told: ReadonlySet<string>): Fact[] => {
    const branches = branchesOf(unit)
    const cells = new Map([...branches].map(([key, group]) => [key, cellOf(group)] as const).filter(([, cell]) => cell.due > 0))
    const by_step = withFlash(cells, steps, told, least)
    const of_branches = [...by_step].flatMap(([column, keys]) =>
      [...keys].map(key => ({ group: branches.get(key)!, column, n: cells.get(key)![column as 'due'] })),
    )
    const below = oracle
      .childrenOf(unit)
      .flatMap(child => tell(child, new Set(steps.map(({ name }) => name).filter(name => by_step.get(name)?.has(child)))))
    return [...of_branches, ...below]
  }
  const whole = cellOf(oracle.under(root))
  const of_root = stepsTold(whole, steps, least)
  return [...[...of_root].map(column => ({ group: oracle.under(root), column, n: whole[column as 'due'] })), ...tell(root, of_root)]
}

/**
 * As it was: of a page the rows under five were blanked, and the next smallest where that was one; each page by itself.
 */
function pageByPage(branches: Branches): ReturnType<Telling> {
  const by_size = [...branches].sort(([, a], [, b]) => a.due! - b.due!)
  const small = by_size.filter(([, { due }]) => due! < 5).map(([key]) => key)
  const blank = new Set(small.length === 1 ? by_size.slice(0, 2).map(([key]) => key) : small)
  const shown = new Set([...branches.keys()].filter(key => !blank.has(key)))
  return new Map(steps.map(({ name }) => [name, shown]))
}

function branchesAlone(branches: Branches, ...[, of_unit, least]: [readonly Step[], ReadonlySet<string>, 10 | 50]): ReturnType<Telling> {
  const keys = (name: string) =>
    [...branches].filter(([, cell]) => of_unit.has(name) && stepsTold(sumOf([cell]), steps, least).has(name)).map(([key]) => key)
  return new Map(steps.map(({ name }) => [name, new Set(keys(name))]))
}
