import { vi } from 'vitest'

/** On a busy machine what comes in its own time comes late: Vitest's own patience is a second. */
const patience_ms = 60_000

/** Waits until the condition holds, asked every `interval` milliseconds; gives what it came to. */
export function until<T>(condition: () => T | Promise<T>, { interval = 20 } = {}) {
  return vi.waitUntil(condition, { timeout: patience_ms, interval })
}

/** Waits until nothing in `expectations` fails. */
export function untilMet(expectations: () => void): Promise<void> {
  return vi.waitFor(expectations, { timeout: patience_ms, interval: 20 })
}
