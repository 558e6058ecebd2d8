import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-series-notes.sql?raw'

/**
 * A value that was revised or came with a note, as decimal text: why it is late, far from the months before, or other
 * than the one that stood. `of_all`: how many there are.
 */
export type SeriesNote = {
  month: string
  place_name: string
  quantity: string
  stood: string | null
  measure: string
  note: string | null
  recorded_at: string
  of_all: number
}

/** The newest `most` of an indicator (`kind`) in the places of a unit, over three years up to `year`. */
export const listSeriesNotes = query<Clocks & { unit: string; kind: string; year: number; most: number }, SeriesNote>(sql)
