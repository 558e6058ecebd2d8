import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayName, sayUnit } from '../../../basis/shared/names-in-english.ts'
import {
  Area,
  Choices,
  type Complaint,
  DayField,
  type Desk,
  Field,
  FormPage,
  Frame,
  Select,
  ShownOf,
} from '../../../platform/staff/index.ts'
import { HiddenFields, type Href, type Language, type Reading } from '../../../platform/web/index.ts'
import { type DueRow, most_due } from '../reads/list-due.ts'
import type { ExemptRow } from '../reads/list-exempt.ts'
import type { PlanRow } from '../reads/list-plans.ts'
import { programme_words } from '../words.ts'

export type Typed = Record<string, string>
type Props = Desk & { unit: string; name: string; typed: Typed; complaints?: Complaint[] }

const call_days = ['opens_on', 'due_on', 'closes_on', 'joins_until'] as const

function InstrumentFields({ lang, typed, complaints }: { lang: Language; typed: Typed; complaints?: Complaint[] }) {
  const words = programme_words[lang]
  const text = { lang, complaints, autocomplete: 'off', maxLength: 300 }
  return (
    <>
      <Field {...text} name="number" label={words.number} value={typed.number} />
      <Field {...text} name="issuer" label={words.issuer} value={typed.issuer} />
      <Field {...text} name="title" label={words.title} value={typed.title} />
      <DayField {...{ lang, typed, complaints }} name="signed_on" label={words.signed_on} hint={words.day_hint} />
    </>
  )
}

/** The call for commitments, before it is checked. */
export function IssuePage({ unit, name, typed, complaints, programmes, ...desk }: Props & { programmes: PlanRow[] }) {
  const { lang, to } = desk.reading
  const words = programme_words[lang]
  const few = { lang, complaints, autocomplete: 'off', inputMode: 'numeric', size: 6 } as const
  return (
    <FormPage
      {...desk}
      {...{ complaints }}
      title={words.issue_at(sayName(name, lang))}
      crumb={name}
      here={t => t.campaign_issue({ unit })}
      button={words.go_on}
      cancel={{ href: to.campaigns({ unit }), label: words.back }}
    >
      <Choices
        {...{ lang, complaints }}
        name="programme"
        label={words.programme}
        value={typed.programme}
        options={programmes.map(({ programme, name_vi, name_en }) => ({ value: programme, label: lang === 'vi' ? name_vi : name_en }))}
      />
      <Field {...few} name="year" label={words.year} hint={words.year_hint} value={typed.year} />
      <Field
        lang={lang}
        name="theme"
        label={words.theme}
        hint={words.theme_hint}
        value={typed.theme}
        complaints={complaints}
        autocomplete="off"
      />
      <DayField {...{ lang, typed, complaints }} name="opens_on" label={words.opens_on} hint={words.day_hint} />
      <DayField {...{ lang, typed, complaints }} name="due_on" label={words.due_on} />
      <DayField {...{ lang, typed, complaints }} name="closes_on" label={words.closes_on} hint={words.closes_hint} />
      <DayField {...{ lang, typed, complaints }} name="joins_until" label={words.joins_until} hint={words.joins_hint} />
      <Field {...few} name="deeds_least" label={words.deeds_least} value={typed.deeds_least} />
      <Field {...few} name="deeds_most" label={words.deeds_most} value={typed.deeds_most} />
      <Field {...few} name="form_version" label={words.form} hint={words.form_hint} value={typed.form_version} />
      <h2>{words.instrument}</h2>
      <InstrumentFields {...{ lang, typed, complaints }} />
    </FormPage>
  )
}

/** All that was answered, and what calling it does. The same form takes it back to be changed. */
type CheckProps = Omit<Props, 'complaints'> & {
  members: number
  cells: number
  /** What is unusual about it, in sentences: whoever calls says that they mean it. */
  doubts: string[]
  /** It was pressed without saying so. */
  is_refused: boolean
}

export function CheckPage({ unit, name, typed, members, cells, doubts, is_refused, ...desk }: CheckProps) {
  const { lang, to } = desk.reading
  const words = programme_words[lang]
  const labels: [string, string][] = [
    ['year', words.year],
    ['theme', words.theme],
    ...call_days.map(field => [field, words[field]] as [string, string]),
    ['deeds_least', words.deeds_least],
    ['deeds_most', words.deeds_most],
    ['form_version', words.form],
    ['number', words.number],
    ['issuer', words.issuer],
    ['title', words.title],
    ['signed_on', words.signed_on],
  ]
  const complaints = is_refused ? [{ field: 'biet', say: words.doubts_unread }] : []
  const fields = Object.entries(typed).filter(([field]) => !['key', 'chac', 'biet'].includes(field))
  return (
    <Frame
      {...{ ...desk, complaints }}
      title={words.check}
      crumb={words.issue_at(sayName(name, lang))}
      here={t => t.campaign_issue({ unit })}
    >
      <p>{members > 0 ? words.check_lead(members, cells) : words.nobody}</p>
      <dl class="facts">
        {labels.flatMap(([field, label]) => [
          <dt key={field}>{label}</dt>,
          <dd key={`${field} said`}>{sayDay(lookUp(typed, field) ?? '', lang) || words.joins_until_none}</dd>,
        ])}
      </dl>
      <form method="post" action={to.campaign_issue({ unit })}>
        <HiddenFields fields={[['key', randomUUID()], ...fields]} />
        {doubts.length > 0 && <Doubts {...{ lang, doubts, is_refused }} />}
        <div class="actions">
          {members > 0 && (
            <button type="submit" name="chac" value="1">
              {words.issue_button(members)}
            </button>
          )}
          <button type="submit" class="quiet" name="chac" value="sua">
            {words.change}
          </button>
        </div>
      </form>
    </Frame>
  )
}

/** What is unusual, and the mark without which it is not called. */
function Doubts({ lang, doubts, is_refused }: { lang: Language; doubts: string[]; is_refused: boolean }) {
  const words = programme_words[lang]
  return (
    <div class="notice">
      <p>
        <strong>{words.doubts}</strong>
      </p>
      <ul class="plain-list">
        {doubts.map(doubt => (
          <li key={doubt}>{doubt}</li>
        ))}
      </ul>
      <div class={is_refused ? 'is-wrong' : undefined}>
        <label class="mark">
          <input type="checkbox" id="biet" name="biet" value="1" /> {words.doubts_seen}
        </label>
      </div>
    </div>
  )
}

type OfCampaign = Props & { campaign: { campaign_id: number; year: number } }

function placeOf({ unit, campaign, reading }: OfCampaign) {
  const words = programme_words[reading.lang]
  return { of: { unit, campaign_id: campaign.campaign_id }, cancel: { href: reading.to.campaigns({ unit }), label: words.back } }
}

export function ExtendPage({ units, ...props }: OfCampaign & { units: { key: string; name: string }[] }) {
  const { unit, name, typed, complaints, campaign, ...desk } = props
  const { lang } = desk.reading
  const words = programme_words[lang]
  const { of, cancel } = placeOf(props)
  return (
    <FormPage
      {...desk}
      {...{ complaints, cancel }}
      title={words.extend_title(campaign.year)}
      crumb={name}
      here={t => t.campaign_extend(of)}
      lead={words.extend_lead}
      button={words.extend_button}
    >
      <Select
        {...{ lang, complaints }}
        name="unit"
        label={words.unit}
        value={typed.unit}
        empty={words.choose}
        options={units.map(({ key, name }) => ({ value: key, label: sayName(name, lang) }))}
      />
      <DayField {...{ lang, typed, complaints }} name="due_on" label={words.new_due} hint={words.day_hint} />
      <h2>{words.instrument_extend}</h2>
      <InstrumentFields {...{ lang, typed, complaints }} />
    </FormPage>
  )
}

export function FocusPage(props: OfCampaign) {
  const { unit, name, typed, complaints, campaign, ...desk } = props
  const { lang } = desk.reading
  const words = programme_words[lang]
  const { of, cancel } = placeOf(props)
  return (
    <FormPage
      {...desk}
      {...{ complaints, cancel }}
      title={words.focus_title(campaign.year)}
      crumb={name}
      here={t => t.campaign_focus(of)}
      lead={words.focus_lead}
      button={words.focus_button}
    >
      <Area {...{ lang, complaints }} name="focus" label={words.focus_label} value={typed.focus} rows={3} />
    </FormPage>
  )
}

type NoteProps = Desk & { unit: string; name: string; programmes: PlanRow[]; typed: Typed; complaints: Complaint[] }

/** What a level says beside the campaigns of a directive. */
export function NotePage({ unit, name, programmes, typed, complaints, ...desk }: NoteProps) {
  const { lang, to } = desk.reading
  const words = programme_words[lang]
  return (
    <FormPage
      {...desk}
      complaints={complaints}
      cancel={{ href: to.campaigns({ unit }), label: words.back }}
      title={words.note}
      crumb={name}
      here={t => t.campaign_note({ unit })}
      lead={words.note_lead}
      button={words.note_button}
    >
      <Choices
        {...{ lang, complaints }}
        name="programme"
        label={words.note_programme}
        value={typed.programme}
        options={programmes.map(({ programme, name_vi, name_en }) => ({ value: programme, label: lang === 'vi' ? name_vi : name_en }))}
      />
      <Area {...{ lang, complaints }} name="note" label={words.note_label} value={typed.note} rows={4} />
    </FormPage>
  )
}

/** Taking a campaign back: what becomes of whoever is due, and why. */
export function WithdrawPage(props: OfCampaign) {
  const { unit, name, typed, complaints, campaign, ...desk } = props
  const { lang } = desk.reading
  const words = programme_words[lang]
  const { of, cancel } = placeOf(props)
  return (
    <FormPage
      {...desk}
      {...{ complaints, cancel }}
      title={words.withdraw_title(campaign.year)}
      crumb={name}
      here={t => t.campaign_withdraw(of)}
      lead={words.withdraw_lead}
      button={words.withdraw_button(campaign.year)}
    >
      <Field
        {...{ lang, complaints }}
        name="reason"
        label={words.reason}
        hint={words.withdraw_hint}
        value={typed.reason}
        autocomplete="off"
      />
    </FormPage>
  )
}

/** `due` null: the unit is so large that a name is asked for first. */
type ExceptProps = OfCampaign & { due: DueRow[] | null; exempt: ExemptRow[]; asked: string; told?: string }

export function ExceptPage({ due, exempt, asked, told, ...props }: ExceptProps) {
  const { unit, name, typed, complaints, campaign, ...desk } = props
  const { lang, to } = desk.reading
  const words = programme_words[lang]
  const { of, cancel } = placeOf(props)
  const here = (t: Href) => t.campaign_except({ ...of, name: asked })
  const hint =
    due === null ? words.name_first : due.length === 0 ? words.none_found : due.length === most_due ? words.only_first(most_due) : undefined
  return (
    <FormPage
      {...desk}
      {...{ complaints, cancel, here, told }}
      has_workbook={exempt.length > 0}
      title={words.except_title(campaign.year)}
      crumb={name}
      lead={words.except_lead}
      button={words.except_button}
      before={
        <form method="get" action={to.campaign_except(of)}>
          <HiddenFields fields={to.carried} />
          <Field lang={lang} name="ten" label={words.find_name} hint={hint} value={asked} autocomplete="off" />
          <button type="submit" class="quiet">
            {words.find}
          </button>
        </form>
      }
      after={exempt.length > 0 && <Exempt {...{ reading: desk.reading, of, exempt }} />}
    >
      {due && due.length > 0 && (
        <>
          <Choices
            {...{ lang, complaints }}
            name="obligation_id"
            label={words.who}
            value={typed.obligation_id}
            options={due.map(row => ({ value: String(row.obligation_id), label: `${row.full_name} · ${sayUnit(row, lang)}` }))}
          />
          <Field
            lang={lang}
            name="reason"
            label={words.reason}
            hint={words.reason_hint}
            value={typed.reason}
            complaints={complaints}
            autocomplete="off"
          />
        </>
      )}
    </FormPage>
  )
}

type ExemptProps = { reading: Reading; of: { unit: string; campaign_id: number }; exempt: ExemptRow[] }

/** Who is exempt, each with the way back among those who are due. */
function Exempt({ reading: { lang, to }, of, exempt }: ExemptProps) {
  const words = programme_words[lang]
  return (
    <section>
      <h2>{words.exempt_n(exempt[0]?.of ?? 0)}</h2>
      <ShownOf lang={lang} n={exempt.length} of={exempt[0]?.of ?? 0} />
      <ul class="ways">
        {exempt.map(({ obligation_id, full_name, unit_name, reason, since }) => (
          <li key={obligation_id}>
            <form method="post" action={to.exception_end(of)} class="beside">
              <HiddenFields
                fields={[
                  ['key', randomUUID()],
                  ['obligation_id', String(obligation_id)],
                ]}
              />
              <p>
                <strong>{full_name}</strong> · {sayName(unit_name, lang)}
                <br />
                <span class="hint">
                  {reason} · {words.exempt_since(since)}
                </span>
              </p>
              <button type="submit" class="plain" aria-label={words.end_exception_of(full_name)}>
                {words.end_exception}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
