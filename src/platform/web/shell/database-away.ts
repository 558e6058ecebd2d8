/**
 * PostgreSQL's classes and codes, and the system's, that mean: not now, perhaps in a moment. 57014: it was stopped, for
 * it took too long.
 */
const away = /^(?:08...|53...|57014|57P0[123]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH)$/
const away_sentences =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout)/

/** Whether a failure is the database's absence, which passes, and not a fault of ours. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && away.test(error.code)) return true
  // The socket of a server that does not run is a file that is not there.
  if ('code' in error && error.code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') return true
  if (error instanceof AggregateError) return error.errors.some(isAway)
  return away_sentences.test(error.message) || (error.cause !== undefined && isAway(error.cause))
}
