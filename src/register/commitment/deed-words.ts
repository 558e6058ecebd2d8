import { fill, type Sentence } from '../../basis/shared/sentences.ts'
import type { ProblemWords } from '../../platform/staff/index.ts'
import type { Language } from '../../platform/web/index.ts'
import type { DeedState } from './commitment.ts'
import { commitment_problems } from './problem-words.ts'

const vi = {
  deeds: 'Việc đã đăng ký',
  report: 'Báo tiến độ',
  read: 'Xem các lần báo',
  states: {
    'under-way': 'đang làm',
    done: 'đã xong',
    partly: 'xong một phần',
    'not-done': 'không làm được',
    replaced: 'đã thay bằng việc khác',
  } as Record<DeedState, string>,
  registered: 'chưa báo',
  done_of: (done: number, all: number) => `${done} trong ${all} việc đã xong`,
  evidence: 'Ảnh hoặc giấy tờ kèm theo, nếu có',
  evidence_hint:
    'Một ảnh (JPEG, PNG, WebP; nhiều nhất 25 MB, được thu nhỏ khi gửi) hoặc một tệp PDF nhiều nhất 5 MB. Nơi chụp và máy chụp ghi trong ảnh được xóa. Không gửi tài liệu mật.',
  send: 'Ghi tiến độ',
  sent: 'Đã ghi tiến độ.',
  reports: 'Các lần đã báo',
  none_yet: 'Chưa báo lần nào.',
  open_file: (name: string) => `Mở ${name}`,
  replace: 'Thay bằng việc khác',
  replace_lead: 'Việc cũ vẫn được lưu cùng lý do; việc mới tính thay vào, số việc không đổi.',
  replace_send: 'Thay việc này',
  replaced: 'Đã thay việc.',
  not_now: 'Chỉ báo được khi cam kết đã duyệt và chưa kiểm điểm xong.',
  of: (name: string, year: number) => `${name} · cam kết năm ${year}`,
}

const en: typeof vi = {
  deeds: 'Registered deeds',
  report: 'Report progress',
  read: 'See the reports',
  states: { 'under-way': 'under way', done: 'done', partly: 'partly done', 'not-done': 'not done', replaced: 'replaced by another' },
  registered: 'nothing reported',
  done_of: (done, all) => `${done} of ${all} deeds done`,
  evidence: 'A photo or a paper, if any',
  evidence_hint:
    'One photo (JPEG, PNG, WebP; at most 25 MB, made smaller when it is sent) or one PDF of at most 5 MB. The place and the device that a photo names are removed. Send nothing secret.',
  send: 'Record progress',
  sent: 'Progress recorded.',
  reports: 'Reports',
  none_yet: 'Nothing reported yet.',
  open_file: name => `Open ${name}`,
  replace: 'Replace with another deed',
  replace_lead: 'The old one is kept with your reason; the new one counts instead, and the number of deeds stays.',
  replace_send: 'Replace this deed',
  replaced: 'The deed was replaced.',
  not_now: 'Progress is reported once the commitment is approved, until its review is concluded.',
  of: (name, year) => `${name} · commitment for ${year}`,
}

export const deed_words: Record<Language, typeof vi> = { vi, en }

const other_than_named: Sentence = {
  vi: 'Tên tệp ghi .{ending} nhưng bên trong là {kind}. Kiểm tra lại tệp.',
  en: 'The name ends in .{ending}, but inside is {kind}. Look at the file again.',
}
const no_ending: Sentence = { vi: 'Tên tệp thiếu phần đuôi (.jpg, .pdf…).', en: 'The name has no ending (.jpg, .pdf …).' }

/** What is said of each problem with a report, a replacement or a file. */
export const deed_problems = {
  ...commitment_problems,
  'unknown-deed': {
    vi: 'Không có việc này trong phần việc của tài khoản đang dùng.',
    en: 'This deed is not among the work of your account.',
  },
  'not-approved': { vi: vi.not_now, en: en.not_now },
  'replaced-deed': { vi: 'Việc này đã được thay bằng việc khác.', en: 'This deed was replaced by another.' },
  'done-deed': { vi: 'Việc này đã báo xong, không thay nữa.', en: 'This deed was reported as done and is not replaced any more.' },
  'stale-report': {
    vi: 'Vừa có lần báo khác cho việc này. Đọc lần báo ấy bên dưới, rồi ghi lại nếu còn đúng.',
    en: 'Another report on this deed has just come in. Read it below, then record yours if it still holds.',
  },
  'no-state': { vi: 'Chưa chọn việc này đến đâu.', en: 'Say how far the deed is.' },
  'no-reason': { vi: 'Ghi một câu cho rõ vì sao.', en: 'Say why, in a sentence.' },
  'empty-file': { vi: 'Tệp này rỗng.', en: 'The file is empty.' },
  'paper-too-big': {
    vi: 'Tệp PDF lớn quá: nhiều nhất {limit} MB. Gửi ít trang hơn, hoặc chụp thành ảnh.',
    en: 'The PDF is too big: at most {limit} MB. Send fewer pages, or take a photo.',
  },
  'too-big': {
    vi: 'Tệp lớn quá: nhiều nhất {limit} MB. Chụp lại ở cỡ nhỏ hơn, hoặc gửi một trang.',
    en: 'The file is too big: at most {limit} MB. Take the photo in a smaller size, or send one page.',
  },
  'secret-file': {
    vi: 'Tên tệp ghi là tài liệu mật: không đưa lên đây. Gửi theo đường văn thư mật.',
    en: 'The name marks a secret document: it is not taken here. Send it by the classified post.',
  },
  'wrong-kind': { vi: 'Chỉ nhận ảnh JPEG, PNG, WebP hoặc tệp PDF.', en: 'Only JPEG, PNG and WebP photos and PDF files are taken.' },
  'other-than-named': ({ lang, problem: { values = {} } }) => fill(values.ending ? other_than_named[lang] : no_ending[lang], values),
  'too-much-unpacked': {
    vi: 'Ảnh mở ra chiếm {size} MB, nhiều nhất {limit} MB. Chụp lại ở cỡ nhỏ hơn.',
    en: 'Opened, the photo takes {size} MB; at most {limit} MB. Take it in a smaller size.',
  },
  'unreadable-photo': {
    vi: 'Không mở được ảnh này; có thể tệp bị hỏng khi gửi.',
    en: 'The photo cannot be opened; it may have been damaged on the way.',
  },
} satisfies ProblemWords

export type DeedCode = keyof typeof deed_problems
