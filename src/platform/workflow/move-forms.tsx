import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { lookUp } from '../../basis/shared/look-up.ts'
import { Area, type FieldError } from '../staff/index.ts'
import { HiddenFields, type Language } from '../web/index.ts'

/** The button of a move: where it goes, what it carries, and what is asked where the move needs a comment. */
export type MoveForm = {
  action: string
  fields: Record<string, string>
  label: string
  comment?: { title: string; label: string; value?: string }
}

type FormsProps<Name extends string> = {
  lang: Language
  /** The moves that are permitted; those without a form here stand elsewhere. */
  moves: readonly Name[]
  forms: Partial<Record<Name, MoveForm>>
  /** The move that was refused, where several ask for words: its form alone says so. */
  refused?: Name
  field_errors?: FieldError[]
  /** What stands beside the buttons: the way back. */
  children?: ComponentChildren
}

/**
 * A button for each move that is permitted, the first one the main one; what needs a comment is folded, and open where
 * it was refused. Each press has a key of its own.
 */
export function MoveForms<Name extends string>({ lang, moves, forms, refused, field_errors = [], children }: FormsProps<Name>) {
  const formOf = (name: Name) => lookUp<MoveForm | undefined>(forms, name)
  const shown = moves.flatMap(name => formOf(name) ?? [])
  const errorsOf = (form: MoveForm) => (refused === undefined || form === formOf(refused) ? field_errors : [])
  return (
    <>
      <div class="actions">
        {shown
          .filter(({ comment }) => !comment)
          .map((form, i) => (
            <Press key={form.action} {...{ form }} is_quiet={i > 0} />
          ))}
        {children}
      </div>
      {shown
        .flatMap(form => (form.comment ? { form, comment: form.comment } : []))
        .map((asking, i) => (
          <WithComment
            key={asking.form.action}
            {...{ lang, ...asking }}
            field_errors={errorsOf(asking.form)}
            id={i === 0 ? 'comment' : `comment-${i + 1}`}
          />
        ))}
    </>
  )
}

function Press({ form: { action, fields, label }, is_quiet }: { form: MoveForm; is_quiet: boolean }) {
  return (
    <form method="post" action={action}>
      <HiddenFields fields={[...Object.entries(fields), ['key', randomUUID()]]} />
      <button type="submit" class={is_quiet ? 'quiet' : undefined}>
        {label}
      </button>
    </form>
  )
}

type CommentProps = { lang: Language; form: MoveForm; comment: NonNullable<MoveForm['comment']>; id: string; field_errors: FieldError[] }

function WithComment({ lang, form: { action, fields, label }, comment, id, field_errors }: CommentProps) {
  return (
    <details open={field_errors.length > 0}>
      <summary>{comment.title}</summary>
      <form method="post" action={action}>
        <HiddenFields fields={[...Object.entries(fields), ['key', randomUUID()]]} />
        <Area {...{ lang, id, field_errors }} name="comment" label={comment.label} value={comment.value} />
        <button type="submit" class="quiet">
          {label}
        </button>
      </form>
    </details>
  )
}
