import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { saveDraftPart, showDraft, type Writing } from '../../../platform/draft/index.ts'
import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, formOf, numberOf, type StaffContext, showStaffPage, withFlash } from '../../../platform/sign-in/index.ts'
import { answersIn, sayProblems, type Typed, typedInto } from '../../../platform/staff/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { listRatingSchemes } from '../../programme/index.ts'
import { complaint_form } from '../forms.ts'
import { ComplaintPage, MyReviewsPage } from '../pages/mine.tsx'
import { selfReviewOf } from '../pages/writing.tsx'
import { type ReviewCode, review_problems } from '../problem-words.ts'
import { findReview, type Review } from '../reads/find-review.ts'
import { listMyReviews } from '../reads/list-my-reviews.ts'
import { listReviewSteps } from '../reads/list-review-steps.ts'
import { complain } from '../verbs/complain.ts'
import { deedsOf, reviewOneself } from '../verbs/review-oneself.ts'
import { saveReviewDraft } from '../verbs/save-review-draft.ts'
import { review_words } from '../words.ts'

export async function showMine(c: WebContext, { staff_page, who, look }: StaffContext): Promise<Response> {
  const reviews = await look(async db => {
    const mine = await listMyReviews(db, { person_id: who.person_id })
    return Promise.all(mine.map(async review => ({ ...review, steps: await listReviewSteps(db, review) })))
  })
  const words = review_words[staff_page.view.lang]
  const told = lookUp({ nop: words.submitted, 'khieu-nai': words.complained }, c.req.query('xong'))
  return showStaffPage(c, <MyReviewsPage {...{ ...staff_page, reviews, told }} />)
}

/** The review of the address, if it is one's own. */
async function ownReview(c: WebContext, { who, today, look }: StaffContext): Promise<Review | Response> {
  const [review] = await look(db => findReview(db, { review_subject_id: numberOf(c.req.param('subject')), day: today }))
  return review?.person_id === who.person_id ? review : forbid(c, who, rolesThatMay('review', 'write'))
}

async function written({ look, today, staff_page }: StaffContext, review: Review): Promise<Writing<ReviewCode>> {
  const { deeds, schemes } = await look(async db => ({
    deeds: await deedsOf(db, review),
    schemes: await listRatingSchemes(db, { day: today }),
  }))
  const scheme = schemes.find(({ rating_scheme_id }) => rating_scheme_id === review.rating_scheme_id)!
  return selfReviewOf(staff_page.view, { review, deeds, scheme })
}

export async function showOwnPart(c: WebContext, work: StaffContext): Promise<Response> {
  const review = await ownReview(c, work)
  return review instanceof Response ? review : showDraft(c, work, await written(work, review))
}

export async function saveOwnPart(c: WebContext, work: StaffContext): Promise<Response> {
  const review = await ownReview(c, work)
  if (review instanceof Response) return review
  const { review_subject_id } = review
  const { actor, today } = work
  return saveDraftPart(c, work, await written(work, review), (tx, draft) =>
    saveReviewDraft(tx, actor, { review_subject_id, ...draft, today }),
  )
}

export async function submitOwn(c: WebContext, work: StaffContext): Promise<Response> {
  const review = await ownReview(c, work)
  if (review instanceof Response) return review
  const { draft_version, key = '' } = await formOf(c)
  const { review_subject_id } = review
  const { today, actor } = work
  const outcome = await work.change(tx => reviewOneself(tx, actor, { review_subject_id, version: numberOf(draft_version), key, today }))
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.my_reviews(), { xong: 'nop' }), 303)
  return showDraft(c, work, await written(work, review), outcome)
}

export async function showComplaint(
  c: WebContext,
  work: StaffContext,
  { typed = {}, problems = [] }: { typed?: Typed; problems?: readonly Problem<ReviewCode>[] } = {},
): Promise<Response> {
  const review = await ownReview(c, work)
  if (review instanceof Response) return review
  const { staff_page } = work
  const field_errors = sayProblems(review_problems, { lang: staff_page.view.lang, form: complaint_form }, problems)
  return showStaffPage(c, <ComplaintPage {...{ ...staff_page, review, typed, field_errors }} />, problems.length > 0 ? 422 : 200)
}

export async function sendComplaint(c: WebContext, work: StaffContext): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(complaint_form, sent)
  const { said } = answersIn(complaint_form, typed)
  const asked = { review_subject_id: numberOf(c.req.param('subject')), said, key: sent.key ?? '', today: work.today }
  const outcome = await work.change(tx => complain(tx, work.actor, asked))
  if (outcome.ok) return c.redirect(withFlash(c.var.view.to.my_reviews(), { xong: 'khieu-nai' }), 303)
  return showComplaint(c, work, { typed, problems: outcome.problems })
}
