import type { Language } from '../web/index.ts'
import { type FieldError, Question, Wrong } from './form.tsx'

type Option = { value: string; label: string; group?: string | null }

type ChoicesProps = {
  lang: Language
  name: string
  label: string
  hint?: string
  options: readonly Option[]
  value?: string
  field_errors?: FieldError[]
}

/**
 * A question with a few answers, all in view. The first one carries the name's id, so that the summary of what is wrong
 * leads there.
 */
export function Choices({ lang, name, label, hint, options, value = '', field_errors = [] }: ChoicesProps) {
  const wrong = field_errors.filter(({ field }) => field === name)
  return (
    <fieldset
      class={wrong.length > 0 ? 'field choices is-wrong' : 'field choices'}
      aria-describedby={wrong.length > 0 ? `${name}-error` : undefined}
    >
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <Wrong {...{ lang, name, wrong }} />
      {options.map((option, i) => (
        <label class="mark" key={option.value}>
          <input type="radio" id={i === 0 ? name : undefined} name={name} value={option.value} checked={option.value === value} />{' '}
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}

/** A question with many answers. Options of one group stand together. */
export function Select({ lang, name, label, hint, options, value = '', field_errors, empty }: ChoicesProps & { empty: string }) {
  const groups = Map.groupBy(options, option => option.group ?? '')
  return (
    <Question {...{ lang, name, label, hint, field_errors }}>
      {(described, is_wrong) => (
        <select id={name} name={name} aria-describedby={described} aria-invalid={is_wrong}>
          <option value="">{empty}</option>
          {[...groups].map(([group, own]) =>
            group === '' ? (
              own.map(option => <Option key={option.value} {...{ option, value }} />)
            ) : (
              <optgroup key={group} label={group}>
                {own.map(option => (
                  <Option key={option.value} {...{ option, value }} />
                ))}
              </optgroup>
            ),
          )}
        </select>
      )}
    </Question>
  )
}

function Option({ option, value }: { option: Option; value: string }) {
  return (
    <option value={option.value} selected={option.value === value}>
      {option.label}
    </option>
  )
}

type TickProps = { lang: Language; name: string; label: string; is_on?: boolean; field_errors?: FieldError[] }

/** Something to be said yes to. */
export function Tick({ lang, name, label, is_on = false, field_errors = [] }: TickProps) {
  const wrong = field_errors.filter(({ field }) => field === name)
  return (
    <div class={wrong.length > 0 ? 'field is-wrong' : 'field'}>
      <Wrong {...{ lang, name, wrong }} />
      <label class="mark">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="1"
          checked={is_on}
          aria-describedby={wrong.length > 0 ? `${name}-error` : undefined}
        />{' '}
        {label}
      </label>
    </div>
  )
}
