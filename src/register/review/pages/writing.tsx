import { sayDay } from '../../../basis/shared/dates.ts'
import type { Writing } from '../../../platform/draft/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import type { Language, ViewContext } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import type { Deed } from '../../commitment/index.ts'
import type { SchemeInForce } from '../../programme/index.ts'
import { deedIn, overallIn, selfReviewForm } from '../forms.ts'
import { type ReviewCode, review_problems } from '../problem-words.ts'
import { ratingFrom } from '../rating.ts'
import type { Review } from '../reads/find-review.ts'
import { review_flow } from '../review.ts'
import { review_words } from '../words.ts'
import { sayRating, sayRound } from './say-round.ts'

type Written = { review: Review; deeds: readonly Deed[]; scheme: SchemeInForce }

/** A self-review that its member is writing: what its pages say around the form. */
export function selfReviewOf(view: ViewContext, { review, deeds, scheme }: Written): Writing<ReviewCode> {
  const { lang, to } = view
  const words = review_words[lang]
  const { review_subject_id } = review
  const form = selfReviewForm(deeds, scheme)
  const parts = form.parts.map(part => (part.part === 'viec' ? { ...part, lead: () => <Reported {...{ view, deeds }} /> } : part))
  return {
    form: { ...form, parts },
    fields: review.draft ?? {},
    version: review.draft_version ?? 0,
    at: (t, part) => t.review_part({ review_subject_id, part }),
    name: sayRound(lang, review),
    crumb: review.unit_name,
    titleWith: words.parts_left,
    list_lead: deeds.length === 0 ? words.no_deeds : undefined,
    check_lead: words.check_lead,
    beside: canMove(review_flow, 'self-review', review.state) ? undefined : words.beside,
    problems: review_problems,
    read: async fields => <SelfReviewText {...{ lang, deeds, scheme, fields }} />,
    submit: { href: to.review_submit({ review_subject_id }), label: words.submit },
    back: { href: to.my_reviews(), label: words.back_mine },
  }
}

/** What was reported of each deed so far, with the way to its evidence, where more can be put. */
function Reported({ view: { lang, to }, deeds }: { view: ViewContext; deeds: readonly Deed[] }) {
  const words = review_words[lang]
  return (
    <ul>
      {deeds.map(({ deed_id, ordinal, state, happened_on }) => (
        <li key={deed_id}>
          <a href={to.deed({ deed_id })}>{words.evidence(ordinal)}</a>
          {state &&
            state !== 'under-way' &&
            state !== 'replaced' &&
            ` · ${words.last_report(words.results[state].toLowerCase(), sayDay(happened_on!, lang))}`}
        </li>
      ))}
    </ul>
  )
}

type TextProps = { lang: Language; deeds: readonly Deed[]; scheme: SchemeInForce; fields: Fields }

/** The self-review as it will be read. */
export function SelfReviewText({ lang, deeds, scheme, fields }: TextProps) {
  const words = review_words[lang]
  const { strengths, shortcomings, rating } = overallIn(fields)
  const rated = ratingFrom(scheme, rating)
  return (
    <dl class="facts">
      {deeds.flatMap(({ deed_id, what }) => {
        const { result, said } = deedIn(fields, deed_id)
        return [
          <dt key={deed_id} lang="vi">
            {what}
          </dt>,
          <dd key={`${deed_id} said`}>
            {result ? words.results[result] : '–'}
            {said && <span lang="vi">. {said}</span>}
          </dd>,
        ]
      })}
      <dt>{words.strengths}</dt>
      <dd lang="vi">{strengths || '–'}</dd>
      <dt>{words.shortcomings}</dt>
      <dd lang="vi">{shortcomings || '–'}</dd>
      <dt>{words.own}</dt>
      <dd>{rated ? sayRating(lang, scheme.levels, rated.rating_level_id, rated.points) : '–'}</dd>
    </dl>
  )
}
