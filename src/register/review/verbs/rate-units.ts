import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, type Standing, standingOf } from '../../../platform/role/index.ts'
import type { SchemeInForce } from '../../programme/index.ts'
import type { ReviewCode } from '../problem-words.ts'
import { isAbove, type Rating, ratingFrom } from '../rating.ts'
import { listRatedUnits, type RatedUnit } from '../reads/list-rated-units.ts'
import { fromAbove } from './rate-people.ts'

/** `ratings`: what was typed for each collective on the page of `unit`; whatever is empty is left as it is. */
export type UnitRates = {
  review_round_id: number
  unit: string
  unit_id: number
  scheme: SchemeInForce
  ratings: { unit_id: number; rating: string }[]
  key: string
  today: string
}

/**
 * The level above decides how collectives are rated: what their heads are rated by. All of it or nothing; a level that
 * stands already is not written again. Refusals: nothing-changed; at their unit not-yours, unit-rating-missing,
 * head-decided.
 */
export function rateUnits(
  tx: Tx,
  actor: Actor & { person_id: number },
  { review_round_id, unit, unit_id, scheme, ratings, key, today }: UnitRates,
): Promise<Outcome<{ rated: number }, ReviewCode>> {
  return once(tx, actor, { key, act: 'rate-units', request: { review_round_id, unit, ratings } }, async () => {
    await sql`select lock_unit_ratings(${review_round_id}, true)`.execute(tx)
    const units = await listRatedUnits(tx, { unit, review_round_id, day: today })
    const standing = await standingOf(tx, actor.person_id, today)
    const typed = ratings.filter(({ rating }) => rating !== '').map(one => ({ ...one, of: units.find(of => of.unit_id === one.unit_id) }))
    const wrong = problemsOf(typed.flatMap(one => [...problemsWithUnit(one, scheme, standing)]))
    if (wrong) return wrong
    const rated = typed.map(({ of, rating }) => ({ before: of!, unit_id: of!.unit_id, ...ratingFrom(scheme, rating)! })).filter(isChanged)
    if (rated.length === 0) return refused({ code: 'nothing-changed' })
    await write(tx, actor, { review_round_id, today, rated })
    await record(tx, actor, {
      ...{ act: 'rate-units', object: 'review-round', object_id: `${review_round_id}/${unit_id}` },
      ...{ digest: digestOf({ review_round_id, unit_id, ratings }), retention: 'organisation' },
    })
    return done({ rated: rated.length })
  })
}

/** Whether somebody may decide about a collective: from an office above it, and never as its head. */
export function mayRate(standing: Standing, { unit_id, head_id }: Pick<RatedUnit, 'unit_id' | 'head_id'>): boolean {
  return may(fromAbove(standing, { unit_id }), 'review', 'decide', { unit_id, person_id: head_id ?? undefined }).allowed
}

type Typed = { unit_id: number; rating: string; of: RatedUnit | undefined }

function* problemsWithUnit({ unit_id, rating, of }: Typed, scheme: SchemeInForce, standing: Standing): Generator<Problem<ReviewCode>> {
  const field = unitField(unit_id)
  if (!of || !mayRate(standing, of)) return yield { code: 'not-yours', field, values: { by: 'level-above' } }
  const level = ratingFrom(scheme, rating)
  if (!level) return yield { code: 'unit-rating-missing', field, values: { unit: of.name } }
  if (scheme.heads_within_unit && isAbove(scheme.levels, of.head_level, level.rating_level_id))
    yield { code: 'head-decided', field, values: { unit: of.name, name: of.head_name! } }
}

function isChanged({ before, rating_level_id, points }: Rating & { before: RatedUnit }): boolean {
  return before.rating_level_id !== rating_level_id || before.points !== points
}

export function unitField(unit_id: number): string {
  return `unit_${unit_id}`
}

type Written = { review_round_id: number; today: string; rated: readonly (Rating & { unit_id: number })[] }

async function write(tx: Tx, { person_id }: { person_id: number }, { review_round_id, today, rated }: Written): Promise<void> {
  const rows = rated.map(({ unit_id, rating_level_id, points }) => ({ unit_id, rating_level_id, points }))
  await sql`
    insert into unit_rating (review_round_id, unit_id, rating_level_id, points, happened_on, actor_id)
    select ${review_round_id}, r.unit_id, r.rating_level_id, r.points, ${today}, ${person_id}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (unit_id int, rating_level_id int, points int)
     order by r.unit_id`.execute(tx)
}
