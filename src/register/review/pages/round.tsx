import { randomUUID } from 'node:crypto'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, Frame, type StaffPageProps, Table } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import type { RoundPlace } from '../reads/find-round.ts'
import type { ReviewGroup } from '../reads/list-groups.ts'
import type { RatedUnit } from '../reads/list-rated-units.ts'
import type { ReviewBranch } from '../reads/list-review-branches.ts'
import type { Reviewed } from '../reads/list-reviewed.ts'
import { ratingField } from '../verbs/record-meeting.ts'
import { review_words } from '../words.ts'
import { barsOf, Distribution } from './distribution.tsx'
import { HeadedUnit } from './headed.tsx'
import { Headroom } from './headroom.tsx'
import { RatedUnits } from './rated-units.tsx'
import { RatingField } from './rating-field.tsx'
import { sayRating, sayRound } from './say-round.ts'

type RoundProps = StaffPageProps & {
  place: RoundPlace
  branches: readonly ReviewBranch[]
  groups: readonly ReviewGroup[]
  /** By name; null where they are too many for one page. */
  people: readonly Reviewed[] | null
  /** Those whom who asks may appraise now, and for whom they may decide. */
  to_appraise: readonly Reviewed[]
  to_decide: readonly Reviewed[]
  /** The collectives, and whether who asks decides about them. */
  units: readonly (RatedUnit & { may_rate: boolean })[]
  has_meeting: boolean
  typed: Record<string, string>
  field_errors?: FieldError[]
  told?: string
}

/** A round in a unit: how far it is, the one thing to do, the places at the highest level, then who. */
export function RoundPage(props: RoundProps) {
  const { place, branches, groups, people, to_appraise, to_decide, units, has_meeting, typed, field_errors, told, ...staff_page } = props
  const { view } = staff_page
  const { lang, to } = view
  const words = review_words[lang]
  const { unit, found, round, scheme } = place
  const at = { unit, review_round_id: round.review_round_id }
  const is_cell = found.unit_kind === 'cell'
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={round.due === 0 ? words.nobody_to_review : words.under_n(round.due - round.rated)}
      crumb={`${found.name} · ${sayRound(lang, round)}`}
      here={t => t.review_round(at)}
      has_workbook
    >
      <p class="hint">
        {words.progress}: {words.self_n} {round.self_reviewed}/{round.due} · {words.proposed_n} {round.proposed}/{round.due} ·{' '}
        {words.appraised_n} {round.appraised}/{round.due} · {words.rated_n} {round.rated}/{round.due}
      </p>
      <p class="actions">
        {is_cell && place.may('record') && round.appraised < round.due && (
          <a class="button" href={to.review_meeting(at)}>
            {words.meeting}
          </a>
        )}
        {has_meeting && <a href={to.review_minutes(at)}>{words.minutes}</a>}
        <a href={to.reviews_under({ unit })}>{words.all_rounds}</a>
      </p>
      {to_appraise.length > 0 && <Rate {...{ view, place, typed, field_errors }} act="appraise" people={to_appraise} />}
      {units.length > 0 && <RatedUnits {...{ view, place, units, typed, field_errors }} />}
      {to_decide.length > 0 && <Rate {...{ view, place, typed, field_errors }} act="decide" people={to_decide} />}
      <Headroom {...{ lang, scheme, groups }} />
      {round.rated > 0 && <Distribution {...{ lang }} bars={barsOf(lang, scheme, groups)} />}
      {!is_cell && branches.length > 0 && <Branches {...{ view, at, branches }} />}
      {people ? <People {...{ view, place, people }} /> : <p class="hint">{words.too_many}</p>}
    </Frame>
  )
}

type BranchProps = { view: ViewContext; at: { unit: string; review_round_id: number }; branches: readonly ReviewBranch[] }

function Branches({ view: { lang, to }, at, branches }: BranchProps) {
  const words = review_words[lang]
  return (
    <>
      <h2>{words.by_branch}</h2>
      <Table
        {...{ lang }}
        name="don-vi"
        rows={branches}
        keyOf={({ key }) => key}
        columns={[
          {
            head: words.unit,
            cell: ({ key, name }) =>
              key === at.unit ? sayName(name, lang) : <a href={to.review_round({ ...at, unit: key })}>{sayName(name, lang)}</a>,
          },
          { head: words.due_n, class: 'n', cell: ({ due }) => due },
          { head: words.proposed_n, class: 'n', cell: ({ proposed }) => proposed },
          { head: words.rated_n, class: 'n', cell: ({ rated }) => rated },
        ]}
      />
    </>
  )
}

function People({ view: { lang, to }, place, people }: { view: ViewContext; place: RoundPlace; people: readonly Reviewed[] }) {
  const words = review_words[lang]
  const { unit, round, scheme } = place
  const rating = (level: number | null, points: number | null) => sayRating(lang, scheme.levels, level, points)
  return (
    <>
      <h2>{words.list}</h2>
      <Table
        {...{ lang }}
        name="nguoi"
        rows={people}
        keyOf={({ review_subject_id }) => review_subject_id}
        columns={[
          {
            head: words.person,
            cell: one => (
              <>
                {one.own_level === null ? (
                  one.full_name
                ) : (
                  <a
                    href={to.review_reading({ unit, review_round_id: round.review_round_id, review_subject_id: one.review_subject_id })}
                    aria-label={words.read_of(one.full_name)}
                  >
                    {one.full_name}
                  </a>
                )}
                <br />
                <span class="hint">
                  {sayName(one.unit_name, lang)} · {words.states[one.state ?? 'none']}
                </span>
              </>
            ),
          },
          { head: words.own, cell: one => rating(one.own_level, one.own_points) },
          { head: words.proposal, cell: one => rating(one.proposed_level, one.proposed_points) },
          { head: words.decision, cell: one => rating(one.decided_level, one.decided_points) },
        ]}
      />
    </>
  )
}

type RateProps = {
  view: ViewContext
  place: RoundPlace
  act: 'appraise' | 'decide'
  people: readonly Reviewed[]
  typed: Record<string, string>
  field_errors?: FieldError[]
}

/** One press for all who wait: the rating of the stage before is chosen already. */
function Rate({ view: { lang, to }, place, act, people, typed, field_errors = [] }: RateProps) {
  const words = review_words[lang]
  const { unit, round, scheme } = place
  const at = { unit, review_round_id: round.review_round_id }
  const [title, lead, button, action] =
    act === 'appraise'
      ? [words.appraise, words.appraise_lead, words.appraise_button(people.length), to.review_appraise(at)]
      : [words.decide, words.decide_lead, words.decide_button(people.length), to.review_decide(at)]
  return (
    <section>
      <h2>{title}</h2>
      <p class="hint">{lead}</p>
      <form method="post" action={action}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        <Table
          {...{ lang }}
          name={act}
          rows={people}
          keyOf={({ review_subject_id }) => review_subject_id}
          at_first={people.length}
          columns={[
            {
              head: words.person,
              cell: one => (
                <>
                  {one.full_name}
                  <br />
                  <span class="hint">
                    {sayName(one.unit_name, lang)}
                    {one.complaint && ` · ${words.complaint(one.complaint)}`}
                  </span>
                  <HeadedUnit {...{ lang, scheme, one }} />
                </>
              ),
            },
            { head: words.own, cell: one => sayRating(lang, scheme.levels, one.own_level, one.own_points) },
            {
              head: act === 'appraise' ? words.proposal : words.appraisal,
              cell: one => sayRating(lang, scheme.levels, ...stageBefore(act, one)),
            },
            {
              head: words.rating_head,
              cell: one => (
                <RatingField
                  {...{ lang, scheme, typed, field_errors }}
                  name={ratingField(one.review_subject_id)}
                  label={words.rating_of(one.full_name)}
                  before={stageBefore(act, one)}
                />
              ),
            },
          ]}
        />
        <div class="actions">
          <button type="submit">{button}</button>
        </div>
      </form>
    </section>
  )
}

/** What the stage before said: of a complaint, what was decided. */
function stageBefore(act: 'appraise' | 'decide', one: Reviewed): [level: number | null, points: number | null] {
  if (act === 'appraise')
    return one.appraised_level === null ? [one.proposed_level, one.proposed_points] : [one.appraised_level, one.appraised_points]
  return one.decided_level === null ? [one.appraised_level, one.appraised_points] : [one.decided_level, one.decided_points]
}
