import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { isTooLate, linksOf, type OwnLetterOptions, type OwnMailbox, postOwnLetter, type Task } from '../../jobs/index.ts'

/**
 * The task of the jobs that send the mail; its subject is the notice. The register asks for it together with the
 * notice, where an address is known (`tell_of_invitation`).
 */
export const post_account_notice = 'post-account-notice'

type State = 'sending' | 'deferred' | 'sent' | 'failed' | 'unsure' | 'dropped'

/**
 * Sends the mail of a notice, in the name of whoever is told. «sending» is committed before the mail server is spoken
 * to, so that a second attempt after a crash finds it and sends nothing: the letter may have gone out, and says unsure.
 */
export function postAccountNotice(options: OwnLetterOptions): Task {
  return job =>
    postOwnLetter(options, job, {
      number: `tin-bao-${job.subject}`,
      links: linksOf(options.site_address),
      begin: tx => begin(tx, job.subject, options.now()),
      note: (tx, { state, reason }) => addStep(tx, job.subject, state, reason),
    })
}

type Found = { made_at: string; seen_at: string | null; email: string | null; state: State | null; full_name: string; is_shared: boolean }

/**
 * Where to write to, with «sending» written down, and for whom, where others read there too; null where there is
 * nothing to send.
 */
async function begin(tx: Tx, id: number, now: Date): Promise<OwnMailbox | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended('account notice', ${id}))`.execute(tx)
  const { rows } = await sql<Found>`
    select n.made_at, n.seen_at, c.email, v.full_name, shares_mailbox(n.person_id) as is_shared,
           (select m.state from account_notice_mail m where m.account_notice_id = n.account_notice_id order by m.account_notice_mail_id desc limit 1) as state
      from account_notice n
      join person_version v on v.person_id = n.person_id and upper(v.recorded) = 'infinity'
      left join contact c on c.person_id = n.person_id and upper(c.recorded) = 'infinity'
     where n.account_notice_id = ${id} and n.person_id = current_person_id()`.execute(tx)
  const found = rows[0]
  if (!found) return null
  const [state, reason] = nextStep(found, now)
  if (state) await addStep(tx, id, state, reason)
  return state === 'sending' && found.email !== null ? { ...found, email: found.email } : null
}

function nextStep({ made_at, seen_at, email, state }: Found, now: Date): [State | null, string | null] {
  if (state === 'sending') return ['unsure', 'cut-off']
  if (state !== null && state !== 'deferred') return [null, null]
  if (seen_at !== null) return ['dropped', 'seen']
  if (isTooLate(made_at, now)) return ['dropped', 'late']
  return email === null ? ['failed', 'no-address'] : ['sending', null]
}

async function addStep(tx: Tx, id: number, state: State, reason: string | null): Promise<void> {
  await sql`
    insert into account_notice_mail (account_notice_id, person_id, state, reason)
    values (${id}, current_person_id(), ${state}, ${reason})`.execute(tx)
}
