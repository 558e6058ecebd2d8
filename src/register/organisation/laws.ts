import { sql } from 'kysely'
import { lookUp } from '../../basis/shared/look-up.ts'
import { type Outcome, type Problem, refused } from '../../basis/shared/outcome.ts'
import type { Tx } from '../../platform/database/index.ts'
import type { OrganisationCode } from './words.ts'

/** Constraints of the schema that speak of what a person wrote, and how the refusal is called. */
const laws: Record<string, Problem<OrganisationCode>> = {
  unit_key_key: { code: 'key-taken', field: 'successors' },
  // Somebody else founds the same unit meanwhile.
  unit_version_unit_id_valid_recorded_excl: { code: 'key-taken', field: 'units' },
  placement_within_parent: { code: 'parent-not-there', field: 'successors' },
  placement_without_cycle: { code: 'cycle', field: 'moved' },
  parent_outlives_children: { code: 'left-without-parent', field: 'edges' },
  succession_after_source: { code: 'before-source', field: 'edges' },
  succession_into_a_living_unit: { code: 'successor-not-there', field: 'edges' },
  succession_shares_sum_to_one: { code: 'shares-over-one', field: 'edges', limit: 1 },
  succession_without_cycle: { code: 'cycle', field: 'edges' },
}

/**
 * Does the work, then asks the schema at once instead of at the end of the transaction. A violation of a law that the
 * work could not see (a merger recorded meanwhile, a circle of placements) is a refusal; after it the transaction can
 * only be rolled back. Any other failure is thrown on.
 */
export async function underTheLaw<T>(tx: Tx, work: () => Promise<Outcome<T, OrganisationCode>>): Promise<Outcome<T, OrganisationCode>> {
  try {
    const outcome = await work()
    if (outcome.ok) await sql`set constraints all immediate`.execute(tx)
    if (outcome.ok) await sql`set constraints all deferred`.execute(tx)
    return outcome
  } catch (error) {
    const law = lookUp(laws, (error as { constraint?: string }).constraint ?? '')
    if (!law) throw error
    return refused(law)
  }
}
