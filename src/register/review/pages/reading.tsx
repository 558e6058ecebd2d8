import type { Fields } from '../../../platform/ledger/index.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { type Deed, Deeds } from '../../commitment/index.ts'
import type { Review } from '../reads/find-review.ts'
import type { RoundPlace } from '../reads/find-round.ts'
import type { ReviewStep } from '../reads/list-review-steps.ts'
import type { Headed } from '../reads/list-reviewed.ts'
import { review_words } from '../words.ts'
import { sayHeaded } from './headed.tsx'
import { ReviewHistory } from './mine.tsx'
import { sayRound } from './say-round.ts'
import { SelfReviewText } from './writing.tsx'

type ReadingProps = StaffPageProps & {
  place: RoundPlace
  review: Review
  /** The unit of the round that they head, if any. */
  headed: Headed | undefined
  deeds: readonly Deed[]
  fields: Fields
  steps: readonly ReviewStep[]
  /** Whether who reads may write down what they find wanting. */
  may_raise: boolean
}

/** Somebody's own review, as who follows them reads it: their words, the deeds with their evidence, the way so far. */
export function ReviewReadingPage({ may_raise, place, review, headed, deeds, fields, steps, ...staff_page }: ReadingProps) {
  const { lang, to } = staff_page.view
  const words = review_words[lang]
  const { unit, round, scheme } = place
  const { review_subject_id } = review
  const at = { unit, review_round_id: round.review_round_id }
  const said = headed && sayHeaded(lang, scheme, headed)
  return (
    <Frame
      {...staff_page}
      title={review.full_name}
      crumb={`${review.unit_name} · ${sayRound(lang, round)}`}
      here={t => t.review_reading({ ...at, review_subject_id })}
    >
      {said && (
        <p class="hint">
          {said}. {scheme.heads_within_unit && words.heads_bound}
        </p>
      )}
      <SelfReviewText {...{ lang, deeds, scheme, fields }} />
      {deeds.length > 0 && <Deeds view={staff_page.view} {...{ deeds }} is_open={false} />}
      <ReviewHistory {...{ lang, steps }} />
      <p>
        {may_raise && review.obligation_id !== null && (
          <>
            <a href={to.limitation_raise({ unit, obligation_id: review.obligation_id })}>{words.raise}</a>{' '}
          </>
        )}
        <a href={to.review_round(at)}>{words.back}</a>
      </p>
    </Frame>
  )
}
