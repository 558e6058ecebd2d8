import { form_problems, type ProblemWords } from '../../staff/index.ts'
import type { Language } from '../../web/index.ts'
import { backup_problem_words } from '../words.ts'

const { 'not-absolute': not_absolute, 'no-recovery-key': no_key, 'no-such-hour': no_hour, 'keeps-none': keeps_none } = backup_problem_words

export const plan_problems = {
  ...form_problems,
  'not-absolute': not_absolute,
  'no-recovery-key': no_key,
  'no-such-hour': no_hour,
  'keeps-none': keeps_none,
} satisfies ProblemWords

const vi = {
  title: 'Sao lưu',
  lead: 'Mỗi ngày một bản của cả sổ. Máy hỏng mà không có bản nào ở nơi khác thì mất sổ.',
  last: 'Bản tốt gần nhất',
  none: 'Chưa có bản nào.',
  plan: 'Sao lưu ở đâu, lúc nào, giữ bao lâu',
  set_here: (names: string) =>
    `Thiết lập của máy chủ (${names}) được dùng trước những gì ghi ở đây: muốn đổi thì bỏ thiết lập ấy rồi khởi động lại.`,
  save: 'Lưu cách sao lưu',
  saved: 'Đã ghi nơi sao lưu. Bản kế tiếp theo đó.',
}

const en: typeof vi = {
  title: 'Backups',
  lead: 'One of the whole register each day. Where the machine breaks and none is elsewhere, the register is lost.',
  last: 'The last good one',
  none: 'There is none yet.',
  plan: 'Where they go, when, and how long they are kept',
  set_here: names => `Settings of the server (${names}) go before what is written here: to change that, take them away and start it again.`,
  save: 'Save the backup plan',
  saved: 'It is written down. The next backup follows it.',
}

/** What the page of backups says. */
export const plan_words: Record<Language, typeof vi> = { vi, en }
