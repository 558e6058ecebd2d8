import type { ComponentChildren } from 'preact'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Fields } from '../../ledger/index.ts'
import { Area, count_script, type FieldError, FormFields, Frame, nameOfField } from '../../staff/index.ts'
import { HiddenFields, type Language } from '../../web/index.ts'
import { autosave_script } from '../browser/autosave-script.ts'
import { check_page, list_page, type Part, partsLeft } from '../form-in-parts.ts'
import { autosaveAttributes, draft_words } from '../words.ts'
import { sayInParts } from '../writing.ts'
import { HandIn, PartList, StillToWrite, type WritingProps } from './parts.tsx'

/** What is to be written, part by part, and how far it is. */
export function PartListPage({ writing, ...staff_page }: WritingProps) {
  const { form, fields, at, crumb, titleWith, beside, list_lead } = writing
  const wrong = [...form.problemsWith(fields)]
  return (
    <Frame
      {...staff_page}
      title={titleWith(partsLeft(form, wrong).length)}
      crumb={crumb}
      here={to => at(to, list_page)}
      told={beside && { say: beside, look: 'to-do' }}
    >
      {list_lead && <p>{list_lead}</p>}
      <PartList view={staff_page.view} {...{ writing, wrong }} />
    </Frame>
  )
}

type PartPageProps = WritingProps & { part: Part; field_errors: FieldError[] }

/** One part. It works without script; with it, it saves itself. */
export function PartPage({ writing, part, field_errors, ...staff_page }: PartPageProps) {
  const { lang, to } = staff_page.view
  const { form, fields, version, at, name, beside } = writing
  const place = `${form.parts.indexOf(part) + 1}/${form.parts.length + 1}`
  return (
    <Frame
      {...{ ...staff_page, field_errors }}
      title={part.title[lang]}
      crumb={`${name} · ${place}`}
      here={t => at(t, part.part)}
      told={beside && { say: beside, look: 'to-do' }}
      scripts={[autosave_script.path, count_script.path]}
    >
      <form method="post" action={at(to, part.part)} {...autosaveAttributes(lang)}>
        <HiddenFields fields={[['draft_version', String(version)]]} />
        <PartFields {...{ lang, part, fields, field_errors }} />
        <div class="actions">
          <button type="submit">{draft_words.save[lang]}</button>
          <a href={at(to, list_page)}>{draft_words.to_parts[lang]}</a>
          <span class="hint" role="status" data-told />
        </div>
      </form>
    </Frame>
  )
}

/** The fields of a part under what is said of them. */
export function PartFields({
  lang,
  part,
  fields,
  field_errors,
}: {
  lang: Language
  part: Part
  fields: Fields
  field_errors: FieldError[]
}) {
  const { lead, form, without } = part
  return (
    <div>
      {lead?.(lang)}
      <FormFields {...{ form, lang, field_errors, without }} typed={fields} />
    </div>
  )
}

type CheckPageProps = WritingProps & { problems?: readonly Problem[]; text: ComponentChildren }

/** Everything once more before it is handed in; what is still wrong stands above with the way to it. */
export function CheckPage({ writing, problems = [], text, ...staff_page }: CheckPageProps) {
  const { view } = staff_page
  const { lang } = view
  const { form, fields, at, name, titleWith, beside, check_lead, back } = writing
  const left = sayInParts(view, writing, [...form.problemsWith(fields)])
  const is_whole = left.length === 0
  const is_open = beside === undefined
  const has_failed = problems.length > 0
  return (
    <Frame
      {...staff_page}
      title={!is_open ? titleWith(0) : is_whole ? draft_words.check[lang] : draft_words.still_to_write[lang](left.length)}
      crumb={name}
      here={t => at(t, check_page)}
      field_errors={sayInParts(view, writing, problems)}
      told={has_failed || !beside ? undefined : { say: beside, look: 'to-do' }}
    >
      {!has_failed && is_open && !is_whole && <StillToWrite {...{ lang }} field_errors={left} />}
      {is_open && <p>{check_lead}</p>}
      {text}
      {is_open ? (
        <HandIn {...{ view, writing, is_whole }} />
      ) : (
        <p class="actions">
          <a class="button" href={back.href}>
            {back.label}
          </a>
        </p>
      )}
    </Frame>
  )
}

type ConflictProps = WritingProps & { part: Part; problems: readonly Problem[]; typed: Fields }

/** Two texts of one part, side by side where they differ; nothing has been overwritten. */
export function ConflictPage({ writing, part, problems, typed, ...staff_page }: ConflictProps) {
  const { lang, to } = staff_page.view
  const differing = problems.flatMap(({ field, values }) =>
    field ? [{ field, mine: String(values?.mine ?? ''), theirs: String(values?.theirs ?? '') }] : [],
  )
  const rest = Object.entries(typed).filter(([name]) => !differing.some(({ field }) => field === name))
  const here = (t: typeof to) => writing.at(t, part.part)
  return (
    <Frame {...{ ...staff_page, here }} title={draft_words.conflict[lang]} crumb={writing.name} scripts={[autosave_script.path]}>
      <p>{draft_words.conflict_lead[lang]}</p>
      <form method="post" action={here(to)} data-conflict>
        <HiddenFields fields={[['draft_version', String(problems[0]?.limit ?? 0)], ...rest]} />
        {differing.map(({ field, ...texts }) => (
          <TwoTexts key={field} {...{ lang, field, ...texts }} label={nameOfField(part.form, field, lang) ?? field} />
        ))}
        <div class="actions">
          <button type="submit">{draft_words.keep_merged[lang]}</button>
        </div>
      </form>
    </Frame>
  )
}

function TwoTexts({ lang, field, label, mine, theirs }: { lang: Language; field: string; label: string; mine: string; theirs: string }) {
  return (
    <fieldset class="deed">
      <legend>{label}</legend>
      <dl class="facts">
        <dt>{draft_words.theirs[lang]}</dt>
        <dd>{theirs || '–'}</dd>
        <dt>{draft_words.mine[lang]}</dt>
        <dd>{mine || '–'}</dd>
      </dl>
      <Area {...{ lang }} name={field} label={draft_words.keep[lang]} value={mine} />
    </fieldset>
  )
}
