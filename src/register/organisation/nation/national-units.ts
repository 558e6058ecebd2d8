import units from '../../../../seed/provinces/units.csv?raw'
import { withoutMarks } from '../../../basis/shared/vietnamese.ts'
import type { NewUnit } from '../new-unit.ts'
import { sayPlace } from '../say-place.ts'

/** From this day on the country has these provinces and communes, and no districts. */
export const national_since = '2025-07-01'

/** A territorial unit of today: its code is of two digits for a province, of five for a commune, ward or special zone. */
export type NationalUnit = { code: string; unit_kind: string; name: string }
export type NationalProvince = NationalUnit & { communes: NationalUnit[] }

/** The 34 provinces and centrally run cities, by their codes; `seed/provinces` says where they come from. */
export const national_provinces: readonly NationalProvince[] = readProvinces(units)

function readProvinces(text: string): NationalProvince[] {
  const all = rowsOf(text).map(([code = '', unit_kind = '', name = '', province = '']) => ({ code, unit_kind, name, province }))
  const bare = ({ province: _, ...unit }: (typeof all)[number]) => unit
  const under = Map.groupBy(all, ({ province }) => province)
  return under.get('')!.map(row => ({ ...bare(row), communes: under.get(row.code)!.map(bare) }))
}

/** The rows below the header of a file of `seed/`: none of their cells is quoted. */
export function rowsOf(csv: string): string[][] {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(line => line.split(','))
}

export function findNationalProvince(code: string): NationalProvince | undefined {
  return national_provinces.find(province => province.code === code)
}

/**
 * The communes of a province as new units under one of the register, from the day on which they began, or from a later
 * one. Their keys are kind and name; of two that come to the same, each has its code too.
 */
export function communesOf({ communes }: NationalProvince, { parent, from }: { parent: string; from: string }): NewUnit[] {
  const plain = communes.map(unit => keyOf(sayPlace(unit, 'vi')))
  return communes.map(({ code, unit_kind, name }, i) => {
    const is_shared = plain.indexOf(plain[i]!) !== plain.lastIndexOf(plain[i]!)
    const key = is_shared ? `${plain[i]}-${code}` : plain[i]!
    return { key, code, name, unit_kind, parent, place: null, from: from > national_since ? from : national_since }
  })
}

function keyOf(name: string): string {
  return withoutMarks(name)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
}
