import type { OnceCode } from '../../../platform/ledger/index.ts'
import { form_problems, type ProblemWords } from '../../../platform/staff/index.ts'
import type { FitCode } from './attach-file.ts'

/** What is said of each problem with a file of an instrument. */
export const file_problems: ProblemWords<FitCode | OnceCode | 'no-file' | 'attached-already'> = {
  ...form_problems,
  'no-file': { vi: 'Chọn tệp của văn bản.', en: 'Choose the file of the instrument.' },
  'attached-already': { vi: 'Tệp này đã kèm rồi.', en: 'This file is attached already.' },
  'empty-file': { vi: 'Tệp rỗng.', en: 'The file is empty.' },
  'too-big': { vi: 'Tệp lớn hơn {limit} MB.', en: 'The file is larger than {limit} MB.' },
  'secret-file': {
    vi: 'Tên hoặc nội dung tệp có dấu MẬT. Tài liệu mật không đưa vào hệ thống này.',
    en: 'The name or the text of the file says that it is secret. Nothing secret is brought here.',
  },
  'wrong-kind': {
    vi: 'Chỉ nhận PDF, Word (.docx) hoặc ảnh chụp trang (JPEG, PNG, WebP).',
    en: 'A PDF, a document of Word (.docx) or a photo of a page (JPEG, PNG, WebP) is taken.',
  },
  'other-than-named': {
    vi: 'Tệp mang đuôi .{ending} nhưng nội dung là .{kind}. Kiểm tra lại tệp.',
    en: 'The file ends in .{ending}, but what is in it is .{kind}. Look at it again.',
  },
  'unreadable-photo': { vi: 'Không mở được ảnh: tệp hỏng.', en: 'The photo cannot be opened: the file is damaged.' },
  'too-much-unpacked': { vi: 'Ảnh quá lớn khi mở ra. Thu nhỏ rồi gửi lại.', en: 'The photo is too large once it is unpacked.' },
  'password-protected': { vi: 'Tệp có mật khẩu. Bỏ mật khẩu rồi gửi lại.', en: 'The file has a password. Take it off first.' },
  'active-paper': {
    vi: 'Tệp PDF có mã chạy tự động hoặc tệp khác bên trong. In ra PDF mới rồi gửi.',
    en: 'The PDF acts by itself, or holds another file. Print it to a new PDF first.',
  },
  'has-macros': { vi: 'Tệp Word có macro. Lưu lại thành .docx không macro.', en: 'The document has macros. Save it as a .docx without.' },
  'damaged-file': { vi: 'Tệp hỏng hoặc chưa đủ: không mở được.', en: 'The file is damaged or not whole.' },
  'two-files': {
    vi: 'Trong tệp này còn một tệp khác. In ra PDF mới rồi gửi.',
    en: 'There is another file within this one. Print it to a new PDF first.',
  },
  'too-hard': { vi: 'Đọc tệp quá lâu. Gửi tệp đơn giản hơn.', en: 'The file took too long to read. Send a simpler one.' },
}

export const file_words = {
  vi: {
    title: 'Toàn văn',
    none: 'Chưa kèm tệp nào.',
    attach: 'Kèm tệp',
    file: 'Tệp của văn bản',
    hint: (most: number) => `PDF, Word (.docx) hoặc ảnh chụp từng trang; nhiều nhất ${most} MB. Không đưa tài liệu mật.`,
    of: (kind: string, size: string) => `${kind}, ${size}`,
    kinds: { 'application/pdf': 'PDF', 'image/jpeg': 'ảnh' } as Record<string, string>,
    word: 'Word',
    take_off: 'Bỏ tệp này',
    told: { kem: 'Đã kèm tệp.', bo: 'Đã bỏ tệp. Tệp không còn được đưa ra.' } as Record<string, string>,
  },
  en: {
    title: 'Its text',
    none: 'No file is attached yet.',
    attach: 'Attach',
    file: 'The file of the instrument',
    hint: (most: number) => `A PDF, a document of Word (.docx) or a photo of each page; at most ${most} MB. Nothing secret.`,
    of: (kind: string, size: string) => `${kind}, ${size}`,
    kinds: { 'application/pdf': 'PDF', 'image/jpeg': 'photo' } as Record<string, string>,
    word: 'Word',
    take_off: 'Take this file off',
    told: { kem: 'The file is attached.', bo: 'The file is off, and no longer given out.' } as Record<string, string>,
  },
}
