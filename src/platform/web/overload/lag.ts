const every_ms = 20

/**
 * By how many milliseconds the program is behind with what has arrived: how late a timer is that should have rung by
 * now, or was the last time.
 */
export function watchLag(): { lag_ms: () => number; stop: () => void } {
  let due_at = performance.now() + every_ms
  let last_ms = 0
  const timer = setInterval(() => {
    last_ms = performance.now() - due_at
    due_at = performance.now() + every_ms
  }, every_ms)
  timer.unref()
  return { lag_ms: () => Math.max(last_ms, performance.now() - due_at, 0), stop: () => clearInterval(timer) }
}
