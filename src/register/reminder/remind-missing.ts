import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { addJobs } from '../../platform/jobs/index.ts'
import { once, record } from '../../platform/ledger/index.ts'
import type { Held } from '../../platform/role/index.ts'
import { findPlaceToRemind } from './find-place-to-remind.ts'
import { dueForReminder, listToRemind, type MissingRow } from './list-to-remind.ts'
import type { RemindCode } from './remind-words.ts'

/**
 * Without `campaign_id` the campaign of the latest year is meant. `key` numbers the press of the button. `by_mail`:
 * whether this installation can send mail at all.
 */
export type Reminding = { unit: string; campaign_id?: number; key: string; today: string; by_mail: boolean }
export type Reminded = { reminder_wave_id: number; reminded: number; by_mail: number }

/** The task of the jobs that send the mail; its subject is the reminder. */
export const post_reminder = 'post-reminder'

/**
 * Reminds everybody who is missing under a unit and was not reminded within the days of the rule: on their home page,
 * and by mail where an address is known. Pressed twice it is done once. Refusals: no-campaign, not-yours, not-open,
 * closed, nobody-to-remind.
 */
export function remindMissing(tx: Tx, actor: Actor & { person_id: number }, asked: Reminding): Promise<Outcome<Reminded, RemindCode>> {
  const { unit, campaign_id = null, key } = asked
  return once(tx, actor, { key, act: 'remind-missing', request: { unit, campaign_id } }, () => remind(tx, actor, asked))
}

async function remind(
  tx: Tx,
  actor: Actor & { person_id: number },
  { unit, campaign_id: asked, today, by_mail }: Reminding,
): Promise<Outcome<Reminded, RemindCode>> {
  const place = await findPlaceToRemind(tx, actor, { unit, campaign_id: asked, today })
  if (!place.ok) return place
  const { campaign_id, unit_id, seat, on_behalf_of } = place.value
  // One wave of a campaign at a time; the schema takes the same lock, and holds the rule against everybody.
  await sql`select pg_advisory_xact_lock(hashtextextended('reminders', ${campaign_id}))`.execute(tx)
  const due = dueForReminder(await listToRemind(tx, { unit, campaign_id, day: today }), today)
  if (due.length === 0) return refused({ code: 'nobody-to-remind' })
  const reminder_wave_id = await addWave(tx, actor, { campaign_id, unit_id, seat })
  const letters = await addReminders(tx, reminder_wave_id, due, by_mail)
  await addJobs(tx, post_reminder, letters)
  await record(tx, actor, {
    act: 'remind-missing',
    object: 'reminder_wave',
    object_id: String(reminder_wave_id),
    digest: digestOf({ campaign_id, unit_id, obligations: due.map(row => row.obligation_id) }),
    retention: 'conduct',
    on_behalf_of,
  })
  return done({ reminder_wave_id, reminded: due.length, by_mail: letters.length })
}

type NewWave = { campaign_id: number; unit_id: number; seat: Held }

async function addWave(tx: Tx, { person_id }: Actor, { campaign_id, unit_id, seat }: NewWave): Promise<number> {
  const { rows } = await sql<{ reminder_wave_id: number }>`
    insert into reminder_wave (campaign_id, unit_id, sent_by, sent_as, sent_from)
    values (${campaign_id}, ${unit_id}, ${person_id}, ${seat.role}, ${seat.unit_id})
    returning reminder_wave_id`.execute(tx)
  return rows[0]!.reminder_wave_id
}

/** One reminder each, in two statements however many there are; gives those for which a letter was queued. */
async function addReminders(tx: Tx, reminder_wave_id: number, due: readonly MissingRow[], by_mail: boolean): Promise<number[]> {
  await sql`
    insert into reminder (reminder_wave_id, obligation_id, person_id)
    select ${reminder_wave_id}, d.obligation_id, d.person_id
      from unnest(${due.map(row => row.obligation_id)}::bigint[], ${due.map(row => row.person_id)}::bigint[]) as d (obligation_id, person_id)`.execute(
    tx,
  )
  const reachable = due.filter(row => by_mail && row.has_address).map(row => row.obligation_id)
  const { rows } = await sql<{ reminder_id: number }>`
    insert into reminder_mail (reminder_id, state)
    select reminder_id, 'queued' from reminder where reminder_wave_id = ${reminder_wave_id} and obligation_id = any (${reachable}::bigint[])
    returning reminder_id`.execute(tx)
  return rows.map(row => row.reminder_id)
}
