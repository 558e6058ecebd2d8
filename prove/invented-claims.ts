import type { Random } from '../test/harness/ledger-tampers.ts'

/**
 * A sentence that the demo register supports, cut where it may be altered: who, the number, what is counted and
 * reached.
 */
export type Truth = { day: string; who: string; says: string; number: string; what: string }

/** True of the demo province on their day, whatever share of its people is loaded. */
export const truths: readonly Truth[] = [
  { day: '2021-02-19', who: 'toàn tỉnh', says: 'có', number: '15', what: 'xã đạt chuẩn nông thôn mới' },
  { day: '2021-02-19', who: 'tỉnh Bắc Kạn', says: 'có', number: '02', what: 'xã đạt chuẩn nông thôn mới nâng cao' },
  { day: '2021-02-19', who: 'huyện Ba Bể', says: 'có', number: '3', what: 'xã đạt chuẩn nông thôn mới' },
  { day: '2021-02-19', who: 'toàn tỉnh', says: 'có', number: '23', what: 'xã về đích nông thôn mới giai đoạn 2015-2020' },
  { day: '2021-02-19', who: 'tỉnh', says: 'có', number: '108', what: 'đơn vị hành chính cấp xã' },
  { day: '2022-12-31', who: 'toàn tỉnh', says: 'có', number: '21', what: 'xã đạt chuẩn nông thôn mới' },
  { day: '2021-02-19', who: 'toàn tỉnh', says: 'có', number: '468', what: 'tập thể, cá nhân tiêu biểu trong học tập và làm theo Bác' },
  { day: '2021-02-19', who: 'toàn tỉnh', says: 'có', number: '15/96', what: 'xã đạt chuẩn nông thôn mới' },
]

export function sentenceOf({ who, says, number, what }: Truth): string {
  const said = `${who} ${says} ${number} ${what}.`
  return said[0]!.toUpperCase() + said.slice(1)
}

const ELSEWHERE =
  'cả nước|tỉnh Cao Bằng|Lạng Sơn|tỉnh bạn|huyện Hóc Môn|TP. Hà Nội|toàn vùng|các tỉnh miền núi|huyện Định Hóa|thôn Nà Ỏi|tổ dân phố Nà Pèn|một huyện bạn|Tuyên Quang và Bắc Kạn'
const BODIES =
  'ngành Y tế|Hội Phụ nữ tỉnh|Đoàn thanh niên tỉnh|lực lượng vũ trang tỉnh|khối doanh nghiệp|Trường Chính trị tỉnh|các xã vùng cao|các xã vùng ATK của tỉnh|các xã do chị em đảm nhận ở tỉnh|cơ quan tôi'
const BEFORE =
  'Nếu giữ được nhịp độ,|Giả sử mọi việc thuận lợi,|Nghe nói|Liệu có phải|Theo tin đồn,|Đáng lẽ|Chưa chắc|Phấn đấu để|Kế hoạch đặt ra là|Ai cũng mong|Không phải|Khó có thể nói|Cấp trên yêu cầu|Tuy chưa kiểm đếm xong, người ta đồn|Bà con hỏi vì sao|Báo chí bịa chuyện|Mười năm nữa|Bao giờ|Chỉ tiêu giao là|Đơn kiến nghị viết rằng'
const SAYING =
  'chưa có|không có|chưa từng có|sẽ có|muốn có|mất|hơn Cao Bằng|kém Thái Nguyên|tăng|giảm|bình quân mỗi huyện có|mỗi năm có|đi thăm|tặng quà cho|cử cán bộ xuống|xin lùi hạn cho|ra mắt sách về|suýt có'
const BEHIND =
  'có nữ bí thư đảng ủy|do người Dao lập|giáp biên giới|xin rút khỏi danh sách|bị lũ cuốn mất cầu|nhờ vốn vay nước ngoài mà chưa trả|chưa có trạm y tế|được thưởng công trình phúc lợi|dưới hai mươi tuổi|ở khu vực III|từng bị phê bình|có nguy cơ rớt chuẩn|sắp bị thu hồi quyết định|mới bước đầu|về tiêu chí môi trường|có sản phẩm OCOP|làm điểm chuyển đổi số|có đội chiếu phim lưu động|theo lời kể của một cụ già|nhiều hơn năm ngoái|đang chờ thẩm định|trên giấy tờ|được Trung ương kiểm tra|nằm dọc sông Cầu|có chợ đêm'

type Alteration = (truth: Truth, random: Random) => Truth

const alterations: readonly Alteration[] = [
  (truth, random) => ({ ...truth, who: pick(ELSEWHERE, random) }),
  (truth, random) => ({ ...truth, who: pick(BODIES, random) }),
  (truth, random) => ({ ...truth, who: `${pick(BEFORE, random)} ${truth.who}` }),
  (truth, random) => ({ ...truth, says: pick(SAYING, random) }),
  (truth, random) => ({ ...truth, what: `${truth.what} ${pick(BEHIND, random)}` }),
]

/**
 * A sentence beside the truth that no figure answers: another place or body, no fact, another verb, or a part that
 * nobody counts; sometimes two at once.
 */
export function inventUnanswerable(random: Random): Truth {
  const truth = oneOf(truths, random)
  const altered = oneOf(alterations, random)(truth, random)
  return random() < 0.3 ? oneOf(alterations.slice(2), random)(altered, random) : altered
}

const WRONG = '1|4|7|11|19|24|37|hai mươi|ba mươi tư|hơn 500|trên 480|khoảng 900|gần 3|hàng nghìn|31 - 35|06|0'

/** A truth with a wrong number, written in one of many manners. */
export function inventWrong(random: Random): Truth {
  const truth = oneOf(truths, random)
  if (truth.number.includes('/')) return { ...truth, number: `${1 + Math.floor(random() * 90)}/${95 + Math.floor(random() * 9)}` }
  return { ...truth, number: pick(WRONG, random) }
}

function pick(list: string, random: Random): string {
  return oneOf(list.split('|'), random)
}

function oneOf<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!
}
