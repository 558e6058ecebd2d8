import type { Language } from '../language.ts'

/** Said to whoever cannot be served in time. */
export const busy_words = {
  vi: {
    title: 'Đang có rất nhiều người cùng vào',
    say: (seconds: number | string) => `Lúc này chưa phục vụ kịp. Xin quay lại sau ${seconds} giây; trang này sẽ nhanh như thường.`,
    kept: 'Chưa có gì được ghi, và không có gì bị mất: những gì đã gõ vẫn nằm trong trang này.',
    kept_without_files: 'Chưa có gì được ghi. Những gì đã gõ vẫn nằm trong trang này; riêng tệp và ảnh xin chọn lại sau khi gửi.',
    again: 'Gửi lại',
  },
  en: {
    title: 'Very many people are here at once',
    say: (seconds: number | string) =>
      `We cannot serve you in time just now. Please come again in ${seconds} seconds; it will then be as quick as usual.`,
    kept: 'Nothing was written yet, and nothing is lost: what you typed is still in this page.',
    kept_without_files:
      'Nothing was written yet. What you typed is still in this page; please choose files and photos again after sending.',
    again: 'Send again',
  },
} satisfies Record<Language, unknown>
