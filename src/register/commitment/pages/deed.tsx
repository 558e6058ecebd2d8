import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../basis/shared/dates.ts'
import {
  count_script,
  Field,
  type FieldError,
  type Form,
  FormFields,
  FormPage,
  Frame,
  type StaffPageProps,
  type Typed,
} from '../../../platform/staff/index.ts'
import { HiddenFields, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import { smaller_photo_script } from '../browser/smaller-photo-script.ts'
import { commitment_flow } from '../commitment.ts'
import { deed_words } from '../deed-words.ts'
import { deed_labels, report_form } from '../forms.ts'
import type { OwnedDeed } from '../reads/find-deed.ts'
import { type Deed, standing } from '../reads/list-deeds.ts'
import type { Report } from '../reads/list-reports.ts'

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
              {deed.state !== 'replaced' && ` · ${deed_labels.due_on[lang].toLowerCase()} ${sayDay(deed.due_on, lang)}`}
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
      scripts={may_report ? [smaller_photo_script.path, count_script.path] : undefined}
      {...{ field_errors, told }}
    >
      <p>
        <span class="tag">{deed.state ? words.states[deed.state] : words.registered}</span> · {deed_labels.due_on[lang].toLowerCase()}{' '}
        {sayDay(deed.due_on, lang)}
      </p>
      <p class="hint">
        {deed_labels.measure[lang]}: <span lang="vi">{deed.measure}</span>
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

type FormProps = { lang: Language; action: string; deed: OwnedDeed; typed?: Typed; field_errors: FieldError[] }

function ReportForm({ lang, action, deed, typed = {}, field_errors }: FormProps) {
  const words = deed_words[lang]
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <HiddenFields
        fields={[
          ['step', String(deed.step)],
          ['key', randomUUID()],
        ]}
      />
      <FormFields {...{ lang, typed, field_errors }} form={report_form} />
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

type ReplaceProps = StaffPageProps & { deed: OwnedDeed; form: Form; typed: Typed; field_errors?: FieldError[] }

/** Another deed in the place of one that cannot be carried out. */
export function ReplacePage({ deed, form, typed, field_errors = [], ...staff_page }: ReplaceProps) {
  const { lang, to } = staff_page.view
  const words = deed_words[lang]
  return (
    <FormPage
      {...{ ...staff_page, field_errors }}
      title={words.replace}
      crumb={words.of(deed.full_name, deed.year)}
      here={t => t.deed_replace(deed)}
      before={
        <>
          <p>
            <strong lang="vi">{deed.what}</strong>
          </p>
          <p class="hint">{words.replace_lead}</p>
        </>
      }
      hidden={[['step', String(deed.step)]]}
      button={words.replace_send}
      cancel={{ href: to.deed(deed), label: words.report }}
    >
      <FormFields {...{ form, lang, typed, field_errors }} />
    </FormPage>
  )
}
