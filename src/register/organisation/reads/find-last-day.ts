import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'

/**
 * The last day a unit was there, up to a day: that day itself while it is. One row; its day is null where there was no
 * such unit yet.
 */
export const findLastDay = query<Clocks & { unit: string }, { last_day: string | null }>(`
  select last_day_alive((select unit_id from unit where key = :unit), :valid_as_of, :recorded_as_of) as last_day`)
