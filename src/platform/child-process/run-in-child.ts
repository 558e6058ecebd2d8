import { type Refusal, refused } from '../../basis/shared/outcome.ts'
import { converse } from './converse.ts'
import { type Memory, startProgram } from './start-program.ts'

/** How long the work may take, in milliseconds, and how much memory. */
export type Patience = Memory & { time: number }

export type Reply<Answer> = { answer: Answer } | { failed: Error }

/**
 * Has a task done in a process of its own: what is unpacked and read there is others'. The program answers by
 * `answerOnce`. Refusals: those of the task, too-hard where it took too long or too much.
 */
export async function runInChild<Answer>(program: string, task: object, patience: Patience): Promise<Answer | Refusal<'too-hard'>> {
  const child = startProgram(program, patience)
  try {
    const answer = await converse<Reply<Answer>, Answer>(child, task, {
      time: patience.time,
      hear: (said, end) => ('failed' in said ? end.fail(said.failed) : end.answer(said.answer)),
    })
    return answer === 'too-hard' ? refused({ code: 'too-hard', field: 'file' }) : answer
  } finally {
    child.on('error', () => {})
    child.kill('SIGKILL')
  }
}
