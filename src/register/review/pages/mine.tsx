import { sayDay } from '../../../basis/shared/dates.ts'
import { type FieldError, FormFields, FormPage, Frame, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import type { Language, ViewContext } from '../../../platform/web/index.ts'
import { canMove, MoveHistory } from '../../../platform/workflow/index.ts'
import { complaint_form } from '../forms.ts'
import { move_words } from '../move-words.ts'
import type { Review } from '../reads/find-review.ts'
import type { MyReview } from '../reads/list-my-reviews.ts'
import type { ReviewStep } from '../reads/list-review-steps.ts'
import { review_flow } from '../review.ts'
import { review_words } from '../words.ts'
import { sayRound } from './say-round.ts'

/** One's own reviews, the latest round first, each with the one thing to do now and the way so far. */
export function MyReviewsPage({
  reviews,
  told,
  ...staff_page
}: StaffPageProps & { reviews: readonly (MyReview & { steps: ReviewStep[] })[]; told?: string }) {
  const words = review_words[staff_page.view.lang]
  return (
    <Frame {...staff_page} title={words.mine} here={to => to.my_reviews()} told={told}>
      <p class="hint">{reviews.length === 0 ? words.mine_none : words.mine_lead}</p>
      {reviews.map(review => (
        <MyReviewNow key={review.review_subject_id} view={staff_page.view} {...{ review }} />
      ))}
    </Frame>
  )
}

function MyReviewNow({ view: { lang, to }, review }: { view: ViewContext; review: MyReview & { steps: ReviewStep[] } }) {
  const words = review_words[lang]
  const { review_subject_id, state } = review
  const level = lang === 'vi' ? review.level_vi : review.level_en
  return (
    <section class="task">
      <h2>{sayRound(lang, review)}</h2>
      <p>
        <span class="tag">{words.states[state ?? 'none']}</span> {level && sayLevel(lang, review.state, level)}
        {review.points !== null && ` · ${words.points(review.points)}`}
      </p>
      <p class="hint">{words.due(sayDay(review.due_on, lang))}</p>
      <p class="actions">
        {canMove(review_flow, 'self-review', state) && (
          <a class={state ? 'button quiet' : 'button'} href={to.review_part({ review_subject_id, part: 'viet' })}>
            {state ? words.mend : review.has_draft ? words.go_on : words.write}
          </a>
        )}
        {canMove(review_flow, 'complain', state) && <a href={to.review_complain({ review_subject_id })}>{words.complain}</a>}
      </p>
      <ReviewHistory {...{ lang }} steps={review.steps} />
    </section>
  )
}

function sayLevel(lang: Language, state: MyReview['state'], level: string): string {
  const words = review_words[lang]
  return state === 'self-reviewed' ? words.own_rating(level) : words.rated(level)
}

/** The way of a review so far: each step with how it rated. */
export function ReviewHistory({ lang, steps }: { lang: Language; steps: readonly ReviewStep[] }) {
  const words = review_words[lang]
  if (steps.length === 0) return null
  const made = steps.map(step => {
    const level = lang === 'vi' ? step.level_vi : step.level_en
    const votes = step.votes === null ? null : words.votes(step.votes, step.present!)
    const points = step.points === null ? null : words.points(step.points)
    return {
      ...{ step_id: step.review_step_id, state: step.state, happened_on: step.happened_on, undone_at: null },
      ...{ is_own: step.is_own, by_name: step.by_name, full_name: step.full_name },
      about: [level, points, votes].filter(Boolean).join(' · ') || undefined,
      comment: step.state === 'self-reviewed' ? null : step.said,
    }
  })
  return <MoveHistory {...{ lang }} flow={review_flow} words={move_words} steps={made} />
}

type ComplaintProps = StaffPageProps & { review: Review; typed: Typed; field_errors?: FieldError[] }

/** What somebody has to say against their rating. */
export function ComplaintPage({ review, typed, field_errors, ...staff_page }: ComplaintProps) {
  const { lang, to } = staff_page.view
  const words = review_words[lang]
  const { review_subject_id } = review
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.complain}
      crumb={review.unit_name}
      lead={`${sayRound(lang, review)}. ${words.complain_lead}`}
      here={t => t.review_complain({ review_subject_id })}
      button={words.complain_button}
      cancel={{ href: to.my_reviews(), label: words.back_mine }}
    >
      <FormFields form={complaint_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}
