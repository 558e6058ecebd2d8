import type { PublicRunState } from '../../../numbers/figure/index.ts'

/** One value of a printed number, ready to be read: what it comes to, and how. */
export type SaidValue = { value: string; how: string }

/** A number of an article with its three values. All text is in the language of the page. */
export type CitedNumber = {
  mark: string
  /** Its number among the endnotes, from 1. */
  note: number
  printed: string
  figure: string
  figure_name: string
  run_id: number
  /** What is counted, in one sentence. */
  sentence: string
  /** The day it holds for, and the instant of the register's knowledge. */
  valid_as_of: string
  recorded_as_of: string
  as_printed: SaidValue
  known_now: SaidValue
  /** Null where today's question has no answer. */
  today: SaidValue | null
  /** By which rule it is carried across mergers; empty where nothing is. */
  rule: string
  /** Why the three values are not the same; empty where they are. */
  why: string
  /**
   * What has become of it: it holds, it drifted, history does not come out the same any more, or that may not be told.
   */
  state: PublicRunState
}

export function heldAmong(numbers: readonly CitedNumber[]): number {
  return numbers.filter(number => number.state === 'holds').length
}

/** The fragments of a number and of its box: the link leads to the box, and its closing leads back. */
export function fragmentsOf({ mark }: Pick<CitedNumber, 'mark'>): { number: string; box: string } {
  return { number: `tai-${mark}`, box: `so-${mark}` }
}
