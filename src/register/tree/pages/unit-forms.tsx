import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, FormFields, FormPage, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { revision_form, unit_form } from '../forms.ts'
import type { UnitHere } from '../reads/find-unit-here.ts'
import type { Kind } from '../reads/list-kinds.ts'
import { tree_words } from '../words.ts'

type FormProps = StaffPageProps & { here: UnitHere; kinds: Kind[]; typed: Typed; field_errors?: FieldError[] }

const optionsOf = (kinds: Kind[], lang: Language) =>
  kinds.map(({ unit_kind, name_vi, name_en }) => ({ value: unit_kind, label: lang === 'vi' ? name_vi : name_en }))

export function AddPage({ here, kinds, typed, field_errors, ...staff_page }: FormProps) {
  const { lang, to } = staff_page.view
  const words = tree_words[lang]
  const { key: unit, name } = here
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.add_to(sayName(name, lang))}
      crumb={name}
      here={t => t.unit_add({ unit })}
      lead={words.add_lead}
      button={words.add_button}
      cancel={{ href: to.unit({ unit }), label: words.back }}
    >
      <FormFields form={unit_form} {...{ lang, typed, field_errors }} options={{ unit_kind: optionsOf(kinds, lang) }} />
    </FormPage>
  )
}

export function RevisePage({ here, kinds, typed, field_errors, ...staff_page }: FormProps) {
  const { lang, to } = staff_page.view
  const words = tree_words[lang]
  const { key: unit, name } = here
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.revise_of(sayName(name, lang))}
      crumb={name}
      here={t => t.unit_revise({ unit })}
      lead={words.revise_lead}
      button={words.revise_button}
      cancel={{ href: to.unit({ unit }), label: words.back }}
    >
      <FormFields form={revision_form} {...{ lang, typed, field_errors }} options={{ unit_kind: optionsOf(kinds, lang) }} />
    </FormPage>
  )
}
