import { sql } from 'kysely'
import { done } from '../../../basis/shared/outcome.ts'
import { change, type Database, type Tx } from '../../database/index.ts'
import { type Letter, type LetterLinks, linksOf, type Mail, postLetter, type Task } from '../../jobs/index.ts'

/**
 * The task of the jobs that send the mail; its subject is the notice. The register asks for it together with the
 * notice, where an address is known (`tell_of_invitation`).
 */
export const post_account_notice = 'post-account-notice'

type State = 'sending' | 'deferred' | 'sent' | 'failed' | 'unsure' | 'dropped'
/** `words`: the letter in the words of the register; `names` are for a mailbox that several people read. */
export type PostOptions = {
  database: Pick<Database, 'kysely'>
  mail: Mail
  site_address: string
  now: () => Date
  words: (tx: Tx, letter: LetterLinks & { names: string[]; now: Date }) => Promise<Pick<Letter, 'subject' | 'text'>>
}

/**
 * A letter that comes later than this no longer warns anybody: where a mail server is connected afterwards, what is old
 * stays unsent.
 */
const worth_sending_ms = 3 * 86_400_000

/**
 * Sends the mail of a notice, in the name of whoever is told. «sending» is committed before the mail server is spoken
 * to, so that a second attempt after a crash finds it and sends nothing: the letter may have gone out, and says unsure.
 */
export function postAccountNotice({ database, mail, site_address, now, words }: PostOptions): Task {
  return job => {
    const { actor_id, subject } = job
    const inItsName = <T>(work: (tx: Tx) => Promise<T>) =>
      change(database, { person_id: actor_id, name: 'jobs' }, async tx => done(await work(tx)))
    return postLetter({ mail, now }, job, {
      async begin() {
        const links = linksOf(site_address)
        const begun = await inItsName(async tx => {
          const found = await begin(tx, subject, now())
          return found && { ...found, ...(await words(tx, { ...links, now: now(), names: found.is_shared ? [found.full_name] : [] })) }
        })
        if (!begun.ok || begun.value === null) return null
        const { email, subject: about, text } = begun.value
        return {
          to: email,
          number: `tin-bao-${subject}`,
          subject: about,
          text,
          unsubscribe: links.no_more,
          is_one_click: links.is_one_click,
        }
      },
      note: async ({ state, reason }) => void (await inItsName(tx => addStep(tx, subject, state, reason))),
    })
  }
}

type Found = { made_at: string; seen_at: string | null; email: string | null; state: State | null; full_name: string; is_shared: boolean }
type ToWrite = { email: string; full_name: string; is_shared: boolean }

/**
 * Where to write to, with «sending» written down, and for whom, where others read there too; null where there is
 * nothing to send.
 */
async function begin(tx: Tx, id: number, now: Date): Promise<ToWrite | null> {
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
  if (now.getTime() - Date.parse(made_at) > worth_sending_ms) return ['dropped', 'late']
  return email === null ? ['failed', 'no-address'] : ['sending', null]
}

async function addStep(tx: Tx, id: number, state: State, reason: string | null): Promise<void> {
  await sql`
    insert into account_notice_mail (account_notice_id, person_id, state, reason)
    values (${id}, current_person_id(), ${state}, ${reason})`.execute(tx)
}
