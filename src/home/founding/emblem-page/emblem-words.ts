import { form_problems, noSuchDay, type ProblemWords } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { instrument_problems } from '../../../register/organisation/index.ts'

export const emblem_problems = {
  ...form_problems,
  ...instrument_problems,
  'no-such-day': noSuchDay('1/1/2027'),
  'not-an-emblem': {
    vi: 'Chọn một ảnh PNG vuông, cạnh từ 48 đến {limit} điểm ảnh, không quá 64 KB.',
    en: 'Choose a square PNG of 48 to {limit} pixels, of 64 KB at most.',
  },
} satisfies ProblemWords

const vi = {
  title: 'Biểu trưng của sổ',
  lead: 'Hiện ở đầu mọi trang, của cổng và của sổ, ngay khi ghi. Biểu trưng trước vẫn còn trong lịch sử của sổ.',
  now: 'Đang dùng',
  none: 'Sổ chưa có biểu trưng riêng.',
  picture: 'Ảnh mới',
  picture_hint: 'Ảnh PNG vuông, cạnh từ 48 đến 1024 điểm ảnh, không quá 64 KB.',
  save: 'Đổi biểu trưng',
  saved: 'Đã đổi biểu trưng.',
  back: 'Về Cơ quan giữ sổ và nơi hỏi',
}

const en: typeof vi = {
  title: 'The emblem of the register',
  lead: 'At the head of every page, of the portal and of the register, as soon as it is recorded. The one before stays in the history.',
  now: 'In use',
  none: 'The register has no emblem of its own.',
  picture: 'The new picture',
  picture_hint: 'A square PNG of 48 to 1024 pixels, of 64 KB at most.',
  save: 'Change the emblem',
  saved: 'The emblem is changed.',
  back: 'Back to who keeps the register',
}

/** What the page of the emblem says. */
export const emblem_words: Record<Language, typeof vi> = { vi, en }
