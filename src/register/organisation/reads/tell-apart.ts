import { type Db, query } from '../../../platform/database/index.ts'
import sql from './list-earlier-parents.sql?raw'

const listEarlierParents = query<{ keys: string[]; hierarchy: string; day: string }, { key: string; name: string }>(sql)

type Named = { key: string; name: string }

/** `was_under`: what the unit was under before; null where no other of the list bears its name, or it was always here. */
export type ToldApart<T extends Named> = T & { was_under: string | null }

/**
 * Units of one list, of which several may bear one name since a merger brought them together: those are told apart by
 * what they were under before. On a day, in one hierarchy.
 */
export async function tellApart<T extends Named>(
  db: Db,
  { hierarchy, day }: { hierarchy: string; day: string },
  units: readonly T[],
): Promise<ToldApart<T>[]> {
  const by_name = Map.groupBy(units, ({ name }) => name)
  const keys = units.filter(({ name }) => by_name.get(name)!.length > 1).map(({ key }) => key)
  const earlier = keys.length > 0 ? await listEarlierParents(db, { keys, hierarchy, day }) : []
  const names = new Map(earlier.map(({ key, name }) => [key, name]))
  return units.map(unit => ({ ...unit, was_under: names.get(unit.key) ?? null }))
}
