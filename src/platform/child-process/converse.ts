import type { ChildProcess } from 'node:child_process'

/** What a program says when it has its task: its time counts from then. On a busy machine its start takes seconds. */
export const begun = 'begun'

/** So long a program may take to start, in milliseconds; on a busy machine. */
const start_ms = 120_000

/** What a program said: `answer` ends the conversation, `fail` ends it with an error. */
export type Hear<Said, Answer> = (said: Said, end: { answer: (answer: Answer) => void; fail: (error: unknown) => void }) => void

/**
 * Says something to a program and hears it until the conversation ends. 'too-hard' where it takes more than `time`
 * milliseconds once it has `begun`, or ends by a signal: the engine aborts a program that wants more memory than it may
 * have. Throws where the program cannot be started, does not begin, or ends by a fault of its own.
 */
export function converse<Said, Answer>(
  child: ChildProcess,
  first: unknown,
  { time, hear, start = start_ms }: { time: number; hear: Hear<Said, Answer>; start?: number },
): Promise<Answer | 'too-hard'> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer | 'too-hard'>()
  let timer = setTimeout(() => reject(new Error(`A child process has not begun after ${start} ms.`)), start)
  const onMessage = (said: unknown) => {
    if (said !== begun) return hear(said as Said, { answer: resolve, fail: reject })
    clearTimeout(timer)
    timer = setTimeout(() => resolve('too-hard'), time)
  }
  const onExit = (code: number | null) =>
    code === null || code === aborted ? resolve('too-hard') : reject(new Error(`A child process ended with ${code}.`))
  child.on('message', onMessage).on('exit', onExit).on('error', reject)
  // A program that has just ended says so by its exit.
  child.send(first as object, () => {})
  return promise.finally(() => {
    clearTimeout(timer)
    child.off('message', onMessage).off('exit', onExit).off('error', reject)
  })
}

/** How a shell, and Windows, name the end by SIGABRT. */
const aborted = 134
