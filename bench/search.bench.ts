import { onOwnGround, type Register } from '../prove/ground.ts'
import { withoutMarks } from '../src/basis/shared/vietnamese.ts'
import { rankTexts, readFound } from '../src/publishing/search/index.ts'
import { option, percentile, type Result, rounded, type Say, timed } from './measure.ts'
import { drawer, inventTexts } from './search/invent-texts.ts'
import { type LabelledSet, ndcg, ownSet, squadSet } from './search/labelled-set.ts'
import { loadTexts } from './search/load-texts.ts'

const everything = { lang: 'vi', kind: null, since: null, until: null, labels: [], among: null } as const
const speed_goal_ms = 50
const asked_questions = 200
const asked_of_others = 10

/**
 * How well questions are answered with and without marks, of our own texts and of a set of others (--questions=FILE, in
 * the form of SQuAD 2.0); and how fast, over --texts=N invented articles, beside ILIKE and PostgreSQL's own `simple`.
 */
export function bench(say: Say): Promise<Result[]> {
  return onOwnGround(async newRegister => {
    const own = ownSet()
    const of_others = option('questions')
    const sets = [own, ...(of_others ? [squadSet(of_others)] : [])]
    const quality: Result[] = []
    for (const set of sets) quality.push(...(await measureQuality(await newRegister(), set, say)))
    return [...quality, ...(await measureSpeed(await newRegister(), own, say))]
  })
}

async function measureQuality({ owner, database: { db } }: Register, set: LabelledSet, say: Say): Promise<Result[]> {
  say(set.name)
  await loadTexts(owner, set.texts)
  const goals = { 'with marks': 0.69, 'without marks': 0.68 }
  const results: Result[] = []
  for (const [how, goal] of Object.entries(goals)) {
    let sum = 0
    for (const { words, grades } of set.questions) {
      const { ranked } = await rankTexts(db, { ...everything, words: how === 'with marks' ? words : withoutMarks(words) })
      sum += ndcg(
        ranked.map(({ number }) => number),
        grades,
      )
    }
    const value = sum / set.questions.length
    results.push({
      what: `nDCG@10 ${how}: ${set.name}`,
      value: rounded(value, 3),
      unit: '',
      against: null,
      ratio: null,
      goal: `≥ ${goal}`,
      met: value >= goal,
    })
  }
  return results
}

async function measureSpeed({ owner, database: { db } }: Register, own: LabelledSet, say: Say): Promise<Result[]> {
  const count = Number(option('texts') ?? 100_000)
  say(`${count} invented articles`)
  await loadTexts(owner, inventTexts(own, count), say)
  const questions = inventQuestions(own, count)
  const taken: number[] = []
  await timed(() => rankTexts(db, { ...everything, words: questions[0]! }), { times: 3, warmup: 0 })
  for (const words of questions) {
    const started = performance.now()
    const { ranked } = await rankTexts(db, { ...everything, words })
    await readFound(db, 'vi', ranked.slice(0, 20))
    taken.push(performance.now() - started)
  }
  say(`slowest: ${questions[taken.indexOf(Math.max(...taken))]}`)
  const p95 = percentile(taken, 0.95)
  const line = { unit: 'ms', goal: null, met: null, against: null, ratio: null }
  const others = await measureOthers({ owner, questions: questions.slice(0, asked_of_others), say })
  return [
    { ...line, what: `a question among ${count} articles, median of ${questions.length}`, value: rounded(percentile(taken, 0.5)) },
    { ...line, what: 'the same, p95', value: rounded(p95), goal: `≤ ${speed_goal_ms} ms`, met: p95 <= speed_goal_ms },
    { ...line, what: 'the same, slowest', value: rounded(Math.max(...taken)) },
    ...others.map(other => ({ ...line, ...other, ratio: other.value / p95, against: 'our p95' })),
    ...(await sizes(owner)),
  ]
}

/** Stretches of two to five words of the texts, half of them without marks, and the questions that were labelled. */
function inventQuestions(own: LabelledSet, count: number): string[] {
  const draw = drawer(count)
  const texts = [...inventTexts(own, asked_questions)]
  const stretches = texts.map(({ body }, i) => {
    const words = body.split(' ')
    const at = Math.floor(draw() * (words.length - 5))
    const stretch = words.slice(at, at + 2 + Math.floor(draw() * 4)).join(' ')
    return i % 2 ? withoutMarks(stretch) : stretch
  })
  return [...stretches, ...own.questions.flatMap(({ words }) => [words, withoutMarks(words)])]
}

type Owner = Register['owner']

async function measureOthers({
  owner,
  questions,
  say,
}: {
  owner: Owner
  questions: string[]
  say: Say
}): Promise<Pick<Result, 'what' | 'value'>[]> {
  say('beside them: ILIKE, and the stock configuration `simple`')
  await owner.query(`create table stock as select search_text_id, to_tsvector('simple', title || ' ' || body) as words from search_text`)
  await owner.query('create index stock_words on stock using gin (words)')
  await owner.query('vacuum analyze stock')
  const stock = `select search_text_id from stock, websearch_to_tsquery('simple', $1) q where words @@ q order by ts_rank_cd(words, q) desc limit 20`
  const like = `select search_text_id from search_text where body ilike '%' || $1 || '%' order by day desc limit 20`
  const results = []
  for (const [what, sql] of [
    ['ILIKE, slowest of ten', like],
    ['stock `simple` with ts_rank_cd, slowest of ten', stock],
  ] as const) {
    const taken: number[] = []
    for (const words of questions) taken.push(...(await timed(() => owner.query(sql, [words]), { times: 1, warmup: 0 })))
    results.push({ what, value: rounded(Math.max(...taken)) })
  }
  return results
}

async function sizes(owner: Owner): Promise<Result[]> {
  const { rows } = await owner.query(
    `select 'the index' as what, pg_relation_size('search_words') as bytes
     union all select 'texts and their words, without the index', pg_table_size('search_text')
     union all select 'the table of syllables', pg_total_relation_size('search_syllable')
     union all select 'the index of the stock configuration', pg_relation_size('stock_words')`,
  )
  return rows.map(({ what, bytes }) => ({
    what,
    value: rounded(Number(bytes) / 2 ** 20, 1),
    unit: 'MiB',
    against: null,
    ratio: null,
    goal: null,
    met: null,
  }))
}
