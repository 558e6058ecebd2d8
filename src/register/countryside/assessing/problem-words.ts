import { form_problems, noSuchDay, type ProblemWords } from '../../../platform/staff/index.ts'
import { moveProblems } from '../../../platform/workflow/index.ts'
import { instrument_problems } from '../../organisation/index.ts'
import { standing_problem_words } from '../words.ts'
import { move_words } from './move-words.ts'

/** What is said of each problem with an assessment or a decision. A code that is not here does not compile. */
export const assessing_problems = {
  ...form_problems,
  ...instrument_problems,
  ...standing_problem_words,
  ...moveProblems(move_words),
  'no-comment': { vi: 'Ghi rõ đã thấy gì, hoặc vì sao.', en: 'Say what was found, or why.' },
  'no-such-day': noSuchDay('1/12/2026'),
  'to-come': { vi: '{label}: ngày này chưa đến.', en: '{label}: this day is yet to come.' },
  'no-set': { vi: 'Chọn một bộ tiêu chí.', en: 'Choose a set of criteria.' },
  'unknown-set': { vi: 'Sổ không có bộ tiêu chí này.', en: 'The register has no such set of criteria.' },
  'set-of-others': {
    vi: 'Bộ tiêu chí này không phải của xã.',
    en: 'This set of criteria is not one of communes.',
  },
  'set-not-in-force': {
    vi: 'Bộ tiêu chí này không có hiệu lực vào ngày {limit}.',
    en: 'This set of criteria was not in force on {limit}.',
  },
  'set-without-criteria': {
    vi: 'Sổ chưa có từng tiêu chí của bộ này.',
    en: 'The register does not have the single criteria of this set yet.',
  },
  'no-commune-here': {
    vi: 'Đơn vị này không phụ trách một xã nào đang có vào ngày ấy; xã đã sáp nhập thì không đánh giá nữa.',
    en: 'This unit is in charge of no commune that lives on that day; one that was merged is no longer assessed.',
  },
  'assessed-already': {
    vi: 'Xã đang có một lần đánh giá theo bộ này chưa xong; làm tiếp hoặc rút lần ấy.',
    en: 'The commune has an assessment under this set that is not over; go on with it or withdraw it.',
  },
  'day-assessed-already': {
    vi: 'Đã có đánh giá của xã theo bộ này tính đến ngày ấy.',
    en: 'There is an assessment of the commune under this set as of that day.',
  },
  'unknown-case': { vi: 'Không có lần đánh giá này trong phạm vi phụ trách.', en: 'There is no such assessment in your charge.' },
  'unknown-criterion': { vi: 'Bộ tiêu chí không có tiêu chí này.', en: 'The set has no such criterion.' },
  'not-open': {
    vi: 'Lần đánh giá này không còn sửa được: {state}.',
    en: 'This assessment can no longer be changed: {state}.',
  },
  'not-said': { vi: 'Chọn một trong các mục.', en: 'Choose one of the answers.' },
  'no-evidence': { vi: 'Ghi căn cứ: tiêu chí đạt phải có giấy tờ chứng minh.', en: 'Name the paper: what is met must be shown.' },
  'nobody-in-charge': { vi: 'Ghi ai phụ trách phần còn thiếu.', en: 'Say who sees to what is missing.' },
  'no-due-day': { vi: 'Ghi xong trước ngày nào.', en: 'Say by which day.' },
  'criteria-open': { vi: 'Còn {limit} tiêu chí chưa đánh giá.', en: 'Criteria that are not assessed yet: {limit}.' },
  'criteria-missing': {
    vi: 'Còn {limit} tiêu chí chưa đạt: hội đồng chỉ xét xã đạt đủ.',
    en: 'Criteria that are not met: {limit}. The council votes on communes that meet all.',
  },
  'own-unit': {
    vi: 'Xã không tự thẩm tra: văn phòng của đơn vị khác làm.',
    en: 'The commune does not appraise itself: the office of another unit does.',
  },
  'no-such-number': { vi: '{label}: ghi một số, nhiều nhất {limit}.', en: '{label}: give a number, at most {limit}.' },
  'over-the-seats': { vi: 'Hội đồng chỉ có {limit} thành viên.', en: 'The council has {limit} members only.' },
  'over-those-who-came': {
    vi: 'Có {votes} phiếu mà chỉ {limit} người dự họp.',
    en: 'There are {votes} votes, and {limit} members came.',
  },
  'no-quorum': {
    vi: 'Chưa đủ người dự: cần ít nhất {limit} thành viên. Họp lại rồi ghi.',
    en: 'Too few came: at least {limit} members are needed. Meet again, then record it.',
  },
  'before-appraisal': {
    vi: 'Hội đồng họp sau khi thẩm tra, từ ngày {limit}.',
    en: 'The council meets after the appraisal, from {limit} on.',
  },
  'before-vote': {
    vi: 'Quyết định không thể trước ngày hội đồng bỏ phiếu, {limit}.',
    en: 'It cannot be decided before the council voted, on {limit}.',
  },
  'not-signed-yet': { vi: 'Văn bản chưa ký: {limit} chưa đến.', en: 'It is not signed yet: {limit} is yet to come.' },
  'no-place': { vi: 'Chọn đơn vị.', en: 'Choose the unit.' },
  'no-level': { vi: 'Chọn mức.', en: 'Choose the level.' },
  'outside-charge': { vi: 'Đơn vị này ngoài phạm vi phụ trách.', en: 'This unit is not in your charge.' },
  'needs-a-case': {
    vi: 'Xã được công nhận qua đánh giá, thẩm tra và bỏ phiếu: ghi quyết định ở lần đánh giá của xã.',
    en: 'A commune is recognised after its assessment, appraisal and vote: record the decision at its assessment.',
  },
} satisfies ProblemWords

export type AssessingCode = keyof typeof assessing_problems
