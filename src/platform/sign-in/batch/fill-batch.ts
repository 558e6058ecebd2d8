import { sql } from 'kysely'
import { dayOf } from '../../../basis/shared/dates.ts'
import { done } from '../../../basis/shared/outcome.ts'
import { type Actor, change, type Database, type Db, type Tx } from '../../database/index.ts'
import { addJobs, type Task } from '../../jobs/index.ts'
import { addInvitation } from '../invitation/add-invitation.ts'
import { look } from '../session/look.ts'
import { isWanted, most_in_batch, type Whom } from './batch.ts'
import { codeOf } from './batch-codes.ts'
import { type Covered, keepCovered } from './keep-covered.ts'
import { listNotCome } from './list-not-come.ts'
import { noteLetter, post_invitation } from './post-invitation.ts'

type FillOptions = { database: Pick<Database, 'kysely'>; key: Buffer; now: () => Date }

/** How many are written in one transaction. */
const at_once = 25

/**
 * Writes the invitations of a batch, a few at a time, in the name of whoever pressed: what they may not do is refused
 * here too. After a crash it goes on with those who are not in it yet; where its codes can be made no more, it ends with
 * those who are.
 */
export function fillBatch({ database, key, now }: FillOptions): Task {
  return async ({ actor_id, subject }) => {
    if (actor_id === null) return 'done'
    const actor = { person_id: actor_id, name: 'jobs' }
    const found = await look(database, actor, db => findToInvite(db, { asking: actor_id, invitation_batch_id: subject }, now()))
    if (found === null) return 'done'
    if (found !== 'without-codes') await inviteAll(found, subject)
    await write(
      database,
      tx => sql`update invitation_batch set done_at = ${now()} where invitation_batch_id = ${subject}`.execute(tx),
      actor,
    )
    return 'done'

    async function inviteAll(found: Found, invitation_batch_id: number) {
      await write(database, tx => setCount(tx, invitation_batch_id, found), actor)
      for (let from = 0; from < found.people.length; from += at_once) {
        const some = found.people.slice(from, from + at_once)
        await write(database, tx => inviteSome(tx, { ...found, some, invitation_batch_id }), actor)
      }
    }

    async function inviteSome(
      tx: Tx,
      { some, salt, by_mail, invitation_batch_id }: Pick<Found, 'salt' | 'by_mail'> & { some: Covered[]; invitation_batch_id: number },
    ) {
      for (const person of some) {
        const code = codeOf(key, salt, person.person_id)
        const { invitation_id } = await addInvitation(tx, actor, { person, code, invitation_batch_id }, now())
        if (!by_mail || person.email === null) continue
        await noteLetter(tx, invitation_id, { state: 'queued', reason: null })
        await addJobs(tx, post_invitation, [invitation_id])
      }
    }
  }
}

function write(database: FillOptions['database'], work: (tx: Tx) => Promise<unknown>, actor: Actor): Promise<unknown> {
  return change(database, actor, async tx => done(await work(tx)))
}

type Found = { salt: string; by_mail: boolean; people: Covered[]; written: number; left_out: number }
type Row = { unit_id: number; whom: Whom; by_mail: boolean; salt: string | null; written: number[] }

/** Whom the batch still has to invite; null where it is written, `without-codes` where its codes can be made no more. */
async function findToInvite(
  db: Db,
  { asking, invitation_batch_id }: { asking: number; invitation_batch_id: number },
  now: Date,
): Promise<Found | 'without-codes' | null> {
  const tx = db as Tx
  const { rows } = await sql<Row>`
    select b.unit_id, b.whom, b.by_mail, r.salt,
           array(select i.person_id from invitation i where i.invitation_batch_id = b.invitation_batch_id) as written
      from invitation_batch b
      left join invitation_printing r on r.invitation_batch_id = b.invitation_batch_id
     where b.invitation_batch_id = ${invitation_batch_id} and b.done_at is null`.execute(tx)
  const batch = rows[0]
  if (!batch) return null
  const { unit_id, whom, by_mail, salt, written } = batch
  if (salt === null) return 'without-codes'
  const asked = await listNotCome(db, { unit_id, day: dayOf(now), now, most: most_in_batch })
  const wanted = asked.filter(one => isWanted(whom, one) && !written.includes(one.person_id))
  const people = await keepCovered(db, asking, wanted, now)
  const left_out = wanted.length - people.length
  return { salt, by_mail, people, written: written.length, left_out }
}

function setCount(tx: Tx, invitation_batch_id: number, { people, written, left_out }: Found): Promise<unknown> {
  return sql`
    update invitation_batch set wanted = ${people.length + written}, left_out = ${left_out}
     where invitation_batch_id = ${invitation_batch_id}`.execute(tx)
}
