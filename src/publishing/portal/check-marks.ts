import type { CheckedQuantity, TextCheck } from '../../numbers/check/index.ts'
import type { Judgement } from '../../platform/web/index.ts'

/** A stretch of the checked text: plain words, or a quantity with its judgement. */
export type Marked = { text: string; judgement: Judgement | null }

export function judgementOf({ verdict }: Pick<CheckedQuantity, 'verdict'>): Judgement {
  if (verdict === null) return 'plain'
  return verdict === 'not-in-register' ? 'unbound' : verdict
}

/** The text cut at its quantities, in order and without loss. Offsets of a check count code points. */
export function markText(text: string, quantities: readonly CheckedQuantity[]): Marked[] {
  const points = Array.from(text)
  const cut = (from: number, to?: number) => points.slice(from, to).join('')
  const pieces: Marked[] = []
  let at = 0
  for (const quantity of quantities.toSorted((a, b) => a.start - b.start)) {
    if (quantity.start < at) continue
    pieces.push({ text: cut(at, quantity.start), judgement: null })
    pieces.push({ text: cut(quantity.start, quantity.end), judgement: judgementOf(quantity) })
    at = quantity.end
  }
  return [...pieces, { text: cut(at), judgement: null }].filter(piece => piece.text !== '')
}

/** The sentence of a claim that differs, with all in it that should read otherwise; null where it is no sentence. */
export function rewrittenSentence(
  text: string,
  { quantities }: Pick<TextCheck, 'quantities'>,
  { sentence }: CheckedQuantity,
): string | null {
  if (!sentence) return null
  const points = Array.from(text)
  const wrong = quantities.filter(({ should_be, start, end }) => should_be !== null && start >= sentence.start && end <= sentence.end)
  let [written, at] = ['', sentence.start]
  for (const { start, end, should_be } of wrong.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    written += points.slice(at, start).join('') + should_be
    at = end
  }
  return (written + points.slice(at, sentence.end).join('')).replace(/\s+/g, ' ').trim()
}

const by_need: Judgement[] = ['differs', 'unsure', 'unbound', 'holds']

/** The claims, those that need a hand first; within one judgement in the order of the text. */
export function claimsByNeed({ quantities }: Pick<TextCheck, 'quantities'>): CheckedQuantity[] {
  return by_need.flatMap(judgement => quantities.filter(quantity => judgementOf(quantity) === judgement))
}

export function countByJudgement({ quantities }: Pick<TextCheck, 'quantities'>): Record<Judgement, number> {
  const count = (judgement: Judgement) => quantities.filter(quantity => judgementOf(quantity) === judgement).length
  return { holds: count('holds'), differs: count('differs'), unsure: count('unsure'), unbound: count('unbound'), plain: count('plain') }
}
