import { form_problems, noSuchDay, type ProblemWords } from '../../platform/staff/index.ts'
import { moveProblems } from '../../platform/workflow/index.ts'
import { file_problems } from '../organisation/index.ts'
import { move_words } from './move-words.ts'

/** What is said of each problem with a review. A code that is not here does not compile. */
export const review_problems = {
  ...form_problems,
  ...file_problems,
  'no-file': { vi: 'Chọn ảnh chụp hoặc bản quét của biên bản.', en: 'Choose the photo or the scan of the minutes.' },
  ...moveProblems(move_words),
  'no-such-day': noSuchDay('15/12/2026'),
  'to-come': { vi: '{label}: ngày này chưa đến.', en: '{label}: that day has not come yet.' },
  'stale-version': {
    vi: 'Bản này vừa được sửa ở nơi khác. Đọc lại rồi gửi.',
    en: 'Somebody changed this meanwhile. Read it again, then send it.',
  },
  'unknown-review': {
    vi: 'Không có lần kiểm điểm này trong phần việc của tài khoản đang dùng.',
    en: 'This review is not among the work of your account.',
  },
  'unknown-round': { vi: 'Không có đợt kiểm điểm này ở đơn vị ấy.', en: 'There is no such round at that unit.' },
  // Opening
  'no-kind': { vi: 'Chọn loại đợt kiểm điểm.', en: 'Choose the kind of round.' },
  'not-in-force': {
    vi: 'Thang xếp loại này không có hiệu lực hôm nay. Chọn thang đang có hiệu lực.',
    en: 'This scheme is not in force today. Choose one that is.',
  },
  'ends-before': { vi: 'Ngày cuối đứng trước ngày đầu.', en: 'The last day is before the first.' },
  'due-before': { vi: 'Hạn xong phải từ hôm nay trở đi.', en: 'It cannot be due before today.' },
  'round-already': {
    vi: '{limit} người ở đây đã có đợt kiểm điểm cùng loại trong thời gian ấy. Mỗi người chỉ ở một đợt.',
    en: '{limit} people here are in a round of that kind and time already. Each is in one alone.',
    of_all: true,
  },
  'nobody-here': { vi: 'Hôm nay đơn vị này không có đảng viên nào.', en: 'Nobody is a member here today.', of_all: true },
  // Writing
  'no-result': { vi: 'Chọn kết quả của việc này.', en: 'Choose what became of this deed.' },
  'no-reason': { vi: 'Ghi vì sao việc này chưa xong.', en: 'Say why this deed is not done.' },
  'no-words': { vi: 'Viết phần này trước khi gửi.', en: 'Write this before you send it.' },
  'no-rating': { vi: 'Chọn một mức, hoặc ghi điểm từ 0 đến 100.', en: 'Choose a level, or give points from 0 to 100.' },
  // The meeting
  'no-chair': { vi: 'Ghi tên người chủ trì.', en: 'Name who was in the chair.' },
  'no-clerk': { vi: 'Ghi tên người ghi biên bản.', en: 'Name who took the minutes.' },
  'wrong-present': { vi: 'Số người dự phải từ 1 đến {limit}.', en: 'Between 1 and {limit} people were present.' },
  'no-quorum': {
    vi: 'Chưa đủ số người dự để quyết: cần ít nhất {limit} người. Chưa ghi gì; họp lại khi đủ người.',
    en: 'Too few were present to decide: at least {limit} are needed. Nothing was recorded; meet again.',
  },
  'too-many-votes': {
    vi: '{name}: nhiều phiếu hơn số người dự ({limit}).',
    en: '{name}: more votes than people present ({limit}).',
  },
  'no-votes': { vi: '{name}: ghi số phiếu.', en: '{name}: give the number of votes.' },
  'rating-missing': {
    vi: '{name}: chọn một mức của thang, hoặc ghi điểm từ 0 đến 100.',
    en: '{name}: choose a level of the scheme, or give points from 0 to 100.',
  },
  'nobody-rated': { vi: 'Chưa chọn ai.', en: 'Nobody was chosen.' },
  'appraised-since': {
    vi: '{name}: cấp trên đã thẩm định; cuộc họp không ghi lại được nữa.',
    en: '{name}: appraised by the level above; the meeting cannot be recorded again.',
  },
  // The level above
  'over-cap': {
    vi: '{name}: nhiều nhất {limit} người ở mức cao nhất, quyết định này làm thành {n}. Chưa ghi gì.',
    en: '{name}: at most {limit} may have the highest level, and this would make {n}. Nothing was recorded.',
    of_all: true,
  },
  'unit-not-rated': {
    vi: '{name} đứng đầu {unit}: xếp loại tập thể ấy trước. Chưa ghi gì.',
    en: '{name} heads {unit}: rate that collective first. Nothing was recorded.',
  },
  'head-above-unit': {
    vi: '{name}: thang này không xếp người đứng đầu cao hơn tập thể của mình ({unit}). Chưa ghi gì.',
    en: '{name}: this scheme rates no head above their own collective ({unit}). Nothing was recorded.',
  },
  'unit-rating-missing': {
    vi: '{unit}: chọn một mức của thang, hoặc ghi điểm từ 0 đến 100.',
    en: '{unit}: choose a level of the scheme, or give points from 0 to 100.',
  },
  'head-decided': {
    vi: '{unit}: {name}, người đứng đầu, đã được quyết định ở mức cao hơn. Chưa ghi gì.',
    en: '{unit}: {name}, who heads it, is decided at a higher level already. Nothing was recorded.',
  },
  'nothing-changed': { vi: 'Chưa có mức nào mới để ghi.', en: 'No level is new.' },
  'own-work': {
    vi: 'Không ai thẩm định hay quyết định xếp loại của chính mình.',
    en: 'Nobody appraises or decides their own rating.',
  },
  'nothing-appraised': { vi: 'Chưa có ai được thẩm định để quyết định.', en: 'Nobody is appraised yet.' },
  'no-complaint': { vi: 'Viết rõ vì sao khiếu nại.', en: 'Say what you complain about.' },
} satisfies ProblemWords

export type ReviewCode = keyof typeof review_problems
