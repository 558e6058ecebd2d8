import { sql } from 'kysely'
import { query, type Tx } from '../../../platform/database/index.ts'
import { isTooLate, type OwnLetterOptions, type OwnMailbox, postOwnLetter, type Task } from '../../../platform/jobs/index.ts'
import sql_of_letter from './find-draft-letter.sql?raw'

/** The task of the jobs that send them; its subject is the letter. The register asks for it with the step (`tell_of_draft`). */
export const post_draft_letter = 'post-draft-letter'

type State = 'queued' | 'sending' | 'deferred' | 'sent' | 'failed' | 'unsure' | 'dropped'

/**
 * Sends the letter of a draft that has come to lie with somebody, in their own name. It names neither the article nor
 * anybody. «sending» is committed before the mail server is spoken to: after a crash the letter may have gone out, and
 * says unsure.
 */
export function postDraftLetter(options: OwnLetterOptions): Task {
  const { site_address, now } = options
  const links = {
    sign_in: `${site_address}/dang-nhap?ve=%2Fban-tin`,
    no_more: `${site_address}/ban-tin#thu-bao`,
    is_one_click: false,
  }
  return job =>
    postOwnLetter(options, job, {
      ...{ number: `ban-tin-${job.subject}`, links },
      begin: tx => begin(tx, job.subject, now()),
      note: (tx, step) => note(tx, job.subject, step),
    })
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
async function begin(tx: Tx, draft_letter_id: number, now: Date): Promise<OwnMailbox | null> {
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
  if (isTooLate(made_at, now)) return { state: 'dropped', reason: 'late' }
  return email === null ? { state: 'failed', reason: 'no-address' } : { state: 'sending', reason: null }
}

async function note(tx: Tx, draft_letter_id: number, { state, reason }: Step): Promise<void> {
  await sql`update draft_letter set state = ${state}, reason = ${reason} where draft_letter_id = ${draft_letter_id}`.execute(tx)
}
