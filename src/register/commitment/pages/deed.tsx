import { randomUUID } from 'node:crypto'
import { inDayMonthYear, sayDay } from '../../../basis/shared/dates.ts'
import { Choices, type Complaint, DayField, Field } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language, type Reading } from '../../../platform/web/index.ts'
import { smaller_photo_script } from '../browser/smaller-photo-script.ts'
import { canMove, limits, reportable } from '../commitment.ts'
import { deed_words } from '../deed-words.ts'
import type { OwnedDeed } from '../reads/find-deed.ts'
import { type Deed, standing } from '../reads/list-deeds.ts'
import type { Report } from '../reads/list-reports.ts'
import { commitment_words } from '../words.ts'
import { Area, type Desk, Frame } from './frame.tsx'

/** The deeds of an approved commitment, each with how far it is and the way to say so. */
export function Deeds({ reading, deeds, is_open }: { reading: Reading; deeds: readonly Deed[]; is_open: boolean }) {
  const { lang, to } = reading
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

type DeedProps = Desk & { deed: OwnedDeed; reports: readonly Report[]; is_own: boolean; complaints?: Complaint[]; told?: string }

/** One deed: how far it is, then saying so. Made for a telephone: one question, one sentence, one photo. */
export function DeedPage({ deed, reports, is_own, typed, complaints = [], told, ...desk }: DeedProps & { typed?: Typed }) {
  const { lang, to } = desk.reading
  const words = deed_words[lang]
  const may_report = is_own && deed.state !== 'replaced' && canMove('report', deed.commitment_state)
  return (
    <Frame
      {...desk}
      title={deed.what}
      heading={<span lang="vi">{deed.what}</span>}
      crumb={words.of(deed.full_name, deed.year)}
      here={t => t.deed(deed)}
      scripts={may_report ? [smaller_photo_script.path] : undefined}
      {...{ complaints, told }}
    >
      <p>
        <span class="tag">{deed.state ? words.states[deed.state] : words.registered}</span> {commitment_words[lang].due_on.toLowerCase()}{' '}
        {sayDay(deed.due_on, lang)}
      </p>
      <p class="hint">
        {commitment_words[lang].measure}: <span lang="vi">{deed.measure}</span>
      </p>
      {may_report ? <ReportForm {...{ lang, deed, typed, complaints }} action={to.deed(deed)} /> : is_own && <p>{words.not_now}</p>}
      <h2>{words.reports}</h2>
      <Reports {...{ reading: desk.reading, reports }} />
      {may_report && deed.state !== 'done' && (
        <p class="actions">
          <a href={to.deed_replace(deed)}>{words.replace}</a>
        </p>
      )}
    </Frame>
  )
}

export type Typed = { state: string; said: string }
type FormProps = { lang: Language; action: string; deed: OwnedDeed; typed?: Typed; complaints: Complaint[] }

function ReportForm({ lang, action, deed, typed = { state: '', said: '' }, complaints }: FormProps) {
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
        {...{ lang, complaints }}
        name="state"
        label={words.how_far}
        options={reportable.map(state => ({ value: state, label: words.choices[state] }))}
        value={typed.state}
      />
      <Area name="said" label={words.said} hint={words.said_hint} value={typed.said} rows={3} {...{ lang, complaints }} />
      <FileField {...{ lang, complaints }} />
      <div class="actions">
        <button type="submit">{words.send}</button>
      </div>
    </form>
  )
}

function FileField({ lang, complaints }: { lang: Language; complaints: Complaint[] }) {
  const words = deed_words[lang]
  return (
    <Field
      {...{ lang, complaints }}
      name="evidence"
      type="file"
      accept="image/jpeg,image/png,image/webp,application/pdf"
      label={words.evidence}
      hint={words.evidence_hint}
    />
  )
}

function Reports({ reading, reports }: { reading: Reading; reports: readonly Report[] }) {
  const { lang, to } = reading
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
  complaints = [],
  ...desk
}: Desk & { deed: OwnedDeed; fields: Record<string, string>; complaints?: Complaint[] }) {
  const { lang, to } = desk.reading
  const words = deed_words[lang]
  const form = commitment_words[lang]
  return (
    <Frame
      {...desk}
      title={words.replace}
      crumb={words.of(deed.full_name, deed.year)}
      here={t => t.deed_replace(deed)}
      complaints={complaints}
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
        <Area name="reason" label={words.reason} value={fields.reason} rows={2} {...{ lang, complaints }} />
        <fieldset class="deed">
          <legend>{words.new_deed}</legend>
          <Area name="what" label={form.what} hint={form.limit(limits.what)} value={fields.what} rows={2} {...{ lang, complaints }} />
          <Area name="how" label={`${form.how} (${form.optional})`} value={fields.how} rows={2} {...{ lang, complaints }} />
          <Field name="measure" label={form.measure} value={fields.measure} {...{ lang, complaints }} />
          <DayField
            {...{ lang, complaints }}
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
