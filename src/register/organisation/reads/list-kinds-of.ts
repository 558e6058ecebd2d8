import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'

/** What a unit was in a time, up to a day; `until` is the first day on which it was so no more, null while it is. */
export type UnitKindRow = { key: string; name: string; unit_kind: string; since: string; until: string | null }

/** The kinds and names of units through time, oldest first; `keys` is a list in JSON. What is after the day is not told. */
export const listKindsOf = query<Clocks & { keys: string }, UnitKindRow>(`
  select u.key, v.name, v.unit_kind, lower(v.valid)::text as since,
         case when upper(v.valid) <= :valid_as_of::date then upper(v.valid)::text end as until
    from unit u
    join unit_version v on v.unit_id = u.unit_id and lower(v.valid) <= :valid_as_of::date and v.recorded @> :recorded_as_of::timestamptz
   where u.key in (select jsonb_array_elements_text(:keys::jsonb))
   order by u.key, lower(v.valid)`)
