import { lookUp } from '../../basis/shared/look-up.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import type { ProblemWords } from '../../platform/staff/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { commitment_problems } from '../commitment/index.ts'
import type { MailState } from './list-reminders.ts'

/** `names` in one line; empty where there are too many. */
type Sent = { reminded: number; by_mail: number; names: string }

const vi = {
  title: (n: number) => (n === 0 ? 'Không còn ai phải nhắc' : `Còn ${n.toLocaleString('vi-VN')} người chưa nộp`),
  remind_n: (n: number) => `Nhắc ${n.toLocaleString('vi-VN')} người`,
  how: 'Lời nhắc sẽ đi bằng',
  in_app: (n: number) => `${n.toLocaleString('vi-VN')} người thấy ở trang Việc của tôi khi đăng nhập`,
  by_mail: (n: number) => `${n.toLocaleString('vi-VN')} người nhận thư điện tử`,
  on_paper: (n: number) => `${n.toLocaleString('vi-VN')} người không có thư điện tử: sẽ có phiếu để in`,
  no_mail: 'Sổ này chưa nối máy chủ thư, nên không gửi thư điện tử. Lời nhắc trong sổ và phiếu in vẫn dùng được.',
  letter_lead:
    'Thư chỉ nói có việc đang chờ và chỗ đăng nhập, không ghi nội dung cam kết. Nhiều người chung một địa chỉ thì nhận một thư, có ghi tên.',
  lately: (n: number, day: string) => `${n.toLocaleString('vi-VN')} người đã được nhắc gần đây; sớm nhất ngày ${day} mới nhắc lại được.`,
  all_lately: (day: string) => `Tất cả đã được nhắc gần đây. Sớm nhất ngày ${day} mới nhắc lại được.`,
  closed: (day: string) => `Đợt này đã khóa sau ngày ${day}; không nhắc nữa.`,
  not_open: (day: string) => `Đợt này mở từ ${day}; chưa nhắc được.`,
  told: ({ reminded, by_mail, names }: Sent) =>
    `Đã nhắc ${reminded} người${names && ` (${names})`}${by_mail > 0 ? `, trong đó ${by_mail} người qua thư điện tử` : '; chưa ai nhận được qua thư điện tử'}. ` +
    'Lời nhắc đã gửi thì không thu lại được.',
  waves: 'Những lần đã nhắc',
  no_waves: 'Chưa nhắc lần nào trong đợt này.',
  when: 'Lúc',
  by_whom: 'Ai nhắc',
  people: 'Số người',
  seen: 'Đã xem',
  letter: 'Thư',
  mail: 'Thư đã gửi',
  trouble: 'Thư không đi',
  waiting: 'Thư chờ gửi',
  sheet: 'Không có thư',
  as: { secretary: 'Bí thư', 'unit-office': 'Văn phòng', 'superior-office': 'Văn phòng cấp trên' } as Record<string, string>,
  wave: (at: string) => `Lần nhắc ${at}`,
  again_n: (n: number) => `Gửi lại ${n.toLocaleString('vi-VN')} thư`,
  again_lead: 'Chỉ gửi lại thư mà máy chủ thư chắc chắn chưa nhận. Thư không rõ đã đi chưa thì không gửi lại.',
  told_again: (n: number) => `Đã xếp ${n.toLocaleString('vi-VN')} thư để gửi lại.`,
  print_n: (n: number) => `In phiếu cho ${n} người`,
  nobody_on_paper: 'Ai cũng có thư điện tử; không cần phiếu.',
  person: 'Người',
  cell: 'Chi bộ',
  not_seen: 'chưa xem',
  back: 'Về trang nhắc',
  too_many: (n: number) => `Có ${n.toLocaleString('vi-VN')} người: xem tên ở trang nhắc của từng đơn vị bên dưới.`,
  mails: {
    queued: 'chờ gửi',
    sending: 'đang gửi',
    deferred: 'máy chủ thư bận, sẽ gửi lại',
    sent: 'đã gửi thư',
    failed: 'thư không đi được',
    unsure: 'không rõ thư đã đi chưa; không gửi lại',
    dropped: 'không gửi nữa, đã nộp',
    none: 'không có thư điện tử',
  } as Record<NonNullable<MailState> | 'none', string>,
  sheets: 'Phiếu nhắc',
  sheet_signed: 'Đã nhận (ký)',
  print: 'In bằng lệnh in của trình duyệt, khổ A4; mỗi chi bộ một tờ.',
  reminded_at: (at: string) => `Nhắc lúc ${at}.`,
  i_have_seen: 'Tôi đã xem',
  earlier: (n: number) => `${n} lời nhắc đã xem`,
  seen_at: (at: string) => `đã xem ${at}`,
}

const en: typeof vi = {
  title: n => (n === 0 ? 'Nobody to remind' : `${n.toLocaleString('en-GB')} have not handed in`),
  remind_n: n => `Remind ${n.toLocaleString('en-GB')}`,
  how: 'The reminder will go',
  in_app: n => `to ${n.toLocaleString('en-GB')} on their page My work, when they sign in`,
  by_mail: n => `to ${n.toLocaleString('en-GB')} by e-mail`,
  on_paper: n => `to ${n.toLocaleString('en-GB')} without e-mail: there will be a sheet to print`,
  no_mail: 'This register is connected to no mail server, so no e-mail is sent. Reminders in the register and printed sheets work as ever.',
  letter_lead:
    'The mail says that something waits and where to sign in, nothing of the commitment. People who share an address get one letter, which names them.',
  lately: (n, day) => `${n.toLocaleString('en-GB')} were reminded lately; the earliest of them may be reminded again on ${day}.`,
  all_lately: day => `All of them were reminded lately. The earliest may be reminded again on ${day}.`,
  closed: day => `The campaign closed after ${day}; nobody is reminded any more.`,
  not_open: day => `The campaign opens on ${day}; nobody is reminded yet.`,
  told: ({ reminded, by_mail, names }) =>
    `${reminded} reminded${names && ` (${names})`}${by_mail > 0 ? `, ${by_mail} of them by e-mail` : '; none of them by e-mail'}. ` +
    'A reminder that was sent cannot be taken back.',
  waves: 'Reminders so far',
  no_waves: 'None in this campaign yet.',
  when: 'When',
  by_whom: 'By',
  people: 'People',
  seen: 'Seen',
  letter: 'Mail',
  mail: 'Mail sent',
  trouble: 'Mail failed',
  waiting: 'Mail waiting',
  sheet: 'No mail',
  as: { secretary: 'Secretary', 'unit-office': 'Office', 'superior-office': 'Office above' },
  wave: at => `Reminder of ${at}`,
  again_n: n => `Send ${n.toLocaleString('en-GB')} again`,
  again_lead: 'Only what the mail server surely did not take is sent again. What may have gone out is not.',
  told_again: n => `${n.toLocaleString('en-GB')} will be sent again.`,
  print_n: n => `Print sheets for ${n}`,
  nobody_on_paper: 'Everybody has e-mail; no sheet is needed.',
  person: 'Person',
  cell: 'Cell',
  not_seen: 'not seen',
  back: 'Back to reminders',
  too_many: n => `There are ${n.toLocaleString('en-GB')}: see the names on the reminder pages of the units below.`,
  mails: {
    queued: 'waiting',
    sending: 'being sent',
    deferred: 'the mail server is busy, will be tried again',
    sent: 'mail sent',
    failed: 'the mail could not be sent',
    unsure: 'not known whether the mail went out; not sent again',
    dropped: 'no mail any more, handed in',
    none: 'no e-mail',
  },
  sheets: 'Reminder sheets',
  sheet_signed: 'Received (signature)',
  print: 'Print it from your browser, on A4; one sheet a cell.',
  reminded_at: at => `Reminded at ${at}.`,
  i_have_seen: 'I have seen it',
  earlier: n => `${n} seen before`,
  seen_at: at => `seen ${at}`,
}

export const remind_words: Record<Language, typeof vi> = { vi, en }

/** «Bí thư, Chi bộ thôn Nà Lẹng». */
export function senderIn(lang: Language, { sent_as, sent_from }: { sent_as: string; sent_from: string }): string {
  return `${lookUp(remind_words[lang].as, sent_as) ?? sent_as}, ${sayName(sent_from, lang)}`
}

/** What is said of each problem with reminding. A code that is not here does not compile. */
export const remind_problems = {
  ...commitment_problems,
  'nobody-to-remind': {
    vi: 'Không còn ai phải nhắc: mọi người đã nộp, hoặc vừa được nhắc.',
    en: 'There is nobody to remind: all have handed in, or were reminded lately.',
  },
  'no-letters': {
    vi: 'Không có thư nào phải gửi lại: thư đã đi, hoặc vừa được gửi lại.',
    en: 'There is no letter to send again: all have gone out, or were sent again a moment ago.',
  },
  'no-campaign': { vi: 'Chưa có đợt cam kết nào ở đơn vị này.', en: 'No campaign has reached this unit yet.' },
} satisfies ProblemWords

export type RemindCode = keyof typeof remind_problems
