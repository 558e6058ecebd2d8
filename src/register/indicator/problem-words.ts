import { form_problems, type ProblemWords, workbook_problems } from '../../platform/staff/index.ts'

/** What is said of each problem with a value, a key or a definition. A code that is not here does not compile. */
export const indicator_problems = {
  ...form_problems,
  ...workbook_problems,
  'not-yours': {
    vi: 'Số liệu của đơn vị này do văn phòng phụ trách đơn vị gửi.',
    en: 'Values of this unit are sent by the office in charge of it.',
  },
  'nothing-sent': { vi: 'Chưa có số liệu nào trong lần gửi này.', en: 'There is no value in this delivery.' },
  'too-many-values': { vi: 'Mỗi lần gửi nhiều nhất {limit} số liệu.', en: 'At most {limit} values in one delivery.' },
  'unknown-indicator': { vi: 'Dòng {row}: không có chỉ số «{said}».', en: 'Row {row}: there is no indicator "{said}".' },
  'other-measure': {
    vi: 'Dòng {row}: chỉ số này tính bằng «{measure}», không phải «{said}».',
    en: 'Row {row}: this indicator is measured in "{measure}", not in "{said}".',
  },
  'no-such-month': {
    vi: 'Dòng {row}: «{said}» không phải một tháng; viết như 11/2026.',
    en: 'Row {row}: "{said}" is no month; write 11/2026.',
  },
  'month-not-over': {
    vi: 'Dòng {row}: tháng {said} chưa hết, chưa có số liệu.',
    en: 'Row {row}: the month {said} is not over, so it has no value yet.',
  },
  'no-quantity': { vi: 'Dòng {row}: «{said}» không phải một số từ 0 trở lên.', en: 'Row {row}: "{said}" is no number from 0 on.' },
  'unknown-place': {
    vi: 'Dòng {row}: không có «{said}» trong các địa bàn mà văn phòng này gửi số liệu.',
    en: 'Row {row}: "{said}" is not among the places for which this office sends values.',
  },
  'which-place': {
    vi: 'Dòng {row}: có nhiều nơi tên «{said}»; ghi mã thay cho tên.',
    en: 'Row {row}: several places are called "{said}"; write the code instead.',
  },
  'not-alive': { vi: 'Dòng {row}: tháng {month} không có đơn vị «{said}».', en: 'Row {row}: there was no unit "{said}" in {month}.' },
  'month-twice': {
    vi: 'Dòng {row}: tháng này của chỉ số này đã có ở dòng {first}.',
    en: 'Row {row}: this month of this indicator stands in row {first} already.',
  },
  'more-than-whole': {
    vi: 'Dòng {row}: {said} nhiều hơn tổng {whole} của cùng tháng.',
    en: 'Row {row}: {said} is more than the whole of {whole} in the same month.',
  },
  'revision-without-note': {
    vi: 'Dòng {row}: sổ đã ghi {stood}. Muốn sửa, ghi lý do ở cột Ghi chú.',
    en: 'Row {row}: the register has {stood}. To revise it, give the reason in the notes.',
  },
  'late-without-note': {
    vi: 'Dòng {row}: số liệu tháng {month} gửi muộn. Ghi lý do ở cột Ghi chú rồi gửi lại.',
    en: 'Row {row}: the value of {month} is late. Give the reason in the notes and send it again.',
  },
  'implausible-without-note': {
    vi: 'Dòng {row}: {said} khác hẳn các tháng trước. Nếu đúng, ghi lý do ở cột Ghi chú rồi gửi lại.',
    en: 'Row {row}: {said} is far from the months before. If it is right, give the reason in the notes and send it again.',
  },
  'no-table': {
    vi: 'Tệp không có bảng nào với các cột Chỉ số, Đơn vị, Tháng và Giá trị.',
    en: 'The file has no table with the columns Indicator, Place, Month and Value.',
  },
  'choose-indicator': { vi: 'Chọn một chỉ số.', en: 'Choose an indicator.' },
  'no-place': { vi: 'Ghi tên hoặc mã đơn vị hành chính.', en: 'Give the name or the code of the place.' },
  'no-month': { vi: 'Ghi tháng, ví dụ 11/2026.', en: 'Give the month, for example 11/2026.' },
  'no-value-typed': { vi: 'Ghi giá trị.', en: 'Give the value.' },
  'no-name': { vi: 'Đặt tên cho khóa, như tên hệ thống sẽ gửi.', en: 'Name the key, for example after the system that sends.' },
  'unknown-key': { vi: 'Không có khóa này, hoặc khóa đã thu hồi.', en: 'There is no such key, or it was revoked.' },
  'too-many-keys': {
    vi: 'Mỗi đơn vị có nhiều nhất {limit} khóa; thu hồi một khóa trước.',
    en: 'A unit has at most {limit} keys; revoke one first.',
  },
  'too-many-requests': { vi: 'Khóa này gửi quá nhiều lần; đợi {limit} giây.', en: 'This key sends too often; wait {limit} seconds.' },
  'unreadable-request': { vi: 'Không đọc được yêu cầu ở {said}.', en: 'The request cannot be read at {said}.' },
} satisfies ProblemWords

export type IndicatorCode = keyof typeof indicator_problems
