import type pg from 'pg'
import { type Book, nextNumber, write } from '../book.ts'
import { rowsOf } from '../history.ts'
import type { Random } from '../random.ts'
import { departments, unions } from '../words/bodies.ts'
import { slug } from './bodies.ts'
import { foundParty, type Party } from './found-party.ts'
import { enact } from './instruments.ts'
import type { Life } from './life.ts'
import { type Mirror, type Mirrored, mirrorTerritory } from './mirror.ts'
import { readTerritory, type VersionRow } from './read-territory.ts'

export type Organisation = {
  party: Party
  government: Mirrored
  /** Each provincial department by its name. */
  departments: Map<string, number>
  /** The territory's versions, as read. */
  places: VersionRow[]
}

/**
 * The organisations of three hierarchies: the Party in full; the government, the Front and the unions by their bodies
 * alone.
 */
export async function writeOrganisation(owner: pg.Client, book: Book, random: Random): Promise<Organisation> {
  const territory = await readTerritory(owner)
  const party = foundParty(book, random, territory, mirrorTerritory(book, territory, partyMirror(book)))
  const government = mirrorTerritory(book, territory, governmentMirror(book))
  const fronts = mirrorTerritory(book, territory, frontMirror(book))
  const province = territory.versions.find(version => version.key === 'tinh-bac-kan')!
  const seat = { hierarchy: 'government', parent: government.of.get(province.unit_id)!, place: province, unit_kind: 'department' } as const
  const offices = departments.map(name => [name, standBeside(book, government, { ...seat, name })] as const)
  const places = new Map(territory.versions.map(version => [version.unit_id, version]))
  for (const [place, parent] of fronts.of) {
    for (const name of unions)
      standBeside(book, fronts, { hierarchy: 'union', parent, place: places.get(place)!, unit_kind: 'union', name })
  }
  return { party, government, departments: new Map(offices), places: territory.versions }
}

type Beside = { hierarchy: string; parent: number; place: VersionRow; unit_kind: string; name: string }

/** A body that lives as long as the one it stands under. */
function standBeside(book: Book, { lives }: Mirrored, { hierarchy, parent, place, unit_kind, name }: Beside): number {
  const life: Life = lives.get(parent)!
  const unit_id = nextNumber(book, 'unit')
  // «Thanh tra tỉnh» has its province's kind in its name.
  const full_name = `${name.replace(/ tỉnh$/, '')} ${place.kind_name} ${place.name}`
  write(book, 'unit', [unit_id, `${slug(name)}-${place.key}`])
  for (const { valid, recorded } of rowsOf(life, book.limit)) {
    write(book, 'unit_version', [unit_id, full_name, unit_kind, place.unit_id, null, valid, recorded])
    write(book, 'placement', [unit_id, hierarchy, parent, null, valid, recorded])
  }
  return unit_id
}

const named = (head: string) => (territory: VersionRow) => `${head} ${territory.kind_name} ${territory.name}`
const keyed = (head: string) => (key: string) => `${head}-${key}`

function partyMirror(book: Book): Mirror {
  const district = { unit_kind: 'district-committee', name: named('Đảng bộ'), key: keyed('dang-bo') }
  const commune = { ...district, unit_kind: 'base-organisation' }
  const committee = {
    unit_kind: 'province-committee',
    name: (territory: VersionRow) => `Tỉnh ủy ${territory.name}`,
    key: (key: string) => key.replace(/^tinh-/, 'tinh-uy-'),
  }
  const kinds = { province: committee, city: district, district, commune, ward: commune, township: commune }
  return {
    hierarchy: 'party',
    kinds,
    instruments: mergers(book, '-QĐ/TU', 'Ban Thường vụ Tỉnh ủy Bắc Kạn', 'tổ chức đảng', 'Bộ Chính trị'),
  }
}

function governmentMirror(book: Book): Mirror {
  const name = named('UBND')
  const key = keyed('ubnd')
  const commune = { unit_kind: 'commune-people-committee', name, key }
  const district = { unit_kind: 'district-people-committee', name, key }
  const kinds = {
    province: { unit_kind: 'provincial-people-committee', name, key },
    city: district,
    district,
    commune,
    ward: commune,
    township: commune,
  }
  return { hierarchy: 'government', kinds, instruments: mergers(book, '/QĐ-UBND', 'UBND tỉnh Bắc Kạn', 'bộ máy chính quyền', 'Chính phủ') }
}

function frontMirror(book: Book): Mirror {
  const front = { unit_kind: 'front-committee', name: named('Ủy ban Mặt trận Tổ quốc'), key: keyed('mat-tran') }
  const instruments = mergers(
    book,
    '/QĐ-MTTQ',
    'Ủy ban Mặt trận Tổ quốc tỉnh Bắc Kạn',
    'Mặt trận và đoàn thể',
    'Ủy ban Trung ương Mặt trận Tổ quốc',
  )
  return { hierarchy: 'union', kinds: { province: front, city: front, district: front }, instruments }
}

/** One decision each for 2020 and 2025, signed on the day on which the register learned of the new map. */
function mergers(book: Book, sign: string, issuer: string, what: string, above: string): Record<string, number> {
  const title = `Về việc sắp xếp ${what} theo đơn vị hành chính mới`
  return {
    '2020-02-01': enact(book, {
      number: `118${sign}`,
      kind: 'decision',
      issuer,
      title,
      signed_on: '2020-01-20',
      effective_on: '2020-02-01',
    }),
    '2025-07-01': enact(book, {
      number: `702${sign}`,
      kind: 'decision',
      issuer: above,
      title,
      signed_on: '2025-06-20',
      effective_on: '2025-07-01',
    }),
  }
}
