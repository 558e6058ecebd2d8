import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Refusal, refused } from '../../basis/shared/outcome.ts'

/** How long the work may take, in milliseconds, and how much memory, in megabytes. */
export type Patience = { time: number; heap: number }

/**
 * Has a task done in a thread of its own: what is unpacked and read there is others'. `thread` is the name of a program that the bundle has beside itself (scripts/build.mjs) and that posts one answer.
 * Refusals: those of the task, too-hard where it took too long or too much.
 */
export function inThread<Answer>(thread: string, task: unknown, { time, heap }: Patience): Promise<Answer | Refusal<'too-hard'>> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer | Refusal<'too-hard'>>()
  const worker = new Worker(threadFile(thread), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: heap } })
  const tooHard = () => resolve(refused({ code: 'too-hard', field: 'file' }))
  const timer = setTimeout(tooHard, time)
  worker.on('message', resolve)
  worker.on('error', error => ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHard() : reject(error)))
  return promise.finally(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
}

/** Beside the bundle; under test the one that was built before, which a thread reads in a tenth of the time of its sources. */
function threadFile(thread: string): URL {
  const beside = new URL(`./${thread}.js`, import.meta.url)
  return existsSync(fileURLToPath(beside)) ? beside : new URL(`../../../dist/server/${thread}.js`, import.meta.url)
}
