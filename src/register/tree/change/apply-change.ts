import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { addUnits, reviseUnits } from '../../organisation/index.ts'
import type { UnitCode } from '../problem-words.ts'
import type { UnitChange } from './unit-change.ts'

/**
 * Writes a change into the map, as its owner. Refusals: those of `addUnits` at «units.3.parent» and of `reviseUnits` at
 * «revisions.3.from».
 */
export async function applyChange(tx: Tx, actor: Actor, plan: UnitChange, now: Date): Promise<Outcome<null, UnitCode>> {
  const { instrument, units, revisions } = plan
  if (units.length > 0) {
    const added = await addUnits(tx, actor, { units, instrument, now, at: 'units' })
    if (!added.ok) return added
  }
  if (revisions.length > 0) {
    const revised = await reviseUnits(tx, actor, { revisions, instrument })
    if (!revised.ok) return revised
  }
  return done(null)
}
