import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { claim_files, isRight, type LabelledClaim, readLabelledClaims, verdictOn } from '../../../test/harness/labelled-claims.ts'
import type { Verdict } from './check.ts'
import { judgeText } from './check-text.ts'
import { askedOnce, registerOf } from './register.ts'

/**
 * Claims of known truth. Their truth is that of the whole demo province; this one has a fortieth of its people, so what
 * counts people is left to the benchmark.
 */
const world = withDatabase('demo')
const now = new Date('2026-11-30T05:00:00Z')
const labels = claim_files.flatMap(name => readLabelledClaims(`test/cases/${name}`))
const COUNTS_PEOPLE = /đảng viên|đồng chí|cán bộ|người|tập thể|cá nhân|điển hình|việc/i

async function verdicts(of: LabelledClaim[]): Promise<[LabelledClaim, Verdict | null][]> {
  const judged: [LabelledClaim, Verdict | null][] = []
  const register = askedOnce(registerOf(world.db, now))
  for (const label of of)
    judged.push([label, verdictOn(label, await judgeText(register, { text: label.text, valid_as_of: label.day, now }))])
  return judged
}

const said = ([{ text, claim, wanted }, verdict]: [LabelledClaim, Verdict | null]) => `${wanted} → ${verdict}: ${text} [${claim}]`

test('what the register cannot answer is never stamped, however near it is to what it can', async () => {
  const judged = await verdicts(labels.filter(({ wanted }) => wanted === 'not-in-register'))
  expect(judged.length).toBeGreaterThan(200)
  expect(judged.filter(([label, verdict]) => !isRight(label, verdict)).map(said)).toEqual([])
})

test('of what it can answer it says nothing wrong, and says most', async () => {
  const judged = await verdicts(labels.filter(({ wanted, text }) => wanted !== 'not-in-register' && !COUNTS_PEOPLE.test(text)))
  const opposite: Partial<Record<Verdict, Verdict>> = { holds: 'differs', differs: 'holds' }
  expect(judged.filter(([{ wanted }, verdict]) => verdict === opposite[wanted]).map(said)).toEqual([])
  expect(judged.filter(([label, verdict]) => isRight(label, verdict)).length / judged.length).toBeGreaterThan(0.9)
})
