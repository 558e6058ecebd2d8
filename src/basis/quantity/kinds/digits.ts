import { lookUp } from '../../shared/look-up.ts'
import type { Token } from '../tokens.ts'

/**
 * Digits as printed, kept exact: "1.234,56" → digits 123456, decimals 2. `plain`: no dot or comma, so that it may be a
 * year, a day or the number of a house; `comma3`: "36,418", a decimal in Vietnamese unless what is counted cannot be
 * cut.
 */
export type Digits = {
  digits: string
  decimals: number
  next: number
  plain: boolean
  comma3: boolean /** Dots and commas that make no number: a version, an outline. */
  unread?: true
}

const HALVES: Record<string, string> = { '½': '5', '¼': '25', '¾': '75' }
const THIN_SPACES = /^[\u00a0\u202f\u2009]$/

/**
 * Reads 1.234,56 · 36.418 · 1,5 · 1.5 · 1,234.5 · 1,234,567 · 02 · 36 418, and what scanning tore apart: "12 .450",
 * "45. 000. 000", "0, 8%".
 */
export function readDigits(text: string, tokens: Token[], at: number): Digits | null {
  const first = tokens[at]!
  if (lookUp(HALVES, first.key))
    return { digits: lookUp(HALVES, first.key)!, decimals: lookUp(HALVES, first.key)!.length, next: at + 1, plain: false, comma3: false }
  if (first.kind !== 'number') return null
  const { groups, marks, next } = groupsAt(text, tokens, at)
  if (marks === '') return { digits: first.key, decimals: 0, next: at + 1, plain: true, comma3: false }
  const read = grouped(groups, marks)
  return read ? { ...read, next, plain: false } : { digits: first.key, decimals: 0, next, plain: false, comma3: false, unread: true }
}

export function viewContextOf(digits: string, decimals: number, power = 0): number {
  return Number(`${digits}e${power - decimals}`)
}

function groupsAt(text: string, tokens: Token[], at: number): { groups: string[]; marks: string; next: number } {
  const groups = [tokens[at]!.key]
  let marks = ''
  let next = at + 1
  while (true) {
    const mark = tokens[next]!
    const group = tokens[next + 1]
    if ((mark.key === '.' || mark.key === ',') && group?.kind === 'number' && (isGlued(mark, group) || isTorn(tokens, next))) {
      marks += mark.key
      groups.push(group.key)
      next += 2
    } else if (mark.kind === 'number' && mark.key.length === 3 && isThousandsGap(text, tokens, at, next)) {
      marks += ' '
      groups.push(mark.key)
      next++
    } else return { groups, marks, next }
  }
}

function isGlued(mark: Token, group: Token): boolean {
  return !mark.spaced && !group.spaced
}

/**
 * A blank that came into a number: one before its dot or comma, or one behind where no sentence and no list goes on so.
 */
function isTorn(tokens: Token[], at: number): boolean {
  const [first, mark, group] = [tokens[at - 1]!, tokens[at]!, tokens[at + 1]!]
  if (mark.parted || group.parted) return false
  if (!group.spaced) return true
  if (mark.key === '.') return group.key === '000' || (mark.spaced && group.key.length === 3)
  return first.key === '0' && group.key.length < 3 && tokens[at + 2]!.key === '%'
}

/** Billions have four groups: no reader looks further, so that a page of numbers stays linear. */
const MOST_GROUPS = 5

/** "36 418" with no-break spaces; with plain ones where a word follows, which is what is counted. */
function isThousandsGap(text: string, tokens: Token[], first: number, at: number): boolean {
  const gap = text.slice(tokens[at - 1]!.end, tokens[at]!.start)
  if (gap !== ' ') return THIN_SPACES.test(gap)
  if (tokens[first]!.key.length > 3 || tokens[first]!.key.startsWith('0')) return false
  let next = at + 1
  while (next < first + MOST_GROUPS && tokens[next]!.kind === 'number' && tokens[next]!.key.length === 3 && !tokens[next]!.parted) next++
  const behind = tokens[next]!
  return behind.kind === 'word' && behind.spaced && !behind.parted && !behind.capital
}

/** What dots and commas between groups mean, or null when they mean no number (a date, a version, an outline). */
function grouped(groups: string[], marks: string): { digits: string; decimals: number; comma3: boolean } | null {
  const last = groups.at(-1)!
  const threes = groups.slice(1).every(group => group.length === 3) && groups[0]!.length <= 3
  const whole = { digits: groups.join(''), decimals: 0, comma3: false }
  const decimal = { digits: groups.join(''), decimals: last.length, comma3: false }
  if (/^[ .]$/.test(marks) && threes && groups[0] !== '0' && !groups[0]!.startsWith('00')) return whole
  if (marks === ',') return { ...decimal, comma3: threes && !groups[0]!.startsWith('0') }
  if (marks === '.') return last.length < 4 ? decimal : null
  if (/^(\.+|,+| +)$/.test(marks)) return threes ? whole : null
  const inner = groups.slice(1, -1).every(group => group.length === 3) && groups[0]!.length <= 3
  return inner && /^(\.+,| +,|,+\.)$/.test(marks) ? decimal : null
}
