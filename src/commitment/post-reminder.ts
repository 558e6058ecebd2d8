import { sql } from 'kysely'
import { type Actor, change, type Database, query, type Tx } from '../database/index.ts'
import { letterToSignIn, type Mail, type Task, waitAfter } from '../jobs/index.ts'
import { dayOf } from '../shared/dates.ts'
import { done } from '../shared/outcome.ts'
import sql_of_letter from './find-letter.sql?raw'
import type { MailState } from './list-reminders.ts'

type Found = { reminder_id: number; state: MailState; email: string | null; is_settled: boolean }
const findLetter = query<{ reminder_id: number; day: string }, Found>(sql_of_letter)

export type PostOptions = { database: Pick<Database, 'kysely'>; mail: Mail; site_address: string; now: () => Date }

/**
 * Sends the mail of a reminder, in the name of whoever reminded; if they may no more, nothing is sent. «sending» is committed before the mail server is spoken to, so that a second
 * attempt after a crash finds it and sends nothing: the letter may have gone out, and says unsure.
 */
export function postReminder({ database, mail, site_address, now }: PostOptions): Task {
  return async job => {
    const actor: Actor = { person_id: job.actor_id, name: 'jobs' }
    const reminder_id = job.subject
    const day = dayOf(now())
    const begun = await change(database, actor, async tx => done(await begin(tx, { reminder_id, day })))
    const to = begun.ok ? begun.value : null
    if (to === null) return 'done'
    const { state, reason } = await mail.post({ to, number: `nhac-${reminder_id}`, ...letterToSignIn(site_address) })
    await change(database, actor, async tx => done(await addStep(tx, { reminder_id, state, reason })))
    return state === 'deferred' ? { again_at: new Date(now().getTime() + waitAfter(job.attempts)) } : 'done'
  }
}

/** The address to write to, with «sending» written down; null where there is nothing to send. */
async function begin(tx: Tx, asked: { reminder_id: number; day: string }): Promise<string | null> {
  const { reminder_id } = asked
  await sql`select pg_advisory_xact_lock(hashtextextended('reminder', ${reminder_id}))`.execute(tx)
  const [found] = await findLetter(tx, asked)
  if (!found) return null
  const { state, email, is_settled } = found
  if (state === 'sending') await addStep(tx, { reminder_id, state: 'unsure', reason: 'cut-off' })
  if (state !== 'queued' && state !== 'deferred') return null
  if (is_settled) await addStep(tx, { reminder_id, state: 'dropped', reason: 'handed-in' })
  else if (email === null) await addStep(tx, { reminder_id, state: 'failed', reason: 'no-address' })
  else await addStep(tx, { reminder_id, state: 'sending', reason: null })
  return is_settled ? null : email
}

type Step = { reminder_id: number; state: NonNullable<MailState>; reason: string | null }

async function addStep(tx: Tx, { reminder_id, state, reason }: Step): Promise<void> {
  await sql`insert into reminder_mail (reminder_id, state, reason) values (${reminder_id}, ${state}, ${reason})`.execute(tx)
}
