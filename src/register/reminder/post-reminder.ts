import { sql } from 'kysely'
import { dayOf } from '../../basis/shared/dates.ts'
import { type Database, query, type Tx } from '../../platform/database/index.ts'
import { inNameOf, isTooLate, type Job, type Letter, linksOf, type Mail, postLetter, type Task } from '../../platform/jobs/index.ts'
import sql_of_letter from './find-letter.sql?raw'
import { composeMail, findLetterText } from './letter/letter-rules.ts'
import type { LetterText } from './letter/letters.ts'
import sql_of_mailbox from './list-in-mailbox.sql?raw'
import type { MailState } from './list-reminders.ts'

/** A reminder with its letter as far as it has come. `letter_of`: the reminder whose job carries it. */
type Waiting = {
  reminder_id: number
  person_id: number
  full_name: string
  state: NonNullable<MailState>
  round: number
  is_settled: boolean
}
type Found = Waiting & {
  reminder_wave_id: number
  letter_of: number
  state_of_letter: MailState
  queued_at: string
  email: string | null
  is_shared: boolean
  /** The unit in whose name it was sent: its level's words go out. */
  sent_from: number
}
const findLetter = query<{ reminder_id: number; day: string }, Found>(sql_of_letter)
const listInMailbox = query<{ reminder_id: number; reminder_wave_id: number; email: string; day: string }, Waiting>(sql_of_mailbox)

/** `unsubscribeAt`: where whoever reads a mailbox refuses further reminders for the people of a letter. */
export type PostOptions = {
  database: Pick<Database, 'kysely'>
  mail: Mail
  site_address: string
  now: () => Date
  unsubscribeAt: (of: { people: number[]; email: string }) => string
}

/**
 * Sends the mail of a reminder, in the name of whoever reminded; if they may no more, nothing is sent. «sending» is
 * committed before the mail server is spoken to, so that a second attempt after a crash finds it and sends nothing: the
 * letter may have gone out, and says unsure. People of one wave with one mailbox get one letter, which names them.
 */
export function postReminder(options: PostOptions): Task {
  return job => post(options, job, async () => job.subject)
}

/** The same for a letter that is sent again: the subject of its job is the step by which it was queued. */
export function postReminderAgain(options: PostOptions): Task {
  return job => post(options, job, tx => reminderOf(tx, job.subject))
}

async function post({ database, mail, site_address, now, unsubscribeAt }: PostOptions, job: Job, find: (tx: Tx) => Promise<number | null>) {
  const inItsName = inNameOf(job, database)
  const reminder_id = await inItsName(find)
  if (reminder_id === null) return 'done' as const
  return postLetter({ mail, now }, job, {
    async begin() {
      const begun = await inItsName(tx => begin(tx, { reminder_id, day: dayOf(now()), now: now() }))
      return begun === null || begun === 'later' ? begun : letterOf(begun, { reminder_id, site_address, unsubscribeAt })
    },
    note: async step => void (await inItsName(tx => noteLetter(tx, reminder_id, step))),
  })
}

async function reminderOf(tx: Tx, reminder_mail_id: number): Promise<number | null> {
  const { rows } = await sql<{ reminder_id: number }>`
    select reminder_id from reminder_mail where reminder_mail_id = ${reminder_mail_id}`.execute(tx)
  return rows[0]?.reminder_id ?? null
}

type Begun = { email: string; people: Waiting[]; is_shared: boolean; words: LetterText }

function letterOf(
  { email, people, is_shared, words }: Begun,
  { reminder_id, site_address, unsubscribeAt }: Pick<PostOptions, 'site_address' | 'unsubscribeAt'> & { reminder_id: number },
): Letter {
  const unsubscribe = unsubscribeAt({ people: people.map(({ person_id }) => person_id), email })
  const { sign_in, no_more, is_one_click } = linksOf(site_address, unsubscribe)
  const names = is_shared ? people.map(({ full_name }) => full_name).join(', ') : undefined
  const composed = composeMail(words, { 'trang đăng nhập': sign_in, 'trang thôi nhận': no_more, 'họ tên': names })
  return { to: email, number: `nhac-${reminder_id}`, ...composed, unsubscribe: no_more, is_one_click }
}

/**
 * Whom to write to, with «sending» written down for all of them; null where there is nothing to send; later where
 * another job carries the letter. One at a time in a wave, or two of a mailbox would begin at once.
 */
async function begin(tx: Tx, { now, ...asked }: { reminder_id: number; day: string; now: Date }): Promise<Begun | 'later' | null> {
  const { reminder_id } = asked
  await sql`
    select pg_advisory_xact_lock(hashtextextended('letters of a wave', reminder_wave_id))
      from reminder where reminder_id = ${reminder_id}`.execute(tx)
  const [found] = await findLetter(tx, asked)
  if (!found) return null
  if (isCarriedByAnother(found)) return 'later'
  if (found.state === 'sending') return lose(tx, reminder_id)
  const [next, reason] = nextStep(found, now)
  if (next !== 'sending') return stay(tx, found, next, reason)
  const email = found.email!
  const others = await listInMailbox(tx, { ...asked, email, reminder_wave_id: found.reminder_wave_id })
  if (others.some(({ state }) => state === 'sending')) return 'later'
  if (others.some(({ state }) => state === 'sent' || state === 'unsure')) return stay(tx, found, 'failed', 'mailbox-written')
  const people = [found, ...others.filter(({ state, is_settled }) => isWaiting(state) && !is_settled)]
  for (const one of people) await addStep(tx, { ...one, state: 'sending', reason: null, letter_of: reminder_id })
  const letter = found.is_shared ? 'thu-chung' : 'thu-nhac'
  const words = await findLetterText(tx, { letter, unit_id: found.sent_from, day: asked.day })
  return { email, people, is_shared: found.is_shared, words }
}

function isWaiting(state: MailState): boolean {
  return state === 'queued' || state === 'deferred'
}

function isCarriedByAnother({ reminder_id, letter_of, state, state_of_letter }: Found): boolean {
  const is_alive = state_of_letter === 'sending' || state_of_letter === 'deferred'
  return letter_of !== reminder_id && (state === 'sending' || state === 'deferred') && is_alive
}

function nextStep({ state, email, is_settled, queued_at }: Found, now: Date): [MailState, string | null] {
  if (!isWaiting(state)) return [null, null]
  if (is_settled) return ['dropped', 'handed-in']
  if (email === null) return ['failed', 'no-address']
  // Whoever reminds is told, and may send it again.
  return isTooLate(queued_at, now) ? ['failed', 'late'] : ['sending', null]
}

/** A program that was killed in the middle: the letter may have gone out, for all whom it names. */
async function lose(tx: Tx, reminder_id: number): Promise<null> {
  await noteLetter(tx, reminder_id, { state: 'unsure', reason: 'cut-off' })
  return null
}

async function stay(tx: Tx, found: Found, state: MailState, reason: string | null): Promise<null> {
  if (state !== null) await addStep(tx, { ...found, state, reason, letter_of: found.reminder_id })
  return null
}

type Step = { state: NonNullable<MailState>; reason: string | null }

async function addStep(
  tx: Tx,
  { reminder_id, round, state, reason, letter_of }: Step & { reminder_id: number; round: number; letter_of: number },
): Promise<void> {
  await sql`
    insert into reminder_mail (reminder_id, round, letter_of, state, reason)
    values (${reminder_id}, ${round}, ${letter_of}, ${state}, ${reason})`.execute(tx)
}

/** What became of a letter that was on its way, for everybody whom it names. */
async function noteLetter(tx: Tx, letter_of: number, { state, reason }: Step): Promise<void> {
  await sql`
    insert into reminder_mail (reminder_id, round, letter_of, state, reason)
    select r.reminder_id, m.round, ${letter_of}, ${state}, ${reason}
      from reminder r
      join lateral (select round, state, letter_of from reminder_mail where reminder_id = r.reminder_id order by reminder_mail_id desc limit 1) m on true
     where r.reminder_wave_id = (select reminder_wave_id from reminder where reminder_id = ${letter_of})
       and m.state = 'sending' and coalesce(m.letter_of, r.reminder_id) = ${letter_of}`.execute(tx)
}
