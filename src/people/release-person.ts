import { sql } from 'kysely'
import type { Tx } from '../database/index.ts'
import { once, record } from '../ledger/index.ts'
import { digestOf } from '../shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../shared/outcome.ts'
import { endMembership, findMembership, type Keeper, mayKeep } from './known.ts'
import { leave_reasons, problemsWithDay } from './person.ts'

export type Release = { person_id: number; on: string; reason: string; key: string; today: string }

/**
 * Takes somebody out of their cell from a day on: moved away, retired, asked to leave, excluded, died. What they still owe is void. Their own is another's to do. Refusals:
 * unknown-person, to-oneself, not-yours, holds-post (a post is ended first), no-reason, no-such-day, to-come, not-after (limit: the day they came).
 */
export function releasePerson(tx: Tx, actor: Keeper, release: Release): Promise<Outcome<null>> {
  const { person_id, on, reason, key, today } = release
  return once(tx, actor, { key, act: 'release-person', request: { person_id, on, reason } }, async () => {
    const membership = await findMembership(tx, person_id, today)
    if (!membership) return refused({ code: 'unknown-person' })
    if (person_id === actor.person_id) return refused({ code: 'to-oneself' })
    const leave = await mayKeep(tx, actor, membership.unit_id, today)
    if (!leave.allowed) return refused({ code: 'not-yours' })
    const wrong = problemsOf(problemsWith(release, membership.since))
    if (wrong) return wrong
    if (await holdsPost(tx, person_id, on)) return refused({ code: 'holds-post', field: 'on' })
    const membership_id = await endMembership(tx, membership, on)
    await sql`insert into membership_end (membership_id, person_id, reason) values (${membership_id}, ${person_id}, ${reason})`.execute(tx)
    const digest = digestOf({ person_id, on, reason })
    const told = { object: 'person', object_id: String(person_id), digest, retention: 'conduct' } as const
    await record(tx, actor, { act: 'release-person', ...told, on_behalf_of: leave.on_behalf_of })
    return done(null)
  })
}

function* problemsWith({ on, reason, today }: Release, since: string): Generator<Problem> {
  if (!(leave_reasons as readonly string[]).includes(reason)) yield { code: 'no-reason', field: 'reason' }
  yield* problemsWithDay('on', on, { today, since })
}

async function holdsPost(tx: Tx, person_id: number, on: string): Promise<boolean> {
  const { rows } = await sql`
    select from tenure where person_id = ${person_id} and valid && daterange(${on}::date, 'infinity') and upper(recorded) = 'infinity' limit 1`.execute(
    tx,
  )
  return rows.length > 0
}
