import { randomUUID } from 'node:crypto'
import { sayName, sayUnit } from '../../../basis/shared/names-in-english.ts'
import {
  Field,
  type FieldError,
  FormAnswers,
  FormFields,
  FormPage,
  type FormPageProps,
  Frame,
  ShownOf,
  type StaffPageProps,
  type Typed,
} from '../../../platform/staff/index.ts'
import { HiddenFields, type Href, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { call_form, exemption_form, extension_form, focus_form, note_form, withdrawal_form } from '../forms.ts'
import { type DueRow, most_due } from '../reads/list-due.ts'
import type { ExemptRow } from '../reads/list-exempt.ts'
import type { PlanRow } from '../reads/list-plans.ts'
import type { ExemptionReason } from '../rules/exemption-reasons.ts'
import { programme_words } from '../words.ts'

type Props = StaffPageProps & { unit: string; name: string; typed: Typed; field_errors?: FieldError[] }
type WithProgrammes = Props & { programmes: PlanRow[] }

/** The call for commitments, before it is checked. */
export function IssuePage({ unit, name, typed, field_errors, programmes, ...staff_page }: WithProgrammes) {
  const { lang, to } = staff_page.view
  const words = programme_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.issue_at(sayName(name, lang))}
      crumb={name}
      here={t => t.campaign_issue({ unit })}
      button={words.go_on}
      cancel={{ href: to.campaigns({ unit }), label: words.back }}
    >
      <FormFields form={call_form} {...{ lang, typed, field_errors }} options={{ programme: optionsOf(lang, programmes) }} />
    </FormPage>
  )
}

function optionsOf(lang: Language, programmes: PlanRow[]) {
  return programmes.map(({ programme, name_vi, name_en }) => ({ value: programme, label: lang === 'vi' ? name_vi : name_en }))
}

/** All that was answered, and what calling it does. The same form takes it back to be changed. */
type CheckProps = Omit<Props, 'field_errors'> & {
  members: number
  cells: number
  /** What is unusual about it, in sentences: whoever calls says that they mean it. */
  doubts: string[]
  /** It was pressed without saying so. */
  is_refused: boolean
}

export function CheckPage({ unit, name, typed, members, cells, doubts, is_refused, ...staff_page }: CheckProps) {
  const { lang, to } = staff_page.view
  const words = programme_words[lang]
  const { programme: _, ...checked } = call_form
  const field_errors = is_refused ? [{ field: 'biet', say: words.doubts_unread }] : []
  return (
    <Frame
      {...{ ...staff_page, field_errors }}
      title={words.check}
      crumb={words.issue_at(sayName(name, lang))}
      here={t => t.campaign_issue({ unit })}
    >
      <p>{members > 0 ? words.check_lead(members, cells) : words.nobody}</p>
      <FormAnswers form={checked} {...{ lang, typed }} empty={words.joins_until_none} />
      <form method="post" action={to.campaign_issue({ unit })}>
        <HiddenFields fields={[['key', randomUUID()], ...Object.entries(typed)]} />
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
    <div class="notice is-wrong">
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

/** What a level says beside the campaigns of a directive. */
export function NotePage({ unit, name, programmes, typed, field_errors, ...staff_page }: WithProgrammes) {
  const { lang, to } = staff_page.view
  const words = programme_words[lang]
  return (
    <FormPage
      {...staff_page}
      field_errors={field_errors}
      cancel={{ href: to.campaigns({ unit }), label: words.back }}
      title={words.note}
      crumb={name}
      here={t => t.campaign_note({ unit })}
      lead={words.note_lead}
      button={words.note_button}
    >
      <FormFields form={note_form} {...{ lang, typed, field_errors }} options={{ programme: optionsOf(lang, programmes) }} />
    </FormPage>
  )
}

type OfCampaign = Props & { campaign: { campaign_id: number; year: number } }

type CampaignFormProps = Omit<FormPageProps, 'crumb' | 'cancel'> & OfCampaign

/** A form about one campaign. */
export function CampaignFormPage({ unit, name, typed: _, campaign: __, ...page }: CampaignFormProps) {
  const { lang, to } = page.view
  return <FormPage {...page} crumb={name} cancel={{ href: to.campaigns({ unit }), label: programme_words[lang].back }} />
}

export function ExtendPage({ units, ...props }: OfCampaign & { units: { key: string; name: string }[] }) {
  const { lang } = props.view
  const words = programme_words[lang]
  const unit = units.map(({ key, name }) => ({ value: key, label: sayName(name, lang) }))
  return (
    <CampaignFormPage
      {...props}
      title={words.extend_title(props.campaign.year)}
      here={t => t.campaign_extend(placeOf(props))}
      lead={words.extend_lead}
      button={words.extend_button}
    >
      <FormFields form={extension_form} {...{ ...props, lang }} options={{ unit }} />
    </CampaignFormPage>
  )
}

export function FocusPage(props: OfCampaign) {
  const { lang } = props.view
  const words = programme_words[lang]
  return (
    <CampaignFormPage
      {...props}
      title={words.focus_title(props.campaign.year)}
      here={t => t.campaign_focus(placeOf(props))}
      lead={words.focus_lead}
      button={words.focus_button}
    >
      <FormFields form={focus_form} {...{ ...props, lang }} />
    </CampaignFormPage>
  )
}

/** Taking a campaign back: what becomes of whoever is due, and why. */
export function WithdrawPage(props: OfCampaign) {
  const { lang } = props.view
  const words = programme_words[lang]
  const { year } = props.campaign
  return (
    <CampaignFormPage
      {...props}
      title={words.withdraw_title(year)}
      here={t => t.campaign_withdraw(placeOf(props))}
      lead={words.withdraw_lead}
      button={words.withdraw_button(year)}
    >
      <FormFields form={withdrawal_form} {...{ ...props, lang }} />
    </CampaignFormPage>
  )
}

function placeOf({ unit, campaign }: OfCampaign) {
  return { unit, campaign_id: campaign.campaign_id }
}

/** `due` null: the unit is so large that a name is asked for first. */
type ExceptProps = OfCampaign & { due: DueRow[] | null; exempt: ExemptRow[]; reasons: ExemptionReason[]; asked: string; told?: string }

export function ExceptPage({ due, exempt, reasons, asked, ...props }: ExceptProps) {
  const { typed, field_errors, campaign, view } = props
  const { lang, to } = view
  const words = programme_words[lang]
  const of = placeOf(props)
  const options = due?.map(row => ({ value: String(row.obligation_id), label: `${row.full_name} · ${sayUnit(row, lang)}` })) ?? []
  const hint =
    due === null ? words.name_first : due.length === 0 ? words.none_found : due.length === most_due ? words.only_first(most_due) : undefined
  return (
    <CampaignFormPage
      {...props}
      here={(t: Href) => t.campaign_except({ ...of, name: asked })}
      has_workbook={exempt.length > 0}
      title={words.except_title(campaign.year)}
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
      after={exempt.length > 0 && <Exempt {...{ view, of, exempt }} />}
    >
      {options.length > 0 && (
        <FormFields
          form={exemption_form}
          {...{ lang, typed, field_errors }}
          options={{ obligation_id: options, exemption_reason_id: reasonsIn(lang, reasons) }}
        />
      )}
    </CampaignFormPage>
  )
}

function reasonsIn(lang: Language, reasons: ExemptionReason[]) {
  return reasons.map(reason => ({ value: String(reason.exemption_reason_id), label: lang === 'vi' ? reason.name_vi : reason.name_en }))
}

type ExemptProps = { view: ViewContext; of: { unit: string; campaign_id: number }; exempt: ExemptRow[] }

/** Who is exempt, each with the way back among those who are due. */
function Exempt({ view: { lang, to }, of, exempt }: ExemptProps) {
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
