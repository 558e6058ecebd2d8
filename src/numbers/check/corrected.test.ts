import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { inventWrong, sentenceOf } from '../../../prove/invented-claims.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { randomFrom } from '../../../test/harness/ledger-tampers.ts'
import { tries } from '../../../test/harness/tries.ts'
import type { CheckedQuantity } from './check.ts'
import { judgeText } from './check-text.ts'
import { askedOnce, type Register, registerOf } from './register.ts'

/** «Nên viết» is a promise: the text that says it, checked again, holds. */
const world = withDatabase('demo')
const now = new Date('2026-11-30T05:00:00Z')
let register: Register
beforeAll(() => {
  register = askedOnce(registerOf(world.db, now))
})

async function check(text: string, day: string): Promise<CheckedQuantity[]> {
  return (await judgeText(register, { text, valid_as_of: day, now })).quantities
}

/** The first number of a text that should read otherwise, written so; null where none should. */
async function corrected(text: string, day: string): Promise<{ text: string; start: number } | null> {
  const wrong = (await check(text, day)).find(({ should_be }) => should_be !== null)
  if (!wrong) return null
  const points = Array.from(text)
  return {
    text: points.slice(0, wrong.start).join('') + wrong.should_be + points.slice(wrong.end).join(''),
    start: wrong.start,
  }
}

/** A corrected text that does not hold; nothing where it does. */
async function stillWrong(mended: Awaited<ReturnType<typeof corrected>>, day: string): Promise<string[]> {
  if (!mended) return []
  const holds = (await check(mended.text, day)).some(({ start, verdict }) => start === mended.start && verdict === 'holds')
  return holds ? [] : [mended.text]
}

test('a truth with any wrong number, however it is written, holds as it should be written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 - 1 }), async seed => {
      const wrong = inventWrong(randomFrom(seed))
      expect(await stillWrong(await corrected(sentenceOf(wrong), wrong.day), wrong.day)).toEqual([])
    }),
    tries(300),
  )
})
