import mappings from '../../../../seed/provinces/mappings.csv?raw'
import untied from '../../../../seed/territory/quarantine.csv?raw'
import { findNationalProvince, type NationalUnit, national_provinces, rowsOf } from './national-units.ts'

/** A commune, ward or special zone of today, with the code of its province. */
export type NationalCommune = NationalUnit & { province: string }

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

export type NationalMappings = {
  /**
   * Into which commune of 1 July 2025 a commune, ward or township went, by its code of before. It says neither how much
   * of a unit went, nor when that began.
   */
  successors: ReadonlyMap<string, NationalCommune>
  /** How many units of before went into one of today, by its code. */
  tied_to: ReadonlyMap<string, number>
  untied: readonly UntiedMapping[]
}

let known: NationalMappings | null = null

/**
 * What became of the communes of before; `seed/provinces` says where it comes from. The lines are read when somebody
 * first asks for them: hardly anybody does, and no start waits for eleven thousand lines.
 */
export function nationalMappings(): NationalMappings {
  known ??= readMappings()
  return known
}

/** The lines that are tied to nothing, of these provinces: by the name of the province, for some have no code of today. */
export function untiedMappingsOf(provinces: ReadonlySet<string>): UntiedMapping[] {
  const names = new Set([...provinces].map(code => findNationalProvince(code)?.name))
  return nationalMappings().untied.filter(({ new_province }) => names.has(new_province))
}

function readMappings(): NationalMappings {
  const successors = readSuccessors()
  const tied_to = new Map<string, number>()
  for (const { code } of successors.values()) tied_to.set(code, (tied_to.get(code) ?? 0) + 1)
  return { successors, tied_to, untied: readUntied() }
}

function readSuccessors(): Map<string, NationalCommune> {
  const communes = new Map(
    national_provinces.flatMap(({ code: province, communes }) => communes.map(unit => [unit.code, { ...unit, province }] as const)),
  )
  return new Map(rowsOf(mappings).map(([before = '', after = '']) => [before, communes.get(after)!]))
}

function readUntied(): UntiedMapping[] {
  return rowsOf(untied).map(
    ([, record = '', old_name = '', old_district = '', new_code = '', new_name = '', new_province = '', reason = '']) => ({
      ...{ record, old_name, old_district, new_code, new_name, new_province: new_province.replace(/^(Tỉnh|Thành phố) /, '') },
      reasons: reason.split(' '),
    }),
  )
}
