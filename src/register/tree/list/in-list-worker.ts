import { runInChild } from '../../../platform/child-process/index.ts'
import type { ListAnswers, ListTask } from './tasks.ts'

const patience = { time: 45_000, heap: 1024 }

/** Has a task done in a process of its own. Refusals: those of the task, too-hard. */
export function inListWorker<T extends ListTask>(task: T): Promise<ListAnswers[T['task']]> {
  return runInChild('units-worker', task, patience) as Promise<ListAnswers[T['task']]>
}
