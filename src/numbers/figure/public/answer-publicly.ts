import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Reads } from '../../../platform/database/index.ts'
import { answerFigure } from '../answer-figure.ts'
import type { Answer } from '../figure.ts'
import type { Asked } from '../parameters.ts'
import type { FigureCode } from '../words.ts'
import type { PublicAnswer } from './public-answer.ts'
import { suppressSmallCells } from './suppress-small-cells.ts'

/** Answers one figure for everybody. Refusals as of `answerFigure`, or of another way to ask the register. */
export async function answerPublicly(
  db: Reads,
  figure: string,
  question: Asked,
  { now, answer = answerFigure }: { now: Date; answer?: typeof answerFigure },
): Promise<Outcome<PublicAnswer, FigureCode>> {
  const outcome = await answer(db, figure, question, now)
  return outcome.ok ? done(await suppressSmallCells(db, outcome.value, now)) : outcome
}

declare const may_be_printed: unique symbol
/** An answer of the register whose value everybody may see: only such a one is frozen into a run. */
export type PrintableAnswer = Answer & { readonly [may_be_printed]: true }

/**
 * Answers one figure for an article: the register's own answer, to be frozen, and the public one. Refusals as of
 * `answerFigure`; withheld: it is not told of that day.
 */
export async function answerToPrint(
  db: Reads,
  figure: string,
  question: Asked,
  now: Date,
): Promise<Outcome<{ answer: PrintableAnswer; shown: PublicAnswer }, FigureCode | 'withheld'>> {
  const outcome = await answerFigure(db, figure, question, now)
  if (!outcome.ok) return outcome
  const shown = await suppressSmallCells(db, outcome.value, now)
  if (shown.value.kind === 'withheld' || shown.is_of_month_end) return refused({ code: 'withheld', field: 'figure', values: { figure } })
  return done({ answer: outcome.value as PrintableAnswer, shown })
}
