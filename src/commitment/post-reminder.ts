import { sql } from 'kysely'
import { type Actor, change, type Database, query, type Tx } from '../database/index.ts'
import { letterToSignIn, type Mail, postLetter, type Task } from '../jobs/index.ts'
import { dayOf } from '../shared/dates.ts'
import { done } from '../shared/outcome.ts'
import sql_of_letter from './find-letter.sql?raw'
import type { MailState } from './list-reminders.ts'

type Found = { reminder_id: number; state: MailState; email: string | null; is_settled: boolean; queued_at: string }
const findLetter = query<{ reminder_id: number; day: string }, Found>(sql_of_letter)

export type PostOptions = { database: Pick<Database, 'kysely'>; mail: Mail; site_address: string; now: () => Date }

/** A letter that could not leave for so long is not sent any more by itself: whoever reminds is told, and may send it again. */
const worth_sending_ms = 3 * 86_400_000

/**
 * Sends the mail of a reminder, in the name of whoever reminded; if they may no more, nothing is sent. «sending» is committed before the mail server is spoken to, so that a second
 * attempt after a crash finds it and sends nothing: the letter may have gone out, and says unsure.
 */
export function postReminder({ database, mail, site_address, now }: PostOptions): Task {
  return job => {
    const actor: Actor = { person_id: job.actor_id, name: 'jobs' }
    const reminder_id = job.subject
    const inItsName = <T>(work: (tx: Tx) => Promise<T>) => change(database, actor, async tx => done(await work(tx)))
    return postLetter({ mail, now }, job, {
      async begin() {
        const begun = await inItsName(tx => begin(tx, { reminder_id, day: dayOf(now()), now: now() }))
        const to = begun.ok ? begun.value : null
        return to === null ? null : { to, number: `nhac-${reminder_id}`, ...letterToSignIn(site_address) }
      },
      note: async step => void (await inItsName(tx => addStep(tx, { reminder_id, ...step }))),
    })
  }
}

/** The address to write to, with «sending» written down; null where there is nothing to send. */
async function begin(tx: Tx, { now, ...asked }: { reminder_id: number; day: string; now: Date }): Promise<string | null> {
  const { reminder_id } = asked
  await sql`select pg_advisory_xact_lock(hashtextextended('reminder', ${reminder_id}))`.execute(tx)
  const [found] = await findLetter(tx, asked)
  if (!found) return null
  const { email } = found
  const [next, reason] = nextStep(found, now)
  if (next) await addStep(tx, { reminder_id, state: next, reason })
  return next === 'sending' ? email : null
}

function nextStep({ state, email, is_settled, queued_at }: Found, now: Date): [MailState, string | null] {
  if (state === 'sending') return ['unsure', 'cut-off']
  if (state !== 'queued' && state !== 'deferred') return [null, null]
  if (is_settled) return ['dropped', 'handed-in']
  if (email === null) return ['failed', 'no-address']
  return now.getTime() - Date.parse(queued_at) > worth_sending_ms ? ['failed', 'late'] : ['sending', null]
}

type Step = { reminder_id: number; state: NonNullable<MailState>; reason: string | null }

async function addStep(tx: Tx, { reminder_id, state, reason }: Step): Promise<void> {
  await sql`insert into reminder_mail (reminder_id, state, reason) values (${reminder_id}, ${state}, ${reason})`.execute(tx)
}
