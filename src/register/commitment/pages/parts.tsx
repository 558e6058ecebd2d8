import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import type { FieldError } from '../../../platform/staff/index.ts'
import { HiddenFields, type Href, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { commitment_words } from '../words.ts'

/** A form that is written part by part: the last part is reading it once more. */
export type InParts<Part extends string> = {
  parts: readonly Part[]
  labels: Readonly<Record<string, string>>
  isOn: (part: Part, field: string) => boolean
  /** Where a part is written; `viet` is the list of them all. */
  at: (to: Href, part: Part | 'viet') => string
}

type ListProps<Part extends string> = { view: ViewContext; form: InParts<Part>; fields: Fields; wrong: readonly Problem[] }

/** The parts, each with how far it is. */
export function PartList<Part extends string>({ view: { lang, to }, form, fields, wrong }: ListProps<Part>) {
  const words = commitment_words[lang]
  const next = partsLeft(form, wrong)[0] ?? form.parts.at(-1)!
  return (
    <>
      <h2>{words.task_list}</h2>
      <ul class="ways steps">
        {form.parts.map(part => (
          <li key={part}>
            <a href={form.at(to, part)}>{lookUp(form.labels, part)}</a>
            {part !== form.parts.at(-1) && <span class="tag">{words[progressOf(form, part, fields, wrong)]}</span>}
          </li>
        ))}
      </ul>
      <p class="actions">
        <a class="button" href={form.at(to, next)}>
          {next === form.parts.at(-1) ? words.check_all : next === form.parts[0] ? words.write_first : words.go_on}
        </a>
      </p>
      <p class="hint">{words.saving}</p>
    </>
  )
}

/** How many parts are still to be written, reading it once more aside. */
export function partsLeft<Part extends string>({ parts, isOn }: InParts<Part>, wrong: readonly Problem[]): Part[] {
  return parts.filter(part => wrong.some(({ field }) => isOn(part, field ?? '')))
}

/** What is wrong with the whole text, each with the way to the part where it stands. */
export function complaintsInParts<Part extends string>(to: Href, form: InParts<Part>, field_errors: readonly FieldError[]): FieldError[] {
  return field_errors.map(complaint => {
    const part = form.parts.find(part => form.isOn(part, complaint.field ?? ''))
    return part ? { ...complaint, href: `${form.at(to, part)}#${complaint.field}` } : { say: complaint.say }
  })
}

/** What is still to be written, before anybody has pressed anything. */
export function StillToWrite({ lang, field_errors }: { lang: Language; field_errors: readonly FieldError[] }) {
  return (
    <section class="notice" aria-label={commitment_words[lang].still_to_write(field_errors.length)}>
      <ul>
        {field_errors.map(({ field, href, say }) => (
          <li key={`${field} ${say}`}>
            <a href={href}>{say}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

function progressOf<Part extends string>(
  { isOn }: InParts<Part>,
  part: Part,
  fields: Fields,
  wrong: readonly Problem[],
): 'done' | 'begun' | 'to_do' {
  if (!wrong.some(({ field }) => isOn(part, field ?? ''))) return 'done'
  return Object.entries(fields).some(([name, text]) => isOn(part, name) && text !== '') ? 'begun' : 'to_do'
}

/** One part. It works without script; with it, it saves itself. */
export function PartForm({
  lang,
  action,
  version,
  list,
  children,
}: {
  lang: Language
  action: string
  version: number
  /** Where all the parts are listed. */
  list: string
  children: ComponentChildren
}) {
  return (
    <form method="post" action={action} {...autosaving(lang)}>
      <HiddenFields fields={[['draft_version', String(version)]]} />
      {children}
      <div class="actions">
        <button type="submit">{commitment_words[lang].save}</button>
        <a href={list}>{commitment_words[lang].to_parts}</a>
        <span class="hint" role="status" data-told />
      </div>
    </form>
  )
}

/** What the script that saves by itself says. */
function autosaving(lang: Language) {
  const { saved_now, saved_beside, not_saved, stale_now, away, ended, restored } = commitment_words[lang]
  return {
    'data-autosave': true,
    'data-saved': saved_now,
    'data-beside': saved_beside,
    'data-failed': not_saved,
    'data-stale': stale_now,
    'data-away': away,
    'data-ended': ended,
    'data-restored': restored,
  }
}

type HandInProps<Part extends string> = {
  view: ViewContext
  form: InParts<Part>
  version: number
  action: string
  button: string
  /** Whether all is written; until then the next thing to do is another. */
  is_whole: boolean
}

/** Below the whole text: the ways back into it, and the press that hands it in. */
export function HandIn<Part extends string>({ view: { lang, to }, form, version, action, button, is_whole }: HandInProps<Part>) {
  return (
    <>
      <p class="actions">
        {form.parts.slice(0, -1).map(part => (
          <a key={part} href={form.at(to, part)}>
            {commitment_words[lang].change}: {lookUp(form.labels, part)!.toLowerCase()}
          </a>
        ))}
      </p>
      <form method="post" action={action} class="actions">
        <HiddenFields
          fields={[
            ['draft_version', String(version)],
            ['key', randomUUID()],
          ]}
        />
        <button type="submit" class={is_whole ? undefined : 'quiet'}>
          {button}
        </button>
      </form>
    </>
  )
}
