import { problemsWithDay, problemsWithInstant, problemsWithYear } from '../../basis/shared/asked-days.ts'
import { type Outcome, type Problem, problemsOf } from '../../basis/shared/outcome.ts'
import type { Reads } from '../../platform/database/index.ts'
import { answerFigure } from './answer-figure.ts'
import type { Answer } from './figure.ts'
import type { Asked } from './parameters.ts'
import type { FigureCode } from './words.ts'

/**
 * Answers who asks from outside, in an address or on the command line: as `answerFigure`, but a day or a year too far
 * away is refused, and the register as of an instant to come. Refusals besides: day-too-far, year-too-far, not-yet.
 */
export function answerQuestion(db: Reads, figure: string, question: Asked, now: Date): Promise<Outcome<Answer, FigureCode>> {
  const unfit = problemsOf(problemsWithTimes(question, now))
  return unfit ? Promise.resolve(unfit) : answerFigure(db, figure, question, now)
}

function* problemsWithTimes(question: Asked, now: Date): Generator<Problem<FigureCode>> {
  for (const field of ['valid_as_of', 'map_day', 'from', 'to'] as const) {
    const day = question[field]
    if (day !== undefined) yield* problemsWithDay(field, day, now)
  }
  if (question.year !== undefined) yield* problemsWithYear('year', String(question.year), now)
  if (question.recorded_as_of !== undefined) yield* problemsWithInstant('recorded_as_of', question.recorded_as_of, now)
}
