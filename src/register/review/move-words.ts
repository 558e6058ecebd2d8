import type { MoveWords } from '../../platform/workflow/index.ts'
import type { ReviewMaker, ReviewState } from './review.ts'

/** What a step has done with a review, and who takes it. */
export const move_words: MoveWords<ReviewState, ReviewMaker> = {
  steps: {
    'self-reviewed': { vi: 'tự kiểm điểm', en: 'self-reviewed' },
    proposed: { vi: 'tập thể đề nghị', en: 'proposed by the collective' },
    appraised: { vi: 'thẩm định', en: 'appraised' },
    decided: { vi: 'quyết định xếp loại', en: 'rated' },
    complained: { vi: 'khiếu nại', en: 'complained' },
  },
  makers: {
    self: { vi: 'chính người được kiểm điểm', en: 'the person reviewed' },
    cell: { vi: 'chi bộ', en: 'the cell' },
    'level-above': { vi: 'cấp trên', en: 'the level above' },
  },
}
