import type { Clocks } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { UnitRow } from '../../../register/organisation/index.ts'
import { nameKey, type Place, type PlaceNames, place_kinds, placeNames } from '../read/place-names.ts'
import type { NamedPlace, Where } from '../read/where.ts'
import type { Register, UnitsOfDay } from '../register.ts'

/**
 * The units of a day by what people call them, and the province, where it is living on that day and the register holds
 * all of it.
 */
export type Gazetteer = { province: UnitRow | null; named: Map<string, UnitRow[]>; by_key: Map<string, UnitRow> }

/**
 * Which unit a claim is about: the whole province, a unit of it; `elsewhere`: one that the register has not; `unclear`:
 * which one is not said.
 */
export type UnitAsked = { is: 'province' } | { is: 'unit'; unit: UnitRow } | { is: 'elsewhere' } | { is: 'unclear' }

export function gazetteerOf({ root, units }: UnitsOfDay): Gazetteer {
  return {
    province: units.find(({ key }) => key === root) ?? null,
    named: Map.groupBy(units, ({ name }) => nameKey(name)),
    by_key: new Map(units.map(unit => [unit.key, unit])),
  }
}

/** The provinces of today and those that were joined into them, for who names one without «tỉnh». */
const PROVINCES =
  'An Giang|Bà Rịa|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước|Bình Thuận|Cà Mau|Cần Thơ|Cao Bằng|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái'.split('|') // biome-ignore format: a table reads by its columns

const province_keys = PROVINCES.map(nameKey)
const CENTRAL_CITIES = /^(Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ)$/
const PROVINCE_NAMED = new RegExp(`(?<!\\p{L})(${PROVINCES.filter(name => !CENTRAL_CITIES.test(name)).join('|')})(?!\\p{L})`, 'giu')

/** The names of days that were asked last: most texts are of the same few. */
const names_known = new Map<string, PlaceNames>()
const MOST_KNOWN = 8

export function namesOf(gazetteers: readonly Gazetteer[]): PlaceNames {
  const keys = [...new Set([...province_keys, ...gazetteers.flatMap(({ named }) => [...named.keys()])])]
  const known = keys.join('\n')
  const names = names_known.get(known) ?? placeNames(keys)
  names_known.delete(known)
  names_known.set(known, names)
  if (names_known.size > MOST_KNOWN) names_known.delete(names_known.keys().next().value!)
  return names
}

/**
 * What the text knows of where beside a claim: what it speaks of as a whole, and the district named last;
 * `counts_communes`: a commune beside the number may be an example; in a table a name stands for itself.
 */
export type Around = {
  scope: UnitAsked
  latest: UnitRow | null
  /** Whether the province named last before the claim is another one: «toàn tỉnh» may be that. */
  is_of_another_province: boolean
  counts_communes: boolean
  is_in_table: boolean
}

/** The unit that the nearest words name on a day. */
export function unitAsked(where: Where[], gazetteer: Gazetteer, around: Around): UnitAsked {
  const { scope, counts_communes, is_in_table } = around
  for (const said of where) {
    if (said.kind !== 'named') return unitOfWord(said.kind, gazetteer, around)
    if (is_in_table && said.places.some(place => hasNamesakes(gazetteer, place))) return { is: 'unclear' }
    const places = counts_communes && !is_in_table ? withoutExamples(said.places, said.in_province, gazetteer) : said.places
    if (places.length > 0) return smallestOf(places, gazetteer)
    if (said.in_province) return unitOfWord('province', gazetteer, around)
  }
  return scope.is === 'province' ? unitOfWord('province', gazetteer, around) : scope
}

function unitOfWord(
  word: Exclude<Where['kind'], 'named'>,
  gazetteer: Gazetteer,
  { latest, is_of_another_province, is_in_table }: Around,
): UnitAsked {
  if (word === 'elsewhere' || word === 'unclear') return { is: word }
  if (word === 'province') return is_of_another_province ? { is: 'unclear' } : wholeProvince(gazetteer)
  return latest && !is_in_table ? { is: 'unit', unit: latest } : { is: 'unclear' }
}

/**
 * «2 xã nâng cao là Quang Thuận và Kim Lư», «Xã Kim Lư là một trong hai xã nâng cao của tỉnh»: examples of what is
 * counted, not where.
 */
function withoutExamples(places: NamedPlace[], in_province: boolean, gazetteer: Gazetteer): NamedPlace[] {
  const is_small = (place: NamedPlace) => isCommune(unitNamed(gazetteer, place))
  const has_larger = in_province || places.some(place => !is_small(place))
  const is_example = (place: NamedPlace) => is_small(place) && (place.is_behind || has_larger)
  return places.filter((place, i) => !is_example(place) && !(place.is_around && is_example(places[i - 1]!)))
}

export function isCommune(unit: UnitRow | null): boolean {
  return unit !== null && /^(commune|ward|township|special-zone)$/.test(unit.unit_kind)
}

/** «Toàn tỉnh» is the living province; where the register does not hold all of it on that day, it is elsewhere. */
function wholeProvince({ province }: Gazetteer): UnitAsked {
  return province ? { is: 'province' } : { is: 'elsewhere' }
}

/** «Bắc Kạn» in a row: the province, or its city. */
function hasNamesakes({ named }: Gazetteer, { kind, name }: Place): boolean {
  return kind === null && (named.get(nameKey(name))?.length ?? 0) > 1
}

/** «xã Quang Thuận, huyện Bạch Thông»: each within the next; otherwise which one is meant is not said. */
function smallestOf(places: Place[], gazetteer: Gazetteer): UnitAsked {
  const units = places.map(place => unitNamed(gazetteer, place))
  if (units.some(unit => unit === null)) return { is: 'elsewhere' }
  const [smallest, ...larger] = [...new Set(units as UnitRow[])].sort((a, b) => depthOf(gazetteer, b) - depthOf(gazetteer, a))
  if (!larger.every(unit => isWithin(gazetteer, smallest!, unit))) return { is: 'unclear' }
  if (!/^(province|central-city)$/.test(smallest!.unit_kind)) return { is: 'unit', unit: smallest! }
  return smallest!.key === gazetteer.province?.key ? { is: 'province' } : { is: 'elsewhere' }
}

const ranks = ['province', 'central-city', 'city', 'district', 'township', 'ward', 'special-zone', 'commune']

/**
 * «huyện Ba Bể» → that district; a name without its kind means the largest unit of that name. Null where the day knows
 * none, or several.
 */
export function unitNamed({ named }: Gazetteer, { kind, name }: Place): UnitRow | null {
  const all = named.get(nameKey(name)) ?? []
  const kinds = kind === null ? ranks.filter(rank => all.some(unit => unit.unit_kind === rank)).slice(0, 1) : lookUp(place_kinds, kind)!
  const found = all.filter(unit => kinds.includes(unit.unit_kind))
  return found.length === 1 ? found[0]! : null
}

function isWithin({ by_key }: Gazetteer, unit: UnitRow, larger: UnitRow): boolean {
  for (let at: UnitRow | undefined = unit; at; at = at.parent ? by_key.get(at.parent) : undefined) if (at.key === larger.key) return true
  return false
}

function depthOf({ by_key }: Gazetteer, unit: UnitRow): number {
  let depth = 0
  for (let at = unit.parent; at; at = by_key.get(at)?.parent ?? null) depth++
  return depth
}

/** The party organisation of a district; the figures of commitments are asked by it. */
export async function partyUnitOf({ unitsOf }: Register, { name, unit_kind }: UnitRow, clocks: Clocks): Promise<UnitRow | null> {
  if (unit_kind !== 'district' && unit_kind !== 'city') return null
  const { units } = await unitsOf('party', clocks)
  return units.find(unit => unit.unit_kind === 'district-committee' && nameKey(unit.name).endsWith(nameKey(name))) ?? null
}

/** A district named somewhere in a text; one that the register has not, or one of several in one clause, has no unit. */
export type DistrictNamed = { at: number; unit: UnitRow | null }

const DISTRICT = /(huyện|thị xã|thành phố|TP\.?)\s+(\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,2})/giu

export function districtsNamed(gazetteer: Gazetteer, text: string): DistrictNamed[] {
  return [...text.matchAll(DISTRICT)].map(({ 1: kind = '', 2: name = '', index }) => ({
    at: index,
    unit: unitNamed(gazetteer, { kind: kind.toLowerCase().replace('.', ''), name }),
  }))
}

/** The district named last before a place in the text; null where two were named in one clause: which, is not said. */
export function latestBefore(districts: readonly DistrictNamed[], text: string, at: number): UnitRow | null {
  const next = lastBefore(districts, at)
  const [other, last] = [districts[next - 2], districts[next - 1]]
  const is_one_of_two = other && last && other.unit !== last.unit && !/[.;!?…\n]/.test(text.slice(other.at, last.at))
  return is_one_of_two ? null : (last?.unit ?? null)
}

/** The provinces that a text names one after the other, and which of them is not the register's. */
export type ProvinceNamed = { at: number; is_another: boolean }

export function provincesNamed(gazetteers: readonly Gazetteer[], text: string): ProvinceNamed[] {
  const own = new Set(gazetteers.flatMap(({ province }) => (province ? [nameKey(province.name)] : [])))
  return [...text.matchAll(PROVINCE_NAMED)].map(({ 1: name = '', index }) => ({ at: index, is_another: !own.has(nameKey(name)) }))
}

export function isOfAnother(provinces: readonly ProvinceNamed[], at: number): boolean {
  return provinces[lastBefore(provinces, at) - 1]?.is_another ?? false
}

/** How many of a text's names stand before a place in it. */
function lastBefore(names: readonly { at: number }[], at: number): number {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** What a claim without a place speaks of: the province, or the one district that the text is about. */
export function scopeOf(text: string, districts: readonly DistrictNamed[]): UnitAsked {
  if (/(toàn|cả|trong|của|địa bàn) tỉnh|tỉnh ủy|tỉnh ta/i.test(text.normalize('NFC'))) return { is: 'province' }
  const units = new Set(districts.flatMap(({ unit }) => unit ?? []))
  if (units.size === 0) return { is: 'province' }
  return units.size === 1 ? { is: 'unit', unit: [...units][0]! } : { is: 'unclear' }
}
