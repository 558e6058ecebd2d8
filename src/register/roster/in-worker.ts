import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { refused } from '../../basis/shared/outcome.ts'
import type { Answers, Task } from './tasks.ts'

/** How long a workbook may be read, in milliseconds, and how much memory that may take, in megabytes. */
export type Patience = { time: number; heap: number }

const usual: Patience = { time: 45_000, heap: 1024 }

/** Has a task done in a thread of its own. Refusals: those of the task, too-hard where it took too long or too much. */
export function inWorker<T extends Task>(task: T, { time, heap } = usual): Promise<Answers[T['task']]> {
  const { promise, resolve, reject } = Promise.withResolvers<Answers[T['task']]>()
  const worker = new Worker(threadFile(), { workerData: task, resourceLimits: { maxOldGenerationSizeMb: heap } })
  const tooHard = () => resolve(refused({ code: 'too-hard', field: 'file' }) as Answers[T['task']])
  const timer = setTimeout(tooHard, time)
  worker.on('message', resolve)
  worker.on('error', error => ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooHard() : reject(error)))
  return promise.finally(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
}

/** Beside the bundle; under test the one that was built before, which a thread reads in a tenth of the time of its sources. */
function threadFile(): URL {
  const beside = new URL(`./${'roster-worker'}.js`, import.meta.url)
  return existsSync(fileURLToPath(beside)) ? beside : new URL(`../../../dist/server/${'roster-worker'}.js`, import.meta.url)
}
