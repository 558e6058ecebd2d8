import type { Clocks } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { wordKey } from '../../../basis/shared/vietnamese.ts'
import type { UnitRow } from '../../../register/organisation/index.ts'
import type { Register } from '../register.ts'
import { lower } from './stated.ts'

/** The units of the province on the day of the text, by what people call them. */
export type Gazetteer = { province: UnitRow | null; named: Map<string, UnitRow[]> }

const NAMED = /(?:xã|phường|thị trấn|huyện|thành phố|tp\.?|tỉnh) \p{L}/iu

const KINDS: Record<string, string[]> = {
  xã: ['commune'], phường: ['ward'], 'thị trấn': ['township'], huyện: ['district'], 'thị xã': ['city'], 'thành phố': ['city'], tp: ['city'], 'tp.': ['city'], tỉnh: ['province'],
} // biome-ignore format: a table reads by its columns

/** One read, whatever the length of the text; none where it names no place. */
export async function openGazetteer({ unitsOf }: Register, text: string, clocks: Clocks): Promise<Gazetteer> {
  const said = text.normalize('NFC')
  if (!NAMED.test(said) && said.search(PROVINCE_NAMED) < 0) return { province: null, named: new Map() }
  const units = await unitsOf('territory', clocks)
  return { province: units.find(unit => unit.unit_kind === 'province') ?? null, named: Map.groupBy(units, unit => spelling(unit.name)) }
}

/** "huyện Ba Bể" → that district; null where the day knows none of that name and kind, or several. */
export function unitNamed({ named }: Gazetteer, place: string): UnitRow | null {
  const [, word = '', name = ''] = /^(thị trấn|thị xã|thành phố|tp\.?|\S+)\s+(.+)$/iu.exec(place.normalize('NFC')) ?? []
  const kinds = lookUp(KINDS, word.toLowerCase()) ?? []
  const found = (named.get(spelling(name)) ?? []).filter(unit => kinds.includes(unit.unit_kind))
  return found.length === 1 ? found[0]! : null
}

/** The party organisation of a district; the figures of commitments are asked by it. */
export async function partyUnitOf({ unitsOf }: Register, { name, unit_kind }: UnitRow, clocks: Clocks): Promise<UnitRow | null> {
  if (unit_kind !== 'district' && unit_kind !== 'city') return null
  const units = await unitsOf('party', clocks)
  return units.find(unit => unit.unit_kind === 'district-committee' && spelling(unit.name).endsWith(spelling(name))) ?? null
}

function spelling(name: string): string {
  return lower(name).split(' ').map(wordKey).join(' ')
}

const PROVINCE = /^(toàn|trong|cả|địa bàn) tỉnh$/
const NATION = /^(cả nước|toàn quốc|trong cả nước|toàn vùng)$/
const DISTRICT = /^(toàn|trong|địa bàn) (huyện|thành phố|thị xã)$/

/** What a claim without a place of its own speaks of: the province, or the one district that the text is about. */
export function scopeOf(gazetteer: Gazetteer, text: string): UnitRow | null | undefined {
  if (/(toàn|cả|trong|của|địa bàn) tỉnh|tỉnh ủy|tỉnh ta/i.test(text.normalize('NFC'))) return undefined
  const districts = districtsIn(gazetteer, text)
  if (districts.size === 0) return undefined
  return districts.size === 1 ? [...districts][0]! : null
}

function districtsIn(gazetteer: Gazetteer, text: string): Set<UnitRow> {
  const names = text.normalize('NFC').matchAll(/(huyện|thị xã|thành phố|TP\.?)\s+(\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,2})/giu)
  return new Set([...names].map(([place]) => unitNamed(gazetteer, place)).filter(unit => unit !== null))
}

/** The provinces, as they are called without "tỉnh": those of today and those that were joined into them. */
const PROVINCES =
  'An Giang|Bà Rịa|Bạc Liêu|Bắc Giang|Bắc Kạn|Bắc Ninh|Bến Tre|Bình Định|Bình Dương|Bình Phước|Bình Thuận|Cà Mau|Cần Thơ|Cao Bằng|Đà Nẵng|Đắk Lắk|Đắk Nông|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Giang|Hà Nam|Hà Nội|Hà Tĩnh|Hải Dương|Hải Phòng|Hậu Giang|Hòa Bình|Hưng Yên|Khánh Hòa|Kiên Giang|Kon Tum|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Long An|Nam Định|Nghệ An|Ninh Bình|Ninh Thuận|Phú Thọ|Phú Yên|Quảng Bình|Quảng Nam|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sóc Trăng|Sơn La|Tây Ninh|Thái Bình|Thái Nguyên|Thanh Hóa|Thừa Thiên Huế|Tiền Giang|Trà Vinh|Tuyên Quang|Vĩnh Long|Vĩnh Phúc|Yên Bái'
const PROVINCE_NAMED = new RegExp(`(?<!\\p{L})(?:${PROVINCES})(?!\\p{L})`, 'gu')

/** "Lạng Sơn có 61 xã", "tỉnh bạn có 61 xã": of the provinces named before the claim, the last one is another than ours. */
export function isOfAnotherProvince({ province }: Gazetteer, lead: string): boolean {
  if (/(tỉnh|huyện) (bạn|láng giềng)/i.test(lead.normalize('NFC'))) return true
  const last = lead.normalize('NFC').match(PROVINCE_NAMED)?.at(-1)
  return last !== undefined && province !== null && spelling(last) !== spelling(province.name)
}

/** "Ở Hà Giang, …", "tại Cao Bằng": a name without its kind at the head of a sentence, unknown to the province. */
export function isElsewhere(gazetteer: Gazetteer, sentence: string): boolean {
  const [, name] = /^(?:Ở|Tại)\s(\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,2})/u.exec(sentence.normalize('NFC')) ?? []
  return name !== undefined && !gazetteer.named.has(spelling(name))
}

/** The unit of a claim: undefined is the whole province, null one the register cannot tell. `latest` is the district named last before it. */
export function unitOf(
  gazetteer: Gazetteer,
  place: string | null,
  scope: UnitRow | null | undefined,
  latest: UnitRow | null,
): UnitRow | null | undefined {
  if (place === null) return scope
  const said = lower(place)
  if (PROVINCE.test(said)) return undefined
  if (NATION.test(said)) return null
  if (DISTRICT.test(said)) return latest ?? scope ?? null
  const unit = unitNamed(gazetteer, place)
  if (unit?.unit_kind === 'province') return unit.key === gazetteer.province?.key ? undefined : unit
  return unit
}
