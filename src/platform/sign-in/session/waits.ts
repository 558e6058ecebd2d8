/**
 * What an attempt tries: a password, the six digits of a telephone (or the eight of an old sheet), or a printed code
 * that is too long to be guessed.
 */
export type AttemptKind = 'password' | 'code' | 'printed'

/**
 * What was tried before, as far as it counts for the next attempt. Only failures count; one that is being judged is one
 * until it was right. Names and addresses count what unknown browsers tried.
 */
export type Earlier = {
  /**
   * At this name, over all addresses: within the hour and since it was last right, when the last of these was, and
   * within a day.
   */
  at_name: number
  last_at_name: Date | null
  at_name_today: number
  /** From this address, whatever the name: within the hour; and of printed codes within a day. */
  from_address: number
  printed_from_address_today: number
  /** When this name was first asked for from this address and told to wait, within the hour. */
  told_at: Date | null
  /** By this browser within a day, where it is known at this name. */
  by_browser: number | null
  /** Printed codes, over all addresses, within the hour. */
  printed_everywhere: number
}

/**
 * `go`: it is judged. `wait`: seconds. `guessed`: not today by this way, for the name is being guessed; `closed`:
 * printed codes are, from this address too.
 */
export type Verdict =
  | { go: true; code?: undefined; seconds?: undefined }
  | { go: false; code: 'wait' | 'guessed' | 'closed'; seconds?: number }

export const limits = {
  /** Failures at a name that cost no wait, and the longest of the waits that double then. */
  free_at_name: 5,
  longest_wait_s: 60,
  /** Failures at a name in a day, over all addresses. */
  at_name_a_day: 100,
  /** Failures from an address in an hour, after which each name asked for from there waits once. */
  free_from_address: 30,
  wait_of_address_s: 5,
  /** Failures by which a known browser becomes one like any other, for a day. */
  by_known_browser: 10,
  /** Wrong printed codes in an hour over all addresses, from which on an address has no more than so many a day. */
  printed_everywhere: 1000,
  printed_from_address: 10,
}

/** Whether a browser that is known at a name still counts as one. */
export function isKnown({ by_browser }: Pick<Earlier, 'by_browser'>): boolean {
  return by_browser !== null && by_browser < limits.by_known_browser
}

/**
 * Whether an attempt is judged now. A known browser never waits. Anybody else waits 1, 2, 4 … seconds after five
 * failures at the name, and has no more than a hundred a day. An address with many failures makes each name wait five
 * seconds, once: its guesser cannot take the turn of whoever sits beside them.
 */
export function verdictOn(kind: AttemptKind, earlier: Earlier, now: Date): Verdict {
  if (isKnown(earlier)) return { go: true }
  if (kind !== 'printed' && earlier.at_name_today >= limits.at_name_a_day) return { go: false, code: 'guessed' }
  if (kind === 'printed' && isClosed(earlier)) return { go: false, code: 'closed' }
  const seconds = Math.max(kind === 'printed' ? 0 : waitOfName(earlier, now), waitOfAddress(earlier, now))
  return seconds > 0 ? { go: false, code: 'wait', seconds } : { go: true }
}

function isClosed({ printed_everywhere, printed_from_address_today }: Earlier): boolean {
  return printed_everywhere >= limits.printed_everywhere && printed_from_address_today >= limits.printed_from_address
}

function waitOfName({ at_name, last_at_name }: Earlier, now: Date): number {
  const beyond = at_name - limits.free_at_name
  return beyond < 0 ? 0 : secondsUntil(last_at_name ?? now, Math.min(limits.longest_wait_s, 2 ** Math.min(beyond, 20)), now)
}

function waitOfAddress({ from_address, told_at }: Earlier, now: Date): number {
  return from_address < limits.free_from_address ? 0 : secondsUntil(told_at ?? now, limits.wait_of_address_s, now)
}

function secondsUntil(since: Date, wait_s: number, now: Date): number {
  return Math.max(0, Math.ceil((since.getTime() + wait_s * 1000 - now.getTime()) / 1000))
}
