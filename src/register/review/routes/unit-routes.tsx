import { lookUp } from '../../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem } from '../../../basis/shared/outcome.ts'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { may, rolesAt, standingOf } from '../../../platform/role/index.ts'
import { forbid, formOf, numberOf, readFile, type StaffContext, showStaffPage, withFlash } from '../../../platform/sign-in/index.ts'
import { answersIn, sayProblems, sendWorkbook, type Typed, typedInto, wantsWorkbook } from '../../../platform/staff/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { decideMove } from '../../../platform/workflow/index.ts'
import { opening_form } from '../forms.ts'
import { ReviewReadingPage } from '../pages/reading.tsx'
import { RoundPage } from '../pages/round.tsx'
import { OpenRoundPage, ReviewsUnderPage } from '../pages/under.tsx'
import { type ReviewCode, review_problems } from '../problem-words.ts'
import { findHeaded } from '../reads/find-headed.ts'
import { findMeeting } from '../reads/find-meeting.ts'
import { findReview } from '../reads/find-review.ts'
import { findReviewPlace, findRoundPlace, type RoundPlace } from '../reads/find-round.ts'
import { listGroups } from '../reads/list-groups.ts'
import { listRatedUnits } from '../reads/list-rated-units.ts'
import { listReviewBranches } from '../reads/list-review-branches.ts'
import { listReviewSteps } from '../reads/list-review-steps.ts'
import { listReviewed, type Reviewed } from '../reads/list-reviewed.ts'
import { readSelfReview } from '../reads/read-self-review.ts'
import { review_flow } from '../review.ts'
import { roundsWorkbook, roundWorkbook } from '../reviews-workbook.ts'
import { openRound } from '../verbs/open-round.ts'
import { appraiseReviews, decideReviews, fromAbove, movable, type Rates } from '../verbs/rate-people.ts'
import { mayRate, rateUnits } from '../verbs/rate-units.ts'
import { deedsOf } from '../verbs/review-oneself.ts'
import { review_words } from '../words.ts'

export async function showUnder(c: WebContext, work: StaffContext): Promise<Response> {
  const { staff_page, who, now, look } = work
  const place = await look(db => findReviewPlace(db, c, work))
  if (!place) return forbid(c, who, rolesAt('review', 'read'))
  const { rounds, found, unit } = place
  if (wantsWorkbook(c)) return sendWorkbook(unit, roundsWorkbook({ lang: staff_page.view.lang, now, name: found.name, rounds }))
  return showStaffPage(c, <ReviewsUnderPage {...{ ...staff_page, place }} />)
}

type Refused = { typed?: Typed; problems?: readonly Problem<ReviewCode>[] }

export async function showOpening(c: WebContext, work: StaffContext, { typed, problems = [] }: Refused = {}): Promise<Response> {
  const { staff_page, who, look } = work
  const place = await look(db => findReviewPlace(db, c, work))
  if (!place?.may('open')) return forbid(c, who, rolesAt('review', 'open'))
  const field_errors = sayProblems(review_problems, { lang: staff_page.view.lang, form: opening_form }, problems)
  const in_force = place.schemes.find(({ is_in_force }) => is_in_force)
  const first = { kind: 'year', scheme: String(in_force?.rating_scheme_id ?? '') }
  return showStaffPage(
    c,
    <OpenRoundPage {...{ ...staff_page, place, field_errors }} typed={typed ?? first} />,
    problems.length > 0 ? 422 : 200,
  )
}

export async function openTheRound(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(opening_form, sent)
  const place = await work.look(db => findReviewPlace(db, c, work))
  if (!place) return forbid(c, work.who, rolesAt('review', 'open'))
  const { unit, found } = place
  const opening = { ...answersIn(opening_form, typed), unit_id: found.unit_id, key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => openRound(tx, work.actor, opening))
  if (!outcome.ok) return showOpening(c, work, { typed, problems: outcome.problems })
  const { review_round_id, people } = outcome.value
  return c.redirect(withFlash(c.var.view.to.review_round({ unit, review_round_id }), { xong: 'mo', so: String(people) }), 303)
}

/** More people than these are read by branch. */
const most_by_name = 300

async function readRound(db: Db, place: RoundPlace, { who, today: day }: StaffContext) {
  const { unit, found, round } = place
  const at = { unit, review_round_id: round.review_round_id, day }
  const is_few = round.due <= most_by_name
  const people = is_few ? await listReviewed(db, { ...at, most: most_by_name }) : null
  const standing = await standingOf(db, who.person_id, day)
  const whom = (act: 'appraise' | 'decide') =>
    (people ?? []).filter(one => decideMove(review_flow, act, movable(one), fromAbove(standing, one)).ok && isNext(act, one))
  return {
    ...{ people, to_appraise: whom('appraise'), to_decide: whom('decide') },
    branches: await listReviewBranches(db, at),
    groups: await listGroups(db, at),
    units: (await listRatedUnits(db, at)).map(one => ({ ...one, may_rate: mayRate(standing, one) })),
    has_meeting: (await findMeeting(db, { review_round_id: round.review_round_id, unit_id: found.unit_id })).length > 0,
  }
}

/** What is appraised can be appraised anew; on the page it waits for the decision. */
function isNext(act: 'appraise' | 'decide', { state }: Reviewed): boolean {
  return act === 'decide' || state === 'proposed'
}

export async function showRound(c: WebContext, work: StaffContext, { typed = {}, problems = [] }: Refused = {}): Promise<Response> {
  const { staff_page, who, now, look } = work
  const shown = await look(async db => {
    const place = await findRoundPlace(db, c, work)
    return place && { place, ...(await readRound(db, place, work)) }
  })
  if (!shown) return forbid(c, who, rolesAt('review', 'read'))
  const { lang } = staff_page.view
  const { place } = shown
  if (wantsWorkbook(c)) return sendWorkbook(place.unit, roundWorkbook({ lang, now, name: place.found.name, ...shown }))
  const field_errors = sayProblems(review_problems, { lang }, problems)
  const told = toldOf(c)
  return showStaffPage(c, <RoundPage {...{ ...staff_page, ...shown, typed, field_errors, told }} />, problems.length > 0 ? 422 : 200)
}

function toldOf(c: WebContext): string | undefined {
  const words = review_words[c.var.view.lang]
  const n = numberOf(c.req.query('so'))
  return lookUp(
    { mo: words.opened, hop: words.recorded, 'tham-dinh': words.appraised, 'quyet-dinh': words.decided, 'tap-the': words.units_rated },
    c.req.query('xong'),
  )?.(n)
}

/** What was chosen for each, by the number in the name of its field. */
export function sentFor(sent: Record<string, string>, before: string): [number: number, said: string][] {
  return Object.entries(sent).flatMap(([name, said]) => {
    const number = name.startsWith(before) ? numberOf(name.slice(before.length)) : 0
    return number === 0 ? [] : [[number, said.trim()]]
  })
}

type Sent = Record<string, string>
type Judging = {
  act: 'appraise' | 'decide'
  /** What the page tells after it. */
  told: string
  verb: (tx: Tx, rates: Omit<Rates, 'ratings'>, sent: Sent) => Promise<Outcome<{ rated: number }, ReviewCode>>
}

/** What the level above judges on the page of a round. */
async function judge(c: WebContext, work: StaffContext, { act, told, verb }: Judging): Promise<Response> {
  const sent = await formOf(c)
  const place = await work.look(db => findRoundPlace(db, c, work))
  if (!place) return forbid(c, work.who, rolesAt('review', act))
  const { unit, found, round, scheme } = place
  const { review_round_id, kind } = round
  const rates = { review_round_id, unit, unit_id: found.unit_id, scheme, kind, key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => verb(tx, rates, sent))
  if (!outcome.ok) return showRound(c, work, { typed: sent, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.review_round({ unit, review_round_id }), { xong: told, so: String(outcome.value.rated) }), 303)
}

function ratingsIn(sent: Sent): Rates['ratings'] {
  return sentFor(sent, 'rating_').map(([review_subject_id, rating]) => ({ review_subject_id, rating }))
}

export function appraise(c: WebContext, work: StaffContext): Promise<Response> {
  const verb: Judging['verb'] = (tx, rates, sent) => appraiseReviews(tx, work.actor, { ...rates, ratings: ratingsIn(sent) })
  return judge(c, work, { act: 'appraise', told: 'tham-dinh', verb })
}

export function decide(c: WebContext, work: StaffContext): Promise<Response> {
  const verb: Judging['verb'] = (tx, rates, sent) => decideReviews(tx, work.actor, { ...rates, ratings: ratingsIn(sent) })
  return judge(c, work, { act: 'decide', told: 'quyet-dinh', verb })
}

/** How the collectives of the page are rated, by whoever decides about them. */
export function decideUnits(c: WebContext, work: StaffContext): Promise<Response> {
  const ratingsOfUnits = (sent: Sent) => sentFor(sent, 'unit_').map(([unit_id, rating]) => ({ unit_id, rating }))
  const verb: Judging['verb'] = (tx, rates, sent) => rateUnits(tx, work.actor, { ...rates, ratings: ratingsOfUnits(sent) })
  return judge(c, work, { act: 'decide', told: 'tap-the', verb })
}

/** Somebody's own review, opened as a file is: they will see by whom. */
export async function showReading(c: WebContext, work: StaffContext): Promise<Response> {
  const { staff_page, who, today, actor, now, database, look } = work
  const review_subject_id = numberOf(c.req.param('subject'))
  const found = await look(async db => {
    const place = await findRoundPlace(db, c, work)
    const [review] = await findReview(db, { review_subject_id, day: today })
    return place && review?.review_round_id === place.round.review_round_id ? { place, review } : null
  })
  if (!found) return forbid(c, who, rolesAt('review', 'read'))
  const { place, review } = found
  const file = { noun: 'review', unit_id: review.unit_id, person_id: review.person_id } as const
  const { by_points } = place.scheme
  const opened = await readFile(
    ...([database, actor, file] as const),
    async tx => {
      const [headed] = await findHeaded(tx, review)
      return done({
        headed,
        fields: await readSelfReview(tx, { review_subject_id, by_points }),
        deeds: await deedsOf(tx, review),
        steps: await listReviewSteps(tx, { review_subject_id }),
        standing: await standingOf(tx, who.person_id, today),
      })
    },
    now,
  )
  if (!opened.ok || !opened.value.fields) return forbid(c, who, rolesAt('review', 'read'))
  const { headed, fields, deeds, steps, standing } = opened.value
  const may_raise = place.found.unit_kind === 'cell' && may(standing, 'limitation', 'raise', review).allowed
  return showStaffPage(c, <ReviewReadingPage {...{ ...staff_page, place, review, headed, deeds, steps, fields, may_raise }} />)
}
