import { query } from '../../../platform/database/index.ts'

/** The cell of somebody on a day; none where they are a member nowhere. */
export const findOwnCell = query<{ person_id: number; day: string }, { key: string }>(`
  select u.key
    from membership m
    join unit u using (unit_id)
   where m.person_id = :person_id and m.valid @> :day::date and upper(m.recorded) = 'infinity'
   order by lower(m.valid) desc
   limit 1`)
