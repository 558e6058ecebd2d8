import { globSync, readFileSync } from 'node:fs'
import { readText } from '../src/basis/quantity/index.ts'
import { checkText, openCheck } from '../src/numbers/check/index.ts'
import { type FigureMemory, openFigureMemory, rememberedFigures } from '../src/numbers/figure/index.ts'
import { benchArticles } from './articles.ts'
import { benchLabels } from './check-labels.ts'
import { withDemo } from './demo-register.ts'
import { benchDuckling } from './duckling.ts'
import { option, percentile, type Result, rounded, type Say, timed } from './measure.ts'

const megabyte = 1024 * 1024
/** Between a text and what is marked in it. */
const marks = '\n=====\n'

/**
 * One article checked, and a megabyte of articles; the process is warm, and remembers answers as the portal does. Then
 * how well claims of known truth are judged; with --duckling=FOLDER and --articles=FOLDER also what others collected,
 * which nobody tuned the check to.
 */
export function bench(say: Say): Promise<Result[]> {
  const [duckling, articles] = [option('duckling'), option('articles')]
  const article = readFileSync('src/numbers/check/judge/scene.txt', 'utf8')
  const long = aMegabyteOf(
    globSync('test/articles/*.txt')
      .sort()
      .map(path => readFileSync(path, 'utf8').split(marks)[0]!),
  )
  return withDemo(say, async ({ db, clock }) => {
    const memory = emptyMemory()
    const check = (text: string) => checkText(db, { text, now: clock(), ask: rememberedFigures(db, memory, clock()).ask })
    const pasted = openCheck()
    const apart = (text: string) => pasted(db, { text, now: clock(), ask: rememberedFigures(db, memory, clock()).ask })
    const anew = () => checkText(db, { text: article, now: clock(), ask: rememberedFigures(db, emptyMemory(), clock()).ask })
    const first = await timed(anew, { times: 10, warmup: 2 })
    say(`an article of ${article.length} characters, a long text of ${long.length}`)
    const found = await timed(() => readText(long), { times: 5, warmup: 2 })
    return [
      line('an article, answers remembered', await timed(() => check(article), { times: 100, warmup: 20 }), 50),
      line('an article, in a process of its own', await timed(() => apart(article), { times: 100, warmup: 20 }), 50),
      line('an article, every figure asked anew', first, null),
      line('1 MB, found', found, null),
      line('1 MB, found and judged', await timed(() => check(long), { times: 5, warmup: 1 }), 1000),
      ...(await benchLabels(
        ({ text, day }) => checkText(db, { text, valid_as_of: day, now: clock(), ask: rememberedFigures(db, memory, clock()).ask }),
        say,
      )),
      ...(duckling ? benchDuckling(duckling, say) : []),
      ...(articles ? await benchArticles(articles, check, say) : []),
    ]
  })
}

/** As the portal's is after its start. */
function emptyMemory(): FigureMemory {
  const memory = openFigureMemory()
  for (const part of Object.values(memory)) part.open()
  return memory
}

function aMegabyteOf(texts: string[]): string {
  const round = texts.join('\n\n')
  return round.repeat(Math.ceil(megabyte / Buffer.byteLength(round)))
}

function line(what: string, taken: number[], goal_ms: number | null): Result {
  const value = percentile(taken, 0.5)
  const goal = goal_ms === null ? null : `median ≤ ${goal_ms} ms`
  return {
    what: `${what} (${taken.length})`,
    value: rounded(value, 1),
    unit: 'ms',
    against: null,
    ratio: null,
    goal,
    met: goal_ms === null ? null : value <= goal_ms,
  }
}
