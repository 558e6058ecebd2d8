import { type Patience, runInChild } from '../../platform/child-process/index.ts'
import type { Answers, Task } from './tasks.ts'

export type { Patience }

const usual: Patience = { time: 45_000, heap: 1024 }

/** Has a task done in a process of its own. Refusals: those of the task, too-hard where it took too long or too much. */
export function inWorker<T extends Task>(task: T, patience = usual): Promise<Answers[T['task']]> {
  return runInChild('roster-worker', task, patience) as Promise<Answers[T['task']]>
}
