import { sql } from 'kysely'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Database } from '../database/index.ts'

/**
 * A job as its task is given it: `actor_id` is in whose name it is to be done (null: the program's); `is_last`: it is
 * not tried again after this.
 */
export type Job = { job_id: number; task: string; subject: number; actor_id: number | null; attempts: number; is_last: boolean }

/** `again_at`: not now, but then. `is_untried`: nothing could be tried, and it counts as no attempt. */
export type JobAnswer = { again_at: Date; is_untried?: boolean } | 'done'

/**
 * What a room does for a job. It may be asked again after a crash in its middle, and must know by its own rows what was
 * done.
 */
export type Task = (job: Job) => Promise<JobAnswer>
export type Tasks = Record<string, Task>

export type JobsAsked = { tasks: Tasks; now: () => Date; say: (line: string) => void; lanes?: number; signal?: AbortSignal }

/** How long a runner may be silent about a job before another takes it. */
const taken_for = '2 minutes'
const most_attempts = 12

/**
 * Does every job that is due, several at once, until `signal` says stop, and tells how many it did. Two runners never
 * hold the same one.
 */
export async function runJobs(database: Pick<Database, 'kysely'>, asked: JobsAsked): Promise<number> {
  let count = 0
  const lane = async () => {
    while (!asked.signal?.aborted) {
      const job = await takeJob(database, asked)
      if (!job) return
      await runJob(database, job, asked)
      count++
    }
  }
  await Promise.all(Array.from({ length: asked.lanes ?? 4 }, lane))
  return count
}

async function takeJob({ kysely }: Pick<Database, 'kysely'>, { tasks, now }: JobsAsked): Promise<Job | undefined> {
  const { rows } = await sql<Omit<Job, 'is_last'>>`
    update job
       set attempts = attempts + 1, taken_until = ${now()}::timestamptz + ${taken_for}::interval
     where job_id = (select job_id
                       from job
                      where ended_at is null and task = any (${Object.keys(tasks)}) and due_at <= ${now()}
                        and (taken_until is null or taken_until < ${now()})
                      order by due_at, job_id
                      limit 1
                        for update skip locked)
    returning job_id, task, subject, actor_id, attempts`.execute(kysely)
  return rows[0] && { ...rows[0], is_last: rows[0].attempts >= most_attempts }
}

async function runJob({ kysely }: Pick<Database, 'kysely'>, job: Job, { tasks, now, say }: JobsAsked): Promise<void> {
  const answer: JobAnswer = await lookUp(tasks, job.task)!(job).catch((error: Error) => {
    say(`job ${job.job_id} (${job.task}): ${error.message}`)
    return { again_at: new Date(now().getTime() + waitAfter(job.attempts)) }
  })
  const attempts = answer !== 'done' && answer.is_untried ? job.attempts - 1 : job.attempts
  const outcome = answer === 'done' ? 'done' : attempts >= most_attempts ? 'given-up' : null
  const due_at = answer === 'done' ? now() : answer.again_at
  await sql`
    update job
       set taken_until = null, attempts = ${attempts}, due_at = ${due_at}, outcome = ${outcome}, ended_at = case when ${outcome}::text is null then null else ${now()}::timestamptz end
     where job_id = ${job.job_id}`.execute(kysely)
}

/** A minute, then twice as long each time, up to six hours: in milliseconds. */
export function waitAfter(attempts: number): number {
  return Math.min(2 ** (attempts - 1), 360) * 60_000
}
