import type { Trouble } from '../../../basis/shared/breaker.ts'
import { sayInstant } from '../../../basis/shared/dates.ts'
import type { Language } from '../../web/index.ts'
import type { FindNotices, StaffContext } from '../session/staff-context.ts'

const mail_words: Record<Language, (reason: string, since: string) => string> = {
  vi: (reason, since) =>
    `Thư không gửi được từ ${since}: lỗi ở máy chủ thư hoặc ở cấu hình (${reason}). Thư đang chờ; sửa xong thì thư tự đi. Xem SMTP_URL và nhật ký.`,
  en: (reason, since) =>
    `No mail has gone out since ${since}: the mail server or its settings are at fault (${reason}). The letters wait, and go out by themselves when it is mended. See SMTP_URL and the log.`,
}

const clock_words: Record<Language, (minutes: number) => string> = {
  vi: minutes =>
    `Đồng hồ của cơ sở dữ liệu chậm ${minutes} phút so với việc đã ghi gần nhất. Việc mới vẫn ghi được, xếp sau việc đã ghi. Hãy chỉnh lại đồng hồ của máy chủ.`,
  en: minutes =>
    `The clock of the database is ${minutes} min behind what was recorded last. Changes are still recorded, after those. Set the server’s clock right.`,
}

/**
 * What an administrator finds on the home page while the mail server is at fault; nobody else, for nobody else can mend
 * it.
 */
export function mailTrouble(trouble: () => Trouble | null): FindNotices {
  return toAdministrators(async lang => {
    const found = trouble()
    return found && mail_words[lang](found.reason, sayInstant(new Date(found.since).toISOString(), lang))
  })
}

/** The same while the database's clock is behind the register by a second or more. */
export function clockTrouble(secondsBehind: () => Promise<number>): FindNotices {
  return toAdministrators(async lang => {
    const seconds = await secondsBehind()
    return seconds === 0 ? null : clock_words[lang](Math.ceil(seconds / 60))
  })
}

function toAdministrators(find: (lang: Language) => Promise<string | null>): FindNotices {
  return async ({ who, staff_page }: StaffContext) => {
    if (!who.held.some(({ role }) => role === 'administrator')) return []
    const label = await find(staff_page.view.lang)
    return label === null ? [] : [{ href: null, label, n: 1 }]
  }
}
