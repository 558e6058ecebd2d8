import type { Trouble } from '../shared/breaker.ts'
import { sayInstant } from '../shared/dates.ts'
import type { Language } from '../web/index.ts'
import type { FindNotices } from './work.ts'

const words: Record<Language, (reason: string, since: string) => string> = {
  vi: (reason, since) =>
    `Thư không gửi được từ ${since}: lỗi ở máy chủ thư hoặc ở cấu hình (${reason}). Thư đang chờ; sửa xong thì thư tự đi. Xem SMTP_URL và nhật ký.`,
  en: (reason, since) =>
    `No mail has gone out since ${since}: the mail server or its settings are at fault (${reason}). The letters wait, and go out by themselves when it is mended. See SMTP_URL and the log.`,
}

/** What an administrator finds on the home page while the mail server is at fault; nobody else, for nobody else can mend it. */
export function mailTrouble(trouble: () => Trouble | null): FindNotices {
  return async ({ who, desk }) => {
    const found = trouble()
    if (found === null || !who.held.some(({ role }) => role === 'administrator')) return []
    const { lang } = desk.reading
    return [{ href: null, label: words[lang](found.reason, sayInstant(new Date(found.since).toISOString(), lang)), n: 1 }]
  }
}
