import { sayDay } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, FormPage, Frame, type StaffPageProps, Table, type Typed } from '../../../platform/staff/index.ts'
import type { SchemeInForce } from '../../programme/index.ts'
import { opening_form } from '../forms.ts'
import type { ReviewPlace } from '../reads/find-round.ts'
import { review_words } from '../words.ts'
import { sayRound } from './say-round.ts'

type UnderProps = StaffPageProps & { place: ReviewPlace; told?: string }

/** The rounds of a unit, the latest first, and how far each is. */
export function ReviewsUnderPage({ place, told, ...staff_page }: UnderProps) {
  const { lang, to } = staff_page.view
  const words = review_words[lang]
  const { unit, found, rounds } = place
  return (
    <Frame
      {...staff_page}
      title={words.under}
      crumb={found.name}
      here={t => t.reviews_under({ unit })}
      told={told}
      has_workbook={rounds.length > 0}
    >
      {rounds.length === 0 ? (
        <p>{words.no_rounds}</p>
      ) : (
        <Table
          {...{ lang }}
          rows={rounds}
          keyOf={({ review_round_id }) => review_round_id}
          columns={[
            {
              head: words.under,
              cell: round => (
                <>
                  <a href={to.review_round({ unit, review_round_id: round.review_round_id })}>{sayRound(lang, round)}</a>
                  <br />
                  <span class="hint">
                    {words.opened_at(sayName(round.opened_at, lang))} · {words.due(sayDay(round.due_on, lang))}
                  </span>
                </>
              ),
            },
            { head: words.due_n, class: 'n', cell: ({ due }) => due },
            { head: words.proposed_n, class: 'n', cell: ({ proposed }) => proposed },
            { head: words.rated_n, class: 'n', cell: ({ rated }) => rated },
          ]}
        />
      )}
      {place.may('open') && (
        <p class="actions">
          <a class={rounds.length === 0 ? 'button' : 'button quiet'} href={to.review_open({ unit })}>
            {words.open}
          </a>
        </p>
      )}
    </Frame>
  )
}

type OpenProps = StaffPageProps & { place: ReviewPlace; typed: Typed; field_errors?: FieldError[] }

/** A round to be opened. */
export function OpenRoundPage({ place, typed, field_errors, ...staff_page }: OpenProps) {
  const { lang, to } = staff_page.view
  const words = review_words[lang]
  const { unit, found, schemes } = place
  const is_any = schemes.some(({ is_in_force }) => is_in_force)
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.open}
      crumb={found.name}
      lead={is_any ? words.open_lead : words.no_scheme}
      here={t => t.review_open({ unit })}
      button={words.open_button}
      cancel={{ href: to.reviews_under({ unit }), label: words.all_rounds }}
    >
      {is_any && (
        <FormFields
          form={opening_form}
          {...{ lang, typed, field_errors }}
          options={{ scheme: schemes.map(one => schemeOption(lang, one)) }}
        />
      )}
    </FormPage>
  )
}

function schemeOption(lang: 'vi' | 'en', { rating_scheme_id, number, since, is_in_force }: SchemeInForce) {
  const words = review_words[lang]
  const said = words.scheme(number, sayDay(since, lang))
  return { value: String(rating_scheme_id), label: is_in_force ? said : `${said}, ${words.not_in_force}` }
}
