import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'

/** The last year up to the day of which anybody sent a value of the indicator; none where nobody did. */
export const findLastYear = query<Clocks & { kind: string }, { year: number }>(`
  select extract(year from v.month)::int as year
    from indicator_value v
    join indicator i using (indicator_id)
   where i.key = :kind and i.recorded @> :recorded_as_of::timestamptz
     and v.month < date_trunc('month', :valid_as_of::date + 1) and v.recorded @> :recorded_as_of::timestamptz
   order by v.month desc
   limit 1`)
