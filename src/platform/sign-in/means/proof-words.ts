import type { Language } from '../../web/index.ts'
import type { ProvenAct } from './fresh-proof.ts'

const vi = {
  title: 'Xác nhận lại',
  lead: (name: string) =>
    `Tài khoản đang mở trên máy này là của ${name}. Để chắc người đang ngồi đây đúng là ${name}, hãy xác nhận một lần nữa.`,
  what: {
    'buoc-hai': 'Sau đó sẽ chọn bước xác nhận thứ hai.',
    khoa: 'Sau đó sẽ thêm khóa truy cập của thiết bị này.',
    'noi-khac': 'Sau đó sẽ nối với tài khoản ở nơi khác.',
  } as Record<ProvenAct, string>,
  confirm: 'Xác nhận',
  not_me: 'Không phải tôi: đổi người dùng',
  by_passkey: 'Xác nhận bằng khóa truy cập',
  add_key: 'Thêm khóa truy cập',
  add_key_lead: (name: string) => `Khóa mới sẽ mở tài khoản của ${name}, trên thiết bị này hoặc thiết bị mà trình duyệt hỏi.`,
  key_name: 'Tên gọi của khóa',
  key_name_hint: 'Để sau này biết khóa nào là khóa nào. Ví dụ: điện thoại của tôi.',
  make_key: 'Thêm khóa',
  no_keys_here: 'Trình duyệt này không dùng được khóa truy cập, hoặc địa chỉ của trang không cho phép.',
  key_warning: (key: string, at: string) =>
    `Ngày ${at}, khóa «${key}» đưa ra số đếm lùi. Có thể khóa đã bị sao chép. Lần ấy không cho vào. Nếu không rõ vì sao, hãy bỏ khóa này và báo người quản trị.`,
  link: (label: string) => `Nối tài khoản ở ${label}`,
  link_lead: (name: string, label: string) =>
    `Tài khoản trong sổ là của ${name}. Ở ${label} hãy đăng nhập bằng tài khoản của chính ${name}. Xong sẽ quay lại đây để xem tên cả hai bên; lúc ấy mới nối.`,
  go_there: (label: string) => `Sang ${label}`,
  link_both: 'Nối hai tài khoản này?',
  here: 'Trong sổ',
  there: (label: string) => `Ở ${label}`,
  link_warning:
    'Từ nay ai đăng nhập được bằng tài khoản bên kia thì vào được tài khoản trong sổ. Nếu tên bên kia là của người khác, đừng nối.',
  link_now: 'Nối',
  do_not_link: 'Không nối',
  no_second: 'Chưa có bước thứ hai',
  no_second_lead:
    'Tài khoản này chưa có, hoặc không còn, mã xác nhận nào. Chỉ mật khẩu thì chưa đủ để vào. Hãy dùng khóa truy cập nếu có, hoặc xin giấy mời mới ở người quản trị của đơn vị: giấy mời cho chọn lại bước thứ hai.',
  few_codes: (n: number) => (n === 0 ? 'Đó là mã in cuối cùng' : `Chỉ còn ${n} mã in`),
  few_codes_lead: 'Hết mã thì không vào được nữa, phải xin giấy mời mới. Hãy in bảng mới ngay bây giờ.',
  new_sheet: 'In bảng mã mới',
  later: 'Để sau, vào làm việc',
  leaving: (label: string) => `Đang thoát ở ${label}`,
  leaving_lead: (label: string) => `Đã thoát khỏi sổ. Đang thoát cả ở ${label}, để người sau không vào bằng tài khoản ấy.`,
  go_on_leaving: (label: string) => `Thoát ở ${label}`,
}

const en: typeof vi = {
  title: 'Confirm once more',
  lead: name =>
    `The account open on this computer is that of ${name}. To be sure that it is ${name} who sits here, please confirm once more.`,
  what: {
    'buoc-hai': 'Then you choose your second step.',
    khoa: 'Then you add a passkey of this device.',
    'noi-khac': 'Then you link your account elsewhere.',
  },
  confirm: 'Confirm',
  not_me: 'This is not me: change the user',
  by_passkey: 'Confirm with a passkey',
  add_key: 'Add a passkey',
  add_key_lead: name => `The new key will open the account of ${name}, on this device or on the one that the browser asks for.`,
  key_name: 'Name of the key',
  key_name_hint: 'So that you can tell your keys apart later. For example: my telephone.',
  make_key: 'Add the key',
  no_keys_here: 'This browser cannot use passkeys, or the address of the page does not allow them.',
  key_warning: (key, at) =>
    `On ${at} the key “${key}” showed a counter that went back. It may have been copied. It was not let in. If you do not know why, remove this key and tell the administrator.`,
  link: label => `Link the account at ${label}`,
  link_lead: (name, label) =>
    `The account in the register is that of ${name}. At ${label} sign in with the account of ${name} only. You then come back here to see both names; nothing is linked before.`,
  go_there: label => `Go to ${label}`,
  link_both: 'Link these two accounts?',
  here: 'In the register',
  there: label => `At ${label}`,
  link_warning:
    'From then on, whoever can sign in to the account over there can open this one. If the name over there is somebody else’s, do not link.',
  link_now: 'Link',
  do_not_link: 'Do not link',
  no_second: 'No second step',
  no_second_lead:
    'This account has no confirmation code, or none left. The password alone does not open it. Use a passkey if you have one, or ask the administrator of your unit for a new invitation: with it you choose a second step again.',
  few_codes: n => (n === 0 ? 'That was your last printed code' : `Only ${n} printed ${n === 1 ? 'code' : 'codes'} left`),
  few_codes_lead: 'Without codes you cannot sign in and need a new invitation. Please print a new sheet now.',
  new_sheet: 'Print a new sheet',
  later: 'Later, go to my work',
  leaving: label => `Signing out at ${label}`,
  leaving_lead: label =>
    `You are signed out of the register. You are being signed out at ${label} too, so that the next person does not enter with that account.`,
  go_on_leaving: label => `Sign out at ${label}`,
}

export const proof_words: Record<Language, typeof vi> = { vi, en }
