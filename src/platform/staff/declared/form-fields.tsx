import type { ComponentChildren } from 'preact'
import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Language } from '../../web/index.ts'
import type { FieldError } from '../form.tsx'
import { staff_words } from '../words.ts'
import { type Form, type FormField, type Group, nameOfField, type Option, type Typed } from './form.ts'

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

/**
 * The fields of a form in their order, each with what was typed and what is wrong with it; a group under its legend.
 */
export function FormFields<F extends Form>({ form, lang, typed, field_errors, options = {}, without = [] }: FormFieldsProps<F>) {
  const shown = Object.entries(form).filter(([name]) => !without.includes(name))
  const draw = ([name, field]: [string, FormField]) =>
    field.draw({ lang, name, value: lookUp(typed, name), field_errors, options: lookUp<readonly Option[] | undefined>(options, name) })
  return [...Map.groupBy(shown, ([name, { group }]) => group ?? name)].map(([group, fields]) =>
    typeof group === 'string' ? fields.map(draw) : <Together key={group.legend.vi} {...{ lang, group }} fields={fields.map(draw)} />,
  )
}

function Together({ lang, group, fields }: { lang: Language; group: Group; fields: ComponentChildren }) {
  return (
    <fieldset class="deed">
      <legend>
        {group.legend[lang]} {group.is_optional && <span class="hint">({staff_words[lang].optional})</span>}
      </legend>
      {fields}
    </fieldset>
  )
}

type AnswersProps = { form: Form; lang: Language; typed: Typed; empty: string }

/** All that was answered, to be checked before it is sent; `empty` stands for what was left open. */
export function FormAnswers({ form, lang, typed, empty }: AnswersProps) {
  return (
    <dl class="facts">
      {Object.entries(form).flatMap(([name, { label, says }]) => {
        const answer = lookUp(typed, name) ?? ''
        const said = (answer && says?.[lang]) || sayDay(answer, lang) || empty
        return label ? [<dt key={name}>{nameOfField(form, name, lang)}</dt>, <dd key={`${name} said`}>{said}</dd>] : []
      })}
    </dl>
  )
}
