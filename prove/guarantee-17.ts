import { loadDemo } from '../seed/load-demo.ts'
import { type CheckedQuantity, checkText } from '../src/numbers/check/index.ts'
import { openFigureMemory, rememberedFigures } from '../src/numbers/figure/index.ts'
import { claim_files, readLabelledClaims, verdictOn } from '../test/harness/labelled-claims.ts'
import { type Random, randomFrom } from '../test/harness/ledger-tampers.ts'
import { onOwnGround } from './ground.ts'
import { inventUnanswerable, inventWrong, sentenceOf, type Truth, truths } from './invented-claims.ts'
import type { Proved } from './proof.ts'

/** Sentences beside the truth that no figure answers; and as many with a wrong number, corrected and checked again. */
export const n = 300
export const nightly_n = 2000

const now = new Date('2026-11-30T05:00:00Z')

type Check = (text: string, day: string) => ReturnType<typeof checkText>

/**
 * 17. The check does not lie: what the register cannot answer is never stamped, what it supports is, and a corrected
 *     sentence, checked again, holds.
 */
export function run(times: number): Promise<Proved> {
  return onDemo(async check => {
    const random = randomFrom(17)
    const untold = await untoldTruths(check)
    const stamped = [...(await stampedAmong(check, times, random)), ...(await stampedLabels(check))]
    const { corrected, uncorrected } = await correctWrong(check, times, random)
    return {
      failures: untold.length + stamped.length + uncorrected.length,
      notes: [
        `N unanswerable claims invented, and those of ${claim_files.join(', ')}; ${corrected} wrong numbers corrected, and checked again`,
        ...[...untold, ...stamped, ...uncorrected].slice(0, 10),
      ],
    }
  })
}

/** A check that judged what it has read, and left out what it has not, must stamp some of the same claims «đúng». */
export function control(): Promise<boolean> {
  return onDemo(async check => {
    const random = randomFrom(17)
    for (let i = 0; i < n; i++) {
      const claim = inventUnanswerable(random)
      const { quantities } = await check(sentenceOf(claim), claim.day)
      if (quantities.some(isStampedUnread)) return true
    }
    return false
  })
}

/** The number is what the register says; only words that were not understood stand against it. */
function isStampedUnread({ verdict, doubt, value, register_value }: CheckedQuantity): boolean {
  return (
    verdict === 'unsure' && (doubt === 'unread' || doubt === 'modality') && value.least === register_value && value.most === register_value
  )
}

async function untoldTruths(check: Check): Promise<string[]> {
  const untold: string[] = []
  for (const truth of truths)
    if ((await verdictOf(check, truth))?.verdict !== 'holds') untold.push(`not told to hold: ${sentenceOf(truth)}`)
  return untold
}

async function stampedAmong(check: Check, times: number, random: Random): Promise<string[]> {
  const stamped: string[] = []
  for (let i = 0; i < times; i++) {
    const claim = inventUnanswerable(random)
    const judged = await verdictOf(check, claim)
    if (judged?.verdict === 'holds' || judged?.verdict === 'differs') stamped.push(`${judged.verdict}: ${sentenceOf(claim)}`)
  }
  return stamped
}

async function stampedLabels(check: Check): Promise<string[]> {
  const stamped: string[] = []
  for (const label of claim_files.flatMap(name => readLabelledClaims(`test/cases/${name}`))) {
    if (label.wanted !== 'not-in-register') continue
    const verdict = verdictOn(label, await check(label.text, label.day))
    if (verdict === 'holds' || verdict === 'differs') stamped.push(`${verdict}: ${label.text}`)
  }
  return stamped
}

async function correctWrong(check: Check, times: number, random: Random): Promise<{ corrected: number; uncorrected: string[] }> {
  const uncorrected: string[] = []
  let corrected = 0
  for (let i = 0; i < times; i++) {
    const wrong = inventWrong(random)
    const judged = await verdictOf(check, wrong)
    if (judged?.verdict !== 'differs' || judged.should_be === null) continue
    corrected++
    const text = sentenceOf(wrong)
    const right = text.slice(0, judged.start) + judged.should_be + text.slice(judged.end)
    const { quantities } = await check(right, wrong.day)
    if (!quantities.some(({ start, verdict }) => start === judged.start && verdict === 'holds'))
      uncorrected.push(`corrected, but does not hold: ${right}`)
  }
  return { corrected, uncorrected }
}

/** The verdict on the number of a sentence: the first that counts what the truth counts. */
async function verdictOf(check: Check, truth: Truth): Promise<CheckedQuantity | undefined> {
  const { quantities } = await check(sentenceOf(truth), truth.day)
  return quantities.find(({ text, verdict }) => verdict !== null && text.includes(truth.number))
}

function onDemo<T>(work: (check: Check) => Promise<T>): Promise<T> {
  return onOwnGround(async newRegister => {
    const { owner, database } = await newRegister(4)
    await loadDemo(owner, { seed: 19022021, scale: 1 / 40, until: 'infinity', say: () => {} })
    const memory = openFigureMemory()
    for (const part of Object.values(memory)) part.open()
    const ask = rememberedFigures(database.db, memory, now).ask
    return work((text, day) => checkText(database.db, { text, valid_as_of: day, now, ask }))
  })
}
