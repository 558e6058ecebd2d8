import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Refusal, refused } from '../../basis/shared/outcome.ts'

/**
 * How long the work may take, in milliseconds, and how much memory, in megabytes: in all, and for what is soon let go
 * again (less of it costs time, and keeps the whole smaller).
 */
export type Patience = { time: number; heap: number; young?: number }

/**
 * Has a task done in a thread of its own: what is unpacked and read there is others'. `thread` is the name of a program
 * that the bundle has beside itself (scripts/build.mjs) and that posts one answer. The file is copied once, and the
 * copy is the thread's. Refusals: those of the task, too-hard where it took too long or too much.
 */
export function inThread<Answer>(
  thread: string,
  task: { bytes: Uint8Array },
  { time, heap, young }: Patience,
): Promise<Answer | Refusal<'too-hard'>> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer | Refusal<'too-hard'>>()
  const bytes = new Uint8Array(task.bytes)
  const given = { workerData: { ...task, bytes }, transferList: [bytes.buffer] }
  const resourceLimits = { maxOldGenerationSizeMb: heap, ...(young !== undefined && { maxYoungGenerationSizeMb: young }) }
  const worker = new Worker(threadFile(thread), { ...given, resourceLimits })
  const tooHard = () => resolve(refused({ code: 'too-hard', field: 'file' }))
  const timer = setTimeout(tooHard, time)
  worker.on('message', resolve)
  worker.on('error', error => ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHard() : reject(error)))
  return promise.finally(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
}

/**
 * Beside the bundle; under test the one that was built before, which a thread reads in a tenth of the time of its
 * sources.
 */
function threadFile(thread: string): URL {
  const beside = new URL(`./${thread}.js`, import.meta.url)
  return existsSync(fileURLToPath(beside)) ? beside : new URL(`../../../dist/server/${thread}.js`, import.meta.url)
}
