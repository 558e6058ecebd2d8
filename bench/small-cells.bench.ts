import type { CompiledQuery } from 'kysely'
import { answerFigure, openFigureMemory, rememberedFigures } from '../src/numbers/figure/index.ts'
import type { Db, Reads } from '../src/platform/database/index.ts'
import { withDemo } from './demo-register.ts'
import { percentile, type Result, rounded, type Say } from './measure.ts'

const goal_ms = 50
const times = 25
const questions = [
  { what: 'F1 of a commune', figure: 'F1', unit: 'dang-bo-xa-duong-quang', valid_as_of: '2021-02-19' },
  { what: 'F1 of the province', figure: 'F1', unit: 'tinh-uy-bac-kan', valid_as_of: '2021-02-19' },
  { what: 'F5 of the province', figure: 'F5', unit: 'tinh-uy-bac-kan', valid_as_of: '2021-02-19' },
]
type Question = (typeof questions)[number]

/** What every new commitment makes old: the tables of the tallies. The tree stays. */
const written = ['commitment_tally', 'deed_tally']

/**
 * A figure for everybody, which is not in the page cache, in turn with the register's own answer: with nothing
 * remembered, and after commitments came in, when only the tallies are read anew.
 */
export function bench(say: Say): Promise<Result[]> {
  return withDemo(say, async ({ db }) => {
    const results: Result[] = []
    for (const question of questions) {
      say(question.what)
      results.push(...(await inTurn(db, question)))
    }
    return results
  })
}

async function inTurn(db: Db, { what, figure, ...asked }: Question): Promise<Result[]> {
  const memory = openFigureMemory()
  let reads = 0
  const counting = {
    executeQuery: (read: CompiledQuery) => {
      reads++
      return db.executeQuery(read)
    },
  } as Reads
  const askPublicly = () => rememberedFigures(counting, memory, new Date()).ask(figure, asked)
  const ways: Record<string, { forget: () => void; ask: () => Promise<unknown>; taken: number[]; reads: number }> = {
    'the register’s own answer': { forget: () => {}, ask: () => answerFigure(counting, figure, asked, new Date()), taken: [], reads: 0 },
    'for everybody, nothing remembered': { forget: () => open(memory), ask: askPublicly, taken: [], reads: 0 },
    'for everybody, after commitments came in': { forget: () => purge(memory), ask: askPublicly, taken: [], reads: 0 },
  }
  for (let i = 0; i < times + 3; i++) {
    for (const way of Object.values(ways)) {
      way.forget()
      reads = 0
      const started = performance.now()
      await way.ask()
      if (i >= 3) way.taken.push(performance.now() - started)
      way.reads = reads
    }
  }
  const own = percentile(Object.values(ways)[0]!.taken, 0.5)
  return Object.entries(ways).map(([name, { taken, reads }]) => {
    const median = percentile(taken, 0.5)
    return {
      ...{
        what: `${what}, ${name}: ${reads} reads`,
        value: rounded(median, 1),
        unit: 'ms',
        against: 'its own answer',
        ratio: rounded(median / own),
      },
      ...{ goal: `median ≤ ${goal_ms} ms`, met: median <= goal_ms },
    }
  })
}

function open(memory: ReturnType<typeof openFigureMemory>): void {
  for (const part of Object.values(memory)) part.open()
}

function purge(memory: ReturnType<typeof openFigureMemory>): void {
  for (const part of Object.values(memory)) part.purge(written)
}
