import { query } from '../../../platform/database/index.ts'

/** Counts of a branch: open now, and of them those that were carried over twice at least. They name nobody. */
export type LimitationBranch = { key: string; name: string; open: number; repaired: number; carried_twice: number }

export const listLimitationBranches = query<{ unit: string; day: string }, LimitationBranch>(`
  select u.key, v.name, f.open, f.repaired, f.carried_twice
    from (select n.branch_id, sum(t.raised - t.repaired) as open, sum(t.repaired) as repaired, sum(t.carried_twice) as carried_twice
            from units_by_branch('party', (select unit_id from unit where key = :unit), :day, recorded_now()) n
            join limitation_tally t using (unit_id)
           group by 1) f
    join unit u         on u.unit_id = f.branch_id
    join unit_version v on v.unit_id = f.branch_id and v.valid @> last_day_alive(f.branch_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
   order by f.open desc, v.name collate "vi-x-icu"`)
