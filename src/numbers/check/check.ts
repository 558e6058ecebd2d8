import type { Period, QuantityKind, Span, Value } from '../../basis/quantity/index.ts'
import type { Asked, FigureId, FigureParameters } from '../figure/index.ts'
import type { Change } from './read/change.ts'
import type { Modality } from './read/modality.ts'
import type { Per } from './read/per.ts'

/**
 * `holds`: the register says the same. `differs`: it says something else. `not-in-register`: no figure answers it.
 * `unsure`: a figure might, but the claim says more, or says it otherwise, than was understood.
 */
export type Verdict = 'holds' | 'differs' | 'not-in-register' | 'unsure'

/** Why a claim is unsure: what of it was not understood, or what the register does not tell apart. */
export type Doubt = 'unread' | 'modality' | 'counted' | 'state' | 'theme' | 'where' | 'when' | 'change' | 'per'

/** How a claim was read: the words that stand in each slot, as printed, and the days that «when» comes to. */
export type Slots = {
  counted: string | null
  state: string | null
  where: string | null
  when: { from: string | null; to: string } | null
  change: Change
  per: Per
}

/**
 * What part of an answer a claim is compared with; `mean` is that of the deeds, `before` a number of units before the
 * change, `fewer` how many it took away.
 */
export type AnswerPart = 'value' | 'numerator' | 'denominator' | 'mean' | 'before' | 'fewer' | 'collective' | 'individual'

/** What a claim asks of the register; of a change also what the figure was before, and which way it went. */
export type ClaimQuestion = { figure: FigureId; asked: Asked; part: AnswerPart; since?: Since }
export type Since = { asked: Asked; turn: Turn }
export type Turn = 'rise' | 'fall'

/** What the register says: a number in the claim's own measure, two ends, or a status. */
export type RegisterValue = number | { least: number; most: number } | string

/**
 * One quantity, judged if it is a claim or a rank of the programme. `start` and `end` count code points of the input.
 */
export type CheckedQuantity = {
  text: string
  start: number
  end: number
  kind: QuantityKind
  value: Value
  counts: string | null
  place: string | null
  period: Period | null
  figure: FigureId | null
  /** The parameters it was asked with, clocks included; the figure's page takes the same. */
  parameters: FigureParameters | null
  verdict: Verdict | null
  register_value: RegisterValue | null
  /** The register's value as the province prints it: "99,97%", "15", "18.240 m2". */
  register_text: string | null
  /** What should stand in the text, written the way the text writes; only where it differs. */
  should_be: string | null
  /** Where its sentence stands in the input; only where it differs. */
  sentence: Span | null
  /** How it was read, where a figure might answer it. */
  slots: Slots | null
  modality: Modality | null
  /** What of its clause no slot took, as printed; it makes the verdict `unsure`. */
  unread: string[]
  /** Why the verdict is `unsure`. */
  doubt: Doubt | null
  /** Some words of the text on either side. */
  context: { before: string; behind: string }
}

/** A text checked: `date` is the day it is judged by, `dated_by` where that day comes from. */
export type TextCheck = {
  date: string
  dated_by: 'asked' | 'text' | 'spoken' | 'today'
  /** Old letters that had to be repaired before reading: TCVN3, VNI. */
  legacy: string | null
  quantities: CheckedQuantity[]
  /** How many were found and not judged, where whoever asked set an end. */
  left_out: number
}
