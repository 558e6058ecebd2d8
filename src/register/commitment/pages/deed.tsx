import { randomUUID } from 'node:crypto'
import { inDayMonthYear, sayDay } from '../../../basis/shared/dates.ts'
import { Choices, DayField, Field, type FieldError } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import { smaller_photo_script } from '../browser/smaller-photo-script.ts'
import { commitment_flow, limits, reportable } from '../commitment.ts'
import { deed_words } from '../deed-words.ts'
import type { OwnedDeed } from '../reads/find-deed.ts'
import { type Deed, standing } from '../reads/list-deeds.ts'
import type { Report } from '../reads/list-reports.ts'
import { commitment_words } from '../words.ts'
import { Area, Frame, type StaffPageProps } from './frame.tsx'

/** The deeds of an approved commitment, each with how far it is and the way to say so. */
export function Deeds({ view, deeds, is_open }: { view: ViewContext; deeds: readonly Deed[]; is_open: boolean }) {
  const { lang, to } = view
  const words = deed_words[lang]
  const live = standing(deeds)
  return (
    <section>
      <h3>{words.deeds}</h3>
      <p class="hint">{words.done_of(live.filter(({ state }) => state === 'done').length, live.length)}</p>
      <ul class="ways">
        {deeds.map(deed => (
          <li key={deed.deed_id}>
            <strong lang="vi">{deed.what}</strong>
            <p class="hint">
              <span class="tag">{deed.state ? words.states[deed.state] : words.registered}</span>
              {deed.state !== 'replaced' && ` ${commitment_words[lang].due_on.toLowerCase()} ${sayDay(deed.due_on, lang)}`}
            </p>
            {deed.said && <p lang="vi">{deed.said}</p>}
            <a class={is_open && deed.state !== 'replaced' ? 'button quiet' : undefined} href={to.deed(deed)}>
              {is_open && deed.state !== 'replaced' ? words.report : words.read}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

type DeedProps = StaffPageProps & {
  deed: OwnedDeed
  reports: readonly Report[]
  is_own: boolean
  field_errors?: FieldError[]
  told?: string
}

/** One deed: how far it is, then saying so. Made for a telephone: one question, one sentence, one photo. */
export function DeedPage({ deed, reports, is_own, typed, field_errors = [], told, ...staff_page }: DeedProps & { typed?: Typed }) {
  const { lang, to } = staff_page.view
  const words = deed_words[lang]
  const may_report = is_own && deed.state !== 'replaced' && canMove(commitment_flow, 'report', deed.commitment_state)
  return (
    <Frame
      {...staff_page}
      title={deed.what}
      heading={<span lang="vi">{deed.what}</span>}
      crumb={words.of(deed.full_name, deed.year)}
      here={t => t.deed(deed)}
      scripts={may_report ? [smaller_photo_script.path] : undefined}
      {...{ field_errors, told }}
    >
      <p>
        <span class="tag">{deed.state ? words.states[deed.state] : words.registered}</span> {commitment_words[lang].due_on.toLowerCase()}{' '}
        {sayDay(deed.due_on, lang)}
      </p>
      <p class="hint">
        {commitment_words[lang].measure}: <span lang="vi">{deed.measure}</span>
      </p>
      {may_report ? <ReportForm {...{ lang, deed, typed, field_errors }} action={to.deed(deed)} /> : is_own && <p>{words.not_now}</p>}
      <h2>{words.reports}</h2>
      <Reports {...{ view: staff_page.view, reports }} />
      {may_report && deed.state !== 'done' && (
        <p class="actions">
          <a href={to.deed_replace(deed)}>{words.replace}</a>
        </p>
      )}
    </Frame>
  )
}

export type Typed = { state: string; said: string }
type FormProps = { lang: Language; action: string; deed: OwnedDeed; typed?: Typed; field_errors: FieldError[] }

function ReportForm({ lang, action, deed, typed = { state: '', said: '' }, field_errors }: FormProps) {
  const words = deed_words[lang]
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <HiddenFields
        fields={[
          ['step', String(deed.step)],
          ['key', randomUUID()],
        ]}
      />
      <Choices
        {...{ lang, field_errors }}
        name="state"
        label={words.how_far}
        options={reportable.map(state => ({ value: state, label: words.choices[state] }))}
        value={typed.state}
      />
      <Area name="said" label={words.said} hint={words.said_hint} value={typed.said} rows={3} {...{ lang, field_errors }} />
      <FileField {...{ lang, field_errors }} />
      <div class="actions">
        <button type="submit">{words.send}</button>
      </div>
    </form>
  )
}

function FileField({ lang, field_errors }: { lang: Language; field_errors: FieldError[] }) {
  const words = deed_words[lang]
  return (
    <Field
      {...{ lang, field_errors }}
      name="evidence"
      type="file"
      accept="image/jpeg,image/png,image/webp,application/pdf"
      label={words.evidence}
      hint={words.evidence_hint}
    />
  )
}

function Reports({ view, reports }: { view: ViewContext; reports: readonly Report[] }) {
  const { lang, to } = view
  const words = deed_words[lang]
  if (reports.length === 0) return <p>{words.none_yet}</p>
  return (
    <ul class="ways">
      {reports.map(({ deed_step_id, state, happened_on, said, evidence }) => (
        <li key={deed_step_id}>
          <strong>
            <time dateTime={happened_on}>{sayDay(happened_on, lang)}</time> · {words.states[state]}
          </strong>
          {said && <p>{said}</p>}
          {evidence.map(file => (
            <p key={file.evidence_id}>
              <a href={to.evidence(file)}>
                {file.media_type === 'image/jpeg' ? (
                  <img class="proof" src={to.evidence(file)} alt={words.open_file(file.name)} loading="lazy" />
                ) : (
                  words.open_file(file.name)
                )}
              </a>
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Another deed in the place of one that cannot be carried out. */
export function ReplacePage({
  deed,
  fields,
  field_errors = [],
  ...staff_page
}: StaffPageProps & { deed: OwnedDeed; fields: Record<string, string>; field_errors?: FieldError[] }) {
  const { lang, to } = staff_page.view
  const words = deed_words[lang]
  const form = commitment_words[lang]
  return (
    <Frame
      {...staff_page}
      title={words.replace}
      crumb={words.of(deed.full_name, deed.year)}
      here={t => t.deed_replace(deed)}
      field_errors={field_errors}
    >
      <p>
        <strong>{deed.what}</strong>
      </p>
      <p class="hint">{words.replace_lead}</p>
      <form method="post" action={to.deed_replace(deed)}>
        <HiddenFields
          fields={[
            ['step', String(deed.step)],
            ['key', randomUUID()],
          ]}
        />
        <Area name="reason" label={words.reason} value={fields.reason} rows={2} {...{ lang, field_errors }} />
        <fieldset class="deed">
          <legend>{words.new_deed}</legend>
          <Area name="what" label={form.what} hint={form.limit(limits.what)} value={fields.what} rows={2} {...{ lang, field_errors }} />
          <Area name="how" label={`${form.how} (${form.optional})`} value={fields.how} rows={2} {...{ lang, field_errors }} />
          <Field name="measure" label={form.measure} value={fields.measure} {...{ lang, field_errors }} />
          <DayField
            {...{ lang, field_errors }}
            name="due_on"
            typed={fields}
            label={form.due_on}
            hint={form.due_hint(inDayMonthYear(`${deed.year}-12-31`))}
          />
        </fieldset>
        <div class="actions">
          <button type="submit">{words.replace_send}</button>
          <a href={to.deed(deed)}>{words.report}</a>
        </div>
      </form>
    </Frame>
  )
}
