import { fill, type Sentence } from '../../basis/shared/sentences.ts'
import { form_problems, type ProblemWords, workbook_problems } from '../../platform/staff/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { moveProblems } from '../../platform/workflow/index.ts'
import { move_words } from './move-words.ts'

/**
 * What is said of each problem with a roster; what is wrong with a cell has its own below. A code that is not here does
 * not compile.
 */
export const roster_problems = {
  ...form_problems,
  ...moveProblems(move_words),
  ...workbook_problems,
  'no-table': {
    vi: 'Không thấy bảng nào có cột họ tên và ít nhất một cột khác.',
    en: 'No table with a column of names and at least one other was found.',
  },
  'another-year': {
    vi: 'Tiêu đề trong tệp nói năm {found}, còn ngày danh sách thuộc năm {asked}.',
    en: 'The titles speak of {found}, the day of the roster lies in {asked}.',
  },
  'another-unit': {
    vi: 'Danh sách của đơn vị khác: «{unit}» không thuộc đơn vị này.',
    en: 'The roster of another unit: «{unit}» is not below this one.',
  },
  'no-rows': { vi: 'Dưới tiêu đề không có dòng nào.', en: 'There are no rows below the header.' },
  'two-tables': {
    vi: 'Trang tính có hai bảng đặt cạnh nhau. Xếp lại thành một bảng rồi gửi.',
    en: 'Two tables stand side by side. Put them into one and send it again.',
  },
  'given-names-beside': {
    vi: 'Cột {beside} không có tiêu đề, chứa tên riêng, đứng cạnh cột {column}: chọn cột họ và tên đệm cùng cột tên thay cho cột họ và tên.',
    en: 'Column {beside} has no heading and holds given names, beside column {column}: choose the two parts of a name instead of the full name.',
  },
  'slipped-column': {
    vi: 'Cột {column} «{header}» không chứa thứ tiêu đề nói; thứ đó đang ở cột {beside}. Tiêu đề bị lệch một cột?',
    en: 'Column {column} «{header}» does not hold what it says; column {beside} does. Has the header slipped by one?',
  },
  'no-such-day': { vi: 'Ngày này không có trong lịch.', en: 'There is no such day.' },
  'to-come': { vi: 'Ngày danh sách chưa tới.', en: 'The day of the roster lies ahead.' },
  'day-too-old': { vi: 'Danh sách cũ quá: từ {limit} trở lại đây.', en: 'The roster is too old: from {limit} on.' },
  'no-name-column': {
    vi: 'Chọn cột họ và tên, hoặc cả cột họ đệm và cột tên.',
    en: 'Choose the column of full names, or both of their parts.',
  },
  'births-twice': {
    vi: 'Ngày sinh được chọn theo hai cách. Chọn một cách: một cột, hai cột nam và nữ, hoặc ba cột ngày, tháng, năm.',
    en: 'The birth is chosen in two ways. Choose one: one column, two by gender, or three for day, month and year.',
  },
  'no-year-column': { vi: 'Chọn cả cột năm sinh.', en: 'Choose the column of the year as well.' },
  'column-twice': { vi: 'Cột này đã được chọn cho thứ khác.', en: 'This column is chosen for something else already.' },
  'unknown-unit': { vi: 'Không có đơn vị này.', en: 'There is no such unit.' },
  'unknown-roster': {
    vi: 'Không có lần gửi này trong phần việc của tài khoản đang dùng.',
    en: 'This is not among the work of your account.',
  },
  'own-work': {
    vi: 'Người gửi không tự xác nhận: nhờ một người khác có quyền với đơn vị này.',
    en: 'Whoever sent a roster does not confirm it: ask another person with a right over this unit.',
  },
  'at-work': { vi: 'Việc đang chạy.', en: 'The work is under way.' },
  'stale-version': {
    vi: 'Có lựa chọn vừa đổi sau khi trang này mở ra. Xem lại rồi xác nhận.',
    en: 'A choice has changed since this page was opened. Look again, then confirm.',
  },
  'doubtful-left': {
    vi: 'Còn {limit} dòng chưa biết là ai: người gửi cần chọn trước.',
    en: 'Of {limit} rows it is not known who they are: whoever sent it must choose first.',
  },
  'beyond-sight': {
    vi: '{limit} dòng được ghi là người của đơn vị mà tài khoản này không giữ sổ. Nhờ người có quyền với cả hai đơn vị xác nhận.',
    en: '{limit} rows are taken for people of units that this account does not keep. Ask somebody with a right over both units to confirm.',
  },
  'member-elsewhere': {
    vi: '{names}: đang sinh hoạt ở nơi khác nên chưa nhận lại được. Nhờ nơi đó ghi chuyển đi, hoặc chọn là người khác, rồi so lại.',
    en: '{names}: members elsewhere now, and not to be taken back. Ask that office to let them go, or choose another person, and compare again.',
  },
  'to-oneself': {
    vi: 'Chính người xác nhận không còn trong danh sách: nhờ một người khác có quyền xác nhận.',
    en: 'You are not in this roster any more yourself: ask another person with a right over this unit to confirm it.',
  },
  'posts-moved': {
    vi: 'Chức vụ của người rời đi vừa đổi sau khi trang này mở ra. Xem lại rồi xác nhận.',
    en: 'The posts of those who leave have changed since this page was opened. Look again, then confirm.',
  },
  'posts-too-new': {
    vi: '{names}: giữ chức từ ngày của danh sách hoặc sau đó. Ghi thôi chức vụ trước, hoặc lấy danh sách mới hơn.',
    en: '{names}: held since the day of the roster or later. End the post first, or take a newer roster.',
  },
  'posts-beyond': {
    vi: '{limit} chức vụ đã kết thúc cùng lần ghi này không thuộc phần việc của tài khoản này. Nhờ người đã xác nhận hoàn tác.',
    en: '{limit} of the posts that ended with it are not yours to fill. Ask whoever confirmed it to take it back.',
  },
  'nothing-to-do': {
    vi: 'Danh sách khớp với sổ, không có gì để ghi.',
    en: 'The roster agrees with the register; there is nothing to write.',
  },
  'left-not-typed': { vi: 'Gõ số người không còn trong danh sách.', en: 'Type how many are not in the roster any more.' },
  'wrong-count': {
    vi: 'Con số không khớp. Xem lại danh sách những người không còn.',
    en: 'This is not the number. Look at who is not there any more.',
  },
  'none-chosen': { vi: 'Chưa chọn dòng nào.', en: 'No row was chosen.' },
  'not-doubtful': { vi: 'Dòng này không có gì để chọn.', en: 'There is nothing to choose for this row.' },
  'no-candidate': { vi: 'Người này không nằm trong các khả năng.', en: 'This person is not among those it may be.' },
  'person-taken': { vi: 'Người này đã là của một dòng khác.', en: 'This person belongs to another row already.' },
  'register-is-newer': {
    vi: 'Sổ đã ghi {n} thay đổi sau ngày của danh sách. Lấy danh sách mới hơn.',
    en: 'The register has {n} changes from after the day of the roster. Take a newer one.',
  },
  'register-changed': {
    vi: '{n} người đã được sửa trong sổ sau khi so. So lại rồi xác nhận.',
    en: '{n} people were changed in the register since. Compare again, then confirm.',
  },
  'changed-since': {
    vi: '{n} dòng đã được sửa tiếp sau khi ghi, nên không hoàn tác cả lần. Sửa từng người.',
    en: '{n} rows were changed again since, so not all of it is taken back. Correct them one by one.',
  },
} satisfies ProblemWords

export type RosterCode = keyof typeof roster_problems

const faults = {
  'no-name': { vi: 'Thiếu họ tên.', en: 'The name is missing.' },
  'not-a-name': { vi: '«{said}» không phải họ tên.', en: '«{said}» is no name.' },
  'not-a-day': {
    vi: 'Không đọc được ngày sinh «{said}»: ghi ngày/tháng/năm, hoặc chỉ năm.',
    en: 'The birth «{said}» cannot be read: write day/month/year, or the year.',
  },
  'no-such-day': {
    vi: 'Ngày sinh «{said}» không có trong lịch (ngày trước, tháng sau).',
    en: 'There is no day «{said}» (day first, then month).',
  },
  'too-young': { vi: 'Ngày sinh «{said}»: chưa đủ 16 tuổi.', en: 'Birth «{said}»: younger than 16.' },
  'too-old': { vi: 'Ngày sinh «{said}»: quá 110 tuổi.', en: 'Birth «{said}»: older than 110.' },
  'months-first': {
    vi: 'Excel đọc thành {said}, có thể đã đổi ngày với tháng: các ngày từ 13 trở lên trong cột này đều còn là chữ. Định dạng ô là văn bản rồi gõ lại ngày/tháng/năm.',
    en: 'Read as {said}, with day and month perhaps exchanged: all days from 13 on are still text in this column. Make the cell text and type day/month/year again.',
  },
  'noted-as-left': {
    vi: 'Ghi chú «{said}»: nếu người này không còn sinh hoạt thì xóa dòng; nếu còn thì xóa ghi chú.',
    en: 'Noted: «{said}». Delete the row if this person is no member here any more, or the note if they are.',
  },
  'only-a-name': {
    vi: 'Dòng chỉ có chữ «{said}»: là người thì ghi thêm ngày sinh, không phải thì xóa dòng.',
    en: 'The row says only «{said}»: add a birth if it is a person, or delete it.',
  },
  'departed-section': {
    vi: '«{said}»: những người dưới dòng này không thuộc danh sách; xóa họ rồi gửi lại.',
    en: '«{said}»: whoever stands below is not of this roster; delete them and send it again.',
  },
  'another-header': {
    vi: 'Tiêu đề «{said}» khác tiêu đề ở trên: xếp các bảng theo cùng một thứ tự cột.',
    en: 'The headings «{said}» differ from those above: bring the tables into one order of columns.',
  },
  'no-year': { vi: 'Thiếu năm sinh.', en: 'The year of birth is missing.' },
  'two-births': {
    vi: 'Ngày sinh ghi cả ở cột nam và cột nữ ({said}): xóa một bên.',
    en: 'A birth stands under men and under women ({said}): clear one of them.',
  },
  'birth-of-other-gender': { vi: 'Ngày sinh «{said}» đứng ở cột của giới kia.', en: 'The birth «{said}» stands under the other gender.' },
  'not-a-mark': {
    vi: '«{said}» không phải dấu của cột nữ: ghi x, hoặc để trống.',
    en: '«{said}» is no mark of the column of women: write x, or nothing.',
  },
  'not-a-gender': { vi: 'Giới tính «{said}»: ghi Nam hoặc Nữ.', en: 'Gender «{said}»: write Nam or Nữ.' },
  'not-a-kind': { vi: 'Loại «{said}»: ghi Chính thức hoặc Dự bị.', en: 'Kind «{said}»: write Chính thức or Dự bị.' },
  'not-a-card-number': { vi: 'Số thẻ «{said}» không đúng dạng.', en: '«{said}» is no number of a card.' },
  'not-an-ethnicity': { vi: 'Dân tộc «{said}» không đọc được.', en: 'Ethnicity «{said}» cannot be read.' },
  'no-unit': { vi: 'Thiếu chi bộ.', en: 'The cell is missing.' },
  'unknown-unit': { vi: 'Không có chi bộ «{said}» trong đơn vị này.', en: 'There is no cell «{said}» in this unit.' },
  'ambiguous-unit': {
    vi: 'Có nhiều chi bộ cùng tên; ghi mã thay cho tên. {said}.',
    en: 'Several cells have this name; write the key instead. {said}.',
  },
  'slipped-row': { vi: 'Các ô của dòng này bị lệch một cột.', en: 'The cells of this row have slipped by one column.' },
  'card-twice': { vi: 'Số thẻ này đã có ở dòng {said}.', en: 'This card stands in row {said} already.' },
  'person-in-two-units': {
    vi: 'Trùng họ tên, ngày sinh với dòng {said} ở đơn vị khác. Nếu là một người thì xóa một dòng; nếu là hai người thì ghi số thẻ của cả hai.',
    en: 'The same name and day of birth as in row {said}, in another unit. If it is one person, delete one row; if they are two, write both their cards.',
  },
  'two-readings': {
    vi: 'Ngày sinh «{said}»: có thể đọc hai cách. Định dạng ô là văn bản rồi ghi ngày/tháng/năm.',
    en: 'Birth «{said}»: it can be read in two ways. Make the cell text and write day/month/year.',
  },
  'month-before-day': {
    vi: '«{said}»: cột này ghi tháng trước ngày. Đổi cả cột thành ngày/tháng/năm.',
    en: '«{said}»: this column has the month before the day. Turn the whole column into day/month/year.',
  },
  'rounded-number': {
    vi: 'Số dài hơn 15 chữ số nên Excel đã làm tròn. Định dạng ô là văn bản rồi ghi lại số.',
    en: 'The number has more than 15 digits, so Excel has rounded it. Make the cell text and write the number again.',
  },
  'person-twice': {
    vi: 'Người này đã có ở dòng {said}. Nếu là hai người, ghi đủ ngày sinh hoặc số thẻ.',
    en: 'This person stands in row {said} already. If they are two, write their days of birth or their cards.',
  },
  'error-value': { vi: 'Ô báo lỗi {said}.', en: 'The cell says {said}.' },
  'no-value': {
    vi: 'Công thức chưa được tính: mở tệp bằng Excel và lưu lại.',
    en: 'The formula was never worked out: open the file in Excel and save it.',
  },
} satisfies Record<string, Sentence>

export type FaultCode = keyof typeof faults

/** What is wrong with a cell, in a sentence; `said` is what stands in it. */
export function faultSentence(lang: Language, { code, said }: { code: FaultCode; said: string }): string {
  return fill(faults[code][lang], { said })
}
