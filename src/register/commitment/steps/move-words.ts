import type { MoveWords } from '../../../platform/workflow/index.ts'
import type { Maker, State } from '../commitment.ts'

/** What a step has done with a commitment, and who takes it. */
export const move_words: MoveWords<State, Maker> = {
  steps: {
    submitted: { vi: 'nộp', en: 'handed in' },
    returned: { vi: 'trả lại để sửa', en: 'given back to mend' },
    endorsed: { vi: 'xác nhận', en: 'endorsed' },
    approved: { vi: 'duyệt', en: 'approved' },
    'under-way': { vi: 'bắt đầu thực hiện', en: 'put under way' },
    'self-reviewed': { vi: 'tự kiểm điểm', en: 'self-reviewed' },
    concluded: { vi: 'kiểm điểm xong', en: 'review concluded' },
    superseded: { vi: 'thay bằng bản sau', en: 'replaced by the next' },
    withdrawn: { vi: 'rút lại', en: 'taken back' },
  },
  makers: {
    self: { vi: 'chính người viết', en: 'its writer' },
    cell: { vi: 'chi bộ', en: 'the cell' },
    'level-above': { vi: 'cấp trên', en: 'the level above' },
  },
}
