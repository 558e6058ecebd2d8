import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { query } from '../../platform/database/index.ts'
import { addJobs } from '../../platform/jobs/index.ts'
import { once, record } from '../../platform/ledger/index.ts'
import { findPlaceToRemind } from './find-place-to-remind.ts'
import { findWave } from './find-wave.ts'
import sql_of_lost from './list-letters-lost.sql?raw'
import type { RemindCode } from './remind-words.ts'

export type LostLetter = { reminder_id: number; round: number }

/** The letters of a wave that were surely not handed over, and that can be sent again. */
export const listLettersLost = query<{ unit: string; reminder_wave_id: number; day: string }, LostLetter>(sql_of_lost)

/** The task of the jobs that send them; its subject is the step by which a letter was queued again. */
export const post_reminder_again = 'post-reminder-again'

export type SendingAgain = { unit: string; reminder_wave_id: number; key: string; today: string }

/**
 * Sends again the letters of a wave that were surely not handed over to people under a unit. What may have gone out
 * never goes out again. Gives how many. Refusals: no-campaign, not-yours, not-open, closed, no-letters.
 */
export function sendLettersAgain(tx: Tx, actor: Actor & { person_id: number }, asked: SendingAgain): Promise<Outcome<number, RemindCode>> {
  const { unit, reminder_wave_id, key } = asked
  return once(tx, actor, { key, act: 'send-letters-again', request: { unit, reminder_wave_id } }, () => sendAgain(tx, actor, asked))
}

async function sendAgain(
  tx: Tx,
  actor: Actor & { person_id: number },
  { unit, reminder_wave_id, today }: SendingAgain,
): Promise<Outcome<number, RemindCode>> {
  const [wave] = await findWave(tx, { reminder_wave_id })
  if (!wave) return refused({ code: 'no-letters' })
  const place = await findPlaceToRemind(tx, actor, { unit, campaign_id: wave.campaign_id, today })
  if (!place.ok) return place
  // Two who press at once send once: the second finds what the first has queued.
  await sql`select pg_advisory_xact_lock(hashtextextended('letters of a wave', ${reminder_wave_id}))`.execute(tx)
  const lost = await listLettersLost(tx, { unit, reminder_wave_id, day: today })
  if (lost.length === 0) return refused({ code: 'no-letters' })
  await addJobs(tx, post_reminder_again, await queueAgain(tx, lost))
  await record(tx, actor, {
    act: 'send-letters-again',
    object: 'reminder_wave',
    object_id: String(reminder_wave_id),
    digest: digestOf({ unit_id: place.value.unit_id, letters: lost }),
    retention: 'conduct',
    on_behalf_of: place.value.on_behalf_of,
  })
  return done(lost.length)
}

async function queueAgain(tx: Tx, lost: readonly LostLetter[]): Promise<number[]> {
  const { rows } = await sql<{ reminder_mail_id: number }>`
    insert into reminder_mail (reminder_id, round, state)
    select l.reminder_id, l.round + 1, 'queued'
      from unnest(${lost.map(({ reminder_id }) => reminder_id)}::bigint[], ${lost.map(({ round }) => round)}::integer[]) as l (reminder_id, round)
    returning reminder_mail_id`.execute(tx)
  return rows.map(row => row.reminder_mail_id)
}
