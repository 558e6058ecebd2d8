import { change, type Database, query, resolvedTimestamp } from '../../../platform/database/index.ts'
import { type Published, publishDraft, publisher } from './publish-draft.ts'

/** A draft whose hour has come, with how late it is. */
export type DueDraft = { draft_id: number; publish_at: string; title: string; late_s: number }

const due = query<{ now: string }, Omit<DueDraft, 'late_s'>>(
  `select p.draft_id, p.publish_at, v.content ->> 'title' as title
     from draft_approval p
     join draft_version v on v.draft_id = p.draft_id and v.number = p.version
    where p.publish_at <= :now
      and p.step = (select max(s.number) from draft_step s where s.draft_id = p.draft_id)
    order by p.publish_at, p.draft_id
    limit 100`,
)

type Asked = { now: Date; say?: (line: string) => void }

/** So late a text was missed: the program was away at its hour. */
const missed_after_s = 60

/**
 * Publishes all that is due, in the order of their hours, each in a change of its own: what fails stands in nobody's
 * way, and is tried again the next time. `owned` is the register as its owner. Gives what became of each; says what was
 * missed, what was not published because a number has changed, and what failed.
 */
export async function publishDue(
  database: Pick<Database, 'kysely'>,
  owned: Pick<Database, 'kysely'>,
  { now, say = () => {} }: Asked,
): Promise<(DueDraft & { published: Published })[]> {
  const done: (DueDraft & { published: Published })[] = []
  for (const draft of await due(owned.kysely, { now: now.toISOString() })) {
    const { draft_id, publish_at } = draft
    const late_s = Math.round((now.getTime() - Date.parse(publish_at)) / 1000)
    if (late_s > missed_after_s) say(`draft ${draft_id} missed its hour, ${publish_at}`)
    const published = await publishOne(database, owned, { draft_id, now }).catch((error: Error) => {
      say(`draft ${draft_id} could not be published: ${error.message}`)
      return null
    })
    if (published?.became === 'recalled') say(`draft ${draft_id} was not published: a number has changed since it was approved`)
    if (published) done.push({ ...draft, late_s, published })
  }
  return done
}

type One = { draft_id: number; now: Date }

/** Null where somebody else has just done it. */
async function publishOne(
  database: Pick<Database, 'kysely'>,
  owned: Pick<Database, 'kysely'>,
  { draft_id, now }: One,
): Promise<Published | null> {
  const recorded_as_of = await resolvedTimestamp(database)
  const outcome = await change(owned, publisher, tx => publishDraft(tx, { draft_id, now, recorded_as_of }))
  return outcome.ok ? outcome.value : null
}
