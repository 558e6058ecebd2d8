import { inBoth } from '../../../basis/shared/sentences.ts'
import type { PublicKey } from '../key.ts'
import { fault_words, ledger_words } from '../words.ts'
import type { Fault, Verification } from './verify-ledger.ts'

const most_shown = 20

/**
 * All that was found: the chain, how many entries were read back, how many rows are erased by their rule, and of how
 * many it was a sample (null: all).
 */
export type Found = Verification & { changes: number; erased: number; sample: number | null }

/** 0 if it holds, 1 if not. With another key nothing is known of the signatures; that is neither, and 2. */
export function exitCodeOf({ faults }: Pick<Found, 'faults'>): number {
  if (faults.length === 0) return 0
  return isOtherKey(faults) ? 2 : 1
}

function isOtherKey(faults: Fault[]): boolean {
  return faults.length > 0 && faults.every(({ code }) => code === 'other-key')
}

/** The verdict first, in both languages. */
export function sayVerification(found: Found, key: PublicKey): string[] {
  const { faults, last, heads, changes, erased, sample } = found
  const { size, witnessed, unsigned } = found
  const counted = said('counted', { size, heads, witnessed, unsigned })
  if (heads === 0 && faults.length === 0) return [said('nothing'), counted]
  if (isOtherKey(faults)) return [said('other_key'), ...keysOf(key, last!.key_id), said('published'), counted]
  const read_back = said(sample === null ? 'read_back' : 'read_back_some', { changes })
  const by_rule = erased > 0 ? [said('erased', { erased })] : []
  const shown = faults.slice(0, most_shown).map(sayFault)
  const rest = faults.length > shown.length ? [`  … ${faults.length - shown.length}`] : []
  return [said(faults.length > 0 ? 'broken' : 'holds'), counted, read_back, ...by_rule, ...(last ? [sayHead(last)] : []), ...shown, ...rest]
}

export function sayFault({ code, at, what = '' }: Fault): string {
  return `  ${inBoth(fault_words[code], { at, what })}`
}

export function said(sentence: keyof typeof ledger_words, values: Record<string, string | number> = {}): string {
  return inBoth(ledger_words[sentence], values)
}

function sayHead({ signed_at, root, key_id }: NonNullable<Found['last']>): string {
  return `  ${signed_at}  ${root}  (${key_id.slice(0, 16)}…)`
}

function keysOf(key: PublicKey, of_heads: string): string[] {
  return [said('key_in_hand', { key_id: key.key_id }), said('key_of_heads', { key_id: of_heads })]
}
