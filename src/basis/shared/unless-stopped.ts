/**
 * The work's answer, unless a stop is asked for first: then throws its reason. The work is not waited for any more; it
 * ends when what it works on is closed, and what it throws then says nothing new.
 */
export async function unlessStopped<T>(stopping: AbortSignal, work: () => Promise<T>): Promise<T> {
  stopping.throwIfAborted()
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const stop = () => reject(stopping.reason)
  stopping.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([work(), stopped])
  } finally {
    stopping.removeEventListener('abort', stop)
  }
}
