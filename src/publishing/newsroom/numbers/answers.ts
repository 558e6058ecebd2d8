import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, type Refusal, refused } from '../../../basis/shared/outcome.ts'
import { isSupported } from '../../../numbers/check/index.ts'
import { type Asked, answerToPrint, type Lang, type PrintableAnswer, type PublicAnswer, printValue } from '../../../numbers/figure/index.ts'
import type { Reads } from '../../../platform/database/index.ts'
import type { DraftCode } from '../draft/draft-words.ts'

/** A number that is to be printed: `printed` are the words that stand for it in each language's text. */
export type ToPrint = {
  mark: string
  figure: string
  parameters: Record<string, string | number>
  printed: readonly (readonly [Lang, string])[]
}
/** By which clock the register is asked: as of the day of publication, and as it knew then. */
export type PrintClock = { published_at: string; recorded_as_of: string }

/**
 * Every number of a text, or every problem with any of them, at `citations.{mark}`: printed-differs, withheld (it would
 * tell of too few people), and those of a figure's question.
 */
export async function answersToPrint(
  db: Reads,
  numbers: readonly ToPrint[],
  clock: PrintClock,
): Promise<Outcome<Map<string, PrintableAnswer>, DraftCode>> {
  const answers = new Map<string, PrintableAnswer>()
  const problems: Problem<DraftCode>[] = []
  for (const number of numbers) {
    const outcome = await answerOne(db, number, clock)
    if (outcome.ok) answers.set(number.mark, outcome.value)
    else problems.push(...outcome.problems.map(problem => ({ ...problem, field: `citations.${number.mark}` })))
  }
  return problems.length > 0 ? refused(...problems) : done(answers)
}

async function answerOne(
  db: Reads,
  number: ToPrint,
  { published_at, recorded_as_of }: PrintClock,
): Promise<Outcome<PrintableAnswer, DraftCode>> {
  const outcome = await answerToPrint(db, number.figure, { ...number.parameters, recorded_as_of } as Asked, new Date(published_at))
  return outcome.ok
    ? (problemWithPrinted(number, outcome.value.shown, dayOf(new Date(published_at))) ?? done(outcome.value.answer))
    : outcome
}

function problemWithPrinted({ mark, printed }: ToPrint, shown: PublicAnswer, day: string): Refusal<DraftCode> | null {
  const wrong = printed.find(([lang, words]) => !isSupported(words, shown, lang, day))
  if (!wrong) return null
  return refused({
    code: 'printed-differs',
    field: 'printed',
    values: { mark, printed: wrong[1], register: printValue(shown.value, wrong[0]) },
  })
}
