import { type Asked, answerFigure, catalogue, type FigureId } from '../src/numbers/figure/index.ts'
import { withDemo } from './demo-register.ts'
import { percentile, type Result, rounded, type Say, timed } from './measure.ts'

const goal_ms = 50
/** Days on each side of both mergers. */
const days = ['2019-02-19', '2021-02-19', '2023-06-30', '2026-11-24']

/** Every figure of the catalogue on the whole demo province, at four days: p95 of one question, no memory in front. */
export function bench(say: Say): Promise<Result[]> {
  return withDemo(say, async ({ db }) => {
    const results: Result[] = []
    for (const figure of Object.keys(catalogue) as FigureId[]) {
      say(figure)
      const taken: number[] = []
      for (const valid_as_of of days) taken.push(...(await timed(() => ask(figure, { valid_as_of }), { times: 25, warmup: 5 })))
      const p95 = percentile(taken, 0.95)
      const goal = `p95 ≤ ${goal_ms} ms`
      results.push({
        what: `${figure} p95 of ${taken.length}`,
        value: rounded(p95, 1),
        unit: 'ms',
        against: null,
        ratio: null,
        goal,
        met: p95 <= goal_ms,
      })
    }
    return results

    async function ask(figure: FigureId, asked: Asked): Promise<void> {
      const outcome = await answerFigure(db, figure, asked, new Date())
      if (!outcome.ok && outcome.problems[0]?.code !== 'nothing-known') throw new Error(`${figure}: ${outcome.problems[0]?.code}`)
    }
  })
}
