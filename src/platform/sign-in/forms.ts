import { exact, type FormField, paperCode } from '../staff/index.ts'
import { access_words } from './words.ts'

/**
 * The forms of signing in and of one's account. What is typed goes to the verbs to the letter; whether it opens the
 * account they alone say.
 */

/** A word that the pages say too, in both languages. */
function both(name: 'sign_in_name' | 'password' | 'code' | 'new_password') {
  return { vi: access_words.vi[name], en: access_words.en[name] }
}

const password = exact({ label: both('password'), type: 'password', autocomplete: 'current-password' })

/** A printed code is asked only where others guess at the name: it opens then, too. */
export const sign_in_form = {
  sign_in_name: exact({
    label: both('sign_in_name'),
    hint: { vi: 'Ví dụ: nong.thi.lan.4821', en: 'For example: nong.thi.lan.4821' },
    autocomplete: 'username',
    autocapitalize: 'none',
    spellcheck: false,
  }),
  password,
  printed_code: exact({
    label: { vi: 'Mã in trên giấy', en: 'Code on paper' },
    hint: {
      vi: 'Mã 12 chữ số trong bảng mã đã in. Có mã này thì vào được cả khi người khác đang thử tên này. Không có thì để trống.',
      en: 'A code of 12 digits from your printed sheet. It lets you in even while others try this name. Leave it empty if you have none.',
    },
    is_secret: true,
    inputMode: 'numeric',
    autocomplete: 'off',
    maxLength: 20,
    size: 16,
  }),
}

/** The password once more, before what opens the account is changed. */
export const proof_form = { password }

const code = { label: both('code'), inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 20, size: 12 } as const

/** The second step. */
export const code_form = {
  code: exact({
    ...code,
    hint: {
      vi: 'Nhập sáu chữ số đang hiện trên điện thoại, hoặc một mã trong bảng mã đã in.',
      en: 'Give the six digits on your telephone, or one code of your printed sheet.',
    },
  }),
}

/** The first code of a telephone that is to be the second step. */
export const telephone_form = { code: exact(code) }

/** The code of an invitation. */
export const invitation_form = {
  code: paperCode({
    label: { vi: 'Mã trên giấy mời', en: 'Code on the invitation' },
    hint: {
      vi: 'Nhập mã in trên giấy mời. Chữ hoa, chữ thường và dấu gạch đều được.',
      en: 'Give the code of your invitation. Capitals, small letters and hyphens are all fine.',
    },
  }),
}

/** A first password, beside the name that the browser keeps with it. */
export const new_password_form = {
  username: exact({ label: both('sign_in_name'), autocomplete: 'username' }),
  password: exact({
    label: both('new_password'),
    hint: {
      vi: 'Ít nhất 10 ký tự. Một câu ngắn dễ nhớ là tốt nhất; không cần ký hiệu lạ, không phải đổi định kỳ.',
      en: 'At least 10 characters. A short sentence that you remember is best; no odd signs needed, and it never expires.',
    },
    type: 'password',
    autocomplete: 'new-password',
  }),
}

const any_address = exact({
  label: { vi: 'Địa chỉ thư điện tử', en: 'E-mail address' },
  hint: {
    vi: 'Để trống nếu không muốn nhận thư. Thư chỉ nói có việc đang chờ và chỗ đăng nhập, không ghi nội dung; chỉ ghi tên khi nhiều người dùng chung địa chỉ.',
    en: 'Leave it empty to get no mail. A letter says that something waits and where to sign in, no content; a name only where several people share the address.',
  },
  autocomplete: 'email',
  autocapitalize: 'none',
  spellcheck: false,
  maxLength: 254,
})

const email: FormField<string, 'no-address'> = {
  ...any_address,
  read: (typed = '') => typed.trim().normalize('NFC'),
  *problems(value) {
    if (value !== '' && !isAddress(value)) yield { code: 'no-address' }
  },
}

/** Where mail goes; empty takes it back. */
export const address_form = { email }

/** As much as can be said of an address without writing to it; the table says the same. */
export function isAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"(),:;]+@[^\s@<>"(),:;]+\.[^\s@<>"(),:;.]+$/.test(text)
}
