import { keyOf } from '../../../basis/shared/vietnamese.ts'

type Named = { name: string; parent: string | null }

/**
 * A key for each unit that has none: its name in plain letters; where another has that, with the key of the unit above; and where another has that too, with a number. `taken` are the keys that units have or had.
 */
export function keysFor(units: readonly Named[], taken: ReadonlySet<string>): string[] {
  const given = new Set(taken)
  return units.map(({ name, parent }) => {
    const plain = keyOf(name).replaceAll(/[/ ]+/g, '-') || 'don-vi'
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
