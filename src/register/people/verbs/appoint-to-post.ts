import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { problemsWith } from '../../../platform/staff/index.ts'
import { type InstrumentText, recordInstrument } from '../../organisation/index.ts'
import { appoint_form } from '../forms.ts'
import { findCell, findMembership, type Keeper } from '../known.ts'
import type { PeopleCode } from '../problem-words.ts'

/** `is_head`: the post of the head of the unit, which brings a role; `leads`: its holder owes an action plan. */
export type Appointment = {
  person_id: number
  unit: string
  title: string
  is_head: boolean
  leads: boolean
  from: string
  instrument: Pick<InstrumentText, 'number' | 'issuer' | 'signed_on'>
  key: string
  today: string
}

/**
 * Gives somebody a post of a unit from a day on, by an instrument. The post is made where the unit has none of that
 * title; a unit has one post of its head. Refusals: no-title, too-long, no-such-day, to-come, no-instrument, no-issuer,
 * unknown-unit, unknown-person, not-yours (the unit is not, or they would appoint themselves), post-taken (limit: since
 * when).
 */
export function appointToPost(tx: Tx, actor: Keeper, appointment: Appointment): Promise<Outcome<{ tenure_id: number }, PeopleCode>> {
  const { person_id, unit, from, instrument, key, today, ...post } = appointment
  return once(tx, actor, { key, act: 'appoint-to-post', request: { person_id, unit, from, instrument, post } }, async () => {
    const wrong = problemsOf(problemsWith(appoint_form, { ...post, ...instrument, from }, { today }))
    if (wrong) return wrong
    const place = await findCell(tx, unit, from)
    if (!place) return refused({ code: 'unknown-unit', field: 'unit' })
    const standing = await standingOf(tx, actor.person_id, today)
    const leave = may(standing, 'post', 'appoint', { unit_id: place.unit_id, person_id })
    if (!leave.allowed) return refused({ code: person_id === actor.person_id ? 'to-oneself' : 'not-yours', field: 'unit' })
    const membership = await findMembership(tx, person_id, today)
    if (!membership || !may(standing, 'person', 'read', membership).allowed) return refused({ code: 'unknown-person', field: 'unit' })
    const post_id = await postOf(tx, { unit_id: place.unit_id, ...post })
    const taken_since = await heldSince(tx, post_id, from)
    if (taken_since) return refused({ code: 'post-taken', field: 'title', limit: taken_since })
    const instrument_id = await recordInstrument(tx, { ...instrument, kind: 'decision', title: `Về chức vụ: ${post.title}` })
    const { rows } = await sql<{ tenure_id: number }>`
      insert into tenure (post_id, person_id, instrument_id, valid)
      values (${post_id}, ${person_id}, ${instrument_id}, daterange(${from}::date, 'infinity')) returning tenure_id`.execute(tx)
    const { tenure_id } = rows[0]!
    const told = { object: 'tenure', object_id: String(tenure_id), digest: digestOf({ person_id, unit, from, instrument, post }) }
    await record(tx, actor, { act: 'appoint-to-post', ...told, retention: 'conduct', on_behalf_of: leave.on_behalf_of })
    return done({ tenure_id })
  })
}

type PostAsked = { unit_id: number; title: string; is_head: boolean; leads: boolean }

/**
 * The post of that title, or of the head; made where there is none. Two who make it at once come one after the other.
 */
async function postOf(tx: Tx, { unit_id, title, is_head, leads }: PostAsked): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('posts of unit', ${unit_id}))`.execute(tx)
  const { rows } = await sql<{ post_id: number }>`
    select post_id from post
     where unit_id = ${unit_id} and (${is_head} and is_head or not ${is_head} and not is_head and title = ${title})
     order by post_id limit 1`.execute(tx)
  if (rows[0]) return rows[0].post_id
  const { rows: made } = await sql<{ post_id: number }>`
    insert into post (unit_id, title, is_head, leads) values (${unit_id}, ${title}, ${is_head}, ${is_head || leads}) returning post_id`.execute(
    tx,
  )
  return made[0]!.post_id
}

async function heldSince(tx: Tx, post_id: number, from: string): Promise<string | null> {
  const { rows } = await sql<{ since: string }>`
    select lower(t.valid)::text as since from tenure t
     where t.post_id = ${post_id} and t.valid && daterange(${from}::date, 'infinity') and upper(t.recorded) = 'infinity'
     order by 1 limit 1`.execute(tx)
  return rows[0]?.since ?? null
}
