import { randomUUID } from 'node:crypto'
import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, Frame, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import { upload_form } from '../forms.ts'
import { move_words } from '../move-words.ts'
import type { RosterLine } from '../reads/find-roster.ts'
import type { RosterWaiting } from '../reads/rosters-waiting.ts'
import { roster_words } from '../roster-words.ts'

type HomeProps = StaffPageProps & {
  unit: string
  unit_name: string
  rosters: RosterLine[]
  /** Those that whoever reads may confirm, of whichever unit. */
  waiting: RosterWaiting[]
  typed: Typed
  field_errors?: FieldError[]
}

/** What waits for whoever reads; sending a roster; and those that were sent. */
export function RostersPage({ unit, unit_name, rosters, waiting, typed, field_errors, ...staff_page }: HomeProps) {
  const { lang, to } = staff_page.view
  const words = roster_words[lang]
  return (
    <Frame
      {...staff_page}
      title={words.title}
      crumb={unit_name}
      here={t => t.roster({ unit })}
      field_errors={field_errors}
      has_workbook={rosters.length + waiting.length > 0}
    >
      <Waiting {...{ view: staff_page.view, waiting }} />
      <p>{words.lead}</p>
      <form method="post" action={to.roster({ unit })} enctype="multipart/form-data">
        <HiddenFields fields={[['key', randomUUID()]]} />
        <FormFields form={upload_form} {...{ lang, typed, field_errors }} />
        <div class="actions">
          <button type="submit">{words.send}</button>
        </div>
      </form>
      <h2>{words.earlier}</h2>
      {rosters.length === 0 ? (
        <p>{words.none_yet}</p>
      ) : (
        <ul class="people">
          {rosters.map(({ roster_import_id, file_name, listed_on, uploaded_at, state }) => (
            <li key={roster_import_id}>
              <a href={to.roster_import({ unit, roster_import_id })}>
                <strong>{file_name}</strong>
              </a>{' '}
              <span class="tag">{move_words.steps[state][lang]}</span>
              <br />
              <span class="hint">
                {words.listed(sayDay(listed_on, lang))} · {words.sent_at.toLowerCase()} {sayInstant(uploaded_at, lang)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}

function Waiting({ view: { lang, to }, waiting }: { view: ViewContext; waiting: RosterWaiting[] }) {
  const words = roster_words[lang]
  if (waiting.length === 0) return null
  return (
    <section>
      <h2>{words.waiting}</h2>
      <ul class="people">
        {waiting.map(({ roster_import_id, unit, unit_name, file_name, listed_on, uploaded_at }) => (
          <li key={roster_import_id}>
            <a href={to.roster_import({ unit, roster_import_id })}>
              <strong>{file_name}</strong>
            </a>{' '}
            · {sayName(unit_name, lang)}
            <br />
            <span class="hint">
              {words.listed(sayDay(listed_on, lang))} · {words.sent_at.toLowerCase()} {sayInstant(uploaded_at, lang)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
