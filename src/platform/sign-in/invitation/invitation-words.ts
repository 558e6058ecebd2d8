import type { Language } from '../../web/index.ts'
import { batch_words } from '../batch/batch-words.ts'
import type { AccountNotice } from './account-notices.ts'

type Told = Pick<AccountNotice, 'kind' | 'full_name' | 'is_mine' | 'maker_name' | 'people'> & { at: string }

const vi = {
  waiting_n: (n: number) => (n === 0 ? 'Không có giấy mời nào chờ xác nhận' : `${n} giấy mời chờ người thứ hai xác nhận`),
  waiting_lead:
    'Ai mở được tài khoản của một người thì làm được mọi việc của người ấy. Vì vậy cần hai người: một người in giấy mời, một người xác nhận. Hãy hỏi chính người ấy, gặp mặt hoặc qua điện thoại, rồi mới xác nhận.',
  who: 'Hai loại giấy mời phải chờ: cho người đang giữ vai trò, và cho tài khoản đã mở trước đó.',
  printed_by: (maker: string, at: string) => `${maker} in giấy mời lúc ${at}.`,
  opened_by: (maker: string, at: string) => `Tài khoản do một mình ${maker} mở. Vai trò chưa dùng được; xin xác nhận từ ${at}.`,
  holds_nothing: 'đảng viên, tài khoản đã mở trước đó',
  i_asked: (name: string) => `Đã hỏi ${name}: đúng là người ấy xin`,
  confirm: 'Xác nhận những người đã đánh dấu',
  by_whom: 'Do ai, lúc nào',
  reject: 'Bác giấy mời',
  reject_of: (name: string) => `Bác giấy mời cho ${name}`,
  confirmed_n: (n: number) => `Đã xác nhận ${n} người.`,
  confirmed_of: (names: string) => `Đã xác nhận cho ${names}.`,
  open_already: (names: string) => `Tài khoản của ${names} đã mở, vai trò có hiệu lực ngay: nay chỉ quản trị thôi vai trò được.`,
  undo: { label: 'Hủy giấy mời', hint: 'Được cho đến khi giấy mời được dùng.' },
  withdrawn: 'Đã hủy giấy mời. Mã trên giấy không còn dùng được.',
  asked: 'Đã xin xác nhận. Quản trị khác hoặc văn phòng cấp trên sẽ thấy ở trang của họ.',
  to_waiting: 'Giấy mời chờ xác nhận',
  beyond: 'giữ vai trò ngoài phạm vi quản trị này: quản trị cấp trên in giấy mời',
  will_wait: 'cần người thứ hai xác nhận',
  sheet_waits:
    'Giấy này chưa dùng được ngay. Một người thứ hai phải xác nhận trước: quản trị khác có cùng phạm vi, hoặc văn phòng cấp trên. Người được mời và người đứng đầu đơn vị đã được báo.',
  will_close:
    'Khi đặt mật khẩu này, mọi cách vào trước đây thôi dùng được: mật khẩu, điện thoại, mã in, khóa truy cập, tài khoản nơi khác. Mọi nơi đang đăng nhập sẽ thoát.',
  told: ({ kind, full_name, is_mine, maker_name, people, at }: Told) => {
    if (people > 1)
      return kind === 'used' ? batch_words.vi.used_by_many(people, at) : batch_words.vi.told_of_many(maker_name ?? '', people, at)
    const whose = is_mine ? 'tài khoản của bạn' : `tài khoản của ${full_name}`
    if (kind === 'used') return `Giấy mời đã được dùng lúc ${at} để mở ${whose}.`
    return maker_name
      ? `${maker_name} in giấy mời mở ${whose} lúc ${at}.`
      : `Giấy mời mở ${whose} được in bằng lệnh trên máy chủ lúc ${at}.`
  },
  not_asked_for: 'Không phải do bạn xin? Hủy giấy mời ngay, rồi báo quản trị cấp trên.',
  used_by_another: 'Không phải bạn dùng? Đổi bước thứ hai và đăng xuất mọi nơi khác ở trang tài khoản, rồi báo quản trị cấp trên.',
  ask_them: 'Hãy hỏi người ấy có xin giấy mời không. Nếu không, báo quản trị cấp trên.',
  withdraw: 'Hủy giấy mời',
  i_have_seen: 'Tôi đã xem',
  roles_wait:
    'Vai trò của bạn chưa dùng được: tài khoản này mới do một người mở. Cần người thứ hai xác nhận: quản trị khác, hoặc văn phòng cấp trên.',
  ask: 'Xin xác nhận',
  is_asked: 'Đã xin xác nhận; đang chờ.',
  unlink: 'Bỏ nối',
  unlink_of: (place: string) => `Bỏ nối tài khoản ${place}`,
  unlinked: 'Đã bỏ nối. Tài khoản nơi khác không mở được sổ nữa; những nơi đăng nhập bằng nó đã thoát.',
}

const en: typeof vi = {
  waiting_n: n =>
    n === 0 ? 'No invitation waits for confirmation' : `${n} ${n === 1 ? 'invitation waits' : 'invitations wait'} for a second person`,
  waiting_lead:
    'Whoever can open an account can do all that its person may do. So it takes two: one prints the invitation, another confirms it. Ask the person themselves, face to face or by telephone, before you confirm.',
  who: 'Two kinds of invitation wait: for people who hold a role, and for accounts that were opened before.',
  printed_by: (maker, at) => `${maker} printed the invitation on ${at}.`,
  opened_by: (maker, at) => `${maker} alone opened this account. Its roles do not work yet; confirmation was asked for on ${at}.`,
  holds_nothing: 'member, account opened before',
  i_asked: name => `I asked ${name}: the request is theirs`,
  confirm: 'Confirm those marked',
  by_whom: 'By whom, when',
  reject: 'Reject',
  reject_of: name => `Reject the invitation for ${name}`,
  confirmed_n: n => `${n} confirmed.`,
  confirmed_of: names => `Confirmed: ${names}.`,
  open_already: names => `Open already, with their roles in force: ${names}. Now only an administrator can end the roles.`,
  undo: { label: 'Cancel the invitation', hint: 'Until it is used.' },
  withdrawn: 'The invitation is cancelled. Its code opens nothing any more.',
  asked: 'Confirmation is asked for. Other administrators and the office above see it on their pages.',
  to_waiting: 'Invitations to confirm',
  beyond: 'holds a role beyond what you administer: an administrator above prints the invitation',
  will_wait: 'needs a second person',
  sheet_waits:
    'This sheet does not work yet. A second person must confirm it first: another administrator with the same reach, or the office above. The person invited and the head of their unit have been told.',
  will_close:
    'When you set this password, every earlier way in stops working: password, telephone, printed codes, passkeys, account elsewhere. You are signed out everywhere.',
  told: ({ kind, full_name, is_mine, maker_name, people, at }) => {
    if (people > 1)
      return kind === 'used' ? batch_words.en.used_by_many(people, at) : batch_words.en.told_of_many(maker_name ?? '', people, at)
    const whose = is_mine ? 'your account' : `the account of ${full_name}`
    if (kind === 'used') return `An invitation was used on ${at} to open ${whose}.`
    return maker_name
      ? `${maker_name} printed an invitation to open ${whose} on ${at}.`
      : `An invitation to open ${whose} was printed by a command on the server on ${at}.`
  },
  not_asked_for: 'You did not ask for it? Cancel the invitation now, and tell an administrator above.',
  used_by_another:
    'It was not you? Change your second step and sign out everywhere else on your account page, and tell an administrator above.',
  ask_them: 'Ask them whether they asked for it. If not, tell an administrator above.',
  withdraw: 'Cancel the invitation',
  i_have_seen: 'I have seen it',
  roles_wait:
    'Your roles do not work yet: one person alone opened this account. A second must confirm it: another administrator, or the office above.',
  ask: 'Ask for confirmation',
  is_asked: 'Confirmation is asked for; it waits.',
  unlink: 'Unlink',
  unlink_of: place => `Unlink the account at ${place}`,
  unlinked: 'The account elsewhere is unlinked. It opens the register no more; where it was used to sign in, you are signed out.',
}

/** What the pages say on invitations that wait, on whom they are told to, and on accounts elsewhere. */
export const invitation_words: Record<Language, typeof vi> = { vi, en }
