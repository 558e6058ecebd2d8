import { randomUUID } from 'node:crypto'
import { Choices, DayField, Field, type FieldError } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import type { Draft } from '../../newsroom/index.ts'
import { newsdesk_words } from '../words.ts'

/** What was typed: `when` is now or later, then the day (ISO) and the hour. */
export type ApproveTyped = { when: string; day: string; hour: string }
type Props = { view: ViewContext; draft: Draft; typed: ApproveTyped; field_errors?: FieldError[] }

/** The one decision on what goes out, and when. */
export function ApproveForm({ view: { lang, to }, draft, typed, field_errors = [] }: Props) {
  const words = newsdesk_words[lang]
  const options = [
    { value: 'now', label: words.now },
    { value: 'later', label: words.later },
  ]
  return (
    <section>
      <h2>{words.approve_title}</h2>
      <form method="post" action={to.draft_approve(draft)}>
        <HiddenFields
          fields={[
            ['key', randomUUID()],
            ['read', String(draft.version)],
          ]}
        />
        <Choices {...{ lang, options, field_errors }} name="when" label={words.when} value={typed.when} />
        <div class="fields">
          <DayField {...{ lang, field_errors, typed }} name="day" label={words.day} hint={words.day_hint} />
          <Field
            {...{ lang, field_errors }}
            name="hour"
            label={words.hour}
            hint={words.hour_hint}
            value={typed.hour}
            size={6}
            autocomplete="off"
          />
        </div>
        <div class="actions">
          <button type="submit">{words.moves.approve}</button>
        </div>
      </form>
    </section>
  )
}
