/** So many requests a minute for each key: a system sends once a month, and tries again. */
export const requests_a_minute = 60

/** How long a sender must still wait, in seconds; 0 where it may send now. Each key has a window of its own. */
export function openRate(now: () => number = Date.now): (key: number) => number {
  const sent = new Map<number, number[]>()
  return key => {
    const at = now()
    const recent = (sent.get(key) ?? []).filter(instant => instant > at - 60_000)
    if (recent.length >= requests_a_minute) return Math.ceil((recent[0]! + 60_000 - at) / 1000)
    sent.set(key, [...recent, at])
    return 0
  }
}
