import type { Problem } from '../../../basis/shared/outcome.ts'
import { type CodeOf, form_problems, noSuchDay, type ProblemWords, workbook_problems } from '../../../platform/staff/index.ts'
import type { contribution_form } from './forms.ts'

/** What is said of the problems of a contribution. */
export type ContributionCode =
  | CodeOf<typeof contribution_form>
  | 'unknown-kind'
  | 'outside-place'
  | 'place-not-there'
  | 'likely-twice'
  | 'no-charge'
  | 'unknown-contribution'
  | 'verified-already'
  | 'own-contribution'
  | keyof typeof workbook_problems
  | ListCode
  | 'key-reused'
  | 'unreadable-key'

/** Of lists: of one cell, or of a whole list. */
type ListCode =
  | 'kind-not-known'
  | 'other-measure'
  | 'which-place'
  | 'row-twice'
  | 'error-value'
  | 'no-value'
  | 'no-table'
  | 'nothing-sent'
  | 'faulty-list'
  | 'unknown-list'
  | 'own-list'
  | 'nothing-waits'

export const contribution_problems: ProblemWords<ContributionCode> = {
  ...form_problems,
  ...workbook_problems,
  'no-kind': { vi: 'Chọn loại đóng góp.', en: 'Choose what was given.' },
  'unknown-kind': { vi: 'Sổ không có loại đóng góp này.', en: 'The register has no such kind.' },
  'no-such-quantity': {
    vi: 'Số lượng là số lớn hơn 0. Viết 1.200 hoặc 12,5; không ghi đơn vị tính.',
    en: 'How much is a number above 0. Write 1.200 or 12,5, without the measure.',
  },
  'no-work': { vi: 'Ghi công trình hoặc việc được đóng góp.', en: 'Say for which work.' },
  'no-place': { vi: 'Chọn nơi đóng góp.', en: 'Choose where.' },
  'outside-place': { vi: 'Nơi này ngoài địa bàn của đơn vị bạn.', en: 'This place lies outside the territory of your unit.' },
  'place-not-there': {
    vi: '{place} không có vào ngày ấy: xem lại ngày, hoặc chọn xã của lúc đó.',
    en: '{place} did not exist on that day: look at the day again, or choose the commune of that time.',
  },
  'no-such-day': noSuchDay('1/12/2026'),
  'to-come': { vi: 'Ngày này chưa đến.', en: 'This day is to come.' },
  'no-giver-kind': { vi: 'Chọn hộ gia đình, cá nhân hay tập thể.', en: 'Choose a household, one person, or several together.' },
  'no-giver': { vi: 'Ghi ai đóng góp.', en: 'Say who gave.' },
  'likely-twice': {
    vi: 'Sổ đã có «{giver}», {quantity}, ngày {day}, cùng nơi và cùng loại. Nếu là lần khác thì đánh dấu ở cuối trang rồi gửi lại.',
    en: 'The register has "{giver}", {quantity}, on {day}, of the same kind and place. If it is another gift, mark it at the end of the page and send again.',
  },
  'kind-not-known': { vi: 'Sổ không có loại đóng góp «{said}».', en: 'The register has no kind "{said}".' },
  'other-measure': {
    vi: 'Loại này tính bằng {measure}, không phải «{said}»: đổi số lượng sang {measure}.',
    en: 'This kind is measured in {measure}, not in "{said}": give the quantity in {measure}.',
  },
  'which-place': {
    vi: 'Có nhiều nơi tên «{place}» vào ngày ấy: ghi mã của nơi thay cho tên.',
    en: 'Several places were called "{place}" on that day: write the key of the place instead.',
  },
  'row-twice': { vi: 'Giống hệt dòng {first}.', en: 'It is the same as row {first}.' },
  'error-value': { vi: 'Ô báo lỗi {said}.', en: 'The cell says {said}.' },
  'no-value': {
    vi: 'Công thức chưa được tính: mở tệp bằng Excel và lưu lại.',
    en: 'The formula was never worked out: open the file in Excel and save it.',
  },
  'no-table': {
    vi: 'Không tìm thấy bảng có các cột Loại, Số lượng, Công trình, Ngày, Người đóng góp.',
    en: 'There is no table with the columns Kind, Quantity, Work, Date, Giver.',
  },
  'nothing-sent': { vi: 'Bảng không có dòng nào.', en: 'The table has no row.' },
  'faulty-list': {
    vi: 'Còn {limit} ô phải sửa, nên chưa ghi dòng nào.',
    en: 'There are {limit} cells to be mended, so no row was written down.',
  },
  'unknown-list': { vi: 'Không có danh sách này ở những đơn vị bạn phụ trách.', en: 'There is no such list in the units in your charge.' },
  'own-list': {
    vi: 'Bạn đã gửi danh sách này, nên người khác phải xác minh.',
    en: 'You sent this list, so another person must verify it.',
  },
  'nothing-waits': {
    vi: 'Không còn khoản nào để làm cả danh sách; xem từng khoản ở trang Đóng góp.',
    en: 'Nothing is left to be done for the whole list; see each gift on the page of contributions.',
  },
  'no-charge': { vi: 'Bạn không phụ trách đơn vị này.', en: 'You do not manage this unit.' },
  'unknown-contribution': {
    vi: 'Không có khoản đóng góp này ở những đơn vị bạn phụ trách.',
    en: 'There is no such contribution in the units in your charge.',
  },
  'verified-already': { vi: 'Khoản này đã có người xác minh.', en: 'Somebody has verified it already.' },
  'own-contribution': { vi: 'Bạn đã ghi, nên người khác phải xác minh.', en: 'You recorded it, so another person must verify it.' },
}

export type ContributionProblem = Problem<ContributionCode>
