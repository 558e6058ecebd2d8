import type { MoveWords } from '../../platform/workflow/index.ts'
import type { CampaignState } from './reads/list-campaigns.ts'

/** What has become of a campaign, and who decides on it. */
export const move_words: MoveWords<CampaignState, 'office-above'> = {
  steps: {
    draft: { vi: 'đang soạn', en: 'being drafted' },
    issued: { vi: 'đã phát động', en: 'called' },
    open: { vi: 'đang nhận', en: 'open' },
    closing: { vi: 'sắp hết hạn', en: 'closing' },
    closed: { vi: 'đã đóng', en: 'closed' },
    archived: { vi: 'đã lưu', en: 'archived' },
    withdrawn: { vi: 'đã rút lại', en: 'withdrawn' },
  },
  makers: { 'office-above': { vi: 'văn phòng cấp trên', en: 'the office above' } },
}
