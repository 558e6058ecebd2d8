import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type Db, query } from '../../../platform/database/index.ts'

type Named = { name: string; parent: string | null }

/**
 * A key for each unit that has none: its name in plain letters; where another has that, with the key of the unit above;
 * and where another has that too, with a number. `taken` are the keys that units have or had.
 */
export function keysFor(units: readonly Named[], taken: ReadonlySet<string>): string[] {
  const given = new Set(taken)
  return units.map(({ name, parent }) => {
    const plain = plainKey(name)
    const key = [plain, ...(parent ? [`${plain}-${parent}`] : [])].find(key => !given.has(key)) ?? numbered(plain, given)
    given.add(key)
    return key
  })
}

function numbered(plain: string, given: ReadonlySet<string>): string {
  let n = 2
  while (given.has(`${plain}-${n}`)) n += 1
  return `${plain}-${n}`
}

const taken = query<{ plain: string[] }, { key: string }>('select key from unit where key like any (:plain)')

/** The keys that units have or had which begin as keys of these names would. */
export async function findTakenKeys(db: Db, names: readonly string[]): Promise<Set<string>> {
  const plain = [...new Set(names.map(name => `${plainKey(name)}%`))]
  return new Set((await taken(db, { plain })).map(({ key }) => key))
}

function plainKey(name: string): string {
  return keyOf(name).replaceAll(/[/ ]+/g, '-') || 'don-vi'
}
