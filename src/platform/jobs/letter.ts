/**
 * The addresses that a letter bears: where to sign in, and where its reader says that they want no more. `is_one_click`:
 * one press there is enough.
 */
export type LetterLinks = { sign_in: string; no_more: string; is_one_click: boolean }

/** `unsubscribe`: where a mailbox is refused at once; without it one's own account, after signing in. */
export function linksOf(site_address: string, unsubscribe?: string): LetterLinks {
  return {
    sign_in: `${site_address}/dang-nhap?ve=%2Fcam-ket`,
    no_more: unsubscribe ?? `${site_address}/tai-khoan`,
    is_one_click: unsubscribe !== undefined,
  }
}

const worth_sending_ms = 3 * 86_400_000

/**
 * Whether a letter that waits since then is not sent any more by itself: it would tell nothing new. Where a mail server is
 * connected afterwards, what is old stays unsent.
 */
export function isTooLate(since: string, now: Date): boolean {
  return now.getTime() - Date.parse(since) > worth_sending_ms
}
