import { withoutMarks } from '../../../basis/shared/vietnamese.ts'
import type { Actor, Tx } from '../../database/index.ts'
import { noteAct } from '../../role/index.ts'
import { plainCode } from '../means/one-time-codes.ts'
import { digestOf } from '../means/sealing.ts'

/** How many days a code is good for. */
export const lasts_days = 14

/** Somebody to invite; `sign_in_name` is null where they have no account yet. */
export type ToInvite = { person_id: number; full_name: string; sign_in_name: string | null; needs_second: boolean }

type NewInvitation = { person: ToInvite; code: string; invitation_batch_id?: number }

/**
 * Writes one invitation in the place of the one before it, and opens the account where there is none. The register
 * keeps the digest of the code alone.
 */
export async function addInvitation(
  tx: Tx,
  actor: Actor,
  { person, code, invitation_batch_id }: NewInvitation,
  now: Date,
): Promise<{ invitation_id: number; sign_in_name: string; expires_at: string }> {
  const { person_id, needs_second } = person
  const sign_in_name = person.sign_in_name ?? (await openAccount(tx, actor, person))
  const expires_at = new Date(now.getTime() + lasts_days * 86_400_000)
  await withdrawOthers(tx, person_id, now)
  const grounds = needs_second ? { grounds: 'again', asked_at: now } : { grounds: 'first' }
  const made = { made_by: actor.person_id, made_at: now, expires_at, invitation_batch_id }
  const row = { person_id, code_digest: digestOf(plainCode(code)), ...made, ...grounds }
  const { invitation_id } = await tx.insertInto('invitation').values(row).returning('invitation_id').executeTakeFirstOrThrow()
  await noteAct(tx, actor, 'invite-person', 'invitation', invitation_id, { person_id, sign_in_name, grounds: row.grounds })
  return { invitation_id, sign_in_name, expires_at: expires_at.toISOString() }
}

/** «nong.thi.lan.4821»: to be read aloud and typed without marks; the number keeps namesakes apart. */
export function signInNameOf({ person_id, full_name }: Pick<ToInvite, 'person_id' | 'full_name'>): string {
  const words = withoutMarks(full_name)
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['nguoi']
  return `${words.join('.')}.${person_id}`
}

async function openAccount(tx: Tx, actor: Actor, person: ToInvite): Promise<string> {
  const { person_id } = person
  const sign_in_name = signInNameOf(person)
  await tx.insertInto('account').values({ person_id, sign_in_name, created_by: actor.person_id }).execute()
  return sign_in_name
}

async function withdrawOthers(tx: Tx, person_id: number, now: Date): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ withdrawn_at: now })
    .where('person_id', '=', person_id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
}
