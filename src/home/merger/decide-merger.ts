import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { dayOf } from '../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import { listMergerEffects, type UnitEffect } from '../../numbers/figure/index.ts'
import { type Actor, asOwner, change, type Database, type Db, type Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { mergeUnits } from '../../register/organisation/index.ts'
import { findProposal, listBeyondReach } from './list-proposals.ts'
import { longest_reason, type Move, moves, type Proposal } from './proposal.ts'
import type { MergerCode } from './words.ts'

type Second = Actor & { person_id: number }
type Asked = { merger_proposal_id: number; now: Date }

/**
 * Nobody is left a member of a unit that ends without a successor: no unit would count them, and no office reach them.
 */
export function* problemsWithEffects(units: readonly UnitEffect[]): Generator<Problem<MergerCode>> {
  for (const { name, people_left } of units)
    if (people_left > 0) yield { code: 'members-left', field: 'abolished', values: { unit: name, n: people_left } }
}

/** What somebody has seen that a merger means; with the merger it must mean the same. */
export function digestOfEffects(units: readonly UnitEffect[]): string {
  return digestOf(units)
}

/**
 * A second person's word for a merger, which is carried out in the same transaction. It runs as the owner of the
 * register, for the application may not write the map; that it is a second person whose reach covers every unit is
 * asked here, and by the database in that transaction. `seen` is the digest of what they saw that it means. Refusals:
 * unknown-proposal, settled-already, own-proposal, beyond-reach, register-moved, and those of `mergeUnits` and of its
 * effects, where the register has moved on since.
 */
export async function confirmMerger(
  database: Pick<Database, 'kysely' | 'connect'>,
  actor: Second,
  { merger_proposal_id, seen, now }: Asked & { seen: string },
): Promise<Outcome<{ merger_proposal_id: number }, MergerCode>> {
  const found = await look(database, actor, db => findToDecide(db, actor, 'confirm', { merger_proposal_id, now }))
  if (!found.ok) return found
  const { plan, plan_digest } = found.value
  return asOwner(database, owned =>
    change(owned, actor, async tx => {
      const taken = await decide(tx, actor, { merger_proposal_id, move: 'confirm', reason: null })
      if (!taken) return refused({ code: 'settled-already' })
      const merged = await mergeUnits(tx, actor, plan)
      if (!merged.ok) return { ok: false, problems: [{ code: 'register-moved' }, ...merged.problems] }
      const units = await listMergerEffects(tx, plan)
      const left = problemsOf(problemsWithEffects(units))
      if (left) return { ok: false, problems: [{ code: 'register-moved' }, ...left.problems] }
      if (digestOfEffects(units) !== seen) return refused({ code: 'register-moved' })
      await note(tx, actor, 'confirm-merger', { merger_proposal_id, plan_digest })
      return done({ merger_proposal_id })
    }),
  )
}

/**
 * A second person says no, and why; or whoever laid it takes it back. Refusals: unknown-proposal, settled-already,
 * own-proposal, anothers-proposal, beyond-reach, no-reason, too-long.
 */
export async function refuseMerger(
  tx: Tx,
  actor: Second,
  { merger_proposal_id, move, reason, now }: Asked & { move: 'reject' | 'withdraw'; reason: string },
): Promise<Outcome<{ merger_proposal_id: number }, MergerCode>> {
  const found = await findToDecide(tx, actor, move, { merger_proposal_id, now })
  if (!found.ok) return found
  const why = reason.trim().normalize('NFC')
  if (move === 'reject' && why === '') return refused({ code: 'no-reason', field: 'reason' })
  if (why.length > longest_reason) return refused({ code: 'too-long', field: 'reason', limit: longest_reason })
  const taken = await decide(tx, actor, { merger_proposal_id, move, reason: move === 'reject' ? why : null })
  if (!taken) return refused({ code: 'settled-already' })
  await note(tx, actor, `${move}-merger`, { merger_proposal_id, plan_digest: found.value.plan_digest })
  return done({ merger_proposal_id })
}

/** A proposal of which somebody may take a step now. */
async function findToDecide(
  db: Db,
  { person_id }: Second,
  move: Move,
  { merger_proposal_id, now }: Asked,
): Promise<Outcome<Proposal, MergerCode>> {
  const found = await findProposal(db, merger_proposal_id)
  if (!found) return refused({ code: 'unknown-proposal' })
  const is_own = found.proposed_by === person_id
  if (found.outcome !== null) return refused({ code: 'settled-already' })
  if (moves[move].by === 'proposer') return is_own ? done(found) : refused({ code: 'anothers-proposal' })
  if (is_own) return refused({ code: 'own-proposal' })
  const beyond = await listBeyondReach(db, { person_id, plan: found.plan, act: 'confirm', today: dayOf(now) })
  return beyond.length > 0 ? refused({ code: 'beyond-reach', values: { units: beyond.join(', ') } }) : done(found)
}

type Decision = { merger_proposal_id: number; move: Move; reason: string | null }

/** Of two who decide at once the second waits, and finds it settled. */
async function decide(tx: Tx, { person_id }: Second, { merger_proposal_id, move, reason }: Decision): Promise<boolean> {
  const { rows } = await sql`
    insert into merger_decision (merger_proposal_id, outcome, reason, decided_by)
    values (${merger_proposal_id}, ${moves[move].to}, ${reason}, ${person_id})
        on conflict do nothing
    returning merger_proposal_id`.execute(tx)
  return rows.length === 1
}

function note(
  tx: Tx,
  actor: Actor,
  act: string,
  { merger_proposal_id, plan_digest }: Pick<Proposal, 'merger_proposal_id' | 'plan_digest'>,
) {
  const object_id = String(merger_proposal_id)
  return record(tx, actor, { act, object: 'merger-proposal', object_id, digest: plan_digest, retention: 'organisation' })
}
