import { runInChild } from '../../../platform/child-process/index.ts'
import type { AwardAnswers, AwardTask } from './tasks.ts'

const patience = { time: 45_000, heap: 1024 }

/** Has a task done in a process of its own. Refusals: those of the task, too-hard. */
export function inAwardWorker<T extends AwardTask>(task: T): Promise<AwardAnswers[T['task']]> {
  return runInChild('awards-worker', task, patience) as Promise<AwardAnswers[T['task']]>
}
