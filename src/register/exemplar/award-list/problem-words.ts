import { form_problems, noSuchDay, type ProblemWords, workbook_problems } from '../../../platform/staff/index.ts'
import { moveProblems } from '../../../platform/workflow/index.ts'
import { instrument_problems } from '../../organisation/index.ts'
import { exemplar_problems } from '../problem-words.ts'
import { list_move_words } from './words.ts'

const { 'no-achievement': no_achievement, 'nominated-already': nominated, 'not-signed-yet': not_signed } = exemplar_problems

/** What is said of each problem with a list of recognitions, and with its cells. */
export const award_list_problems = {
  ...form_problems,
  ...instrument_problems,
  ...workbook_problems,
  ...moveProblems(list_move_words),
  'no-comment': { vi: 'Ghi rõ vì sao.', en: 'Say why.' },
  'too-long': { vi: 'Nhiều nhất {limit} ký tự.', en: 'At most {limit} characters.' },
  'no-award-table': {
    vi: 'Tệp không có bảng nào với tên điển hình và thành tích.',
    en: 'The file has no table with names and achievements.',
  },
  'columns-lacking': { vi: 'Bảng thiếu cột: {columns}.', en: 'The table lacks columns: {columns}.' },
  'nothing-listed': { vi: 'Bảng chưa có dòng nào.', en: 'The table has no row yet.' },
  'too-many-lines': { vi: 'Nhiều nhất {limit} dòng một lần; chia tệp rồi gửi.', en: 'At most {limit} rows at once; divide the file.' },
  'error-value': { vi: 'Ô báo lỗi {said}.', en: 'The cell says {said}.' },
  'no-value': {
    vi: 'Công thức chưa được tính: mở tệp bằng Excel và lưu lại.',
    en: 'The formula was never worked out: open the file in Excel and save it.',
  },
  'no-name-in-line': { vi: 'Dòng này chưa có tên.', en: 'This row has no name.' },
  'unknown-kind': { vi: 'Ghi «cá nhân» hoặc «tập thể».', en: 'Write "individual" or "collective".' },
  'unknown-field': { vi: 'Không có lĩnh vực «{said}».', en: 'There is no field "{said}".' },
  'unknown-place': {
    vi: 'Không có xã, phường, thị trấn «{said}» vào ngày quyết định hay hôm nay.',
    en: 'There is no commune "{said}" on the day of the decision, nor today.',
  },
  'which-place': {
    vi: 'Có nhiều nơi tên «{said}»; ghi mã thay cho tên.',
    en: 'Several places are called "{said}"; write the code instead.',
  },
  'unknown-level': { vi: 'Ghi «xã», «huyện», «tỉnh» hoặc «nhà nước».', en: 'Write "commune", "district", "province" or "nation".' },
  'unknown-form': {
    vi: 'Ghi «bằng khen», «giấy khen», «danh hiệu» hoặc «huân chương».',
    en: 'Write "certificate of merit", "commendation", "title" or "order".',
  },
  'no-achievement': no_achievement,
  'no-such-day': noSuchDay('15/12/2026'),
  'not-signed-yet': not_signed,
  'line-twice': {
    vi: 'Thành tích này của cùng điển hình đã có ở dòng {first}.',
    en: 'The same achievement of theirs stands in row {first}.',
  },
  'nominated-already': nominated,
  'several-so-named': {
    vi: 'Sổ có nhiều điển hình «{said}» ở địa bàn này. Bỏ dòng này, ghi công nhận trong hồ sơ của đúng người.',
    en: 'The register has several called "{said}" in this place. Take the row out and record it in the case of the right one.',
  },
  'not-oneself': {
    vi: 'Không ai tự khen thưởng mình: người khác làm dòng này.',
    en: 'Nobody recognises themselves: somebody else does this row.',
  },
  'unknown-list': { vi: 'Không có danh sách này trong phạm vi phụ trách.', en: 'There is no such list in your charge.' },
  'list-moved': {
    vi: 'Sổ đã khác so với lúc gửi danh sách. Người gửi rút lại rồi gửi lần nữa.',
    en: 'The register has changed since the list was sent. Whoever sent it takes it back and sends it again.',
  },
  'awards-moved': {
    vi: 'Có công nhận trong danh sách này đã bị thu hồi; hoàn tác cả danh sách không được nữa.',
    en: 'Something of this list was revoked since, so the list cannot be undone as a whole any more.',
  },
} satisfies ProblemWords

export type AwardListCode = keyof typeof award_list_problems
