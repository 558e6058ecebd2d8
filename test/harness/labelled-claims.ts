import { readFileSync } from 'node:fs'
import type { TextCheck, Verdict } from '../../src/numbers/check/index.ts'

/**
 * A claim of known truth: a text with its day, where in it the claim stands, and the verdict wanted. «not-in-register»
 * is as well judged by «unsure».
 */
export type LabelledClaim = { wanted: Verdict; day: string; text: string; claim: string; start: number }

/** All the sets of `test/cases`, each with what it was when it was opened in its first lines. */
export const claim_files = [
  'claims',
  'claims-open',
  'claims-closed',
  'claims-near',
  'claims-second',
  'claims-third',
  'claims-fourth',
  'claims-fifth',
  'claims-sixth',
  'claims-seventh',
].map(name => `${name}.txt`)

/** Lines «verdict | @day sentence», each with its claims in brackets. */
export function readLabelledClaims(path: string): LabelledClaim[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter(line => line !== '' && !line.startsWith('#')).flatMap(claimsOf)
}

function claimsOf(line: string): LabelledClaim[] {
  const [, wanted = '', day = '2021-02-19', sentence = ''] = /^(\S+) \| (?:@(\S+) )?(.*)$/.exec(line) ?? []
  const text = sentence.replace(/[[\]]/g, '')
  return [...sentence.matchAll(/\[(.*?)\]/g)].map(({ 1: claim = '', index }, before) => ({
    ...{ wanted: wanted as Verdict, day, text, claim },
    start: index - 2 * before,
  }))
}

/** What a check came to for the claim; null where it was not taken for one. */
export function verdictOn({ claim, start }: LabelledClaim, { quantities }: TextCheck): Verdict | null {
  const found = quantities.find(({ verdict, start: at, end }) => verdict !== null && at < start + claim.length && end > start)
  return found?.verdict ?? null
}

/** Whether a verdict is right: of what the register cannot answer, whatever gives none. */
export function isRight({ wanted }: LabelledClaim, verdict: Verdict | null): boolean {
  return wanted === 'not-in-register' ? verdict !== 'holds' && verdict !== 'differs' : verdict === wanted
}
