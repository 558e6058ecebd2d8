import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import { isSupported } from '../../../numbers/check/index.ts'
import { type Asked, answerToPrint, type PublicAnswer, printNumber, printValue } from '../../../numbers/figure/index.ts'
import type { Reads } from '../../../platform/database/index.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import type { PrintClock } from './answers.ts'

/** A figure as it may stand in an article: its public answer, and the forms in which it may be printed. */
export type OfferedFigure = {
  shown: PublicAnswer
  printed: string[]
  /** Whether these words say what the register says; null of no words. */
  is_printed_right: boolean | null
}

/** Asks a figure as of the day of publication. Refusals: those of its question, withheld (it tells of too few people). */
export async function offerFigure(
  db: Reads,
  figure: string,
  asked: Asked,
  printed: string,
  { published_at, recorded_as_of }: PrintClock,
): Promise<Outcome<OfferedFigure, DraftCode>> {
  const outcome = await answerToPrint(db, figure, { ...asked, recorded_as_of }, new Date(published_at))
  if (!outcome.ok) return outcome
  const { shown } = outcome.value
  const day = dayOf(new Date(published_at))
  const forms = [...new Set([printValue(shown.value), ...formsOf(shown)])].filter(words => isSupported(words, shown, 'vi', day))
  return done({ shown, printed: forms, is_printed_right: printed === '' ? null : isSupported(printed, shown, 'vi', day) })
}

/** How papers print a count besides its digits; what the register does not bear out is left out by whoever asks. */
function* formsOf({ value }: PublicAnswer): Generator<string> {
  if (value.kind === 'rate') yield `${printNumber(value.numerator)}/${printNumber(value.denominator)}`
  if (value.kind === 'rate' && value.numerator !== value.denominator)
    yield* roundedOf(Math.floor((value.numerator / value.denominator) * 100), '%', 10)
  if (value.kind !== 'count') return
  const { count } = value
  if (count < 10) yield `0${count}`
  yield* vagueOf(count)
  if (count >= 20) yield* roundedOf(count, '', 10 ** Math.max(1, String(count).length - 2))
}

function* vagueOf(count: number): Generator<string> {
  if (count >= 100 && count < 1000) yield 'hàng trăm'
  if (count >= 1000) yield 'hàng nghìn'
}

/** «trên 320» and «gần 330» of 327. */
function* roundedOf(count: number, behind: string, step: number): Generator<string> {
  const below = Math.floor(count / step) * step
  if (below === count) return
  if (below > 0) yield `trên ${printNumber(below)}${behind}`
  yield `gần ${printNumber(below + step)}${behind}`
}
