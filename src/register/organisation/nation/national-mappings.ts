import mappings from '../../../../seed/provinces/mappings.csv?raw'
import untied from '../../../../seed/territory/quarantine.csv?raw'
import { findNationalProvince, type NationalUnit, national_provinces } from './national-units.ts'

/**
 * Into which unit of 1 July 2025 a commune, ward or township went, by its code of before; `seed/provinces` says where
 * it comes from. It says neither how much of a unit went, nor when that began.
 */
export const national_successors: ReadonlyMap<string, string> = new Map(
  rowsOf(mappings).map(([before = '', after = '']) => [before, after]),
)

/** A line of the source that no code ties to a unit of before. It is guessed at by nobody. */
export type UntiedMapping = {
  record: string
  old_name: string
  old_district: string
  new_code: string
  new_name: string
  new_province: string
  reasons: string[]
}

const untied_mappings: readonly UntiedMapping[] = rowsOf(untied).map(
  ([, record = '', old_name = '', old_district = '', new_code = '', new_name = '', new_province = '', reason = '']) => ({
    ...{ record, old_name, old_district, new_code, new_name, new_province: new_province.replace(/^(Tỉnh|Thành phố) /, '') },
    reasons: reason.split(' '),
  }),
)

/** How many lines of the source are tied to nothing. */
export const untied_count = untied_mappings.length

const communes = new Map<string, NationalUnit & { province: string }>(
  national_provinces.flatMap(({ code: province, communes }) => communes.map(unit => [unit.code, { ...unit, province }] as const)),
)

export function findNationalCommune(code: string): (NationalUnit & { province: string }) | undefined {
  return communes.get(code)
}

/** The lines that are tied to nothing, of these provinces: by the name of the province, for some have no code of today. */
export function untiedMappingsOf(provinces: ReadonlySet<string>): UntiedMapping[] {
  const names = new Set([...provinces].map(code => findNationalProvince(code)?.name))
  return untied_mappings.filter(({ new_province }) => names.has(new_province))
}

function rowsOf(csv: string): string[][] {
  return csv
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map(line => line.split(','))
}
