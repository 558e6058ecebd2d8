import type { Outcome } from '../../../basis/shared/outcome.ts'
import { type Asked, catalogue, type FigureCode, type FigureId, type PublicAnswer } from '../../../numbers/figure/index.ts'
import type { Asking } from '../blocks/block.ts'

const first_year = 2016

/**
 * What a figure comes to; where nobody asked for a year and the newest has nothing to count, the newest year that has.
 */
export async function newestKnown(asking: Asking, figure: FigureId, asked: Asked): Promise<Outcome<PublicAnswer, FigureCode>> {
  const outcome = await asking.answer(figure, asked)
  if (!outcome.ok || asked.year !== undefined || !catalogue[figure].takes.includes('year')) return outcome
  const is_known = (one: Outcome<PublicAnswer, FigureCode>) => one.ok && one.value.value.kind !== 'none-due'
  if (is_known(outcome)) return outcome
  for (let year = outcome.value.parameters.year! - 1; year >= first_year; year -= 1) {
    const before = await asking.answer(figure, { ...asked, year })
    if (is_known(before)) return before
  }
  return outcome
}
