import { randomUUID } from 'node:crypto'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type Column, type FieldError, Table } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language, type ViewContext } from '../../../platform/web/index.ts'
import type { RoundPlace } from '../reads/find-round.ts'
import type { RatedUnit } from '../reads/list-rated-units.ts'
import { unitField } from '../verbs/rate-units.ts'
import { review_words } from '../words.ts'
import { RatingField } from './rating-field.tsx'
import { sayRating } from './say-round.ts'

type Props = {
  view: ViewContext
  place: RoundPlace
  units: readonly (RatedUnit & { may_rate: boolean })[]
  typed: Record<string, string>
  field_errors?: FieldError[]
}

/** The collectives of a round and how they are rated; whoever decides about some has their fields beside them. */
export function RatedUnits({ view, place, units, typed, field_errors = [] }: Props) {
  const { lang, to } = view
  const words = review_words[lang]
  const { unit, round, scheme } = place
  const is_form = units.some(({ may_rate }) => may_rate)
  const name = 'tap-the'
  const columns = columnsOf(lang, scheme)
  const asked: Column<Props['units'][number]> = {
    head: scheme.by_points ? words.points_head : words.decision,
    cell: ({ may_rate, ...one }) =>
      may_rate && (
        <RatingField
          {...{ lang, scheme, typed, field_errors }}
          name={unitField(one.unit_id)}
          label={words.unit_rating_of(one.name)}
          before={[one.rating_level_id, one.points]}
        />
      ),
  }
  const keyOf = ({ unit_id }: RatedUnit) => unit_id
  return (
    <section>
      <h2>{words.units}</h2>
      {scheme.heads_within_unit && <p class="hint">{words.heads_bound}</p>}
      {is_form ? (
        <form method="post" action={to.review_units({ unit, review_round_id: round.review_round_id })}>
          <p class="hint">{words.units_lead}</p>
          <HiddenFields fields={[['key', randomUUID()]]} />
          <Table {...{ lang, name, keyOf }} rows={units} at_first={units.length} columns={[...columns, asked]} />
          <div class="actions">
            <button type="submit" class="quiet">
              {words.units_button}
            </button>
          </div>
        </form>
      ) : (
        <Table {...{ lang, name, keyOf, columns }} rows={units} />
      )}
    </section>
  )
}

function columnsOf(lang: Language, { levels }: RoundPlace['scheme']): Column<RatedUnit>[] {
  const words = review_words[lang]
  return [
    {
      head: words.collective,
      cell: ({ name, head_name }) => (
        <>
          {sayName(name, lang)}
          {head_name && (
            <>
              <br />
              <span class="hint">{words.headed_by(head_name)}</span>
            </>
          )}
        </>
      ),
    },
    { head: words.unit_level, cell: one => sayRating(lang, levels, one.rating_level_id, one.points) || words.unit_unrated },
  ]
}
