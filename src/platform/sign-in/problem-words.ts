import { form_problems, type ProblemWords } from '../staff/index.ts'

/**
 * What is said of each problem with signing in, with invitations and with roles. A code that is not here does not
 * compile.
 */
export const access_problems = {
  ...form_problems,
  'wrong-name-or-password': { vi: 'Tên đăng nhập hoặc mật khẩu không đúng.', en: 'The name or the password is not right.' },
  'wrong-code': { vi: 'Mã không đúng, đã dùng hoặc đã hết hạn.', en: 'The code is not right, was used, or has expired.' },
  wait: {
    vi: 'Thử quá nhanh. Hãy đợi {limit} giây rồi thử lại; tài khoản không bị khóa.',
    en: 'Too many tries. Wait {limit} seconds and try again; the account is not locked.',
  },
  guessed: {
    vi: 'Hôm nay tên này đã bị thử sai quá nhiều lần từ máy lạ. Máy đã từng đăng nhập vẫn vào được. Trên máy này hãy dùng khóa truy cập, hoặc một mã 12 chữ số in trên giấy.',
    en: 'Others have tried this name too often today. A browser that has signed in before still can. On this one use a passkey, or a code of 12 digits on paper.',
  },
  closed: {
    vi: 'Quá nhiều mã sai đã được thử, cả từ nơi này. Hôm nay hãy thử từ mạng khác, hoặc hỏi người quản trị.',
    en: 'Too many wrong codes were tried, from here as well. Try from another network today, or ask the administrator.',
  },
  'password-too-short': { vi: 'Mật khẩu cần ít nhất {limit} ký tự.', en: 'A password needs at least {limit} characters.' },
  'password-too-long': { vi: 'Mật khẩu dài nhất {limit} ký tự.', en: 'A password has at most {limit} characters.' },
  'password-common': {
    vi: 'Mật khẩu này nhiều người dùng, dễ bị đoán. Hãy chọn một câu khác.',
    en: 'Many people use this password, so it is easily guessed. Please choose another sentence.',
  },
  'needs-second': {
    vi: 'Mã đúng, nhưng chưa dùng được: còn chờ người thứ hai xác nhận. Hỏi người đã đưa giấy mời.',
    en: 'The code is right, but does not work yet: a second person must confirm it. Ask whoever gave you the sheet.',
  },
  outgrown: {
    vi: 'Giấy mời này không còn hiệu lực: người in giấy không quản trị mọi nơi chủ tài khoản giữ vai trò. Xin giấy mời mới.',
    en: 'This invitation is no longer valid: whoever printed it does not administer every unit where you hold a role. Ask for a new one.',
  },
  'beyond-reach': {
    vi: 'Người này giữ vai trò ngoài phạm vi của tài khoản đang dùng. Quản trị cấp trên in giấy mời cho họ.',
    en: 'This person holds a role beyond the units that this account administers. An administrator above prints their invitation.',
  },
  'none-marked': { vi: 'Đánh dấu những người đã hỏi.', en: 'Mark those whom you have asked.' },
  'nothing-waits': {
    vi: 'Giấy mời này không còn chờ: đã xác nhận, đã dùng hoặc đã hủy.',
    en: 'This invitation waits no more: it was confirmed, used or cancelled.',
  },
  'too-many-to-invite': {
    vi: 'Một lần mời nhiều nhất {limit} người. Hãy chọn một đơn vị nhỏ hơn ở dưới.',
    en: 'At most {limit} people are invited at once. Choose a smaller unit below.',
  },
  'nobody-to-invite': { vi: 'Không có ai như vậy: hãy chọn nhóm khác.', en: 'There is nobody like that: choose another group.' },
  'not-yours': {
    vi: 'Người này không thuộc các đơn vị mà tài khoản đang dùng quản trị.',
    en: 'This person is not in the units that this account administers.',
  },
  'wrong-password': { vi: 'Mật khẩu không đúng.', en: 'The password is not right.' },
  'no-proof': {
    vi: 'Cần xác nhận lại trước. Hãy mở lại trang tài khoản rồi bắt đầu từ đó.',
    en: 'Please confirm first who you are: open your account page and begin there.',
  },
  'shown-to-another': {
    vi: 'Trang này đã mở cho người khác; chưa ghi gì cả. Hãy tải lại trang.',
    en: 'This page was shown to somebody else; nothing was written. Please load it again.',
  },
  'session-over': {
    vi: 'Phiên làm việc đã hết. Hãy tải lại trang rồi đăng nhập lại.',
    en: 'Your session has ended. Load the page again and sign in.',
  },
  'passkey-copied': {
    vi: 'Khóa này đưa ra số đếm lùi, có thể đã bị sao chép, nên không cho vào. Hãy đăng nhập cách khác, bỏ khóa này trong trang tài khoản và báo người quản trị.',
    en: 'This key showed a counter that went back, so it may have been copied and was not let in. Sign in another way, remove the key on your account page, and tell the administrator.',
  },
  'not-linked': {
    vi: 'Tài khoản nơi khác này chưa nối với ai trong sổ. Hãy đăng nhập cách khác một lần, rồi nối trong trang tài khoản.',
    en: 'That account is linked to nobody in the register. Sign in another way once, and link it on your account page.',
  },
  'linked-to-another': {
    vi: 'Tài khoản nơi khác này đã nối với người khác trong sổ.',
    en: 'That account is linked to somebody else in the register.',
  },
  'elsewhere-failed': {
    vi: 'Nơi đăng nhập kia không xác nhận. Hãy thử lại hoặc dùng cách khác.',
    en: 'The other place did not confirm. Please try again or use another way.',
  },
  'passkey-failed': {
    vi: 'Khóa truy cập không được xác nhận. Hãy thử lại hoặc dùng cách khác.',
    en: 'The passkey was not confirmed. Please try again or use another way.',
  },
  'expired-step': { vi: 'Bước trước đã quá lâu. Hãy làm lại từ đầu.', en: 'The step before took too long. Please begin again.' },
  'not-held': {
    vi: 'Chỉ ủy quyền được vai trò mà chính mình đang giữ; vai trò được ủy quyền thì không ủy quyền tiếp.',
    en: 'Only a role of one’s own can be lent; a role that was lent cannot be lent on.',
  },
  'not-lendable': {
    vi: 'Vai trò này không ủy quyền được: chỉ bí thư, người đứng đầu và văn phòng ủy quyền được.',
    en: 'This role cannot be lent: only secretaries, leaders and offices lend theirs.',
  },
  'begun-already': { vi: 'Ủy quyền chỉ bắt đầu từ hôm nay trở đi.', en: 'A role is lent from today on, or from a later day.' },
  'to-oneself': { vi: 'Không giao hay ủy quyền cho chính mình.', en: 'A role is neither granted nor lent to oneself.' },
  'no-end': {
    vi: 'Ủy quyền phải có ngày kết thúc, không trước ngày bắt đầu.',
    en: 'A role is lent until a day, not before the day it begins.',
  },
  'lent-too-long': {
    vi: 'Ủy quyền dài nhất {limit} ngày. Lâu hơn thì giao chức vụ hoặc vai trò.',
    en: 'A role is lent for {limit} days at most. For longer, appoint or grant.',
  },
  'no-act': { vi: 'Chọn trong những việc của vai trò ấy.', en: 'Choose among the acts of that role.' },
  'unknown-receiver': { vi: 'Chọn một người trong danh sách tìm được.', en: 'Choose one of those who were found.' },
  'lent-already': {
    vi: 'Đã ủy quyền vai trò này cho người ấy trong thời gian đó.',
    en: 'The role is lent to this person during that time already.',
  },
  'no-role': { vi: 'Chọn một vai trò.', en: 'Choose a role.' },
  'no-such-day': { vi: 'Nhập một ngày có thật, ví dụ 1/12/2026.', en: 'Give a day that exists, for example 1/12/2026.' },
  'no-person': { vi: 'Chọn một người trong danh sách tìm được.', en: 'Choose one of those who were found.' },
  'no-unit': { vi: 'Chọn một đơn vị.', en: 'Choose a unit.' },
  'ends-before': { vi: 'Ngày kết thúc không thể trước ngày bắt đầu.', en: 'It cannot end before it begins.' },
  'not-administered': {
    vi: 'Chọn một người trong các đơn vị thuộc quyền quản trị.',
    en: 'Choose somebody of the units that this account administers.',
  },
  'granted-already': { vi: 'Người này đang giữ vai trò ấy ở đơn vị này.', en: 'This person holds that role at this unit already.' },
  'unknown-instrument': {
    vi: 'Sổ chưa có văn bản số này. Để trống, hoặc ghi số văn bản đã có.',
    en: 'The register has no instrument of that number. Leave it empty, or give one that is recorded.',
  },
  'nothing-ended': {
    vi: 'Không có gì kết thúc: vai trò này là của chính mình, đã kết thúc, hoặc ở đơn vị khác.',
    en: 'Nothing ended: the role is your own, is over, or is at another unit.',
  },
  'no-known-address': {
    vi: 'Chưa ghi địa chỉ thư điện tử của người này: ghi địa chỉ rồi gửi lại, hoặc in giấy mời.',
    en: 'No e-mail address of this person is noted: note one and send again, or print the invitation.',
  },
  'no-address': { vi: 'Đây chưa phải địa chỉ thư điện tử, ví dụ lan@vi-du.vn.', en: 'This is no e-mail address, such as lan@example.org.' },
} satisfies ProblemWords

export type AccessCode = keyof typeof access_problems
