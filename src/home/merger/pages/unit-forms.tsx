import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, FormPage, SearchForm, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'

import type { FoundUnit, UnitHere } from '../../../register/tree/index.ts'
import { close_form, move_form } from '../forms.ts'
import { merger_words } from '../words.ts'

type FormProps = StaffPageProps & { here: UnitHere; typed: Typed; field_errors?: FieldError[] }

/** Under which other unit one is to stand: found by its name first, then chosen. */
export function MovePage({
  here,
  parents,
  asked,
  typed,
  field_errors,
  ...staff_page
}: FormProps & { parents: FoundUnit[]; asked: string }) {
  const { lang, to } = staff_page.view
  const words = merger_words[lang]
  const { key: unit, name } = here
  const options = parents.map(({ key, name, parent_name }) => ({
    value: key,
    label: sayName(name, lang),
    group: parent_name && sayName(parent_name, lang),
  }))
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.move_of(sayName(name, lang))}
      crumb={name}
      here={t => t.unit_move({ unit, words: asked })}
      lead={words.move_lead}
      before={
        <>
          <SearchForm
            {...{ asked }}
            view={staff_page.view}
            action={to.unit_move({ unit })}
            name="tim"
            label={words.find_parent}
            hint={words.find_hint}
            button={words.find}
          />
          {asked !== '' && parents.length === 0 && <p>{words.found_none(asked)}</p>}
        </>
      }
      button={words.lay}
      cancel={{ href: to.unit({ unit }), label: words.back }}
    >
      {parents.length > 0 && <FormFields form={move_form} {...{ lang, typed, field_errors }} options={{ parent: options }} />}
    </FormPage>
  )
}

export function ClosePage({ here, typed, field_errors, ...staff_page }: FormProps) {
  const { lang, to } = staff_page.view
  const words = merger_words[lang]
  const { key: unit, name } = here
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.close_of(sayName(name, lang))}
      crumb={name}
      here={t => t.unit_close({ unit })}
      lead={words.close_lead}
      button={words.lay}
      cancel={{ href: to.unit({ unit }), label: words.back }}
    >
      <FormFields form={close_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}
