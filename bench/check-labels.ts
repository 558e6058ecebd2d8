import type { checkText, Verdict } from '../src/numbers/check/index.ts'
import { claim_files, isRight, type LabelledClaim, readLabelledClaims, verdictOn } from '../test/harness/labelled-claims.ts'
import { scoreSentences } from '../test/harness/labelled-sentences.ts'
import { type Result, rounded, type Say } from './measure.ts'

type Check = (label: LabelledClaim) => ReturnType<typeof checkText>
type Judged = { label: LabelledClaim; verdict: Verdict | null }

/** How well quantities are read, and claims of known truth judged; the matrix of truth and verdict is said beside. */
export async function benchLabels(check: Check, say: Say): Promise<Result[]> {
  const judged: Judged[] = []
  for (const label of claim_files.flatMap(name => readLabelledClaims(`test/cases/${name}`)))
    judged.push({ label, verdict: verdictOn(label, await check(label)) })
  for (const line of matrixOf(judged)) say(line)
  return [...resultsOfReading(), ...resultsOfJudging(judged)]
}

function resultsOfReading(): Result[] {
  const { marked, found, kind, value } = scoreSentences('test/cases/sentences.tsv')
  return [
    share(`sentences (${marked} quantities): found`, found, marked, 0.98),
    share('their kind', kind, marked, 0.95),
    share('their value', value, marked, 0.96),
  ]
}

function resultsOfJudging(judged: Judged[]): Result[] {
  const unanswerable = judged.filter(({ label }) => label.wanted === 'not-in-register')
  const answerable = judged.filter(({ label }) => label.wanted !== 'not-in-register')
  const is_stamped = ({ verdict }: Judged) => verdict === 'holds' || verdict === 'differs'
  const right = answerable.filter(({ label, verdict }) => isRight(label, verdict)).length
  const false_differs = judged.filter(({ label, verdict }) => verdict === 'differs' && label.wanted !== 'differs').length
  return [
    most(
      `false «holds» in ${unanswerable.length} unanswerable claims`,
      unanswerable.filter(({ verdict }) => verdict === 'holds').length,
      0,
    ),
    most('false «differs», in a hundred claims', (100 * false_differs) / judged.length, 1),
    share(`answerable claims (${answerable.length}) judged rightly`, right, answerable.length, 0.85),
    share(`of all (${judged.length}) that end as holds or differs`, judged.filter(is_stamped).length, judged.length, 0.3),
  ]
}

const verdicts: (Verdict | null)[] = ['holds', 'differs', 'unsure', 'not-in-register', null]

function matrixOf(judged: Judged[]): string[] {
  const head = ['truth \\ verdict', ...verdicts.map(verdict => verdict ?? 'no claim')]
  const rows = ['holds', 'differs', 'not-in-register'].map(wanted => {
    const of_truth = judged.filter(({ label }) => label.wanted === wanted)
    return [wanted, ...verdicts.map(verdict => String(of_truth.filter(one => one.verdict === verdict).length))]
  })
  return [head, ...rows].map(row =>
    row
      .map(cell => cell.padEnd(17))
      .join('')
      .trimEnd(),
  )
}

function share(what: string, part: number, whole: number, goal: number): Result {
  const value = part / whole
  return { what, value: rounded(value, 3), unit: '', against: null, ratio: null, goal: `≥ ${goal}`, met: value >= goal }
}

function most(what: string, value: number, goal: number): Result {
  return { what, value: rounded(value, 2), unit: '', against: null, ratio: null, goal: `≤ ${goal}`, met: value <= goal }
}
