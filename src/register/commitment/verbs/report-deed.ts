import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import { manyLines } from '../../../basis/shared/vietnamese.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { canMove, notYours } from '../../../platform/workflow/index.ts'
import { commitment_flow, type DeedState } from '../commitment.ts'
import type { DeedCode } from '../deed-words.ts'
import type { Evidence } from '../evidence.ts'
import { problemsWithReport } from '../forms.ts'
import { findDeed, type OwnedDeed } from '../reads/find-deed.ts'
import { lockObligation } from './save-draft.ts'
import { addStep } from './submit-commitment.ts'

/**
 * `step` is the last report of the page that was sent (0: none), `said` one sentence, `evidence` what was made of the
 * file.
 */
export type DeedReport = {
  deed_id: number
  step: number
  state: string
  said: string
  evidence: Evidence | null
  key: string
  today: string
}

/**
 * Says how far a deed of one's own has come. The first report puts the commitment under way. Refusals: unknown-deed,
 * not-yours, not-approved, replaced-deed, stale-report, no-state, no-reason (for what is done in part or not),
 * too-long.
 */
export function reportDeed(
  tx: Tx,
  actor: Actor,
  { key, today, ...report }: DeedReport,
): Promise<Outcome<{ deed_step_id: number }, DeedCode>> {
  const { deed_id, step, state, evidence } = report
  const said = manyLines(report.said)
  const request = { deed_id, step, state, said, evidence: evidence?.digest ?? null }
  return once(tx, actor, { key, act: 'report-deed', request }, async () => {
    const deed = await lockedDeed(tx, deed_id)
    if (!deed) return refused({ code: 'unknown-deed' })
    const wrong = problemsOf([...problemsWithStanding(deed, actor, step), ...problemsWithReport(state, said)])
    if (wrong) return wrong
    if (deed.commitment_state === 'approved') await addStep(tx, actor, { commitment_id: deed.commitment_id, state: 'under-way', today })
    const deed_step_id = await addDeedStep(tx, actor, { deed_id, state: state as DeedState, said, today })
    if (evidence) await addEvidence(tx, actor, deed_step_id, evidence)
    await record(tx, actor, {
      act: 'report-deed',
      object: 'deed',
      object_id: String(deed_id),
      digest: digestOf(request),
      retention: 'conduct',
    })
    return done({ deed_step_id })
  })
}

/** The deed, with its obligation locked: of two who report at once one comes after the other, and sees it. */
export async function lockedDeed(tx: Tx, deed_id: number): Promise<OwnedDeed | undefined> {
  const [found] = await findDeed(tx, { deed_id })
  if (!found) return undefined
  await lockObligation(tx, found.obligation_id)
  return (await findDeed(tx, { deed_id }))[0]
}

/** Whether anything may be said of a deed now, by whom, on top of which report. */
export function* problemsWithStanding(deed: OwnedDeed, { person_id }: Actor, step: number): Generator<Problem<DeedCode>> {
  if (deed.person_id !== person_id) return yield notYours(commitment_flow, 'report')
  if (!canMove(commitment_flow, 'report', deed.commitment_state)) return yield { code: 'not-approved' }
  if (deed.state === 'replaced') return yield { code: 'replaced-deed' }
  if (deed.step !== step) yield { code: 'stale-report', limit: deed.step }
}

type DeedStep = { deed_id: number; state: DeedState; said: string; today: string }

export async function addDeedStep(tx: Tx, { person_id }: Actor, { deed_id, state, said, today }: DeedStep): Promise<number> {
  const { rows } = await sql<{ deed_step_id: number }>`
    insert into deed_step (deed_id, state, happened_on, reason, actor_id)
    values (${deed_id}, ${state}, ${today}, nullif(${said}, ''), ${person_id})
    returning deed_step_id`.execute(tx)
  return rows[0]!.deed_step_id
}

async function addEvidence(
  tx: Tx,
  { person_id }: Actor,
  deed_step_id: number,
  { name, media_type, bytes, digest }: Evidence,
): Promise<void> {
  await sql`
    insert into evidence (deed_step_id, person_id, name, media_type, bytes, digest)
    values (${deed_step_id}, ${person_id}, ${name}, ${media_type}, ${bytes}, ${digest})`.execute(tx)
}
