import { fill } from '../../basis/shared/sentences.ts'
import { form_problems, noSuchDay, type ProblemWords } from '../../platform/staff/index.ts'
import { moveProblems } from '../../platform/workflow/index.ts'
import { blocks } from '../portal/index.ts'
import { arrangement_move_words } from './words.ts'

/** Problems that name a block: «{name}» is what editors call it. */
function ofBlock(vi: string, en: string): ProblemWords[string] {
  return ({ lang, problem: { values } }) => {
    const type = String(values?.block ?? '')
    return fill({ vi, en }[lang], { name: blocks.get(type)?.name[lang] ?? type })
  }
}

/** What is said of each problem with an arrangement. */
export const arrangement_problems = {
  ...form_problems,
  ...moveProblems(arrangement_move_words),
  'no-such-day': noSuchDay('1/12/2026'),
  'no-such-hour': { vi: 'Nhập giờ có thật, ví dụ 6:00.', en: 'Give an hour that exists, for example 6:00.' },
  'no-choice': { vi: 'Chọn hiện ngay hay hẹn giờ.', en: 'Choose now, or an hour.' },
  'hour-past': { vi: 'Giờ ấy đã qua.', en: 'This hour has passed.' },
  'hour-too-far': { vi: 'Hẹn giờ nhiều nhất một năm.', en: 'At most a year from now.' },
  'own-work': {
    vi: 'Bạn đã xếp trong bản này, nên một người duyệt đăng khác phải duyệt.',
    en: 'You arranged in it, so another publisher must approve it.',
  },
  'unknown-arrangement': { vi: 'Không có bản xếp này.', en: 'There is no such arrangement.' },
  'unknown-edition': { vi: 'Trang không có bản này.', en: 'The page has no such edition.' },
  'in-work': { vi: 'Trang này đang có một bản xếp khác: mở bản ấy.', en: 'This page is being arranged already: open that arrangement.' },
  'not-arranged-now': {
    vi: 'Bản này không xếp được ở bước này. Rút lại trước đã.',
    en: 'It cannot be changed at this step. Take it back first.',
  },
  'stale-version': {
    vi: 'Bản xếp vừa có thay đổi mới (lần {limit}). Xem lại rồi bấm lần nữa.',
    en: 'It has been changed since (change {limit}). Look again, then press again.',
  },
  'set-meanwhile': {
    vi: 'Người khác vừa đặt lại chính khối này. Ô bên dưới giữ những gì bạn nhập; bấm lưu lần nữa thì của bạn thay của họ.',
    en: 'Somebody else has just set up this very block. The fields hold what you typed; save again, and yours takes the place of theirs.',
  },
  'unknown-change': {
    vi: 'Không hiểu nút đã bấm. Trang dưới đây là bản đang có.',
    en: 'The press was not understood. Below is the page as it is.',
  },
  'block-gone': { vi: 'Khối này đã bị bỏ.', en: 'This block has been taken out.' },
  'too-many-blocks': { vi: 'Mỗi trang nhiều nhất {limit} khối.', en: 'At most {limit} blocks a page.' },
  'empty-page': { vi: 'Trang chưa có khối nào.', en: 'The page has no block yet.' },
  'block-missing': ofBlock('Trang này phải có khối «{name}».', 'This page needs the block “{name}”.'),
  'not-there': ofBlock('Khối «{name}» không đứng được ở đó.', 'The block “{name}” cannot stand there.'),
  'block-twice': ofBlock('Khối «{name}» chỉ đứng một lần trên trang.', 'The block “{name}” stands once on a page.'),
  'unfit-settings': ofBlock(
    'Khối «{name}» chưa đặt đúng: mở ra và đặt lại.',
    'The block “{name}” is not set up rightly: open it and set it up.',
  ),
} satisfies ProblemWords

/** What can be wrong with an arrangement: a code without its sentence above does not compile. */
export type ArrangementCode = keyof typeof arrangement_problems
