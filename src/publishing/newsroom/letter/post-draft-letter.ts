import { sql } from 'kysely'
import { done } from '../../../basis/shared/outcome.ts'
import { change, type Database, query, type Tx } from '../../../platform/database/index.ts'
import { type Letter, type LetterLinks, type Mail, postLetter, type Task } from '../../../platform/jobs/index.ts'
import sql_of_letter from './find-draft-letter.sql?raw'

/** The task of the jobs that send them; its subject is the letter. The register asks for it with the step (`tell_of_draft`). */
export const post_draft_letter = 'post-draft-letter'

type State = 'queued' | 'sending' | 'deferred' | 'sent' | 'failed' | 'unsure' | 'dropped'
/** `words`: the letter in the words of the register; `names` are for a mailbox that several people read. */
export type DraftLetterOptions = {
  database: Pick<Database, 'kysely'>
  mail: Mail
  site_address: string
  now: () => Date
  words: (tx: Tx, letter: LetterLinks & { names: string[]; now: Date }) => Promise<Pick<Letter, 'subject' | 'text'>>
}

/** By then whoever works there has seen the board. */
const worth_sending_ms = 3 * 86_400_000

/**
 * Sends the letter of a draft that has come to lie with somebody, in their own name. It names neither the article nor
 * anybody. «sending» is committed before the mail server is spoken to: after a crash the letter may have gone out, and
 * says unsure.
 */
export function postDraftLetter({ database, mail, site_address, now, words }: DraftLetterOptions): Task {
  const links = {
    sign_in: `${site_address}/dang-nhap?ve=%2Fban-tin`,
    no_more: `${site_address}/ban-tin#thu-bao`,
    is_one_click: false,
  }
  return ({ actor_id, subject: draft_letter_id, ...job }) => {
    const inItsName = <T>(work: (tx: Tx) => Promise<T>) =>
      change(database, { person_id: actor_id, name: 'jobs' }, async tx => done(await work(tx)))
    return postLetter(
      { mail, now },
      { actor_id, subject: draft_letter_id, ...job },
      {
        async begin() {
          const begun = await inItsName(async tx => {
            const to = await begin(tx, draft_letter_id, now())
            return to && { to: to.email, ...(await words(tx, { ...links, now: now(), names: to.is_shared ? [to.full_name] : [] })) }
          })
          if (!begun.ok || begun.value === null) return null
          return { ...begun.value, number: `ban-tin-${draft_letter_id}`, unsubscribe: links.no_more, is_one_click: links.is_one_click }
        },
        note: async step => void (await inItsName(tx => note(tx, draft_letter_id, step))),
      },
    )
  }
}

type Found = {
  made_at: string
  state: State
  email: string | null
  full_name: string
  is_shared: boolean
  is_wanted: boolean
  lies_there: boolean
}
const findLetter = query<{ draft_letter_id: number }, Found>(sql_of_letter)

/** Whom to write to, with «sending» written down; null where there is nothing to send. */
async function begin(tx: Tx, draft_letter_id: number, now: Date): Promise<(Found & { email: string }) | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended('draft letter', ${draft_letter_id}))`.execute(tx)
  const [found] = await findLetter(tx, { draft_letter_id })
  const next = found && nextStep(found, now)
  if (!next) return null
  await note(tx, draft_letter_id, next)
  return next.state === 'sending' ? { ...found, email: found.email! } : null
}

type Step = { state: State; reason: string | null }

/** Null where the letter has come to its end. What was moved on meanwhile waits for nobody. */
function nextStep({ made_at, state, email, is_wanted, lies_there }: Found, now: Date): Step | null {
  if (state === 'sending') return { state: 'unsure', reason: 'cut-off' }
  if (state !== 'queued' && state !== 'deferred') return null
  if (!lies_there) return { state: 'dropped', reason: 'moved-on' }
  if (!is_wanted) return { state: 'dropped', reason: 'not-wanted' }
  if (now.getTime() - Date.parse(made_at) > worth_sending_ms) return { state: 'dropped', reason: 'late' }
  return email === null ? { state: 'failed', reason: 'no-address' } : { state: 'sending', reason: null }
}

async function note(tx: Tx, draft_letter_id: number, { state, reason }: Step): Promise<void> {
  await sql`update draft_letter set state = ${state}, reason = ${reason} where draft_letter_id = ${draft_letter_id}`.execute(tx)
}
