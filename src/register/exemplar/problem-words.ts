import { form_problems, noSuchDay, type ProblemWords } from '../../platform/staff/index.ts'
import { moveProblems } from '../../platform/workflow/index.ts'
import { file_problems, instrument_problems } from '../organisation/index.ts'
import { move_words } from './move-words.ts'

/** What is said of each problem with a case or a consent. A code that is not here does not compile. */
export const exemplar_problems = {
  ...file_problems,
  ...form_problems,
  ...instrument_problems,
  ...moveProblems(move_words),
  'no-comment': { vi: 'Ghi rõ đã thấy gì, hoặc vì sao.', en: 'Say what was found, or why.' },
  'no-such-day': noSuchDay('15/12/2026'),
  'to-come': { vi: '{label}: ngày này chưa đến.', en: '{label}: this day is yet to come.' },
  'unknown-choice': { vi: 'Chọn một trong các mục.', en: 'Choose one of the answers.' },
  'unknown-field': { vi: 'Chọn lĩnh vực.', en: 'Choose a field.' },
  'unknown-place': { vi: 'Chọn địa bàn.', en: 'Choose a place.' },
  'unknown-person': { vi: 'Chọn một đảng viên của đơn vị này, hoặc ghi tên.', en: 'Choose a member of this unit, or give a name.' },
  'no-name': { vi: 'Ghi tên, hoặc chọn một đảng viên.', en: 'Give the name, or choose a member.' },
  'not-oneself': { vi: 'Không ai tự đề cử mình.', en: 'Nobody puts themselves forward.' },
  'no-achievement': { vi: 'Ghi thành tích.', en: 'Name the achievement.' },
  'no-account': { vi: 'Viết báo cáo thành tích.', en: 'Write how it came about.' },
  'nominated-already': {
    vi: 'Thành tích này của người hoặc tập thể này đang được xét, hoặc đã được công nhận.',
    en: 'This achievement of theirs is being considered already, or was recognised.',
  },
  'no-amount': {
    vi: 'Ghi ít nhất một số: thu nhập, số hộ hoặc số việc làm.',
    en: 'Give at least one number: income, households or jobs.',
  },
  'no-year': { vi: 'Ghi các số này là của năm nào.', en: 'Say of which year these numbers are.' },
  'year-outside': {
    vi: 'Ghi năm từ {from} đến {to}: trong thời gian đơn vị áp dụng mô hình.',
    en: 'Give a year from {from} to {to}, while the unit had the model.',
  },
  'unknown-report': { vi: 'Không có kết quả này trong phạm vi phụ trách.', en: 'There are no such results in your charge.' },
  'verified-already': { vi: 'Kết quả này đã có người xác minh.', en: 'Somebody has verified these results already.' },
  'unknown-nomination': { vi: 'Không có hồ sơ này trong phạm vi phụ trách.', en: 'There is no such case in your charge.' },
  'own-unit': {
    vi: 'Đơn vị đề cử không tự xác minh: văn phòng của đơn vị khác làm.',
    en: 'The unit that put it forward does not verify it: the office of another unit does.',
  },
  'no-such-number': { vi: '{label}: ghi một số, nhiều nhất {limit}.', en: '{label}: give a number, at most {limit}.' },
  'over-the-seats': { vi: 'Hội đồng chỉ có {limit} thành viên.', en: 'The council has {limit} members only.' },
  'over-the-attendance': {
    vi: 'Có {votes} phiếu mà chỉ {limit} người dự họp.',
    en: 'There are {votes} votes, and {limit} members came.',
  },
  'no-quorum': {
    vi: 'Chưa đủ người dự: cần ít nhất {limit} thành viên. Họp lại rồi ghi.',
    en: 'Too few came: at least {limit} members are needed. Meet again, then record it.',
  },
  'before-verification': {
    vi: 'Hội đồng họp sau khi xác minh, từ ngày {limit}.',
    en: 'The council meets after the verification, from {limit} on.',
  },
  'notice-not-over': {
    vi: 'Còn đang lấy ý kiến: hết ngày {limit} mới đề nghị được. Ngày nghỉ, ngày lễ không tính.',
    en: 'The notice still stands: it may be recommended after {limit}. Weekends and holidays do not count.',
  },
  'not-signed-yet': { vi: 'Văn bản chưa ký: {limit} chưa đến.', en: 'It is not signed yet: {limit} is yet to come.' },
  'before-notice': {
    vi: 'Quyết định ký sau khi lấy ý kiến xong, từ ngày {limit}.',
    en: 'The decision is signed after the notice, from {limit} on.',
  },
  'before-decision': {
    vi: 'Thu hồi không thể trước ngày công nhận {limit}.',
    en: 'It cannot be revoked before it was decided, on {limit}.',
  },
  'awarded-already': { vi: 'Thành tích này đã được công nhận rồi.', en: 'This achievement was recognised already.' },
  'no-recognition': { vi: 'Không còn công nhận nào để thu hồi.', en: 'There is no recognition left to revoke.' },
  'unknown-model': { vi: 'Không có mô hình này.', en: 'There is no such model.' },
  'unknown-adoption': { vi: 'Không có lần áp dụng này.', en: 'There is no such adoption.' },
  'ended-already': { vi: 'Đã thôi từ trước.', en: 'It has ended already.' },
  'before-its-start': { vi: '{label}: không thể trước ngày bắt đầu {limit}.', en: '{label}: not before it began, on {limit}.' },
  'adopted-already': { vi: 'Đơn vị đang áp dụng mô hình này.', en: 'The unit has this model already.' },
  'no-paper': { vi: 'Ghi rõ giấy nào: ai ký, ngày nào.', en: 'Say which paper: who signed it, and when.' },
  'unknown-scope': { vi: 'Không có mục đồng ý này.', en: 'There is no such item of consent.' },
  'not-theirs': {
    vi: 'Chỉ chính người đó cho hoặc rút đồng ý, hoặc văn phòng giữ hồ sơ khi có giấy.',
    en: 'Only they give or take back consent, or the office that keeps the file, by a paper.',
  },
  'given-already': { vi: 'Mục này đã được đồng ý.', en: 'This has been agreed to already.' },
  'not-given': { vi: 'Mục này đang không được đồng ý.', en: 'This is not agreed to.' },
  'no-story': { vi: 'Viết câu chuyện.', en: 'Write the story.' },
  'no-words': { vi: 'Viết ý kiến.', en: 'Write the comment.' },
  'notice-closed': { vi: 'Thông báo này đã hết hạn lấy ý kiến.', en: 'This notice no longer takes comments.' },
  'too-many-comments': {
    vi: 'Thông báo này đã nhận đủ {limit} ý kiến; hãy gửi thư đến văn phòng.',
    en: 'This notice has taken {limit} comments; please write to the office.',
  },
} satisfies ProblemWords

export type ExemplarCode = keyof typeof exemplar_problems
