import { type Book, nextNumber, write } from '../book.ts'
import { known } from '../history.ts'
import { between, type Random } from '../random.ts'
import { day, instantAt } from '../time.ts'
import { type BodyKind, blocs, district_bodies, districts_with_all, merged_pairs, type Sort } from '../words/bodies.ts'
import { villageNames } from '../words/villages.ts'
import { type Body, endless, foundUnit, opening, slug } from './bodies.ts'
import { decree } from './instruments.ts'
import type { Life, Lives } from './life.ts'
import type { Mirrored } from './mirror.ts'
import type { Territory, VersionRow } from './read-territory.ts'

export type Party = {
  root: number
  /** Those that have members, or had them at the start. */
  bodies: Body[]
  /** Every base organisation there ever was; `lives` says when. */
  bases: number[]
  lives: Lives
  /** The party organisation of each territory. */
  of: Map<number, number>
  base_of_department: Map<string, number>
}

const is_communal = new Set(['commune', 'ward', 'township'])

const member_weights: Record<Sort, [number, number]> = {
  village: [6, 18],
  school: [8, 20],
  office: [8, 18],
  health: [8, 18],
  security: [9, 24],
  business: [6, 16],
}

/**
 * The organisations of the Party that no territory gives: cells of villages and schools, base organisations of offices,
 * and the blocs.
 */
export function foundParty(book: Book, random: Random, territory: Territory, { of, lives }: Mirrored): Party {
  const at_start = territory.versions.filter(version => version.is_open && version.from <= opening)
  const root = of.get(at_start.find(version => version.key === 'tinh-bac-kan')!.unit_id)!
  const communal = territory.versions.filter(version => is_communal.has(version.unit_kind)).map(version => of.get(version.unit_id)!)
  const party: Party = { root, bodies: [], bases: [...new Set(communal)], lives, of, base_of_department: new Map() }
  const communes = at_start.filter(version => is_communal.has(version.unit_kind))
  for (const commune of communes) foundCommune(book, random, party, commune)
  const districts = at_start.filter(version => ['district', 'city'].includes(version.unit_kind))
  districts.forEach((district, index) => {
    foundDistrict(book, random, party, district, index)
  })
  for (const bloc of blocs) foundBloc(book, random, party, bloc)
  return party
}

// ── Communes
// ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function foundCommune(book: Book, random: Random, party: Party, commune: VersionRow): void {
  const base = party.of.get(commune.unit_id)!
  const villages = commune.unit_kind === 'commune' ? between(random, 8, 12) : 0
  const quarters = commune.unit_kind === 'commune' ? 0 : between(random, 7, 13)
  const cells: [string, Sort][] = [
    ...villageNames(random, villages).map((name): [string, Sort] => [`Chi bộ thôn ${name}`, 'village']),
    ...Array.from({ length: quarters }, (_, i): [string, Sort] => [`Chi bộ tổ dân phố số ${i + 1}`, 'village']),
    ['Chi bộ Trường Tiểu học', 'school'],
    ['Chi bộ Trường THCS', 'school'],
    ...(random() < 0.6 ? [['Chi bộ Trường Mầm non', 'school'] as [string, Sort]] : []),
    ...(random() < 0.35 ? [['Chi bộ Trạm Y tế', 'health'] as [string, Sort]] : []),
  ]
  cells.forEach(([name, sort], index) => {
    // A divided commune's first cells go with its first part, the others in turn with the next.
    const choose = (heirs: number[]) => heirs[Math.floor((index * heirs.length) / cells.length)]!
    foundCell(book, random, party, { base, name, sort, place: commune.unit_id, key: commune.key, choose })
  })
}

function nameIn({ kind_name, name }: VersionRow): string {
  return `${kind_name} ${name}`
}

type CellAsked = {
  base: number
  name: string
  sort: Sort
  place: number | null
  key: string
  choose?: (heirs: number[]) => number
  life?: Life
}

function foundCell(book: Book, random: Random, party: Party, { base, name, sort, place, key, choose, life }: CellAsked): void {
  const cell_key = `${slug(name)}-${key}`
  const unit_id = foundUnit(book, party.lives, {
    key: cell_key,
    name,
    unit_kind: 'cell',
    place,
    parent: base,
    choose,
    life: life && { ...life },
  })
  party.bodies.push({
    ...plain(unit_id, cell_key, name, sort, place),
    base,
    weight: between(random, ...member_weights[sort]),
    life: party.lives.get(unit_id)!,
  })
}

function plain(unit_id: number, key: string, name: string, sort: Sort, place: number | null): Body {
  return { unit_id, key, name, sort, base: unit_id, place, weight: 0, life: endless() }
}

// ── Offices of a district, and the blocs
// ─────────────────────────────────────────────────────────────────────────────────────────

function foundDistrict(book: Book, random: Random, party: Party, district: VersionRow, index: number): void {
  const site = { parent: party.of.get(district.unit_id)!, place: district.unit_id, key: district.key, of: nameIn(district) }
  const joined = merged_pairs.filter(({ districts: [first, end] }) => index >= first && index < end)
  const ends = new Map<number, Join>()
  for (const { name, pair, on } of joined) {
    const join = joinBases(book, random, party, { ...site, kind: { name, cells: 0, sort: 'office' } }, on)
    for (const i of pair) ends.set(i, join)
  }
  const kinds = index < districts_with_all ? district_bodies : district_bodies.slice(0, -1)
  kinds.forEach((kind, i) => {
    const join = ends.get(i)
    const life = join && { ...endless(), to: day(join.on), ended: join.learned, heirs: [join.heir] }
    const unit_id = foundBase(book, random, party, { ...site, kind, life })
    if (join && join.learned <= book.limit) {
      write(book, 'succession', [join.event, unit_id, join.heir, '1', null, 'documented', null, known(join.learned)])
    }
  })
}

type Join = { on: string; heir: number; event: number; learned: number }

/** Two base cells become one under an instrument: the heir and the event; the edges follow with the cells that end. */
function joinBases(book: Book, random: Random, party: Party, asked: BaseAsked, on: string): Join {
  const learned = instantAt(day(on), 9)
  const heir = foundBase(book, random, party, { ...asked, life: { ...endless(), from: day(on), learned } })
  const title = `Về việc hợp nhất tổ chức cơ sở đảng thuộc Đảng bộ ${asked.of}`
  const instrument = decree(book, day(on) - 14, `${heir}-QĐ/TU`, 'Ban Thường vụ Tỉnh ủy Bắc Kạn', title)
  const event = nextNumber(book, 'succession_event')
  if (learned <= book.limit) write(book, 'succession_event', [event, 'merged', on, instrument, known(learned)])
  return { on, heir, event, learned }
}

function foundBloc(book: Book, random: Random, party: Party, { key, name, bodies }: (typeof blocs)[number]): void {
  const parent = foundUnit(book, party.lives, {
    key: `dang-bo-${key}`,
    name,
    unit_kind: 'district-committee',
    place: null,
    parent: party.root,
  })
  for (const kind of bodies) {
    const unit_id = foundBase(book, random, party, { kind, parent, place: null, key, of: '' })
    party.base_of_department.set(kind.name.replace(/^Đảng bộ /, ''), unit_id)
  }
}

type BaseAsked = { kind: BodyKind; parent: number; place: number | null; key: string; of: string; life?: Life }

function foundBase(book: Book, random: Random, party: Party, { kind, parent, place, key, of, life }: BaseAsked): number {
  const name = kind.name.replace('%', of).trim()
  const own = `${slug(kind.name.replace('%', ''))}-${key}`
  const unit_id = foundUnit(book, party.lives, { key: own, name, unit_kind: 'base-organisation', place, parent, life })
  party.bases.push(unit_id)
  const weight = kind.cells === 0 ? between(random, ...member_weights[kind.sort]) : 0
  if (kind.cells === 0) party.bodies.push({ ...plain(unit_id, own, name, kind.sort, place), weight, life: party.lives.get(unit_id)! })
  for (let i = 1; i <= kind.cells; i++) {
    foundCell(book, random, party, { base: unit_id, name: `${cell_names[kind.sort]} số ${i}`, sort: kind.sort, place, key: own })
  }
  return unit_id
}

const cell_names: Record<Sort, string> = {
  village: 'Chi bộ',
  school: 'Chi bộ Tổ chuyên môn',
  office: 'Chi bộ Phòng',
  health: 'Chi bộ Khoa',
  security: 'Chi bộ Đội',
  business: 'Chi bộ Phân xưởng',
}
