import { sayDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { fill, ofField } from '../../basis/shared/sentences.ts'
import { form_problems, noSuchDay, type ProblemWords } from '../../platform/staff/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { instrument_problems } from '../organisation/index.ts'
import { people_words } from './words.ts'

const stale = {
  vi: 'Người khác vừa ghi «{theirs}». Ô dưới vẫn là điều vừa nhập: giữ hay sửa, rồi gửi lại.',
  en: 'Somebody has just recorded “{theirs}”. Below is still what you typed: keep or change it, and send again.',
}
const stale_alike = {
  vi: 'Người khác vừa ghi đúng như thế này. Không cần gửi nữa.',
  en: 'Somebody has just recorded the same. There is no need to send it.',
}

/** What is said of each problem with people. A code that is not here does not compile. */
export const people_problems = {
  ...form_problems,
  ...instrument_problems,
  'no-such-day': noSuchDay('3/2/2026'),
  'stale-version': ({ problem, lang, label }) =>
    problem.field ? ofField(label, fill(stale[lang], { theirs: theirsIn(lang, problem) })) : stale_alike[lang],
  'no-name': { vi: 'Nhập họ và tên.', en: 'Give the full name.' },
  'impossible-birth': { vi: 'Ngày sinh không thể như vậy. Kiểm tra lại năm.', en: 'This cannot be a date of birth. Check the year.' },
  'unknown-choice': { vi: 'Chọn một trong các mục.', en: 'Choose one of the answers.' },
  'to-come': { vi: 'Ngày này chưa đến. Ghi khi việc đã xảy ra.', en: 'This day is still to come. Record it when it has happened.' },
  'not-after': { vi: 'Phải sau ngày {limit}.', en: 'It must be after {limit}.' },
  'unknown-unit': { vi: 'Không có đơn vị này vào ngày đó.', en: 'There was no such unit on that day.' },
  'not-a-cell': {
    vi: 'Đơn vị này không có người sinh hoạt trực tiếp. Chọn một chi bộ.',
    en: 'People are not members of this unit itself. Choose a cell.',
  },
  'not-yours': {
    vi: 'Tài khoản đang dùng không phụ trách nơi này. Văn phòng của đơn vị, hoặc của cấp trên chung của cả hai nơi, làm được.',
    en: 'This account has no charge there. The office of the unit, or of the level above both, can do it.',
  },
  'known-already': {
    vi: '{unit_name} đã có người trùng họ tên. Kiểm tra; nếu là người khác thì đánh dấu rồi gửi lại.',
    en: 'Somebody of this name is in {unit_name}. Check; if this is another person, mark the box and send again.',
  },
  'known-before': {
    vi: 'Sổ có người cũ cùng họ tên. Chọn đúng người, hoặc chọn «người mới».',
    en: 'Somebody of this name has left before. Choose who it is, or that it is somebody new.',
  },
  'member-elsewhere': {
    vi: 'Người này đang sinh hoạt ở một nơi khác vào ngày đó. Nơi ấy ghi chuyển đi trước.',
    en: 'This person is in a cell elsewhere on that day. That place records their leaving first.',
  },
  'unknown-person': {
    vi: 'Người này không sinh hoạt ở đơn vị nào trong phạm vi của tài khoản đang dùng.',
    en: 'This person is in no unit in the charge of this account.',
  },
  'no-unit': { vi: 'Chọn chi bộ đến.', en: 'Choose the cell.' },
  'same-cell': { vi: 'Người này đang ở chi bộ ấy rồi.', en: 'The person is in that cell already.' },
  'to-oneself': { vi: 'Việc của chính mình do người khác làm.', en: 'For oneself, this is done by somebody else.' },
  'holds-post': {
    vi: 'Người này còn giữ chức vụ: {titles}. Đánh dấu để kết thúc cùng ngày.',
    en: 'The person still holds a post: {titles}. Mark the box to end it on the same day.',
  },
  'no-reason': { vi: 'Chọn lý do.', en: 'Choose a reason.' },
  'no-title': { vi: 'Nhập tên chức vụ.', en: 'Give the title of the post.' },
  'post-taken': {
    vi: 'Chức vụ này đang có người giữ từ {limit}. Kết thúc chức vụ của người ấy trước.',
    en: 'Somebody has held this post since {limit}. End their tenure first.',
  },
  'unknown-tenure': {
    vi: 'Chức vụ này đã kết thúc, hoặc không thuộc phạm vi của tài khoản đang dùng.',
    en: 'This tenure has ended, or is not in the charge of this account.',
  },
} satisfies ProblemWords

export type PeopleCode = keyof typeof people_problems

/** What somebody else wrote meanwhile, as a page shows it. */
function theirsIn(lang: Language, { field, values }: Problem): string {
  const theirs = String(values?.theirs ?? '')
  if (field === 'gender') return lookUp<string>(people_words[lang].genders, theirs) ?? theirs
  return sayDay(theirs, lang) || people_words[lang].not_known
}
