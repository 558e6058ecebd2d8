import { dayOf } from '../../basis/shared/dates.ts'
import { type Outcome, refused } from '../../basis/shared/outcome.ts'
import { type Actor, change, type Database, type Tx } from '../database/index.ts'
import { type Act, may, type Noun, noteReading, type Subject, standingOf } from '../role/index.ts'

type FileNoun = Extract<Noun, 'person' | 'commitment' | 'obligation' | 'plan' | 'review' | 'limitation' | 'exemplar'>
type File = Subject & { person_id: number; noun: FileNoun }

/**
 * Opens somebody's file: decides, writes down that it was opened and on whose behalf, and reads, all in one
 * transaction; so nothing is shown of which the person would not learn. One's own file is read without a line.
 * `unit_id` is the unit the file belongs to. Refusal: `not-yours`.
 */
export function readFile<T, Code extends string = never>(
  database: Pick<Database, 'kysely'>,
  actor: Actor & { person_id: number },
  { noun, unit_id, person_id }: File,
  read: (tx: Tx) => Promise<Outcome<T, Code>>,
  now: Date,
): Promise<Outcome<T, Code | 'not-yours'>> {
  return change<T, Code | 'not-yours'>(database, actor, async tx => {
    const standing = await standingOf(tx, actor.person_id, dayOf(now))
    const leave = may(standing, noun, 'read' as Act<typeof noun>, { unit_id, person_id })
    if (!leave.allowed) return refused({ code: 'not-yours', field: 'person_id' })
    if (person_id !== actor.person_id) await noteReading(tx, actor, { person_id, noun, on_behalf_of: leave.on_behalf_of })
    return read(tx)
  })
}

type Opened = { unit_id: number; person_id: number }

/**
 * Writes down that the files on a list were opened, in the transaction that read them. What the database showed one may
 * read; this finds on whose behalf. One's own is left out.
 */
export async function noteReadings(
  tx: Tx,
  actor: Actor & { person_id: number },
  noun: File['noun'],
  files: readonly Opened[],
  now: Date,
): Promise<void> {
  const others = files.filter(({ person_id }) => person_id !== actor.person_id)
  if (others.length === 0) return
  const standing = await standingOf(tx, actor.person_id, dayOf(now))
  for (const { unit_id, person_id } of others) {
    const leave = may(standing, noun, 'read' as Act<typeof noun>, { unit_id, person_id })
    await noteReading(tx, actor, { person_id, noun, on_behalf_of: leave.allowed ? leave.on_behalf_of : null })
  }
}
