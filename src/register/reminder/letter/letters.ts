import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'

/** What may stand in braces in a text of ours, and nothing else: no content of a commitment leaves the register. */
export const placeholders = ['trang đăng nhập', 'trang thôi nhận', 'họ tên', 'người nhắc', 'hạn nộp'] as const
export type Placeholder = (typeof placeholders)[number]

type LetterKind = {
  title: Sentence
  lead: Sentence
  /** It is a mail, which has a subject. */
  is_mail: boolean
  /** What must stand in its text; nothing else may. */
  needs: readonly Placeholder[]
}

/** The texts that people get from the register, by what they are for. */
export const letters = {
  'thu-nhac': {
    title: { vi: 'Thư nhắc nộp', en: 'Mail that reminds' },
    lead: {
      vi: 'Gửi tới hộp thư riêng của người chưa nộp. Thư không ghi tên và không ghi nội dung cam kết.',
      en: 'Goes to the own mailbox of whoever has not handed in. It bears no name and no content.',
    },
    is_mail: true,
    needs: ['trang đăng nhập', 'trang thôi nhận'],
  },
  'thu-tin-bao': {
    title: { vi: 'Thư báo việc của tài khoản', en: 'Mail about an account' },
    lead: {
      vi: 'Gửi khi có giấy mời mới hay việc mở lại tài khoản của một người.',
      en: 'Goes out when somebody is invited anew, or their account is opened again.',
    },
    is_mail: true,
    needs: ['trang đăng nhập', 'trang thôi nhận'],
  },
  'thu-chung': {
    title: { vi: 'Thư tới hộp thư chung', en: 'Mail to a shared mailbox' },
    lead: {
      vi: 'Thay hai thư trên, khi một hộp thư có nhiều người đọc: thư ghi tên những người có việc.',
      en: 'In place of the two above where a mailbox has several readers: it names whom it concerns.',
    },
    is_mail: true,
    needs: ['họ tên', 'trang đăng nhập', 'trang thôi nhận'],
  },
  'loi-nhac': {
    title: { vi: 'Lời nhắc trên trang Việc của tôi', en: 'The reminder on one’s home page' },
    lead: { vi: 'Người chưa nộp thấy khi đăng nhập.', en: 'Whoever has not handed in sees it after signing in.' },
    is_mail: false,
    needs: ['người nhắc'],
  },
  'phieu-nhac': {
    title: { vi: 'Lời trên phiếu nhắc in giấy', en: 'The words on printed sheets' },
    lead: {
      vi: 'Ở đầu phiếu của mỗi chi bộ, trên danh sách để ký nhận.',
      en: 'At the head of each cell’s sheet, above the list to be signed.',
    },
    is_mail: false,
    needs: ['hạn nộp'],
  },
} as const satisfies Record<string, LetterKind>

export type LetterName = keyof typeof letters
export type LetterText = { subject: string; body_vi: string; body_en: string }

const in_braces = /\{([^{}]*)\}/g

/** What is wrong with a text: a placeholder that is none or not for it, and each that is missing. */
export function* problemsWithText(
  text: string,
  field: string,
  needs: readonly Placeholder[],
): Generator<Problem<'unknown-placeholder' | 'missing-placeholder'>> {
  const found = [...text.matchAll(in_braces)].map(([, name = '']) => name.normalize('NFC').trim())
  const unknown = found.find(name => !needs.some(needed => needed === name))
  if (unknown !== undefined) yield { code: 'unknown-placeholder', field, values: { placeholder: unknown, allowed: listed(needs) } }
  const missing = needs.filter(needed => !found.includes(needed))
  if (missing.length > 0) yield { code: 'missing-placeholder', field, values: { missing: listed(missing) } }
}

/** «{họ tên}, {hạn nộp}» */
export function listed(names: readonly string[]): string {
  return names.map(name => `{${name}}`).join(', ')
}

/** A text with its values in their places; nothing that they hold is a place again. */
export function fillText(text: string, values: Partial<Record<Placeholder, string>>): string {
  return text.replace(in_braces, (place, name: string) => lookUp<string | undefined>(values, name.normalize('NFC').trim()) ?? place)
}

/** Invented, to see a text as its reader will. */
export const example_values: Record<'vi' | 'en', Record<Placeholder, string>> = {
  vi: {
    'trang đăng nhập': 'https://so.vi-du.vn/dang-nhap',
    'trang thôi nhận': 'https://so.vi-du.vn/thu-nhac',
    'họ tên': 'Nông Thị Lan, Triệu Văn Hòa',
    'người nhắc': 'Bí thư, Chi bộ thôn Nà Mẫu',
    'hạn nộp': '31/03/2027',
  },
  en: {
    'trang đăng nhập': 'https://so.vi-du.vn/dang-nhap',
    'trang thôi nhận': 'https://so.vi-du.vn/thu-nhac',
    'họ tên': 'Nông Thị Lan, Triệu Văn Hòa',
    'người nhắc': 'Secretary, Nà Mẫu cell',
    'hạn nộp': '31 March 2027',
  },
}
