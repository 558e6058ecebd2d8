import { sayDay } from '../../../../basis/shared/dates.ts'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import { sayName } from '../../../../basis/shared/names-in-english.ts'
import {
  type FieldError,
  FormFields,
  FormPage,
  Frame,
  SearchForm,
  Select,
  ShownOf,
  type StaffPageProps,
  Table,
  type Typed,
} from '../../../../platform/staff/index.ts'
import type { Language, ViewContext } from '../../../../platform/web/index.ts'
import { sayPlace } from '../../say-place.ts'
import type { InstrumentFile } from '../find-files.ts'
import type { InstrumentRow } from '../find-instruments.ts'
import { citing_words, instrument_kinds, instrument_words } from '../instrument-words.ts'
import { record_form } from '../record-form.ts'
import { Files } from './files.tsx'

type InstrumentsProps = StaffPageProps & { found: InstrumentRow[]; words: string; kind: string; may_record: boolean }

/** The instruments of the register, searched. */
export function InstrumentsPage({ found, words: asked, kind, may_record, ...staff_page }: InstrumentsProps) {
  const { lang, to } = staff_page.view
  const words = instrument_words[lang]
  const total = found[0]?.total ?? 0
  const kinds = Object.entries(instrument_kinds).map(([value, said]) => ({ value, label: said[lang] }))
  return (
    <Frame {...staff_page} title={words.found_n(total)} here={t => t.instruments({ words: asked, kind })} has_workbook={total > 0}>
      <p>{words.lead}</p>
      <SearchForm
        {...{ asked }}
        view={staff_page.view}
        action={to.instruments()}
        name="tim"
        label={words.find_label}
        hint={words.find_hint}
        button={words.find}
        clear={(asked || kind) && words.clear}
        actions={
          may_record && (
            <a class="button" href={to.instrument_record()}>
              {words.record}
            </a>
          )
        }
      >
        <Select lang={lang} name="loai" label={words.kind} empty={words.all_kinds} options={kinds} value={kind} />
      </SearchForm>
      {found.length > 0 && <Found {...{ view: staff_page.view, found }} />}
      <ShownOf {...{ lang, n: found.length, of: total }} />
    </Frame>
  )
}

function Found({ view: { lang, to }, found }: { view: ViewContext; found: InstrumentRow[] }) {
  const words = instrument_words[lang]
  return (
    <div class="scroll">
      <Table
        lang={lang}
        rows={found}
        keyOf={({ instrument_id }) => instrument_id}
        columns={[
          { head: words.number, cell: ({ instrument_id, number }) => <a href={to.instrument({ instrument_id })}>{number}</a> },
          { head: words.subject, cell: ({ title }) => title && <span lang="vi">{title}</span> },
          { head: words.issuer, cell: ({ issuer }) => sayName(issuer, lang) },
          { head: words.signed_on, cell: ({ signed_on }) => sayDay(signed_on, lang) },
        ]}
      />
    </div>
  )
}

type InstrumentProps = StaffPageProps & {
  instrument: InstrumentRow
  citations: { in_table: string; n: number }[]
  units: { key: string; name: string; unit_kind: string }[]
  files: InstrumentFile[]
  may_record: boolean
  field_errors: FieldError[]
  told?: string
}

/** One instrument, its text, and what cites it. */
export function InstrumentPage({ instrument, citations, units, files, may_record, field_errors, told, ...staff_page }: InstrumentProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = instrument_words[lang]
  const { instrument_id, number, title } = instrument
  return (
    <Frame {...staff_page} {...{ told, field_errors }} title={number} here={t => t.instrument({ instrument_id })}>
      <p lang="vi">
        <strong>{title}</strong>
      </p>
      <Facts {...{ lang, instrument }} />
      <Files {...{ view, instrument_id, files, may_record, field_errors }} />
      <h2>{words.cited}</h2>
      {citations.length === 0 && <p>{words.cited_by_none}</p>}
      {citations.length > 0 && (
        <dl class="facts">
          {citations.flatMap(({ in_table, n }) => [
            <dt key={in_table}>{lookUp(citing_words, in_table)?.[lang] ?? words.cited_elsewhere}</dt>,
            <dd key={`${in_table} n`}>{n}</dd>,
          ])}
        </dl>
      )}
      {units.length > 0 && <h2>{words.units}</h2>}
      {units.length > 0 && (
        <ul class="people in-columns">
          {units.map(unit => (
            <li key={unit.key}>
              <a href={to.unit({ unit: unit.key })}>{sayPlace(unit, lang)}</a>
            </li>
          ))}
        </ul>
      )}
      <p class="actions">
        <a href={to.instruments()}>{words.back}</a>
      </p>
    </Frame>
  )
}

function Facts({ lang, instrument }: { lang: Language; instrument: InstrumentRow }) {
  const words = instrument_words[lang]
  const { kind, issuer, signed_on, effective_on, published_on, note } = instrument
  const facts: [string, string | null][] = [
    [words.kind, lookUp(instrument_kinds, kind)?.[lang] ?? kind],
    [words.issuer, sayName(issuer, lang)],
    [words.signed_on, sayDay(signed_on, lang)],
    [words.effective_on, effective_on && sayDay(effective_on, lang)],
    [words.published_on, published_on && sayDay(published_on, lang)],
    [words.note, note],
  ]
  return (
    <dl class="facts">
      {facts.flatMap(([label, said]) => (said ? [<dt key={label}>{label}</dt>, <dd key={`${label} said`}>{said}</dd>] : []))}
    </dl>
  )
}

export function RecordPage({ typed, field_errors, ...staff_page }: StaffPageProps & { typed: Typed; field_errors: FieldError[] }) {
  const { lang, to } = staff_page.view
  const words = instrument_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.record}
      crumb={words.title}
      here={t => t.instrument_record()}
      lead={words.record_lead}
      button={words.record}
      cancel={{ href: to.instruments(), label: words.back }}
    >
      <FormFields form={record_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}
