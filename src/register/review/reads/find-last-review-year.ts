import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'

/** The last year in which the time of a round of a kind ended, up to a day; null where none did. */
export const findLastReviewYear = query<Clocks & { kind: string }, { year: number | null }>(`
  select max(extract(year from upper(period) - 1))::int as year
    from review_round
   where kind = :kind and upper(period) <= :valid_as_of::date + 1 and recorded @> :recorded_as_of::timestamptz`)
