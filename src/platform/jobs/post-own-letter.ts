import type { Database, Tx } from '../database/index.ts'
import { inNameOf } from './in-name-of.ts'
import type { LetterLinks } from './letter.ts'
import type { Letter, Mail } from './open-mail.ts'
import { type LetterSteps, postLetter } from './post-letter.ts'
import type { Job, JobAnswer } from './run-jobs.ts'

/** `words`: the letter in the words of the register; `names` are for a mailbox that several people read. */
export type OwnLetterOptions = {
  database: Pick<Database, 'kysely'>
  mail: Mail
  site_address: string
  now: () => Date
  words: (tx: Tx, letter: LetterLinks & { names: string[]; now: Date }) => Promise<Pick<Letter, 'subject' | 'text'>>
}

/** Whose mailbox it is, and whether others read there too. */
export type OwnMailbox = { email: string; full_name: string; is_shared: boolean }

/**
 * `begin` writes «sending» down and tells where the letter goes; null where there is nothing to send. `note` writes down
 * what became of it.
 */
export type OwnLetter = {
  number: string
  links: LetterLinks
  begin(tx: Tx): Promise<OwnMailbox | null>
  note(tx: Tx, step: Parameters<LetterSteps['note']>[0]): Promise<void>
}

/** One attempt at a letter to the person in whose name the job is done, in the words of the register. */
export function postOwnLetter(
  { database, mail, now, words }: Omit<OwnLetterOptions, 'site_address'>,
  job: Job,
  { number, links, begin, note }: OwnLetter,
): Promise<JobAnswer> {
  const inTheirName = inNameOf(job, database)
  return postLetter({ mail, now }, job, {
    begin: () =>
      inTheirName(async tx => {
        const mailbox = await begin(tx)
        if (mailbox === null) return null
        const { email, full_name, is_shared } = mailbox
        const said = await words(tx, { ...links, now: now(), names: is_shared ? [full_name] : [] })
        return { ...said, to: email, number, unsubscribe: links.no_more, is_one_click: links.is_one_click }
      }),
    note: async step => void (await inTheirName(tx => note(tx, step))),
  })
}
