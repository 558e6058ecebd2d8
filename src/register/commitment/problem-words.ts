import type { Sentence } from '../../basis/shared/sentences.ts'
import type { ProblemWords } from '../../platform/staff/index.ts'
import { moveProblems } from '../../platform/workflow/index.ts'
import { move_words } from './steps/move-words.ts'

const changed_since: Sentence = {
  vi: 'Bản của {name} vừa được người khác đổi: mở lại trang để xem bản nay thế nào.',
  en: 'Somebody has just changed that of {name}. Open the page again to see how it stands.',
}
const approved_since: Sentence = {
  vi: 'Cấp trên đã duyệt bản của {name}: nay chỉ {name} nộp bản sửa được.',
  en: 'The level above has approved that of {name}. Now only {name} can hand in an amendment.',
}

/** What is said of each problem with a commitment. A code that is not here does not compile. */
export const commitment_problems = {
  ...moveProblems(move_words),
  'no-section': ({ lang, label = '' }) => (lang === 'vi' ? `Chưa viết phần ${label.toLowerCase()}.` : `${label} is still empty.`),
  'too-few-deeds': { vi: 'Cần ít nhất {limit} việc cụ thể.', en: 'At least {limit} concrete deeds are needed.', of_all: true },
  'too-many-deeds': {
    vi: 'Nhiều nhất {limit} việc; bớt lại những việc chính.',
    en: 'At most {limit} deeds; keep the main ones.',
    of_all: true,
  },
  'no-deed-text': { vi: 'Việc này chưa ghi làm gì.', en: 'This deed does not say what will be done.' },
  'no-measure': { vi: 'Chưa ghi lấy gì để biết việc này đã xong.', en: 'This deed does not say how one will know it is done.' },
  'no-such-day': {
    vi: 'Ngày này không có trong lịch; ghi ngày/tháng/năm, ví dụ 30/06/2027.',
    en: 'There is no such day; write day/month/year, such as 30/06/2027.',
  },
  'outside-window': { vi: 'Ngày phải từ {from} đến {to}.', en: 'The day must lie between {from} and {to}.' },
  'no-remedy': {
    vi: 'Chưa ghi cách khắc phục hạn chế năm trước.',
    en: 'It does not say how last year’s limitation will be repaired.',
    of_all: true,
  },
  'unknown-obligation': {
    vi: 'Không có việc này trong phần việc của tài khoản đang dùng.',
    en: 'This is not among the work of your account.',
  },
  'own-obligation': {
    vi: 'Không nhập hộ cho chính mình: hãy viết ở trang Việc của tôi.',
    en: 'Nobody enters for themselves by proxy: write it under My work.',
  },
  'stale-version': {
    vi: 'Bản nháp đã đổi sau khi trang này mở ra. Xem lại bản mới rồi nộp.',
    en: 'The draft has changed since this page was opened. Look at it again, then hand in.',
  },
  'already-submitted': {
    vi: 'Cam kết này đã nộp rồi; muốn sửa thì rút lại trước.',
    en: 'It is handed in already; take it back first to change it.',
  },
  excepted: { vi: 'Người này được miễn hoặc không tính trong đợt này.', en: 'This person is exempt or not counted in this campaign.' },
  'not-open': { vi: 'Đợt này mở từ {limit}.', en: 'The campaign opens on {limit}.' },
  closed: {
    vi: 'Đợt này đã khóa sau ngày {limit}. Văn phòng cấp trên có thể gia hạn.',
    en: 'The campaign closed after {limit}. The office above may extend it.',
  },
  'own-work': { vi: 'Không ai xác nhận hay duyệt bản của chính mình.', en: 'Nobody endorses or approves their own.' },
  'unknown-commitment': {
    vi: 'Bản này không có trong phần việc của tài khoản đang dùng.',
    en: 'This one is not among the work of your account.',
  },
  'none-chosen': { vi: 'Chưa đánh dấu bản nào.', en: 'None is marked.' },
  'no-undo': { vi: 'Bước này của {name} không hoàn tác được.', en: 'This step of {name} cannot be undone.' },
  'returned-since': {
    vi: 'Bản của {name} đã được trả lại để sửa: nay {name} sửa và nộp lại.',
    en: 'That of {name} was given back. Now {name} mends it and hands it in again.',
  },
  'endorsed-since': {
    vi: 'Bản của {name} đã được chi bộ xác nhận: bí thư chi bộ hoàn tác xác nhận trước, rồi mới hoàn tác nhập hộ.',
    en: 'The cell has endorsed that of {name}. Its secretary undoes the endorsement first, then the entry can be undone.',
  },
  'member-confirmed': {
    vi: '{name} đã xác nhận bản này là của mình: nay chỉ {name} rút lại được.',
    en: '{name} has confirmed it as their own. Now only {name} can take it back.',
  },
  'too-many': { vi: 'Mỗi lần nhiều nhất {limit} bản.', en: 'At most {limit} at once.' },
  'nothing-to-confirm': { vi: 'Không có gì cần xác nhận.', en: 'There is nothing to confirm.' },
  'unreadable-key': { vi: 'Trang này đã cũ. Mở lại rồi làm tiếp.', en: 'This page is old. Open it again and go on.' },
  'key-reused': {
    vi: 'Nút này đã dùng cho nội dung khác. Mở lại trang rồi làm tiếp.',
    en: 'This button was used for another text. Open the page again and go on.',
  },
  'changed-since': changed_since,
  'submitted-since': changed_since,
  'withdrawn-since': changed_since,
  'superseded-since': changed_since,
  'approved-since': approved_since,
  'under-way-since': approved_since,
  'self-reviewed-since': approved_since,
  'concluded-since': approved_since,
} satisfies ProblemWords

export type CommitmentCode = keyof typeof commitment_problems
