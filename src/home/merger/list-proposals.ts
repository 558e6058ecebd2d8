import { type Db, query } from '../../platform/database/index.ts'
import { may, standingOf } from '../../platform/role/index.ts'
import list_proposals from './list-proposals.sql?raw'
import type { Proposal } from './proposal.ts'

const proposals = query<{ merger_proposal_id: number; waits: boolean; most: number }, Proposal>(list_proposals)
const unitsOf = query<{ plan: string }, { key: string; judged_at: number | null }>(
  'select key, judged_at from units_of_merger(:plan::jsonb) order by key',
)

const most_shown = 100

/** What somebody laid or may confirm; those that wait first. */
export function listProposals(db: Db, { waits = false } = {}): Promise<Proposal[]> {
  return proposals(db, { merger_proposal_id: 0, waits, most: most_shown })
}

export async function findProposal(db: Db, merger_proposal_id: number): Promise<Proposal | null> {
  if (merger_proposal_id === 0) return null
  return (await proposals(db, { merger_proposal_id, waits: false, most: 1 }))[0] ?? null
}

/**
 * The units of a plan at which somebody may not do an act; a plan that names none is nobody's, and so is one of a unit
 * that the register does not have.
 */
export async function listBeyondReach(
  db: Db,
  { person_id, plan, act, today }: { person_id: number; plan: unknown; act: 'propose' | 'confirm'; today: string },
): Promise<string[]> {
  const standing = await standingOf(db, person_id, today)
  const named = await unitsOf(db, { plan: JSON.stringify(plan) })
  const beyond = named.filter(({ judged_at }) => judged_at === null || !may(standing, 'merger', act, { unit_id: judged_at }).allowed)
  return [...new Set(beyond.map(({ key }) => key))]
}
