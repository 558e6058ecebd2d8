import { runInChild } from '../../../../platform/child-process/index.ts'
import type { GiftAnswers, GiftTask } from './read-gifts.ts'

const patience = { time: 45_000, heap: 1024 }

/** Has a task done in a process of its own. Refusals: those of the task, too-hard. */
export function inGiftsWorker<T extends GiftTask>(task: T): Promise<GiftAnswers[T['task']]> {
  return runInChild('gifts-worker', task, patience) as Promise<GiftAnswers[T['task']]>
}
