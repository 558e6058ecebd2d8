import type { ClaimQuestion } from '../check.ts'
import { isChange, isPlanned, lastDay, type Stated } from '../judge/stated.ts'

const COUNTRYSIDE = /nông thôn mới|(^|[^\p{L}])ntm($|[^\p{L}])/u
const REACHED = /về đích|cán đích|được công nhận|công nhận|hoàn thành (việc |nhiệm vụ |chương trình )?xây dựng/
const HELD =
  /đạt chuẩn|đạt (xã )?(ntm|nông thôn mới)|giữ vững|duy trì|^ ?(xã )?(ntm|nông thôn mới|nâng cao|kiểu mẫu)|là xã (ntm|nông thôn mới)|số xã (ntm|nông thôn mới|nâng cao|kiểu mẫu)/m
/** "81 xã chưa đạt chuẩn", "12 xã đạt 10 - 14 tiêu chí": other communes than those that stand. */
const OTHERS =
  /chưa|thu hồi|không (còn|có|đạt)|còn lại|^ (xã )?(ntm|nông thôn mới)( nâng cao| kiểu mẫu)? (có|bị|tham gia|dùng)|^ (mới )?đạt (từ |dưới |trên )?\d|tiêu chí/
/** "đến thăm 3 xã": some communes, not how many there are. */
const SOME_OF_THEM = /(thăm|khảo sát|kiểm tra|làm việc với|tặng|hỗ trợ|tại|ở|cho|chọn|giúp)\s*$/
const ADDED = /(thêm|có thêm|công nhận thêm|công nhận mới)\s*$/

/** F15 to F18: communes that reached the standard or hold it; "sau sáp nhập còn" asks for those that still stand. */
export function standingQuestions(stated: Stated): ClaimQuestion[] {
  const { quantity, behind, before, sentence } = stated
  if (!countsCommunes(stated) || !COUNTRYSIDE.test(sentence) || isPlanned(stated)) return []
  if (OTHERS.test(behind) || SOME_OF_THEM.test(before)) return []
  const said = `${before}\n${behind}`
  const merged = quantity.detail?.after_merger ?? false
  if (!merged && !REACHED.test(said) && !HELD.test(said)) return []
  const level = levelOf(stated)
  if (quantity.share || quantity.value.unit === '%') return [asked(stated, 'F18', { level, valid_as_of: lastDay(stated) })]
  if (merged) return [asked(stated, level === 'advanced' ? 'F17' : 'F16', level === 'model' ? { level } : {})]
  if (ADDED.test(before) || quantity.value.unit === 'lượt') return [ever(stated, level)]
  if (isChange(stated)) return []
  if (isSpanOfYears(stated)) return [ever(stated, level)]
  const standing = asked(stated, level === 'advanced' ? 'F17' : 'F16', {
    valid_as_of: lastDay(stated),
    ...(level === 'model' && { level }),
  })
  const events = REACHED.test(said) || quantity.detail?.before_merger || isOneYear(stated)
  return level === 'standard' && events ? [ever(stated, level), standing] : [standing]
}

function countsCommunes({ quantity, before }: Stated): boolean {
  const { counts, value } = quantity
  if (counts !== null) return counts === 'xã' && (value.unit === null || value.unit === '%' || value.unit === 'lượt')
  if (value.unit === '%') return /tỷ lệ (số )?xã/.test(before)
  return value.unit === null && /(^|[^\p{L}])xã([^\p{L}]|$)/u.test(before)
}

/** "…, huyện Bạch Thông có một xã nâng cao": another place begins, or a part is taken out. */
const NEXT_MATTER = /, (?:riêng |trong đó|(?:toàn )?(?:huyện|thành phố|thị xã|tỉnh|xã) ).*$/s

/** The words behind the number say the level; else those before it. */
function levelOf({ behind: words, before }: Stated): 'standard' | 'advanced' | 'model' {
  const behind = words.replace(NEXT_MATTER, '')
  const said = COUNTRYSIDE.test(behind) || /nâng cao|kiểu mẫu/.test(behind) ? behind : before
  if (/kiểu mẫu/.test(said)) return 'model'
  return /nâng cao/.test(said) ? 'advanced' : 'standard'
}

/** F15 over the years of the claim; "đến hết năm 2020" counts from the beginning. */
function ever(stated: Stated, level: 'standard' | 'advanced' | 'model'): ClaimQuestion {
  const { period } = stated.quantity
  const years = period ? { ...((isSpanOfYears(stated) || isOneYear(stated)) && { from: period.from }), to: lastDay(stated) } : {}
  return asked(stated, 'F15', { ...(level !== 'standard' && { level }), ...years })
}

function isSpanOfYears({ quantity: { period } }: Stated): boolean {
  return period !== null && (period.to === null || period.to.slice(0, 4) > period.from.slice(0, 4))
}

/** "năm 2020 có 5 xã về đích": within that year; but "đến năm 2020" counts up to it. */
function isOneYear({ quantity: { period }, sentence }: Stated): boolean {
  return period?.to?.slice(0, 4) === period?.from.slice(0, 4) && period !== null && !/(đến|hết|cuối|tính) năm/.test(sentence)
}

function asked({ unit, day }: Stated, figure: ClaimQuestion['figure'], more: ClaimQuestion['asked']): ClaimQuestion {
  return { figure, asked: { valid_as_of: day, unit, ...more }, part: 'value' }
}
