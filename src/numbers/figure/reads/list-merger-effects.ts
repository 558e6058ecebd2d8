import { CompiledQuery } from 'kysely'
import { query, type Tx } from '../../../platform/database/index.ts'
import { type Fate, fatesOf, type Merger } from '../../../register/organisation/index.ts'
import list_merger_effects from './list-merger-effects.sql?raw'

/**
 * A post that somebody holds on the eve; of the head post of a unit that ends, `acts` says whether its holder goes on
 * with the unit that follows.
 */
export type PostAffected = { title: string; holder: string; is_head: boolean; acts: boolean }
/** A role that was granted or lent at the unit, and how many living units it reaches afterwards. */
export type ScopeAffected = { role: string; holder: string; reaches: number }

/**
 * What a merger means for one unit: `counted_for` is the living unit that answers for its people; `people_before` on
 * the eve, `people_after` on the day, null where the unit is not there.
 */
export type UnitEffect = {
  key: string
  name: string
  unit_kind: string
  hierarchy: string
  fate: Fate
  counted_for: { key: string; name: string } | null
  people_before: number | null
  people_after: number | null
  /** Who would still be a member of it, itself, on the day on which it ends without a successor. */
  people_left: number
  /** On the day, the unit or the one that follows it has no head; `offices` are those above that act meanwhile. */
  is_headless: boolean
  /**
   * Party organisations, cells aside, whose territory ends with this unit: they stay as they are until they are merged
   * themselves.
   */
  bodies: { key: string; name: string; people: number }[]
  offices: string[]
  posts: PostAffected[]
  commitments: { due: number; handed_in: number }
  plans: number
  scopes: ScopeAffected[]
}

const effects = query<{ day: string; named: string }, UnitEffect>(list_merger_effects)

/**
 * What a merger means for every unit that ends, begins, goes on or moves: to be asked by the owner in the transaction
 * in which it was carried out. For its length the owner sees persons, as while loading.
 */
export async function listMergerEffects(tx: Tx, merger: Merger): Promise<UnitEffect[]> {
  const named = fatesOf(merger).map(({ unit, fate }, place) => ({ key: unit, fate, place }))
  await seesPersons(tx, 'yes')
  const found = await effects(tx, { day: merger.effective_on, named: JSON.stringify(named) })
  await seesPersons(tx, '')
  return found
}

function seesPersons(tx: Tx, yes: 'yes' | ''): Promise<unknown> {
  return tx.executeQuery(CompiledQuery.raw(`select set_config('neu_guong.loading', $1, true)`, [yes]))
}
