import { lookUp } from '../../shared/look-up.ts'
import { listed, phraseAt, phrases } from '../phrases.ts'
import type { Token } from '../tokens.ts'
import { headNoun } from './counts.ts'

/** Units of measure: one spelling, then every way it is written. What is counted by heads stands in counts.ts. */
const SPELLINGS: Record<string, string> = {
  '%': '% | phần trăm',
  '‰': '‰ | phần nghìn | phần ngàn',
  'điểm phần trăm': 'điểm phần trăm | điểm %',
  đồng: 'đồng | vnđ | vnd | đ | đồng việt nam | .đ',
  USD: 'usd | đô | đô mỹ | đô la mỹ | đô la | đô-la | đô la mĩ | us$ | $',
  EUR: 'eur | euro | €',
  m2: 'm2 | m² | mét vuông | met vuông',
  m3: 'm3 | m³ | mét khối | khối',
  km2: 'km2 | km² | ki-lô-mét vuông | kilomet vuông | ki lô mét vuông | cây số vuông',
  ha: 'ha | héc-ta | hecta | héc ta | hec-ta | héc- ta',
  sào: 'sào', mẫu: 'mẫu', km: 'km | ki-lô-mét | kilomet | kilômét | ki lô mét | cây số',
  m: 'm | mét', dm: 'dm', cm: 'cm | xentimet | xăng-ti-mét | xen-ti-mét | phân', mm: 'mm | milimet | mi-li-mét | ly',
  tấn: 'tấn | t', tạ: 'tạ', yến: 'yến', kg: 'kg | ki-lô-gam | kilogam | kilôgam | ki lô gam | cân', g: 'g | gam | gram', mg: 'mg',
  lít: 'lít | l', ml: 'ml', kW: 'kw', MW: 'mw', kWh: 'kwh', MWh: 'mwh', kV: 'kv', kVA: 'kva', MVA: 'mva', V: 'v', W: 'w', Hz: 'hz', Mbps: 'mbps', GB: 'gb', TB: 'tb', MB: 'mb',
  '°C': '°c | ° c | độ c | độ | oc | ºc', calo: 'calo | kcal', lux: 'lux', 'mã lực': 'mã lực | cv', 'hải lý': 'hải lý', inch: 'inch',
  giây: 'giây', phút: 'phút', giờ: 'giờ | tiếng | tiếng đồng hồ | giờ đồng hồ', ngày: 'ngày', 'ngày làm việc': 'ngày làm việc',
  tuần: 'tuần', tháng: 'tháng', quý: 'quý', năm: 'năm', 'thập kỷ': 'thập kỷ | thập niên', 'thế kỷ': 'thế kỷ | thế kỉ', buổi: 'buổi', tuổi: 'tuổi', 'tháng tuổi': 'tháng tuổi',
  'ngày công': 'ngày công | công lao động | ngày công lao động', công: 'công', lượt: 'lượt', 'lượt người': 'lượt người', 'lượt khách': 'lượt khách | lượt du khách', lần: 'lần',
  'ngày đêm': 'ngày đêm', đêm: 'đêm', 'giờ học': 'giờ học', tiết: 'tiết | tiết học', bao: 'bao', 'viên': 'viên', điểm: 'điểm', vòng: 'vòng', bước: 'bước', hiệp: 'hiệp', bàn: 'bàn', 'bàn thắng': 'bàn thắng',
  'mg/kg': 'mg/kg', độ_richter: 'độ richter', 'người/km2': 'người/km2 | người/km²',
} // biome-ignore format: a table reads by its columns

const TABLE = phrases(
  Object.entries(SPELLINGS).flatMap(([unit, spellings]) =>
    spellings.split('|').map(spelling => [spelling.trim(), unit.replace('_', ' ')] as const),
  ),
)

const SPANS = new Set([
  'giây',
  'phút',
  'giờ',
  'ngày',
  'ngày làm việc',
  'tuần',
  'tháng',
  'quý',
  'năm',
  'thập kỷ',
  'thế kỷ',
  'buổi',
  'ngày đêm',
  'đêm',
])
const MONEY = new Set(['đồng', 'USD', 'EUR'])
/** What a unit is taken per: tạ/ha, triệu đồng/người/năm. */
const PER = phrases(
  listed(
    '24 h | 24 giờ | gói | hộp | chai | túi | bao | thí sinh | người dân | cơ sở | mũi | bộ | tấm | viên | quả | đôi | cặp | ha | m² | m2 | km² | km2 | kg | tấn | tạ | con | người | năm | tháng | ngày | giờ | h | hộ | xã | thôn | vụ | lít | gốc | cây | buồng | khẩu | kwh | lượt | s | giây | phút',
    'lứa | sào | cái | chiếc | suất | học sinh | bữa | ca | hồ sơ | công | quả | m | km | cm | l | nhà | căn | mô hình | chi bộ | đảng viên | hội viên | thành viên | cuốn | bài | tin | trẻ | cháu | phòng | chuyến | đêm | huyện | trường | lớp | giáo viên | bác sĩ | vạn dân | nghìn dân | tiêu chí | lần | tuần | quý | khóa | điểm | dự án | công trình | khách | vé | bộ | đơn vị | phường | tỉnh | gia đình | đồng chí | cán bộ | liều | mũi | tiết | buổi | mẫu | trận | m3 | m³',
  ),
)

/** Words that look like a unit but begin something else: "công trình", "điểm trường", "phân bón", "lần thứ". */
const NOT_UNIT: Record<string, Set<string>> = {
  công: new Set('trình chức nhân ty an dân cụ việc văn đoàn sở ước nghệ nghiệp trường điện bố'.split(' ')),
  điểm: new Set('trường cầu du nghẽn sạt đến bán bưu sáng nhóm nóng mỏ tham dân tập quan văn đen giao bỏ cách phục dừng tiêm cấp phát sơ trực kiểm'.split(' ')),
  phân: new Set('bón khu hiệu trường viện loại đội xưởng công tích'.split(' ')),
  đô: new Set('thị vật đốc thành hộ'.split(' ')), ly: new Set(['hôn']), cân: new Set(['đối', 'bằng']), khối: new Set('lượng thi cơ đoàn phố trường mặt dân cơ'.split(' ')),
  viên: new Set(['chức', 'thuốc', 'gạch', 'đạn', 'bi', 'nang', 'sỏi', 'than']), bao: new Set(['gồm']), vòng: new Set(['đấu', 'loại', 'tay', 'thi', 'bảng']), bước: new Set(['đột']),
  tiếng: new Set('anh việt dân nói hát đàn thái tày nùng mông'.split(' ')), buổi: new Set('lễ tập họp nói tuyên biểu sinh tọa làm học'.split(' ')),
  đồng: new Set('chí bào bộ hồ ruộng phục cỏ bằng nghiệp hương thời tình ý cảm hành lúa đều đội muối rừng'.split(' ')),
  bàn: new Set('tay ghế giao chân thờ là'.split(' ')), lần: new Set(['thứ', 'lượt']), mẫu: new Set('giáo bệnh xét đơn nước phiếu giấy máu số vật gộp hộ biểu thực'.split(' ')), quý: new Set(['khách']), độ: new Set(['tuổi']), tạ: new Set(['tay']),
  tuần: new Set(['tra', 'lễ']), năm: new Set(['học']), ngày: new Set(['hội', 'lễ', 'nghỉ']), tháng: new Set([]), giờ: new Set(['giảng', 'dạy']), tiết: new Set(['mục', 'kiệm']), yến: new Set(['tiệc']),
} // biome-ignore format: a table reads by its columns

export type Unit = { unit: string; next: number }

/** The unit that begins here, with what it is taken per; null when the word goes on as something else. */
export function readUnit(tokens: Token[], at: number): Unit | null {
  return tokens[at]!.parted ? null : headUnit(tokens, at)
}

/** A unit also at the head of a line or a cell. */
export function headUnit(tokens: Token[], at: number): Unit | null {
  const first = tokens[at]!
  const found = phraseAt(TABLE, tokens, at)
  if (!found || (first.capital && first.key.length > 3 && !/^(đồng|\p{Lu})/u.test(found.means))) return null
  if (found.next === at + 1 && lookUp(NOT_UNIT, first.key)?.has(tokens[at + 1]!.key) && !tokens[at + 1]!.parted) return null
  if (isShortAndLoose(tokens, at, found.next)) return null
  return withPer(tokens, found)
}

/**
 * A lone letter with a capital is a name or a list ("5 V", "2 M"), and 'đ' or 'm' must not begin a longer run ("m-1").
 */
function isShortAndLoose(tokens: Token[], at: number, next: number): boolean {
  const token = tokens[at]!
  if (next !== at + 1 || token.kind !== 'word' || token.key.length > 1) return false
  return token.capital && (token.spaced || !/[đt]/.test(token.key)) && !/[vw]/.test(token.key)
}

const MOST_PER = 3

function withPer(tokens: Token[], { means, next }: { means: string; next: number }): Unit {
  let unit: Unit = { unit: means, next }
  for (let i = 0; i < MOST_PER; i++) {
    const per = perAt(tokens, unit.next) ?? (isMoney(means) ? perNoun(tokens, unit.next) : null)
    if (!per) break
    unit = { unit: `${unit.unit}/${per.means.replace('²', '2').replace('³', '3')}`, next: per.next }
  }
  return unit
}

/** "/ha", "/người": what the amount before it is taken per. */
function perAt(tokens: Token[], at: number): { means: string; next: number } | null {
  return tokens[at]!.key === '/' && !tokens[at + 1]!.spaced ? phraseAt(PER, tokens, at + 1) : null
}

/** Money is given per anything that is counted: "3 triệu đồng/cá nhân". */
function perNoun(tokens: Token[], at: number): { means: string; next: number } | null {
  const noun = tokens[at]!.key === '/' && !tokens[at + 1]!.spaced ? headNoun(tokens, at + 1) : null
  return noun && { means: noun.counts, next: noun.next }
}

/**
 * "1,5 giáo viên/lớp", "1.500 lượt truy cập/ngày": so many of a noun per something of another kind; "xã/phường" are two
 * names of one kind.
 */
export function rateOf(tokens: Token[], noun: { counts: string; next: number; company: number }): Unit | null {
  const per = perAt(tokens, noun.next)
  if (!per || (!SPANS.has(per.means) && headNoun(tokens, noun.next + 1)?.company === noun.company)) return null
  return { unit: `${noun.counts}/${per.means}`, next: per.next }
}

export function isSpan(unit: string | null): boolean {
  return unit !== null && SPANS.has(unit)
}

export function isMoney(unit: string | null): boolean {
  return unit !== null && MONEY.has(unit.split('/')[0]!)
}

/** Units behind which the goods are named: "5.000 m2 đất", "3,5 tấn gạo", "100% số hộ". */
export const MEASURES_GOODS = /^(%|‰|m|m2|m3|km|km2|ha|sào|mẫu|tấn|tạ|yến|kg|g|lít|ml|bao|viên|công|ngày công|lượt)$/
