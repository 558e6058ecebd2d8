import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { type Standing, standingOf } from '../../../platform/role/index.ts'
import { decideMove } from '../../../platform/workflow/index.ts'
import { concludeCommitments } from '../../commitment/index.ts'
import type { SchemeInForce } from '../../programme/index.ts'
import { mostAtTop } from '../cap.ts'
import type { ReviewCode } from '../problem-words.ts'
import { isAbove, type Rating, ratingFrom } from '../rating.ts'
import { listGroups, type ReviewGroup } from '../reads/list-groups.ts'
import { listReviewed, type Reviewed } from '../reads/list-reviewed.ts'
import { type RoundKind, review_flow } from '../review.ts'
import { most_in_a_cell, ratingField } from './record-meeting.ts'

type Judge = Actor & { person_id: number }

/** `ratings`: what was chosen for each, as it was typed; `unit` is the page's, with all below it. */
export type Rates = {
  review_round_id: number
  unit: string
  unit_id: number
  scheme: SchemeInForce
  kind: RoundKind
  ratings: { review_subject_id: number; rating: string }[]
  key: string
  today: string
}

/**
 * The level above says for each what it holds of the collective's proposal. All are appraised, or none. Refusals:
 * nobody-rated; at their person own-work, not-yours, wrong-state, rating-missing.
 */
export function appraiseReviews(tx: Tx, actor: Judge, rates: Rates): Promise<Outcome<{ rated: number }, ReviewCode>> {
  return rate(tx, actor, 'appraise', rates)
}

/**
 * Decides the ratings, within the cap of each group: one office at a time in a group, and all or nothing. Where the
 * scheme says so, a head is not rated above the unit that they head. Refusals as above, and over-cap; at their person
 * unit-not-rated, head-above-unit.
 */
export function decideReviews(tx: Tx, actor: Judge, rates: Rates): Promise<Outcome<{ rated: number }, ReviewCode>> {
  return rate(tx, actor, 'decide', rates)
}

function rate(tx: Tx, actor: Judge, judgement: 'appraise' | 'decide', rates: Rates): Promise<Outcome<{ rated: number }, ReviewCode>> {
  const { review_round_id, unit, unit_id, scheme, ratings, key, today } = rates
  return once(tx, actor, { key, act: `${judgement}-review`, request: { review_round_id, unit, ratings } }, async () => {
    if (ratings.length === 0) return refused({ code: judgement === 'decide' ? 'nothing-appraised' : 'nobody-rated' })
    await lockPeople(tx, ratings)
    if (judgement === 'decide') await sql`select lock_unit_ratings(${review_round_id}, false)`.execute(tx)
    const people = await listReviewed(tx, { unit, review_round_id, day: today, most: most_in_a_cell * 20 })
    const standing = await standingOf(tx, actor.person_id, today)
    const chosen = ratings.map(one => ({
      ...one,
      person: people.find(({ review_subject_id }) => review_subject_id === one.review_subject_id),
    }))
    const wrong = problemsOf(chosen.flatMap(one => [...problemsWithOne(judgement, one, scheme, standing)]))
    if (wrong) return wrong
    const rated = chosen.map(({ person, rating }) => ({ ...person!, ...ratingFrom(scheme, rating)! }))
    if (judgement === 'decide') {
      const over = await overCap(tx, { ...rates, rated })
      if (over) return over
    }
    await write(tx, actor, { judgement, today, rated })
    // A year is over with its rating; a quarter is not.
    if (judgement === 'decide' && rates.kind === 'year')
      await concludeCommitments(tx, actor, { obligation_ids: rated.flatMap(({ obligation_id }) => obligation_id ?? []), today })
    const digest = digestOf({ review_round_id, unit_id, judgement, ratings })
    await record(tx, actor, {
      act: `${judgement}-review`,
      object: 'review-round',
      object_id: `${review_round_id}/${unit_id}`,
      digest,
      retention: 'conduct',
    })
    return done({ rated: rated.length })
  })
}

type Chosen = { rating: string; review_subject_id: number; person: Reviewed | undefined }

function* problemsWithOne(
  judgement: 'appraise' | 'decide',
  { person, rating }: Chosen,
  scheme: SchemeInForce,
  standing: Standing,
): Generator<Problem<ReviewCode>> {
  if (!person) return yield { code: 'unknown-review' }
  const field = ratingField(person.review_subject_id)
  const decision = decideMove(review_flow, judgement, movable(person), fromAbove(standing, person))
  const chosen = ratingFrom(scheme, rating)
  if (!decision.ok) yield { ...decision.problems[0]!, field }
  else if (!chosen) yield { code: 'rating-missing', field, values: { name: person.full_name } }
  else if (judgement === 'decide') yield* problemsWithHead(person, chosen, scheme)
}

/** The result of a unit binds whoever heads it, where the scheme says so: it is decided first, and not exceeded. */
function* problemsWithHead(person: Reviewed, { rating_level_id }: Rating, scheme: SchemeInForce): Generator<Problem<ReviewCode>> {
  const { headed_unit: unit, headed_level } = person
  if (!scheme.heads_within_unit || unit === null) return
  const at = { field: ratingField(person.review_subject_id), values: { name: person.full_name, unit } }
  if (headed_level === null) yield { code: 'unit-not-rated', ...at }
  else if (isAbove(scheme.levels, rating_level_id, headed_level)) yield { code: 'head-above-unit', ...at }
}

export function movable({ unit_id, person_id, state }: Pick<Reviewed, 'unit_id' | 'person_id' | 'state'>) {
  return { unit_id, hands: [person_id], state }
}

/** An office above the cell judges: whoever sits in the cell itself was part of the collective. */
export function fromAbove({ person_id, held }: Standing, { unit_id }: Pick<Reviewed, 'unit_id'>): Standing {
  return { person_id, held: held.filter(seat => seat.unit_id !== unit_id) }
}

type Decided = Rates & { rated: (Reviewed & Rating)[] }

/**
 * Whether a group would have too many at the highest level. Each group is locked first, so that what is counted is what
 * any other office has decided by then.
 */
async function overCap(tx: Tx, { review_round_id, unit, scheme, rated, today }: Decided): Promise<Outcome<never, ReviewCode> | null> {
  const group_ids = [...new Set(rated.map(({ group_id }) => group_id))].sort((a, b) => a - b)
  for (const group_id of group_ids) await sql`select lock_review_group(${review_round_id}, ${group_id})`.execute(tx)
  const groups = await listGroups(tx, { unit, review_round_id, day: today })
  return problemsOf(group_ids.flatMap(id => [...problemsWithGroup(scheme, groups.find(({ group_id }) => group_id === id)!, rated)]))
}

function* problemsWithGroup(
  scheme: SchemeInForce,
  group: ReviewGroup,
  decided: readonly (Reviewed & Rating)[],
): Generator<Problem<ReviewCode>> {
  const [top, good] = scheme.levels
  const here = decided.filter(({ group_id }) => group_id === group.group_id)
  const change = (level: number | undefined) =>
    here.filter(({ rating_level_id }) => rating_level_id === level).length -
    here.filter(({ decided_level }) => decided_level === level).length
  const at_top = group.at_top + change(top?.rating_level_id)
  const new_ones = here.filter(({ decided_level }) => decided_level === null).length
  const most = mostAtTop(scheme, { at_top, at_good: group.at_good + change(good?.rating_level_id), rated: group.rated + new_ones })
  if (at_top > most) yield { code: 'over-cap', limit: most, values: { name: group.name, n: at_top } }
}

async function lockPeople(tx: Tx, ratings: Rates['ratings']): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended('review', l.id))
      from (select r.review_subject_id as id from jsonb_to_recordset(${JSON.stringify(ratings)}::jsonb) as r (review_subject_id bigint) order by 1) l`.execute(
    tx,
  )
}

type Judged = { judgement: 'appraise' | 'decide'; today: string; rated: readonly (Reviewed & Rating)[] }

async function write(tx: Tx, { person_id }: Judge, { judgement, today, rated }: Judged): Promise<void> {
  const rows = rated.map(({ review_subject_id, rating_level_id, points }) => ({ review_subject_id, rating_level_id, points }))
  await sql`
    insert into review_step (review_subject_id, state, happened_on, rating_level_id, points, actor_id)
    select r.review_subject_id, ${review_flow.moves[judgement].to}, ${today}, r.rating_level_id, r.points, ${person_id}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (review_subject_id bigint, rating_level_id int, points int)
     order by r.review_subject_id`.execute(tx)
}
