import type { VNode } from 'preact'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { ofField, type Sentence } from '../../../basis/shared/sentences.ts'
import type { Language } from '../../web/index.ts'
import type { FieldError } from '../form.tsx'

/** One of the answers to choose from; those of one `group` stand together. */
export type Option = { value: string; label: string; group?: string | null }

/**
 * What a field is drawn from: `value` is what was typed; `options` come from the register, where the declaration has
 * none.
 */
export type Drawn = { lang: Language; name: string; value?: string; field_errors?: FieldError[]; options?: readonly Option[] }

/** Fields that stand together under a legend, for example «Việc 2». */
export type Group = { legend: Sentence; is_optional?: boolean }

/** The day that limits are measured by. */
export type AtDay = { today: string }

/**
 * A field of a form. `Value` is what an answer means to the verb; `Code` are the problems that the field's own limits
 * know.
 */
export type FormField<Value = unknown, Code extends string = string> = {
  label?: Sentence
  group?: Group
  /** Of the part of the page that begins with this field. */
  heading?: Sentence
  /** What was sent, as it goes back onto the page: in one spelling, a day as an ISO day. */
  typed(sent: string): string
  /** What was typed, as the verb takes it; undefined was not sent. */
  read(typed: string | undefined): Value
  /** An answer in words, where what is sent are none. */
  says?: Sentence
  problems(value: Value, at?: AtDay): Iterable<Omit<Problem<Code>, 'field'>>
  draw(drawn: Drawn): VNode | null
}

/** The fields of a form by name, in the order of the page. */
// biome-ignore lint/suspicious/noExplicitAny: each field takes values of its own kind
export type Form = Record<string, FormField<any>>

/** What was typed, by the name of its field. */
export type Typed = Record<string, string>
export type Answers<F extends Form> = { [Name in keyof F]: F[Name] extends FormField<infer Value> ? Value : never }
export type CodeOf<F extends Form> = F[keyof F] extends FormField<infer _, infer Code> ? Code : never

/** The fields of the form among what was sent, and nothing else. */
export function typedInto(form: Form, sent: Record<string, string>): Typed {
  const fields = Object.entries(form).flatMap(([name, field]) => {
    const text = lookUp(sent, name)
    return text === undefined ? [] : [[name, field.typed(text)]]
  })
  return Object.fromEntries(fields)
}

/** What was typed, as the verb takes it. */
export function answersIn<F extends Form>(form: F, typed: Typed): Answers<F> {
  return Object.fromEntries(Object.entries(form).map(([name, field]) => [name, field.read(lookUp(typed, name))])) as Answers<F>
}

/**
 * What is wrong with answers by the limits that their fields declare, in the order of the page. A form with days that
 * must have come is told today's.
 */
export function* problemsWith<F extends Form>(
  form: F,
  answers: Answers<NoInfer<F>>,
  ...[at]: 'to-come' extends CodeOf<F> ? [at: AtDay] : []
): Generator<Problem<CodeOf<F>>> {
  for (const [field, declared] of Object.entries(form))
    for (const problem of declared.problems(lookUp(answers as Record<string, unknown>, field), at))
      yield { ...problem, code: problem.code as CodeOf<F>, field }
}

/** Fields that stand together; their names begin with `before`: `deed_2_`. */
export function grouped(group: Group, before: string, form: Form): Form {
  return Object.fromEntries(Object.entries(form).map(([name, field]) => [before + name, { ...field, group }]))
}

/** What a field is called away from its page: «Việc 2: làm việc gì». */
export function nameOfField(form: Form, name: string, lang: Language): string | undefined {
  const field = lookUp<FormField | undefined>(form, name)
  const label = field?.label?.[lang]
  return field?.group ? ofField(field.group.legend[lang], label ?? '') : label
}
