import type { AnswerPart, ClaimQuestion } from '../check.ts'
import { isChange, isPlanned, lower, type Stated } from '../judge/stated.ts'

const PEOPLE = /cán bộ|đảng viên|công chức|viên chức|người|đồng chí|lãnh đạo/
const COMMITTED = /bản cam kết|cam kết tu dưỡng|cam kết làm theo|xây dựng cam kết/
/** Said more shortly; of cadres and members alone, for citizens sign other promises. */
const IN_SHORT = /cam kết|đăng ký (các |những )?(việc|nội dung)? ?(học tập|làm theo|tu dưỡng)/
const CADRES = /cán bộ|đảng viên|công chức|viên chức/
const OWED = /thuộc diện|phải (đăng ký|cam kết|xây dựng)|có trách nhiệm/
const PLANNED = /kế hoạch hành động/
/** A part of the people that the figure does not tell apart. */
const NARROWER = /cấp (tỉnh|huyện|xã|cơ sở)|thuộc diện (ban|tỉnh)|chủ chốt|đơn vị chỉ|chi bộ [^,;.]* có/
/** A body that has no figure of its own: one branch, one office, the party organisation of the police. */
const BODY =
  /(^|[\s,(])(ngành|trường|bệnh viện|công ty|sở) \p{L}|(đảng bộ|đảng ủy|chi bộ) (khối|công an|quân sự|bộ |biên phòng|cơ quan|các cơ quan|sở|ban|ngành|trường|bệnh viện|công ty|xã|phường|thị trấn|thôn)/u
/** Another promise than the yearly one, or what people think of it. */
const OTHER =
  /cam kết (không|chấp hành|bảo vệ|phòng|giữ gìn|trả|giảm|tham gia|hỗ trợ)|hài lòng|đồng tình|đánh giá|được hỏi|hiểu rõ|trên mạng|trực tuyến/
const ON_TIME = /đúng (thời )?hạn|trước hạn/
const LACKING = /chưa (nộp|đăng ký|ký|có|gửi|cam kết|xây dựng)|còn thiếu/
const DEEDS = /việc( làm)?( theo| cụ thể| đăng ký| đã đăng ký)|nội dung (làm theo|đăng ký|cam kết)/
const FULFILLED = /hoàn thành|(đã|làm|thực hiện) xong/
const APIECE = /mỗi|từng|bình quân|trung bình|một người/
/** Deeds of a body, not of a person. */
const OF_A_BODY = /(mỗi|từng) (xã|phường|thôn|huyện|chi bộ|cơ quan|đơn vị|tập thể|địa phương|phòng|sở|ngành)/

/** F1, F2, F4 and F6: who has a commitment, handed it in on time, or has not; or a leader's plan; by rate, by share, or by the number of people. */
export function commitmentQuestions(stated: Stated): ClaimQuestion[] {
  const { quantity, behind, before, sentence } = stated
  if (isPlanned(stated) || isChange(stated) || quantity.value.unit === 'lượt') return []
  const own = `${before} ${behind}`
  const plans = PLANNED.test(own) || (PLANNED.test(sentence) && !COMMITTED.test(sentence))
  const committed = COMMITTED.test(own) || (IN_SHORT.test(own) && CADRES.test(quantity.counts ?? before))
  if ((!plans && !committed) || NARROWER.test(own) || OTHER.test(own) || BODY.test(own)) return []
  const part = partOf(stated)
  if (!part) return []
  if (plans) return [asked(stated, 'F6', part)]
  if (LACKING.test(own)) return part === 'numerator' ? [asked(stated, 'F4', 'value')] : []
  return [asked(stated, ON_TIME.test(own) ? 'F2' : 'F1', part)]
}

/** F5: how many of the deeds were done; by rate, by share, or by their number. */
export function completionQuestions(stated: Stated): ClaimQuestion[] {
  const { quantity, before, behind } = stated
  const own = lower(`${before} ${quantity.counts ?? ''} ${behind}`)
  if (isPlanned(stated) || isChange(stated) || !DEEDS.test(own) || !FULFILLED.test(own)) return []
  const { unit } = quantity.value
  if (unit === '%' || quantity.share) return [asked(stated, 'F5', 'value')]
  return unit === null && /^(việc|nội dung)/.test(quantity.counts ?? '') && !APIECE.test(before) ? [asked(stated, 'F5', 'numerator')] : []
}

function partOf({ quantity, before, behind }: Stated): AnswerPart | null {
  const { value, counts, share, detail } = quantity
  if (detail?.fraction) return null
  const counted = counts ?? before
  if (value.unit === '%') return counts === null || PEOPLE.test(counted) ? 'value' : null
  if (value.unit !== null || !PEOPLE.test(counted)) return null
  if (share) return 'value'
  return OWED.test(behind) || OWED.test(before) ? 'denominator' : 'numerator'
}

/** F3: how many deeds one person registered: "mỗi cá nhân đăng ký 2 - 3 việc làm theo Bác". */
export function deedQuestions(stated: Stated): ClaimQuestion[] {
  const { quantity, before, sentence } = stated
  const deeds = quantity.counts === 'việc' || quantity.counts === 'việc làm'
  if (!deeds || isPlanned(stated) || OF_A_BODY.test(before) || !/làm theo|đăng ký|chọn|cam kết/.test(sentence)) return []
  const ranged = quantity.value.least !== quantity.value.most && quantity.bound === null
  if (!ranged && !APIECE.test(before)) return []
  return [asked(stated, 'F3', /bình quân|trung bình/.test(before) && !ranged ? 'mean' : 'value')]
}

function asked({ quantity: { period }, unit, day }: Stated, figure: ClaimQuestion['figure'], part: AnswerPart): ClaimQuestion {
  const year =
    period?.to && period.to.slice(0, 4) === period.from.slice(0, 4) && period.from < day ? Number(period.from.slice(0, 4)) : undefined
  return { figure, asked: { valid_as_of: day, unit, ...(year !== undefined && { year }) }, part }
}
