import { begun } from './converse.ts'
import { endWithParent } from './end-with-parent.ts'
import type { Reply } from './run-in-child.ts'

/** The program's side of `runInChild`: one task, one answer. */
export function answerOnce<Task, Answer>(answerOf: (task: Task) => Answer | Promise<Answer>): void {
  endWithParent()
  const say = (reply: Reply<Answer>) => process.send!(reply)
  process.once('message', async task => {
    process.send!(begun)
    try {
      say({ answer: await answerOf(task as Task) })
    } catch (error) {
      say({ failed: error as Error })
    }
  })
}
