import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'

/** The last full year before a day in which a limitation was raised or repaired; null where none was. */
export const findLastFollowedYear = query<Clocks, { year: number | null }>(`
  select max(extract(year from valid_on))::int as year
    from limitation_tally
   where valid_on < date_trunc('year', :valid_as_of::date) and (raised > 0 or repaired > 0) and recorded_at <= :recorded_as_of::timestamptz`)
