import { type Db, query } from '../../../platform/database/index.ts'
import { searchUnits } from '../../../register/tree/index.ts'

/** A unit that a draft names, on the eve of the change; `above` are all that stand above it, the nearest first. */
export type Source = { key: string; name: string; unit_kind: string; parent: string | null; above: Above[] }
export type Above = { key: string; name: string; unit_kind: string; rank: number }

/** Units by their keys, as they are on a day or were on their last one before it. */
export const listSources = query<{ units: string[]; hierarchy: string; day: string }, Source>(`
  with recursive asked as (
         select u.unit_id, u.key, v.name, v.unit_kind, last_day_alive(u.unit_id, :day::date, recorded_now()) as day
           from unit u
           join unit_version v on v.unit_id = u.unit_id and is_open(v.recorded) and v.valid @> last_day_alive(u.unit_id, :day::date, recorded_now())
          where u.key = any (:units::text[])),
       above (source_id, unit_id, depth) as (
         select a.unit_id, p.parent_id, 1
           from asked a
           join placement p on p.unit_id = a.unit_id and p.hierarchy = :hierarchy and p.valid @> a.day and is_open(p.recorded)
          union all
         select b.source_id, p.parent_id, b.depth + 1
           from above b
           join asked a     on a.unit_id = b.source_id
           join placement p on p.unit_id = b.unit_id and p.hierarchy = :hierarchy and p.valid @> a.day and is_open(p.recorded)
          where b.depth < 30)
  select a.key, a.name, a.unit_kind,
         (select u.key from above b join unit u using (unit_id) where b.source_id = a.unit_id and b.depth = 1) as parent,
         (select coalesce(jsonb_agg(jsonb_build_object('key', u.key, 'name', v.name, 'unit_kind', v.unit_kind, 'rank', k.rank) order by b.depth), '[]')
            from above b
            join unit u         using (unit_id)
            join unit_version v on v.unit_id = b.unit_id and is_open(v.recorded) and v.valid @> a.day
            join unit_kind k    on k.unit_kind = v.unit_kind
           where b.source_id = a.unit_id) as above
    from asked a
   order by array_position(:units::text[], a.key)`)

export type Found = { key: string; name: string; unit_kind: string; parent: string | null; parent_name: string | null; rank: number }

const most_found = 20
const most_names = 12

/** Units of one hierarchy by parts of their names, several with commas between; each once. */
export async function findSources(db: Db, { words, hierarchy, day }: { words: string; hierarchy: string; day: string }): Promise<Found[]> {
  const names = words
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
  const found: Found[] = []
  for (const name of names.slice(0, most_names)) found.push(...(await searchUnits(db, { words: name, hierarchy, day, most: most_found })))
  return [...new Map(found.map(unit => [unit.key, unit])).values()]
}
