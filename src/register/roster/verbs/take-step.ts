import { sql } from 'kysely'
import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { findRoster } from '../reads/find-roster.ts'
import { busy, isStalled, type Move, type Roster, type RosterState, type StepDetail } from '../roster.ts'

/**
 * An import that may make a move now, held until the transaction ends so that two people do not make it at once. Refusals: unknown-roster, not-yours, own-roster (a second
 * person confirms), anothers-roster, at-work, wrong-state.
 */
export async function rosterFor(tx: Tx, actor: Actor, move: Move, roster_import_id: number, now: Date): Promise<Outcome<Roster>> {
  await sql`select pg_advisory_xact_lock(hashtextextended('roster', ${roster_import_id}))`.execute(tx)
  const roster = await findRoster(tx, roster_import_id)
  if (!roster || actor.person_id === null) return refused({ code: 'unknown-roster' })
  if (!may(await standingOf(tx, actor.person_id, dayOf(now)), 'roster', move.act, roster).allowed) return refused({ code: 'not-yours' })
  return problemsOf(problemsWithMove(roster, move, actor.person_id, now)) ?? done(roster)
}

function* problemsWithMove(roster: Roster, move: Move, person_id: number, now: Date): Iterable<Problem> {
  const is_own = roster.uploaded_by === person_id
  if (move.by === 'second' && is_own) yield { code: 'own-roster' }
  else if (move.by === 'uploader' && !is_own) yield { code: 'anothers-roster' }
  else if (!move.from.includes(roster.state)) yield { code: 'wrong-state' }
  else if (busy.has(roster.state) && !isStalled(roster, now)) yield { code: 'at-work' }
}

/** Writes where an import has come to. */
export async function takeStep(
  tx: Tx,
  { person_id }: Actor,
  step: { roster_import_id: number; state: RosterState; detail?: StepDetail },
): Promise<void> {
  await sql`
    insert into roster_step (roster_import_id, state, taken_by, detail)
    values (${step.roster_import_id}, ${step.state}, ${person_id}, ${JSON.stringify(step.detail ?? {})}::jsonb)`.execute(tx)
}

/** How far the work has come, in hundredths, and that it is alive. */
export async function tellProgress(tx: Tx, roster_import_id: number, doing: string, done: number): Promise<void> {
  await sql`
    insert into roster_progress (roster_import_id, doing, done) values (${roster_import_id}, ${doing}, ${done})
        on conflict (roster_import_id) do update set doing = excluded.doing, done = excluded.done, seen_at = clock_timestamp()`.execute(tx)
}
