import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { once, record } from '../../../platform/ledger/index.ts'
import { may, standingOf } from '../../../platform/role/index.ts'
import { type Answers, problemsWith } from '../../../platform/staff/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import type { SchemeInForce } from '../../programme/index.ts'
import { isQuorate, quorumOf } from '../cap.ts'
import { meeting_form } from '../forms.ts'
import type { ReviewCode } from '../problem-words.ts'
import { type Rating, ratingFrom } from '../rating.ts'
import { listReviewed, type Reviewed } from '../reads/list-reviewed.ts'
import { review_flow } from '../review.ts'

/**
 * What the collective says of one person: the votes for the rating that it proposes, both as they were typed. Empty
 * votes are those of all who were present.
 */
export type Proposal = { review_subject_id: number; rating: string; votes: string }

export type MeetingRecord = Answers<typeof meeting_form> & {
  review_round_id: number
  /** The cell that met: its key and its number. */
  unit: string
  unit_id: number
  scheme: SchemeInForce
  proposals: Proposal[]
  key: string
  today: string
}

export const most_in_a_cell = 500

/**
 * Records a cell's meeting, all of it or nothing: when, who was there, and what it proposes for each. Whoever is left
 * empty is rated another day. Refusals: not-yours, no-quorum, wrong-present, nobody-rated; at their person
 * rating-missing, no-votes, too-many-votes, appraised-since; and those of the form.
 */
export function recordMeeting(
  tx: Tx,
  actor: Actor & { person_id: number },
  { key, today, unit, unit_id, scheme, proposals, review_round_id, ...answers }: MeetingRecord,
): Promise<Outcome<{ rated: number }, ReviewCode>> {
  return once(tx, actor, { key, act: 'record-review', request: { review_round_id, unit, proposals, ...answers } }, async () => {
    if (!may(await standingOf(tx, actor.person_id, today), 'review', 'record', { unit_id }).allowed)
      return refused({ code: 'not-yours', values: { by: 'cell' } })
    await sql`select pg_advisory_xact_lock(hashtextextended('review-meeting ' || ${review_round_id}::int || ' ' || ${unit_id}::int, 0))`.execute(
      tx,
    )
    const people = (await listReviewed(tx, { unit, review_round_id, day: today, most: most_in_a_cell })).filter(
      one => one.unit_id === unit_id,
    )
    if (people.length === 0) return refused({ code: 'unknown-round' })
    const meeting = { ...answers, members: people.length }
    const rated = proposals
      .filter(({ rating, votes }) => rating !== '' || votes !== '')
      .map(one => ({ ...one, votes: one.votes || String(Math.max(0, answers.present) || 0) }))
    const wrong = problemsOf([
      ...problemsWith(meeting_form, answers, { today }),
      ...problemsWithCollective(meeting, scheme),
      ...problemsWithProposals(rated, people, meeting, scheme),
    ])
    if (wrong) return wrong
    await write(tx, actor, {
      review_round_id,
      unit_id,
      today,
      meeting,
      rated: rated.map(one => ({ ...one, ...ratingFrom(scheme, one.rating)! })),
    })
    await record(tx, actor, {
      ...{ act: 'record-review', object: 'review-round', object_id: `${review_round_id}/${unit_id}` },
      ...{ digest: digestOf({ review_round_id, unit_id, meeting, rated }), retention: 'conduct' },
    })
    return done({ rated: rated.length })
  })
}

type Held = Answers<typeof meeting_form> & { members: number }

function* problemsWithCollective({ members, present }: Held, { quorum }: SchemeInForce): Generator<Problem<ReviewCode>> {
  if (present < 1 || present > members) yield { code: 'wrong-present', field: 'present', limit: members }
  else if (!isQuorate(quorum, { members, present })) yield { code: 'no-quorum', field: 'present', limit: quorumOf(quorum, members) }
}

function* problemsWithProposals(
  rated: readonly Proposal[],
  people: readonly Reviewed[],
  { present }: Held,
  scheme: SchemeInForce,
): Generator<Problem<ReviewCode>> {
  if (rated.length === 0) yield { code: 'nobody-rated', field: 'present' }
  for (const { review_subject_id, rating, votes } of rated) {
    const person = people.find(one => one.review_subject_id === review_subject_id)
    if (!person) {
      yield { code: 'unknown-review' }
      continue
    }
    const values = { name: person.full_name }
    if (!canMove(review_flow, 'record', person.state)) yield { code: 'appraised-since', field: ratingField(review_subject_id), values }
    if (!ratingFrom(scheme, rating)) yield { code: 'rating-missing', field: ratingField(review_subject_id), values }
    if (!/^\d{1,4}$/.test(votes)) yield { code: 'no-votes', field: votesField(review_subject_id), values }
    else if (Number(votes) > present)
      yield { code: 'too-many-votes', field: votesField(review_subject_id), values, limit: Math.max(present, 0) }
  }
}

export function ratingField(review_subject_id: number): string {
  return `rating_${review_subject_id}`
}
export function votesField(review_subject_id: number): string {
  return `votes_${review_subject_id}`
}

type Written = { review_round_id: number; unit_id: number; today: string; meeting: Held; rated: (Proposal & Rating)[] }

async function write(
  tx: Tx,
  { person_id }: Actor & { person_id: number },
  { review_round_id, unit_id, today, meeting, rated }: Written,
): Promise<void> {
  const { held_on, chair, clerk, members, present, said } = meeting
  const { rows } = await sql<{ review_meeting_id: number }>`
    insert into review_meeting (review_round_id, unit_id, held_on, chair, clerk, members, present, said, recorded_by)
    values (${review_round_id}, ${unit_id}, ${held_on}, ${chair}, ${clerk}, ${members}, ${present}, ${said}, ${person_id})
    returning review_meeting_id`.execute(tx)
  await sql`
    insert into review_step (review_subject_id, state, happened_on, rating_level_id, points, review_meeting_id, votes, actor_id)
    select p.review_subject_id, 'proposed', ${today}, p.rating_level_id, p.points, ${rows[0]!.review_meeting_id}, p.votes, ${person_id}
      from jsonb_to_recordset(${JSON.stringify(rated)}::jsonb) as p (review_subject_id bigint, rating_level_id int, points int, votes int)
     order by p.review_subject_id`.execute(tx)
}
