import { Choices, DayField, Field, type FieldError } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { HourTyped } from '../typed-hour.ts'
import { newsdesk_words } from '../words.ts'

type Props = { lang: Language; label: string; now: string; typed: HourTyped; field_errors?: FieldError[] }

/** Now, or at an hour of a day. */
export function HourFields({ lang, label, now, typed, field_errors = [] }: Props) {
  const words = newsdesk_words[lang]
  const options = [
    { value: 'now', label: now },
    { value: 'later', label: words.later },
  ]
  return (
    <>
      <Choices {...{ lang, options, field_errors, label }} name="when" value={typed.when} />
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
    </>
  )
}
