import type { ProblemWords } from '../../platform/staff/index.ts'
import { type BodyCode, type DocumentCode, document_problem_words } from '../newsroom/index.ts'

/** What is said of each problem with a document of Word. */
export const import_problems: ProblemWords<DocumentCode | BodyCode | 'no-file'> = {
  ...document_problem_words,
  'no-file': { vi: 'Chọn tệp .docx của bài.', en: 'Choose the .docx of the article.' },
}

export const import_words = {
  vi: {
    start: 'Đưa bài từ Word',
    title: 'Đưa bài từ Word',
    lead: 'Chọn tệp bài viết. Nội dung hiện thành bản nháp để xem lại, kèm báo cáo những gì không đưa vào, đã chuyển đổi và phải đoán. Chưa có gì được lưu cho tới khi bạn bấm lưu.',
    file: 'Tệp Word của bài',
    file_hint: (most: number) => `Tệp .docx, nhiều nhất ${most} MB. Chữ TCVN3 và VNI được chuyển sang Unicode. Không đưa tài liệu mật.`,
    read: 'Đọc tệp',
    read_title: (name: string) => `Xem lại bài từ «${name}»`,
    report: 'Báo cáo khi đọc tệp',
    unsaved: 'Bài chưa được lưu. Xem lại các mục dưới đây và nội dung, rồi bấm «Lưu và xem trước».',
    nothing_found: 'Mọi chữ trong tệp đã vào bài; không có gì phải bỏ, chuyển đổi hay đoán.',
    photos: (n: number) => `Tệp có ${n} ảnh; ảnh đọc được đã vào thư viện. Mô tả từng ảnh trước khi nộp bài.`,
    times: (n: number) => `${n} chỗ`,
    another: 'Chọn tệp khác',
  },
  en: {
    start: 'Take an article from Word',
    title: 'Take an article from Word',
    lead: 'Choose the file. Its text becomes a draft for you to check, with a report of what was not taken, what was converted and what was guessed. Nothing is kept before you press “Save”.',
    file: 'The Word file of the article',
    file_hint: (most: number) => `A .docx of at most ${most} MB. TCVN3 and VNI letters are brought into Unicode. No secret documents.`,
    read: 'Read the file',
    read_title: (name: string) => `Check the text of “${name}”`,
    report: 'What was found in the file',
    unsaved: 'Nothing is kept yet. Check what is listed here, and the text, then press “Save and see it”.',
    nothing_found: 'Every word of the file is in the text; nothing was left out, converted or guessed.',
    photos: (n: number) =>
      n === 1
        ? 'The file has a photo; describe it in the library before you hand the text in.'
        : `The file has ${n} photos; describe each in the library before you hand the text in.`,
    times: (n: number) => (n === 1 ? 'once' : `${n} times`),
    another: 'Choose another file',
  },
}
