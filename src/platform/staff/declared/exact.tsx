import type { Sentence } from '../../../basis/shared/sentences.ts'
import { Field, type FieldProps } from '../form.tsx'
import type { FormField } from './form.ts'

type Asks = { label: Sentence; hint?: Sentence }

/** What a browser is told of an entry. */
type Entry = Pick<FieldProps, 'type' | 'autocomplete' | 'autocapitalize' | 'inputMode' | 'spellcheck' | 'maxLength' | 'size'>

/**
 * One line that is taken to the letter, for example what opens an account; the verb judges it. What is secret, as a
 * password always is, does not come back onto the page.
 */
export function exact({ label, hint, is_secret = false, ...entry }: Asks & Entry & { is_secret?: boolean }): FormField<string, never> {
  return {
    label,
    typed: sent => sent,
    read: (typed = '') => typed,
    *problems() {},
    draw: ({ lang, name, value, field_errors }) => (
      <Field
        {...{ lang, name, field_errors }}
        {...entry}
        label={label[lang]}
        hint={hint?.[lang]}
        value={is_secret || entry.type === 'password' ? undefined : value}
      />
    ),
  }
}

/** A code that is copied from paper by hand: the browser neither corrects nor keeps it. */
export function paperCode(asks: Asks): FormField<string, never> {
  return exact({ ...asks, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false, maxLength: 40, size: 20 })
}

/** A file, which `sentFile` takes where the field is called «file»; it is no text, and never comes back onto the page. */
export function file({ label, hint, accept }: Asks & { accept: string }): FormField<undefined, never> {
  return {
    label,
    typed: () => '',
    read: () => undefined,
    *problems() {},
    draw: ({ lang, name, field_errors }) => (
      <Field {...{ lang, name, field_errors, accept }} label={label[lang]} hint={hint?.[lang]} type="file" />
    ),
  }
}
