import { sql } from 'kysely'
import { dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { standingOf } from '../../../platform/role/index.ts'
import { decideMove } from '../../../platform/workflow/index.ts'
import type { RosterCode } from '../problem-words.ts'
import { findRoster } from '../reads/find-roster.ts'
import { busy, isStalled, movable, type Roster, type RosterMove, type RosterState, roster_flow, type StepDetail } from '../roster.ts'

/**
 * An import with which a move may be made now, held until the transaction ends so that two people do not make it at
 * once. Refusals: unknown-roster, those of `decideMove`, at-work.
 */
export async function rosterFor(
  tx: Tx,
  actor: Actor,
  move: RosterMove,
  roster_import_id: number,
  now: Date,
): Promise<Outcome<Roster, RosterCode>> {
  await sql`select pg_advisory_xact_lock(hashtextextended('roster', ${roster_import_id}))`.execute(tx)
  const roster = await findRoster(tx, roster_import_id)
  if (!roster || actor.person_id === null) return refused({ code: 'unknown-roster' })
  const decision = decideMove(roster_flow, move, movable(roster), await standingOf(tx, actor.person_id, dayOf(now)))
  if (!decision.ok) return decision
  return busy.has(roster.state) && !isStalled(roster, now) ? refused({ code: 'at-work' }) : done(roster)
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
