import type { MoveWords } from '../../platform/workflow/index.ts'
import type { PlanMaker, PlanState } from './plan.ts'

/** What a step has done with a plan, and who takes it. */
export const move_words: MoveWords<PlanState, PlanMaker> = {
  steps: {
    submitted: { vi: 'nộp', en: 'handed in' },
    returned: { vi: 'trả lại để sửa', en: 'given back to mend' },
    approved: { vi: 'duyệt', en: 'approved' },
  },
  makers: {
    self: { vi: 'chính người lập', en: 'its author' },
    'level-above': { vi: 'cấp trên', en: 'the level above' },
  },
}
