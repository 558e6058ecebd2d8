import type { Letter } from './open-mail.ts'

/**
 * `names`: for whom it is, where several people read one mailbox; otherwise none. `unsubscribe`: where its reader says
 * that they want no more.
 */
type Whose = { names?: readonly string[]; unsubscribe?: string }

/**
 * The whole of what leaves the house by mail: that something waits, and where to sign in. No content and no code; a
 * name only where a mailbox has several readers.
 */
export function letterToSignIn(
  site_address: string,
  { names = [], unsubscribe }: Whose = {},
): Pick<Letter, 'subject' | 'text' | 'unsubscribe' | 'is_one_click'> {
  const address = `${site_address}/dang-nhap?ve=%2Fcam-ket`
  const whose = names.join(', ')
  const no_more = unsubscribe ?? `${site_address}/tai-khoan`
  return {
    subject: 'Có việc đang chờ trong Sổ nêu gương',
    unsubscribe: no_more,
    is_one_click: unsubscribe !== undefined,
    text: [
      whose
        ? `Trong Sổ nêu gương có việc đang chờ: ${whose}. Mỗi người đăng nhập để xem việc của mình:`
        : 'Trong Sổ nêu gương có một việc đang chờ bạn. Đăng nhập để xem:',
      address,
      'Thư này do máy gửi, xin đừng trả lời. Muốn thôi nhận thư này:',
      no_more,
      whose
        ? `Something waits in the register of exemplary conduct for: ${whose}. Each signs in at the first address above. This mail is sent by a machine; the second address ends it.`
        : 'Something waits for you in the register of exemplary conduct. Sign in at the first address above to see it. This mail is sent by a machine; the second address ends it.',
      '',
    ].join('\n\n'),
  }
}
