import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Db, tablesRead } from '../../../platform/database/index.ts'
import { listByName, listWithin, type UnitByName } from '../../../register/tree/index.ts'

/** The places that are called so, which of them is meant where it is one, and under what a text about them is filed. */
export type PlaceAsked = { choices: UnitByName[]; chosen: UnitByName | null; among: string[] | null }

const [most_choices, most_within] = [10, 5000]
export const place_tables = [listByName, listWithin].flatMap(read => tablesRead(read.sql))

/**
 * Reads the place of a search: with all that lies in it, and all that was joined into it. Of several of one name each
 * counts until one is chosen. Refusal: no-such-place, at `noi`.
 */
export async function readPlace(
  db: Db,
  { place, unit }: { place: string; unit: string },
  day: string,
): Promise<Outcome<PlaceAsked, 'no-such-place'>> {
  if (place === '') return done({ choices: [], chosen: null, among: null })
  const found = await listByName(db, { words: place, day, most: most_choices })
  const exact = found.filter(({ is_exact }) => is_exact)
  const choices = exact.length > 0 ? exact : found
  if (choices.length === 0) return refused({ code: 'no-such-place', field: 'noi', values: { place } })
  const chosen = (choices.length === 1 ? choices[0] : choices.find(({ key }) => key === unit)) ?? null
  const units = (chosen ? [chosen] : choices).map(({ key }) => key)
  const within = await listWithin(db, { units, most: most_within })
  return done({ choices, chosen, among: within.map(({ key }) => `unit:${key}`) })
}
