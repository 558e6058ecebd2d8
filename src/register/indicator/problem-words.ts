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
  'unknown-indicator': { vi: 'Không có chỉ số «{said}».', en: 'There is no indicator "{said}".' },
  'other-measure': {
    vi: 'Chỉ số này tính bằng «{measure}», không phải «{said}».',
    en: 'This indicator is measured in "{measure}", not in "{said}".',
  },
  'no-such-month': {
    vi: '«{said}» không phải một tháng; viết như 11/2026.',
    en: '"{said}" is no month; write 11/2026.',
  },
  'month-not-over': {
    vi: 'Tháng {said} chưa hết, chưa có số liệu.',
    en: 'The month {said} is not over, so it has no value yet.',
  },
  'no-quantity': { vi: '«{said}» không phải một số từ 0 trở lên.', en: '"{said}" is no number from 0 on.' },
  'unknown-place': {
    vi: 'Không có «{said}» trong các địa bàn mà văn phòng này gửi số liệu.',
    en: '"{said}" is not among the places for which this office sends values.',
  },
  'which-place': {
    vi: 'Có nhiều nơi tên «{said}»; ghi mã thay cho tên.',
    en: 'Several places are called "{said}"; write the code instead.',
  },
  'not-alive': { vi: 'Tháng {month} không có đơn vị «{said}».', en: 'There was no unit "{said}" in {month}.' },
  'month-twice': {
    vi: 'Tháng này của chỉ số này đã có ở dòng {first}.',
    en: 'This month of this indicator stands in row {first} already.',
  },
  'more-than-whole': {
    vi: '{said} nhiều hơn tổng {whole} của cùng tháng.',
    en: '{said} is more than the whole of {whole} in the same month.',
  },
  'revision-without-note': {
    vi: 'Sổ đã ghi {stood}. Muốn sửa, nêu lý do trong ghi chú.',
    en: 'The register has {stood}. To revise it, give the reason in the notes.',
  },
  'late-without-note': {
    vi: 'Số liệu tháng {month} gửi muộn. Nêu lý do trong ghi chú rồi gửi lại.',
    en: 'The value of {month} is late. Give the reason in the notes and send it again.',
  },
  'implausible-without-note': {
    vi: '{said} khác hẳn các tháng trước. Nếu đúng, nêu lý do trong ghi chú rồi gửi lại.',
    en: '{said} is far from the months before. If it is right, give the reason in the notes and send it again.',
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
  'unreadable-request': {
    vi: 'Không đọc được «{said}»: sai kiểu hoặc quá giới hạn đã mô tả ở {described}.',
    en: '"{said}" cannot be read: it is not of the type or within the limits that {described} describes.',
  },
} satisfies ProblemWords

/** What a page that was sent before is told, said to a system: it has no page, but a header that it makes itself. */
export const indicator_problems_of_systems = {
  ...indicator_problems,
  'key-reused': {
    vi: 'Idempotency-Key này đã gửi một lần với nội dung khác. Lần gửi mới cần khóa mới.',
    en: 'This Idempotency-Key was sent once with other content. A new delivery needs a new one.',
  },
  'unreadable-key': {
    vi: 'Thiếu Idempotency-Key, hoặc khóa không gồm 16 đến 128 chữ không dấu, số, dấu - và _.',
    en: 'There is no Idempotency-Key, or it is not made of 16 to 128 plain letters, digits, - and _.',
  },
} satisfies Record<IndicatorCode, unknown> & ProblemWords

/** «Dòng 4: tháng này…» for a value that came among others; without a row the sentence alone. */
export function atRow(lang: 'vi' | 'en', row: number | undefined, said: string): string {
  if (row === undefined) return said
  return `${lang === 'vi' ? 'Dòng' : 'Row'} ${row}: ${said.charAt(0).toLowerCase()}${said.slice(1)}`
}

export type IndicatorCode = keyof typeof indicator_problems
