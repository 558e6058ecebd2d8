import { query } from '../../../platform/database/index.ts'

/**
 * The keys of units, of what ever lay in their territory, and of what was joined into any of these: what is told of a
 * place of former days is told of the place that it is in now.
 */
export const listWithin = query<{ units: readonly string[]; most: number }, { key: string }>(`
  with recursive within as (
         select unit_id from unit where key = any(:units::text[])
          union
         select next.unit_id
           from within w
          cross join lateral (
                select p.unit_id from placement p where p.parent_id = w.unit_id and p.hierarchy = 'territory' and is_open(p.recorded)
                 union all
                select s.predecessor_id from succession s where s.successor_id = w.unit_id and is_open(s.recorded)) next)
  select u.key from within join unit u using (unit_id) order by u.unit_id limit :most`)
