import type { ParsedText } from '../../../basis/quantity/index.ts'
import type { CheckedQuantity, Slots } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Chunk } from '../read/sentence.ts'
import type { When } from '../read/when.ts'

/** The words that stand in each slot, as printed. */
export function slotsOf({ quantity, reach: { own, hung, lead }, when, compared, change, per }: ClaimInContext): Slots {
  const all = [...lead, ...hung, ...own]
  const printed = (slot: Chunk['slot']) =>
    [...new Set(all.filter(chunk => chunk.slot === slot).map(({ text }) => text))].join(' · ') || null
  return {
    counted: quantity.counts ?? printed('counted'),
    state: printed('state'),
    where: printed('where'),
    when: daysOf(when, compared),
    change,
    per,
  }
}

function daysOf(when: When, compared: When | null): Slots['when'] {
  if (when.kind === 'to-come' || when.kind === 'unclear') return null
  if (compared && 'to' in compared) return { from: compared.to, to: when.to }
  return { from: when.kind === 'within' ? when.from : null, to: when.to }
}

const CONTEXT = 28

export function contextOf({ text }: ParsedText, { start, end }: { start: number; end: number }): CheckedQuantity['context'] {
  const before = text.slice(Math.max(0, start - CONTEXT), start)
  const behind = text.slice(end, end + CONTEXT)
  return { before: before.slice(before.lastIndexOf('\n') + 1), behind: behind.split('\n', 1)[0]! }
}
