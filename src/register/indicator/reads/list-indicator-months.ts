import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import type { Direction } from '../indicator.ts'
import sql from './list-indicator-months.sql?raw'

/** A month of an indicator: decimal text; null where no place sent a value. `whole`: what it is a part of. */
export type IndicatorMonthRow = {
  month: string
  name_vi: string
  name_en: string
  measure: string
  direction: Direction
  is_part: boolean
  quantity: string | null
  whole: string | null
  places: number
}

/** The months of a year that were over by the day, of the indicator with the key `kind`; none where there is no such. */
export const listIndicatorMonths = query<Clocks & { unit: string; kind: string; year: number }, IndicatorMonthRow>(sql)
