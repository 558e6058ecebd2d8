import { form_problems, type ProblemWords } from '../../platform/staff/index.ts'

/** What is said of each problem with a request or a rule. A code that is not here does not compile. */
export const rights_problems = {
  ...form_problems,
  'unknown-choice': { vi: 'Chọn một trong các mục.', en: 'Choose one of the answers.' },
  'no-words': { vi: 'Viết rõ yêu cầu: điều gì, ở đâu.', en: 'Say what is asked: which data, and where.' },
  'no-cell': {
    vi: 'Sổ không ghi đơn vị sinh hoạt nào của tài khoản này, nên chưa có văn phòng nào trả lời. Hãy gửi đơn giấy đến cấp ủy.',
    en: 'The register knows no cell of this account, so no office can answer. Hand in a written request instead.',
  },
  'asked-already': {
    vi: 'Yêu cầu như thế đang chờ trả lời. Xem ở trên.',
    en: 'Such a request is waiting for its answer already. See above.',
  },
  'no-answer': { vi: 'Viết câu trả lời cho người yêu cầu.', en: 'Write the answer to the person.' },
  'unknown-request': { vi: 'Không có yêu cầu này trong phạm vi phụ trách.', en: 'There is no such request in your charge.' },
  'answered-already': { vi: 'Yêu cầu này đã được trả lời.', en: 'This request has been answered.' },
  'to-oneself': { vi: 'Yêu cầu của chính mình do người khác trả lời.', en: 'Your own request is answered by somebody else.' },
  'no-years': { vi: 'Ghi số năm, từ 1 đến {limit}.', en: 'Give a number of years from 1 to {limit}.' },
  'no-authority': { vi: 'Ghi văn bản quy định thời hạn này.', en: 'Name the document that sets this period.' },
  'not-yours': {
    vi: 'Thời hạn lưu trữ do văn phòng cấp ủy cao nhất của sổ này quyết định.',
    en: 'The superior office at the top of this register decides how long content is kept.',
  },
} satisfies ProblemWords

export type RightsCode = keyof typeof rights_problems
