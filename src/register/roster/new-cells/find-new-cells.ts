import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type Db, query } from '../../../platform/database/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import type { StaffContext } from '../../../platform/sign-in/index.ts'
import { findUnitHere } from '../../tree/index.ts'
import type { Roster } from '../roster.ts'

const unknown = query<{ roster_import_id: number }, { said: string }>(`
  select said from roster_fault
   where roster_import_id = :roster_import_id::bigint and field = 'unit' and code = 'unknown-unit' and said <> ''
   group by said
   order by min(row_number)`)

/** The rank of a base organisation: cells stand under it, and under nothing above it. */
const rank_of_base = 3

/**
 * The names of cells that a roster has and the register has not, if its unit is a base organisation and whoever reads
 * may found units under it.
 */
export function findNewCells({ look, who, today }: Pick<StaffContext, 'look' | 'who' | 'today'>, roster: Roster): Promise<string[]> {
  return look(async db => {
    const [here] = await findUnitHere(db, { unit: roster.unit, day: today })
    if (here?.rank !== rank_of_base || here.hierarchy !== 'party' || here.founds_at === null) return []
    const standing = await standingOf(db, who.person_id, today)
    return may(standing, 'unit', 'keep', { unit_id: here.founds_at }).allowed ? listUnknown(db, roster) : []
  })
}

async function listUnknown(db: Db, { roster_import_id }: Roster): Promise<string[]> {
  const said = await unknown(db, { roster_import_id })
  const by_key = new Map(said.map(({ said }) => nameOfCell(said)).map(name => [keyOf(name), name]))
  return [...by_key.values()]
}

/** «THÔN NÀ LẸNG» in the column of cells is Chi bộ Thôn Nà Lẹng. */
export function nameOfCell(said: string): string {
  const rest = said.normalize('NFC').replace(/^chi bộ\s+/iu, '')
  const is_even = rest === rest.toUpperCase() || rest === rest.toLowerCase()
  return `Chi bộ ${is_even ? rest.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()) : rest}`
}
