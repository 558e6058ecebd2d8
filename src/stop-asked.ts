/**
 * Why a program stops before its work is done: a signal came. `code` is what it ends with then, as shells tell it: 128
 * and the number of the signal.
 */
export class Stopped extends Error {
  readonly code: number

  constructor(signal: NodeJS.Signals, code: number) {
    super(`Đã dừng theo yêu cầu (${signal}) · Stopped as asked (${signal})`)
    this.code = code
  }
}

const signals = [
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const

/**
 * Aborted by the first signal, with a `Stopped`. Any that follow change nothing: a terminal and systemd send it to the
 * whole group, and npm and our own starter pass theirs on, so that one wish comes twice. A failure that nobody caught
 * leaves the process in an unknown state: it is the reason of a stop, too.
 */
export function stopAsked(): AbortSignal {
  const stopping = new AbortController()
  for (const [signal, code] of signals) process.on(signal, () => stopping.abort(new Stopped(signal, code)))
  process.on('uncaughtException', error => stopping.abort(error))
  return stopping.signal
}
