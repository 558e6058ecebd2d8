import { type ComponentChildren, Fragment } from 'preact'
import type { Language } from '../web/index.ts'
import { staff_words } from './words.ts'

/** What is wrong, in a sentence, and the field to mend; `href` where that field stands on another page. */
export type FieldError = { field?: string; href?: string; say: string }

/**
 * All that is wrong, at the top of the page, each with the way to its field. The keyboard begins there: a page that
 * comes back says first why.
 */
export function ErrorSummary({ lang, field_errors }: { lang: Language; field_errors: FieldError[] }) {
  if (field_errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: only a form that comes back has it, and then whoever cannot see the page must hear why
    <div class="summary" role="alert" aria-labelledby="co-loi" tabIndex={-1} autoFocus>
      <h2 id="co-loi">{staff_words[lang].summary}</h2>
      <ul>
        {field_errors.map(({ field, href, say }) => (
          <li key={`${field} ${say}`}>{field ? <a href={href ?? `#${field}`}>{say}</a> : say}</li>
        ))}
      </ul>
    </div>
  )
}

export type FieldProps = {
  lang: Language
  name: string
  label: string
  hint?: ComponentChildren
  value?: string
  field_errors?: FieldError[]
  type?: 'text' | 'password' | 'file'
  accept?: string
  autocomplete?: string
  autocapitalize?: 'none' | 'characters'
  inputMode?: 'numeric'
  spellcheck?: boolean
  maxLength?: number
  size?: number
}

type QuestionProps = {
  lang: Language
  name: string
  /** Where a page asks the same several times; otherwise the name. */
  id?: string
  label: string
  hint?: ComponentChildren
  field_errors?: FieldError[]
  /** What is answered in: told the ids that describe it, and whether the answer is wrong. */
  children: (described: string | undefined, is_wrong: true | undefined) => ComponentChildren
}

/** One question around whatever it is answered in: label, hint, and what is wrong with the answer. */
export function Question({ lang, name, id = name, label, hint, field_errors = [], children }: QuestionProps) {
  const wrong = field_errors.filter(({ field }) => field === name)
  const described = [hint && `${id}-hint`, wrong.length > 0 && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div class={wrong.length > 0 ? 'field is-wrong' : 'field'}>
      <label for={id}>{label}</label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <Wrong {...{ lang, wrong }} name={id} />
      {children(described, wrong.length > 0 || undefined)}
    </div>
  )
}

/** What is wrong with the answer to a question, beside it. Nothing where nothing is. */
export function Wrong({ lang, name, wrong }: { lang: Language; name: string; wrong: readonly FieldError[] }) {
  if (wrong.length === 0) return null
  return (
    <p class="wrong" id={`${name}-error`}>
      <span class="unseen">{staff_words[lang].error}: </span>
      {wrong.map(({ say }, i) => (
        <Fragment key={say}>
          {i > 0 && <br />} {say}
        </Fragment>
      ))}
    </p>
  )
}

/** A question that is answered in one line, with what was typed. */
export function Field({ lang, name, label, hint, value, field_errors, type = 'text', ...input }: FieldProps) {
  return (
    <Question {...{ lang, name, label, hint, field_errors }}>
      {(described, is_wrong) => (
        // Preact's types tell inputs apart by their kind; ours differ in nothing that is set here.
        <>
          <input
            id={name}
            type={type as 'text'}
            name={name}
            value={value}
            aria-describedby={described}
            aria-invalid={is_wrong}
            {...input}
          />
          {type === 'password' && <ShowPassword {...{ lang, name }} />}
        </>
      )}
    </Question>
  )
}

/** Shows what is typed, and hides it again; without script it is not there. */
function ShowPassword({ lang, name }: Pick<FieldProps, 'lang' | 'name'>) {
  const { show, hide } = staff_words[lang].password
  return (
    <button type="button" class="plain by-script show-password" data-shows={name} data-hide={hide}>
      {show}
    </button>
  )
}

/**
 * `done` is what has happened, `to-do` what waits for whoever reads, `wrong` what they must look into. `about`: whom it
 * concerns.
 */
export type NoticeLook = 'done' | 'to-do' | 'wrong'
type NoticeProps = { look?: NoticeLook; about?: string; children: ComponentChildren }

/** Something to be told above the page. */
export function Notice({ look = 'done', about, children }: NoticeProps) {
  return (
    <div class={`notice is-${look}`} role={look === 'to-do' ? undefined : 'status'}>
      {about && <strong>{about}</strong>}
      {children}
    </div>
  )
}
