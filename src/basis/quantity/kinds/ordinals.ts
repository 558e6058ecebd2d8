import { lookUp } from '../../shared/look-up.ts'
import { type Found, found } from '../found.ts'
import { type Phrases, phraseAt, phrases } from '../phrases.ts'
import { readDocument } from '../text/documents.ts'
import type { Page } from '../text/page.ts'
import type { Token } from '../tokens.ts'
import { isYear } from './calendar.ts'
import { countsHere, readCounted } from './counts.ts'
import { readDigits, viewContextOf } from './digits.ts'
import { isScale, readWords } from './number-words.ts'
import { romanAt } from './roman.ts'
import { isMoney, readUnit } from './units.ts'

/** What a label numbers: a place in a row (`ordinal`), or only a name (`other`, with what it is). */
type Label = { kind: 'ordinal' | 'other'; what: string /** "giải ba", "hạng nhất": number words serve too. */; words?: boolean }

const RANKS =
  'hạng | loại | cấp | bậc | mức | mức độ | nhóm | đợt | kỳ | kỳ họp | kỳ họp lần | khóa | đại hội | hội nghị trung ương | giai đoạn | vòng | phiên | phiên họp | lần | tập | số thứ tự | tuần | tuần lễ | tuần thứ | bước | vị trí | ngày thứ | lớp | khối | khối lớp | học kỳ | học kì | ca | mũi | tiêu chí số | tiêu chí | chỉ tiêu số | chỉ tiêu | thứ hạng | giải | huân chương hạng | giải thưởng lần | vùng | khu vực | trung ương | hội nghị lần | lượt | chặng | bảng | hiệp | bão số | cơn bão số | gió cấp | giật cấp | báo động | báo động cấp | cấp độ | đề án số | nhóm nợ | top | bài | bài số | trang | hình | ảnh | kiểu | phút'
const ADDRESSES =
  'tiểu đội | trung đội | đại đội | tiểu đoàn | trung đoàn | lữ đoàn | sư đoàn | quân đoàn | binh đoàn | quân khu | quốc phòng | tổ | thôn | bản | xóm | khu | ấp | đội | khối phố | khu phố | tổ dân phố | phố | phường | quận | ngõ | ngách | hẻm | kiệt | đường | số nhà | nhà số | số | quốc lộ | ql | tỉnh lộ | tl | đt | đường tỉnh | đh | đường huyện | km | cọc | lý trình km | phòng | phòng số | tầng | lô | lô số | ô | thửa số | thửa | thửa đất số | tờ bản đồ số | tiểu khu | cụm | chi bộ | cửa khẩu | cột mốc | mốc | mốc số | cống | cầu số | bến số | sân số | điểm bỏ phiếu số | khu vực bỏ phiếu số | đơn vị bầu cử số | tổ bầu cử số | trường số | nhà máy số | trạm số | chốt số | quầy số'
const CODES =
  'mã số | mã số thuế | mst | mã bưu chính | mã bưu điện | số tài khoản | stk | cccd | cmnd | số căn cước | số hiệu | biển số | mã vạch | mã | số báo danh | seri | số khung'
const PHONES =
  'điện thoại | đt | đtdđ | sđt | hotline | đường dây nóng | fax | zalo | tel | số máy | số điện thoại | máy bàn | di động | đầu số | tổng đài | gọi số'

const LABELS: Phrases<Label> = phrases<Label>([
  ...each<Label>(ADDRESSES, { kind: 'other', what: 'address' }),
  ...each<Label>('hạng | giải | loại | cấp | lớp | hiệp | huân chương lao động hạng | hội nghị lần | bậc', {
    kind: 'ordinal',
    what: 'rank',
    words: true,
  }),
  ...each<Label>(RANKS, { kind: 'ordinal', what: 'rank' }),
])
const CODED = phrases(each(CODES, 'code'))
const PHONED = phrases(each(PHONES, 'telephone'))

/** What may stand before "thứ": it is what is put in order. */
const ORDERED = new Set(
  'năm lần ngày tháng tuần kỳ khóa đợt tập phiên vòng người xã huyện tỉnh con lớp mũi vụ thế hệ trận bàn nhiệm hội quý giờ phút liên bộ lượt'.split(
    ' ',
  ),
)
const RANK_WORDS: Record<string, number> = { một: 1, nhất: 1, nhì: 2, hai: 2, ba: 3, tư: 4, bốn: 4 }

export const ordinalStarts = ['thứ', ...LABELS.keys(), ...CODED.keys(), ...PHONED.keys(), ...ORDERED]

function each<T>(list: string, means: T): [string, T][] {
  return list.split('|').map(word => [word.trim(), means])
}

/** "năm thứ 5", "lần thứ XI", "thứ hai mươi", "thứ nhất"; else a labelled number: "khóa XIV", "tổ 11A", "mức độ 4". */
export function readOrdinal(page: Page, at: number): Found | null {
  const { tokens } = page
  if (tokens[at]!.key === 'thứ') return readRank(page, at, at)
  if (ORDERED.has(tokens[at]!.key) && tokens[at + 1]!.key === 'thứ' && !tokens[at + 1]!.parted) return readRank(page, at, at + 1)
  const phone = phraseAt(PHONED, tokens, at)
  if (phone) return readRun(tokens, at, phone.next, 'telephone')
  const code = phraseAt(CODED, tokens, at)
  if (code) return readRun(tokens, at, code.next, 'code')
  const label = phraseAt(LABELS, tokens, at)
  return label && readLabelled(page, at, label.next, label.means)
}

function readRank(page: Page, from: number, thu: number): Found | null {
  const { tokens } = page
  const number = tokens[thu + 1]!
  if (number.parted) return null
  const rank = rankAt(page, thu + 1)
  if (!rank) return null
  const counts = from < thu ? tokens[from]!.key : null
  const among = tokens[rank.next]!.key === '/' && tokens[rank.next + 1]!.kind === 'number' ? rank.next + 2 : rank.next
  return found(from, among, 'ordinal', rank.value, { counts, detail: { what: 'rank', value: rank.value } })
}

function rankAt({ text, tokens }: Page, at: number): { value: number; next: number } | null {
  const token = tokens[at]!
  const digits = readDigits(text, tokens, at)
  if (digits?.decimals === 0) return { value: viewContextOf(digits.digits, 0), next: digits.next }
  const roman = romanAt(tokens, at)
  if (roman !== null) return { value: roman, next: at + 1 }
  const words = readWords(tokens, at)
  if (words?.strong) return words
  const word = lookUp(RANK_WORDS, token.key)
  return word ? { value: word, next: at + 1 } : words
}

const LABEL_LIMIT = 4

/** A label with its number, a letter behind it ("11A"), a second number ("12/5", "Km 12+300"). */
function readLabelled(page: Page, at: number, number: number, label: Label): Found | null {
  const { tokens } = page
  const token = tokens[number]!
  if (token.parted || isOver(tokens, at)) return null
  const roman = label.kind === 'ordinal' ? romanAt(tokens, number) : null
  if (roman !== null) return ranked(tokens, at, number + 1, label, roman)
  if (token.kind !== 'number') return label.words ? readWordRank(tokens, at, number, label) : null
  if (tokens[at]!.key === 'số' && isDocument(page, number)) return null
  const outline = isOutlined(tokens, at, number)
  if (outline) return ranked(tokens, at, number + 3, label, Number(token.key))
  if (token.key.startsWith('0') && telephoneEnd(tokens, number)) return readRun(tokens, at, number, 'telephone')
  if (token.key.length > LABEL_LIMIT || (isYear(token.key) && tokens[at]!.key !== 'số')) return null
  const next = labelEnd(tokens, number)
  if (next === null || isAmount(tokens, next) || isHandedOut(tokens, at, next, Number(token.key))) return null
  return withSecond(tokens, ranked(tokens, at, next, label, Number(token.key)))
}

/** "Số 11-CT/TU": the number of a document. */
function isDocument(page: Page, at: number): boolean {
  return readDocument(page, at) !== null
}

/** "chỉ tiêu 17.2", "tiêu chí 9.1": the number of a criterion in its outline. */
function isOutlined(tokens: Token[], at: number, number: number): boolean {
  const [label, mark, second, behind] = [tokens[at]!, tokens[number + 1]!, tokens[number + 2]!, tokens[number + 3]!]
  if (!/^(chỉ|tiêu)$/.test(label.key) || mark.key !== '.' || mark.spaced || second.kind !== 'number' || second.spaced) return false
  return tokens[number]!.key.length <= 2 && second.key.length <= 2 && behind.key !== '%'
}

const HIGHEST_GRADE = 17
const HIGHEST_SCHOOL = 4

/** "cấp 200 áo phao", "cấp 15 giấy phép": to hand out, not a grade ("nhà cấp 4", "gió cấp 12"). */
function isHandedOut(tokens: Token[], at: number, next: number, value: number): boolean {
  if (tokens[at]!.key !== 'cấp') return false
  const blown = /^(gió|giật|bão)$/.test(tokens[at - 1]?.key ?? '')
  return value > HIGHEST_GRADE || (value > HIGHEST_SCHOOL && !blown && readCounted(tokens, next) !== null)
}

/** "giật cấp 9 - 10", "mức độ 3-4": from one rank to the next. */
function withSecond(tokens: Token[], rank: Found): Found {
  const [joint, second] = [tokens[rank.next]!, tokens[rank.next + 1]]
  if (rank.kind !== 'ordinal' || !/^[-–]$/.test(joint.key) || joint.parted || second?.kind !== 'number' || second.key.length > 2)
    return rank
  if (Number(second.key) <= rank.value.least! || isAmount(tokens, rank.next + 2)) return rank
  return { ...rank, next: rank.next + 2, value: { ...rank.value, most: Number(second.key) } }
}

function ranked(tokens: Token[], at: number, next: number, label: Label, value: number): Found {
  if (label.kind === 'other') return found(at, next, 'other', value, { detail: { what: label.what } })
  return found(at, next, 'ordinal', value, { counts: tokens[at]!.key, detail: { what: label.what, value } })
}

function readWordRank(tokens: Token[], at: number, number: number, label: Label): Found | null {
  const value = lookUp(RANK_WORDS, tokens[number]!.key)
  const certain = tokens[number]!.capital || /^(nhất|nhì)$/.test(tokens[number]!.key)
  if (!value || (!certain && isAmount(tokens, number + 1))) return null
  return ranked(tokens, at, number + 1, label, value)
}

/** "trong số 23 xã", "tổng số 96": a number of things, not number so-and-so; "mỗi thôn 5 hộ" likewise. */
function isOver(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]
  if (!before || before.parted) return false
  if (tokens[at]!.key === 'số') return /^(trong|tổng|một|đa|con|tỷ|tỉ|hệ|chỉ|dân|nhân|còn|hàm|quân|sĩ)$/.test(before.key)
  return /^(mỗi|cùng)$/.test(before.key) || (tokens[at]!.key === 'vòng' && before.key === 'trong')
}

/** Where the number of a label ends, or null when dots or commas make it an amount ("cấp 1.200 thẻ"). */
function labelEnd(tokens: Token[], number: number): number | null {
  let next = number + 1
  while (next < number + 6 && isTail(tokens, next)) next++
  const mark = tokens[next]!
  const goesOn = tokens[next + 1]
  const number2 = goesOn?.kind === 'number' && !goesOn.spaced && !mark.spaced
  if (number2 && (mark.key === '/' || mark.key === '+')) return next + 2
  return number2 && (mark.key === '.' || mark.key === ',') ? null : next
}

function isTail(tokens: Token[], at: number): boolean {
  const { key, kind, spaced } = tokens[at]!
  return kind === 'word' && !spaced && key.length <= 2 && key !== 'm' && key !== 'ha' && key !== 'kg' && key !== 'đ'
}

/** A magnitude, a percentage, a unit or a noun behind the number: it is an amount after all. */
function isAmount(tokens: Token[], at: number): boolean {
  const { key, parted } = tokens[at]!
  if (parted) return false
  if (key === '%' || isScale(tokens, at)) return true
  if (/^[-–]$/.test(key) && tokens[at + 1]!.kind === 'number') return isAmount(tokens, decimalsEnd(tokens, at + 2))
  if (key === '/' && tokens[at + 1]!.kind === 'number') return true
  const unit = readUnit(tokens, at)
  if (unit?.unit === 'năm' && isSpanOfYears(tokens, unit.next)) return true
  if (unit) return !(unit.unit === 'năm' || unit.unit === 'quý' || unit.unit === 'tháng' || unit.unit === 'ngày') || isMoney(unit.unit)
  return countsHere(tokens, at)
}

/** "3-3,3%": what stands behind the decimals of the second number. */
function decimalsEnd(tokens: Token[], at: number): number {
  const [mark, decimals] = [tokens[at]!, tokens[at + 1]!]
  return mark.key === ',' && !mark.spaced && decimals.kind === 'number' && !decimals.spaced ? at + 2 : at
}

/** "nhiệm kỳ 5 năm,", "khối 5 năm liền", "giai đoạn 5 năm 2011-2015": so many years, and no rank. */
export function isSpanOfYears(tokens: Token[], at: number): boolean {
  const { key, kind, parted } = tokens[at]!
  if (parted || kind === 'end' || /^([,.;)]|liền|liên|qua)$/.test(key)) return true
  return kind === 'number' && isYear(key) && /^[-–]$/.test(tokens[at + 1]!.key) && tokens[at + 2]!.kind === 'number'
}

/** A telephone or a code: all digits that follow, with dots, hyphens and blanks. */
function readRun(tokens: Token[], at: number, from: number, what: string): Found | null {
  let start = from
  while (/^[:.()+]$/.test(tokens[start]!.key) || tokens[start]!.key === 'số' || tokens[start]!.key === 'là') start++
  if (tokens[start]!.kind !== 'number' || tokens[start]!.parted) return null
  const next = runEnd(tokens, start)
  const digits = tokens.slice(start, next).reduce((sum, token) => sum + (token.kind === 'number' ? token.key.length : 0), 0)
  return digits < 3 && what === 'telephone'
    ? null
    : isAmount(tokens, next) && digits < 9
      ? null
      : found(at, next, 'other', null, { detail: { what } })
}

/** The end of nine to twelve digits from 0 or +84 on, in groups of at least two; null when they are none. */
export function telephoneEnd(tokens: Token[], at: number): number | null {
  const first = tokens[at]!.key
  if (!first.startsWith('0') && !(first.startsWith('84') && tokens[at - 1]?.key === '+') && !/^1[89]00$/.test(first)) return null
  const next = runEnd(tokens, at)
  const run = tokens.slice(at, next)
  if (run.some(token => token.key === '/')) return null
  const groups = run.filter(token => token.kind === 'number')
  const digits = groups.reduce((sum, token) => sum + token.key.length, 0)
  const paid = /^1[89]00$/.test(first) && digits >= 8 && groups.length > 1
  const area = tokens[at + 1]!.key === ')' && tokens[at - 1]?.key === '('
  return paid || (digits >= 9 && digits <= 12 && (area || groups.every(token => token.key.length > 1))) ? next : null
}

const RUN_LIMIT = 12

export function runEnd(tokens: Token[], start: number): number {
  let next = start + 1
  while (!tokens[next]!.parted && next < start + RUN_LIMIT) {
    const joint = /^[-.()/]$/.test(tokens[next]!.key) ? next + 1 : next
    if (tokens[joint]!.kind !== 'number' || tokens[joint]!.parted) break
    next = joint + 1
  }
  return next
}
