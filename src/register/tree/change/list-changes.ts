import { type Db, query } from '../../../platform/database/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import list_changes from './list-changes.sql?raw'
import type { ChangeState, UnitChange } from './unit-change.ts'

/** A change that was laid, and what came of it. Names are null where who asks may not know them. */
export type LaidChange = {
  unit_change_id: number
  plan: UnitChange
  plan_digest: string
  laid_by: number
  proposer: string | null
  laid_at: string
  state: ChangeState
  reason: string | null
  decided_by: number | null
  decider: string | null
  decided_at: string | null
  undone_by: string | null
  undone_at: string | null
}

const changes = query<{ unit_change_id: number; waits: boolean; most: number }, LaidChange>(list_changes)
const unitsOf = query<{ plan: string }, { key: string | null; judged_at: number | null }>(
  'select key, judged_at from units_of_change(:plan::jsonb)',
)

const most_shown = 100

/** What somebody laid or has charge of; what waits first. */
export function listChanges(db: Db, { waits = false } = {}): Promise<LaidChange[]> {
  return changes(db, { unit_change_id: 0, waits, most: most_shown })
}

export async function findChange(db: Db, unit_change_id: number): Promise<LaidChange | null> {
  if (unit_change_id === 0) return null
  return (await changes(db, { unit_change_id, waits: false, most: 1 }))[0] ?? null
}

type Asked = { person_id: number; plan: UnitChange; act: 'keep' | 'confirm'; today: string }

/** Whether somebody may do an act to all that a change names. One that names nothing is nobody's. */
export async function hasCharge(db: Db, { person_id, plan, act, today }: Asked): Promise<boolean> {
  const standing = await standingOf(db, person_id, today)
  const named = await unitsOf(db, { plan: JSON.stringify(plan) })
  return (
    named.length > 0 && named.every(({ judged_at }) => judged_at !== null && may(standing, 'unit', act, { unit_id: judged_at }).allowed)
  )
}
