import { form_problems, noSuchDay, type ProblemWords } from '../../../platform/staff/index.ts'

const problems = {
  ...form_problems,
  'no-such-day': noSuchDay('19/2/2021'),
  'no-such-number': { vi: 'Nhập một số từ 1 đến {limit}.', en: 'Give a number from 1 to {limit}.' },
  'no-choice': { vi: 'Chọn một trong các mục.', en: 'Choose one of these.' },
  'no-text': { vi: 'Ô này không để trống.', en: 'This must not be empty.' },
  'odd-line': { vi: 'Dòng {limit} thiếu phần, hoặc thừa dấu gạch đứng.', en: 'Line {limit} lacks a part, or has a bar too many.' },
  'odd-day': { vi: 'Dòng {limit} không phải một ngày có thật.', en: 'Line {limit} is no day that exists.' },
  'too-many-lines': { vi: 'Nhiều nhất {limit} dòng.', en: 'At most {limit} lines.' },
  'no-cell': { vi: 'Điền ít nhất ô thứ nhất.', en: 'Fill in the first cell at least.' },
  'half-a-cell': {
    vi: 'Ô có số liệu thì cần câu ở cả hai thứ tiếng.',
    en: 'A cell with a figure needs its sentence in both languages.',
  },
  unanswered: {
    vi: 'Sổ không trả lời số liệu này với tham số ấy.',
    en: 'The register does not answer this figure with these parameters.',
  },
  'unsafe-link': {
    vi: 'Địa chỉ phải bắt đầu bằng https:// hoặc bằng / của cổng này.',
    en: 'The address must begin with https:// or with / of this portal.',
  },
  'unsafe-address': {
    vi: 'Dòng {limit}: địa chỉ phải bắt đầu bằng https:// hoặc bằng / của cổng này.',
    en: 'Line {limit}: the address must begin with https:// or with / of this portal.',
  },
} satisfies ProblemWords

/** What can be wrong with the settings of a block. */
export type BlockCode = keyof typeof problems
export const block_problems: ProblemWords<BlockCode> = problems
