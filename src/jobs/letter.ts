import type { Letter } from './open-mail.ts'

/** The whole of what leaves the house by mail: that something waits, and where to sign in. No name, no content, and no code. */
export function letterToSignIn(site_address: string): Pick<Letter, 'subject' | 'text' | 'unsubscribe'> {
  const address = `${site_address}/dang-nhap?ve=%2Fcam-ket`
  return {
    subject: 'Có việc đang chờ trong Sổ nêu gương',
    unsubscribe: `${site_address}/tai-khoan`,
    text: [
      'Trong Sổ nêu gương có một việc đang chờ bạn. Đăng nhập để xem:',
      address,
      'Thư này do máy gửi, xin đừng trả lời. Muốn thôi nhận thư: bỏ địa chỉ ở trang Tài khoản của tôi.',
      'Something waits for you in the register of exemplary conduct. Sign in at the address above to see it. This mail is sent by a machine; to get no more, take your address back on your account page.',
      '',
    ].join('\n\n'),
  }
}
