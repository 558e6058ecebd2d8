import type { PublicAnswer } from '../../../numbers/figure/index.ts'
import { listIndicators, listSeriesNotes, type SeriesNote } from '../../../register/indicator/index.ts'
import type { Asking } from '../blocks/block.ts'
import { type Trend, trendOf } from './trend.ts'

/** What the page of a monthly series says besides its figure. */
export type Series = { trend: Trend | null; notes: SeriesNote[] }

const most_notes = 12

/** The year before, and what was revised or late; null where the answer is of no indicator that is defined. */
export async function seriesOf({ db, ask, now }: Asking, answer: PublicAnswer): Promise<Series | null> {
  const { unit, kind, year, map, valid_as_of } = answer.parameters
  const recorded_as_of = now.toISOString()
  const indicator = (await listIndicators(db, { recorded_as_of })).find(({ key }) => key === kind)
  if (!indicator || year === null) return null
  const [earlier, notes] = await Promise.all([
    ask('F22', { unit, kind, map, valid_as_of, year: year - 1 }),
    listSeriesNotes(db, { unit, kind: indicator.key, year, valid_as_of, recorded_as_of, most: most_notes }),
  ])
  return { trend: earlier && trendOf(answer, earlier, year - 1, indicator.direction), notes }
}
