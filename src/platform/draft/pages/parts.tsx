import { randomUUID } from 'node:crypto'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { FieldError, StaffPageProps } from '../../staff/index.ts'
import { HiddenFields, type Language, type ViewContext } from '../../web/index.ts'
import { check_page, partsLeft, progressOf } from '../form-in-parts.ts'
import { draft_words } from '../words.ts'
import type { Writing } from '../writing.ts'

/** What every page of something being written is given. */
export type WritingProps = StaffPageProps & { writing: Writing }

/** The parts, each with how far it is, and the way to the first that is not whole. */
export function PartList({ view: { lang, to }, writing, wrong }: { view: ViewContext; writing: Writing; wrong: readonly Problem[] }) {
  const { form, at, fields } = writing
  const [next] = partsLeft(form, wrong)
  const way_on = next ? (next === form.parts[0] ? draft_words.write_first : draft_words.go_on) : draft_words.check_all
  return (
    <>
      <h2>{draft_words.task_list[lang]}</h2>
      <ul class="ways steps">
        {form.parts.map(part => (
          <li key={part.part}>
            <a href={at(to, part.part)}>{part.title[lang]}</a>
            <span class="tag">{draft_words.progress[progressOf(form, part, fields, wrong)][lang]}</span>
          </li>
        ))}
        <li>
          <a href={at(to, check_page)}>{draft_words.check[lang]}</a>
        </li>
      </ul>
      <p class="actions">
        <a class="button" href={at(to, next?.part ?? check_page)}>
          {way_on[lang]}
        </a>
      </p>
      <p class="hint">{draft_words.saving[lang]}</p>
    </>
  )
}

/** What is still to be written, before anybody has pressed anything. */
export function StillToWrite({ lang, field_errors }: { lang: Language; field_errors: readonly FieldError[] }) {
  return (
    <section class="notice is-to-do" aria-label={draft_words.still_to_write[lang](field_errors.length)}>
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

/**
 * Below the whole text: the ways back into it, and the press that hands it in. Until all is written the next thing to
 * do is another.
 */
export function HandIn({ view: { lang, to }, writing, is_whole }: { view: ViewContext; writing: Writing; is_whole: boolean }) {
  const { form, at, version, submit } = writing
  return (
    <>
      <p class="actions">
        {form.parts.map(({ part, title }) => (
          <a key={part} href={at(to, part)}>
            {draft_words.change[lang]}: {title[lang].toLowerCase()}
          </a>
        ))}
      </p>
      <form method="post" action={submit.href} class="actions">
        <HiddenFields
          fields={[
            ['draft_version', String(version)],
            ['key', randomUUID()],
          ]}
        />
        <button type="submit" class={is_whole ? undefined : 'quiet'}>
          {submit.label}
        </button>
      </form>
    </>
  )
}
