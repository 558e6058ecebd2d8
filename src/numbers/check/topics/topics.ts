import type { Quantity } from '../../../basis/quantity/index.ts'
import { commitment, completion, deeds, plans } from './commitment.ts'
import { contribution } from './contribution.ts'
import { criteria } from './criteria.ts'
import { exemplar } from './exemplar.ts'
import { household } from './household.ts'
import { model } from './model.ts'
import { programme } from './programme.ts'
import { standing } from './standing.ts'
import type { Topic } from './topic.ts'
import { units } from './units.ts'

/**
 * What the register can be asked about, from the most particular to the least: the first whose state or act is said has
 * the claim.
 */
const topics: readonly Topic[] = [completion, deeds, plans, commitment, criteria, standing, exemplar, model, household, contribution, units]
const of_ranks: readonly Topic[] = [programme]

/** The topics that a number could be of; `isNamed` says which its sentence speaks of. */
export function topicsFor(quantity: Quantity, isNamed: (topic: Topic) => boolean): Topic[] {
  if (quantity.kind !== 'claim' && quantity.kind !== 'ordinal') return []
  const candidates = quantity.kind === 'ordinal' ? of_ranks : topics
  return candidates.filter(topic => topic.counts(quantity) && isNamed(topic))
}
