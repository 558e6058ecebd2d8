import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, Frame, type Option, type StaffPageProps, Table, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { file_form, value_form } from '../forms.ts'
import type { Delivery } from '../reads/list-deliveries.ts'
import type { Series } from '../reads/list-series.ts'
import { indicator_words, sayValueOf } from '../words.ts'

export type Office = { unit: string; unit_id: number; name: string }

type IndicatorsProps = StaffPageProps & {
  office: Office
  series: Series[]
  deliveries: Delivery[]
  options: readonly Option[]
  /** Whether any unit of the office works in a place: values are of places. */
  has_places: boolean
  typed: Typed
  field_errors?: FieldError[]
  told?: string
}

/** The monthly series of an office: what was sent, what is missing, and the two ways to send more. */
export function IndicatorsPage(props: IndicatorsProps) {
  const { office, series, deliveries, options, has_places, typed, field_errors, told, ...staff_page } = props
  const { view } = staff_page
  const { lang, to } = view
  const words = indicator_words[lang]
  const { unit, name } = office
  return (
    <Frame
      {...staff_page}
      {...{ field_errors, told }}
      title={words.title}
      crumb={name}
      here={t => t.indicators({ unit })}
      has_workbook={series.length > 0}
    >
      <p>{words.lead}</p>
      {!has_places && <p class="note">{words.no_places(name)}</p>}
      {has_places && (
        <>
          <section>
            <h2>{words.series}</h2>
            {series.length === 0 ? <p>{words.no_series}</p> : <SeriesTable {...{ view, series }} />}
          </section>
          <SendFile {...{ view, unit, field_errors }} />
          <TypeOne {...{ view, unit, options, typed, field_errors }} />
          <section>
            <h2>{words.by_system}</h2>
            <p>{words.by_system_lead}</p>
            <p class="actions">
              <a href={to.indicator_keys({ unit })}>{words.keys}</a>
            </p>
          </section>
        </>
      )}
      {(has_places || deliveries.length > 0) && (
        <section>
          <h2>{words.deliveries}</h2>
          {deliveries.length === 0 ? <p>{words.no_deliveries}</p> : <DeliveryTable {...{ lang, deliveries }} />}
        </section>
      )}
    </Frame>
  )
}

function SeriesTable({ view: { lang, to }, series }: { view: ViewContext; series: Series[] }) {
  const words = indicator_words[lang]
  return (
    <Table
      lang={lang}
      rows={series}
      keyOf={({ indicator, place }) => `${indicator} ${place}`}
      columns={[
        {
          head: words.indicator,
          cell: ({ name_vi, name_en, indicator, place }) => (
            <a href={to.figure({ figure: 'F22', asked: { kind: indicator, unit: place } })}>{lang === 'vi' ? name_vi : name_en}</a>
          ),
        },
        { head: words.place, cell: ({ place_name }) => sayName(place_name, lang) },
        { head: words.last, cell: row => sayValueOf(row, lang) },
        {
          head: words.missing,
          cell: ({ missing }) => (missing.length === 0 ? words.none_missing : <span class="tag is-wrong">{words.missing_n(missing)}</span>),
        },
      ]}
    />
  )
}

type SendProps = { view: ViewContext; unit: string; field_errors?: FieldError[] }

function SendFile({ view: { lang, to }, unit, field_errors }: SendProps) {
  const words = indicator_words[lang]
  return (
    <section>
      <h2>{words.send_file}</h2>
      <form method="post" action={to.indicator_file({ unit })} enctype="multipart/form-data">
        <HiddenFields fields={[['key', randomUUID()]]} />
        <FormFields form={file_form} {...{ lang, field_errors }} typed={{}} />
        <p class="hint">{words.all_or_none}</p>
        <div class="actions">
          <button type="submit">{words.file_button}</button>
        </div>
      </form>
    </section>
  )
}

function TypeOne({ view: { lang, to }, unit, options, typed, field_errors }: SendProps & Pick<IndicatorsProps, 'options' | 'typed'>) {
  const words = indicator_words[lang]
  return (
    <section>
      <h2>{words.type_one}</h2>
      <form method="post" action={to.indicators({ unit })}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        <FormFields form={value_form} options={{ indicator: options }} {...{ lang, typed, field_errors }} />
        <div class="actions">
          <button type="submit">{words.type_button}</button>
        </div>
      </form>
    </section>
  )
}

function DeliveryTable({ lang, deliveries }: { lang: Language; deliveries: Delivery[] }) {
  const words = indicator_words[lang]
  return (
    <Table
      lang={lang}
      name="lan-gui"
      rows={deliveries}
      keyOf={({ indicator_delivery_id }) => indicator_delivery_id}
      columns={[
        { head: words.at, class: 'nowrap', cell: ({ received_at }) => sayInstant(received_at, lang) },
        {
          head: words.how,
          cell: ({ way, file_name, by, key_name }) => (
            <>
              {words.ways[way]}
              <br />
              <span class="hint">{[file_name ?? key_name, by].filter(Boolean).join(' · ')}</span>
            </>
          ),
        },
        { head: words.n, class: 'n', cell: ({ n }) => String(n) },
      ]}
    />
  )
}
