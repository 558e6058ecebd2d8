import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { sayDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Href, Language } from '../web/index.ts'
import { HiddenFields } from '../web/index.ts'
import { count_script } from './declared/browser/count-script.ts'
import type { Flash } from './flash.tsx'
import { Field, type FieldError } from './form.tsx'
import { Frame, type StaffPageProps } from './frame.tsx'

export type FormPageProps = StaffPageProps & {
  title: string
  crumb: string
  /** The page, and where its form is sent. */
  here: (to: Href) => string
  field_errors?: FieldError[]
  told?: string | Flash
  has_workbook?: boolean
  lead?: string
  /** What stands above the form: a search, for example. */
  before?: ComponentChildren
  /** What stands below it: a list with its own buttons. */
  after?: ComponentChildren
  hidden?: [string, string][]
  button: string
  cancel: { href: string; label: string }
  /** The fields; where there are none yet, there is no form to send. */
  children: ComponentChildren
}

/**
 * A page with one form on it: what it is, what is asked, the button that says what happens, and the way back. Each page
 * has a key, so that a press counts once.
 */
export function FormPage({ lead, before, after, hidden = [], button, cancel, children, ...frame }: FormPageProps) {
  return (
    <Frame {...frame} scripts={[count_script.path]}>
      {lead && <p>{lead}</p>}
      {before}
      {children ? (
        <form method="post" action={frame.here(frame.view.to)}>
          <HiddenFields fields={[['key', randomUUID()], ...hidden]} />
          {children}
          <div class="actions">
            <button type="submit">{button}</button>
            <a href={cancel.href}>{cancel.label}</a>
          </div>
        </form>
      ) : (
        <p class="actions">
          <a href={cancel.href}>{cancel.label}</a>
        </p>
      )}
      {after}
    </Frame>
  )
}

type DayFieldProps = {
  lang: Language
  name: string
  label: string
  hint?: string
  typed: Readonly<Record<string, string>>
  field_errors?: FieldError[]
}

/** A day as people write it, with slashes in either language; what is none stays as it was typed. */
export function DayField({ lang, name, label, hint, typed, field_errors }: DayFieldProps) {
  return (
    <Field
      {...{ lang, name, label, hint, field_errors }}
      value={sayDay(lookUp(typed, name) ?? '', 'vi')}
      inputMode="numeric"
      autocomplete="off"
      size={12}
    />
  )
}
