import { query } from '../../../platform/database/index.ts'

/** What a unit has become by a day, as was known at an instant: the last in its line; no row where it is still itself. */
export const findSuccessor = query<{ unit: string; day: string; known_at: string }, { key: string }>(`
  select s.key
    from unit u
    join unit s on s.unit_id = successor_of(u.unit_id, :day::date, :known_at::timestamptz)
   where u.key = :unit and s.unit_id <> u.unit_id`)
