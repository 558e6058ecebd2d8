import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../../basis/shared/dates.ts'
import { sayName } from '../../../../basis/shared/names-in-english.ts'
import { type FieldError, Frame, type StaffPageProps, Table } from '../../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../../platform/web/index.ts'
import { sayPlace } from '../../../../register/organisation/index.ts'
import { percentOf } from '../../carry/share-field.ts'
import { type DraftedPart, type DraftedUnit, isOfList } from '../drafted.ts'
import type { MergerDraft } from '../drafts.ts'
import { wizard_words } from '../wizard-words.ts'

type DraftProps = StaffPageProps & { draft: MergerDraft; told?: string; field_errors: FieldError[] }

/** A merger as far as it is written: the instrument, its units, and what comes next. */
export function DraftPage({ draft, told, field_errors, ...staff_page }: DraftProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = wizard_words[lang]
  const { merger_draft_id, version, drafted } = draft
  const { instrument, effective_on, units, others } = drafted
  const address = { merger_draft_id }
  return (
    <Frame
      {...staff_page}
      {...{ told, field_errors }}
      title={`${words.draft}: ${instrument.title}`}
      crumb={words.begin}
      here={t => t.merger_draft(address)}
    >
      <p>
        <span lang="vi">{words.instrument(instrument.number, instrument.issuer, sayDay(instrument.signed_on, lang))}</span>{' '}
        {words.from(sayDay(effective_on, lang))} <a href={to.merger_resolution(address)}>{words.change}</a>
      </p>
      <p class="hint">{drafted.rule ? words.rules[drafted.rule] : words.no_rule}</p>
      <section>
        <h2>{words.units_n(units.length)}</h2>
        {units.length === 0 ? <p>{words.no_units}</p> : <Units {...{ view, merger_draft_id, units }} />}
        <p class="actions">
          <a href={to.merger_unit({ ...address, place: 'moi' })} class="button">
            {words.add_unit}
          </a>
          <a href={to.merger_others(address)}>{words.others_n(others.length)}</a>
          {isOfList(drafted) && <a href={to.merger_from_list(address)}>{words.from_list}</a>}
        </p>
      </section>
      {units.length + others.length > 0 && (
        <p class="actions">
          <a href={to.merger_preview(address)} class="button">
            {words.preview}
          </a>
        </p>
      )}
      <form method="post" action={to.merger_draft(address)}>
        <HiddenFields
          fields={[
            ['version', String(version)],
            ['key', randomUUID()],
          ]}
        />
        <p class="actions">
          <button type="submit" class="quiet">
            {words.drop}
          </button>
        </p>
      </form>
    </Frame>
  )
}

type UnitsProps = { view: ViewContext; merger_draft_id: number; units: DraftedUnit[] }

function Units({ view: { lang, to }, merger_draft_id, units }: UnitsProps) {
  const words = wizard_words[lang]
  const rows = units.map((unit, i) => ({ unit, place: String(i) }))
  return (
    <Table
      lang={lang}
      rows={rows}
      keyOf={({ place }) => place}
      columns={[
        {
          head: words.columns.unit,
          cell: ({ unit, place }) => (
            <>
              <a href={to.merger_unit({ merger_draft_id, place })}>{sayPlace(unit, lang)}</a>
              {unit.stands && <span class="tag">{words.stands}</span>}
            </>
          ),
        },
        { head: words.columns.parts, cell: ({ unit }) => <Parts lang={lang} parts={unit.parts} /> },
        { head: words.columns.parent, cell: ({ unit }) => (unit.parent_name ? sayName(unit.parent_name, lang) : '') },
      ]}
    />
  )
}

function Parts({ lang, parts }: { lang: 'vi' | 'en'; parts: DraftedPart[] }) {
  const words = wizard_words[lang]
  return (
    <>
      {parts.map(({ unit, name, extent, population_share, area_share }) => (
        <div key={unit}>
          {sayName(name, lang)}
          {extent !== 'whole' &&
            ` (${words.part(percentOf(population_share), percentOf(area_share))}${extent === 'goes-on' ? `; ${words.goes_on}` : ''})`}
        </div>
      ))}
    </>
  )
}
