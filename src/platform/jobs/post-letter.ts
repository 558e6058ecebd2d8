import type { Letter, Mail } from './open-mail.ts'
import type { Posting } from './posting.ts'
import { type Job, type JobAnswer, waitAfter } from './run-jobs.ts'

/**
 * What a room does around its letter. `begin` writes «sending» down and gives the letter; null where there is none to
 * send, later where another job has it in hand. `note` writes down what became of it.
 */
export type LetterSteps = { begin(): Promise<Letter | 'later' | null>; note(step: Pick<Posting, 'state' | 'reason'>): Promise<void> }

/**
 * One attempt at a letter. While the server is at fault none is tried and none is counted: they wait for it together.
 * What the server puts off is asked again until the job's last attempt, and then has failed: nobody is told for ever
 * that it will still be sent.
 */
export async function postLetter(
  { mail, now }: { mail: Mail; now: () => Date },
  job: Job,
  { begin, note }: LetterSteps,
): Promise<JobAnswer> {
  const rest = mail.rest()
  if (rest) return { again_at: rest, is_untried: true }
  const letter = await begin()
  if (letter === null) return 'done'
  if (letter === 'later') return { again_at: new Date(now().getTime() + waitAfter(1)), is_untried: true }
  const { state, reason, of_server } = await mail.post(letter)
  const is_untried = of_server !== undefined || reason === 'stopped'
  const is_over = state !== 'deferred' || (job.is_last && !is_untried)
  await note({ state: is_over && state === 'deferred' ? 'failed' : state, reason })
  if (is_over) return 'done'
  const again_at = new Date(now().getTime() + waitAfter(is_untried ? 1 : job.attempts))
  return { again_at: (is_untried && mail.rest()) || again_at, is_untried }
}
