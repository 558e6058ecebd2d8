import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { dayOf } from '../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'
import type { Merger } from '../../register/organisation/index.ts'
import { listBeyondReach } from './list-proposals.ts'
import { problemsWithToday } from './plan.ts'
import type { MergerCode } from './words.ts'

/**
 * Lays a merger before a second person; nothing of the map changes. That the register takes it was seen by its preview.
 * Refusals: day-too-far, not-signed-yet, beyond-reach (units that whoever lays it does not reach), laid-already (the
 * same plan waits).
 */
export async function proposeMerger(
  tx: Tx,
  actor: Actor & { person_id: number },
  { plan, now }: { plan: Merger; now: Date },
): Promise<Outcome<{ merger_proposal_id: number }, MergerCode>> {
  const unfit = problemsOf(problemsWithLaying(plan, now))
  if (unfit) return unfit
  const beyond = await listBeyondReach(tx, { person_id: actor.person_id, plan, act: 'propose', today: dayOf(now) })
  if (beyond.length > 0) return refused({ code: 'beyond-reach', values: { units: beyond.join(', ') } })
  const plan_digest = digestOf(plan)
  const { rows: waiting } = await sql<{ merger_proposal_id: number }>`
    select p.merger_proposal_id from merger_proposal p left join merger_decision d using (merger_proposal_id)
     where p.plan_digest = ${plan_digest} and d.outcome is null`.execute(tx)
  if (waiting[0]) return refused({ code: 'laid-already', values: { number: waiting[0].merger_proposal_id } })
  const { rows } = await sql<{ merger_proposal_id: number }>`
    insert into merger_proposal (plan, plan_digest, proposed_by)
    values (${JSON.stringify(plan)}::jsonb, ${plan_digest}, ${actor.person_id}) returning merger_proposal_id`.execute(tx)
  const { merger_proposal_id } = rows[0]!
  await record(tx, actor, {
    act: 'propose-merger',
    ...{ object: 'merger-proposal', object_id: String(merger_proposal_id), digest: plan_digest, retention: 'organisation' },
  })
  return done({ merger_proposal_id })
}

function* problemsWithLaying(plan: Merger, now: Date): Generator<Problem<MergerCode>> {
  yield* problemsWithToday(plan, now)
  const { signed_on } = plan.instrument
  if (signed_on > dayOf(now)) yield { code: 'not-signed-yet', field: 'instrument.signed_on', values: { day: signed_on } }
}
