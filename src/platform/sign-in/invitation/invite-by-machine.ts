import { sql } from 'kysely'
import { digestOf as digestOfContent } from '../../../basis/shared/canonical-json.ts'
import { dayOf, inDayMonthYear } from '../../../basis/shared/dates.ts'
import type { Actor, Tx } from '../../database/index.ts'
import { record } from '../../ledger/index.ts'
import type { GrantedRole } from '../../role/index.ts'
import { staff_paths } from '../../web/index.ts'
import { newPrintedCode, plainCode } from '../means/one-time-codes.ts'
import { digestOf } from '../means/sealing.ts'
import { lasts_days, signInNameOf } from './add-invitation.ts'

/** A sheet that the machine printed: its code is shown once. `until`: the last day on which it works. */
export type MachineInvitation = { code: string; full_name: string; sign_in_name: string; until: string }
type Person = { person_id: number; full_name: string }

/**
 * An invitation that needs no administrator and no second person, made as the owner of the register, who says that it
 * loads. It replaces the code before it, opens the account where there is none, and stands in the ledger; every
 * administrator is told.
 */
export async function inviteByMachine(tx: Tx, actor: Actor, person: Person, now: Date): Promise<MachineInvitation> {
  const { person_id, full_name } = person
  const sign_in_name = await openAccount(tx, person)
  const code = newPrintedCode()
  const until = new Date(now.getTime() + lasts_days * 86_400_000)
  await sql`
    update invitation set withdrawn_at = ${now} where person_id = ${person_id} and used_at is null and withdrawn_at is null`.execute(tx)
  const { rows } = await sql<{ invitation_id: number }>`
    insert into invitation (person_id, code_digest, made_at, expires_at, grounds)
    values (${person_id}, ${digestOf(plainCode(code))}, ${now}, ${until}, 'machine') returning invitation_id`.execute(tx)
  const content = { person_id, sign_in_name, grounds: 'machine' }
  await note(tx, actor, 'invite-person', { object: 'invitation', object_id: rows[0]!.invitation_id, content })
  return { code, full_name, sign_in_name, until: dayOf(until) }
}

/** A role from today on, given by the machine itself: nobody has given it to themselves. */
export async function grantByMachine(
  tx: Tx,
  actor: Actor,
  { person_id, role, unit_id }: { person_id: number; role: GrantedRole; unit_id: number },
  now: Date,
): Promise<void> {
  const { rows } = await sql<{ role_grant_id: number }>`
    insert into role_grant (person_id, role, unit_id, valid)
    values (${person_id}, ${role}, ${unit_id}, daterange(${dayOf(now)}::date, 'infinity')) returning role_grant_id`.execute(tx)
  await note(tx, actor, 'grant-role', { object: 'role_grant', object_id: rows[0]!.role_grant_id, content: { person_id, role, unit_id } })
}

async function openAccount(tx: Tx, { person_id, full_name }: Person): Promise<string> {
  const { rows } = await sql<{ sign_in_name: string }>`
    select sign_in_name from account where person_id = ${person_id} and is_open(recorded)`.execute(tx)
  if (rows[0]) return rows[0].sign_in_name
  const sign_in_name = signInNameOf({ person_id, full_name })
  await sql`insert into account (person_id, sign_in_name) values (${person_id}, ${sign_in_name})`.execute(tx)
  return sign_in_name
}

type Noted = { object: string; object_id: number; content: Record<string, unknown> }

function note(tx: Tx, actor: Actor, act: string, { object, object_id, content }: Noted): Promise<void> {
  return record(tx, actor, { act, object, object_id: String(object_id), digest: digestOfContent(content), retention: 'access' })
}

/** The sheet for a terminal: whose it is, the code, where to go, until when. `role`: said beside the name. */
export function sheetOf({ code, full_name, sign_in_name, until }: MachineInvitation, site_address: string | null, role = ''): string {
  return [
    `${full_name}${role && ` · ${role}`} · ${sign_in_name}`,
    `  ${code}`,
    `  ${site_address ?? ''}${staff_paths.invitation}`,
    `  Mã dùng một lần, đến hết ${inDayMonthYear(until)}. Việc này đã ghi vào sổ nhật ký, và mọi quản trị đều thấy ở trang của họ.`,
    `  The code works once, until the end of ${inDayMonthYear(until)}. It is in the ledger, and every administrator is told on their page.`,
    '',
  ].join('\n')
}
