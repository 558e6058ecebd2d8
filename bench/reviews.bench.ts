import { type Asked, answerFigure, type FigureId } from '../src/numbers/figure/index.ts'
import { listLimitationBranches } from '../src/register/limitation/reads/list-limitation-branches.ts'
import { listReviewBranches } from '../src/register/review/reads/list-review-branches.ts'
import { percentile, type Result, rounded, type Say, timed } from './measure.ts'
import { sizeInWords } from './nation/load-nation.ts'
import { reviewNation } from './nation/review-nation.ts'
import { type LoadedNation, withNation } from './nation/with-nation.ts'

const day = '2026-01-31'
const [province_goal, nation_goal] = [50, 250]
const root = 'ca-nuoc'

/**
 * What a round of review comes to in each province of a nation and in the whole of it: the figures F8, F9 and F10, and
 * the pages on which an office follows a round and what it found wanting.
 */
export function bench(say: Say): Promise<Result[]> {
  return withNation(say, { people: false }, async nation => {
    say('a round of review')
    await reviewNation(nation.owner)
    say('asking')
    return measure(nation)
  })
}

async function measure({ database: { db }, size }: LoadedNation): Promise<Result[]> {
  const units = await db
    .selectFrom('unit')
    .select('key')
    .where('key', 'like', 'tinh-uy-%')
    .where('key', 'not like', 'tinh-uy-%-%')
    .execute()
  const provinces = units.map(({ key }) => key)
  const figure = (id: FigureId, asked: Asked) => async (unit: string) => {
    const answer = await answerFigure(db, id, { unit, valid_as_of: day, ...asked }, new Date())
    if (!answer.ok || !answer.value.denominator) throw new Error(`${id} of ${unit}: ${JSON.stringify(answer)}`)
  }
  const asked: [string, (unit: string) => Promise<unknown>][] = [
    ['F8, limitations repaired', figure('F8', { year: 2025 })],
    ['F9, reviews concluded', figure('F9', { year: 2025 })],
    ['F10, ratings', figure('F10', { year: 2025 })],
    ['how far a round is', unit => listReviewBranches(db, { unit, review_round_id: 1, day })],
    ['open limitations', unit => listLimitationBranches(db, { unit, day })],
  ]
  const results: Result[] = []
  for (const [what, ask] of asked) {
    // PostgreSQL plans a question whose plan is kept five times before it keeps one.
    for (let i = 0; i < 6; i++) await ask(provinces[0]!)
    const taken = []
    for (const unit of provinces) taken.push(...(await timed(() => ask(unit), { times: 3, warmup: 1 })))
    results.push(line(`${what}: of a province, p95 of ${taken.length}`, percentile(taken, 0.95), province_goal))
    const of_all = await timed(() => ask(root), { times: 7, warmup: 2 })
    results.push(line(`${what}: of ${sizeInWords(size)}, median of ${of_all.length}`, percentile(of_all, 0.5), nation_goal))
  }
  return results
}

function line(what: string, ms: number, goal: number): Result {
  return { what, value: rounded(ms, 1), unit: 'ms', against: null, ratio: null, goal: `≤ ${goal} ms`, met: ms <= goal }
}
