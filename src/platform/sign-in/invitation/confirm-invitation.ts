import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, type Database, query, type Tx } from '../../database/index.ts'
import { mayRestore, noteAct, type Role, standingOf } from '../../role/index.ts'
import { most_in_batch } from '../batch/batch.ts'
import type { AccessCode } from '../problem-words.ts'
import { look } from '../session/look.ts'
import waiting_invitations from './waiting-invitations.sql?raw'

/** How many the list shows, the longest waiting first; what one press made stands in it whole. */
export const most_waiting = most_in_batch

/**
 * An invitation that asks for a second person. `was_used`: the account is open already, and its roles wait.
 * `batch_unit`: the unit of the press that made it with others, which are confirmed together.
 */
export type Waiting = {
  invitation_id: number
  invitation_batch_id: number | null
  batch_unit: string | null
  person_id: number
  full_name: string
  unit_id: number
  unit_name: string
  above_name: string | null
  maker_name: string
  asked_at: string
  was_used: boolean
  roles: { role: Role; unit_name: string }[]
}
type Row = Waiting & { reached: number[] }

const waitingRows = query<{ day: string; now: Date; most: number }, Row>(waiting_invitations)

/** What waits for somebody's confirmation: never what is about themselves, or what they printed. */
export async function listWaiting(
  database: Pick<Database, 'kysely'>,
  { person_id }: Pick<Actor, 'person_id'>,
  now: Date,
  most = most_waiting,
): Promise<Waiting[]> {
  if (person_id === null) return []
  return look(database, { person_id }, async db => {
    const day = dayOf(now)
    const standing = await standingOf(db, person_id, day)
    const rows = await waitingRows(db, { day, now, most })
    return rows.filter(row => mayRestore(standing, 'confirm', row)).map(({ reached: _, ...row }) => row)
  })
}

/**
 * The second person's word for invitations, all or none; each opens from then on. Whoever confirms must cover all that
 * the person holds, as an administrator or as the office above. Gives how many. Refusals: `none-marked`,
 * `nothing-waits` (one of them waits no more, or not for this person).
 */
export async function confirmInvitations(
  tx: Tx,
  actor: Actor & { person_id: number },
  invitation_ids: readonly number[],
  waiting: readonly Waiting[],
): Promise<Outcome<number, AccessCode>> {
  if (invitation_ids.length === 0) return refused({ code: 'none-marked', field: 'invitation_id' })
  const asked = waiting.filter(({ invitation_id }) => invitation_ids.includes(invitation_id))
  if (asked.length < new Set(invitation_ids).size) return refused({ code: 'nothing-waits' })
  for (const { invitation_id, person_id } of asked) {
    await tx.insertInto('invitation_confirmation').values({ invitation_id, person_id, confirmed_by: actor.person_id }).execute()
    await noteAct(tx, actor, 'confirm-invitation', 'invitation', invitation_id, { person_id })
  }
  return done(asked.length)
}

/** An invitation that somebody may confirm, or has: `is_unused` says whether it can still be cancelled. */
export type Confirmed = { invitation_id: number; full_name: string; is_unused: boolean }

const confirmedRows = query<{ ids: number[] }, Confirmed>(`
  select i.invitation_id, p.full_name, i.used_at is null as is_unused
    from invitation i
    join person_version p on p.person_id = i.person_id and upper(p.recorded) = 'infinity'
   where i.invitation_id = any (:ids::bigint[])
   order by i.asked_at, i.invitation_id`)

/** Whose these are, as far as who asks sees them. */
export function listConfirmed(database: Pick<Database, 'kysely'>, who: Pick<Actor, 'person_id'>, ids: number[]): Promise<Confirmed[]> {
  return look(database, who, db => confirmedRows(db, { ids }))
}

/** Takes invitations back before they are used, all or none. Refusal: `nothing-waits`. */
export async function withdrawInvitations(
  tx: Tx,
  actor: Actor,
  invitation_ids: readonly number[],
  now: Date,
): Promise<Outcome<number, AccessCode>> {
  if (invitation_ids.length === 0) return refused({ code: 'nothing-waits' })
  for (const invitation_id of new Set(invitation_ids)) {
    const withdrawn = await withdrawInvitation(tx, actor, invitation_id, now)
    if (!withdrawn.ok) return withdrawn
  }
  return done(invitation_ids.length)
}

/**
 * Takes an invitation back before it is used: by whoever may invite or confirm, or by the person themselves. Refusal:
 * `nothing-waits`.
 */
export async function withdrawInvitation(tx: Tx, actor: Actor, invitation_id: number, now: Date): Promise<Outcome<number, AccessCode>> {
  const withdrawn = await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('invitation_id', '=', invitation_id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .returning('invitation_id')
    .executeTakeFirst()
  if (!withdrawn) return refused({ code: 'nothing-waits' })
  await noteAct(tx, actor, 'withdraw-invitation', 'invitation', invitation_id)
  return done(invitation_id)
}

/**
 * Asks for a second person for one's own account, which one person alone has opened and which has come to hold a role
 * since. Asked twice it stays as it was. Gives whether it is asked now.
 */
export async function askForSecond(tx: Tx, actor: Actor & { person_id: number }, now: Date): Promise<Outcome<boolean, AccessCode>> {
  const asked = await tx
    .updateTable('invitation')
    .set({ asked_at: now })
    .where('person_id', '=', actor.person_id)
    .where('grounds', '=', 'first')
    .where('used_at', 'is not', null)
    .where('asked_at', 'is', null)
    .returning('invitation_id')
    .executeTakeFirst()
  if (asked) await noteAct(tx, actor, 'ask-for-second', 'invitation', asked.invitation_id)
  return done(asked !== undefined)
}
