import type { MoveWords } from '../../platform/workflow/index.ts'
import type { NominationMaker, NominationState } from './exemplar.ts'

/** What a step has done with a case, and who takes it. */
export const move_words: MoveWords<NominationState, NominationMaker> = {
  steps: {
    draft: { vi: 'lập hồ sơ', en: 'begun' },
    submitted: { vi: 'gửi đề cử', en: 'sent in' },
    returned: { vi: 'trả lại để bổ sung', en: 'given back to mend' },
    withdrawn: { vi: 'rút đề cử', en: 'withdrawn' },
    verified: { vi: 'xác minh tại chỗ', en: 'verified on the spot' },
    rejected: { vi: 'không chấp nhận', en: 'rejected' },
    council: { vi: 'hội đồng đồng ý', en: 'the council agreed' },
    notice: { vi: 'lấy ý kiến', en: 'notice given' },
    recommended: { vi: 'đề nghị công nhận', en: 'recommended' },
    recognised: { vi: 'công nhận', en: 'recognised' },
    revoked: { vi: 'thu hồi công nhận', en: 'recognition revoked' },
  },
  makers: {
    nominator: { vi: 'người lập hồ sơ', en: 'whoever began the case' },
    verifier: { vi: 'văn phòng của đơn vị khác', en: 'the office of another unit' },
    council: { vi: 'văn phòng cấp trên, thay mặt hội đồng', en: 'the office above, for the council' },
    'office-above': { vi: 'văn phòng cấp trên', en: 'the office above' },
  },
}
