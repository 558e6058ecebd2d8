import { lookUp } from '../../../basis/shared/look-up.ts'
import { type FieldError, FormFields, FormPage, Frame, type StaffPageProps, Table, type Typed } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { quorumOf } from '../cap.ts'
import { meeting_form } from '../forms.ts'
import type { Meeting } from '../reads/find-meeting.ts'
import type { RoundPlace } from '../reads/find-round.ts'
import type { ReviewGroup } from '../reads/list-groups.ts'
import type { Reviewed } from '../reads/list-reviewed.ts'
import type { ReviewPaper } from '../reads/papers.ts'
import { ratingField, votesField } from '../verbs/record-meeting.ts'
import { review_words } from '../words.ts'
import { HeadedUnit } from './headed.tsx'
import { placesOf } from './headroom.tsx'
import { RatingField } from './rating-field.tsx'
import { sayRating, sayRound } from './say-round.ts'
import { SignedPapers } from './signed-papers.tsx'

type MeetingProps = StaffPageProps & {
  place: RoundPlace
  groups: readonly ReviewGroup[]
  /** Those whom the collective can still rate, and how many the round reviews in the cell. */
  people: readonly Reviewed[]
  members: number
  typed: Typed
  field_errors?: FieldError[]
}

/** A cell's meeting in one sitting: who was there, then each with votes and rating, in rows. */
export function MeetingPage({ place, groups, people, members, typed, field_errors = [], ...staff_page }: MeetingProps) {
  const { lang, to } = staff_page.view
  const words = review_words[lang]
  const { unit, found, round, scheme } = place
  const at = { unit, review_round_id: round.review_round_id }
  const [group] = groups
  const is_over = people.length === 0
  const places = group && scheme.cap_share !== null ? placesOf(scheme, group) : null
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.meeting_title(found.name)}
      crumb={sayRound(lang, round)}
      lead={is_over ? words.nobody_to_rate : words.meeting_lead(members, quorumOf(scheme.quorum, members))}
      before={
        !is_over && (
          <>
            {places && <p class="hint">{words.meeting_cap(places.most, places.left)}</p>}
            {scheme.heads_within_unit && people.some(({ headed_unit }) => headed_unit !== null) && <p class="hint">{words.heads_bound}</p>}
          </>
        )
      }
      here={t => t.review_meeting(at)}
      button={words.meeting_button}
      cancel={{ href: to.review_round(at), label: words.back }}
    >
      {!is_over && (
        <>
          <FormFields form={meeting_form} {...{ lang, typed, field_errors }} />
          <Table
            {...{ lang }}
            rows={people}
            keyOf={({ review_subject_id }) => review_subject_id}
            at_first={people.length}
            columns={[
              {
                head: words.person,
                cell: one => (
                  <>
                    {one.full_name}
                    <HeadedUnit {...{ lang, scheme, one }} />
                  </>
                ),
              },
              { head: words.own, cell: one => sayRating(lang, scheme.levels, one.own_level, one.own_points) },
              {
                head: scheme.by_points ? words.points_head : words.rating_head,
                cell: one => (
                  <RatingField
                    {...{ lang, scheme, typed, field_errors }}
                    name={ratingField(one.review_subject_id)}
                    label={words.rating_of(one.full_name)}
                    before={proposalBefore(one)}
                  />
                ),
              },
              { head: words.votes_head, cell: one => <Votes {...{ lang, typed, field_errors, one }} /> },
            ]}
          />
        </>
      )}
    </FormPage>
  )
}

/** What the meeting proposed before, or else what the person has said of themself. */
function proposalBefore(one: Reviewed): [level: number | null, points: number | null] {
  return one.proposed_level === null ? [one.own_level, one.own_points] : [one.proposed_level, one.proposed_points]
}

function Votes({ lang, typed, field_errors, one }: { lang: Language; typed: Typed; field_errors: FieldError[]; one: Reviewed }) {
  const name = votesField(one.review_subject_id)
  return (
    <input
      type="text"
      inputMode="numeric"
      size={4}
      autocomplete="off"
      {...{ id: name, name }}
      value={lookUp(typed, name) ?? String(one.votes ?? '')}
      aria-label={review_words[lang].votes_of(one.full_name)}
      aria-invalid={field_errors.some(({ field }) => field === name) || undefined}
    />
  )
}

type MinutesProps = StaffPageProps & {
  place: RoundPlace
  above: string
  meeting: Meeting | null
  people: readonly Reviewed[]
  papers: readonly ReviewPaper[]
  field_errors?: FieldError[]
  told?: string
}

/** The minutes on paper, as the Party's papers are laid out (36-HD/VPTW): two heads, the title, the table, two hands. */
export function MinutesPage({ place, above, meeting, people, papers, field_errors = [], told, ...staff_page }: MinutesProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = review_words[lang]
  const { unit, found, round } = place
  const at = { unit, review_round_id: round.review_round_id }
  return (
    <Frame {...staff_page} {...{ field_errors, told }} title={words.minutes} crumb={found.name} here={t => t.review_minutes(at)}>
      {meeting ? <Minutes {...{ lang, place, above, meeting, people }} /> : <p>{words.no_meeting}</p>}
      {meeting && <p class="no-print hint">{words.print_a4}</p>}
      {meeting && <SignedPapers {...{ view, at, papers, field_errors }} may_keep={place.may('record')} />}
      <p class="no-print">
        <a href={to.review_round(at)}>{words.back}</a>
      </p>
    </Frame>
  )
}

type ProposalsProps = Pick<PaperProps, 'lang' | 'meeting' | 'people'> & Pick<RoundPlace, 'scheme'>

/** A line each, so that thirty fit on two sheets: points stand for themselves, the level only where it is proposed. */
function Proposals({ lang, scheme: { by_points, levels }, meeting, people }: ProposalsProps) {
  const words = review_words[lang]
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{words.nth}</th>
          <th scope="col">{words.full_name}</th>
          <th scope="col">{words.own}</th>
          {by_points && <th scope="col">{words.points_head}</th>}
          <th scope="col">{words.proposal}</th>
          <th scope="col">{words.votes_head}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((one, i) => (
          <tr key={one.review_subject_id}>
            <td>{i + 1}</td>
            <th scope="row">{one.full_name}</th>
            <td>{by_points ? one.own_points : sayRating(lang, levels, one.own_level, null)}</td>
            {by_points && <td>{one.proposed_points}</td>}
            <td>{sayRating(lang, levels, one.proposed_level, null)}</td>
            <td>{one.votes === null ? '' : `${one.votes}/${meeting.present}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type PaperProps = { lang: Language; place: RoundPlace; above: string; meeting: Meeting; people: readonly Reviewed[] }

function Minutes({ lang, place: { found, round, scheme }, above, meeting, people }: PaperProps) {
  const words = review_words[lang]
  const [year = '', month = '', day = ''] = meeting.held_on.split('-')
  return (
    <div class="minutes">
      <div class="heads">
        <p>
          {above.toUpperCase()}
          <br />
          <strong>{found.name.toUpperCase()}</strong>
        </p>
        <p>
          <strong>{words.party}</strong>
          <br />
          <em>{words.date_line(day, month, year)}</em>
        </p>
      </div>
      <h2>{words.minutes_title}</h2>
      <p class="about">{words.minutes_about(sayRound(lang, round))}</p>
      <p>{words.minutes_facts(meeting.members, meeting.present)}</p>
      <p>
        {words.chair}: {meeting.chair}. {words.clerk}: {meeting.clerk}.
      </p>
      {meeting.said && (
        <p>
          {words.minutes_said}: {meeting.said}
        </p>
      )}
      <Proposals {...{ lang, scheme, meeting, people }} />
      <div class="heads hands">
        {[
          [words.clerk, meeting.clerk],
          [words.chair, meeting.chair],
        ].map(([what, name]) => (
          <p key={what}>
            <strong>{what!.toUpperCase()}</strong>
            <br />
            <em>{words.sign}</em>
            <span>{name}</span>
          </p>
        ))}
      </div>
    </div>
  )
}
