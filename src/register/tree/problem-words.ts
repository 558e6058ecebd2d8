import { lookUp } from '../../basis/shared/look-up.ts'
import type { Sentence } from '../../basis/shared/sentences.ts'
import { form_problems, noSuchDay, type ProblemWords, workbook_problems } from '../../platform/staff/index.ts'
import { instrument_problems, merger_problem_words } from '../organisation/index.ts'
import { most_alone } from './change/unit-change.ts'

/** What is said where a table of the register names a unit that is to be taken back. */
const namings: Record<string, Sentence> = {
  membership: { vi: 'có người sinh hoạt ở đó', en: 'people are members there' },
  post: { vi: 'có chức vụ ở đó', en: 'there are posts' },
  placement: { vi: 'có đơn vị khác trực thuộc', en: 'other units stand under it' },
  role_grant: { vi: 'có vai trò được giao ở đó', en: 'roles are granted there' },
  roster_import: { vi: 'có danh sách đã gửi cho đơn vị', en: 'rosters were sent for it' },
  roster_row: { vi: 'có danh sách nêu đơn vị', en: 'a roster names it' },
}

/** What is said of a cell of a list of units that cannot be understood; `{said}` is what stands in it. */
export const list_problems = {
  'no-name-in-row': { vi: 'Thiếu tên đơn vị.', en: 'The name is missing.' },
  'not-a-day': { vi: '«{said}» không phải ngày/tháng/năm.', en: '"{said}" is no day/month/year.' },
  'no-kind-in-row': {
    vi: 'Không rõ loại của «{said}»: thêm cột Loại.',
    en: 'It is not clear of what kind "{said}" is: add a column of kinds.',
  },
  'unknown-kind-in-row': { vi: 'Không có loại đơn vị «{said}».', en: 'There is no kind of unit "{said}".' },
  'unknown-parent': {
    vi: 'Không có đơn vị cấp trên «{said}», trong tệp cũng như trong sổ.',
    en: 'There is no unit above called "{said}", in the file or in the register.',
  },
  'ambiguous-parent': {
    vi: 'Có nhiều đơn vị cấp trên cùng tên; ghi khóa thay cho tên. {said}.',
    en: 'Several units above have this name; write the key instead. {said}.',
  },
  'parent-of-itself': { vi: '«{said}» trực thuộc chính mình, qua các dòng khác.', en: '"{said}" stands under itself, by other rows.' },
  'row-twice': { vi: 'Đơn vị này đã có ở dòng {said}.', en: 'This unit stands in row {said} already.' },
  'beyond-list': {
    vi: '«{said}» trong sổ không trực thuộc đơn vị của danh sách này.',
    en: 'In the register "{said}" does not stand under the unit of this list.',
  },
  'error-value': { vi: 'Ô báo lỗi {said}.', en: 'The cell says {said}.' },
  'no-value': {
    vi: 'Công thức chưa được tính: mở tệp bằng Excel và lưu lại.',
    en: 'The formula was never worked out: open the file in Excel and save it.',
  },
} satisfies Record<string, Sentence>

/** What is said of each problem with a change of units. */
export const unit_problems = {
  ...merger_problem_words,
  ...form_problems,
  ...instrument_problems,
  'no-such-day': noSuchDay('1/12/2026'),
  'no-name': { vi: 'Nhập tên đơn vị.', en: 'Give the name of the unit.' },
  'no-kind': { vi: 'Chọn loại đơn vị.', en: 'Choose the kind of unit.' },
  'nothing-to-change': {
    vi: 'Chưa có gì khác với sổ: sửa tên, loại hoặc mã rồi ghi.',
    en: 'Nothing differs from the register: change the name, the kind or the code.',
  },
  'not-signed-yet': {
    vi: 'Văn bản ký ngày {day}, chưa tới: chỉ ghi văn bản đã ký.',
    en: 'The instrument is signed on {day}, which is to come: only what is signed can be recorded.',
  },
  'no-charge': {
    vi: 'Bạn không phụ trách đơn vị cấp trên của các đơn vị này. Văn phòng cấp trên làm được.',
    en: 'You do not manage the unit above these. The office above can do it.',
  },
  'too-many-alone': {
    vi: `Một người ghi nhiều nhất ${most_alone} đơn vị một lần. Danh sách dài hơn thì gửi bằng tệp, người thứ hai xác nhận.`,
    en: `One person records ${most_alone} units at once at most. Send a longer list as a file, and a second person confirms it.`,
  },
  'laid-already': {
    vi: 'Thay đổi này đã được trình (số {number}), đang chờ xác nhận.',
    en: 'This change is laid already (number {number}), and waits.',
  },
  'unknown-change': {
    vi: 'Không có thay đổi này ở những đơn vị bạn phụ trách.',
    en: 'There is no such change in the units in your charge.',
  },
  'settled-already': { vi: 'Thay đổi này đã có người quyết định.', en: 'This change is settled already.' },
  'own-change': { vi: 'Bạn đã trình, nên người khác phải xác nhận.', en: 'You laid it, so another person must confirm it.' },
  'anothers-change': { vi: 'Chỉ người đã trình mới rút được.', en: 'Only whoever laid it can take it back.' },
  'no-reason': { vi: 'Hãy nêu lý do bác.', en: 'Say why it is rejected.' },
  'register-moved': {
    vi: 'Sổ đã thay đổi từ khi trình: chưa ghi gì cả. Người trình cần đọc lại tệp.',
    en: 'The register has moved on since it was laid: nothing was written. Whoever laid it has to read the file again.',
  },
  'changed-since': {
    vi: 'Đã có thay đổi sau đó trên các đơn vị này: không hoàn tác được nữa.',
    en: 'These units were changed again since: this cannot be undone any more.',
  },
  'named-elsewhere': ({ problem, lang }) => {
    const named = String(problem.values?.tables ?? '').split(', ')
    const said = named.map(
      table => (lookUp(namings, table) ?? { vi: 'sổ đã ghi việc khác ở đó', en: 'the register names it elsewhere' })[lang],
    )
    const list = [...new Set(said)].join('; ')
    return lang === 'vi'
      ? `Không hoàn tác được: đơn vị mới đã được dùng (${list}). Đóng đơn vị bằng văn bản nếu không còn.`
      : `It cannot be undone: a new unit is in use (${list}). Close it by an instrument if it is no more.`
  },
  ...workbook_problems,
  'no-list': {
    vi: 'Không thấy bảng nào có cột tên đơn vị và ít nhất một cột khác.',
    en: 'No table with a column of names of units and at least one other was found.',
  },
  'anothers-list': {
    vi: 'Chỉ người gửi tệp mới cho đọc được; người khác xác nhận.',
    en: 'Only whoever sent the file has it read; another person confirms.',
  },
  'no-such-province': { vi: 'Chọn một tỉnh, thành phố trong danh mục.', en: 'Choose a province or city of the list.' },
  'no-name-column': { vi: 'Chọn cột nào là tên đơn vị.', en: 'Choose the column with the names of units.' },
  'column-twice': { vi: 'Cột này đã được chọn ở trên.', en: 'This column is chosen above already.' },
  ...list_problems,
} satisfies ProblemWords

export type UnitCode = keyof typeof unit_problems
export type ListCode = keyof typeof list_problems
