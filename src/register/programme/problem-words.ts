import { sayDay } from '../../basis/shared/dates.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import { fill } from '../../basis/shared/sentences.ts'
import { form_problems, noSuchDay, type ProblemWords } from '../../platform/staff/index.ts'
import { moveProblems } from '../../platform/workflow/index.ts'
import { instrument_problems } from '../organisation/index.ts'
import { move_words } from './move-words.ts'

const overlap = {
  vi: 'Đợt {year} của {unit} còn nhận từ {from} đến {to}: cùng những người ấy sẽ có hai đợt.',
  en: 'The campaign of {year} of {unit} is open from {from} to {to}: the same people will be in two.',
}

/** What is said of each problem with a campaign. A code that is not here does not compile. */
export const campaign_problems = {
  ...moveProblems(move_words),
  ...form_problems,
  ...instrument_problems,
  'no-such-day': noSuchDay('1/12/2026'),
  'no-such-year': { vi: 'Nhập một năm, ví dụ 2028.', en: 'Give a year, for example 2028.' },
  'no-theme': { vi: 'Nhập chuyên đề năm.', en: 'Give the theme of the year.' },
  'wrong-bounds': {
    vi: 'Số việc từ 1 đến {limit}, số nhiều nhất không nhỏ hơn số ít nhất.',
    en: 'From 1 to {limit} deeds, and the most is no less than the least.',
  },
  'other-bounds': {
    vi: '{label}: quy định hiện hành là từ {least} đến {most} việc.',
    en: '{label}: the rule in force is from {least} to {most} deeds.',
  },
  'campaign-runs': {
    vi: 'Đợt {limit} đã phát động với chuyên đề trước và sẽ đổi theo. Đánh dấu nếu đổi cả cho đợt ấy; không thì để nguyên chuyên đề.',
    en: 'The campaign of {limit} was called with the theme before and would change with it. Mark this to change it there, too; otherwise leave the theme as it is.',
  },
  'other-theme': {
    vi: 'Cấp này đã đặt chuyên đề năm là «{theme}»: đợt sẽ mang chuyên đề ấy.',
    en: 'This level has set the theme of the year already, «{theme}»: the campaign will carry that one.',
  },
  'today-alone': {
    vi: 'Đổi cả cho đợt đang nhận thì áp dụng từ hôm nay, {limit}.',
    en: 'For campaigns that are open it holds from today on, {limit}.',
  },
  'odd-reason': {
    vi: 'Dòng {limit}: viết lý do | bằng tiếng Anh | ghi rõ hoặc không cần.',
    en: 'Line {limit}: give the reason | in English | «ghi rõ» or «không cần».',
  },
  'no-reasons': { vi: 'Cần ít nhất một lý do.', en: 'At least one reason is needed.' },
  'cited-already': { vi: 'Văn bản này đã ghi.', en: 'This instrument is recorded already.' },
  'unknown-reason': {
    vi: 'Lý do này không còn dùng. Chọn một lý do khác.',
    en: 'This reason is not in use any more. Choose another one.',
  },
  'due-before-opening': { vi: 'Hạn nộp không thể trước ngày mở {limit}.', en: 'It cannot be due before it opens on {limit}.' },
  'closes-before-due': { vi: 'Ngày đóng không thể trước hạn nộp {limit}.', en: 'It cannot close before it is due on {limit}.' },
  'window-too-long': { vi: 'Một đợt dài nhất {limit} ngày.', en: 'A campaign lasts {limit} days at most.' },
  'wrong-form': {
    vi: 'Đợt mở ngày ấy không dùng mẫu này; đang dùng mẫu {limit}.',
    en: 'A campaign that opens then does not use this form; form {limit} is in use.',
  },
  'unknown-programme': { vi: 'Chọn chương trình.', en: 'Choose the programme.' },
  'unknown-unit': { vi: 'Chọn một đơn vị.', en: 'Choose a unit.' },
  'unknown-campaign': { vi: 'Không có đợt này.', en: 'There is no such campaign.' },
  'not-yours': {
    vi: 'Tài khoản đang dùng không phụ trách đơn vị này. Văn phòng cấp trên của đơn vị làm được.',
    en: 'This account has no charge of this unit. The office above it can do it.',
  },
  'campaign-exists': { vi: 'Đơn vị này đã phát động đợt {limit}.', en: 'This unit has called the campaign of {limit} already.' },
  'handed-in': {
    vi: 'Đã có người nộp: đợt này không rút lại được nữa. Có thể gia hạn hoặc miễn cho từng người.',
    en: 'Somebody has handed in: this campaign cannot be withdrawn any more. It can be extended, and people can be exempted.',
  },
  'nobody-due': {
    vi: 'Không có ai sinh hoạt trong đơn vị này vào ngày mở đợt.',
    en: 'Nobody is a member in this unit on the opening day.',
  },
  'not-under': { vi: 'Đợt này không đến đơn vị ấy.', en: 'This campaign does not reach that unit.' },
  'not-later': { vi: 'Hạn mới phải sau hạn đang có: {limit}.', en: 'The new date must be after the present one: {limit}.' },
  'after-close': { vi: 'Hạn mới không thể sau ngày đóng {limit}.', en: 'The new date cannot be after the close on {limit}.' },
  'no-focus': { vi: 'Nhập trọng tâm.', en: 'Give the focus.' },
  'no-reason': { vi: 'Nhập lý do.', en: 'Give the reason.' },
  'no-kind-of-reason': { vi: 'Chọn một lý do.', en: 'Choose a reason.' },
  'no-person': { vi: 'Chọn người được miễn.', en: 'Choose who is exempt.' },
  'unknown-obligation': { vi: 'Chọn một người.', en: 'Choose somebody.' },
  'own-obligation': { vi: 'Không ai tự miễn cho mình.', en: 'Nobody exempts themselves.' },
  'unknown-exception': {
    vi: 'Người này không còn được miễn. Xem lại danh sách.',
    en: 'This person is not exempt any more. Look at the list again.',
  },
  'already-excepted': {
    vi: 'Người này đã được miễn hoặc không còn thuộc diện.',
    en: 'This person is exempt already, or owes nothing more.',
  },
  'outside-window': { vi: 'Phải trong khoảng {from} – {to}.', en: 'It must be within {from} – {to}.' },
  'outside-year': {
    vi: '{label}: đợt {year} thường nằm trong khoảng {from} – {to}.',
    en: '{label}: a campaign of {year} usually lies between {from} and {to}.',
  },
  overlaps: ({ lang, problem: { values = {} } }) => {
    const unit = sayName(String(values.unit), lang)
    return fill(overlap[lang], { ...values, unit, from: sayDay(String(values.from), lang), to: sayDay(String(values.to), lang) })
  },
} satisfies ProblemWords

export type CampaignCode = keyof typeof campaign_problems
