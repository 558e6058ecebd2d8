import { between, pick, type Random } from '../random.ts'
import type { Sort } from './bodies.ts'

// Sentences of our own. # stands for a number that the template draws.
const what: Record<Sort, readonly string[]> = {
  village: [
    'Vận động # hộ trong thôn phân loại rác và giữ sạch đường liên thôn',
    'Hiến đất và góp # ngày công mở rộng đường ra khu sản xuất',
    'Giúp # hộ nghèo giống cây và kỹ thuật trồng dong riềng',
    'Trồng mới và chăm sóc # cây lát hoa trên đất đồi của gia đình',
    'Cùng tổ hòa giải gỡ # việc vướng mắc giữa các hộ trong thôn',
    'Gương mẫu bỏ hủ tục trong việc cưới, việc tang; vận động # gia đình làm theo',
    'Dựng # bồn hoa trước nhà họp thôn và chăm sóc quanh năm',
    'Đến từng nhà nhắc # hộ đóng bảo hiểm y tế đúng hạn',
    'Dạy hát then, đàn tính cho # cháu thiếu nhi trong dịp hè',
    'Làm chuồng trại xa nhà ở và giúp # hộ làm theo',
    'Tham gia tuần tra, giữ yên thôn bản # buổi trong năm',
    'Đọc và kể # câu chuyện về Bác trong các buổi sinh hoạt chi bộ',
  ],
  school: [
    'Kèm thêm # học sinh yếu sau giờ lên lớp, không thu tiền',
    'Thay # bài giảng bằng tiết học ngoài trời gắn với đời sống địa phương',
    'Đến nhà vận động # học sinh có nguy cơ bỏ học trở lại lớp',
    'Dự giờ # tiết của đồng nghiệp và góp ý thẳng thắn',
    'Lập góc đọc sách có # đầu sách cho học sinh bán trú',
    'Cùng học sinh trồng # luống rau cho bếp ăn nhà trường',
    'Hướng dẫn # học sinh làm sản phẩm dự thi sáng tạo',
    'Lên lớp đúng giờ, soạn bài trước # ngày, không để học sinh chờ',
  ],
  office: [
    'Giải quyết hồ sơ trước hạn ít nhất # ngày so với quy định',
    'Xuống cơ sở # lần trong năm để nghe và gỡ việc tại chỗ',
    'Hướng dẫn # lượt người dân nộp hồ sơ trực tuyến',
    'Rút ngắn # biểu mẫu báo cáo trong phần việc mình phụ trách',
    'Tiết kiệm điện, giấy in: giảm # phần trăm so với năm trước',
    'Trả lời thư, kiến nghị của người dân trong # ngày làm việc',
    'Nhận giúp đỡ # hộ nghèo ở xã được phân công',
    'Soạn # hướng dẫn ngắn, dễ hiểu cho cán bộ cấp xã',
    'Không đến muộn, không làm việc riêng trong giờ; tự chấm điểm # tháng liền',
  ],
  health: [
    'Đến tận nhà khám cho # người già neo đơn',
    'Đón tiếp người bệnh bằng tiếng dân tộc, ghi nhận # lượt góp ý',
    'Tổ chức # buổi nói chuyện về dinh dưỡng cho bà mẹ trong thôn',
    'Hiến máu # lần trong năm và vận động đồng nghiệp tham gia',
    'Theo dõi đủ # thai phụ ở thôn xa trung tâm',
    'Rút thời gian chờ khám xuống dưới # phút',
  ],
  security: [
    'Gặp gỡ, giúp # người lầm lỡ có việc làm',
    'Rèn luyện thể lực # buổi mỗi tuần, đạt loại khá trở lên',
    'Tuyên truyền luật giao thông tại # thôn, trường học',
    'Giúp dân gặt lúa, sửa nhà # ngày công trong năm',
    'Giải quyết tin báo của dân trong # giờ đầu',
    'Đỡ đầu # học sinh mồ côi đến hết năm học',
    'Nghiên cứu # sáng kiến trong công tác nghiệp vụ',
  ],
  business: [
    'Cắt giảm # phần trăm hao phí trong khâu mình phụ trách',
    'Kèm nghề cho # công nhân mới',
    'Đề xuất # sáng kiến cải tiến dây chuyền',
    'Bảo đảm # tháng liền không để xảy ra mất an toàn lao động',
    'Thu mua # tấn nông sản của bà con với giá ghi rõ từ đầu vụ',
    'Trả lời khách hàng trong # giờ, không để hẹn lại lần hai',
  ],
}

const how = [
  'Tự làm trước, rủ thêm tổ viên làm cùng',
  'Chia việc theo tháng, ghi vào sổ tay',
  'Phối hợp với đoàn thể nơi cư trú',
  'Làm vào sáng thứ bảy, chủ nhật',
  'Báo cáo chi bộ mỗi quý một lần',
  'Lấy ý kiến người dân trước khi làm',
  'Chọn việc dễ làm trước, việc khó làm sau',
  'Nhờ chi bộ nhắc và kiểm tra giữa kỳ',
]
const measure = [
  'Có sổ theo dõi, chi bộ xác nhận',
  'Có danh sách người được giúp',
  'Có ảnh trước và sau khi làm',
  'Kết quả nêu trong họp chi bộ tháng cuối quý',
  'Có phiếu lấy ý kiến, từ # phiếu tốt trở lên',
  'Hoàn thành # phần mười trước tháng chín',
]

export type DeedText = { what: string; how: string; measure: string }

/**
 * One deed that suits the cell, and is none of those that were taken before; it is among them from now on. However many
 * were, it draws as often.
 */
export function deedText(random: Random, sort: Sort, taken: Set<string>): DeedText {
  const drawn = what[sort].indexOf(pick(random, what[sort]))
  const free = [...what[sort].slice(drawn), ...what[sort].slice(0, drawn)].find(deed => !taken.has(deed))
  if (!free) throw new Error(`no deed is left for ${sort}`)
  taken.add(free)
  return { what: filled(random, free), how: pick(random, how), measure: filled(random, pick(random, measure)) }
}

/** Every deed of each sort with numbers of its own, so many times over: neighbours in a round are different deeds. */
export function deedsInRounds(randomOf: (sort: Sort) => Random, rounds: number) {
  return (Object.keys(what) as Sort[]).flatMap(sort => {
    const random = randomOf(sort)
    return Array.from({ length: rounds }, (_, round) => {
      const taken = new Set<string>()
      return what[sort].map((_, place) => ({ sort, round, place, ...deedText(random, sort, taken) }))
    }).flat()
  })
}

function filled(random: Random, template: string): string {
  return template.replace('#', String(between(random, 2, 9)))
}

export const thoughts = [
  'Kiên định mục tiêu, học nghị quyết đủ buổi, có ghi chép',
  'Tự đọc thêm tài liệu, nêu ít nhất một câu hỏi ở mỗi đợt học',
  'Nói đúng chủ trương, không tiếp tay cho tin đồn',
  'Nhận việc khó được giao, không né tránh',
]
export const ethics = [
  'Sống giản dị, không phô trương khi nhà có việc',
  'Giữ hòa thuận trong gia đình và với hàng xóm',
  'Không nhận quà vì công việc',
  'Tiết kiệm của công như của nhà',
]
export const styles = [
  'Nói ngắn, làm đến nơi, hẹn việc gì xong việc ấy',
  'Nghe hết ý kiến rồi mới kết luận',
  'Đi cơ sở nhiều hơn, họp ít hơn',
  'Việc hôm nay không để sang ngày mai',
]
export const disciplines = [
  'Dự đủ các kỳ sinh hoạt, đóng đảng phí đúng hạn',
  'Chấp hành phân công, có ý kiến thì nói trong họp',
  'Giữ bí mật công tác, phát ngôn đúng nơi',
]
export const preventions = [
  'Tránh ngại khó, làm việc cầm chừng',
  'Tránh nể nang khi góp ý',
  'Tránh nói nhiều làm ít',
  'Tránh vui quá giờ, uống rượu trong ngày làm việc',
]
export const replacement_reasons = [
  'Người được giúp đã chuyển đi nơi khác',
  'Công trình do xã làm trước, không cần nữa',
  'Chuyển việc theo phân công mới',
]
export const exemplary_contents = [
  'Gương mẫu nhận việc khó của tập thể, công khai kết quả mỗi quý',
  'Tiếp dân đúng lịch, trả lời bằng văn bản những việc đã hứa',
  'Đi cơ sở ít nhất hai ngày mỗi tháng, có ghi việc đã gỡ',
  'Kê khai trung thực, giữ mình và người nhà trong khuôn phép',
]
export const post_tasks = [
  'Hoàn thành chỉ tiêu năm của đơn vị, báo cáo trước tập thể giữa kỳ',
  'Giảm một phần tư số cuộc họp, dành thời gian cho cơ sở',
  'Kèm cặp một cán bộ trẻ trong diện quy hoạch',
  'Gỡ dứt điểm những kiến nghị kéo dài của người dân',
]
