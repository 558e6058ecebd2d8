import type { MoveWords } from '../../../platform/workflow/index.ts'
import type { CaseMaker, CaseState } from './standing-case.ts'

/** What a step has done with an assessment, and who takes it. */
export const move_words: MoveWords<CaseState, CaseMaker> = {
  steps: {
    draft: { vi: 'đang đánh giá', en: 'being assessed' },
    submitted: { vi: 'gửi thẩm tra', en: 'sent to be appraised' },
    returned: { vi: 'trả lại để bổ sung', en: 'given back to mend' },
    withdrawn: { vi: 'rút', en: 'withdrawn' },
    appraised: { vi: 'đã thẩm tra', en: 'appraised' },
    voted: { vi: 'hội đồng đồng ý', en: 'the council agreed' },
    rejected: { vi: 'hội đồng không đồng ý', en: 'the council did not agree' },
    decided: { vi: 'đã có quyết định công nhận', en: 'recognised by a decision' },
  },
  makers: {
    commune: { vi: 'văn phòng của xã', en: 'the office of the commune' },
    appraiser: { vi: 'văn phòng của đơn vị khác', en: 'the office of another unit' },
    council: { vi: 'văn phòng cấp trên, thay mặt hội đồng', en: 'the office above, for the council' },
    'office-above': { vi: 'văn phòng cấp trên', en: 'the office above' },
  },
}
