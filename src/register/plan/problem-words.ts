import type { ProblemWords } from '../../platform/staff/index.ts'
import { moveProblems } from '../../platform/workflow/index.ts'
import { commitment_problems } from '../commitment/index.ts'
import { move_words } from './move-words.ts'

/**
 * What is said of each problem with a plan: of its deeds and its draft what is said of a commitment's. A code that is
 * not here does not compile.
 */
export const plan_problems = {
  ...commitment_problems,
  ...moveProblems(move_words),
  'unknown-plan': {
    vi: 'Không có kế hoạch này trong phần việc của tài khoản đang dùng.',
    en: 'This plan is not among the work of your account.',
  },
  'not-presented': {
    vi: 'Chưa ghi ngày trình bày trước tập thể.',
    en: 'The day on which it was presented to the collective is missing.',
    of_all: true,
  },
  'presented-before-tenure': {
    vi: 'Kế hoạch gắn với chức vụ đang giữ từ {limit}: ngày trình bày không thể trước ngày ấy. Nếu sổ ghi sai ngày nhận chức vụ, văn phòng đơn vị sửa được.',
    en: 'The plan belongs to the post that you have held since {limit}, so it cannot have been presented before. If that day is wrong in the register, the unit’s office can correct it.',
  },
  'to-come': {
    vi: 'Ngày trình bày chưa đến: tập thể nghe trước, rồi mới nộp.',
    en: 'That day has not come yet: the collective hears the plan first, then it is handed in.',
  },
  'tenure-ended': {
    vi: 'Chức vụ này đã thôi giữ: kế hoạch kết thúc cùng lúc ấy.',
    en: 'This post is no longer held: the plan ended with the tenure.',
  },
  'plan-concluded': {
    vi: 'Năm của kế hoạch này đã kiểm điểm xong ngày {limit}: kế hoạch đã duyệt giữ nguyên, không sửa nữa.',
    en: 'The year of this plan was reviewed and rated on {limit}: the approved plan stays as it is.',
  },
  'already-submitted': { vi: 'Kế hoạch này đã nộp, đang chờ cấp trên.', en: 'This plan is handed in and waits for the level above.' },
  'own-work': { vi: 'Không ai duyệt kế hoạch của chính mình.', en: 'Nobody approves their own plan.' },
  'own-leader': {
    vi: 'Không duyệt kế hoạch của người đang lãnh đạo đơn vị mình.',
    en: 'Nobody approves the plan of somebody who leads their unit.',
  },
  'not-approved': {
    vi: 'Chỉ đánh giá kế hoạch đã duyệt, và bản này không còn ở trạng thái ấy.',
    en: 'Only an approved plan is marked, and this one is not approved any more.',
  },
  'no-mark': { vi: 'Chọn đạt hay chưa đạt.', en: 'Choose yes or not yet.' },
  'stale-plan': { vi: 'Kế hoạch vừa có bản mới. Đọc bản mới rồi quyết định.', en: 'A newer version has come in. Read it, then decide.' },
} satisfies ProblemWords

export type PlanCode = keyof typeof plan_problems
