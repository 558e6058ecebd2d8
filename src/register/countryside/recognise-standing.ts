import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { dayOf } from '../../basis/shared/dates.ts'
import { done, type Outcome, problemsOf } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'
import { recordInstrument } from '../organisation/index.ts'
import { type KnownOfStanding, problemsInRegister, problemsWithDecision, type StandingDecision } from './standing.ts'
import type { StandingCode } from './words.ts'

/**
 * Records a decision on a unit's standing, also one of the past that was forgotten: it counts from its own day, and the
 * register learned of it now. Refusals: no-such-day, no-such-year, missing, published-before-decided, unknown-unit,
 * unknown-level, day-to-come (limit: today), before-unit (limit: the unit's first day), unit-ended (limit: its end),
 * kind-cannot-hold, decided-already.
 */
export async function recogniseStanding(
  tx: Tx,
  actor: Actor,
  decision: StandingDecision,
): Promise<Outcome<{ standing_decision_id: number }, StandingCode>> {
  const unreadable = problemsOf(problemsWithDecision(decision))
  if (unreadable) return unreadable
  const refusal = problemsOf(problemsInRegister(decision, await readKnown(tx, decision)))
  if (refusal) return refusal

  const instrument_id = await recordInstrument(tx, decision.instrument)
  const { unit, standing_level, verdict, decided_on, effective_year, published_on = null, note = null, standing_case_id = null } = decision
  const { rows } = await sql<{ standing_decision_id: number }>`
    insert into standing_decision (unit_id, standing_level, verdict, instrument_id, decided_on, effective_year, published_on, note,
                                   standing_case_id)
    select u.unit_id, ${standing_level}, ${verdict}, ${instrument_id}, ${decided_on}, ${effective_year}, ${published_on}, ${note},
           ${standing_case_id}::bigint
      from unit u
     where u.key = ${unit}
    returning standing_decision_id`.execute(tx)
  const { standing_decision_id } = rows[0]!
  const entry = { act: 'recognise-standing', object: 'standing_decision', object_id: String(standing_decision_id) }
  await record(tx, actor, { ...entry, digest: digestOf(decision), retention: 'organisation' })
  return done({ standing_decision_id })
}

/** Two who record a decision on the same unit take turns. */
async function readKnown(
  tx: Tx,
  { unit, standing_level, verdict, decided_on, effective_year }: StandingDecision,
): Promise<KnownOfStanding> {
  await sql`select pg_advisory_xact_lock(hashtextextended('standing of ' || ${unit}::text, 0))`.execute(tx)
  const { rows: units } = await sql<{ unit_kind: string | null; first_day: string; end: string }>`
    select min(v.unit_kind) filter (where v.valid @> ${decided_on}::date) as unit_kind,
           min(lower(v.valid)) as first_day, max(upper(v.valid)) as "end"
      from unit u
      join unit_version v using (unit_id)
     where u.key = ${unit} and upper(v.recorded) = 'infinity'
     group by u.unit_id`.execute(tx)
  const { rows: levels } = await sql<{ standing_level: string }>`select standing_level from standing_level`.execute(tx)
  const { rows: decided } = await sql<{ now: Date | string; decided_already: boolean }>`
    select transaction_timestamp() as now,
           exists (select from standing_decision d
                     join unit u using (unit_id)
                    where u.key = ${unit} and d.standing_level = ${standing_level} and d.verdict = ${verdict}
                      and d.effective_year = ${effective_year} and upper(d.recorded) = 'infinity') as decided_already`.execute(tx)
  const [{ now, decided_already }] = decided as [(typeof decided)[number]]
  return { unit: units[0] ?? null, levels: levels.map(row => row.standing_level), today: dayOf(new Date(now)), decided_already }
}
