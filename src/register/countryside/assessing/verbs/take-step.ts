import { sql } from 'kysely'
import { digestOf } from '../../../../basis/shared/canonical-json.ts'
import { type Outcome, refused } from '../../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../../platform/database/index.ts'
import { may, type Standing, standingOf } from '../../../../platform/role/index.ts'
import { decideMove, type Movable, permittedMoves, recordMove } from '../../../../platform/workflow/index.ts'
import { endFrom } from '../../../rule/index.ts'
import type { AssessingCode } from '../problem-words.ts'
import { lockedCase, type StandingCase } from '../reads/find-case.ts'
import { type CaseMove, type CaseState, case_flow, step_of } from '../standing-case.ts'

export type Clerk = Actor & { person_id: number }
type Hands = Pick<StandingCase, 'kept_at' | 'begun_by' | 'hands' | 'state'>

function movable({ kept_at, begun_by, hands, state }: Hands): Movable {
  return { unit_id: kept_at, hands: [...new Set([begun_by, ...hands])], state }
}

/**
 * Whether somebody may take a step now. Refusals: own-work, not-yours, wrong-state; own-unit, where their role is of the
 * unit that wrote it.
 */
export function decideStep(found: Hands, move: CaseMove, standing: Standing): Outcome<unknown, AssessingCode> {
  const decision = decideMove(case_flow, move, movable(found), standing)
  if (!decision.ok) return decision
  return case_flow.moves[move].by === 'appraiser' && !isFromElsewhere(found, standing) ? refused({ code: 'own-unit' }) : decision
}

function isFromElsewhere({ kept_at }: Hands, standing: Standing): boolean {
  const elsewhere = { ...standing, held: standing.held.filter(held => held.unit_id !== kept_at) }
  return may(elsewhere, 'standing', 'appraise', { unit_id: kept_at }).allowed
}

/** The steps that somebody may take now, in the order of the table; a vote only on a commune that meets all criteria. */
export function stepsPermitted(found: Hands & Pick<StandingCase, 'met' | 'criteria'>, standing: Standing): CaseMove[] {
  const open = permittedMoves(case_flow, movable(found), standing).filter(move => decideStep(found, move, standing).ok)
  return found.met === found.criteria ? open : open.filter(move => case_flow.moves[move].by !== 'council')
}

type Asked = { standing_case_id: number; move: CaseMove; today: string }

/** The case, held for a step that somebody may take. Refusals: unknown-case and those of `decideStep`. */
export async function findForStep(
  tx: Tx,
  actor: Clerk,
  { standing_case_id, move, today }: Asked,
): Promise<Outcome<StandingCase, AssessingCode>> {
  const found = await lockedCase(tx, standing_case_id, today)
  if (!found) return refused({ code: 'unknown-case' })
  const decision = decideStep(found, move, await standingOf(tx, actor.person_id, today))
  return decision.ok ? { ok: true, value: found } : decision
}

type Step = Asked & { found: StandingCase; comment?: string | null; with_it?: object }

/**
 * Writes a step with its entry of the ledger; `with_it` is what the step says besides. A unit that meets all criteria
 * is then known to be a step before its decision.
 */
export async function takeStep(
  tx: Tx,
  actor: Clerk,
  { standing_case_id, move, today, found, comment = null, with_it = {} }: Step,
): Promise<void> {
  const state = case_flow.moves[move].to as CaseState
  await writeStep(tx, actor, { standing_case_id, state, comment })
  await tellStep(tx, { ...found, state, today })
  await recordMove(tx, actor, case_flow, move, {
    object_id: standing_case_id,
    digest: digestOf({ standing_case_id, state, comment, ...with_it }),
  })
}

async function writeStep(tx: Tx, { person_id }: Clerk, step: { standing_case_id: number; state: string; comment: string | null }) {
  await tx
    .insertInto('standing_case_step')
    .values({ ...step, taken_by: person_id })
    .execute()
}

type Told = Pick<StandingCase, 'place_id' | 'standing_level' | 'met' | 'criteria' | 'state'> & { today: string }

async function tellStep(tx: Tx, { place_id, standing_level, met, criteria, state, today }: Told): Promise<void> {
  if (state === 'draft' || met < criteria) return
  await endFrom(tx, 'standing_step', {
    columns: ['unit_id', 'standing_level', 'step', 'note'],
    from: today,
    where: sql`unit_id = ${place_id} and standing_level = ${standing_level}`,
  })
  const step = step_of[state]
  if (step)
    await sql`
      insert into standing_step (unit_id, standing_level, step, valid)
      values (${place_id}, ${standing_level}, ${step}, daterange(${today}::date, 'infinity'))`.execute(tx)
}
