import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import type { Verdict } from '../check.ts'
import { checkText } from '../check-text.ts'
import near_claims from './near-claims.txt?raw'

/** Sentences of our own, each read as a text of 19/02/2021: verdict | sentence, with the claims it speaks of between brackets. */
const world = withDatabase('demo')
const now = new Date('2026-11-24T05:00:00Z')
const DATE_LINE = '19/02/2021\n'

const sentences = near_claims
  .trim()
  .split('\n')
  .map(line => line.split(' | ') as [Verdict, string])

const judged = async (verdict: Verdict) =>
  (await Promise.all(sentences.filter(([expected]) => expected === verdict).map(([, sentence]) => verdictsOf(sentence)))).flat()

/** "claim: verdict" of each claim between brackets. */
async function verdictsOf(sentence: string): Promise<string[]> {
  const text = DATE_LINE + sentence.replace(/[[\]]/g, '')
  const { quantities } = await checkText(world.db, { text, now })
  return claimsIn(sentence).map(({ claim, start }) => {
    const found = quantities.find(quantity => quantity.start < start + claim.length && quantity.end > start)
    return `${sentence} ${claim}: ${found?.verdict}`
  })
}

/** Where each claim between brackets stands in the text without them. */
function claimsIn(sentence: string): { claim: string; start: number }[] {
  return [...sentence.matchAll(/\[(.*?)\]/g)].map(({ 1: claim = '', index }, before) => ({
    claim,
    start: DATE_LINE.length + index - 2 * before,
  }))
}

const expected = (verdict: Verdict) =>
  sentences
    .filter(([said]) => said === verdict)
    .flatMap(([, sentence]) => claimsIn(sentence).map(({ claim }) => `${sentence} ${claim}: ${verdict}`))

test('what the register counts holds in whatever words it is said', async () => {
  expect(await judged('holds')).toEqual(expected('holds'))
})

test('what only sounds like a figure of the register is not said to differ: another place, another body, a part, a percentage of something else', async () => {
  expect(await judged('not-in-register')).toEqual(expected('not-in-register'))
})

test('a wrong number differs in other words, too', async () => {
  expect(await judged('differs')).toEqual(expected('differs'))
})
