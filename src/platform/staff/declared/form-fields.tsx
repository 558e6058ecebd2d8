import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Language } from '../../web/index.ts'
import type { FieldError } from '../form.tsx'
import type { Form, Option, Typed } from './form.ts'

type FormFieldsProps<F extends Form> = {
  form: F
  lang: Language
  typed: Typed
  field_errors?: FieldError[]
  /** The answers that come from the register, by field. */
  options?: { [Name in keyof F]?: readonly Option[] }
  /** Fields that the page draws itself, or not this time. */
  without?: readonly (keyof F & string)[]
}

/** The fields of a form in their order, each with what was typed and what is wrong with it. */
export function FormFields<F extends Form>({ form, lang, typed, field_errors, options = {}, without = [] }: FormFieldsProps<F>) {
  return Object.entries(form)
    .filter(([name]) => !without.includes(name))
    .map(([name, field]) =>
      field.draw({ lang, name, value: lookUp(typed, name), field_errors, options: lookUp<readonly Option[] | undefined>(options, name) }),
    )
}

type AnswersProps = { form: Form; lang: Language; typed: Typed; empty: string }

/** All that was answered, to be checked before it is sent; `empty` stands for what was left open. */
export function FormAnswers({ form, lang, typed, empty }: AnswersProps) {
  return (
    <dl class="facts">
      {Object.entries(form).flatMap(([name, { label }]) =>
        label ? [<dt key={name}>{label[lang]}</dt>, <dd key={`${name} said`}>{sayDay(lookUp(typed, name) ?? '', lang) || empty}</dd>] : [],
      )}
    </dl>
  )
}
