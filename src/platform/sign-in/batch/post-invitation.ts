import { sql } from 'kysely'
import { dayOf } from '../../../basis/shared/dates.ts'
import type { Database, Tx } from '../../database/index.ts'
import { inNameOf, type Letter, type LetterSteps, type Mail, postLetter, type Task } from '../../jobs/index.ts'
import { staff_paths } from '../../web/index.ts'
import { codeOf } from './batch-codes.ts'
import { batch_words } from './batch-words.ts'

/** The task of the jobs that send the letter of an invitation; its subject is the invitation. */
export const post_invitation = 'post-invitation'

type State = 'queued' | 'sending' | 'deferred' | 'sent' | 'failed' | 'unsure' | 'dropped'
type Step = { state: State; reason: string | null }
type PostOptions = { database: Pick<Database, 'kysely'>; mail: Mail; key: Buffer; site_address: string; now: () => Date }

/**
 * Sends the letter of an invitation, in the name of whoever made it. Its code is made for this moment, as for a sheet,
 * and kept nowhere. «sending» is committed before the mail server is spoken to: a second attempt after a crash finds it
 * and sends nothing.
 */
export function postInvitation({ database, mail, key, site_address, now }: PostOptions): Task {
  return job => {
    const inItsName = inNameOf(job, database)
    const steps: LetterSteps = {
      async begin() {
        const begun = await inItsName(tx => begin(tx, job.subject, now()))
        return begun && compose(begun, { key, site_address })
      },
      note: async step => void (await inItsName(tx => noteLetter(tx, job.subject, step))),
    }
    return postLetter({ mail, now }, job, steps)
  }
}

type Found = {
  invitation_id: number
  person_id: number
  expires_at: string
  is_over: boolean
  waits: boolean
  sign_in_name: string
  email: string | null
  salt: string | null
  state: State | null
}
type ToWrite = Found & { email: string; salt: string }

/** What to write, with «sending» written down; null where there is nothing to send. */
async function begin(tx: Tx, id: number, now: Date): Promise<ToWrite | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended('invitation letter', ${id}))`.execute(tx)
  const { rows } = await sql<Found>`
    select i.invitation_id, i.person_id, i.expires_at, i.asked_at is not null as waits, a.sign_in_name, r.salt,
           i.used_at is not null or i.withdrawn_at is not null or i.expires_at <= ${now} as is_over,
           (select c.email from contact c where c.person_id = i.person_id and upper(c.recorded) = 'infinity') as email,
           letter_state(i.invitation_id) as state
      from invitation i
      join account a                on a.person_id = i.person_id and upper(a.recorded) = 'infinity'
      left join invitation_printing r on r.invitation_batch_id = i.invitation_batch_id
     where i.invitation_id = ${id} and i.made_by = current_person_id()`.execute(tx)
  const found = rows[0]
  const step = found && nextStep(found)
  if (!step) return null
  await noteLetter(tx, id, step)
  return step.state === 'sending' ? (found as ToWrite) : null
}

/** A letter that was cut off, and one that has its last word, is not begun again. */
function nextStep({ state, is_over, salt, email }: Found): Step | null {
  if (state === 'sending') return { state: 'unsure', reason: 'cut-off' }
  if (state !== 'queued' && state !== 'deferred') return null
  if (is_over) return { state: 'dropped', reason: 'over' }
  if (salt === null) return { state: 'failed', reason: 'codes-gone' }
  return email === null ? { state: 'failed', reason: 'no-address' } : { state: 'sending', reason: null }
}

/** Writes down how far the letter of an invitation has come. */
export async function noteLetter(tx: Tx, invitation_id: number, { state, reason }: Step): Promise<void> {
  await sql`insert into invitation_mail (invitation_id, state, reason) values (${invitation_id}, ${state}, ${reason})`.execute(tx)
}

/** In both languages under one subject; nobody’s name stands in it but that by which they sign in. */
function compose(found: ToWrite, { key, site_address }: Pick<PostOptions, 'key' | 'site_address'>): Letter {
  const { invitation_id, person_id, salt, email, sign_in_name, expires_at, waits } = found
  const code = codeOf(key, salt, person_id)
  const address = `${site_address}${staff_paths.invitation}?ma=${code}`
  const said = { address, code, sign_in_name, until: dayOf(new Date(expires_at)), waits }
  return {
    to: email,
    number: `giay-moi-${invitation_id}`,
    subject: batch_words.vi.letter_subject,
    text: `${[batch_words.vi, batch_words.en].map(({ letter }) => letter(said)).join('\n\n')}\n`,
  }
}
