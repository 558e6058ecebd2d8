import { lookUp } from '../../basis/shared/look-up.ts'
import type { Language } from '../web/index.ts'

type Pair<T> = Record<Language, T>
const said = <T>(vi: T, en: NoInfer<T>): Pair<T> => ({ vi, en })

/** What the pages of a form in parts say, whatever is written in it. */
export const draft_words = {
  task_list: said('Các phần phải viết', 'What is to be written'),
  check: said('Xem lại và nộp', 'Check and hand in'),
  write_first: said('Bắt đầu từ phần đầu', 'Begin with the first part'),
  go_on: said('Viết tiếp', 'Go on writing'),
  check_all: said('Xem lại cả bản', 'Check the whole text'),
  to_parts: said('Về các phần', 'To the parts'),
  change: said('Sửa', 'Change'),
  progress: {
    done: said('Đã viết', 'Written'),
    begun: said('Đang viết', 'Begun'),
    to_do: said('Chưa viết', 'To do'),
  },
  handed_in_already: said(
    (state: string) => `Đã nộp: ${state}`,
    state => `Handed in: ${state}`,
  ),
  still_to_write: said(
    (n: number) => `Còn ${n} chỗ phải viết hoặc sửa`,
    n => (n === 1 ? 'One thing still to write or mend' : `${n} things still to write or mend`),
  ),
  save: said('Lưu và tiếp tục', 'Save and continue'),
  saving: said('Mỗi phần tự lưu khi đang viết. Bấm nút cũng lưu.', 'Each part saves itself while you write. The button saves as well.'),
  conflict: said('Có hai bản khác nhau', 'There are two different texts'),
  conflict_lead: said(
    'Trong lúc viết, chính bạn (ở máy hoặc cửa sổ khác) đã lưu bản mới hơn. Chưa có gì bị ghi đè. Chọn lời cuối cho từng chỗ khác nhau rồi lưu.',
    'While you wrote, you saved a newer draft in another window or on another machine. Nothing was overwritten. Choose the last word where they differ, and save.',
  ),
  mine: said('Bản vừa viết', 'Just written'),
  theirs: said('Bản đã lưu', 'Saved before'),
  keep: said('Lời giữ lại', 'What stays'),
  keep_merged: said('Lưu bản đã chọn', 'Save what I chose'),
}

/** What the script that saves by itself says, by the name of its `data-` attribute. */
const autosave_words = {
  saved: said('Đã lưu bản nháp lúc {time}', 'Draft saved at {time}'),
  beside: said(
    'Đã lưu vào bản nháp; bản đã nộp không đổi (lưu lúc {time})',
    'Saved in the draft; what was handed in does not change (saved at {time})',
  ),
  failed: said('Chưa lưu được. Bấm nút lưu để xem vì sao', 'Not saved. Press save to see why'),
  stale: said('Có bản khác mới hơn. Bấm nút lưu để xem cả hai bản', 'There is a newer draft. Press save to see both'),
  away: said(
    'Mất kết nối. Lời vừa viết được giữ trong máy này và tự gửi khi có mạng; đừng xóa dữ liệu trình duyệt',
    'No connection. What you wrote is kept on this machine and sent once there is one',
  ),
  ended: said(
    'Phiên làm việc đã hết. Lời vừa viết còn trong máy này; bấm nút lưu để đăng nhập lại rồi lưu',
    'Your session has ended. What you wrote is kept on this machine; press save to sign in again and save it',
  ),
  restored: said(
    'Đã lấy lại lời viết lần trước chưa kịp gửi, đang gửi',
    'What you wrote last time and could not send is here again, and is being sent',
  ),
}

export function autosaveAttributes(lang: Language): Record<`data-${string}`, string | true> {
  const sayings = Object.entries(autosave_words).map(([name, words]) => [`data-${name}`, lookUp(words, lang)])
  return { 'data-autosave': true, ...Object.fromEntries(sayings) }
}
