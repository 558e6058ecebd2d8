import type { ParsedText, Span } from '../../../basis/quantity/index.ts'

/**
 * The line above that governs a sentence: of a list that it opens, all of it; a section's, only how it is said («Phương
 * hướng, nhiệm vụ năm 2021»).
 */
export type Heading = { span: Span; is_of_list: boolean }

const BULLET = /^\s*([-–+•*●▪◦]|\d{1,2}[.)]|[a-zđ][.)])\s/
const LONGEST = 160
/** So far above a sentence its heading is looked for. */
const LINES = 60

/**
 * «II. MỤC TIÊU …», «Phương hướng, nhiệm vụ năm 2021»: what stands below is yet to be, up to the next numbered heading.
 */
const PLANS =
  /^(([IVX]+|[A-ZĐ]|\d{1,2})[.)/]\s*)?(các |những )?(mục tiêu|phương hướng|nhiệm vụ|kế hoạch|chỉ tiêu|dự kiến|định hướng|phấn đấu|giải pháp|đề xuất|kiến nghị)/i
const NUMBERED = /^([IVX]+|[A-ZĐ]|\d{1,2})[.)/]\s/

/**
 * The nearest heading above the line of a sentence: one that ends with a colon for an item of a list, else that of a
 * section of plans.
 */
export function headingAbove({ text }: ParsedText, start: number): Heading | null {
  const line = text.lastIndexOf('\n', start - 1) + 1
  let in_list = BULLET.test(text.slice(line, line + LONGEST))
  let end = line - 1
  for (let i = 0; i < LINES && end > 0; i++) {
    const from = text.lastIndexOf('\n', end - 1) + 1
    const said = text.slice(from, Math.min(end, from + LONGEST + 1)).trim()
    const is_item = BULLET.test(text.slice(from, from + LONGEST))
    if (in_list && said.endsWith(':')) return { span: { start: whereItBegins(text, from, said), end }, is_of_list: true }
    if (said !== '' && !is_item) in_list = false
    if (PLANS.test(said) && isHeading(said)) return { span: { start: from, end }, is_of_list: false }
    if (isHeading(said) && NUMBERED.test(said)) return null
    end = from - 1
  }
  return null
}

/** «Trong đó:» on a line of its own opens a list of what the line above it says. */
function whereItBegins(text: string, from: number, said: string): number {
  if (!/^(trong (số )?đó|gồm|bao gồm|cụ thể|như sau|đó là)(\s*như sau)?\s*:$/i.test(said)) return from
  const above = text.slice(0, from).trimEnd()
  return above === '' ? from : above.lastIndexOf('\n') + 1
}

/** Where the sentence before another stands, over the end of a line, too; null at the beginning of a text. */
export function sentenceBefore({ text }: ParsedText, start: number): Span | null {
  const end = text.slice(0, start).trimEnd().length
  if (end === 0) return null
  const from = Math.max(0, end - FARTHEST)
  const ends = [...text.slice(from, end - 1).matchAll(/[.!?…]["”»’)]?\s+(?=\S)|\n\s*/gu)].at(-1)
  return { start: ends ? from + ends.index + ends[0].length : from, end }
}
const FARTHEST = 1000

/** Short, and no sentence. */
function isHeading(said: string): boolean {
  return said.length <= LONGEST && !/[.;,!?…]$/.test(said)
}
