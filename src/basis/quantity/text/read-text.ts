import { quantitiesOf } from '../find-quantities.ts'
import { dateLineOf } from '../kinds/date-line.ts'
import { after, codePointCounter, fold, sourceOf, type Traced, untouched } from '../kinds/traced.ts'
import type { Quantity, Span } from '../quantity.ts'
import { htmlText } from './html-text.ts'
import { type LegacyLetters, repairLegacy } from './legacy-letters.ts'

export type TextFormat = 'text' | 'html'

/**
 * A text read: what a reader sees of it, the ISO date of its date line, its quantities, and the old letters it was
 * written in, if any.
 */
export type ParsedText = {
  text: string
  date: string | null
  quantities: Quantity[]
  legacy: LegacyLetters | null
  /** Where a span of `text` stands in the input, in code points. */
  placeOf: (within: Span) => Span
}

/**
 * Reads plain text, Markdown or a saved page. Old letters (TCVN3, VNI) are repaired. Never throws; offsets are those of
 * the input.
 */
export function readText(input: string, format: TextFormat = 'text'): ParsedText {
  const seen = format === 'html' || isMarkup(input) ? htmlText(input) : untouched(input)
  const legacy = repairLegacy(seen.text)
  const made: Traced = legacy ? after(seen, legacy.repaired) : seen
  const count = codePointCounter(input)
  const folded = fold(made.text)
  const date = dateLineOf(folded.text)
  return {
    text: made.text,
    date,
    quantities: quantitiesOf({ made, folded, date, input }),
    legacy: legacy?.letters ?? null,
    placeOf: within => placeIn(made, count, within),
  }
}

/** A page pasted as text: its own tags say so. */
function isMarkup(input: string): boolean {
  return OPENING.test(input) && CLOSING.test(input)
}

const TAG = '(p|div|span|strong|b|em|table|tr|td|ul|li|h[1-6])'
const OPENING = new RegExp(`<${TAG}(\\s[^<>]{0,400})?>`, 'i')
const CLOSING = new RegExp(`</${TAG}>`, 'i')

/** Whether a text that is no Unicode is in letters we can repair. */
export function repairsLegacy(input: string, format: TextFormat = 'text'): boolean {
  return repairLegacy(format === 'html' ? htmlText(input).text : input) !== null
}

function placeIn(made: Traced, count: (offset: number) => number, within: Span): Span {
  const { start, end } = sourceOf(made, within.start, within.end)
  return { start: count(start), end: count(end) }
}
