import type { Clocks, MapVintage } from '../../basis/shared/dates.ts'
import type { CarryRule } from '../../register/organisation/index.ts'

/** What a figure comes to. Quantities of the register are decimal text; counts are whole numbers. */
export type FigureValue =
  | { kind: 'count'; count: number }
  | { kind: 'change'; count: number; before: number; since: string }
  | { kind: 'rate'; numerator: number; denominator: number }
  | { kind: 'bounds'; least: number; most: number; mean: number; within: number; counted: number }
  | { kind: 'quantity'; quantity: string; measure: string }
  | { kind: 'status'; status: string; decided_on: string | null; effective_year: number | null; published_on: string | null }
  | { kind: 'ordinal'; ordinal: number }
  | { kind: 'none-due' }

/** One record behind a figure: a stable key, a name to read, and what it brings. Never a person. */
export type FigureRow = { key: string; name: string } & Record<string, string | number | boolean | null>

export type FigureParameters = Clocks & {
  map: MapVintage
  /** U: the key of a unit; its subtree is counted. */
  unit: string
  /** The day whose units a restated answer is given in. */
  map_day: string
  /**
   * The campaign's or the plans' year; null in a question means the last one whose due date has passed, and is filled
   * in the answer.
   */
  year: number | null
  from: string
  to: string
  level: 'standard' | 'advanced' | 'model'
  kind: string
  rule: CarryRule | null
}

/** The answer to one question: the value is a fold over the rows, and the digest is theirs. */
export type Answer = {
  figure: string
  version: number
  parameters: FigureParameters
  /** The name of U as it was on the day, with its kind: «tỉnh Bắc Kạn». */
  unit_name: string
  value: FigureValue
  numerator: number | null
  denominator: number | null
  /** What the kind is called, where the register defines it. */
  kind_name: Record<'vi' | 'en', string> | null
  /** The carry rule that was used, where one was. */
  rule: string | null
  rows: FigureRow[]
  /** SHA-256 of the canonical JSON of the rows, hexadecimal. */
  digest: string
}
