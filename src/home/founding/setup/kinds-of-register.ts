import type { Founding } from '../founding.ts'

/** Whose register it may be. */
export type Whose = keyof typeof kinds

/**
 * What the organisations of such a register are called and are, from its name: `{name}`. `base` stands between the root
 * of the party and the first cell.
 */
type Kind = {
  territory: Founding['territory']['unit_kind']
  named_after: 'territory' | 'government' | 'union'
  party: { unit_kind: Founding['party']['unit_kind']; name: string }
  government?: { unit_kind: NonNullable<Founding['government']>['unit_kind']; name: string }
  union?: { unit_kind: NonNullable<Founding['union']>['unit_kind']; name: string }
  base?: string
  issuer: string
}

const districts = (word: string, committee: string): Omit<Kind, 'territory'> => ({
  named_after: 'territory',
  party: { unit_kind: 'district-committee', name: `${committee} {name}` },
  government: { unit_kind: 'district-people-committee', name: `UBND ${word} {name}` },
  union: { unit_kind: 'front-committee', name: `Ủy ban MTTQ ${word} {name}` },
  base: `Đảng bộ Văn phòng ${committee}`,
  issuer: `Ban Thường vụ ${committee} {name}`,
})

const communes = (word: string): Omit<Kind, 'territory'> => ({
  named_after: 'territory',
  party: { unit_kind: 'base-organisation', name: `Đảng bộ ${word} {name}` },
  government: { unit_kind: 'commune-people-committee', name: `UBND ${word} {name}` },
  union: { unit_kind: 'front-committee', name: `Ủy ban MTTQ ${word} {name}` },
  issuer: `Đảng ủy ${word} {name}`,
})

/** An agency and a union stand in a province, which is entered with them. */
export const kinds = {
  province: {
    territory: 'province',
    named_after: 'territory',
    party: { unit_kind: 'province-committee', name: 'Tỉnh ủy {name}' },
    government: { unit_kind: 'provincial-people-committee', name: 'UBND tỉnh {name}' },
    union: { unit_kind: 'front-committee', name: 'Ủy ban MTTQ tỉnh {name}' },
    base: 'Đảng bộ Văn phòng Tỉnh ủy',
    issuer: 'Ban Thường vụ Tỉnh ủy {name}',
  },
  'central-city': {
    territory: 'central-city',
    named_after: 'territory',
    party: { unit_kind: 'province-committee', name: 'Thành ủy {name}' },
    government: { unit_kind: 'provincial-people-committee', name: 'UBND thành phố {name}' },
    union: { unit_kind: 'front-committee', name: 'Ủy ban MTTQ thành phố {name}' },
    base: 'Đảng bộ Văn phòng Thành ủy',
    issuer: 'Ban Thường vụ Thành ủy {name}',
  },
  district: { territory: 'district', ...districts('huyện', 'Huyện ủy') },
  city: { territory: 'city', ...districts('thành phố', 'Thành ủy') },
  commune: { territory: 'commune', ...communes('xã') },
  ward: { territory: 'ward', ...communes('phường') },
  township: { territory: 'township', ...communes('thị trấn') },
  'special-zone': { territory: 'special-zone', ...communes('đặc khu') },
  agency: {
    territory: 'province',
    named_after: 'government',
    party: { unit_kind: 'base-organisation', name: 'Đảng bộ {name}' },
    government: { unit_kind: 'department', name: '{name}' },
    issuer: 'Đảng ủy {name}',
  },
  union: {
    territory: 'province',
    named_after: 'union',
    party: { unit_kind: 'base-organisation', name: 'Đảng bộ {name}' },
    union: { unit_kind: 'union', name: '{name}' },
    issuer: 'Đảng ủy {name}',
  },
} as const satisfies Record<string, Kind>

export function kindOf(whose: string): Kind {
  return kinds[Object.hasOwn(kinds, whose) ? (whose as Whose) : 'province']
}

/** Whether the province has to be named beside the register's own name. */
export function standsInProvince(whose: string): boolean {
  return kindOf(whose).named_after !== 'territory'
}
