import { sayDay } from '../../../basis/shared/dates.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { words } from '../words.ts'

type DayInputProps = { name: string; id?: string; label: string; value?: string; is_wrong?: boolean }

/**
 * A day as people type it. A browser's own calendar follows the language of the machine: on many here it would ask for
 * the month first.
 */
export function DayInput({ name, id = name, label, value = '', is_wrong }: DayInputProps) {
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={sayDay(value, 'vi')}
        size={11}
        inputMode="numeric"
        autocomplete="off"
        aria-describedby={day_hint}
        aria-invalid={is_wrong || undefined}
      />
    </div>
  )
}

const day_hint = 'cach-ghi-ngay'

/** How a day is written: once on a page, for all its fields. */
export function DayHint({ lang }: Pick<ViewContext, 'lang'>) {
  return (
    <p class="meta" id={day_hint}>
      {words[lang].day_hint}
    </p>
  )
}
