import { lookUp } from '../../shared/look-up.ts'
import { listed, phraseAt, phrases } from '../phrases.ts'
import type { Token } from '../tokens.ts'
import { isScale, startsNumberWord } from './number-words.ts'

/** Nouns that Vietnamese counts, by company: nouns of one line may stand in one count ("cán bộ, đảng viên"). */
const COMPANIES = [
  'cán bộ | đảng viên | công chức | viên chức | người lao động | công nhân | nhân dân | người dân | quần chúng | đoàn viên | hội viên | thanh niên | phụ nữ | nông dân | cựu chiến binh | thanh thiếu niên | chiến sĩ | chiến sỹ | bộ đội | dân quân | giáo viên | học sinh | sinh viên | nhân viên | bác sĩ | y sĩ | bác sỹ | y tá | điều dưỡng | dược sĩ | đại biểu | cử tri | ứng cử viên | người | vị | y, bác sĩ | tiểu thương | khán giả | con cháu | nhà giáo | cán bộ quản lý | trẻ em | trẻ | cháu | em | đứa | đứa con | đứa trẻ | thầy | cô | thầy cô | thầy giáo | cô giáo | học viên | thí sinh | vận động viên | huấn luyện viên | trọng tài | nghệ nhân | chuyên gia | tình nguyện viên | cộng tác viên | lao động | bệnh nhân | ca bệnh | ca | ca mắc | ca mắc mới | ca tử vong | ca dương tính | trường hợp | đối tượng | bị can | bị cáo | nạn nhân | đồng chí | ủy viên | bí thư | phó bí thư | chủ tịch | phó chủ tịch | trưởng thôn | tác giả | nhà báo | phóng viên | kỹ sư | thạc sĩ | tiến sĩ | cử nhân | quần chúng ưu tú | người có công | thương binh | liệt sĩ | du khách | khách | khách du lịch | nhân khẩu | khẩu | thành viên | tổ viên | xã viên | sản phụ | thai phụ | lượt | người cao tuổi | người khuyết tật | người có uy tín | hộ lý | lái xe | tài xế | diễn viên | cầu thủ | nhân sự | biên chế | suất | giám đốc | doanh nhân | chủ hộ',
  'tập thể | cá nhân | gia đình | hộ | hộ gia đình | hộ dân | hộ nghèo | hộ cận nghèo | hộ thoát nghèo | nhóm hộ | hộ kinh doanh | hộ sản xuất | lượt tập thể | tổ chức | dòng họ | gia đình văn hóa | điển hình | gương | tấm gương | mô hình | cách làm | gương điển hình | điển hình tiên tiến',
  'cơ quan | đơn vị | trung đội | tiểu đội | đại đội | tiểu đoàn | trung đoàn | địa phương | doanh nghiệp | hợp tác xã | htx | tổ hợp tác | công ty | chi nhánh | huyện ủy | thành ủy | thị ủy | sở | ban | ngành | phòng | trung tâm | cấp ủy | tổ chức đảng | tổ chức cơ sở đảng | chi bộ | đảng bộ | chi | đảng bộ cơ sở | chi đoàn | chi hội | chi đảng bộ | ban chỉ đạo | câu lạc bộ | trang trại | gia trại | cơ sở | cơ sở sản xuất | nhà máy | xí nghiệp | khu công nghiệp | cụm công nghiệp | ngân hàng | trường | trường học | điểm trường | trường mầm non | trường tiểu học | lớp | lớp học | lớp tập huấn | nhóm lớp | phòng học | bệnh viện | trạm y tế | trạm | phòng khám | cơ sở y tế | nhà thuốc | quầy thuốc | đội | đội thi | đội bóng | câu lạc bộ thể thao | tổ | tổ công tác | đoàn | đoàn công tác | hội | hội đồng | ủy ban | đảng ủy | chi ủy | liên đoàn | tổ công nghệ số cộng đồng | làng nghề | tổ tự quản | tổ hòa giải | nông trường | lâm trường | khu bảo tồn | khách sạn | nhà nghỉ | nhà hàng | nhà nhân ái | doanh thu | phía | dãy | dãy nhà | máy bơm | máy xúc | máy ủi | máy gặt | máy kéo | đơn thuốc | chủ rừng | chủ đầu tư | chủ vườn',
  'xã | phường | thị trấn | đặc khu | thôn | bản | làng | xóm | ấp | tổ dân phố | tổ nhân dân | khu dân cư | huyện | thị xã | thành phố | quận | tỉnh | tỉnh thành | quốc gia | nước | vùng | khu vực | khu | cụm | đơn vị hành chính | đơn vị cấp xã | đơn vị cấp huyện | địa bàn | châu lục | khu phố | điểm dân cư | lưu vực | vùng lãnh thổ',
  'việc | việc làm | nhiệm vụ | công việc | giải pháp | nhóm giải pháp | nhóm nhiệm vụ | nhóm chỉ tiêu | bên | sàn | tổ tiết kiệm | tổ vay vốn | mái ấm | cọc | nhóm vấn đề | vấn đề | ngày hội | chỉ tiêu | tiêu chí | mục tiêu | nội dung | chuyên đề | đề án | dự án | kế hoạch | chương trình | phong trào | cuộc | cuộc vận động | hội nghị | hội thảo | cuộc họp | buổi | phiên | phiên họp | phiên chợ | kỳ họp | đợt | đợt kiểm tra | cuộc kiểm tra | cuộc thanh tra | cuộc giám sát | vụ | vụ án | vụ việc | vụ cháy | vụ tai nạn | vụ tai nạn giao thông | ý kiến | kiến nghị | đơn | đơn thư | hồ sơ | thủ tục | thủ tục hành chính | dịch vụ | dịch vụ công | văn bản | nghị quyết | quyết định | chỉ thị | báo cáo | tờ trình | công văn | thông báo | bài | bài viết | tin | tin bài | tin, bài | tác phẩm | ấn phẩm | câu hỏi | bản cam kết | bản | bộ | bộ thủ tục | quy trình | sáng kiến | đề tài | giấy phép | giấy chứng nhận | giấy | bằng khen | giấy khen | huân chương | huy chương | huy chương vàng | huy chương bạc | huy chương đồng | cúp | giải | giải thưởng | giải nhất | giải nhì | giải ba | giải khuyến khích | danh hiệu | phần thưởng | hcv | hcb | hcđ | môn | môn thi | nội dung thi đấu | trận | trận đấu | bàn thắng | hiệp | vòng | vòng đấu | phần quà | suất quà | suất học bổng | học bổng | căn nhà | ngôi nhà | nhà | căn | nhà văn hóa | nhà tình nghĩa | nhà đại đoàn kết | công trình | phần việc | tuyến | tuyến đường | con đường | đường | đoạn | cầu | cây cầu | cống | hồ chứa | đập | trạm bơm | trạm biến áp | cột | bóng đèn | camera | hạng mục | gói thầu | lô | thửa | thửa đất | mẫu | mẫu xét nghiệm | mũi | liều | mũi tiêm | liều vắc xin | giường | giường bệnh | lượt | chiếc | cái | con | con lợn | con bò | con trâu | con gà | con gia súc | con gia cầm | cây | cây xanh | gốc | bầu | giống | loài | loại | nhóm | lĩnh vực | điểm | điểm du lịch | điểm sạt lở | điểm bỏ phiếu | khu vực bỏ phiếu | phiếu | lá phiếu | tổ bầu cử | đơn vị bầu cử | phương tiện | xe | ô tô | xe ô tô | xe máy | mô tô | máy | máy tính | máy tính bảng | bộ máy tính | thiết bị | điện thoại | sản phẩm | sản phẩm ocop | mặt hàng | thương hiệu | nhãn hiệu | hợp đồng | tài khoản | mã | mã số | thẻ | cuốn | cuốn sách | đầu sách | quyển | tờ | trang | ảnh | bức ảnh | bức | tấm | tin nhắn | cuộc gọi | lượt truy cập | người theo dõi | khóa | khóa học | lớp đào tạo | suất ăn | bữa | bữa ăn | ngôi | chùa | di tích | lễ hội | di sản | tiết mục | sao | mặt trận | phương châm | mức | mức độ | cấp | chức danh | vị trí | vị trí việc làm | quyền | điều | khoản | trụ cột | khâu | khâu đột phá | đột phá | bước | nguyên nhân | yếu tố | nguyên tắc | hình thức | phương thức | trục | chuỗi | chuỗi liên kết | chuỗi giá trị | mã vùng trồng | cơn bão | trận mưa | đợt không khí lạnh | ổ dịch | cơ chế | chính sách | khoản vay | món vay | chuyến | chuyến bay | tàu | thùng | hộp | chai | gói | túi | tập | bộ phận | cặp | đôi | lứa | vụ lúa | mùa | làn xe | tầng | phòng ở | gian hàng | gian | quầy | cửa hàng | siêu thị | chợ | tiểu ban | ban quản lý | ghế | xuồng | lồng | lồng bè | ao | giếng | bể | lớp bồi dưỡng | lời | câu | chữ | thế hệ | dân tộc | tôn giáo | ngôn ngữ | quyển vở | hố | mỏ | tiểu mục | hiện vật | lượt hộ | ngày | tháng | kíp | số | phong bì | lẵng hoa | nén hương | ngọn nến | đầu gia súc | chủ thể | đồ bảo hộ | vắc xin | vắc-xin | xe đạp | khẩu trang | nhà bạt | áo phao | chỗ ngồi | chỗ | trụ sở | chốt | chốt kiểm soát | chốt kiểm dịch | chi thường xuyên | bông | quả | bình | bài thi | giường bệnh thực kê | thí điểm | lớp mẫu giáo | đòn bẩy | cột cờ | biển báo | tuyến đường hoa | vườn mẫu | vườn | khu dân cư kiểu mẫu | lượt hồ sơ | công trình nước sạch | nhà vệ sinh | bồn nước | bể nước | máy thở | máy phát điện | máy cày | trụ điện | đèn | ki-ốt | sạp | điểm cầu | điểm tuyên truyền | lượt ý kiến | ý kiến phát biểu | tham luận | đầu việc | văn kiện | nhịp | nhịp cầu | giếng khoan | lò sấy | lò | xưởng | nhà xưởng | dây chuyền | hợp phần | tiểu dự án | quầy hàng | kỷ niệm chương | cờ thi đua | cờ | bông hoa | cây hoa',
] // biome-ignore format: a table reads by its columns

const NOUNS = phrases<{ noun: string; company: number }>(
  COMPANIES.flatMap((line, company) => listed(line).map(([noun]) => [noun.replace(/,/g, ' ,'), { noun, company }] as const)),
)

/** Function words and verbs: no noun begins with them, and none goes on over them. */
const STOPS = new Set(
  'x dựng đăng mất khô dài rộng sâu nặng khỏi hạng yếu cao thấp đã đang sẽ được bị có là và của với cho để trong trên dưới ngoài ở tại từ đến tới về vào ra lên xuống thì mà nhưng hoặc hay do bởi vì theo cùng như này đó kia ấy nào nữa còn vẫn cũng đều chỉ mới rồi so đạt tăng giảm thuộc gồm bao nhằm qua sau trước khi nếu không chưa chẳng tham hoàn thông nay hơn nhất rất quá lại đi nhau các những mỗi mọi từng cả toàn bằng chiếm trở đây hiện vừa phải cần nên giữa bên gần khoảng trung ước tính thực kể đầu cuối bình tổng tương chủ bao luôn mang giúp hỗ xây tổ làm nhận vượt hết trồng thu chi nộp dọc chết lãi sang thứ gồm nhờ ngay hằng hàng thôi nâng chạy bơi nhảy gánh cõng vác chấm lần'.split(
    ' ',
  ),
)

/**
 * A noun phrase counted: `known` if its head is in the table (its things are never cut), `last` the last noun of a
 * company.
 */
export type Counted = { counts: string; next: number; known: boolean; company: number; last: string }

/** The noun phrase counted that begins here. "việc làm theo Bác" is a deed done after an example, not a job. */
export function readCounted(tokens: Token[], at: number): Counted | null {
  const first = nounAt(tokens, at)
  return first ? withCompany(tokens, first) : readUnknownNoun(tokens, at)
}

/** The noun phrase of the table at the head of a line or a cell: «Tập thể, cá nhân». */
export function headCounted(tokens: Token[], at: number): Counted | null {
  const first = headNoun(tokens, at)
  return first && withCompany(tokens, first)
}

function withCompany(tokens: Token[], first: { counts: string; next: number; company: number }): Counted {
  let read: Counted = { ...first, known: true, last: first.counts }
  if (CLASSIFIERS.has(read.counts)) return withClassified(tokens, read)
  for (let more = companionAt(tokens, read.next, read); more; more = companionAt(tokens, read.next, read))
    read = { ...read, counts: read.counts + more.joint + more.counts, next: more.next, last: more.last }
  return read
}

/**
 * Words that count for another: "ba con suối", "12 chiếc xe đạp". The thing itself is named too, the number's text ends
 * before it.
 */
const CLASSIFIERS = new Set('con cây chiếc cái gốc quả bông liều suất bộ cuốn quyển tấm bức ngôi căn tờ gói thùng hộp bình cặp'.split(' '))

function withClassified(tokens: Token[], read: Counted): Counted {
  const thing = nounAt(tokens, read.next) ?? readUnknownNoun(tokens, read.next)
  return thing ? { ...read, counts: `${read.counts} ${thing.counts}` } : read
}

function nounAt(tokens: Token[], at: number): { counts: string; next: number; company: number } | null {
  return tokens[at]!.parted ? null : headNoun(tokens, at)
}

/** A noun of the table, also at the head of a line or a cell. */
export function headNoun(tokens: Token[], at: number): { counts: string; next: number; company: number } | null {
  const found = tokens[at]!.kind === 'word' ? phraseAt(NOUNS, tokens, at) : null
  if (!found) return null
  if (found.means.noun === 'việc làm' && tokens[found.next]!.key === 'theo')
    return { counts: 'việc', next: at + 1, company: found.means.company }
  return { counts: found.means.noun, next: found.next, company: found.means.company }
}

/** Pairs that offices say in one breath: a verb behind the second does not tear them apart. */
const CUSTOMARY = new Set(
  'huyện thành phố|huyện thị xã|thị xã thành phố|tỉnh thành phố|xã phường|phường thị trấn|thôn tổ dân phố|thôn bản|thôn xóm|bản làng|sở ngành|sở ban|ban ngành|nhóm lớp|tin bài|quận huyện|công trình phần việc|mô hình điển hình|cấp ủy tổ chức đảng'.split(
    '|',
  ),
)

const JOINTS: Record<string, string> = { ',': ', ', và: ' và ', '-': ' - ' }
const LAST_COMPANY = COMPANIES.length - 1

/**
 * "…, đảng viên": a noun of the same company, unless it opens a new statement ("…, xã đã vận động", "…, xã Cao Kỳ").
 */
function companionAt(tokens: Token[], at: number, before: Counted): { joint: string; counts: string; next: number; last: string } | null {
  const joint = lookUp(JOINTS, tokens[at]!.key)
  if (joint === undefined || tokens[at]!.parted) return null
  const noun = nounAt(tokens, at + 1)
  if (!noun) return null
  const more = { joint, counts: noun.counts, next: noun.next, last: noun.counts }
  if (CUSTOMARY.has(`${before.last} ${noun.counts}`)) return tokens[noun.next]!.capital ? null : more
  if (before.company === LAST_COMPANY || noun.company !== before.company) return null
  return noun.company === TERRITORY && opensStatement(tokens, at, noun.next) ? null : more
}

const TERRITORY = 3

function opensStatement(tokens: Token[], joint: number, next: number): boolean {
  return tokens[next]!.capital || (tokens[joint]!.key === ',' && /^(đã|còn|có|sẽ)$/.test(tokens[next]!.key))
}

/**
 * A noun that is not in the table: one or two words, up to a function word. Offices capitalise what they honour ("3 Anh
 * hùng").
 */
function readUnknownNoun(tokens: Token[], at: number): Counted | null {
  const first = tokens[at]!
  if (!isNounWord(tokens, at) || !first.spaced) return null
  const second = isNounWord(tokens, at + 1) && tokens[at + 1]!.spaced && (!tokens[at + 1]!.capital || first.capital)
  const next = second ? at + 2 : at + 1
  return {
    counts: tokens
      .slice(at, next)
      .map(token => token.key)
      .join(' '),
    next,
    known: false,
    company: -1,
    last: '',
  }
}

function isNounWord(tokens: Token[], at: number): boolean {
  const token = tokens[at]!
  return token.kind === 'word' && !token.parted && !STOPS.has(token.key) && !startsNumberWord(token.key) && !isScale(tokens, at)
}

/** Where the noun of the table that begins here ends; `at` when none does. */
export function knownNounEnd(tokens: Token[], at: number): number {
  return nounAt(tokens, at)?.next ?? at
}

/**
 * Whether a noun we know begins here and is not the beginning of a name or a numbered place ("phường Sông Cầu", "tổ
 * 5").
 */
export function countsHere(tokens: Token[], at: number): boolean {
  const noun = nounAt(tokens, at)
  return noun !== null && !tokens[noun.next]!.capital && tokens[noun.next]!.kind !== 'number'
}
