import { dayText, forever, instantText } from './time.ts'

/**
 * Something that was so from a day until a day, with the instants at which the register learned that it began and that
 * it ended.
 */
export type Fact = { from: number; to: number; learned: number; ended: number }

export type Ranges = { valid: string; recorded: string }

/**
 * The rows a fact leaves behind up to an instant: known as open at first, and once its end is learned, closed and
 * written again with the end.
 */
export function rowsOf(fact: Fact, limit: number): Ranges[] {
  const { from, to, learned, ended } = fact
  if (learned > limit) return []
  if (to === forever || ended > limit) return [{ valid: during(from, forever), recorded: known(learned) }]
  if (ended <= learned) return [{ valid: during(from, to), recorded: known(learned) }]
  return [
    { valid: during(from, forever), recorded: known(learned, ended) },
    { valid: during(from, to), recorded: known(ended) },
  ]
}

export function during(from: number, to: number): string {
  return `[${dayText(from)},${dayText(to)})`
}

export function known(from: number, to = forever): string {
  return `[${instantText(from)},${instantText(to)})`
}
